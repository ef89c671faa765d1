//! Walk: the arrow keys. From card to card and over empty cells in the map's order, out to the
//! headers and back; with Alt, what is selected moves instead.

use super::{
    Editor, Landing, Selection,
    board::{Board, END, Spot},
};
use crate::{
    command::Command,
    model::{JourneyMap, StepId, TouchpointId},
};
use std::{collections::BTreeSet, sync::Arc};

/// Which arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Left,
    Right,
    Up,
    Down,
}

impl Way {
    /// By how many columns and rows.
    fn step(self) -> (isize, isize) {
        match self {
            Self::Left => (-1, 0),
            Self::Right => (1, 0),
            Self::Up => (0, -1),
            Self::Down => (0, 1),
        }
    }

    fn is_back(self) -> bool {
        matches!(self, Self::Left | Self::Up)
    }
}

impl Editor {
    /// Selects what is next in a direction.
    pub(super) fn walk(&mut self, way: Way) {
        if let Some(next) = self.map().and_then(|map| next(map, &self.selection, way)) {
            self.select(next);
            self.reveal_selection();
        }
    }

    /// Selects the first or the last card of the map.
    pub(super) fn walk_to_end(&mut self, last: bool) {
        let cards = &self.scene().cards;
        let card = if last { cards.last() } else { cards.first() };
        if let Some(id) = card.map(|card| card.id) {
            self.select(Selection::touchpoint(id));
            self.reveal_selection();
        }
    }

    /// Selects the next card in a direction too, over empty cells.
    pub(super) fn extend(&mut self, way: Way) {
        let Some(map) = self.map().map(Arc::clone) else {
            return;
        };
        let mut at = match self.edge_card(&map, way) {
            Some(id) => Selection::touchpoint(id),
            None => self.selection.clone(),
        };
        // Each turn goes one cell or card further: it ends at the map's edge.
        while let Some(found) = next(&map, &at, way).filter(|found| *found != at) {
            if let Selection::Touchpoints(found) = &found {
                let ids = self.selection.touchpoints().chain(found.iter().copied());
                let all = Selection::of(ids);
                self.select(all);
                return;
            }
            if !matches!(found, Selection::Cell(_)) {
                return;
            }
            at = found;
        }
    }

    /// The selected card that is furthest in a direction.
    fn edge_card(&self, map: &JourneyMap, way: Way) -> Option<TouchpointId> {
        let ids: BTreeSet<_> = self.selection.touchpoints().collect();
        let mut spots = Board::new(map).spots_of(&ids);
        if matches!(way, Way::Up | Way::Down) {
            spots.sort_by_key(|(_, spot)| spot.row);
        }
        let edge = if way.is_back() { spots.first() } else { spots.last() };
        edge.map(|&(id, _)| id)
    }

    /// Moves what is selected: cards by a step or a lane, a header by one place.
    pub(super) fn move_selected(&mut self, way: Way) {
        let Some(map) = self.map().map(Arc::clone) else {
            return;
        };
        let command = match &self.selection {
            Selection::Touchpoints(ids) => {
                let ids = ids.clone();
                self.move_cards_by(&map, &ids, way)
            }
            Selection::Stage(id) => {
                let at = map.stages.iter().position(|stage| stage.id == *id);
                neighbour(at, way, (Way::Left, Way::Right), map.stages.len())
                    .map(|to| Command::MoveStage { map: map.id, stage: *id, to })
            }
            Selection::Lane(id) => {
                let at = map.lanes.iter().position(|lane| lane.id == *id);
                neighbour(at, way, (Way::Up, Way::Down), map.lanes.len())
                    .map(|to| Command::MoveLane { map: map.id, lane: *id, to })
            }
            Selection::Step(id) => move_step(&map, *id, way),
            Selection::Nothing | Selection::Link(_) | Selection::Cell(_) | Selection::Project => {
                None
            }
        };
        if let Some(command) = command {
            self.commit(command, None);
            self.reveal_selection();
        }
    }

