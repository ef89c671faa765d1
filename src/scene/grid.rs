//! Where steps, lanes and cells are, and which of them a place on the map belongs to.

use super::{Point, Rect};
use crate::model::{LaneId, StageId, StepId};
use std::ops::Range;

/// The map's columns and rows, in map units.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// Right edge of the lane headers; the columns begin here.
    pub left: f32,
    /// Lower edge of the stage headers: what stays in sight when the map scrolls.
    pub top: f32,
    /// Upper edge of the row of customer actions is `top`; this is its lower edge.
    pub actions_bottom: f32,
    /// From left to right. A stage without steps has one column with `step: None`.
    pub columns: Vec<ColumnSpan>,
    /// Each stage with its x range.
    pub stages: Vec<StageSpan>,
    /// From top to bottom.
    pub rows: Vec<RowSpan>,
    /// For column `c` and row `r`, entry `c * rows.len() + r`: its cards as a range of
    /// [`Scene::cards`](super::Scene::cards).
    pub cells: Vec<Range<u32>>,
}

/// A column: a step, or the empty place of a stage without steps.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnSpan {
    pub stage: StageId,
    pub step: Option<StepId>,
    /// Index of the step in its stage.
    pub step_at: usize,
    /// Of the step: counts the steps of the whole map from 1, as its header does.
    pub number: usize,
    /// The whole column.
    pub x: Range<f32>,
    /// Where its cards stand; the rest is the gap that links run through.
    pub cards: Range<f32>,
}

/// A stage's span over its columns.
#[derive(Debug, Clone, PartialEq)]
pub struct StageSpan {
    pub stage: StageId,
    pub x: Range<f32>,
}

/// A lane's span.
#[derive(Debug, Clone, PartialEq)]
pub struct RowSpan {
    pub lane: LaneId,
    pub y: Range<f32>,
}

/// Between the cards of two steps, or a stage without steps: where a new step can be made.
#[derive(Debug, Clone, PartialEq)]
pub struct StepGap {
    pub stage: StageId,
    /// The index in its stage that the new step gets.
    pub at: usize,
    /// From the cards on the left, or the stage's border, to those on the right.
    pub x: Range<f32>,
}

impl Grid {
    /// The column at an x; `None` left of the first and right of the last.
    pub fn column_at(&self, x: f32) -> Option<usize> {
        span_at(&self.columns, |column| &column.x, x)
    }

    /// The row at a y; `None` above the first and below the last.
    pub fn row_at(&self, y: f32) -> Option<usize> {
        span_at(&self.rows, |row| &row.y, y)
    }

    /// The stage at an x, as index of [`Grid::stages`].
    pub fn stage_at(&self, x: f32) -> Option<usize> {
        span_at(&self.stages, |stage| &stage.x, x)
    }

    /// The column and row of a place.
    pub fn cell_at(&self, at: Point) -> Option<(usize, usize)> {
        Some((self.column_at(at.x)?, self.row_at(at.y)?))
    }

    /// The gap between two steps at an x: left of a stage's border it belongs to the stage on the
    /// left, right of it to the one on the right; right of the last column to the last stage.
    /// `None` over the cards of a column, over the lane headers, and in a map without stages.
    pub fn gap_at(&self, x: f32) -> Option<StepGap> {
        if x < self.left {
            return None;
        }
        let at = self.column_at(x).or(self.columns.len().checked_sub(1))?;
        let column = self.columns.get(at)?;
        let same_stage = |other: Option<&ColumnSpan>| {
            other.filter(|other| other.stage == column.stage).map(|other| other.cards.clone())
        };
        let (at, x) = if column.step.is_none() {
            (0, column.x.clone())
        } else if x < column.cards.start {
            let before = same_stage(at.checked_sub(1).and_then(|at| self.columns.get(at)));
            let from = before.map_or(column.x.start, |cards| cards.end);
            (column.step_at, from..column.cards.start)
        } else if x > column.cards.end {
            let to = same_stage(self.columns.get(at + 1)).map_or(column.x.end, |cards| cards.start);
            (column.step_at + 1, column.cards.end..to)
        } else {
            return None;
        };
        Some(StepGap { stage: column.stage, at, x })
    }

    /// The border between two stages that is nearest to an x: so many stages are left of it.
    pub fn stage_border_at(&self, x: f32) -> usize {
        self.stages.partition_point(|stage| middle(&stage.x) < x)
    }

