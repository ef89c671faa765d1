//! The way of the customer: the touchpoints of a map in reading order.

use crate::model::{JourneyMap, LaneId, StepId, Touchpoint};
use std::{collections::BTreeMap, sync::Arc};

/// A touchpoint on the way, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    pub card: Arc<Touchpoint>,
    /// Which step of the map, from 0.
    pub column: usize,
    /// Which lane of the map, from 0.
    pub row: usize,
}

/// The touchpoints that stand on the map: step by step, in each from the first lane to the last.
/// What waits in the inbox is not on the way.
pub fn walk(map: &JourneyMap) -> Vec<Stop> {
    let columns: BTreeMap<StepId, usize> =
        map.columns().zip(0..).map(|(column, at)| (column.step.id, at)).collect();
    let rows: BTreeMap<LaneId, usize> =
        map.lanes.iter().zip(0..).map(|(lane, at)| (lane.id, at)).collect();
    let stop = |card: &Arc<Touchpoint>| {
        let cell = card.place.cell?;
        let (column, row) = (*columns.get(&cell.step)?, *rows.get(&cell.lane)?);
        Some(Stop { card: Arc::clone(card), column, row })
    };
    let mut stops: Vec<Stop> = map.touchpoints.iter().filter_map(stop).collect();
    // Stable: cards of the same rank stand in the order of their making.
    stops.sort_by(|a, b| {
        let place = |stop: &Stop| (stop.column, stop.row);
        place(a).cmp(&place(b)).then_with(|| a.card.place.rank.cmp(&b.card.place.rank))
    });
    stops
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::model::{Cell, Code, IdSource, Lane, Place, Rank, Role, Stage, Step};

    /// Two steps and two lanes; the cards stand in the last cell, one under the other.
    pub fn map(titles: &[&str]) -> JourneyMap {
        let mut ids = IdSource::seeded(3);
        let mut map = JourneyMap::new(ids.next(), "Journey");
        let mut stage = Stage::new(ids.next(), "Buy", None);
        stage.steps = vec![Step::new(ids.next(), "looks"), Step::new(ids.next(), "pays")];
        map.lanes =
            ["Website", "Shop"].map(|name| Lane::new(ids.next(), name, Role::Touchpoints)).into();
        let cell = Cell { step: stage.steps[1].id, lane: map.lanes[1].id };
        map.stages.push(stage);
        for (title, code) in titles.iter().zip(1..) {
            let place = map.place_at_end(Some(cell));
            let card = Touchpoint::new(ids.next(), Code(code), *title, place);
            map.touchpoints.push(Arc::new(card));
        }
        map
    }

    #[test]
    fn the_way_goes_step_by_step_and_leaves_the_inbox_out() {
        let mut map = map(&["last", "first", "waits", "second", "before last"]);
        let (step, lane) = (map.stages[0].steps[0].id, map.lanes[0].id);
        let first = Place::cell(step, lane, Rank::middle());
        Arc::make_mut(&mut map.touchpoints[1]).place = first;
        Arc::make_mut(&mut map.touchpoints[2]).place = Place::inbox(Rank::middle());
        let second = Place::cell(step, map.lanes[1].id, Rank::middle());
        Arc::make_mut(&mut map.touchpoints[3]).place = second;
        let top = map.touchpoints[0].place.rank.clone();
        let cell = map.touchpoints[0].place.cell;
        Arc::make_mut(&mut map.touchpoints[4]).place =
            Place { cell, rank: Rank::between(None, Some(&top)) };
        let stops = walk(&map);
        let titles: Vec<_> = stops.iter().map(|stop| stop.card.title.as_str()).collect();
        assert_eq!(titles, ["first", "second", "before last", "last"]);
        assert_eq!((stops[1].column, stops[1].row, stops[2].column), (0, 1, 1));
    }
}
