//! Where columns and rows are: as wide and as high as what is in them.

use super::cells::{Cells, Column};
use crate::{
    model::Lane,
    scene::{ColumnSpan, RowSpan, StageSpan},
    theme::size,
};

/// What links need between the rows: above the first and below the last card of each.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Padding {
    pub above: f32,
    pub below: f32,
}

impl Default for Padding {
    fn default() -> Self {
        Self { above: size::LANE_PADDING, below: size::LANE_PADDING }
    }
}

/// Columns from left to right, each with the gap right of its cards.
pub fn columns(columns: &[Column], gaps: &[f32]) -> Vec<ColumnSpan> {
    let mut x = size::LANE_HEADER_WIDTH;
    let mut number = 1;
    let place = |(column, gap): (&Column, &f32)| {
        let (start, own) = (x, number);
        x += size::CARD_WIDTH + gap;
        number += usize::from(column.step.is_some());
        ColumnSpan {
            stage: column.stage,
            step: column.step,
            step_at: column.step_at,
            number: own,
            x: start..x,
            cards: start + size::CARD_INSET..start + size::CARD_INSET + size::CARD_WIDTH,
        }
    };
    columns.iter().zip(gaps).map(place).collect()
}

/// Stages over their columns.
pub fn stages(columns: &[ColumnSpan]) -> Vec<StageSpan> {
    let same_stage = |a: &ColumnSpan, b: &ColumnSpan| a.stage == b.stage;
    let span = |columns: &[ColumnSpan]| {
        let (first, last) = (columns.first()?, columns.last()?);
        Some(StageSpan { stage: first.stage, x: first.x.start..last.x.end })
    };
    columns.chunk_by(same_stage).filter_map(span).collect()
}

/// How high the cards of each cell stand on one another.
pub struct Stacks {
    /// For each card, in the cells' order: how far it is below the row's first card, and its
    /// height.
    pub cards: Vec<(f32, f32)>,
    /// For each row, its highest cell.
    pub rows: Vec<f32>,
}

impl Stacks {
    /// `height_of` is a touchpoint's, by its index in the map.
    pub fn new(cells: &Cells, height_of: impl Fn(u32) -> f32) -> Self {
        let mut cards: Vec<(f32, f32)> = Vec::with_capacity(cells.order.len());
        let mut rows = vec![0.0_f32; cells.rows];
        for column in 0..cells.columns {
            for (row, highest) in rows.iter_mut().enumerate() {
                let mut top = 0.0;
                for &touchpoint in cells.order.get(cells.at(column, row)).unwrap_or_default() {
                    let height = height_of(touchpoint);
                    cards.push((top, height));
                    *highest = highest.max(top + height);
                    top += height + size::CARD_GAP;
                }
            }
        }
        Self { cards, rows }
    }
}

/// Rows from top to bottom; `needs` is what each lane's header needs.
pub fn rows(
    lanes: &[Lane],
    stacks: &Stacks,
    needs: &[f32],
    paddings: &[Padding],
    top: f32,
) -> Vec<RowSpan> {
    let mut y = top;
    let measures = stacks.rows.iter().zip(needs).zip(paddings);
    let place = |(lane, ((stack, need), padding)): (&Lane, ((&f32, &f32), &Padding))| {
        let start = y;
        let natural = stack + padding.above + padding.below;
        let least = need.max(size::LANE_MIN_HEIGHT);
        y += (natural.max(least) / 4.0).ceil() * 4.0;
        RowSpan { lane: lane.id, y: start..y }
    };
    lanes.iter().zip(measures).map(place).collect()
}
