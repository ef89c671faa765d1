//! Numbers: a map summed up. What waits in the inbox is counted, and otherwise left out.

use super::quality::QualityTable;
use crate::model::{
    Control, Date, JourneyMap, Mark, Quality, StageId, StepId, TaskState, Touchpoint, TouchpointId,
};
use std::collections::HashMap;

/// A map in numbers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Numbers {
    /// Of all touchpoints on the map.
    pub marks: Marks,
    /// How many wait in the inbox.
    pub inbox: usize,
    /// In the order of the map.
    pub stages: Vec<StageNumbers>,
    /// How many the business controls.
    pub direct: usize,
    /// How many it does not control.
    pub indirect: usize,
    /// The mean of each quality, 1 to 5, over the touchpoints where it is rated; in the order of
    /// [`Quality::ALL`]. `None` where it is rated nowhere.
    pub qualities: [Option<f32>; 6],
    /// The mean of all these ratings.
    pub quality: Option<f32>,
    /// The most steps in a row without a positive touchpoint, the first where there are several.
    /// `None` where each step has one, and on a map without touchpoints.
    pub longest_without_positive: Option<Stretch>,
    /// Of all touchpoints, in the inbox too.
    pub tasks: Tasks,
}

/// How many touchpoints there are of each mark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks {
    pub positive: usize,
    pub decision: usize,
    pub friction: usize,
    pub unmarked: usize,
}

/// A stage in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StageNumbers {
    pub stage: StageId,
    pub marks: Marks,
}

/// Steps in a row, numbered over the whole map from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    pub first: usize,
    pub last: usize,
}

/// How many tasks there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tasks {
    /// Neither begun nor done.
    pub open: usize,
    pub doing: usize,
    pub done: usize,
    /// How many of those that are not done should be.
    pub overdue: usize,
}

impl Marks {
    pub fn all(self) -> usize {
        self.marked() + self.unmarked
    }

    pub fn marked(self) -> usize {
        self.positive + self.decision + self.friction
    }

    /// How many have this mark, or none.
    pub fn count(self, mark: Option<Mark>) -> usize {
        match mark {
            Some(Mark::Positive) => self.positive,
            Some(Mark::Decision) => self.decision,
            Some(Mark::Friction) => self.friction,
            None => self.unmarked,
        }
    }

    /// How much of what is marked is friction, in whole percent; `None` where nothing is marked.
    pub fn share_of_friction(self) -> Option<usize> {
        let marked = self.marked();
        (self.friction * 200 + marked).checked_div(marked * 2)
    }

    fn add(&mut self, mark: Option<Mark>) {
        let count = match mark {
            Some(Mark::Positive) => &mut self.positive,
            Some(Mark::Decision) => &mut self.decision,
            Some(Mark::Friction) => &mut self.friction,
            None => &mut self.unmarked,
        };
        *count += 1;
    }
}

impl Stretch {
    /// How many steps it has.
    pub fn steps(self) -> usize {
        self.last + 1 - self.first
    }
}

impl Tasks {
    pub fn all(self) -> usize {
        self.open + self.doing + self.done
    }
}

/// What a number counts; the touchpoints behind it are [`cards_of`] it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    Mark(Option<Mark>),
    /// Those of a stage.
    Stage(StageId),
    /// Those of a stage with a mark, or without.
    StageMark(StageId, Option<Mark>),
    Control(Option<Control>),
    /// Where a quality is rated, or with `None` any.
    Rated(Option<Quality>),
    /// What stands on a stretch.
    Stretch(Stretch),
    /// With tasks in this state; in the inbox too.
    Tasks(TaskState),
    /// With tasks that should be done; in the inbox too.
    Overdue,
    Inbox,
}

