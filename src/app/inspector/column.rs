//! The fields of a stage, a step, a lane, and of an empty cell.

use super::{
    card_row,
    field::{Fields, Line, choice_ui, row_ui, value_ui},
    heading_ui, kind_ui,
    matching::Matching,
    note_ui, title_ui,
};
use crate::{
    app::{
        request::{Pane, Request},
        text_field::take_list,
        words,
    },
    command::{Command, LaneField, StageField},
    editor::Selection,
    method::compare::is_same,
    model::{
        self, JourneyMap, LaneId, Period, Role, Stage, StageId, StepId, Touchpoint, TouchpointId,
    },
};
use egui::{Button, Id, Ui};
use std::{cell::Cell, collections::BTreeSet, iter, sync::Arc};

/// More cards than this are not listed one by one.
const MOST_CARDS: usize = 40;

pub fn stage_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    id: StageId,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
    let Some(stage) = map.stage(id) else {
        return;
    };
    let text = pane.text;
    let edit = |field| Command::EditStage { map: map.id, stage: id, field };
    kind_ui(ui, None, text.inspector_stage(), pane);
    let line = Line::new(Id::unique(("stage", id)), &stage.name, text.inspector_name());
    fields
        .line_ui(ui, text.inspector_name(), &line, pane, |name| Some(edit(StageField::Name(name))));
    row_ui(ui, text.inspector_period(), pane, |ui, pane| {
        let mut options = vec![(None, text.inspector_not_set())];
        options.extend(Period::ALL.map(|period| (Some(period), words::period(text, period))));
        choice_ui(ui, Id::unique("stage period"), Some(stage.period), &options, pane, |period| {
            edit(StageField::Period(period))
        })
    });
    same_ui(ui, map, stage, pane);
    heading_ui(ui, text.inspector_steps(), pane);
    let numbered = map.columns().zip(1_usize..).filter(|(column, _)| column.stage.id == id);
    for (column, number) in numbered {
        let words = match column.step.action.trim() {
            "" => text.inspector_step_empty(number),
            action => format!("{number}  {action}"),
        };
        if ui.add(Button::new(words).frame(false).truncate()).clicked() {
            pane.push(Request::Select(Selection::Step(column.step.id)));
        }
    }
}

/// Which stage of another map it is the same as.
fn same_ui(ui: &mut Ui, map: &JourneyMap, stage: &Stage, pane: &mut Pane<'_>) {
    let project = pane.editor.project();
    let others = project.maps.iter().filter(|other| other.id != map.id);
    let others: Vec<(&JourneyMap, &Stage)> =
        others.flat_map(|map| map.stages.iter().map(move |stage| (map.as_ref(), stage))).collect();
    if others.is_empty() {
        return;
    }
    let text = pane.text;
    let mut keys = BTreeSet::new();
    let mut options = vec![(None, text.maps_same_by_name())];
    let mut current = None;
    for (at, (on, other)) in others.iter().enumerate() {
        // Stages that are the same already are one to choose; what another stage of this map is the
        // same as is not.
        let is_taken = map.stages.iter().any(|it| it.id != stage.id && is_same(it, other));
        if is_taken || other.shared.as_ref().is_some_and(|key| !keys.insert(key)) {
            continue;
        }
        let names = (or_untitled(&other.name, pane), or_untitled(&on.title, pane));
        options.push((Some(at), text.maps_same_of(names.0, names.1)));
        if other.shared.is_some() && other.shared == stage.shared {
            current = Some(at);
        }
    }
    row_ui(ui, text.maps_same(), pane, |ui, pane| {
        let id = Id::unique("same stage");
        choice_ui(ui, id, Some(current), &options, pane, |at| {
            let other = at.and_then(|at| others.get(at)).copied();
            Command::share_stage(map, stage, other)
        })
    });
    note_ui(ui, text.maps_same_note(), pane);
}

