//! The map is a living document: when the project is looked at again, and how it was then.

use super::{Date, Ext, JourneyMap, SnapshotId};
use jiff::{Span, ToSpan};
use std::sync::Arc;

/// When a project is reviewed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Review {
    /// `None`: without a schedule.
    pub rhythm: Option<Rhythm>,
    pub last: Option<Date>,
    pub next: Option<Date>,
}

impl Review {
    /// Whether the next review should have been by now.
    pub fn is_due(&self, today: Date) -> bool {
        self.next.is_some_and(|next| next <= today)
    }
}

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rhythm {
    Quarter,
    HalfYear,
    Year,
    /// Every so many weeks, 1 to [`Rhythm::MOST_WEEKS`].
    Weeks(u16),
}

impl Rhythm {
    /// Ten years are no rhythm any more.
    pub const MOST_WEEKS: u16 = 520;

    /// The day of the review after one on this day; the last day that there is where there is none.
    pub fn after(self, day: Date) -> Date {
        let span: Span = match self {
            Self::Quarter => 3.months(),
            Self::HalfYear => 6.months(),
            Self::Year => 1.year(),
            Self::Weeks(weeks) => i64::from(weeks).weeks(),
        };
        day.saturating_add(span)
    }
}

/// The maps as they were at a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    pub id: SnapshotId,
    pub name: String,
    pub date: Date,
    /// With the ids that they had, without their audits.
    pub maps: Vec<Arc<JourneyMap>>,
    /// What a later version added; kept as it is.
    pub ext: Ext,
}

impl Snapshot {
    /// The maps of a project, as they are now.
    pub fn of(
        maps: &[Arc<JourneyMap>],
        id: SnapshotId,
        name: impl Into<String>,
        date: Date,
    ) -> Self {
        let without_audits = |map: &Arc<JourneyMap>| {
            if map.audits.is_empty() {
                return Arc::clone(map);
            }
            Arc::new(JourneyMap { audits: Vec::new(), ..JourneyMap::clone(map) })
        };
        let maps = maps.iter().map(without_audits).collect();
        Self { id, name: name.into(), date, maps, ext: Ext::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_review_is_a_rhythm_later_and_never_beyond_the_calendar() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        for (rhythm, from, to) in [
            (Rhythm::Quarter, "2026-11-30", "2027-02-28"),
            (Rhythm::HalfYear, "2026-08-31", "2027-02-28"),
            (Rhythm::Year, "2028-02-29", "2029-02-28"),
            (Rhythm::Weeks(6), "2026-11-23", "2027-01-04"),
            (Rhythm::Year, "9999-06-01", "9999-12-31"),
        ] {
            assert_eq!(rhythm.after(day(from)), day(to), "{rhythm:?} after {from}");
        }
        let review = Review { next: Some(day("2026-11-23")), ..Review::default() };
        assert!(review.is_due(day("2026-11-23")) && !review.is_due(day("2026-11-22")));
    }
}
