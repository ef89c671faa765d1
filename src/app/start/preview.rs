//! Small pictures of the templates: their real scenes, laid out once beside the window, painted by
//! the painter of the map. Text is too small to be read there and becomes bars.

use super::StartView;
use crate::{
    app::{
        job::{Job, Poll},
        painter::{Painter, lettering::Lettering},
        style,
    },
    catalog::{self, Template},
    font::{Fonts, Weight},
    layout,
    model::IdSource,
    scene::{Block, Item, Pin, Point, Scene},
    text::{Language, Text},
    theme::{Theme, Tone, type_size},
};
use egui::{Align2, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2};
use std::sync::Arc;

/// How much of a map is seen, in map units. Wider maps go on beyond the edge.
const SEEN: f32 = 1040.0;
/// Left and above the map, in points.
const MARGIN: f32 = 8.0;
/// Of the upper corners, as the card's.
const RADIUS: u8 = 10;

/// The pictures of all templates in one language.
#[derive(Default)]
pub struct Previews {
    /// Those that the scenes are of.
    made_for: Option<(Language, Arc<Fonts>)>,
    job: Option<Job<Vec<Small>>>,
    small: Vec<Small>,
    pictures: Vec<Picture>,
}

/// The map of a template, laid out.
struct Small {
    template: Template,
    scene: Scene,
    /// How many of its cards wait in the inbox.
    waiting: usize,
}

/// What was painted last for a template, at the window's origin.
struct Picture {
    of: (Template, Theme, Vec2, f32),
    shapes: Vec<Shape>,
}

impl Previews {
    /// Lays the templates out again where language or fonts are others.
    pub fn update(&mut self, view: StartView<'_>) {
        let is_same = self.made_for.as_ref().is_some_and(|(language, fonts)| {
            *language == view.language && Arc::ptr_eq(fonts, view.fonts)
        });
        if !is_same {
            let (language, fonts, text) =
                (view.language, Arc::clone(view.fonts), Arc::clone(view.text));
            self.made_for = Some((language, Arc::clone(&fonts)));
            self.job = Some(Job::start(view.worker, move |_| {
                let small = |template| small(template, language, &fonts, &text);
                Template::ALL.into_iter().filter_map(small).collect()
            }));
        }
        match self.job.as_ref().map(Job::poll) {
            Some(Poll::Running) | None => return,
            Some(Poll::Done(small)) => {
                self.small = small;
                self.pictures.clear();
            }
            Some(Poll::Lost) => {}
        }
        self.job = None;
    }

    /// Paints the picture of a template into a place with round upper corners.
    pub fn paint(&mut self, ui: &Ui, template: Template, rect: Rect, theme: Theme) {
        let Some(small) = self.small.iter().find(|it| it.template == template) else {
            return;
        };
        let of = (template, theme, rect.size(), ui.pixels_per_point());
        if !self.pictures.iter().any(|picture| picture.of == of) {
            let shapes = shapes(ui, &small.scene, rect.size(), theme);
            self.pictures.retain(|picture| picture.of.0 != template);
            self.pictures.push(Picture { of, shapes });
        }
        let painter = ui.painter_at(rect.shrink(1.0));
        let round = egui::CornerRadius { nw: RADIUS, ne: RADIUS, sw: 0, se: 0 };
        painter.rect_filled(rect, round, style::color(theme, Tone::Canvas));
        for shape in self.pictures.iter().filter(|it| it.of == of).flat_map(|it| &it.shapes) {
            let mut shape = shape.clone();
            shape.translate(rect.min.to_vec2());
            painter.add(shape);
        }
        if small.scene.cards.is_empty() && small.waiting > 0 {
            pile(&painter, small.waiting, rect, theme);
        }
    }
}

fn small(template: Template, language: Language, fonts: &Fonts, text: &Text) -> Option<Small> {
    let project = catalog::new_project(template, language, &mut IdSource::seeded(0));
    let map = project.maps.first()?;
    let scene = layout::layout(map, fonts, text, &mut layout::Cache::default());
    Some(Small { template, scene, waiting: map.cards_in(None).len() })
}

/// So many cards that have no place yet, at the lower right.
fn pile(painter: &egui::Painter, count: usize, rect: Rect, theme: Theme) {
    let tone = |tone| style::color(theme, tone);
    let card = Vec2::new(56.0, 28.0);
    let front = Rect::from_min_size(rect.max - card - Vec2::new(20.0, 12.0), card);
    let line = Stroke::new(1.0, tone(Tone::Unmarked));
    for back in [8.0, 4.0, 0.0] {
        let one = front.translate(Vec2::new(back, -back));
        painter.rect(one, 4.0, tone(Tone::Card), line, StrokeKind::Inside);
    }
    let font = style::font(Weight::SemiBold, type_size::BODY);
    let ink = tone(Tone::Secondary);
    painter.text(front.center(), Align2::CENTER_CENTER, count, font, ink);
}

/// A scene in small, in a place of a size at the window's origin.
fn shapes(ui: &Ui, scene: &Scene, size: Vec2, theme: Theme) -> Vec<Shape> {
    let mut lettering = Lettering::default();
    let mut painter = Painter {
        ctx: ui,
        lettering: &mut lettering,
        theme,
        zoom: (size.x - MARGIN) / SEEN,
        strength: 1.0,
        clip: Rect::from_min_size(Pos2::ZERO, size),
        shapes: Vec::new(),
    };
    let origin = Pos2::new(MARGIN, MARGIN);
    let mut block = |block: &Block, at: Point| {
        let at = painter.place(at, origin);
        painter.block(block, at);
        bars(&mut painter, block, at);
    };
    let zero = Point::default();
    for placed in scene.blocks.iter().filter(|placed| placed.pin == Pin::Free) {
        block(&placed.block, zero + placed.offset);
    }
    for link in &scene.links {
        block(&link.drawing.block, zero + link.drawing.offset);
    }
    for card in &scene.cards {
        block(&card.block, card.rect.min);
    }
    for placed in scene.blocks.iter().filter(|placed| placed.pin != Pin::Free) {
        block(&placed.block, zero + placed.offset);
    }
    painter.shapes
}

/// A bar for each line of text.
fn bars(painter: &mut Painter<'_>, block: &Block, origin: Pos2) {
    for item in &block.items {
        let Item::Text(text) = item else { continue };
        let (start, size) = (text.origin, text.line.size);
        let rect = Rect {
            min: painter.place(Point::new(start.x, start.y - size * 0.6), origin),
            max: painter.place(Point::new(start.x + text.line.width, start.y), origin),
        };
        let ink = style::color(painter.theme, text.tone).gamma_multiply(0.4);
        painter.shapes.push(Shape::rect_filled(rect, 0.5, ink));
    }
}