    /// The border between two lanes that is nearest to a y: so many lanes are above it.
    pub fn row_border_at(&self, y: f32) -> usize {
        self.rows.partition_point(|row| middle(&row.y) < y)
    }

    /// Index of a step's column.
    pub fn column_of(&self, step: StepId) -> Option<usize> {
        self.columns.iter().position(|column| column.step == Some(step))
    }

    /// Index of a lane's row.
    pub fn row_of(&self, lane: LaneId) -> Option<usize> {
        self.rows.iter().position(|row| row.lane == lane)
    }

    /// Where a column and a row cross.
    pub fn cell_rect(&self, column: usize, row: usize) -> Option<Rect> {
        let (x, y) = (&self.columns.get(column)?.x, &self.rows.get(row)?.y);
        Some(Rect { min: Point::new(x.start, y.start), max: Point::new(x.end, y.end) })
    }

    /// The cards of a cell, as indices of [`Scene::cards`](super::Scene::cards).
    pub fn cards_of(&self, column: usize, row: usize) -> Range<usize> {
        if row >= self.rows.len() {
            return 0..0;
        }
        let cell = self.cells.get(column * self.rows.len() + row);
        cell.map_or(0..0, |cards| cards.start as usize..cards.end as usize)
    }

    /// The columns and rows that a rectangle touches.
    pub fn cells_in(&self, rect: &Rect) -> (Range<usize>, Range<usize>) {
        (
            spans_in(&self.columns, |column| &column.x, rect.min.x, rect.max.x),
            spans_in(&self.rows, |row| &row.y, rect.min.y, rect.max.y),
        )
    }
}

fn middle(span: &Range<f32>) -> f32 {
    f32::midpoint(span.start, span.end)
}

fn span_at<T>(spans: &[T], range: impl Fn(&T) -> &Range<f32>, at: f32) -> Option<usize> {
    let index = spans.partition_point(|span| range(span).end <= at);
    spans.get(index).filter(|span| range(span).contains(&at)).map(|_| index)
}

fn spans_in<T>(spans: &[T], range: impl Fn(&T) -> &Range<f32>, from: f32, to: f32) -> Range<usize> {
    let first = spans.partition_point(|span| range(span).end < from);
    let end = spans.partition_point(|span| range(span).start <= to);
    first..end.max(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Stage 1 with steps 1 and 2, stage 2 without steps, stage 3 with step 3; columns of 100 with
    /// cards from 10 to 70.
    fn grid() -> Grid {
        let column = |at: u8, stage: u64, step: Option<u64>, step_at| {
            let left = 50.0 + f32::from(at) * 100.0;
            ColumnSpan {
                stage: stage.into(),
                step: step.map(StepId::from),
                step_at,
                number: step_at + 1,
                x: left..left + 100.0,
                cards: left + 10.0..left + 70.0,
            }
        };
        Grid {
            left: 50.0,
            columns: vec![
                column(0, 1, Some(1), 0),
                column(1, 1, Some(2), 1),
                column(2, 2, None, 0),
                column(3, 3, Some(3), 0),
            ],
            ..Grid::default()
        }
    }

    #[test]
    fn a_gap_belongs_to_the_stage_on_its_side_of_the_border() {
        let grid = grid();
        for (x, expected) in [
            (40.0, None),
            (55.0, Some((1, 0, 50.0..60.0))),
            (90.0, None),
            (140.0, Some((1, 1, 120.0..160.0))),
            (155.0, Some((1, 1, 120.0..160.0))),
            (249.0, Some((1, 2, 220.0..250.0))),
            (251.0, Some((2, 0, 250.0..350.0))),
            (300.0, Some((2, 0, 250.0..350.0))),
            (355.0, Some((3, 0, 350.0..360.0))),
            (900.0, Some((3, 1, 420.0..450.0))),
        ] {
            let expected = expected.map(|(stage, at, x)| StepGap { stage: stage.into(), at, x });
            assert_eq!(grid.gap_at(x), expected, "{x}");
        }
        assert_eq!(Grid::default().gap_at(10.0), None);
    }

    #[test]
    fn columns_are_found_by_place() {
        let grid = grid();
        for (x, expected) in [(49.0, None), (50.0, Some(0)), (150.0, Some(1)), (450.0, None)] {
            assert_eq!(grid.column_at(x), expected, "{x}");
        }
        assert_eq!(grid.cells_in(&Rect::new(140.0, 0.0, 20.0, 10.0)), (0..2, 0..0));
        assert_eq!(grid.cards_of(0, 0), 0..0);
    }
}
