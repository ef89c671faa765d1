//! Board: the steps and lanes of a map by number, and places for cards in its cells. What a drag,
//! a paste and a move by keys have in common.

use crate::model::{
    Cell, JourneyMap, LaneId, Place, Rank, StageId, StepId, Touchpoint, TouchpointId,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// The steps and lanes of a map by number.
pub(super) struct Board<'a> {
    map: &'a JourneyMap,
    steps: Vec<StepId>,
    lanes: Vec<LaneId>,
    column_of: BTreeMap<StepId, usize>,
    row_of: BTreeMap<LaneId, usize>,
}

/// A cell by numbers: which step of the map, which lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub column: usize,
    pub row: usize,
}

/// A card that is to stand in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wanted {
    pub id: TouchpointId,
    pub cell: Cell,
}

/// At the end of a cell.
pub(super) const END: usize = usize::MAX;

impl<'a> Board<'a> {
    pub fn new(map: &'a JourneyMap) -> Self {
        let steps: Vec<_> = map.columns().map(|column| column.step.id).collect();
        let lanes: Vec<_> = map.lanes.iter().map(|lane| lane.id).collect();
        let column_of = steps.iter().zip(0..).map(|(&id, at)| (id, at)).collect();
        let row_of = lanes.iter().zip(0..).map(|(&id, at)| (id, at)).collect();
        Self { map, steps, lanes, column_of, row_of }
    }

    pub fn steps(&self) -> &[StepId] {
        &self.steps
    }

    pub fn lanes(&self) -> &[LaneId] {
        &self.lanes
    }

    /// By numbers; `None` where the map does not have the cell.
    pub fn spot(&self, cell: Cell) -> Option<Spot> {
        let column = *self.column_of.get(&cell.step)?;
        let row = *self.row_of.get(&cell.lane)?;
        Some(Spot { column, row })
    }

    /// The cell with these numbers.
    pub fn cell(&self, spot: Spot) -> Option<Cell> {
        let (&step, &lane) = (self.steps.get(spot.column)?, self.lanes.get(spot.row)?);
        Some(Cell { step, lane })
    }

    /// The cell next to a spot, if the map goes on there.
    pub fn cell_beside(&self, spot: Spot, columns: isize, rows: isize) -> Option<Cell> {
        let column = spot.column.checked_add_signed(columns)?;
        let row = spot.row.checked_add_signed(rows)?;
        self.cell(Spot { column, row })
    }

    /// The stage of a step, and the step's index there.
    pub fn stage_of(&self, step: StepId) -> Option<(StageId, usize)> {
        self.map.column(step).map(|column| (column.stage.id, column.step_at))
    }

    /// Those of some cards that stand on the map, with their spots, in reading order: by column,
    /// row, and place in the cell.
    pub fn spots_of(&self, ids: &BTreeSet<TouchpointId>) -> Vec<(TouchpointId, Spot)> {
        self.reading_order(|card| ids.contains(&card.id))
            .into_iter()
            .map(|(spot, card)| (card.id, spot))
            .collect()
    }

    /// Cards on the map that fit, in reading order.
    pub fn reading_order(
        &self,
        fits: impl Fn(&Touchpoint) -> bool,
    ) -> Vec<(Spot, &'a Arc<Touchpoint>)> {
        let mut cards: Vec<_> = self
            .map
            .touchpoints
            .iter()
            .filter(|card| fits(card))
            .filter_map(|card| Some((self.spot(card.place.cell?)?, card)))
            .collect();
        cards.sort_by(|(a, one), (b, other)| {
            a.cmp(b).then_with(|| one.place.rank.cmp(&other.place.rank))
        });
        cards
    }

    /// By how much some cards can move so that all of them stay on the map and keep their places
    /// relative to each other.
    pub fn clamp(&self, spots: &[(TouchpointId, Spot)], by: (isize, isize)) -> (isize, isize) {
        let clamp = |by: isize, of: fn(Spot) -> usize, count: usize| {
            let low = spots.iter().map(|&(_, spot)| of(spot)).min().unwrap_or(0);
            let high = spots.iter().map(|&(_, spot)| of(spot)).max().unwrap_or(0);
            let room = count.saturating_sub(1).saturating_sub(high);
            by.clamp(-low.cast_signed(), room.cast_signed())
        };
        (
            clamp(by.0, |spot| spot.column, self.steps.len()),
            clamp(by.1, |spot| spot.row, self.lanes.len()),
        )
    }
}

