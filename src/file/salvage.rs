//! What can still be read of a damaged file: every record by itself, whatever became of the text
//! around it.
//!
//! The text is walked once (`scan`). A bracket opens a record, a name and a value are a field of
//! it; what makes no sense is stepped over. Each field is read alone, so that one that is damaged
//! costs nothing but itself. What a record is follows from its fields, and from the list that it
//! stands in. The rest is the repair that every file gets.

mod scan;
#[cfg(test)]
mod tests;

use super::{Note, OpenError, OpenErrorKind, Opened, fingerprint, repair, v1, writer};
use crate::model::limit;
use scan::{Field, Noun, Record};
use serde::de::DeserializeOwned;
use std::{borrow::Cow, path::Path};

/// Reads what can be read of a file, as a new project. The file stays as it is.
pub fn salvage(path: &Path) -> Result<Opened, OpenError> {
    let at = |kind| OpenError { path: Some(path.to_owned()), kind };
    salvage_bytes(super::content(path).map_err(at)?).map_err(at)
}

/// The same of bytes.
pub fn salvage_bytes(bytes: Vec<u8>) -> Result<Opened, OpenErrorKind> {
    let text = text(&bytes);
    let mut records = project(&text);
    let past = scan::past(&text);
    let whole = past.iter().flatten().filter_map(|record| v1::parse(record).ok());
    records.snapshots = whole.take(limit::SNAPSHOTS).collect();
    let found = records.snapshots.len();
    let (mut project, repairs) = repair::project(records);
    // One that is over a limit must not keep the rest from coming back.
    if !project.check().is_empty() {
        project.snapshots.clear();
    }
    if let Some(problem) = project.check().into_iter().next() {
        return Err(OpenErrorKind::Limit(problem));
    }
    let is_left_out = past.is_some_and(|past| past.is_empty() || past.len() > found)
        || found > project.snapshots.len();
    let mut notes = vec![Note::Salvaged];
    notes.extend(is_left_out.then_some(Note::ReviewsLeftOut));
    notes.extend(repairs.into_iter().map(Note::Repaired));
    Ok(Opened { project, notes, bytes })
}

/// As much text as there is in it.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    let wide = |to_unit: fn([u8; 2]) -> u16| {
        let pairs = bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok());
        String::from_utf16_lossy(&pairs.map(to_unit).collect::<Vec<_>>()).into()
    };
    match bytes {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        [a, 0, b, 0, ..] if *a != 0 && *b != 0 => wide(u16::from_le_bytes),
        [0, a, 0, b, ..] if *a != 0 && *b != 0 => wide(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes),
    }
}

/// The records of a text, as far as they can be read.
fn project(text: &str) -> v1::Project {
    let mut project = v1::Project::default();
    let mut before = Noun::Project;
    // Of the map at hand, in all its stages.
    let mut steps = 0;
    for record in scan::records(text) {
        let fields = &record.fields;
        before = noun(&record, before);
        match before {
            Noun::Project => {
                if let Some(found) = readable(fields, &[]) {
                    project = found;
                }
            }
            Noun::Persona => add(&mut project.personas, fields, &["id"], limit::PERSONAS),
            Noun::Map => {
                add(&mut project.maps, fields, &["id"], limit::MAPS);
                steps = 0;
            }
            Noun::Stage => add(&mut map(&mut project).stages, fields, &["id"], limit::STAGES),
            Noun::Step if steps < limit::STEPS => {
                steps += 1;
                add(&mut stage(map(&mut project)).steps, fields, &["id"], limit::STEPS);
            }
            Noun::Step => {}
            Noun::Lane => add(&mut map(&mut project).lanes, fields, &["id"], limit::LANES),
            Noun::Touchpoint => {
                add(&mut map(&mut project).touchpoints, fields, &["id"], limit::TOUCHPOINTS);
            }
            Noun::Task => {
                let cards = &mut map(&mut project).touchpoints;
                if let Some(card) = cards.last_mut() {
                    add(&mut card.tasks, fields, &["id"], limit::TASKS);
                }
            }
            Noun::Link => add(&mut map(&mut project).links, fields, LINK, limit::LINKS),
            Noun::Audit => add(&mut map(&mut project).audits, fields, &["id"], limit::AUDITS),
            Noun::Entry => {
                let audit = last(&mut map(&mut project).audits);
                add(&mut audit.entries, fields, ENTRY, limit::TOUCHPOINTS);
            }
        }
    }
    project
}

