//! Audits: where a walk goes on that was broken off, and what two of them tell together.

use super::{
    quality::mean,
    walk::{Stop, walk},
};
use crate::model::{Audit, AuditEntry, Code, JourneyMap, Mark, Quality, Score, TouchpointId};
use std::collections::BTreeMap;

/// How many of the touchpoints on the way an audit has judged.
pub fn judged(stops: &[Stop], audit: &Audit) -> usize {
    let entries: BTreeMap<_, _> = entries(audit);
    stops.iter().filter(|stop| entries.contains_key(&stop.card.id)).count()
}

/// The index of the stop where an audit goes on: the next one that is not judged, after what was
/// judged last, else from the start; `None` where all are.
pub fn goes_on_at(stops: &[Stop], audit: &Audit) -> Option<usize> {
    let entries = entries(audit);
    let is_open = |stop: &Stop| !entries.contains_key(&stop.card.id);
    let last = audit.entries.last().map(|entry| entry.touchpoint);
    let after = stops.iter().position(|stop| Some(stop.card.id) == last).map_or(0, |at| at + 1);
    let behind = stops.iter().skip(after).position(is_open).map(|at| at + after);
    behind.or_else(|| stops.iter().position(is_open))
}

fn entries(audit: &Audit) -> BTreeMap<TouchpointId, &AuditEntry> {
    audit.entries.iter().map(|entry| (entry.touchpoint, entry.as_ref())).collect()
}

/// Two audits side by side.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comparison {
    /// In the order of the map; those that are not on it any more come last.
    pub rows: Vec<Compared>,
    /// Of each quality, over the touchpoints that were rated both times; in the order of
    /// [`Quality::ALL`].
    pub means: [Option<(f32, f32)>; 6],
}

/// A touchpoint in two audits, of which one may not have it.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    pub touchpoint: TouchpointId,
    /// `None`: it was deleted since.
    pub code: Option<Code>,
    /// As it is called now; of a deleted one, as it was called last.
    pub title: String,
    pub before: Option<AuditEntry>,
    pub after: Option<AuditEntry>,
}

/// What became of a touchpoint from one audit to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Turn {
    Worse,
    /// Some of it better, some worse.
    Mixed,
    Better,
    Same,
    /// Only the later one has it.
    New,
    /// Only the earlier one has it.
    Left,
}

impl Turn {
    /// Every turn, what matters most first.
    pub const ALL: [Turn; 6] =
        [Turn::Worse, Turn::Mixed, Turn::Better, Turn::Same, Turn::New, Turn::Left];
}

impl Comparison {
    /// What two audits of a map tell; `before` is the earlier one.
    pub fn of(map: &JourneyMap, before: &Audit, after: &Audit) -> Self {
        let (was, is) = (entries(before), entries(after));
        let mut rows = Vec::new();
        let mut order: Vec<TouchpointId> = walk(map).iter().map(|stop| stop.card.id).collect();
        let mut known: std::collections::BTreeSet<_> = order.iter().copied().collect();
        let all = before.entries.iter().chain(&after.entries).map(|entry| entry.touchpoint);
        order.extend(all.filter(|&id| known.insert(id)));
        let cards: BTreeMap<_, _> = map.touchpoints.iter().map(|card| (card.id, card)).collect();
        for touchpoint in order {
            let entry = |of: &BTreeMap<TouchpointId, &AuditEntry>| {
                of.get(&touchpoint).map(|&entry| entry.clone())
            };
            let (before, after) = (entry(&was), entry(&is));
            let card = cards.get(&touchpoint);
            let Some(last) = after.as_ref().or(before.as_ref()) else { continue };
            let title = card.map_or_else(|| last.title.clone(), |card| card.title.clone());
            let code = card.map(|card| card.code);
            rows.push(Compared { touchpoint, code, title, before, after });
        }
        let means = Quality::ALL
            .map(|quality| both(rows.iter().filter_map(|row: &Compared| row.scores(quality))));
        Self { rows, means }
    }

    /// Of a quality, over what was rated both times: as it was, and as it is.
    pub fn means_of(&self, quality: Quality) -> Option<(f32, f32)> {
        let mut means = Quality::ALL.into_iter().zip(self.means);
        means.find(|(it, _)| *it == quality).and_then(|(_, means)| means)
    }

    /// Of all that was rated both times: as it was, and as it is.
    pub fn mean(&self) -> Option<(f32, f32)> {
        both(self.rows.iter().flat_map(Compared::pairs))
    }

    /// How many took this turn.
    pub fn count(&self, turn: Turn) -> usize {
        self.rows.iter().filter(|row| row.turn() == turn).count()
    }
}

