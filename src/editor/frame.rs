//! Frame: the stages, steps and lanes that a map begins with, and what new ones are called.

use crate::{
    command::{Command, StageField},
    model::{Cell, IdSource, JourneyMap, Lane, Period, Role, Stage, Step, StepId},
    text::Text,
};

/// A map to begin with: the three periods of a purchase with a step each, and one lane.
pub(super) fn new_map(title: String, text: &Text, ids: &mut IdSource) -> JourneyMap {
    let mut map = JourneyMap::new(ids.next(), title);
    let periods = [
        (Period::Before, text.stage_before()),
        (Period::During, text.stage_during()),
        (Period::After, text.stage_after()),
    ];
    for (period, name) in periods {
        let mut stage = Stage::new(ids.next(), name, Some(period));
        stage.steps.push(Step::new(ids.next(), ""));
        map.stages.push(stage);
    }
    map.lanes.push(Lane::new(ids.next(), text.lane_touchpoints(), Role::Touchpoints));
    map
}

/// A map as another one is, with ids of its own and without audits.
pub(super) fn copied_map(map: &JourneyMap, title: String, ids: &mut IdSource) -> JourneyMap {
    let copy = JourneyMap { title, audits: Vec::new(), ..map.clone() };
    with_shared_stages(copy, map).with_new_ids(ids)
}

/// A map of the same stages, steps and lanes, for another kind of customer: whose, why and with
/// which touchpoints is still to be said.
pub(super) fn copied_frame(map: &JourneyMap, title: String, ids: &mut IdSource) -> JourneyMap {
    let (stages, lanes) = (map.stages.clone(), map.lanes.clone());
    let copy = JourneyMap { stages, lanes, ..JourneyMap::new(map.id, title) };
    with_shared_stages(copy, map).with_new_ids(ids)
}

fn with_shared_stages(mut copy: JourneyMap, map: &JourneyMap) -> JourneyMap {
    for (stage, original) in copy.stages.iter_mut().zip(&map.stages) {
        stage.shared = Some(original.shared_key());
    }
    copy
}

/// The commands that give each stage of a map the key that its copies have.
pub(super) fn share_stages(map: &JourneyMap) -> Vec<Command> {
    let bare = map.stages.iter().filter(|stage| stage.shared.is_none());
    let share = |stage: &Stage| Command::EditStage {
        map: map.id,
        stage: stage.id,
        field: StageField::Shared(Some(stage.shared_key())),
    };
    bare.map(share).collect()
}

/// A stage at the end of a map, named by its number.
pub(super) fn new_stage(map: &JourneyMap, text: &Text, ids: &mut IdSource) -> Stage {
    Stage::new(ids.next(), text.new_stage(map.stages.len() + 1), None)
}

/// A lane at the end of a map, named by its number; the first holds touchpoints.
pub(super) fn new_lane(map: &JourneyMap, text: &Text, ids: &mut IdSource) -> Lane {
    let name = match map.lanes.len() {
        0 => text.lane_touchpoints(),
        count => text.new_lane(count + 1),
    };
    Lane::new(ids.next(), name, Role::Touchpoints)
}

/// The first cell of a map that lacks steps or lanes, with the commands that make what is missing:
/// so the first drag always works. `step` is the one that is meant, where there are some.
pub(super) fn first_cell(
    map: &JourneyMap,
    step: Option<StepId>,
    text: &Text,
    ids: &mut IdSource,
) -> (Vec<Command>, Cell) {
    let mut commands = Vec::new();
    let step = step.or_else(|| map.columns().next().map(|column| column.step.id));
    let step = step.unwrap_or_else(|| {
        let step = Step::new(ids.next(), "");
        let id = step.id;
        if let Some(stage) = map.stages.first() {
            commands.push(Command::AddStep { map: map.id, stage: stage.id, step, at: 0 });
        } else {
            let mut stage = new_stage(map, text, ids);
            stage.steps.push(step);
            commands.push(Command::AddStage { map: map.id, stage, at: 0 });
        }
        id
    });
    let lane = map.lanes.first().map(|lane| lane.id);
    let lane = lane.unwrap_or_else(|| {
        let lane = new_lane(map, text, ids);
        let id = lane.id;
        commands.push(Command::AddLane { map: map.id, lane, at: 0 });
        id
    });
    (commands, Cell { step, lane })
}
