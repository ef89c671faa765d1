//! The fields of the shown map: what the inspector shows when nothing is selected.

use super::{
    field::{Fields, Line, choice_ui, row_ui, value_ui},
    heading_ui, kind_ui,
};
use crate::{
    app::request::{Pane, Request},
    command::{Command, MapField},
    editor::{Action, Selection},
    model::JourneyMap,
};
use egui::{Id, Ui};

pub fn map_ui(ui: &mut Ui, map: &JourneyMap, fields: &mut Fields, pane: &mut Pane<'_>) {
    let text = pane.text;
    let edit = |field| Command::EditMap { map: map.id, field };
    kind_ui(ui, None, text.inspector_map(), pane);
    let line = Line::new(Id::unique(("map", map.id)), &map.title, text.inspector_title());
    fields.heading_ui(ui, text.inspector_title(), line, pane, |title| {
        Some(edit(MapField::Title(title)))
    });
    row_ui(ui, text.inspector_persona(), pane, |ui, pane| {
        let mut options = vec![(None, text.inspector_none())];
        options
            .extend(pane.editor.project().personas.iter().map(|it| (Some(it.id), it.name.clone())));
        choice_ui(ui, Id::unique("persona"), Some(map.persona), &options, pane, |persona| {
            edit(MapField::Persona(persona))
        })
    });
    ui.horizontal_wrapped(|ui| {
        if ui.button(text.inspector_persona_add()).clicked() {
            pane.push(Request::Perform(Action::AddPersona));
        }
        if ui.button(text.inspector_project_open()).clicked() {
            pane.push(Request::Select(Selection::Project));
        }
    });
    heading_ui(ui, text.inspector_notes(), pane);
    let notes =
        Line::new(Id::unique(("map notes", map.id)), &map.notes, text.inspector_notes_hint());
    fields.block_ui(ui, text.inspector_notes(), &notes.rows(3), pane, |notes| {
        Some(edit(MapField::Notes(notes)))
    });
    heading_ui(ui, text.inspector_numbers(), pane);
    // The scene knows without looking at each; in a drag it counts the card that would be there.
    let placed = pane.editor.scene().cards.len().min(map.touchpoints.len());
    for (label, number) in [
        (text.inspector_stages(), map.stages.len()),
        (text.inspector_steps(), map.columns().count()),
        (text.inspector_lanes(), map.lanes.len()),
        (text.inspector_placed(), placed),
        (text.inspector_waiting(), map.touchpoints.len() - placed),
    ] {
        value_ui(ui, label, number.to_string(), pane);
    }
}
