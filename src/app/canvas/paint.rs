//! The frame of the map, from the back to the front.

use super::{motion::Motion, overlay::Brush, view::View};
use crate::{
    app::{
        painter::{Painter, lettering::Lettering},
        style,
    },
    editor::{Editor, Overlay},
    scene::{Block, Card, Connector, Item, Pin, Point, Scene, Source},
    text::Text,
    theme::{DIMMED, Theme, Tone, size},
};
use egui::{Color32, Rect, Stroke, Ui};

/// Cards narrower than this on screen, in points, are painted as blocks of colour.
const NARROWEST_CARD: f32 = 48.0;

/// Links shorter than this on screen, in points, are left out where cards are blocks.
const SHORTEST_LINK: f32 = 8.0;

/// Whether cards are painted as blocks of colour at a zoom.
pub fn is_far(zoom: f32) -> bool {
    size::CARD_WIDTH * zoom < NARROWEST_CARD
}

/// Paints ground, links, cards, headers, and what lies over them.
pub fn paint(
    ui: &Ui,
    editor: &Editor,
    view: View,
    theme: Theme,
    text: &Text,
    (lettering, motion): (&mut Lettering, &Motion),
) {
    let on_canvas = ui.painter().with_clip_rect(view.rect);
    on_canvas.rect_filled(view.rect, 0, style::color(theme, Tone::Canvas));
    if editor.map().is_none() {
        return;
    }
    lettering.begin(ui, view.camera.zoom);
    let mut painter = Painter {
        ctx: ui,
        lettering,
        theme,
        zoom: view.camera.zoom,
        strength: 1.0,
        clip: view.rect,
        shapes: Vec::new(),
    };
    let scene = editor.scene();
    blocks(&mut painter, scene, view, Pin::Free);
    if is_far(view.camera.zoom) {
        far(&mut painter, editor, view);
    } else {
        near(&mut painter, editor, view, motion);
    }
    on_canvas.extend(std::mem::take(&mut painter.shapes));

    let overlay = editor.overlay();
    let brush = Brush { view, theme, text, painter: &on_canvas, motion };
    brush.on_map(editor, &overlay);
    if !is_far(view.camera.zoom) {
        traced_labels(&mut painter, editor, view, &overlay);
        on_canvas.extend(std::mem::take(&mut painter.shapes));
    }
    for pin in [Pin::Top, Pin::Left, Pin::Corner] {
        painter.clip = view.clip(pin);
        blocks(&mut painter, scene, view, pin);
        let in_header = on_canvas.with_clip_rect(painter.clip);
        in_header.extend(std::mem::take(&mut painter.shapes));
        cut_edge(&in_header, scene, view, pin, theme);
    }
    painter.lettering.end(ui);
    brush.above(editor, &overlay);
}

/// Where headers are cut short, they end in a line, as they do when they are whole.
fn cut_edge(painter: &egui::Painter, scene: &Scene, view: View, pin: Pin, theme: Theme) {
    let clip = painter.clip_rect();
    let end = view.area(pin, &crate::scene::Rect::new(0.0, 0.0, scene.grid.left, scene.grid.top));
    let line = Stroke::new(1.0, style::color(theme, Tone::Line));
    if pin != Pin::Left && end.bottom() > clip.bottom() + 1.0 {
        painter.hline(clip.x_range(), clip.bottom() - 0.5, line);
    }
    if pin != Pin::Top && end.right() > clip.right() + 1.0 {
        painter.vline(clip.right() - 0.5, clip.y_range(), line);
    }
}

fn blocks(painter: &mut Painter, scene: &Scene, view: View, pin: Pin) {
    let origin = view.place(pin, Point::default());
    let edge = view.camera.visible().min.x + view.camera.kept_header().width;
    for placed in scene.blocks.iter().filter(|placed| placed.pin == pin) {
        let at = painter.place(Point::default() + placed.offset, origin);
        match placed.source {
            Source::Stage(_) => {
                let slide = slide(&placed.block, edge - placed.offset.x);
                painter.block_sliding(&placed.block, at, slide);
            }
            _ => painter.block(&placed.block, at),
        }
    }
}

/// How far a stage's name moves to the right, so that it can be read while the stage's beginning
/// is scrolled out of sight: as far as there is room before the next text or the header's end.
fn slide(block: &Block, edge: f32) -> f32 {
    let mut texts = block.items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(text),
        _ => None,
    });
    let Some(name) = texts.next() else { return 0.0 };
    let end = texts.next().map_or(block.bounds.max.x, |next| next.origin.x);
    let room = end - size::CARD_PADDING - (name.origin.x + name.line.width);
    (edge + size::CARD_PADDING - name.origin.x).min(room).max(0.0)
}

/// How strongly something is painted that a filter may dim.
fn strength(is_dimmed: bool) -> f32 {
    if is_dimmed { DIMMED } else { 1.0 }
}

