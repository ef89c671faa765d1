//! Changes to touchpoints. Any number at once costs one walk over the map's cards.

use super::{CommandError, TouchpointField, map, rule, task};
use crate::model::{
    Cell, Code, JourneyMap, LaneId, MapId, Place, Project, Rank, StepId, Touchpoint, TouchpointId,
    limit,
};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// The code of each is replaced by the project's next one.
pub(super) fn add(
    project: &mut Project,
    map: MapId,
    touchpoints: &[Touchpoint],
) -> Result<(), CommandError> {
    let ids: HashSet<TouchpointId> = touchpoints.iter().map(|card| card.id).collect();
    let mut there = project.maps.iter().flat_map(|map| &map.touchpoints);
    if ids.len() < touchpoints.len() || there.any(|card| ids.contains(&card.id)) {
        return Err(CommandError::Repeated("touchpoint"));
    }
    let first = take_codes(project, touchpoints.len())?;
    let map = map::find(project, map)?;
    rule::count("touchpoints", map.touchpoints.len() + touchpoints.len(), limit::TOUCHPOINTS)?;
    check_places(map, touchpoints.iter().map(|card| &card.place))?;
    for (card, code) in touchpoints.iter().zip(first..) {
        check_texts(card)?;
        map.touchpoints.push(Arc::new(Touchpoint { code: Code(code), ..card.clone() }));
    }
    Ok(())
}

pub(super) fn edit(
    map: &mut JourneyMap,
    touchpoints: &[TouchpointId],
    field: &TouchpointField,
) -> Result<(), CommandError> {
    check_field(field)?;
    let ids: HashSet<TouchpointId> = touchpoints.iter().copied().collect();
    let mut found = 0;
    for card in map.touchpoints.iter_mut().filter(|card| ids.contains(&card.id)) {
        found += 1;
        if !has(card, field) {
            set(Arc::make_mut(card), field);
        }
    }
    all_found(found, ids.len())
}

pub(super) fn place(
    map: &mut JourneyMap,
    places: &[(TouchpointId, Place)],
) -> Result<(), CommandError> {
    check_places(map, places.iter().map(|(_, place)| place))?;
    let places: HashMap<TouchpointId, &Place> =
        places.iter().map(|(id, place)| (*id, place)).collect();
    let mut found = 0;
    for card in &mut map.touchpoints {
        let Some(&place) = places.get(&card.id) else { continue };
        found += 1;
        if card.place != *place {
            Arc::make_mut(card).place = place.clone();
        }
    }
    all_found(found, places.len())
}

/// With the links from and to them.
pub(super) fn delete(
    map: &mut JourneyMap,
    touchpoints: &[TouchpointId],
) -> Result<(), CommandError> {
    let ids: HashSet<TouchpointId> = touchpoints.iter().copied().collect();
    let before = map.touchpoints.len();
    map.touchpoints.retain(|card| !ids.contains(&card.id));
    map.links.retain(|link| !ids.contains(&link.from) && !ids.contains(&link.to));
    all_found(before - map.touchpoints.len(), ids.len())
}

/// Cards of some cells go to the end of the inbox, in reading order: column by column, each from
/// the top. Their links stay, and wait.
pub(super) fn to_inbox(map: &mut JourneyMap, leaves: impl Fn(Cell) -> bool) {
    let columns: HashMap<StepId, usize> =
        map.columns().enumerate().map(|(at, column)| (column.step.id, at)).collect();
    let rows: HashMap<LaneId, usize> =
        map.lanes.iter().enumerate().map(|(at, lane)| (lane.id, at)).collect();
    let inbox = map.touchpoints.iter().filter(|card| card.place.cell.is_none());
    let last = inbox.map(|card| &card.place.rank).max().cloned();
    let mut leaving: Vec<(Cell, &mut Arc<Touchpoint>)> = map
        .touchpoints
        .iter_mut()
        .filter_map(|card| card.place.cell.filter(|&cell| leaves(cell)).map(|cell| (cell, card)))
        .collect();
    leaving.sort_by(|(a, card_a), (b, card_b)| {
        let place = |cell: &Cell| (columns.get(&cell.step), rows.get(&cell.lane));
        place(a).cmp(&place(b)).then_with(|| card_a.place.rank.cmp(&card_b.place.rank))
    });
    let ranks = Rank::spread(last.as_ref(), None, leaving.len());
    for ((_, card), rank) in leaving.into_iter().zip(ranks) {
        Arc::make_mut(card).place = Place::inbox(rank);
    }
}

/// Takes so many codes from the project; gives the first.
pub(super) fn take_codes(project: &mut Project, count: usize) -> Result<u32, CommandError> {
    let first = project.next_code.0;
    let next = u32::try_from(count).ok().and_then(|count| first.checked_add(count));
    let none_left = CommandError::TooMany { noun: "codes", limit: u32::MAX as usize };
    project.next_code = Code(next.ok_or(none_left)?);
    Ok(first)
}

pub(super) fn set_code(card: &mut Arc<Touchpoint>, code: u32) {
    if card.code != Code(code) {
        Arc::make_mut(card).code = Code(code);
    }
}

