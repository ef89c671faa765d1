//! The review: when it is due, and what has changed in the maps since they were kept.

use crate::model::{
    Date, Difference, JourneyMap, MapId, Mark, Project, Review, Snapshot, Touchpoint, TouchpointId,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// How many days are left until the next review; 0 on its day, below that when it is overdue.
/// `None` where none is planned.
pub fn days_left(review: &Review, today: Date) -> Option<i64> {
    review.next.map(|next| next.duration_since(today).as_hours() / 24)
}

/// The day of the next review: what a rhythm gives after the last one. Without a rhythm, what is
/// planned stays as long as it is ahead.
pub fn next(review: &Review, today: Date) -> Option<Date> {
    match review.rhythm {
        Some(rhythm) => Some(rhythm.after(review.last.unwrap_or(today))),
        None => review.next.filter(|&next| next > today),
    }
}

/// One map, and what has changed in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapChanges {
    /// As it is; where it is gone, as it was.
    pub map: Arc<JourneyMap>,
    pub fate: Fate,
    /// By what happened, then by code.
    pub cards: Vec<CardChange>,
}

/// What became of a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Kept,
    New,
    Gone,
}

/// One thing that happened to a touchpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardChange {
    /// As it is; where it is gone, as it was.
    pub card: Arc<Touchpoint>,
    pub kind: ChangeKind,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    Added,
    Gone,
    /// To another place, another order there, or from another map.
    Moved,
    /// The mark that it had is here, the one that it has is in the card.
    Marked(Option<Mark>),
    /// Something else in it.
    Edited,
}

/// What has changed since a snapshot: the maps of the project in its order, then those that are
/// gone. Maps in which no touchpoint changed are left out, unless they are new or gone.
pub fn changes_since(snapshot: &Snapshot, project: &Project) -> Vec<MapChanges> {
    let of = |maps: &[Arc<JourneyMap>]| Project { maps: maps.to_vec(), ..Project::default() };
    let (before, now) = (of(&snapshot.maps), of(&project.maps));
    let difference = Difference::between(&before, &now);
    let (old, new) = (cards(&before), cards(&now));
    let mut found: BTreeMap<MapId, Vec<CardChange>> = BTreeMap::new();
    for (ids, kind) in [
        (&difference.added, ChangeKind::Added),
        (&difference.gone, ChangeKind::Gone),
        (&difference.moved, ChangeKind::Moved),
        (&difference.marked, ChangeKind::Marked(None)),
        (&difference.edited, ChangeKind::Edited),
    ] {
        for id in ids {
            let Some((map, card)) = new.get(id).or(old.get(id)) else { continue };
            let kind = match kind {
                ChangeKind::Marked(_) => {
                    ChangeKind::Marked(old.get(id).and_then(|(_, card)| card.mark))
                }
                kind => kind,
            };
            found.entry(*map).or_default().push(CardChange { card: Arc::clone(card), kind });
        }
    }
    let was: BTreeSet<MapId> = before.maps.iter().map(|map| map.id).collect();
    let is: BTreeSet<MapId> = now.maps.iter().map(|map| map.id).collect();
    let gone = before.maps.iter().filter(|map| !is.contains(&map.id));
    let all = now.maps.iter().chain(gone).map(|map| {
        let fate = match (was.contains(&map.id), is.contains(&map.id)) {
            (true, true) => Fate::Kept,
            (false, _) => Fate::New,
            (true, false) => Fate::Gone,
        };
        let mut cards = found.remove(&map.id).unwrap_or_default();
        cards.sort_by_key(|change| (change.kind.order(), change.card.code));
        MapChanges { map: Arc::clone(map), fate, cards }
    });
    all.filter(|it| it.fate != Fate::Kept || !it.cards.is_empty()).collect()
}

impl ChangeKind {
    /// In which order they are told.
    pub fn order(self) -> u8 {
        match self {
            Self::Added => 0,
            Self::Gone => 1,
            Self::Moved => 2,
            Self::Marked(_) => 3,
            Self::Edited => 4,
        }
    }
}

fn cards(project: &Project) -> BTreeMap<TouchpointId, (MapId, &Arc<Touchpoint>)> {
    let maps = project.maps.iter();
    maps.flat_map(|map| map.touchpoints.iter().map(|card| (card.id, (map.id, card)))).collect()
}

/// A project of its own with the maps as they were kept, under another title.
pub fn as_project(snapshot: &Snapshot, project: &Project, title: String) -> Project {
    let known: BTreeSet<_> = project.personas.iter().map(|persona| persona.id).collect();
    let map = |map: &Arc<JourneyMap>| {
        let is_lost = map.persona.is_some_and(|persona| !known.contains(&persona));
        if !is_lost {
            return Arc::clone(map);
        }
        // Personas may be gone since.
        Arc::new(JourneyMap { persona: None, ..JourneyMap::clone(map) })
    };
    Project {
        title,
        notes: project.notes.clone(),
        owner: project.owner.clone(),
        personas: project.personas.clone(),
        maps: snapshot.maps.iter().map(map).collect(),
        next_code: project.next_code,
        ..Project::default()
    }
}