fn near(painter: &mut Painter, editor: &Editor, view: View, motion: &Motion) {
    let scene = editor.scene();
    let origin = view.place(Pin::Free, Point::default());
    let visible = view.camera.visible();
    let links: Vec<_> = scene.links.iter().filter(|link| link.bounds.overlaps(&visible)).collect();
    let arrows = links.iter().map(|link| (link.id, &link.drawing));
    let pills = links.iter().filter_map(|link| Some((link.id, link.pill.as_ref()?)));
    for (id, placed) in arrows.chain(pills) {
        painter.strength = strength(editor.is_link_dimmed(id));
        painter.block(&placed.block, painter.place(Point::default() + placed.offset, origin));
    }
    for card in scene.cards_in(&visible) {
        painter.strength = strength(editor.is_dimmed(card.id));
        let at = card.rect.min + motion.offset(card.id);
        painter.block(&card.block, painter.place(at, origin));
    }
    painter.strength = 1.0;
}

/// The labels of links whose way is traced, once more: no trace runs through their words.
fn traced_labels(painter: &mut Painter, editor: &Editor, view: View, overlay: &Overlay) {
    let origin = view.place(Pin::Free, Point::default());
    let visible = view.camera.visible();
    for link in editor.scene().links.iter().filter(|link| link.bounds.overlaps(&visible)) {
        let source = Source::Link(link.id);
        let mut ringed = overlay.selected.iter().chain(&overlay.hovered);
        if let Some(pill) = &link.pill
            && (editor.is_match(source) || ringed.any(|(it, _)| *it == source))
        {
            painter.block(&pill.block, painter.place(Point::default() + pill.offset, origin));
        }
    }
}

fn far(painter: &mut Painter, editor: &Editor, view: View) {
    let scene = editor.scene();
    let origin = view.place(Pin::Free, Point::default());
    let visible = view.camera.visible();
    let shortest = SHORTEST_LINK / painter.zoom;
    let is_seen = |link: &&Connector| {
        link.bounds.overlaps(&visible) && link.bounds.width().max(link.bounds.height()) >= shortest
    };
    let mut pieces = Vec::new();
    for link in scene.links.iter().filter(is_seen) {
        painter.strength = strength(editor.is_link_dimmed(link.id));
        let color = link_color(painter, &link.drawing.block.items);
        pieces.extend(link.route.windows(2).filter_map(|piece| match piece {
            [from, to] => {
                let (from, to) = (painter.place(*from, origin), painter.place(*to, origin));
                Some((Rect::from_two_pos(from, to), color))
            }
            _ => None,
        }));
    }
    painter.strength = 1.0;
    painter.blocks(pieces.into_iter());
    halos(painter, editor, view);

    // The smaller a card, the more of it is its mark's full tone: soft fills drown from afar.
    let width = size::CARD_WIDTH * painter.zoom;
    let share = 0.35 + 0.45 * ((NARROWEST_CARD - width) / NARROWEST_CARD).clamp(0.0, 1.0);
    // Few tones, many cards.
    let mut mixed: Vec<((Tone, Tone, bool), Color32)> = Vec::new();
    let mut color_of = |card: &Card, painter: &mut Painter| {
        let is_dimmed = editor.is_dimmed(card.id);
        painter.strength = strength(is_dimmed);
        let tones = (card.fill, card.mark, is_dimmed);
        if let Some((_, color)) = mixed.iter().find(|(known, _)| *known == tones) {
            return *color;
        }
        let color = painter.color(card.fill).lerp_to_gamma(painter.color(card.mark), share);
        mixed.push((tones, color));
        color
    };
    let cards: Vec<_> = scene
        .cards_in(&visible)
        .map(|card| (painter.rect(&card.rect, origin), color_of(card, painter)))
        .collect();
    painter.strength = 1.0;
    painter.blocks(cards.into_iter());
}

/// Around cards that were found, under them: a rectangle each, in one mesh.
fn halos(painter: &mut Painter, editor: &Editor, view: View) {
    if editor.matches().is_empty() {
        return;
    }
    let origin = view.place(Pin::Free, Point::default());
    let color = painter.color(Tone::Accent);
    let found: Vec<_> = editor
        .scene()
        .cards_in(&view.camera.visible())
        .filter(|card| editor.is_match(Source::Touchpoint(card.id)))
        .map(|card| (painter.rect(&card.rect, origin).expand(2.0), color))
        .collect();
    painter.blocks(found.into_iter());
}

fn link_color(painter: &Painter, items: &[Item]) -> Color32 {
    let tone = items.iter().find_map(|item| match item {
        Item::Path { stroke: Some(stroke), .. } => Some(stroke.tone),
        _ => None,
    });
    painter.color(tone.unwrap_or(Tone::Quiet))
}
