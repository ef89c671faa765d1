//! Changes to the audits of a map.

use super::{AuditField, CommandError, map, rule};
use crate::model::{Audit, AuditEntry, AuditId, JourneyMap, MapId, Project, limit};
use std::sync::Arc;

pub(super) fn add(
    project: &mut Project,
    map: MapId,
    audit: &Arc<Audit>,
) -> Result<(), CommandError> {
    let audits = project.maps.iter().flat_map(|map| &map.audits);
    rule::is_new("audit", &audit.id, audits.map(|audit| audit.id))?;
    rule::line(&audit.by)?;
    rule::count("entries", audit.entries.len(), limit::TOUCHPOINTS)?;
    audit.entries.iter().try_for_each(check)?;
    let map = map::find(project, map)?;
    rule::count("audits", map.audits.len() + 1, limit::AUDITS)?;
    map.audits.push(Arc::clone(audit));
    Ok(())
}

pub(super) fn edit(
    map: &mut JourneyMap,
    id: AuditId,
    field: &AuditField,
) -> Result<(), CommandError> {
    let audit = rule::find(&mut map.audits, |audit| audit.id == id, "audit")?;
    let audit = Arc::make_mut(audit);
    match field {
        AuditField::By(by) => {
            rule::line(by)?;
            audit.by.clone_from(by);
        }
        AuditField::Date(date) => audit.date = *date,
        AuditField::IsDone(is_done) => audit.is_done = *is_done,
        AuditField::Entry(entry) => put(audit, entry)?,
    }
    Ok(())
}

/// In place of the touchpoint's entry, or after the others.
fn put(audit: &mut Audit, entry: &AuditEntry) -> Result<(), CommandError> {
    check(entry)?;
    match audit.entries.iter_mut().find(|it| it.touchpoint == entry.touchpoint) {
        Some(old) => old.clone_from(entry),
        None => {
            rule::count("entries", audit.entries.len() + 1, limit::TOUCHPOINTS)?;
            audit.entries.push(entry.clone());
        }
    }
    Ok(())
}

fn check(entry: &AuditEntry) -> Result<(), CommandError> {
    rule::line(&entry.title)?;
    rule::notes(&entry.note)
}