    fn move_cards_by(
        &mut self,
        map: &JourneyMap,
        ids: &BTreeSet<TouchpointId>,
        way: Way,
    ) -> Option<Command> {
        let board = Board::new(map);
        let spots = board.spots_of(ids);
        let &(grabbed, spot) = spots.first()?;
        let moved: Vec<_> = spots.iter().map(|&(id, _)| id).collect();
        if spots.iter().all(|&(_, other)| other == spot)
            && let Some(before) = place_within(map, &board, spot, ids, way)
        {
            let landing = Landing::Cell { cell: board.cell(spot)?, before };
            return Some(self.move_cards(map, &moved, grabbed, landing)?.command);
        }
        let by = way.step();
        if board.clamp(&spots, by) != by {
            return None;
        }
        let cell = board.cell_beside(spot, by.0, by.1)?;
        let before = match way {
            Way::Down => 0,
            Way::Up => END,
            // Beside the cell it comes from, a card stays at its height.
            Way::Left | Way::Right => index_in(map, &board, spot, grabbed),
        };
        Some(self.move_cards(map, &moved, grabbed, Landing::Cell { cell, before })?.command)
    }
}

/// Cards of a cell one place up or down in it: before which of the others there; `None` where they
/// are at its edge already.
fn place_within(
    map: &JourneyMap,
    board: &Board,
    spot: Spot,
    ids: &BTreeSet<TouchpointId>,
    way: Way,
) -> Option<usize> {
    let cards = map.cards_in(board.cell(spot));
    let first = cards.iter().position(|card| ids.contains(&card.id))?;
    let others = cards.len() - cards.iter().filter(|card| ids.contains(&card.id)).count();
    match way {
        Way::Up => first.checked_sub(1),
        Way::Down if first < others => Some(first + 1),
        Way::Down | Way::Left | Way::Right => None,
    }
}

fn index_in(map: &JourneyMap, board: &Board, spot: Spot, id: TouchpointId) -> usize {
    let cards = map.cards_in(board.cell(spot));
    cards.iter().position(|card| card.id == id).unwrap_or(END)
}

/// The index beside another, in a row that goes from `ways.0` to `ways.1`.
fn neighbour(at: Option<usize>, way: Way, ways: (Way, Way), count: usize) -> Option<usize> {
    let at = at?;
    if way == ways.0 {
        at.checked_sub(1)
    } else if way == ways.1 {
        (at + 1 < count).then_some(at + 1)
    } else {
        None
    }
}

/// A step by one place, over the borders of stages.
fn move_step(map: &JourneyMap, id: StepId, way: Way) -> Option<Command> {
    let column = map.column(id)?;
    let (stage, at) = match way {
        Way::Left if column.step_at > 0 => (column.stage, column.step_at - 1),
        Way::Left => {
            let stage = map.stages.get(column.stage_at.checked_sub(1)?)?;
            (stage, stage.steps.len())
        }
        Way::Right if column.step_at + 1 < column.stage.steps.len() => {
            (column.stage, column.step_at + 1)
        }
        Way::Right => (map.stages.get(column.stage_at + 1)?, 0),
        Way::Up | Way::Down => return None,
    };
    Some(Command::MoveStep { map: map.id, step: id, stage: stage.id, at })
}

