//! Changes to stages and to the steps inside them.

use super::{Command, CommandError, CommandName, StageField, map, rule, touchpoint};
use crate::model::{JourneyMap, MapId, Project, Stage, StageId, Step, StepId, limit};

impl Command {
    /// Says that a stage is the same as one of another map, and no other stage of its own map is;
    /// with `None`, its name decides again.
    pub fn share_stage(
        map: &JourneyMap,
        stage: &Stage,
        other: Option<(&JourneyMap, &Stage)>,
    ) -> Self {
        let set = |map: MapId, stage: StageId, key: Option<String>| Self::EditStage {
            map,
            stage,
            field: StageField::Shared(key),
        };
        let key = other.map(|(_, other)| other.shared_key());
        let taken = map.stages.iter().filter(|it| it.shared.is_some() && it.shared == key);
        let taken = taken.filter(|it| it.id != stage.id);
        let mut commands: Vec<_> = taken.map(|it| set(map.id, it.id, None)).collect();
        let bare = other.filter(|(_, other)| other.shared.is_none());
        commands.extend(bare.map(|(map, other)| set(map.id, other.id, key.clone())));
        commands.push(set(map.id, stage.id, key));
        Self::Together { name: CommandName::EditStage, commands }
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    /// Two maps of two stages each, by the keys that they have.
    fn project(keys: [[&str; 2]; 2]) -> Project {
        let mut project = Project::default();
        for (number, keys) in (1_u64..).zip(keys) {
            let mut map = JourneyMap::new(number.into(), "");
            for (at, key) in (0_u64..).zip(keys) {
                let mut stage = Stage::new((number * 10 + at).into(), "", None);
                stage.shared = (!key.is_empty()).then(|| key.to_owned());
                map.stages.push(stage);
            }
            project.maps.push(Arc::new(map));
        }
        project
    }

    #[test]
    fn a_stage_is_the_same_as_one_other_stage_of_each_map() {
        let own = StageId::from(20).to_string();
        for (keys, other, expected) in [
            // The other gets a key, if it has none.
            ([["", ""], ["", ""]], Some(0), [[own.as_str(), ""], [own.as_str(), ""]]),
            ([["", ""], ["a", "b"]], Some(1), [["b", ""], ["a", "b"]]),
            // It was the same as another one before, or another was in its place.
            ([["a", ""], ["a", "b"]], Some(1), [["b", ""], ["a", "b"]]),
            ([["", "a"], ["a", ""]], Some(0), [["a", ""], ["a", ""]]),
            ([["a", ""], ["a", ""]], None, [["", ""], ["a", ""]]),
        ] {
            let mut found = project(keys);
            let (map, there) = (Arc::clone(&found.maps[0]), Arc::clone(&found.maps[1]));
            let other = other.map(|at: usize| (there.as_ref(), &there.stages[at]));
            Command::share_stage(&map, &map.stages[0], other).apply(&mut found).unwrap();
            assert_eq!(found, project(expected), "{keys:?}");
        }
    }
}
