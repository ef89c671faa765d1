//! Changes to stages and to the steps inside them.

use super::{CommandError, StageField, map, rule, touchpoint};
use crate::model::{JourneyMap, MapId, Project, Stage, StageId, Step, StepId, limit};

/// A stage may bring steps with it.
pub(super) fn add(
    project: &mut Project,
    map: MapId,
    stage: &Stage,
    at: usize,
) -> Result<(), CommandError> {
    let stages = project.maps.iter().flat_map(|map| &map.stages);
    rule::is_new("stage", &stage.id, stages.map(|stage| stage.id))?;
    rule::line(&stage.name)?;
    let mut bare = stage.clone();
    let steps = std::mem::take(&mut bare.steps);
    let target = map::find(project, map)?;
    rule::count("stages", target.stages.len() + 1, limit::STAGES)?;
    rule::put(&mut target.stages, bare, at);
    for (at, step) in steps.iter().enumerate() {
        add_step(project, map, stage.id, step, at)?;
    }
    Ok(())
}

pub(super) fn edit(
    map: &mut JourneyMap,
    id: StageId,
    field: &StageField,
) -> Result<(), CommandError> {
    let stage = find(map, id)?;
    match field {
        StageField::Name(name) => {
            rule::line(name)?;
            stage.name.clone_from(name);
        }
        StageField::Period(period) => stage.period = *period,
        StageField::Shared(key) => {
            rule::line(key.as_deref().unwrap_or_default())?;
            stage.shared.clone_from(key);
        }
    }
    Ok(())
}

/// Its cards go to the inbox.
pub(super) fn delete(map: &mut JourneyMap, id: StageId) -> Result<(), CommandError> {
    let steps: Vec<StepId> = find(map, id)?.steps.iter().map(|step| step.id).collect();
    touchpoint::to_inbox(map, |cell| steps.contains(&cell.step));
    rule::take(&mut map.stages, |stage| stage.id == id, "stage").map(drop)
}

pub(super) fn add_step(
    project: &mut Project,
    map: MapId,
    stage: StageId,
    step: &Step,
    at: usize,
) -> Result<(), CommandError> {
    let steps = project.maps.iter().flat_map(|map| map.columns());
    rule::is_new("step", &step.id, steps.map(|column| column.step.id))?;
    rule::line(&step.action)?;
    let map = map::find(project, map)?;
    rule::count("steps", map.columns().count() + 1, limit::STEPS)?;
    rule::put(&mut find(map, stage)?.steps, step.clone(), at);
    Ok(())
}

pub(super) fn edit_step(
    map: &mut JourneyMap,
    id: StepId,
    action: &str,
) -> Result<(), CommandError> {
    rule::line(action)?;
    let stage = stage_of(map, id)?;
    let step = rule::find(&mut stage.steps, |step| step.id == id, "step")?;
    action.clone_into(&mut step.action);
    Ok(())
}

/// `at` is its index in the stage afterwards.
pub(super) fn move_step(
    map: &mut JourneyMap,
    id: StepId,
    to: StageId,
    at: usize,
) -> Result<(), CommandError> {
    let step = rule::take(&mut stage_of(map, id)?.steps, |step| step.id == id, "step")?;
    rule::put(&mut find(map, to)?.steps, step, at);
    Ok(())
}

/// Its cards go to the inbox.
pub(super) fn delete_step(map: &mut JourneyMap, id: StepId) -> Result<(), CommandError> {
    touchpoint::to_inbox(map, |cell| cell.step == id);
    rule::take(&mut stage_of(map, id)?.steps, |step| step.id == id, "step").map(drop)
}

fn find(map: &mut JourneyMap, id: StageId) -> Result<&mut Stage, CommandError> {
    rule::find(&mut map.stages, |stage| stage.id == id, "stage")
}

fn stage_of(map: &mut JourneyMap, id: StepId) -> Result<&mut Stage, CommandError> {
    rule::find(&mut map.stages, |stage| stage.steps.iter().any(|step| step.id == id), "step")
}