/// What is next to a selection; `None` where the map ends.
fn next(map: &JourneyMap, from: &Selection, way: Way) -> Option<Selection> {
    let board = Board::new(map);
    match from {
        Selection::Touchpoints(ids) => next_to_cards(map, &board, ids, way),
        Selection::Cell(cell) => {
            let cards = map.cards_in(Some(*cell));
            let inside = match way {
                Way::Up => cards.last(),
                Way::Down => cards.first(),
                Way::Left | Way::Right => None,
            };
            inside
                .map(|card| Selection::touchpoint(card.id))
                .or_else(|| beside_cell(map, &board, board.spot(*cell)?, way, 0))
        }
        Selection::Stage(id) => {
            let at = map.stages.iter().position(|stage| stage.id == *id)?;
            let to = match way {
                Way::Left => at.checked_sub(1)?,
                Way::Right => at + 1,
                Way::Down => return Some(Selection::Step(map.stages.get(at)?.steps.first()?.id)),
                Way::Up => return None,
            };
            map.stages.get(to).map(|stage| Selection::Stage(stage.id))
        }
        Selection::Step(id) => {
            let at = board.steps().iter().position(|step| step == id)?;
            let to = match way {
                Way::Left => at.checked_sub(1)?,
                Way::Right => at + 1,
                Way::Up => return board.stage_of(*id).map(|(stage, _)| Selection::Stage(stage)),
                Way::Down => return into_cell(map, &board, Spot { column: at, row: 0 }, way, 0),
            };
            board.steps().get(to).map(|&id| Selection::Step(id))
        }
        Selection::Lane(id) => {
            let at = board.lanes().iter().position(|lane| lane == id)?;
            let to = match way {
                Way::Up => at.checked_sub(1)?,
                Way::Down => at + 1,
                Way::Right => return into_cell(map, &board, Spot { column: 0, row: at }, way, 0),
                Way::Left => return None,
            };
            board.lanes().get(to).map(|&id| Selection::Lane(id))
        }
        Selection::Link(id) => {
            let link = map.link(*id)?;
            Some(Selection::touchpoint(if way.is_back() { link.from } else { link.to }))
        }
        Selection::Nothing | Selection::Project => first(map, &board),
    }
}

/// What is next to some cards: another one of the cell, else what is beside it.
fn next_to_cards(
    map: &JourneyMap,
    board: &Board,
    ids: &BTreeSet<TouchpointId>,
    way: Way,
) -> Option<Selection> {
    let spots = board.spots_of(ids);
    let edge = if way.is_back() { spots.first() } else { spots.last() };
    let Some(&(id, spot)) = edge else {
        return first(map, board);
    };
    let cards = map.cards_in(board.cell(spot));
    let at = cards.iter().position(|card| card.id == id).unwrap_or(0);
    let beside = match way {
        Way::Up => at.checked_sub(1),
        Way::Down => Some(at + 1),
        Way::Left | Way::Right => None,
    };
    let beside = beside.and_then(|at| cards.get(at));
    beside
        .map(|card| Selection::touchpoint(card.id))
        .or_else(|| beside_cell(map, board, spot, way, at))
}

/// Where walking begins.
fn first(map: &JourneyMap, board: &Board) -> Option<Selection> {
    let card = board.reading_order(|_| true).first().map(|(_, card)| card.id);
    card.map(Selection::touchpoint)
        .or_else(|| board.cell(Spot { column: 0, row: 0 }).map(Selection::Cell))
        .or_else(|| map.stages.first().map(|stage| Selection::Stage(stage.id)))
        .or_else(|| map.lanes.first().map(|lane| Selection::Lane(lane.id)))
}

/// Into the cell beside a spot, or out to the headers.
fn beside_cell(
    map: &JourneyMap,
    board: &Board,
    spot: Spot,
    way: Way,
    height: usize,
) -> Option<Selection> {
    let (columns, rows) = way.step();
    match board.cell_beside(spot, columns, rows).and_then(|cell| board.spot(cell)) {
        Some(spot) => into_cell(map, board, spot, way, height),
        None if way == Way::Up => Some(Selection::Step(*board.steps().get(spot.column)?)),
        None if way == Way::Left => Some(Selection::Lane(*board.lanes().get(spot.row)?)),
        None => None,
    }
}

/// The card of a cell that one comes to, or the cell where it has none.
fn into_cell(
    map: &JourneyMap,
    board: &Board,
    spot: Spot,
    way: Way,
    height: usize,
) -> Option<Selection> {
    let cell = board.cell(spot)?;
    let cards = map.cards_in(Some(cell));
    let card = match way {
        Way::Down => cards.first(),
        Way::Up => cards.last(),
        Way::Left | Way::Right => cards.get(height).or(cards.last()),
    };
    Some(card.map_or(Selection::Cell(cell), |card| Selection::touchpoint(card.id)))
}