/// Sums a map up on a day.
pub fn numbers(map: &JourneyMap, today: Date) -> Numbers {
    let steps = steps(map);
    let mut numbers = Numbers {
        stages: map
            .stages
            .iter()
            .map(|stage| StageNumbers { stage: stage.id, marks: Marks::default() })
            .collect(),
        ..Numbers::default()
    };
    let mut is_positive = vec![false; steps.len()];
    for card in &map.touchpoints {
        numbers.tasks.add(card, today);
        let Some(step) = card.place.cell.and_then(|cell| steps.get(&cell.step)) else {
            numbers.inbox += 1;
            continue;
        };
        numbers.marks.add(card.mark);
        if let Some(stage) = numbers.stages.get_mut(step.stage) {
            stage.marks.add(card.mark);
        }
        match card.control {
            Some(Control::Direct) => numbers.direct += 1,
            Some(Control::Indirect) => numbers.indirect += 1,
            None => {}
        }
        if card.mark == Some(Mark::Positive)
            && let Some(has) = is_positive.get_mut(step.number - 1)
        {
            *has = true;
        }
    }
    let qualities = QualityTable::of(map);
    (numbers.qualities, numbers.quality) = (qualities.means, qualities.mean);
    if numbers.marks.all() > 0 {
        numbers.longest_without_positive = longest_without(&is_positive);
    }
    numbers
}

/// The touchpoints that a number counts, in the order of their making.
pub fn cards_of(map: &JourneyMap, counted: Counted, today: Date) -> Vec<TouchpointId> {
    let steps = steps(map);
    let is_counted = |card: &Touchpoint| {
        let step = card.place.cell.and_then(|cell| steps.get(&cell.step));
        let is_in = |stage: StageId| {
            let at = step.and_then(|step| map.stages.get(step.stage));
            at.is_some_and(|at| at.id == stage)
        };
        let is_rated = |quality| card.qualities.score(quality).is_some();
        match counted {
            Counted::Inbox => step.is_none(),
            Counted::Tasks(state) => card.tasks.iter().any(|task| task.state == state),
            Counted::Overdue => card.tasks.iter().any(|task| task.is_overdue(today)),
            Counted::Mark(mark) => step.is_some() && card.mark == mark,
            Counted::Stage(stage) => is_in(stage),
            Counted::StageMark(stage, mark) => is_in(stage) && card.mark == mark,
            Counted::Control(control) => step.is_some() && card.control == control,
            Counted::Rated(Some(quality)) => step.is_some() && is_rated(quality),
            Counted::Rated(None) => step.is_some() && Quality::ALL.into_iter().any(is_rated),
            Counted::Stretch(Stretch { first, last }) => {
                step.is_some_and(|step| (first..=last).contains(&step.number))
            }
        }
    };
    map.touchpoints.iter().filter(|card| is_counted(card)).map(|card| card.id).collect()
}

struct StepAt {
    /// Index in the map.
    stage: usize,
    /// Over the whole map, from 1.
    number: usize,
}

fn steps(map: &JourneyMap) -> HashMap<StepId, StepAt> {
    let steps = map.columns().zip(1..);
    steps
        .map(|(column, number)| (column.step.id, StepAt { stage: column.stage_at, number }))
        .collect()
}

/// The first of the longest runs of `false`.
fn longest_without(has: &[bool]) -> Option<Stretch> {
    let mut longest: Option<Stretch> = None;
    let mut first = 1;
    for run in has.chunk_by(|a, b| a == b) {
        let it = Stretch { first, last: first + run.len() - 1 };
        first += run.len();
        let is_longer = longest.is_none_or(|longest| it.steps() > longest.steps());
        if run.first() == Some(&false) && is_longer {
            longest = Some(it);
        }
    }
    longest
}

impl Tasks {
    fn add(&mut self, card: &Touchpoint, today: Date) {
        for task in &card.tasks {
            match task.state {
                TaskState::Open => self.open += 1,
                TaskState::Doing => self.doing += 1,
                TaskState::Done => self.done += 1,
            }
            self.overdue += usize::from(task.is_overdue(today));
        }
    }
}

#[cfg(test)]
mod tests;
