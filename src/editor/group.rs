//! Group: several cards that move or are copied together and keep their places relative to each
//! other.

use super::{
    Landing,
    board::{Board, END, Spot, Wanted},
};
use crate::{
    command::Command,
    model::{
        Cell, IdSource, JourneyMap, Link, Place, StageId, Step, StepId, Touchpoint, TouchpointId,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// Where each card of a group is to stand.
pub(super) struct Arrangement {
    /// What must be there first: new steps.
    pub commands: Vec<Command>,
    /// In reading order.
    pub wanted: Vec<Wanted>,
    /// The cell of the card under the pointer.
    pub lead: Cell,
    /// Before which of the cards there.
    before: usize,
    /// Whether any card is to stand in another cell than now.
    pub has_moved: bool,
}

impl Arrangement {
    /// Before which of the cards that stay in a cell the group's cards go.
    pub fn before_in(&self, cell: Cell) -> usize {
        if cell == self.lead { self.before } else { END }
    }
}

/// Arranges cards so that the grabbed one lands, as far as the map goes for all of them. Between
/// steps, a new step is made for each step that the cards come from.
pub(super) fn arrange(
    map: &JourneyMap,
    ids: &[TouchpointId],
    grabbed: TouchpointId,
    landing: Landing,
    source: &mut IdSource,
) -> Option<Arrangement> {
    let board = Board::new(map);
    let spots = board.spots_of(&ids.iter().copied().collect());
    let from = spots.iter().find(|(id, _)| *id == grabbed)?.1;
    match landing {
        Landing::Cell { cell, before } => {
            let to = board.spot(cell)?;
            let way = (way(from.column, to.column), way(from.row, to.row));
            let by = board.clamp(&spots, way);
            let wanted = spots
                .iter()
                .filter_map(|&(id, spot)| {
                    Some(Wanted { id, cell: board.cell_beside(spot, by.0, by.1)? })
                })
                .collect();
            Some(Arrangement {
                commands: Vec::new(),
                wanted,
                lead: board.cell_beside(from, by.0, by.1)?,
                before: if by == way { before } else { END },
                has_moved: by != (0, 0),
            })
        }
        Landing::NewStep { stage, at, lane } => {
            let row = board.lanes().iter().position(|&id| id == lane)?;
            let (_, down) = board.clamp(&spots, (0, way(from.row, row)));
            let steps = new_steps(&spots, source);
            let cell = |spot: Spot| {
                let lane = *board.lanes().get(spot.row.checked_add_signed(down)?)?;
                Some(Cell { step: *steps.get(&spot.column)?, lane })
            };
            let wanted = spots
                .iter()
                .filter_map(|&(id, spot)| Some(Wanted { id, cell: cell(spot)? }))
                .collect();
            Some(Arrangement {
                wanted,
                lead: cell(from)?,
                commands: add_steps(map, stage, at, steps.into_values()),
                before: END,
                has_moved: true,
            })
        }
        Landing::First { .. }
        | Landing::Stage { .. }
        | Landing::Step { .. }
        | Landing::Lane { .. } => None,
    }
}

fn way(from: usize, to: usize) -> isize {
    to.cast_signed() - from.cast_signed()
}

/// A new step for each column that cards come from.
fn new_steps(spots: &[(TouchpointId, Spot)], source: &mut IdSource) -> BTreeMap<usize, StepId> {
    let columns: BTreeSet<_> = spots.iter().map(|(_, spot)| spot.column).collect();
    columns.into_iter().map(|column| (column, source.next())).collect()
}

/// Adds steps to a stage, one after the other.
pub(super) fn add_steps(
    map: &JourneyMap,
    stage: StageId,
    at: usize,
    steps: impl IntoIterator<Item = StepId>,
) -> Vec<Command> {
    let add = |(step, at)| Command::AddStep { map: map.id, stage, step: Step::new(step, ""), at };
    steps.into_iter().zip(at..).map(add).collect()
}

/// The commands that make copies of cards, each under the id beside it, at places of their own,
/// with copies of the links among them.
pub(super) fn copied(
    map: &JourneyMap,
    pairs: &[(TouchpointId, TouchpointId)],
    places: Vec<(TouchpointId, Place)>,
    ids: &mut IdSource,
) -> Vec<Command> {
    let by_id: BTreeMap<_, _> = pairs.iter().copied().collect();
    let mut originals: BTreeMap<_, _> = map
        .touchpoints
        .iter()
        .filter_map(|card| Some((*by_id.get(&card.id)?, card.as_ref())))
        .collect();
    let touchpoints = places
        .into_iter()
        .filter_map(|(id, place)| Some(Touchpoint { id, place, ..originals.remove(&id)?.clone() }))
        .collect();
    let links: Vec<_> = map
        .links
        .iter()
        .filter_map(|link| {
            let (&from, &to) = (by_id.get(&link.from)?, by_id.get(&link.to)?);
            Some(Link { id: ids.next(), from, to, ..link.as_ref().clone() })
        })
        .collect();
    let mut commands = vec![Command::AddTouchpoints { map: map.id, touchpoints }];
    if !links.is_empty() {
        commands.push(Command::AddLinks { map: map.id, links });
    }
    commands
}
