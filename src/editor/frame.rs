//! Frame: the stages, steps and lanes that a map begins with, and what new ones are called.

use crate::{
    command::Command,
    model::{
        Cell, Code, IdSource, JourneyMap, Lane, LaneId, Link, LinkId, MapId, Period, Role, Stage,
        StageId, Step, StepId, Touchpoint, TouchpointId,
    },
    text::Text,
};
use std::{collections::BTreeMap, sync::Arc};

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

/// A map as another one is, with ids of its own. Stages keep the key that says they are the same.
pub(super) fn copied_map(map: &JourneyMap, title: String, ids: &mut IdSource) -> JourneyMap {
    let mut copy = JourneyMap { id: ids.next::<MapId>(), title, ..map.clone() };
    let mut steps = BTreeMap::new();
    for stage in &mut copy.stages {
        stage.id = ids.next::<StageId>();
        for step in &mut stage.steps {
            let id = ids.next::<StepId>();
            steps.insert(std::mem::replace(&mut step.id, id), id);
        }
    }
    let mut lanes = BTreeMap::new();
    for lane in &mut copy.lanes {
        let id = ids.next::<LaneId>();
        lanes.insert(std::mem::replace(&mut lane.id, id), id);
    }
    let mut cards = BTreeMap::new();
    for card in &mut copy.touchpoints {
        let mut new: Touchpoint = card.as_ref().clone();
        let id = ids.next::<TouchpointId>();
        cards.insert(std::mem::replace(&mut new.id, id), id);
        // The code is given by the command.
        new.code = Code(0);
        new.place.cell = new.place.cell.and_then(|cell| {
            Some(Cell { step: *steps.get(&cell.step)?, lane: *lanes.get(&cell.lane)? })
        });
        *card = Arc::new(new);
    }
    copy.links = map
        .links
        .iter()
        .filter_map(|link| {
            let (from, to) = (*cards.get(&link.from)?, *cards.get(&link.to)?);
            let mut link: Link = link.as_ref().clone();
            (link.id, link.from, link.to) = (ids.next::<LinkId>(), from, to);
            Some(Arc::new(link))
        })
        .collect();
    copy
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
