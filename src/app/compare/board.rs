//! The board: the shared stages as columns, the maps as rows, their cards as small marked chips.

use super::{LABEL, MARGIN, Row, STAGE, chart::line_sample, choice::Pick, go_to, id};
use crate::{
    app::{mark, request::Pane, spoken, style},
    font::Weight,
    method::compare::{Compared, ComparedStage, Comparison, SharedStage},
    model::Touchpoint,
    theme::{Tone, type_size},
};
use egui::{Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};
use std::collections::BTreeSet;

const HEADER: f32 = 32.0;
const CHIP: f32 = 24.0;
const GAP: f32 = 4.0;
/// The smallest height of a map's row: its name, its persona.
const ROW: f32 = 80.0;
/// More cards of a stage than this are counted, and shown when that is wanted.
const MOST_CHIPS: usize = 10;

/// The stages of maps of which all cards are shown.
type Opened = BTreeSet<(Pick, usize)>;

/// How wide each stage is, in points.
pub fn stage_width(room: f32, stages: usize) -> f32 {
    let count = u16::try_from(stages.max(1)).map_or(f32::MAX, f32::from);
    (room / count).max(STAGE).floor()
}

/// Where the stages begin, from left to right; only those that are seen are drawn.
pub fn columns(left: f32, width: f32, count: usize) -> impl Iterator<Item = f32> {
    std::iter::successors(Some(left), move |x| Some(x + width)).take(count)
}

/// Draws header and rows.
pub fn ui(
    ui: &mut Ui,
    rows: &[Row],
    comparison: &Comparison,
    width: f32,
    opened: &mut Opened,
    pane: &mut Pane<'_>,
) {
    let count = comparison.stages.len();
    let across = columns(MARGIN + LABEL, width, count).last().unwrap_or(MARGIN + LABEL) + width;
    ui.spacing_mut().item_spacing.y = 0.0;
    let (_, header) = ui.allocate_space(Vec2::new(across, HEADER));
    for (stage, x) in
        comparison.stages.iter().zip(columns(header.left() + MARGIN + LABEL, width, count))
    {
        let rect = Rect::from_min_size(Pos2::new(x, header.top()), Vec2::new(width, HEADER));
        if ui.is_rect_visible(rect) {
            stage_ui(ui, rect, stage, pane);
        }
    }
    for ((at, row), compared) in rows.iter().enumerate().zip(&comparison.maps) {
        row_ui(ui, (at, row), (compared, comparison), width, opened, pane);
    }
}

fn stage_ui(ui: &Ui, rect: Rect, stage: &SharedStage, pane: &Pane<'_>) {
    let words = match stage.name.trim() {
        "" => pane.text.untitled(),
        name => name.to_owned(),
    };
    let tone = |tone| style::color(pane.theme, tone);
    let inner = rect.shrink2(Vec2::new(2.0, 2.0));
    ui.painter().rect_filled(inner, 6.0, tone(Tone::Header));
    let at = inner.left_center() + Vec2::new(10.0, 0.0);
    let font = style::font(Weight::SemiBold, type_size::BODY);
    style::text_in(ui.painter(), at, &words, inner.width() - 20.0, (font, tone(Tone::Text)));
    let label = ui.interact(rect, id(("stage", rect.left().to_bits())), Sense::hover());
    label.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &words));
    label.on_hover_text(words);
}

fn row_ui(
    ui: &mut Ui,
    (at, row): (usize, &Row),
    (compared, comparison): (&Compared, &Comparison),
    width: f32,
    opened: &mut Opened,
    pane: &mut Pane<'_>,
) {
    let stages = compared.stages.iter().enumerate();
    let lines = stages.filter_map(|(at, stage)| {
        let count = stage.as_ref()?.cards.len();
        Some(if opened.contains(&(row.pick, at)) { count } else { count.min(MOST_CHIPS + 1) })
    });
    let height =
        (style::number(lines.max().unwrap_or(0)) * (CHIP + GAP) + 2.0 * 8.0 - GAP).max(ROW);
    let count = comparison.stages.len();
    let across = columns(MARGIN + LABEL, width, count).last().unwrap_or(MARGIN + LABEL) + width;
    let (_, rect) = ui.allocate_space(Vec2::new(across, height));
    let tone = |tone| style::color(pane.theme, tone);
    let line = Stroke::new(1.0, tone(Tone::Line));
    ui.painter().hline(rect.left() + MARGIN..=rect.right(), rect.bottom() - 0.5, line);
    name_ui(ui, rect, (at, row), pane);
    let places = columns(rect.left() + MARGIN + LABEL, width, count);
    let stages = compared.stages.iter().zip(&comparison.stages).enumerate();
    for ((at, (stage, shared)), x) in stages.zip(places) {
        let area = Rect::from_min_size(Pos2::new(x, rect.top()), Vec2::new(width, height));
        let is_near = ui.clip_rect().expand(width).intersects(area);
        if is_near {
            match stage {
                Some(stage) => {
                    let area = area.shrink2(Vec2::new(2.0, 8.0));
                    if chips_ui(ui, area, row, (at, stage, shared), opened, pane) {
                        opened.insert((row.pick, at));
                    }
                }
                None => missing_ui(ui, area, pane),
            }
        }
    }
}