impl Compared {
    /// Of a quality, where it was rated both times: as it was, and as it is.
    pub fn scores(&self, quality: Quality) -> Option<(Score, Score)> {
        let score = |entry: &Option<AuditEntry>| entry.as_ref()?.scores.0.get(&quality).copied();
        score(&self.before).zip(score(&self.after))
    }

    /// What was rated both times.
    fn pairs(&self) -> impl Iterator<Item = (Score, Score)> {
        Quality::ALL.into_iter().filter_map(|quality| self.scores(quality))
    }

    /// The mean of what was rated both times: as it was, and as it is.
    pub fn means(&self) -> Option<(f32, f32)> {
        both(self.pairs())
    }

    /// What became of it.
    pub fn turn(&self) -> Turn {
        let (before, after) = match (&self.before, &self.after) {
            (Some(before), Some(after)) => (before, after),
            (None, _) => return Turn::New,
            (_, None) => return Turn::Left,
        };
        // A decision is a fork, not a middle: only between green and red there is a better.
        let marks = (before.mark, after.mark);
        let is_worse = marks == (Some(Mark::Positive), Some(Mark::Friction));
        let is_better = marks == (Some(Mark::Friction), Some(Mark::Positive));
        let is_worse = is_worse || self.pairs().any(|(was, is)| is < was);
        let is_better = is_better || self.pairs().any(|(was, is)| is > was);
        match (is_worse, is_better) {
            (true, true) => Turn::Mixed,
            (true, false) => Turn::Worse,
            (false, true) => Turn::Better,
            (false, false) => Turn::Same,
        }
    }
}

/// The means of pairs.
fn both(pairs: impl Iterator<Item = (Score, Score)>) -> Option<(f32, f32)> {
    let (was, is): (Vec<Score>, Vec<Score>) = pairs.unzip();
    let of = |scores: Vec<Score>| mean(scores.into_iter().map(|it| f32::from(it.value())));
    of(was).zip(of(is))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        method::walk::tests::map,
        model::{AuditId, Scores},
    };
    use std::sync::Arc;

    /// An audit from touchpoints (by number; a stranger beyond), marks and what is simple.
    fn audit(map: &JourneyMap, rows: &[(usize, Option<Mark>, i64)]) -> Audit {
        let day = "2026-11-23".parse().unwrap();
        let mut audit = Audit::new(AuditId::from(1), day, "Anna");
        audit.entries = rows
            .iter()
            .map(|&(at, mark, score)| {
                let card = map.touchpoints.get(at);
                let simple = Score::new(score).map(|score| (Quality::Simple, score));
                Arc::new(AuditEntry {
                    touchpoint: card.map_or(TouchpointId::from(99), |card| card.id),
                    title: "as it was".to_owned(),
                    mark,
                    scores: Scores(simple.into_iter().collect()),
                    note: String::new(),
                })
            })
            .collect();
        audit
    }

    #[test]
    fn a_walk_goes_on_where_it_was_broken_off() {
        let map = map(&["a", "b", "c", "d"]);
        let stops = walk(&map);
        for (rows, expected) in [
            (&[][..], Some(0)),
            (&[0, 1], Some(2)),
            (&[0, 2], Some(3)),
            (&[0, 3], Some(1)),
            (&[3, 2, 1, 0], None),
            (&[7], Some(0)),
        ] {
            let rows: Vec<_> = rows.iter().map(|&at| (at, None, 3)).collect();
            assert_eq!(goes_on_at(&stops, &audit(&map, &rows)), expected, "{rows:?}");
        }
        assert_eq!(judged(&stops, &audit(&map, &[(1, None, 3), (7, None, 3)])), 1);
    }

    #[test]
    fn two_audits_tell_what_got_better_and_what_worse() {
        let map = map(&["a", "b", "c", "d", "e"]);
        let (green, red) = (Some(Mark::Positive), Some(Mark::Friction));
        let was = [(7, red, 1), (4, None, 3), (3, green, 2), (2, red, 3), (1, None, 5)];
        let is = [(0, None, 4), (1, None, 2), (2, green, 3), (3, red, 4), (4, red, 3)];
        let found = Comparison::of(&map, &audit(&map, &was), &audit(&map, &is));
        let rows: Vec<_> = found.rows.iter().map(|row| (row.title.as_str(), row.turn())).collect();
        let expected = [
            ("a", Turn::New),
            ("b", Turn::Worse),
            ("c", Turn::Better),
            ("d", Turn::Mixed),
            ("e", Turn::Same),
            ("as it was", Turn::Left),
        ];
        assert_eq!(rows, expected);
        assert_eq!(found.rows.last().map(|row| row.code), Some(None));
        // 5 3 2 3 before, 2 3 4 3 after; what only one of them has does not count.
        assert_eq!(found.means[0], Some((3.25, 3.0)));
        assert_eq!(found.means[1], None);
        assert_eq!(Turn::ALL.map(|turn| found.count(turn)), [1; 6]);
    }
}
