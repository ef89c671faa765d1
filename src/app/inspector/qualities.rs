//! The six qualities of a touchpoint: a rating and a note for each, their mean, and a radar.

use super::{
    field::{Fields, Line, value_ui},
    section::{Heading, section_ui},
    summary::{Common, Summary},
};
use crate::{
    app::{
        radar,
        rating::Rating,
        request::{Pane, Request},
        style, words,
    },
    command::{Command, TouchpointField},
    font::Weight,
    message,
    method::quality::weakest,
    model::{JourneyMap, Quality, Score, Touchpoint},
    theme::{Tone, type_size},
};
use egui::{Id, Rect, Ui, Vec2};
use lucide_icons::Icon;
use std::sync::Arc;

const ROW_HEIGHT: f32 = 24.0;
/// Of the five fields, at most.
const WIDEST: f32 = 116.0;
/// Of the button that opens a note.
const BUTTON: f32 = 24.0;

/// The section; `card` is the only one that is selected.
pub fn qualities_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    card: Option<&Touchpoint>,
    summary: &Summary,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
    let text = pane.text;
    let mean = card.and_then(|card| card.qualities.scores().mean());
    let mean = mean.map(|mean| message::mean(text, mean));
    let is_used = card.map_or_else(
        || summary.scores.iter().any(|score| *score != Common::Same(None)),
        |card| !card.qualities.is_empty(),
    );
    let heading = Heading { title: text.quality_heading(), summary: mean.unwrap_or_default() };
    section_ui(ui, "qualities", &heading, is_used, pane, |ui, pane| {
        rows_ui(ui, map, card, summary, fields, pane);
    });
}

fn rows_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    card: Option<&Touchpoint>,
    summary: &Summary,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
    let left = label_width(ui, pane);
    for (quality, score) in Quality::ALL.into_iter().zip(&summary.scores) {
        let chosen = row_ui(ui, left, quality, score.same().copied(), card, pane);
        if let Some(score) = chosen {
            let field = TouchpointField::Score(quality, score);
            let touchpoints = summary.ids.clone();
            pane.run(Command::EditTouchpoints { map: map.id, touchpoints, field });
            pane.push(Request::Seal);
        }
        if let Some(card) = card {
            note_ui(ui, map, card, quality, fields, pane);
        }
    }
    if let Some(card) = card.filter(|card| card.qualities.scores().mean().is_some()) {
        ui.add_space(8.0);
        radar::radar_ui(ui, &card.qualities.scores(), pane.text, pane.theme);
    }
}

/// The weakest quality of the shown map, found anew when the map changes.
#[derive(Default)]
pub struct Weakest(Option<(Arc<JourneyMap>, Mean)>);

/// A quality and its mean, where any is rated.
type Mean = Option<(Quality, f32)>;

impl Weakest {
    /// Says which it is, where anything is rated.
    pub fn ui(&mut self, ui: &mut Ui, map: &Arc<JourneyMap>, pane: &mut Pane<'_>) {
        let known = self.0.take().filter(|(of, _)| Arc::ptr_eq(of, map));
        let known = known.unwrap_or_else(|| (Arc::clone(map), weakest(map)));
        if let (_, Some((quality, mean))) = &known {
            let mean = message::mean(pane.text, *mean);
            let value = pane.text.quality_value(words::quality(pane.text, *quality), mean);
            value_ui(ui, pane.text.quality_weakest(), value, pane);
        }
        self.0 = Some(known);
    }
}

/// As wide as the longest name needs.
fn label_width(ui: &Ui, pane: &Pane<'_>) -> f32 {
    let font = style::font(Weight::Regular, type_size::BODY);
    let ink = style::color(pane.theme, Tone::Secondary);
    let width = |quality| {
        let name = words::quality(pane.text, quality);
        ui.painter().layout_no_wrap(name, font.clone(), ink).size().x
    };
    Quality::ALL.map(width).into_iter().fold(0.0, f32::max)
}

