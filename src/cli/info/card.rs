//! The touchpoints of a map, as JSON.

use super::word;
use crate::model::{Cell, JourneyMap, Quality, Score, Task, Touchpoint};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
pub struct TouchpointSummary<'a> {
    pub code: String,
    pub title: &'a str,
    pub mark: Option<&'static str>,
    pub stage: Option<&'a str>,
    /// Number of the step, as in `steps`.
    pub step: Option<usize>,
    pub lane: Option<&'a str>,
    /// In its cell, or in the inbox; from 1.
    place: usize,
    pub inbox: bool,
    owner: &'a str,
    /// 1 to 5.
    impact: Option<u8>,
    /// 1 to 5.
    effort: Option<u8>,
    /// In the team's own words.
    cost: &'a str,
    cost_band: Option<&'static str>,
    when: Option<&'static str>,
    grows: Option<bool>,
    /// 1 to 5 each.
    qualities: BTreeMap<&'static str, Option<u8>>,
    tasks: Vec<TaskSummary<'a>>,
}

#[derive(Serialize)]
struct TaskSummary<'a> {
    text: &'a str,
    state: &'static str,
    owner: &'a str,
    /// Year, month and day.
    due: Option<String>,
    tool: &'a str,
}

impl<'a> TaskSummary<'a> {
    fn of(task: &'a Task) -> Self {
        let due = task.due.map(|due| due.to_string());
        Self {
            text: &task.text,
            state: word::task(task.state),
            owner: &task.owner,
            due,
            tool: &task.tool,
        }
    }
}

/// Column by column, in each from the top; then the inbox.
pub fn touchpoints(map: &JourneyMap) -> Vec<TouchpointSummary<'_>> {
    let columns: BTreeMap<_, _> = map
        .columns()
        .zip(1..)
        .map(|(column, number)| (column.step.id, (number, column.stage)))
        .collect();
    let lanes: BTreeMap<_, _> =
        map.lanes.iter().zip(0..).map(|(lane, at)| (lane.id, (at, lane))).collect();
    let spot = |cell: Cell| Some((columns.get(&cell.step)?, lanes.get(&cell.lane)?));
    // By column and lane, the inbox last, and in each place by rank.
    let mut places: BTreeMap<(usize, usize), Vec<&Touchpoint>> = BTreeMap::new();
    for touchpoint in &map.touchpoints {
        let place = touchpoint.place.cell.and_then(spot);
        let place = place.map_or((usize::MAX, 0), |((number, _), (lane, _))| (*number, *lane));
        places.entry(place).or_default().push(touchpoint);
    }
    let in_order = places.into_values().flat_map(|mut cards| {
        cards.sort_by(|a, b| a.place.rank.cmp(&b.place.rank));
        cards.into_iter().zip(1..)
    });
    let summaries = in_order.map(|(touchpoint, place)| {
        let spot = touchpoint.place.cell.and_then(spot);
        let plan = &touchpoint.feasibility;
        TouchpointSummary {
            code: touchpoint.code.to_string(),
            title: &touchpoint.title,
            mark: touchpoint.mark.map(word::mark),
            stage: spot.map(|((_, stage), _)| &*stage.name),
            step: spot.map(|((number, _), _)| *number),
            lane: spot.map(|(_, (_, lane))| &*lane.name),
            place,
            inbox: spot.is_none(),
            owner: &touchpoint.owner,
            impact: plan.impact.map(Score::value),
            effort: plan.effort.map(Score::value),
            cost: &plan.cost,
            cost_band: plan.cost_band.map(word::cost_band),
            when: plan.when.map(word::when),
            grows: plan.grows,
            qualities: ratings(touchpoint),
            tasks: touchpoint.tasks.iter().map(TaskSummary::of).collect(),
        }
    });
    summaries.collect()
}

fn ratings(card: &Touchpoint) -> BTreeMap<&'static str, Option<u8>> {
    let score = |quality| card.qualities.score(quality).map(Score::value);
    Quality::ALL.into_iter().map(|quality| (word::quality(quality), score(quality))).collect()
}
