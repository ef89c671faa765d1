//! The dates of a template are as if it had been written today: the sample's tasks are still to be
//! done, its last audit was last week, and its review is not due whenever somebody opens it.

use crate::model::{Date, JourneyMap, Project, Snapshot};
use jiff::Span;
use std::sync::Arc;

/// The day on which the templates were written.
const WRITTEN: Date = jiff::civil::date(2026, 11, 23);

/// A new project with its dates moved to where they would be if it had been written on a day.
#[must_use]
pub fn as_of(mut project: Project, today: Date) -> Project {
    let by = today - WRITTEN;
    for date in [&mut project.review.last, &mut project.review.next].into_iter().flatten() {
        shift(date, by);
    }
    project.maps.iter_mut().map(Arc::make_mut).for_each(|map| shift_map(map, by));
    for snapshot in &mut project.snapshots {
        let Snapshot { date, maps, .. } = Arc::make_mut(snapshot);
        shift(date, by);
        maps.iter_mut().map(Arc::make_mut).for_each(|map| shift_map(map, by));
    }
    project
}

fn shift_map(map: &mut JourneyMap, by: Span) {
    for audit in map.audits.iter_mut().map(Arc::make_mut) {
        shift(&mut audit.date, by);
    }
    for card in map.touchpoints.iter_mut().filter(|card| !card.tasks.is_empty()) {
        let tasks = &mut Arc::make_mut(card).tasks;
        tasks.iter_mut().filter_map(|task| task.due.as_mut()).for_each(|due| shift(due, by));
    }
}

fn shift(date: &mut Date, by: Span) {
    *date = date.saturating_add(by);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::{Template, new_project},
        model::IdSource,
        text::Language,
    };

    fn sample(today: &str) -> Project {
        let project = new_project(Template::Sample, Language::En, &mut IdSource::seeded(1));
        as_of(project, today.parse().unwrap())
    }

    #[test]
    fn the_sample_never_begins_with_what_is_overdue() {
        for today in ["2026-11-23", "2031-02-28", "2025-01-01"] {
            let project = sample(today);
            let today = today.parse().unwrap();
            assert!(!project.review.is_due(today), "{today}");
            let cards = project.maps.iter().flat_map(|map| &map.touchpoints);
            let mut tasks = cards.flat_map(|card| &card.tasks);
            assert!(!tasks.any(|task| task.is_overdue(today)), "{today}");
            let audits = project.maps.iter().flat_map(|map| &map.audits);
            let dates: Vec<Date> = audits.map(|audit| audit.date).collect();
            assert!(dates.len() > 1 && dates.is_sorted() && dates.iter().all(|it| *it < today));
            assert!(project.snapshots.iter().all(|snapshot| snapshot.date < today));
            assert_eq!(project.check(), []);
        }
    }

    #[test]
    fn on_the_day_it_was_written_nothing_moves() {
        let project = new_project(Template::Sample, Language::En, &mut IdSource::seeded(1));
        assert_eq!(as_of(project.clone(), WRITTEN), project);
        assert_ne!(sample("2026-11-24"), project);
    }
}
