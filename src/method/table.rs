//! Every touchpoint of a map, or of all of them, as rows: which there are, and in which order.

use crate::model::{JourneyMap, MapId, Project, Quality, Task, TaskState, Touchpoint};
use std::{cmp::Ordering, collections::BTreeMap, sync::Arc};

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    Code,
    Title,
    Mark,
    Map,
    Stage,
    Step,
    Lane,
    Channel,
    Control,
    Owner,
    Period,
    Emotion,
    Moment,
    /// The mean of the six.
    Quality,
    /// One of them.
    Rating(Quality),
    Impact,
    Effort,
    Cost,
    CostBand,
    When,
    Growth,
    Tasks,
}

impl Column {
    /// Every column, from left to right.
    pub const ALL: [Column; 27] = [
        Column::Code,
        Column::Title,
        Column::Mark,
        Column::Map,
        Column::Stage,
        Column::Step,
        Column::Lane,
        Column::Channel,
        Column::Control,
        Column::Owner,
        Column::Period,
        Column::Emotion,
        Column::Moment,
        Column::Quality,
        Column::Rating(Quality::Simple),
        Column::Rating(Quality::Appropriate),
        Column::Rating(Quality::Relevant),
        Column::Rating(Quality::Meaningful),
        Column::Rating(Quality::Appealing),
        Column::Rating(Quality::Personal),
        Column::Impact,
        Column::Effort,
        Column::Cost,
        Column::CostBand,
        Column::When,
        Column::Growth,
        Column::Tasks,
    ];
}

/// By what rows are ordered. What has no value in the column comes last, either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    pub column: Column,
    pub is_down: bool,
}

/// A touchpoint with where it stands.
#[derive(Debug, Clone)]
pub struct Row {
    pub map: Arc<JourneyMap>,
    /// Of the map in the project.
    pub map_at: usize,
    pub card: Arc<Touchpoint>,
    pub place: Option<Spot>,
}

/// Where a card stands, by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// From the left, counting steps over all stages.
    pub column: usize,
    pub lane: usize,
    pub stage: usize,
}

impl Row {
    /// The name of its stage, where it stands in one.
    pub fn stage(&self) -> Option<&str> {
        Some(&*self.map.stages.get(self.place?.stage)?.name)
    }

    /// The name of its lane.
    pub fn lane(&self) -> Option<&str> {
        Some(&*self.map.lanes.get(self.place?.lane)?.name)
    }
}

/// How much of some tasks is done.
pub fn count_done(tasks: &[Task]) -> usize {
    tasks.iter().filter(|task| task.state == TaskState::Done).count()
}

/// The rows of one map, or of all, in the order of the maps: step by step, lane by lane, and the
/// inbox last. `keep` says which there are to be.
pub fn rows(
    project: &Project,
    only: Option<MapId>,
    keep: impl Fn(&JourneyMap, &Touchpoint) -> bool,
) -> Vec<Row> {
    let mut rows = Vec::new();
    let maps = project.maps.iter().enumerate();
    for (map_at, map) in maps.filter(|(_, map)| only.is_none_or(|only| map.id == only)) {
        let mut columns = BTreeMap::new();
        let mut column = 0;
        for (stage, it) in map.stages.iter().enumerate() {
            for step in &it.steps {
                columns.insert(step.id, (column, stage));
                column += 1;
            }
        }
        let lanes: BTreeMap<_, _> =
            map.lanes.iter().enumerate().map(|(at, lane)| (lane.id, at)).collect();
        let start = rows.len();
        rows.extend(map.touchpoints.iter().filter(|card| keep(map, card)).map(|card| {
            let place = card.place.cell.and_then(|cell| {
                let &(column, stage) = columns.get(&cell.step)?;
                Some(Spot { column, lane: *lanes.get(&cell.lane)?, stage })
            });
            Row { map: Arc::clone(map), map_at, card: Arc::clone(card), place }
        }));
        if let Some(rows) = rows.get_mut(start..) {
            rows.sort_by(by_place);
        }
    }
    rows
}

fn by_place(a: &Row, b: &Row) -> Ordering {
    last_without(a.place, b.place, false).then_with(|| a.card.place.rank.cmp(&b.card.place.rank))
}

/// Puts rows into another order; those that are alike in it keep theirs.
pub fn sort(rows: &mut [Row], order: Order) {
    let Order { column, is_down } = order;
    let text = |get: fn(&Row) -> Option<&str>, rows: &mut [Row]| {
        // Upper and lower case are one; made once for each row.
        let key = |row: &Row| get(row).map(str::trim).filter(|it| !it.is_empty()).map(folded);
        let mut keyed: Vec<_> = rows.iter().map(|row| (key(row), row.clone())).collect();
        keyed.sort_by(|(a, _), (b, _)| last_without(a.as_ref(), b.as_ref(), is_down));
        for (place, (_, row)) in rows.iter_mut().zip(keyed) {
            *place = row;
        }
    };
    match column {
        Column::Title => text(|row| Some(&row.card.title), rows),
        Column::Channel => text(|row| Some(&row.card.channel), rows),
        Column::Owner => text(|row| Some(&row.card.owner), rows),
        Column::Cost => text(|row| Some(&row.card.feasibility.cost), rows),
        column => rows.sort_by(|a, b| last_without(rank(a, column), rank(b, column), is_down)),
    }
}

