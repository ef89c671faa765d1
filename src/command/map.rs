//! Changes to the list of maps and to a map itself.

use super::{CommandError, MapField, rule, touchpoint};
use crate::model::{JourneyMap, MapId, Problem, ProblemKind, Project, limit};
use std::sync::Arc;

/// The map to be changed: a copy of its own, so that the project as it was keeps the old one.
pub(super) fn find(project: &mut Project, id: MapId) -> Result<&mut JourneyMap, CommandError> {
    rule::find(&mut project.maps, |map| map.id == id, "map").map(Arc::make_mut)
}

/// Its touchpoints get new codes.
pub(super) fn add(
    project: &mut Project,
    map: &Arc<JourneyMap>,
    at: usize,
) -> Result<(), CommandError> {
    rule::count("maps", project.maps.len() + 1, limit::MAPS)?;
    let mut map = Arc::clone(map);
    if !map.touchpoints.is_empty() {
        let first = touchpoint::take_codes(project, map.touchpoints.len())?;
        for (card, code) in Arc::make_mut(&mut map).touchpoints.iter_mut().zip(first..) {
            touchpoint::set_code(card, code);
        }
    }
    rule::put(&mut project.maps, map, at);
    check(project)
}

/// What came whole may break any invariant; asking for all of them is rare enough to be affordable.
pub(super) fn check(project: &Project) -> Result<(), CommandError> {
    project.check().into_iter().next().map_or(Ok(()), |problem| Err(refusal(&problem)))
}

pub(super) fn edit(project: &mut Project, id: MapId, field: &MapField) -> Result<(), CommandError> {
    if let MapField::Persona(Some(persona)) = field
        && project.persona(*persona).is_none()
    {
        return Err(CommandError::Missing("persona"));
    }
    let map = find(project, id)?;
    match field {
        MapField::Title(title) => {
            rule::line(title)?;
            map.title.clone_from(title);
        }
        MapField::Persona(persona) => map.persona = *persona,
        MapField::Scenario(scenario) => {
            rule::line(scenario)?;
            map.scenario.clone_from(scenario);
        }
        MapField::Goal(goal) => {
            rule::line(goal)?;
            map.goal.clone_from(goal);
        }
        MapField::State(state) => map.state = *state,
        MapField::Owner(owner) => {
            rule::line(owner)?;
            map.owner.clone_from(owner);
        }
        MapField::Notes(notes) => {
            rule::notes(notes)?;
            map.notes.clone_from(notes);
        }
    }
    Ok(())
}

/// Why a map is not taken, from what would be wrong with the project then.
fn refusal(problem: &Problem) -> CommandError {
    match &problem.kind {
        ProblemKind::RepeatedId { noun, .. } => CommandError::Repeated(match *noun {
            "maps" => "map",
            "stages" => "stage",
            "steps" => "step",
            "lanes" => "lane",
            "links" => "link",
            "audits" => "audit",
            "snapshots" => "snapshot",
            _ => "touchpoint",
        }),
        ProblemKind::RepeatedCode(_) | ProblemKind::CodeAhead(_) => {
            CommandError::Repeated("touchpoint")
        }
        ProblemKind::MissingPersona => CommandError::Missing("persona"),
        ProblemKind::EmptyTitle(_) => CommandError::EmptyTitle,
        ProblemKind::MissingStep(_) => CommandError::Missing("step"),
        ProblemKind::MissingLane(_) => CommandError::Missing("lane"),
        ProblemKind::BrokenLink { .. } => CommandError::Missing("touchpoint"),
        ProblemKind::EmptyTask(_) => CommandError::EmptyTask,
        ProblemKind::RepeatedTask(_) => CommandError::Repeated("task"),
        ProblemKind::Rhythm { weeks } => CommandError::Rhythm { weeks: *weeks },
        ProblemKind::LinkToItself(_) => CommandError::LinkToItself,
        ProblemKind::RepeatedLink { .. } => CommandError::RepeatedLink,
        ProblemKind::ShareOver100 { .. } => CommandError::ShareOver100,
        ProblemKind::TooMany { noun, limit, .. } => CommandError::TooMany { noun, limit: *limit },
        ProblemKind::TooLong { limit, .. } => CommandError::TooLong { limit: *limit },
    }
}
