//! The steps of the method: qualities, tasks, audits, reviews.

use super::{Local, RepairKind, RepairedCard, Repairs, highest_code};
use crate::{
    file::v1,
    model::{
        Audit, AuditEntry, Code, Date, IdSource, Qualities, Quality, Review, Rhythm, Score, Scores,
        Snapshot, Task, TaskId,
    },
};
use std::{collections::BTreeSet, sync::Arc};

/// Where a day is needed and none can be read.
const SOME_DAY: Date = Date::constant(1970, 1, 1);

type Card<'a> = &'a dyn Fn() -> RepairedCard;

impl Repairs {
    pub(super) fn score(&mut self, value: Option<i64>, card: Card) -> Option<Score> {
        self.score_or(value, |value| RepairKind::Score { card: card(), value })
    }

    fn score_or(
        &mut self,
        value: Option<i64>,
        repair: impl FnOnce(i64) -> RepairKind,
    ) -> Option<Score> {
        let value = value?;
        let score = Score::new(value);
        if score.is_none() {
            self.report(repair(value));
        }
        score
    }

    pub(super) fn qualities(&mut self, record: Option<v1::Qualities>, card: Card) -> Qualities {
        let mut qualities = Qualities::default();
        let Some(it) = record else { return qualities };
        for (quality, score, note) in [
            (Quality::Simple, it.simple, it.simple_note),
            (Quality::Appropriate, it.appropriate, it.appropriate_note),
            (Quality::Relevant, it.relevant, it.relevant_note),
            (Quality::Meaningful, it.meaningful, it.meaningful_note),
            (Quality::Appealing, it.appealing, it.appealing_note),
            (Quality::Personal, it.personal, it.personal_note),
        ] {
            qualities.set_score(quality, self.score(score, card));
            qualities.set_note(quality, note);
        }
        qualities
    }

    pub(super) fn tasks(&mut self, records: Vec<v1::Task>, code: Code) -> Vec<Task> {
        let mut ids: BTreeSet<TaskId> = BTreeSet::new();
        let task = |record: v1::Task| {
            let mut id = TaskId::from(record.id.0);
            if !ids.insert(id) {
                let mut source = IdSource::seeded(record.id.0);
                while !ids.insert(id) {
                    id = source.next();
                }
                self.report(RepairKind::RepeatedId { noun: "tasks", name: record.text.clone() });
            }
            let mut text = record.text;
            if text.trim().is_empty() {
                text = "Untitled".into();
                self.report(RepairKind::EmptyTask(code));
            }
            Task {
                owner: record.owner,
                due: self.date(record.due),
                state: record.state.map(Into::into).unwrap_or_default(),
                tool: record.tool,
                ext: record.ext.0,
                ..Task::new(id, text)
            }
        };
        records.into_iter().map(task).collect()
    }

    pub(super) fn review(
        &mut self,
        rhythm: Option<v1::Rhythm>,
        last: Option<String>,
        next: Option<String>,
    ) -> Review {
        let rhythm = rhythm.and_then(|rhythm| match rhythm {
            v1::Rhythm::Quarter => Some(Rhythm::Quarter),
            v1::Rhythm::HalfYear => Some(Rhythm::HalfYear),
            v1::Rhythm::Year => Some(Rhythm::Year),
            v1::Rhythm::Weeks(weeks) => {
                let possible = 1..=Rhythm::MOST_WEEKS;
                let rhythm = u16::try_from(weeks).ok().filter(|weeks| possible.contains(weeks));
                if rhythm.is_none() {
                    self.report(RepairKind::Rhythm { weeks });
                }
                rhythm.map(Rhythm::Weeks)
            }
        });
        Review { rhythm, last: self.date(last), next: self.date(next) }
    }

    pub(super) fn audit(&mut self, record: v1::Audit, cards: &Local) -> Audit {
        let entry = |record: v1::AuditEntry| {
            let mut scores = Scores::default();
            for (quality, value) in [
                (Quality::Simple, record.simple),
                (Quality::Appropriate, record.appropriate),
                (Quality::Relevant, record.relevant),
                (Quality::Meaningful, record.meaningful),
                (Quality::Appealing, record.appealing),
                (Quality::Personal, record.personal),
            ] {
                let title = || record.title.clone();
                let repair = |value| RepairKind::AuditScore { title: title(), value };
                if let Some(score) = self.score_or(value, repair) {
                    scores.0.insert(quality, score);
                }
            }
            let id = record.touchpoint;
            Arc::new(AuditEntry {
                touchpoint: cards.get(&id).copied().unwrap_or(id.0).into(),
                title: record.title,
                mark: record.mark.map(Into::into),
                scores,
                note: record.note,
            })
        };
        let entries = record.entries.into_iter().map(entry).collect();
        let id = self.id("audits", record.id, &record.by, &mut Local::new());
        let date = self.day(record.date);
        Audit {
            is_done: record.done,
            entries,
            ext: record.ext.0,
            ..Audit::new(id, date, record.by)
        }
    }

    /// A world of its own: it has the ids of the project.
    pub(super) fn snapshot(&mut self, record: v1::Snapshot, personas: &Local) -> Snapshot {
        let id = self.id("snapshots", record.id, &record.name, &mut Local::new());
        let date = self.day(record.date);
        let next_code = highest_code(&record.maps) + 1;
        let mut past = Repairs { next_code, is_past: true, ..Repairs::default() };
        let maps = record.maps.into_iter().map(|map| Arc::new(past.map(map, personas))).collect();
        self.list.append(&mut past.list);
        Snapshot { id, name: record.name, date, maps, ext: record.ext.0 }
    }

    fn date(&mut self, text: Option<String>) -> Option<Date> {
        let text = text?;
        let date = text.parse().ok();
        if date.is_none() {
            self.report(RepairKind::Date { text, now: None });
        }
        date
    }

    /// A day where one is needed.
    fn day(&mut self, text: Option<String>) -> Date {
        let text = text.unwrap_or_default();
        text.parse().unwrap_or_else(|_| {
            self.report(RepairKind::Date { text, now: Some(SOME_DAY) });
            SOME_DAY
        })
    }
}