/// The line of its curve, its title, and whose it is; leads to the map.
fn name_ui(ui: &Ui, row: Rect, (at, named): (usize, &Row), pane: &mut Pane<'_>) {
    let area = Rect::from_min_size(
        row.min + Vec2::new(MARGIN, 8.0),
        Vec2::new(LABEL - 12.0, row.height() - 16.0),
    );
    let response = ui.interact(area, id(("name", named.pick)), Sense::click());
    let words = if named.whose.is_empty() {
        named.title.clone()
    } else {
        format!("{}, {}", named.title, named.whose)
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    let tone = |tone| style::color(pane.theme, tone);
    let painter = ui.painter_at(area.expand(2.0));
    line_sample(&painter, area.left_top() + Vec2::new(0.0, 6.0), at, named.color);
    let ink = if response.hovered() { Tone::Accent } else { Tone::Text };
    let font = style::font(Weight::SemiBold, type_size::BODY);
    let title = wrapped(&painter, &named.title, font, tone(ink), area.width());
    let top = area.top() + 16.0;
    let below = top + title.size().y + 2.0;
    painter.galley(Pos2::new(area.left(), top), title, tone(ink));
    let at = Pos2::new(area.left(), below + 8.0);
    let font = style::font(Weight::Regular, type_size::SMALL);
    style::text_in(&painter, at, &named.whose, area.width(), (font, tone(Tone::Secondary)));
    let response = response.on_hover_text(words);
    if response.clicked() {
        go_to(pane, named.pick.map, None);
    }
}

/// At most two lines.
fn wrapped(
    painter: &egui::Painter,
    words: &str,
    font: egui::FontId,
    ink: egui::Color32,
    width: f32,
) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple(words.to_owned(), font, ink, width);
    job.wrap.max_rows = 2;
    painter.layout_job(job)
}

/// The map has no such stage.
fn missing_ui(ui: &Ui, area: Rect, pane: &Pane<'_>) {
    let at = Pos2::new(area.left() + 12.0, area.top() + 8.0 + CHIP / 2.0);
    let font = style::font(Weight::Regular, type_size::SMALL);
    let ink = style::color(pane.theme, Tone::Secondary);
    style::text_in(
        ui.painter(),
        at,
        &pane.text.compare_no_stage(),
        area.width() - 16.0,
        (font, ink),
    );
}

/// The cards of a stage; gives whether all of them are wanted.
fn chips_ui(
    ui: &Ui,
    area: Rect,
    row: &Row,
    (at, stage, shared): (usize, &ComparedStage, &SharedStage),
    opened: &Opened,
    pane: &mut Pane<'_>,
) -> bool {
    let size = Vec2::new(area.width(), CHIP);
    let mut rect = Rect::from_min_size(area.min, size);
    let most = if opened.contains(&(row.pick, at)) { usize::MAX } else { MOST_CHIPS };
    for card in stage.cards.iter().take(most) {
        // A long stage has thousands.
        if ui.is_rect_visible(rect.expand(CHIP)) {
            chip_ui(ui, rect, row, (card, shared), pane);
        }
        rect = rect.translate(Vec2::new(0.0, CHIP + GAP));
    }
    let Some(more @ 1..) = stage.cards.len().checked_sub(most) else { return false };
    let response = ui.interact(rect, id(("more", row.pick, at)), Sense::click());
    let words = pane.text.inspector_more(more);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    let font = style::font(Weight::Regular, type_size::SMALL);
    let is_lit = response.hovered() || response.has_focus();
    let ink = style::color(pane.theme, if is_lit { Tone::Accent } else { Tone::Secondary });
    let at = rect.left_center() + Vec2::new(10.0, 0.0);
    style::text_in(ui.painter(), at, &words, rect.width() - 20.0, (font, ink));
    response.clicked()
}

/// A card as a chip: its mark and its title; leads to the card.
fn chip_ui(
    ui: &Ui,
    rect: Rect,
    row: &Row,
    (card, shared): (&Touchpoint, &SharedStage),
    pane: &mut Pane<'_>,
) {
    let response = ui.interact(rect, id(("chip", row.pick, card.id)), Sense::click());
    let name = || {
        let card = spoken::card(pane.text, card, &shared.name, 0);
        format!("{card}; {}", row.title)
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name()));
    let tone = |tone| style::color(pane.theme, tone);
    let (full, soft) = mark::tones(card.mark);
    let line = if response.hovered() { tone(full) } else { tone(soft) };
    let line = if card.mark.is_none() { tone(Tone::Line) } else { line };
    let painter = ui.painter();
    painter.rect(rect, 6.0, tone(soft), Stroke::new(1.0, line), StrokeKind::Inside);
    let at = rect.left_center() + Vec2::new(12.0, 0.0);
    mark::paint(painter, at, 8.0, card.mark, pane.theme);
    let font = style::font(Weight::Regular, type_size::BODY);
    let at = rect.left_center() + Vec2::new(24.0, 0.0);
    style::text_in(painter, at, &card.title, rect.width() - 32.0, (font, tone(Tone::Text)));
    let response = response.on_hover_text(format!("{} {}", card.code, card.title));
    if response.clicked() {
        // A card of an earlier state may be gone: then its map is shown.
        let is_there = pane.editor.project().touchpoint(card.id).map(|(map, _)| map.id);
        let map = is_there.unwrap_or(row.pick.map);
        go_to(pane, map, is_there.map(|_| card.id));
    }
}
