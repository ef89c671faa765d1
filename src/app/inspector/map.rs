//! The fields of the shown map: what the inspector shows when nothing is selected.

use super::{
    field::{Fields, Line, choice_ui, row_ui, value_ui},
    heading_ui, kind_ui,
};
use crate::{
    app::{
        request::{Pane, Request},
        style,
    },
    command::{Command, MapField},
    editor::{Action, Selection},
    layout,
    model::{JourneyMap, MapState},
    theme::{Tone, type_size},
};
use egui::{Align, Button, Frame, Id, Layout, Margin, RichText, Ui};
use lucide_icons::Icon;

/// With fewer maps than this, a project is not done.
const ENOUGH_MAPS: usize = 4;

/// With so many cards, a map has been begun in earnest.
const BEGUN: usize = 5;

pub fn map_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    gives_advice: bool,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
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
    purpose_ui(ui, map, fields, pane);
    ui.horizontal_wrapped(|ui| {
        if ui.button(text.inspector_persona_add()).clicked() {
            pane.push(Request::Perform(Action::AddPersona));
        }
        if ui.button(text.inspector_project_open()).clicked() {
            pane.push(Request::Select(Selection::Project));
        }
    });
    let maps = pane.editor.project().maps.len();
    if gives_advice && maps < ENOUGH_MAPS && map.touchpoints.len() >= BEGUN {
        advice_ui(ui, pane);
    }
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

/// What the map is for: a single quiet line until somebody says something of it.
fn purpose_ui(ui: &mut Ui, map: &JourneyMap, fields: &mut Fields, pane: &mut Pane<'_>) {
    let text = pane.text;
    let is_said = map.state.is_some()
        || [&map.scenario, &map.goal, &map.owner].iter().any(|words| !words.is_empty());
    let id = Id::unique(("map purpose", map.id));
    let is_open = is_said || ui.data(|data| data.get_temp(id).unwrap_or(false));
    if !is_open {
        let words =
            RichText::new(text.maps_purpose()).color(style::color(pane.theme, Tone::Secondary));
        if ui.add(Button::new(words).frame(false)).clicked() {
            ui.data_mut(|data| data.insert_temp(id, true));
        }
        return;
    }
    // What was open stays open while its fields are emptied again.
    ui.data_mut(|data| data.insert_temp(id, true));
    let edit = |field| Command::EditMap { map: map.id, field };
    row_ui(ui, text.maps_state(), pane, |ui, pane| {
        let mut options = vec![(None, text.maps_state_none())];
        options.extend(MapState::ALL.map(|it| (Some(it), layout::state_words(it, text))));
        choice_ui(ui, Id::unique("map state"), Some(map.state), &options, pane, |state| {
            edit(MapField::State(state))
        })
    });
    let line = |field, value, hint| Line::new(Id::unique((field, map.id)), value, hint);
    let scenario = line("scenario", &map.scenario, text.maps_scenario_hint()).rows(1);
    fields.line_ui(ui, text.maps_scenario(), &scenario, pane, |scenario| {
        Some(edit(MapField::Scenario(scenario.replace('\n', " "))))
    });
    let goal = line("goal", &map.goal, text.maps_goal_hint()).rows(1);
    fields.line_ui(ui, text.maps_goal(), &goal, pane, |goal| {
        Some(edit(MapField::Goal(goal.replace('\n', " "))))
    });
    let owner = line("map owner", &map.owner, text.maps_owner_hint());
    fields.line_ui(ui, text.inspector_owner(), &owner, pane, |owner| {
        Some(edit(MapField::Owner(owner)))
    });
    ui.add_space(4.0);
}

/// Said until somebody closes it, once for all projects.
fn advice_ui(ui: &mut Ui, pane: &mut Pane<'_>) {
    ui.add_space(8.0);
    let frame = Frame::new()
        .fill(style::color(pane.theme, Tone::Band))
        .corner_radius(8)
        .inner_margin(Margin::same(8));
    frame.show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            let close = style::icon_button_here(ui, Icon::X, &pane.text.maps_advice_close());
            if close.clicked() {
                pane.push(Request::KnowMaps);
            }
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                let tone = style::color(pane.theme, Tone::Secondary);
                let words = RichText::new(pane.text.maps_advice()).size(type_size::SMALL);
                ui.label(words.color(tone));
                if ui.button(pane.text.tab_duplicate_frame()).clicked() {
                    pane.push(Request::Perform(Action::DuplicateFrame));
                }
            });
        });
    });
}
