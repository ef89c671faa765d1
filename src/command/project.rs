//! Changes to the project itself and to its personas.

use super::{CommandError, PersonaField, ProjectField, rule};
use crate::model::{Persona, PersonaId, Project, Rhythm, limit};
use std::sync::Arc;

pub(super) fn edit(project: &mut Project, field: &ProjectField) -> Result<(), CommandError> {
    match field {
        ProjectField::Title(title) => {
            rule::line(title)?;
            project.title.clone_from(title);
        }
        ProjectField::Notes(notes) => {
            rule::notes(notes)?;
            project.notes.clone_from(notes);
        }
        ProjectField::Owner(owner) => {
            rule::line(owner)?;
            project.owner.clone_from(owner);
        }
        ProjectField::Rhythm(rhythm) => {
            if let Some(Rhythm::Weeks(weeks)) = *rhythm
                && !(1..=Rhythm::MOST_WEEKS).contains(&weeks)
            {
                return Err(CommandError::Rhythm { weeks });
            }
            project.review.rhythm = *rhythm;
        }
        ProjectField::LastReview(day) => project.review.last = *day,
        ProjectField::NextReview(day) => project.review.next = *day,
        ProjectField::Finding(kind, true) => {
            project.silent.remove(kind);
        }
        ProjectField::Finding(kind, false) => {
            project.silent.insert(*kind);
        }
    }
    Ok(())
}

/// The other is valid: it was opened, or was a state of this project.
pub(super) fn restore(project: &mut Project, other: &Project) {
    let next_code = project.next_code.max(other.next_code);
    *project = Project { next_code, ..other.clone() };
}

pub(super) fn add_persona(project: &mut Project, persona: &Persona) -> Result<(), CommandError> {
    rule::is_new("persona", &persona.id, project.personas.iter().map(|p| p.id))?;
    rule::count("personas", project.personas.len() + 1, limit::PERSONAS)?;
    rule::line(&persona.name)?;
    rule::notes(&persona.notes)?;
    project.personas.push(persona.clone());
    Ok(())
}

pub(super) fn edit_persona(
    project: &mut Project,
    id: PersonaId,
    field: &PersonaField,
) -> Result<(), CommandError> {
    let persona = rule::find(&mut project.personas, |p| p.id == id, "persona")?;
    match field {
        PersonaField::Name(name) => {
            rule::line(name)?;
            persona.name.clone_from(name);
        }
        PersonaField::Notes(notes) => {
            rule::notes(notes)?;
            persona.notes.clone_from(notes);
        }
    }
    Ok(())
}

/// Maps of this persona are left without one.
pub(super) fn delete_persona(project: &mut Project, id: PersonaId) -> Result<(), CommandError> {
    rule::take(&mut project.personas, |p| p.id == id, "persona")?;
    for map in project.maps.iter_mut().filter(|map| map.persona == Some(id)) {
        Arc::make_mut(map).persona = None;
    }
    Ok(())
}