#[cfg(test)]
mod tests {
    use super::{ChangeKind as K, *};
    use crate::model::{Code, PersonaId, Place, Rank, Rhythm};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn map(id: u64, cards: &[(u64, Option<Mark>)]) -> Arc<JourneyMap> {
        let mut map = JourneyMap::new(id.into(), format!("M{id}"));
        for &(id, mark) in cards {
            let code = Code(u32::try_from(id).unwrap());
            let mut card = Touchpoint::new(id.into(), code, "x", Place::inbox(Rank::middle()));
            card.mark = mark;
            map.touchpoints.push(Arc::new(card));
        }
        Arc::new(map)
    }

    fn kept(maps: &[Arc<JourneyMap>]) -> Snapshot {
        Snapshot::of(maps, 1.into(), "then", day("2026-08-01"))
    }

    #[test]
    fn days_are_counted_to_the_review_and_past_it() {
        let review = Review { next: Some(day("2026-03-01")), ..Review::default() };
        for (today, days) in
            [("2026-02-27", 2), ("2026-03-01", 0), ("2026-03-11", -10), ("2027-03-01", -365)]
        {
            assert_eq!(days_left(&review, day(today)), Some(days), "{today}");
        }
        assert_eq!(days_left(&Review::default(), day("2026-03-01")), None);
    }

    #[test]
    fn the_next_review_follows_a_rhythm_else_what_is_planned_ahead() {
        let today = day("2026-03-01");
        for (rhythm, last, planned, expected) in [
            (Some(Rhythm::Weeks(1)), None, Some("2026-09-01"), Some("2026-03-08")),
            (Some(Rhythm::Weeks(1)), Some("2026-02-20"), None, Some("2026-02-27")),
            (None, Some("2026-02-20"), Some("2026-03-02"), Some("2026-03-02")),
            (None, None, Some("2026-03-01"), None),
            (None, None, None, None),
        ] {
            let review = Review { rhythm, last: last.map(day), next: planned.map(day) };
            assert_eq!(next(&review, today), expected.map(day), "{review:?}");
        }
    }

    #[test]
    fn changes_are_told_by_map_and_by_what_happened() {
        let old = [
            map(1, &[(1, None), (2, None), (3, Some(Mark::Friction)), (4, None)]),
            map(2, &[(20, None)]),
            map(3, &[(30, None)]),
        ];
        let mut first = JourneyMap::clone(&old[0]);
        first.touchpoints.remove(0);
        Arc::make_mut(&mut first.touchpoints[0]).place.rank = "k".parse().unwrap();
        Arc::make_mut(&mut first.touchpoints[1]).mark = Some(Mark::Positive);
        Arc::make_mut(&mut first.touchpoints[2]).owner = "Anna".into();
        first.touchpoints.extend(map(1, &[(5, None)]).touchpoints.iter().cloned());
        let maps = vec![Arc::clone(&old[1]), Arc::new(first), map(4, &[])];
        let project = Project { maps, ..Project::default() };
        let found = changes_since(&kept(&old), &project);
        let told: Vec<_> = found
            .iter()
            .map(|it| {
                let cards = it.cards.iter().map(|change| (change.card.code.0, change.kind));
                (it.map.title.as_str(), it.fate, cards.collect::<Vec<_>>())
            })
            .collect();
        let expected = vec![
            (
                "M1",
                Fate::Kept,
                vec![
                    (5, K::Added),
                    (1, K::Gone),
                    (2, K::Moved),
                    (3, K::Marked(Some(Mark::Friction))),
                    (4, K::Edited),
                ],
            ),
            ("M4", Fate::New, vec![]),
            ("M3", Fate::Gone, vec![(30, K::Gone)]),
        ];
        assert_eq!(told, expected);
        assert_eq!(changes_since(&kept(&project.maps), &project), []);
    }

    #[test]
    fn a_card_that_went_to_another_map_is_told_there_once() {
        let old = [map(1, &[(1, None)]), map(2, &[])];
        let now = [map(1, &[]), map(2, &[(1, None)])];
        let project = Project { maps: now.to_vec(), ..Project::default() };
        let found = changes_since(&kept(&old), &project);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].map.id, found[0].cards[0].kind), (2.into(), ChangeKind::Moved));
    }

    #[test]
    fn a_snapshot_opens_as_a_project_without_problems() {
        let mut first = JourneyMap::clone(&map(1, &[(1, None)]));
        first.persona = Some(PersonaId::from(9));
        let snapshot = kept(&[Arc::new(first)]);
        let project = Project { next_code: Code(7), ..Project::default() };
        let copy = as_project(&snapshot, &project, "Shop, August".into());
        assert_eq!(copy.check(), []);
        assert_eq!((copy.maps[0].persona, copy.next_code), (None, Code(7)));
    }
}