/// A number to order by, where the column has an order of its own.
fn rank(row: &Row, column: Column) -> Option<i64> {
    let card = &row.card;
    let number = |at: usize| i64::try_from(at).ok();
    match column {
        Column::Code => Some(card.code.0.into()),
        Column::Mark => card.mark.map(|mark| mark as i64),
        Column::Map => number(row.map_at),
        Column::Stage => number(row.place?.stage),
        Column::Step => number(row.place?.column),
        Column::Lane => number(row.place?.lane),
        Column::Control => card.control.map(|control| control as i64),
        Column::Period => card.period.map(|period| period as i64),
        Column::Emotion => card.emotion.map(|emotion| emotion.value().into()),
        Column::Moment => card.moment_of_truth.then_some(0),
        #[expect(clippy::cast_possible_truncation, reason = "a mean is from 1 to 5")]
        Column::Quality => card.qualities.scores().mean().map(|mean| (mean * 1000.0) as i64),
        Column::Rating(quality) => card.qualities.score(quality).map(|score| score.value().into()),
        Column::Impact => card.feasibility.impact.map(|score| score.value().into()),
        Column::Effort => card.feasibility.effort.map(|score| score.value().into()),
        Column::CostBand => card.feasibility.cost_band.map(|band| band as i64),
        Column::When => card.feasibility.when.map(|when| when as i64),
        // What grows comes first.
        Column::Growth => card.feasibility.grows.map(|grows| i64::from(!grows)),
        Column::Tasks if card.tasks.is_empty() => None,
        Column::Tasks => number(card.tasks.len() - count_done(&card.tasks)),
        Column::Title | Column::Channel | Column::Owner | Column::Cost => None,
    }
}

/// What has a value before what has none, whichever way the values are ordered.
fn last_without<T: Ord>(a: Option<T>, b: Option<T>, is_down: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if is_down => b.cmp(&a),
        (Some(a), Some(b)) => a.cmp(&b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

/// Whether a text stands in what can be read of a touchpoint. `needle` is folded.
pub fn has_text(card: &Touchpoint, needle: &str) -> bool {
    let has = |text: &str| !text.is_empty() && folded(text).contains(needle);
    has(&card.title)
        || has(&card.channel)
        || has(&card.owner)
        || has(&card.notes)
        || has(&card.feasibility.cost)
        || card.code.to_string().to_lowercase() == needle
        || card.tasks.iter().any(|task| has(&task.text) || has(&task.owner) || has(&task.tool))
}

/// A text to compare by.
pub fn folded(text: &str) -> String {
    text.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Code, Lane, LaneId, Mark, Place, Rank, Role, Stage, StageId, Step, StepId, TouchpointId,
    };

    /// Two maps of two steps and two lanes. A card is "map step lane title", a step of 0 the inbox.
    fn project(cards: &[(usize, u64, u64, &str)]) -> Project {
        let mut project = Project::default();
        for at in 0..2_u64 {
            let mut map = JourneyMap::new(MapId::from(at + 1), format!("M{at}"));
            let mut stage = Stage::new(StageId::from(at * 10 + 1), "Buy", None);
            for step in 1..=2 {
                stage.steps.push(Step::new(StepId::from(at * 10 + step), ""));
            }
            map.stages.push(stage);
            for lane in 1..=2 {
                let name = format!("L{lane}");
                map.lanes.push(Lane::new(LaneId::from(at * 10 + lane), name, Role::Touchpoints));
            }
            project.maps.push(Arc::new(map));
        }
        for (number, (map, step, lane, title)) in (1_u32..).zip(cards) {
            let base = *map as u64 * 10;
            let place = match step {
                0 => Place::inbox(Rank::middle()),
                step => Place::cell((base + step).into(), (base + lane).into(), Rank::middle()),
            };
            let id = TouchpointId::from(u64::from(number));
            let card = Touchpoint::new(id, Code(number), *title, place);
            Arc::make_mut(&mut project.maps[*map]).touchpoints.push(Arc::new(card));
        }
        project
    }

    fn titles(rows: &[Row]) -> String {
        rows.iter().map(|row| row.card.title.as_str()).collect::<Vec<_>>().join(" ")
    }

    const CARDS: &[(usize, u64, u64, &str)] = &[
        (0, 2, 1, "d"),
        (0, 0, 0, "E"),
        (0, 1, 2, "B"),
        (0, 1, 1, "c"),
        (1, 1, 1, "a"),
        (1, 0, 0, "F"),
    ];

    #[test]
    fn rows_stand_in_the_order_of_the_maps_with_the_inbox_last() {
        let project = project(CARDS);
        assert_eq!(titles(&rows(&project, None, |_, _| true)), "c B d E a F");
        let first = Some(project.maps[0].id);
        assert_eq!(titles(&rows(&project, first, |_, _| true)), "c B d E");
        assert_eq!(titles(&rows(&project, None, |_, card| has_text(card, "b"))), "B");
    }

    #[test]
    fn what_has_no_value_comes_last_either_way_and_equals_keep_their_order() {
        let mut project = project(CARDS);
        let map = Arc::make_mut(&mut project.maps[0]);
        for (at, mark) in [(0, Mark::Friction), (2, Mark::Positive), (3, Mark::Friction)] {
            Arc::make_mut(&mut map.touchpoints[at]).mark = Some(mark);
        }
        for (column, up, down) in [
            (Column::Title, "a B c d E F", "F E d c B a"),
            (Column::Mark, "B c d E a F", "c d B E a F"),
            (Column::Code, "d E B c a F", "F a c B E d"),
            (Column::Lane, "c d a B E F", "B c d a E F"),
            (Column::Map, "c B d E a F", "a F c B d E"),
            (Column::Owner, "c B d E a F", "c B d E a F"),
        ] {
            for (is_down, expected) in [(false, up), (true, down)] {
                let mut found = rows(&project, None, |_, _| true);
                sort(&mut found, Order { column, is_down });
                assert_eq!(titles(&found), expected, "{column:?} {is_down}");
            }
        }
    }
}
