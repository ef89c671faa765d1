//! The inspector at the right: every field of what is selected.

pub mod card;
mod column;
mod feasibility;
pub mod field;
mod link;
mod map;
mod matching;
mod outcome;
mod project;
mod qualities;
mod review;
mod section;
mod summary;
mod tasks;

pub use self::project::persona_field;
use self::{field::Fields, matching::Matching, qualities::Weakest, summary::Summary};
use super::{
    focus,
    request::{Pane, Request},
    style,
};
use crate::{
    editor::Selection,
    font::Weight,
    model::{JourneyMap, Touchpoint, TouchpointId},
    theme::{Tone, type_size},
};
use egui::{Frame, Margin, RichText, ScrollArea, Ui};

/// The inspector's state.
#[derive(Default)]
pub struct Inspector {
    fields: Fields,
    /// It has not been said yet that one map is not enough.
    pub gives_advice: bool,
    /// What may serve a customer action.
    pub matching: Matching,
    summary: Option<((u64, Selection), Summary)>,
    weakest: Weakest,
}

impl Inspector {
    /// Draws the fields of what is selected.
    pub fn ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) {
        ui.spacing_mut().item_spacing.y = 4.0;
        let single = single_card(pane);
        if let Some((map, card)) = single {
            beside_bar(ui, |ui| card::head_ui(ui, map, card, &mut self.fields, pane));
        }
        ScrollArea::vertical().id_salt("inspector").auto_shrink(false).show(ui, |ui| {
            beside_bar(ui, |ui| {
                focus::followed(ui, |ui| self.selection_ui(ui, single, pane));
                ui.add_space(16.0);
            });
        });
        self.fields.end(pane);
    }

    fn selection_ui(
        &mut self,
        ui: &mut Ui,
        single: Option<(&JourneyMap, &Touchpoint)>,
        pane: &mut Pane<'_>,
    ) {
        let editor = pane.editor;
        let Self { fields, gives_advice, matching, .. } = self;
        let gives_advice = *gives_advice;
        let Some(map) = editor.map() else {
            project::project_ui(ui, fields, pane);
            return;
        };
        match editor.selection() {
            Selection::Nothing => {
                map::map_ui(ui, map, gives_advice, fields, pane);
                self.weakest.ui(ui, map, pane);
            }
            Selection::Project => project::project_ui(ui, fields, pane),
            Selection::Touchpoints(_) => {
                let summary = summary_of(&mut self.summary, map, pane);
                match (summary.ids.as_slice(), single) {
                    ([], _) => {
                        map::map_ui(ui, map, gives_advice, fields, pane);
                        self.weakest.ui(ui, map, pane);
                    }
                    (_, Some((map, card))) => card::card_ui(ui, map, card, summary, fields, pane),
                    (ids, None) => {
                        title_ui(ui, pane.text.inspector_touchpoints(ids.len()), pane);
                        note_ui(ui, pane.text.inspector_touchpoints_note(), pane);
                        ui.add_space(8.0);
                        card::shared_ui(ui, map, summary, fields, pane);
                    }
                }
            }
            Selection::Stage(id) => column::stage_ui(ui, map, *id, fields, pane),
            Selection::Step(id) => column::step_ui(ui, map, *id, matching, fields, pane),
            Selection::Lane(id) => column::lane_ui(ui, map, *id, fields, pane),
            Selection::Link(id) => link::link_ui(ui, map, *id, fields, pane),
            Selection::Cell(cell) => column::cell_ui(ui, map, *cell, matching, pane),
        }
    }
}

/// The only card that is selected, with its map.
fn single_card<'a>(pane: &Pane<'a>) -> Option<(&'a JourneyMap, &'a Touchpoint)> {
    let map = pane.editor.map()?;
    let mut ids = pane.editor.selection().touchpoints();
    let only = ids.next().filter(|_| ids.next().is_none());
    Some((map, map.touchpoint(only?)?))
}

/// Beside the room that the scroll bar needs.
fn beside_bar(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    Frame::new().inner_margin(Margin { right: 12, ..Margin::ZERO }).show(ui, add);
}

/// What the selected cards have in common, made again when they or the selection change.
fn summary_of<'a>(
    cache: &'a mut Option<((u64, Selection), Summary)>,
    map: &JourneyMap,
    pane: &Pane<'_>,
) -> &'a Summary {
    let (revision, selection) = (pane.editor.revision(), pane.editor.selection());
    // Compared in place: a selection can be ten thousand cards.
    if cache.as_ref().is_some_and(|((of, cards), _)| *of != revision || cards != selection) {
        *cache = None;
    }
    let (_, summary) =
        cache.get_or_insert_with(|| ((revision, selection.clone()), Summary::of(map, selection)));
    summary
}

/// The noun at the head of the panel: "T3  Touchpoint".
fn kind_ui(ui: &mut Ui, code: Option<String>, kind: String, pane: &Pane<'_>) {
    let tone = style::color(pane.theme, Tone::Secondary);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if let Some(code) = code {
            let font = style::font(Weight::SemiBold, type_size::SMALL);
            ui.label(RichText::new(code).font(font).color(tone));
        }
        ui.label(RichText::new(kind).size(type_size::SMALL).color(tone));
    });
}

fn title_ui(ui: &mut Ui, title: String, pane: &Pane<'_>) {
    let font = style::font(Weight::SemiBold, type_size::TITLE);
    ui.label(RichText::new(title).font(font).color(style::color(pane.theme, Tone::Text)));
}

/// A heading inside the panel, with a line above it.
fn heading_ui(ui: &mut Ui, words: String, pane: &Pane<'_>) {
    ui.add_space(8.0);
    ui.separator();
    ui.add_space(4.0);
    let font = style::font(Weight::SemiBold, type_size::BODY);
    ui.label(RichText::new(words).font(font).color(style::color(pane.theme, Tone::Text)));
}

fn note_ui(ui: &mut Ui, words: String, pane: &Pane<'_>) {
    let tone = style::color(pane.theme, Tone::Secondary);
    ui.label(RichText::new(words).size(type_size::SMALL).color(tone));
}

/// A note about something that cannot be so.
fn warning_ui(ui: &mut Ui, words: String, pane: &Pane<'_>) {
    let tone = style::color(pane.theme, Tone::Friction);
    ui.label(RichText::new(words).size(type_size::SMALL).color(tone));
}

/// A card's mark, code and title as a row that selects it.
fn card_row(ui: &mut Ui, map: &JourneyMap, id: TouchpointId, pane: &mut Pane<'_>) {
    let Some(card) = map.touchpoint(id) else {
        return;
    };
    let words = format!("{} {}", card.code, card.title);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        super::mark::shape_ui(ui, card.mark, 9.0, pane.theme);
        let button = egui::Button::new(RichText::new(words)).frame(false).truncate();
        if ui.add(button).clicked() {
            pane.push(Request::Select(Selection::touchpoint(id)));
        }
    });
}
