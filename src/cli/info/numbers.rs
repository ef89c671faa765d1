//! The numbers of a map, as JSON and as lines of the table.

use super::{summary::Marks, word};
use crate::{
    message,
    method::numbers::{self, Numbers, Stretch, Tasks},
    model::{Date, JourneyMap, Quality},
    text::Text,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// What [`Numbers`] has, under names that stay.
#[derive(Serialize)]
pub struct NumbersSummary<'a> {
    /// On the map; what waits in the inbox is not counted.
    pub marks: Marks,
    /// Of what is marked, in whole percent.
    friction_percent: Option<usize>,
    inbox: usize,
    stages: Vec<StageNumbers<'a>>,
    direct: usize,
    indirect: usize,
    /// The mean of each, to two decimals.
    qualities: BTreeMap<&'static str, Option<f64>>,
    quality: Option<f64>,
    #[serde(skip)]
    mean: Option<f32>,
    longest_without_positive: Option<StretchSummary>,
    tasks: TasksSummary,
}

#[derive(Serialize)]
struct StageNumbers<'a> {
    name: &'a str,
    marks: Marks,
}

/// Numbers of steps.
#[derive(Serialize)]
struct StretchSummary {
    first: usize,
    last: usize,
}

#[derive(Serialize)]
struct TasksSummary {
    open: usize,
    doing: usize,
    done: usize,
    overdue: usize,
}

impl<'a> NumbersSummary<'a> {
    pub fn of(map: &'a JourneyMap, today: Date) -> Self {
        let Numbers {
            marks,
            inbox,
            stages,
            direct,
            indirect,
            qualities,
            quality,
            longest_without_positive: stretch,
            tasks: Tasks { open, doing, done, overdue },
        } = numbers::numbers(map, today);
        let stages = map.stages.iter().zip(&stages);
        Self {
            marks: marks.into(),
            friction_percent: marks.share_of_friction(),
            inbox,
            stages: stages
                .map(|(stage, it)| StageNumbers { name: &stage.name, marks: it.marks.into() })
                .collect(),
            direct,
            indirect,
            qualities: Quality::ALL
                .into_iter()
                .zip(qualities)
                .map(|(quality, mean)| (word::quality(quality), mean.map(rounded)))
                .collect(),
            quality: quality.map(rounded),
            mean: quality,
            longest_without_positive: stretch
                .map(|Stretch { first, last }| StretchSummary { first, last }),
            tasks: TasksSummary { open, doing, done, overdue },
        }
    }

    /// Lines of the table, only where there is something to say.
    pub fn facts(&self, text: &Text) -> Vec<Vec<String>> {
        let mut facts = Vec::new();
        if let Some(percent) = self.friction_percent {
            facts.push(vec![text.numbers_friction(), text.numbers_of_marked(percent)]);
        }
        if let Some(StretchSummary { first, last }) = self.longest_without_positive {
            let steps = if first == last {
                text.numbers_step(first)
            } else {
                text.numbers_steps(first, last)
            };
            facts.push(vec![text.numbers_without_positive(), steps]);
        }
        if let Some(mean) = self.mean {
            let quality = text.numbers_mean(message::mean(text, mean));
            facts.push(vec![text.quality_heading(), quality]);
        }
        let TasksSummary { open, doing, done, overdue } = self.tasks;
        if open + doing + done > 0 {
            facts.push(vec![
                text.numbers_tasks(),
                text.numbers_tasks_counts(open + doing, done, overdue),
            ]);
        }
        facts
    }
}

impl From<numbers::Marks> for Marks {
    fn from(marks: numbers::Marks) -> Self {
        let numbers::Marks { positive, decision, friction, unmarked } = marks;
        Self { positive, decision, friction, unmarked }
    }
}

fn rounded(mean: f32) -> f64 {
    (f64::from(mean) * 100.0).round() / 100.0
}