/// A name, the five fields, and where a note opens. Gives what was chosen.
fn row_ui(
    ui: &mut Ui,
    left: f32,
    quality: Quality,
    value: Option<Option<Score>>,
    card: Option<&Touchpoint>,
    pane: &Pane<'_>,
) -> Option<Option<Score>> {
    let (_, row) = ui.allocate_space(Vec2::new(ui.available_width(), ROW_HEIGHT));
    let name = words::quality(pane.text, quality);
    let label = Rect::from_min_size(row.min, Vec2::new(left, ROW_HEIGHT));
    let font = style::font(Weight::Regular, type_size::BODY);
    let ink = style::color(pane.theme, Tone::Secondary);
    style::text_in(ui.painter(), label.left_center(), &name, left, (font, ink));
    let about = ui.interact(label, ui.scope_id().with(("about", quality)), egui::Sense::hover());
    about.on_hover_text(words::about_quality(pane.text, quality));

    let start = row.left() + left + 12.0;
    let end = row.right() - BUTTON - 4.0;
    let width = (end - start).clamp(60.0, WIDEST);
    let place = Rect::from_min_size(egui::pos2(end - width, row.top()), Vec2::new(width, 24.0));
    let first = card.map(|card| card.id);
    let id = Id::unique("quality").with((first, quality));
    let rating = Rating { id, name: &name, value, before: None, is_large: false };
    let (_, chosen) = rating.ui(ui, place, pane.text, pane.theme);
    if let Some(card) = card {
        let at = Rect::from_min_max(egui::pos2(row.right() - BUTTON, row.top()), row.max);
        note_button(ui, at, card, quality, pane);
    }
    chosen
}

/// Opens and closes a note.
fn note_button(ui: &mut Ui, at: Rect, card: &Touchpoint, quality: Quality, pane: &Pane<'_>) {
    let note = card.qualities.note(quality);
    let id = note_id(card, quality);
    let is_open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or_default();
    let name = pane.text.quality_note_open(words::quality(pane.text, quality));
    let icon = if note.is_empty() { Icon::MessageSquarePlus } else { Icon::MessageSquareText };
    let tone = match (note.is_empty(), is_open) {
        (false, _) | (_, true) => Tone::Accent,
        (true, false) => Tone::Quiet,
    };
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(at));
    child.spacing_mut().button_padding = Vec2::ZERO;
    let icon = style::icon(icon).color(style::color(pane.theme, tone));
    let button = egui::Button::new(icon).frame_when_inactive(false);
    let response = child.put(at, button).accessible_name(&name);
    let response = response.on_hover_text(if note.is_empty() { &name } else { note });
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
    if response.clicked() {
        ui.data_mut(|data| data.insert_temp(id, !is_open));
        ui.data_mut(|data| data.insert_temp(id.with("begins"), !is_open));
    }
}

fn note_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    card: &Touchpoint,
    quality: Quality,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
    let id = note_id(card, quality);
    if !ui.data(|data| data.get_temp::<bool>(id)).unwrap_or_default() {
        return;
    }
    let text = pane.text;
    let note = card.qualities.note(quality);
    let line = Line::new(id, note, text.quality_note_hint()).rows(2);
    let name = text.quality_note_open(words::quality(text, quality));
    fields.block_ui(ui, name, &line, pane, |note| {
        let field = TouchpointField::QualityNote(quality, note);
        Some(Command::EditTouchpoints { map: map.id, touchpoints: vec![card.id], field })
    });
    // The click that opens it takes the focus from all that it did not hit: after that.
    let begins = id.with("begins");
    if ui.data_mut(|data| data.remove_temp::<bool>(begins)).unwrap_or_default() {
        ui.memory_mut(|memory| memory.request_focus(id));
        ui.request_repaint();
    }
}

/// Of the field, and of whether it is open.
fn note_id(card: &Touchpoint, quality: Quality) -> Id {
    Id::unique("quality note").with((card.id, quality))
}
