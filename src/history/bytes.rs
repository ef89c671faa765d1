//! What a step of the history keeps in memory, roughly. The allocator's own overhead is not counted.

use crate::model::{
    Audit, AuditEntry, JourneyMap, Link, Project, Quality, Rating, Snapshot, Task, Touchpoint,
};
use std::sync::Arc;

/// What a state keeps alive that the state beside it does not, in bytes: the lists and texts that
/// are copied with every change, and the cards, links, entries of audits and snapshots that
/// differ. When the state goes, this is what becomes free.
pub fn own_bytes(state: &Project, beside: &Project) -> usize {
    let personas = state.personas.iter().map(|p| size_of_val(p) + p.name.len() + p.notes.len());
    let snapshots = state.snapshots.iter().map(|snapshot| match beside.snapshot(snapshot.id) {
        Some(other) if Arc::ptr_eq(snapshot, other) => size_of_val(snapshot),
        Some(other) => snapshot_bytes(snapshot, &other.maps),
        // It has the cards of the maps that it was made of.
        None => snapshot_bytes(snapshot, &beside.maps),
    });
    size_of_val(state)
        + state.title.len()
        + state.notes.len()
        + personas.sum::<usize>()
        + maps_bytes(&state.maps, &beside.maps)
        + snapshots.sum::<usize>()
}

fn snapshot_bytes(snapshot: &Snapshot, beside: &[Arc<JourneyMap>]) -> usize {
    size_of_val(snapshot) + snapshot.name.len() + maps_bytes(&snapshot.maps, beside)
}

fn maps_bytes(maps: &[Arc<JourneyMap>], beside: &[Arc<JourneyMap>]) -> usize {
    let bytes = maps.iter().map(|map| match beside.iter().find(|other| other.id == map.id) {
        Some(other) if Arc::ptr_eq(map, other) => size_of_val(map),
        Some(other) => map_bytes(map, (&other.touchpoints, &other.links, &other.audits)),
        None => map_bytes(map, (&[], &[], &[])),
    });
    bytes.sum()
}

/// The parts of a map that are shared one by one.
type Parts<'a> = (&'a [Arc<Touchpoint>], &'a [Arc<Link>], &'a [Arc<Audit>]);

fn map_bytes(map: &JourneyMap, (cards, links, audits): Parts<'_>) -> usize {
    let stages = map.stages.iter().map(|s| size_of_val(s) + s.name.len());
    let steps = map.columns().map(|column| size_of_val(column.step) + column.step.action.len());
    let lanes = map.lanes.iter().map(|lane| size_of_val(lane) + lane.name.len());
    let cards = unshared(&map.touchpoints, cards, |a, b| a.id == b.id, card_bytes);
    let links = unshared(&map.links, links, |a, b| a.id == b.id, |link| link.label.len());
    let audits = map.audits.iter().map(|audit| audit_bytes(audit, audits));
    size_of_val(map)
        + map.title.len()
        + map.notes.len()
        + map.scenario.len()
        + map.goal.len()
        + map.owner.len()
        + stages.sum::<usize>()
        + steps.sum::<usize>()
        + lanes.sum::<usize>()
        + cards
        + links
        + audits.sum::<usize>()
}

/// The texts, the tasks and the ratings of a card.
fn card_bytes(card: &Touchpoint) -> usize {
    let texts = [&card.title, &card.channel, &card.owner, &card.notes, &card.feasibility.cost];
    let task = |it: &Task| size_of_val(it) + it.text.len() + it.owner.len() + it.tool.len();
    let ratings = Quality::ALL.map(|it| size_of::<Rating>() + card.qualities.note(it).len());
    let ratings = if card.qualities.is_empty() { 0 } else { ratings.iter().sum() };
    texts.map(String::len).iter().sum::<usize>()
        + card.place.rank.as_str().len()
        + card.tasks.iter().map(task).sum::<usize>()
        + ratings
}

fn audit_bytes(audit: &Arc<Audit>, beside: &[Arc<Audit>]) -> usize {
    let entries = match beside.iter().find(|other| other.id == audit.id) {
        Some(other) if Arc::ptr_eq(audit, other) => return size_of_val(audit),
        Some(other) => other.entries.as_slice(),
        None => &[],
    };
    let is_same = |a: &AuditEntry, b: &AuditEntry| a.touchpoint == b.touchpoint;
    let texts = |entry: &AuditEntry| {
        entry.title.len() + entry.note.len() + size_of_val(&entry.scores) * entry.scores.0.len()
    };
    size_of::<Audit>() + audit.by.len() + unshared(&audit.entries, entries, is_same, texts)
}

/// A list of pointers, and what is behind those that the other list does not have. Both lists are
/// in the order of making, so one walk over both is enough.
fn unshared<T>(
    items: &[Arc<T>],
    others: &[Arc<T>],
    is_same: impl Fn(&T, &T) -> bool,
    more: impl Fn(&T) -> usize,
) -> usize {
    let mut others = others.iter().peekable();
    let mut bytes = size_of_val(items);
    for item in items {
        let is_shared = others.peek().is_some_and(|other| Arc::ptr_eq(item, other));
        others.next_if(|other| is_shared || is_same(item, other));
        if !is_shared {
            bytes += size_of::<T>() + more(item);
        }
    }
    bytes
}