pub fn step_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    id: StepId,
    matching: &mut Matching,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
    let text = pane.text;
    let Some((column, number)) =
        map.columns().zip(1_usize..).find(|(column, _)| column.step.id == id)
    else {
        return;
    };
    kind_ui(ui, None, text.inspector_step(), pane);
    title_ui(ui, text.inspector_step_of(number, or_untitled(&column.stage.name, pane)), pane);
    heading_ui(ui, text.inspector_action(), pane);
    let action = &column.step.action;
    let line = Line::new(Id::unique(("action", id)), action, text.inspector_action_hint());
    // A list that is pasted: a step for each line. Taken before the field cuts it to one line.
    let has_caret = ui.memory(|memory| memory.has_focus(line.id));
    let more = if has_caret { take_list(ui) } else { None };
    let first = Cell::new(None);
    fields.block_ui(ui, text.inspector_action(), &line.rows(1), pane, |action| {
        let action = action.replace(['\n', '\r'], " ");
        if more.is_some() {
            first.set(Some(action));
            return None;
        }
        Some(Command::EditStep { map: map.id, step: id, action })
    });
    if let Some(more) = more {
        let first = first.take().unwrap_or_else(|| action.clone());
        pane.push(Request::WriteActions(id, iter::once(first).chain(more).collect()));
    }
    heading_ui(ui, text.inspector_cards(), pane);
    let cards: Vec<TouchpointId> = map
        .touchpoints
        .iter()
        .filter(|card| card.place.cell.is_some_and(|cell| cell.step == id))
        .map(|card| card.id)
        .collect();
    let has_action = !action.trim().is_empty();
    match (cards.is_empty(), has_action) {
        (true, true) => matching.ui(ui, &column, None, pane),
        (true, false) => note_ui(ui, text.inspector_cards_none(), pane),
        (false, true) => {}
        (false, false) => note_ui(ui, text.matching_no_action(), pane),
    }
    for &card in cards.iter().take(MOST_CARDS) {
        card_row(ui, map, card, pane);
    }
    if cards.len() > MOST_CARDS {
        note_ui(ui, text.inspector_more(cards.len() - MOST_CARDS), pane);
    }
}

pub fn lane_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    id: LaneId,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
    let Some(lane) = map.lane(id) else {
        return;
    };
    let text = pane.text;
    let edit = |field| Command::EditLane { map: map.id, lane: id, field };
    kind_ui(ui, None, text.inspector_lane(), pane);
    let line = Line::new(Id::unique(("lane", id)), &lane.name, text.inspector_name());
    fields
        .line_ui(ui, text.inspector_name(), &line, pane, |name| Some(edit(LaneField::Name(name))));
    row_ui(ui, text.inspector_role(), pane, |ui, pane| {
        let options = Role::ALL.map(|role| (role, words::role(text, role)));
        choice_ui(ui, Id::unique("role"), Some(lane.role), &options, pane, |role| {
            edit(LaneField::Role(role))
        })
    });
    note_ui(ui, text.inspector_role_note(), pane);
}

pub fn cell_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    cell: model::Cell,
    matching: &mut Matching,
    pane: &mut Pane<'_>,
) {
    let text = pane.text;
    kind_ui(ui, None, text.inspector_cell(), pane);
    let column = map.columns().zip(1_usize..).find(|(column, _)| column.step.id == cell.step);
    let Some(((column, number), lane)) = column.zip(map.lane(cell.lane)) else {
        return;
    };
    title_ui(ui, text.inspector_step_of(number, or_untitled(&column.stage.name, pane)), pane);
    value_ui(ui, text.inspector_lane(), or_untitled(&lane.name, pane), pane);
    note_ui(ui, text.inspector_cell_note(), pane);
    let has_card = |card: &Arc<Touchpoint>| card.place.cell.is_some_and(|it| it.step == cell.step);
    if !column.step.action.trim().is_empty() && !map.touchpoints.iter().any(has_card) {
        heading_ui(ui, text.inspector_action(), pane);
        ui.add(egui::Label::new(&column.step.action).wrap());
        matching.ui(ui, &column, Some(cell.lane), pane);
    }
}

fn or_untitled(name: &str, pane: &Pane<'_>) -> String {
    if name.trim().is_empty() { pane.text.untitled() } else { name.to_owned() }
}