fn all_found(found: usize, asked: usize) -> Result<(), CommandError> {
    if found == asked { Ok(()) } else { Err(CommandError::Missing("touchpoint")) }
}

/// Steps and lanes of these places are in the map.
fn check_places<'a>(
    map: &JourneyMap,
    places: impl Iterator<Item = &'a Place>,
) -> Result<(), CommandError> {
    let steps: HashSet<StepId> = map.columns().map(|column| column.step.id).collect();
    let lanes: HashSet<LaneId> = map.lanes.iter().map(|lane| lane.id).collect();
    for cell in places.filter_map(|place| place.cell) {
        if !steps.contains(&cell.step) {
            return Err(CommandError::Missing("step"));
        }
        if !lanes.contains(&cell.lane) {
            return Err(CommandError::Missing("lane"));
        }
    }
    Ok(())
}

fn check_texts(card: &Touchpoint) -> Result<(), CommandError> {
    check_title(&card.title)?;
    rule::line(&card.channel)?;
    rule::line(&card.owner)?;
    rule::notes(&card.notes)?;
    rule::line(&card.feasibility.cost)?;
    card.qualities.iter().try_for_each(|(_, rating)| rule::notes(&rating.note))?;
    rule::count("tasks", card.tasks.len(), limit::TASKS)?;
    let mut ids = HashSet::new();
    for it in &card.tasks {
        task::check(it)?;
        if !ids.insert(it.id) {
            return Err(CommandError::Repeated("task"));
        }
    }
    Ok(())
}

fn check_title(title: &str) -> Result<(), CommandError> {
    if title.trim().is_empty() {
        return Err(CommandError::EmptyTitle);
    }
    rule::line(title)
}

fn check_field(field: &TouchpointField) -> Result<(), CommandError> {
    match field {
        TouchpointField::Title(title) => check_title(title),
        TouchpointField::Channel(text)
        | TouchpointField::Owner(text)
        | TouchpointField::Cost(text) => rule::line(text),
        TouchpointField::Notes(notes) | TouchpointField::QualityNote(_, notes) => {
            rule::notes(notes)
        }
        TouchpointField::Mark(_)
        | TouchpointField::Emotion(_)
        | TouchpointField::Control(_)
        | TouchpointField::Period(_)
        | TouchpointField::MomentOfTruth(_)
        | TouchpointField::Score(..)
        | TouchpointField::Impact(_)
        | TouchpointField::Effort(_)
        | TouchpointField::CostBand(_)
        | TouchpointField::When(_)
        | TouchpointField::Grows(_) => Ok(()),
    }
}

fn has(card: &Touchpoint, field: &TouchpointField) -> bool {
    match field {
        TouchpointField::Title(title) => card.title == *title,
        TouchpointField::Mark(mark) => card.mark == *mark,
        TouchpointField::Emotion(emotion) => card.emotion == *emotion,
        TouchpointField::Channel(channel) => card.channel == *channel,
        TouchpointField::Control(control) => card.control == *control,
        TouchpointField::Period(period) => card.period == *period,
        TouchpointField::Notes(notes) => card.notes == *notes,
        TouchpointField::MomentOfTruth(is_one) => card.moment_of_truth == *is_one,
        TouchpointField::Owner(owner) => card.owner == *owner,
        TouchpointField::Score(quality, score) => card.qualities.score(*quality) == *score,
        TouchpointField::QualityNote(quality, note) => card.qualities.note(*quality) == note,
        TouchpointField::Impact(impact) => card.feasibility.impact == *impact,
        TouchpointField::Effort(effort) => card.feasibility.effort == *effort,
        TouchpointField::Cost(cost) => card.feasibility.cost == *cost,
        TouchpointField::CostBand(band) => card.feasibility.cost_band == *band,
        TouchpointField::When(when) => card.feasibility.when == *when,
        TouchpointField::Grows(grows) => card.feasibility.grows == *grows,
    }
}

fn set(card: &mut Touchpoint, field: &TouchpointField) {
    match field {
        TouchpointField::Title(title) => card.title.clone_from(title),
        TouchpointField::Mark(mark) => card.mark = *mark,
        TouchpointField::Emotion(emotion) => card.emotion = *emotion,
        TouchpointField::Channel(channel) => card.channel.clone_from(channel),
        TouchpointField::Control(control) => card.control = *control,
        TouchpointField::Period(period) => card.period = *period,
        TouchpointField::Notes(notes) => card.notes.clone_from(notes),
        TouchpointField::MomentOfTruth(is_one) => card.moment_of_truth = *is_one,
        TouchpointField::Owner(owner) => card.owner.clone_from(owner),
        TouchpointField::Score(quality, score) => card.qualities.set_score(*quality, *score),
        TouchpointField::QualityNote(quality, note) => card.qualities.set_note(*quality, note),
        TouchpointField::Impact(impact) => card.feasibility.impact = *impact,
        TouchpointField::Effort(effort) => card.feasibility.effort = *effort,
        TouchpointField::Cost(cost) => card.feasibility.cost.clone_from(cost),
        TouchpointField::CostBand(band) => card.feasibility.cost_band = *band,
        TouchpointField::When(when) => card.feasibility.when = *when,
        TouchpointField::Grows(grows) => card.feasibility.grows = *grows,
    }
}
