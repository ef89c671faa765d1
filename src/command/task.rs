//! Changes to the checklists of touchpoints.

use super::{CommandError, TaskField, rule};
use crate::model::{JourneyMap, Task, TaskId, Touchpoint, TouchpointId, limit};
use std::sync::Arc;

pub(super) fn add(
    map: &mut JourneyMap,
    card: TouchpointId,
    task: &Task,
    at: usize,
) -> Result<(), CommandError> {
    check(task)?;
    let card = find(map, card)?;
    rule::is_new("task", &task.id, card.tasks.iter().map(|task| task.id))?;
    rule::count("tasks", card.tasks.len() + 1, limit::TASKS)?;
    rule::put(&mut card.tasks, task.clone(), at);
    Ok(())
}

pub(super) fn edit(
    map: &mut JourneyMap,
    card: TouchpointId,
    id: TaskId,
    field: &TaskField,
) -> Result<(), CommandError> {
    let card = rule::find(&mut map.touchpoints, |it| it.id == card, "touchpoint")?;
    let old = card.tasks.iter().find(|task| task.id == id).ok_or(CommandError::Missing("task"))?;
    let mut task = old.clone();
    match field {
        TaskField::Text(text) => task.text.clone_from(text),
        TaskField::Owner(owner) => task.owner.clone_from(owner),
        TaskField::Due(due) => task.due = *due,
        TaskField::State(state) => task.state = *state,
        TaskField::Tool(tool) => task.tool.clone_from(tool),
    }
    if task == *old {
        return Ok(());
    }
    check(&task)?;
    *rule::find(&mut Arc::make_mut(card).tasks, |task| task.id == id, "task")? = task;
    Ok(())
}

pub(super) fn shift(
    map: &mut JourneyMap,
    card: TouchpointId,
    id: TaskId,
    to: usize,
) -> Result<(), CommandError> {
    rule::shift(&mut find(map, card)?.tasks, |task| task.id == id, to, "task")
}

pub(super) fn delete(
    map: &mut JourneyMap,
    card: TouchpointId,
    id: TaskId,
) -> Result<(), CommandError> {
    rule::take(&mut find(map, card)?.tasks, |task| task.id == id, "task").map(drop)
}

fn find(map: &mut JourneyMap, id: TouchpointId) -> Result<&mut Touchpoint, CommandError> {
    rule::find(&mut map.touchpoints, |card| card.id == id, "touchpoint").map(Arc::make_mut)
}

/// A task that may come into a project.
pub(super) fn check(task: &Task) -> Result<(), CommandError> {
    if task.text.trim().is_empty() {
        return Err(CommandError::EmptyTask);
    }
    rule::line(&task.text)?;
    rule::line(&task.owner)?;
    rule::line(&task.tool)
}