/// Adds what can be read of a record, unless there are as many as there can be.
fn add<T: DeserializeOwned>(list: &mut Vec<T>, fields: &[Field<'_>], needed: &[&str], most: usize) {
    if list.len() < most {
        list.extend(readable(fields, needed));
    }
}

/// The map at hand; where its record was lost, one without anything.
fn map(project: &mut v1::Project) -> &mut v1::Map {
    last(&mut project.maps)
}

/// The stage at hand.
fn stage(map: &mut v1::Map) -> &mut v1::Stage {
    last(&mut map.stages)
}

fn last<T: Default>(list: &mut Vec<T>) -> &mut T {
    if list.is_empty() {
        list.push(T::default());
    }
    let last = list.len() - 1;
    &mut list[last]
}

/// What a record is: that of its list, unless its fields say otherwise; in doubt, what the record
/// before it was.
fn noun(record: &Record<'_>, before: Noun) -> Noun {
    let of = |noun| count(noun, &record.fields);
    if record.list == Noun::Project || of(record.list) == record.fields.len() {
        return record.list;
    }
    let likely = |noun| {
        let rank = [before.parent(), before, record.list].iter().position(|&it| it == noun);
        (of(noun), rank)
    };
    Noun::IN_LISTS.into_iter().max_by_key(|&noun| likely(noun)).unwrap_or(record.list)
}

/// How many of some fields can be read as those of a noun.
fn count(noun: Noun, fields: &[Field<'_>]) -> usize {
    fn of<T: DeserializeOwned>(fields: &[Field<'_>], needed: &[&str]) -> usize {
        fields.iter().filter(|field| fits::<T>(field, needed)).count()
    }
    match noun {
        Noun::Project => 0,
        Noun::Persona => of::<v1::Persona>(fields, &["id"]),
        Noun::Map => of::<v1::Map>(fields, &["id"]),
        Noun::Stage => of::<v1::Stage>(fields, &["id"]),
        Noun::Step => of::<v1::Step>(fields, &["id"]),
        Noun::Lane => of::<v1::Lane>(fields, &["id"]),
        Noun::Touchpoint => of::<v1::Touchpoint>(fields, &["id"]),
        Noun::Task => of::<v1::Task>(fields, &["id"]),
        Noun::Link => of::<v1::Link>(fields, LINK),
        Noun::Audit => of::<v1::Audit>(fields, &["id"]),
        Noun::Entry => of::<v1::AuditEntry>(fields, ENTRY),
    }
}

/// The field that an audit's entry cannot be without.
const ENTRY: &[&str] = &["touchpoint"];

/// The fields that a link cannot be without.
const LINK: &[&str] = &["id", "from", "to"];

/// Whether a field is one of a record that has some ids, and can be read.
fn fits<T: DeserializeOwned>(field: &Field<'_>, needed: &[&str]) -> bool {
    let others = needed.iter().filter(|name| **name != field.name);
    let ids = others.map(|name| [*name, ": \"0000000000000001\", "].concat());
    let own = format!("{}: {}", field.name, field.value);
    let record = ids.chain([own]).collect::<String>();
    v1::parse::<T>(&format!("({record})")).is_ok()
}

/// A record of those of its fields that can be read; `None` where there are none.
fn readable<T: DeserializeOwned>(fields: &[Field<'_>], needed: &[&str]) -> Option<T> {
    let read: Vec<_> = fields.iter().filter(|field| fits::<T>(field, needed)).collect();
    if read.is_empty() {
        return None;
    }
    let mut text = String::new();
    if needed.contains(&"id") && !read.iter().any(|field| field.name == "id") {
        // The same record always gets the same id.
        let all: String = read.iter().map(|field| &*field.value).collect();
        text.push_str("id: ");
        writer::quote(&mut text, &format!("{:016x}", fingerprint::hash(all.as_bytes())));
        text.push_str(", ");
    }
    for field in read {
        for part in [field.name, ": ", &*shortened(field), ", "] {
            text.push_str(part);
        }
    }
    v1::parse(&format!("({text})")).ok()
}

/// A value that is not longer than it may be: where a quote was lost, more than the text is in it.
fn shortened<'a>(field: &'a Field<'_>) -> Cow<'a, str> {
    let limit = if field.name == "notes" { limit::NOTES } else { limit::LINE };
    if field.value.len() <= limit || !field.value.starts_with('"') {
        return Cow::Borrowed(&field.value);
    }
    let Ok(text) = v1::parse::<String>(&field.value) else {
        return Cow::Borrowed(&field.value);
    };
    let mut short = String::new();
    writer::quote(&mut short, &text.chars().take(limit).collect::<String>());
    Cow::Owned(short)
}
