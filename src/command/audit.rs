//! Changes to the audits of a map.

use super::{AuditField, Command, CommandError, CommandName, TouchpointField, map, rule};
use crate::model::{
    Audit, AuditEntry, AuditId, JourneyMap, MapId, Mark, Project, Quality, Score, Touchpoint, limit,
};
use std::sync::Arc;

/// What an audit says of a touchpoint.
#[derive(Debug, Clone, PartialEq)]
pub enum Judgement {
    Score(Quality, Option<Score>),
    Mark(Option<Mark>),
    /// What was seen.
    Note(String),
    /// Nothing has changed: the mark and the ratings that the touchpoint has.
    AsItIs,
}

impl Command {
    /// Writes a judgement into an audit, and marks and ratings to the touchpoint itself too.
    pub fn judge(map: MapId, audit: &Audit, card: &Touchpoint, judgement: Judgement) -> Self {
        let mut entry = audit.entry(card.id).cloned().unwrap_or_else(|| AuditEntry::new(card));
        entry.title.clone_from(&card.title);
        let field = match judgement {
            Judgement::Score(quality, score) => {
                match score {
                    Some(score) => entry.scores.0.insert(quality, score),
                    None => entry.scores.0.remove(&quality),
                };
                Some(TouchpointField::Score(quality, score))
            }
            Judgement::Mark(mark) => {
                entry.mark = mark;
                Some(TouchpointField::Mark(mark))
            }
            Judgement::Note(note) => {
                entry.note = note;
                None
            }
            Judgement::AsItIs => {
                entry.mark = card.mark;
                entry.scores = card.qualities.scores();
                None
            }
        };
        let edit = Self::EditAudit { map, audit: audit.id, field: AuditField::Entry(entry) };
        match field {
            None => edit,
            Some(field) => {
                let card = Self::EditTouchpoints { map, touchpoints: vec![card.id], field };
                Self::Together { name: CommandName::EditAudit, commands: vec![edit, card] }
            }
        }
    }
}

pub(super) fn add(
    project: &mut Project,
    map: MapId,
    audit: &Arc<Audit>,
) -> Result<(), CommandError> {
    let audits = project.maps.iter().flat_map(|map| &map.audits);
    rule::is_new("audit", &audit.id, audits.map(|audit| audit.id))?;
    rule::line(&audit.by)?;
    rule::count("entries", audit.entries.len(), limit::TOUCHPOINTS)?;
    audit.entries.iter().try_for_each(|entry| check(entry))?;
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

/// In place of the touchpoint's entry, or after the others. One that says nothing is none.
fn put(audit: &mut Audit, entry: &AuditEntry) -> Result<(), CommandError> {
    check(entry)?;
    if entry.says_nothing() {
        audit.entries.retain(|it| it.touchpoint != entry.touchpoint);
        return Ok(());
    }
    match audit.entries.iter_mut().find(|it| it.touchpoint == entry.touchpoint) {
        Some(old) => *old = Arc::new(entry.clone()),
        None => {
            rule::count("entries", audit.entries.len() + 1, limit::TOUCHPOINTS)?;
            audit.entries.push(Arc::new(entry.clone()));
        }
    }
    Ok(())
}

fn check(entry: &AuditEntry) -> Result<(), CommandError> {
    rule::line(&entry.title)?;
    rule::notes(&entry.note)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Code, Place, Rank};

    fn project() -> Project {
        let mut map = JourneyMap::new(1.into(), "Journey");
        let mut card = Touchpoint::new(1.into(), Code(1), "Queue", Place::inbox(Rank::middle()));
        card.mark = Some(Mark::Friction);
        card.qualities.set_score(Quality::Personal, Score::new(2));
        map.touchpoints.push(Arc::new(card));
        let day = "2026-11-23".parse().unwrap();
        map.audits.push(Arc::new(Audit::new(1.into(), day, "Anna")));
        Project { maps: vec![Arc::new(map)], next_code: Code(2), ..Project::default() }
    }

    fn judge(project: &mut Project, judgement: Judgement) -> Command {
        let map = &project.maps[0];
        let command = Command::judge(map.id, &map.audits[0], &map.touchpoints[0], judgement);
        command.apply(project).unwrap();
        command
    }

    #[test]
    fn a_judgement_is_in_the_audit_and_on_the_touchpoint() {
        let mut project = project();
        judge(&mut project, Judgement::Score(Quality::Simple, Score::new(4)));
        judge(&mut project, Judgement::Mark(Some(Mark::Positive)));
        judge(&mut project, Judgement::Note("short".into()));
        let map = &project.maps[0];
        let (card, entry) = (&map.touchpoints[0], &map.audits[0].entries[0]);
        assert_eq!(card.qualities.score(Quality::Simple), Score::new(4));
        assert_eq!(card.mark, Some(Mark::Positive));
        assert_eq!((entry.mark, entry.note.as_str()), (card.mark, "short"));
        assert_eq!(entry.scores.0.get(&Quality::Simple), Score::new(4).as_ref());
        // What nobody judged in this audit is not in it.
        assert_eq!(entry.scores.0.len(), 1);
    }

    #[test]
    fn what_is_taken_back_leaves_no_entry_and_as_it_is_takes_all() {
        let mut project = project();
        judge(&mut project, Judgement::Score(Quality::Simple, Score::new(4)));
        judge(&mut project, Judgement::Score(Quality::Simple, None));
        assert!(project.maps[0].audits[0].entries.is_empty());
        judge(&mut project, Judgement::AsItIs);
        let entry = &project.maps[0].audits[0].entries[0];
        assert_eq!((entry.mark, entry.scores.0.len()), (Some(Mark::Friction), 1));
    }

    #[test]
    fn typing_what_was_seen_is_one_step() {
        let mut project = project();
        let mark = judge(&mut project, Judgement::Mark(Some(Mark::Positive)));
        let first = judge(&mut project, Judgement::Note("l".into()));
        let next = judge(&mut project, Judgement::Note("lo".into()));
        assert!(first.merges_with(&next));
        assert!(!mark.merges_with(&first));
        let other = judge(&mut project, Judgement::AsItIs);
        assert!(!next.merges_with(&other));
    }
}
