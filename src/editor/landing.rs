//! Landing: where what is carried would land, from the scene as it was when the drag began.

use super::{Editor, Landing};
use crate::{
    model::{Cell, TouchpointId},
    scene::{Point, Scene, Source},
};
use std::ops::Range;

/// Where cards would land if they were dropped at a place of the map. Between steps, a new step;
/// above, below and beside the lanes, the nearest one. `stays` says which cards count when the
/// place between two is looked for.
pub(super) fn card_landing(
    scene: &Scene,
    at: Point,
    stays: impl Fn(TouchpointId) -> bool,
) -> Landing {
    let grid = &scene.grid;
    let column = grid.column_at(at.x.max(grid.left)).or(grid.columns.len().checked_sub(1));
    let span = column.and_then(|column| grid.columns.get(column));
    let nearest = grid.row_border_at(at.y).min(grid.rows.len().saturating_sub(1));
    let row = grid.row_at(at.y).unwrap_or(nearest);
    let (Some(column), Some(span), Some(lane)) = (column, span, grid.rows.get(row)) else {
        return Landing::First { step: span.and_then(|span| span.step) };
    };
    let lane = lane.lane;
    if let Some(gap) = grid.gap_at(at.x.max(grid.left)) {
        return Landing::NewStep { stage: gap.stage, at: gap.at, lane };
    }
    let Some(step) = span.step else {
        return Landing::NewStep { stage: span.stage, at: 0, lane };
    };
    let cards = scene.cards.get(grid.cards_of(column, row)).unwrap_or_default();
    let above = cards.iter().take_while(|card| card.rect.center().y < at.y);
    let before = above.filter(|card| stays(card.id)).count();
    Landing::Cell { cell: Cell { step, lane }, before }
}

/// Where a header would land.
pub(super) fn header_landing(scene: &Scene, header: Source, at: Point) -> Option<Landing> {
    let grid = &scene.grid;
    match header {
        Source::Stage(id) => {
            let others = grid.stages.iter().filter(|stage| stage.stage != id);
            let to = others.filter(|stage| middle(&stage.x) < at.x).count();
            Some(Landing::Stage { to })
        }
        Source::Lane(id) => {
            let others = grid.rows.iter().filter(|row| row.lane != id);
            Some(Landing::Lane { to: others.filter(|row| middle(&row.y) < at.y).count() })
        }
        Source::Step(id) => {
            let x = at.x.max(grid.left);
            let column = grid.column_at(x).or(grid.columns.len().checked_sub(1))?;
            let stage = grid.columns.get(column)?.stage;
            let others = grid.columns.iter().filter(|column| {
                column.stage == stage && column.step.is_some_and(|step| step != id)
            });
            let at = others.filter(|column| middle(&column.x) < x).count();
            Some(Landing::Step { stage, at })
        }
        Source::Touchpoint(_) | Source::Link(_) | Source::Emotion | Source::Ground => None,
    }
}

fn middle(span: &Range<f32>) -> f32 {
    f32::midpoint(span.start, span.end)
}

impl Editor {
    /// Where a new card goes that is meant for no place: the first cell that is wholly in view.
    pub(super) fn landing_in_view(&self) -> Landing {
        let (scene, seen) = (self.base(), self.camera().visible());
        let (grid, header) = (&scene.grid, self.camera().kept_header());
        let left = (seen.min.x.max(0.0) + header.width).max(grid.left);
        let x = grid.columns.iter().find(|column| column.cards.start >= left);
        let x = x.map(|column| column.cards.clone());
        let top = (seen.min.y.max(0.0) + header.height).max(grid.top);
        let y = grid.rows.iter().find(|row| row.y.start >= top).map(|row| row.y.clone());
        let last = || grid.columns.last().map(|column| column.cards.clone());
        let x = x.or_else(last).map_or(grid.left, |cards| middle(&cards));
        let y = y.map_or(f32::MAX, |row| row.end);
        card_landing(scene, Point::new(x, y), |_| true)
    }
}
