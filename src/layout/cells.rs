//! Which card stands in which cell, in which order.

use super::cache::CardMemory;
use crate::{
    model::{JourneyMap, LaneId, StageId, StepId, Touchpoint},
    scene::CardIndex,
};
use std::{cmp::Ordering, ops::Range};

/// A column before it has a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    pub stage: StageId,
    pub stage_at: usize,
    pub step: Option<StepId>,
    pub step_at: usize,
}

/// Columns from left to right; a stage without steps has one, empty.
pub fn columns(map: &JourneyMap) -> Vec<Column> {
    let mut columns = Vec::new();
    for (stage_at, stage) in map.stages.iter().enumerate() {
        let column = |step_at, step| Column { stage: stage.id, stage_at, step, step_at };
        columns.extend(stage.steps.iter().enumerate().map(|(at, step)| column(at, Some(step.id))));
        if stage.steps.is_empty() {
            columns.push(column(0, None));
        }
    }
    columns
}

/// Finds a touchpoint's cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Addresses {
    columns: Vec<(StepId, u32)>,
    rows: Vec<(LaneId, u32)>,
}

/// Stands for the cell of a touchpoint that is in none.
pub const NO_CELL: u32 = u32::MAX;

impl Addresses {
    pub fn new(columns: &[Column], map: &JourneyMap) -> Self {
        let steps = columns.iter().zip(0..).filter_map(|(column, at)| Some((column.step?, at)));
        let mut columns: Vec<_> = steps.collect();
        let mut rows: Vec<_> = map.lanes.iter().map(|lane| lane.id).zip(0..).collect();
        columns.sort_unstable();
        rows.sort_unstable();
        Self { columns, rows }
    }

    /// The cell as `column * rows + row`, or [`NO_CELL`].
    pub fn cell(&self, card: &Touchpoint) -> u32 {
        let find = || {
            let cell = card.place.cell?;
            let column = find(&self.columns, cell.step)?;
            let row = find(&self.rows, cell.lane)?;
            column.checked_mul(u32::try_from(self.rows.len()).ok()?)?.checked_add(row)
        };
        find().unwrap_or(NO_CELL)
    }
}

fn find<I: Ord + Copy>(sorted: &[(I, u32)], id: I) -> Option<u32> {
    let at = sorted.binary_search_by_key(&id, |&(id, _)| id).ok()?;
    sorted.get(at).map(|&(_, index)| index)
}

/// The cards of the map in the order of the scene: by column, row and place in the cell.
#[derive(Debug, Default)]
pub struct Cells {
    pub columns: usize,
    pub rows: usize,
    /// For each cell, its part of `order`.
    pub ranges: Vec<Range<u32>>,
    /// Indices of touchpoints in the map.
    pub order: Vec<u32>,
}

impl Cells {
    /// `cards` are the touchpoints of the map, in its order.
    pub fn new(columns: usize, rows: usize, cards: &[CardMemory]) -> Self {
        let mut ranges: Vec<Range<u32>> = vec![0..0; columns * rows];
        for card in cards {
            if let Some(range) = ranges.get_mut(card.cell as usize) {
                range.end += 1;
            }
        }
        let mut start = 0;
        for range in &mut ranges {
            let count = range.end;
            *range = start..start;
            start += count;
        }
        let mut order = vec![0_u32; start as usize];
        for (card, touchpoint) in cards.iter().zip(0_u32..) {
            if let Some(range) = ranges.get_mut(card.cell as usize) {
                if let Some(slot) = order.get_mut(range.end as usize) {
                    *slot = touchpoint;
                }
                range.end += 1;
            }
        }
        for range in ranges.iter().filter(|range| range.len() > 1) {
            let cell = order.get_mut(range.start as usize..range.end as usize).unwrap_or_default();
            // Stable: cards of the same rank stand in the order of their making.
            cell.sort_by(|&a, &b| match (cards.get(a as usize), cards.get(b as usize)) {
                (Some(a), Some(b)) => a.order(b),
                _ => Ordering::Equal,
            });
        }
        Self { columns, rows, ranges, order }
    }

    /// The cards of a cell, as indices of `order`.
    pub fn at(&self, column: usize, row: usize) -> Range<usize> {
        let range = self.ranges.get(column * self.rows + row);
        range.map_or(0..0, |range| range.start as usize..range.end as usize)
    }

    pub fn is_empty(&self, column: usize, row: usize) -> bool {
        self.at(column, row).is_empty()
    }

    /// Whether a column has any card.
    pub fn is_column_empty(&self, column: usize) -> bool {
        let first = self.at(column, 0).start;
        self.rows == 0 || self.at(column, self.rows - 1).end <= first
    }

    /// For each touchpoint of the map, its index in `order`.
    pub fn positions(&self, touchpoints: usize) -> Vec<u32> {
        let mut positions = vec![CardIndex::NONE; touchpoints];
        for (&touchpoint, position) in self.order.iter().zip(0..) {
            if let Some(slot) = positions.get_mut(touchpoint as usize) {
                *slot = position;
            }
        }
        positions
    }
}