/// Places for cards of the map or for new ones, in the order given. `at` says before which of the
/// cards that stay in a cell they go ([`END`]: after the last). `leaving` are cards that do not
/// stay where they are. Cards that stand as they are wanted to are left out.
pub(super) fn places(
    map: &JourneyMap,
    wanted: &[Wanted],
    leaving: &BTreeSet<TouchpointId>,
    at: impl Fn(Cell) -> usize,
) -> Vec<(TouchpointId, Place)> {
    let mut coming: BTreeMap<Cell, Vec<TouchpointId>> = BTreeMap::new();
    for card in wanted {
        coming.entry(card.cell).or_default().push(card.id);
    }
    let mut there: BTreeMap<Cell, Vec<&Touchpoint>> = BTreeMap::new();
    for card in &map.touchpoints {
        if let Some(cell) = card.place.cell.filter(|cell| coming.contains_key(cell)) {
            there.entry(cell).or_default().push(card);
        }
    }
    let mut found = BTreeMap::new();
    for (cell, ids) in &coming {
        let mut cards = there.remove(cell).unwrap_or_default();
        cards.sort_by(|a, b| a.place.rank.cmp(&b.place.rank));
        let staying: Vec<_> = cards.iter().filter(|card| !leaving.contains(&card.id)).collect();
        let before = at(*cell).min(staying.len());
        let (above, below) = staying.split_at(before);
        let order = above.iter().map(|card| card.id).chain(ids.iter().copied());
        let order = order.chain(below.iter().map(|card| card.id));
        if order.eq(cards.iter().map(|card| card.id)) {
            continue;
        }
        let low = above.last().map(|card| &card.place.rank);
        let high = below.first().map(|card| &card.place.rank);
        for (&id, rank) in ids.iter().zip(Rank::spread(low, high, ids.len())) {
            found.insert(id, Place { cell: Some(*cell), rank });
        }
    }
    wanted.iter().filter_map(|card| Some((card.id, found.remove(&card.id)?))).collect()
}

/// Places at the end of the inbox.
pub(super) fn inbox_places(map: &JourneyMap, count: usize) -> Vec<Place> {
    let end = map.place_at_end(None).rank;
    let more = Rank::spread(Some(&end), None, count.saturating_sub(1));
    std::iter::once(end).chain(more).take(count).map(Place::inbox).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::driver::{sample, title_of};

    fn order(map: &JourneyMap, cell: Cell, moved: &[(TouchpointId, Place)]) -> String {
        let mut map = map.clone();
        for (id, place) in moved {
            for card in &mut map.touchpoints {
                if card.id == *id {
                    Arc::make_mut(card).place = place.clone();
                }
            }
        }
        map.cards_in(Some(cell)).iter().map(|card| card.title.as_str()).collect()
    }

    #[test]
    fn cards_go_where_they_are_wanted_and_the_others_stay() {
        // Cell 0, 0 holds a, b and c.
        let project = sample();
        let map = &project.maps[0];
        let board = Board::new(map);
        let cell = board.cell(Spot { column: 0, row: 0 }).unwrap();
        let id = |title: &str| title_of(map, title).id;
        for (moved, before, expected) in [
            ("a", 0, "abc"),
            ("a", 1, "bac"),
            ("a", END, "bca"),
            ("c", 0, "cab"),
            ("ac", 0, "acb"),
            ("d", 1, "adbc"),
            ("d", END, "abcd"),
        ] {
            let ids: Vec<_> = moved.chars().map(|title| id(&title.to_string())).collect();
            let wanted: Vec<_> = ids.iter().map(|&id| Wanted { id, cell }).collect();
            let leaving = ids.iter().copied().collect();
            let moved_to = places(map, &wanted, &leaving, |_| before);
            assert_eq!(order(map, cell, &moved_to), expected, "{moved} before {before}");
            assert_eq!(moved_to.is_empty(), expected == "abc", "{moved} before {before}");
        }
    }

    #[test]
    fn a_group_is_kept_on_the_map_in_one_piece() {
        let project = sample();
        let board = Board::new(&project.maps[0]);
        let card = |column, row| (TouchpointId::from(1), Spot { column, row });
        let spots = [card(1, 0), card(2, 1)];
        for (by, expected) in
            [((0, 0), (0, 0)), ((-5, -5), (-1, 0)), ((5, 5), (1, 1)), ((1, 1), (1, 1))]
        {
            assert_eq!(board.clamp(&spots, by), expected, "{by:?}");
        }
    }
}
