//! What is under everything: bands, rules between lanes, steps and stages, the blueprint's lines.

use super::setting::{Drawing, Setting, whole};
use crate::{
    model::{Lane, Line, lines_of},
    scene::{Block, Grid, Point, Rect, Size, Stroke},
    theme::{Tone, type_size},
};

/// What a lane is painted on: every other one is a little darker.
pub const fn band(row: usize) -> Tone {
    if row.is_multiple_of(2) { Tone::Canvas } else { Tone::Band }
}

/// The ground of everything that moves with the map.
pub fn free(grid: &Grid, lanes: &[Lane], map: Size, setting: &Setting) -> Block {
    let mut drawing = Drawing::default();
    let actions =
        Rect { min: Point::new(0.0, grid.top), max: Point::new(map.width, grid.actions_bottom) };
    drawing.fill(actions, 0.0, Tone::Panel);
    for (at, row) in grid.rows.iter().enumerate() {
        let area =
            Rect { min: Point::new(0.0, row.y.start), max: Point::new(map.width, row.y.end) };
        if band(at) != Tone::Canvas {
            drawing.fill(area, 0.0, band(at));
        }
    }
    let rows_bottom = grid.rows.last().map_or(grid.actions_bottom, |row| row.y.end);
    for column in grid.columns.iter().filter(|column| column.step_at > 0) {
        let stroke = Stroke { tone: Tone::Line, width: 1.0, dash: Some((2.0, 4.0)) };
        let x = column.x.start;
        drawing.rule(Point::new(x, grid.actions_bottom), Point::new(x, rows_bottom), stroke);
    }
    for stage in &grid.stages {
        let x = stage.x.end;
        drawing.rule(Point::new(x, grid.top), Point::new(x, rows_bottom), whole(Tone::Line, 1.5));
    }
    let bottoms = grid.rows.iter().map(|row| row.y.end);
    for bottom in [grid.actions_bottom].into_iter().chain(bottoms) {
        let y = bottom - 0.5;
        drawing.rule(Point::new(0.0, y), Point::new(map.width, y), whole(Tone::Line, 1.0));
    }
    draw_lines(&mut drawing, grid, lanes, map, setting);
    drawing.block(Rect::new(0.0, 0.0, map.width, map.height))
}

/// What is behind the stage headers, and hides the map that scrolls under them.
pub fn top(grid: &Grid, map: Size) -> Block {
    let rect = Rect::new(0.0, 0.0, map.width, grid.top);
    strip(rect)
}

/// The corner where the headers meet.
pub fn corner(grid: &Grid) -> Block {
    strip(Rect::new(0.0, 0.0, grid.left, grid.top))
}

fn strip(rect: Rect) -> Block {
    let mut drawing = Drawing::default();
    drawing.fill(rect, 0.0, Tone::Panel);
    let y = rect.max.y - 0.5;
    drawing.rule(Point::new(0.0, y), Point::new(rect.max.x, y), whole(Tone::Line, 1.0));
    drawing.block(rect)
}

/// The blueprint's lines across the lane headers.
pub fn left(grid: &Grid, lanes: &[Lane]) -> Block {
    let mut drawing = Drawing::default();
    for (_, y, _) in line_heights(grid, lanes) {
        drawing.rule(Point::new(0.0, y), Point::new(grid.left, y), LINE);
    }
    let bottom = grid.rows.last().map_or(grid.actions_bottom, |row| row.y.end);
    drawing.block(Rect {
        min: Point::new(0.0, grid.actions_bottom),
        max: Point::new(grid.left, bottom),
    })
}

const LINE: Stroke = Stroke { tone: Tone::Secondary, width: 1.25, dash: Some((6.0, 4.0)) };

/// The blueprint's lines, how high they run, and whether each is the second there: where both run
/// between the same lanes, one is above the border and one below.
fn line_heights(grid: &Grid, lanes: &[Lane]) -> Vec<(Line, f32, bool)> {
    let mut last = None;
    let place = |(above, line): (usize, Line)| {
        let is_second = last.replace(above) == Some(above);
        let border = grid.rows.get(above)?.y.start;
        Some((line, if is_second { border + 3.5 } else { border - 0.5 }, is_second))
    };
    lines_of(lanes).into_iter().filter_map(place).collect()
}

/// The lines of interaction and visibility, with their names at the right end.
fn draw_lines(drawing: &mut Drawing, grid: &Grid, lanes: &[Lane], map: Size, setting: &Setting) {
    for (line, y, is_second) in line_heights(grid, lanes) {
        drawing.rule(Point::new(grid.left, y), Point::new(map.width, y), LINE);
        let label = match line {
            Line::Interaction => &setting.words.interaction,
            Line::Visibility => &setting.words.visibility,
        };
        let height = setting.fonts.line_height(type_size::SMALL);
        let top = if is_second { y + 1.0 } else { y - height - 1.0 };
        let x = (map.width - label.width - 8.0).max(grid.left);
        drawing.line(setting.fonts, label, Point::new(x, top), Tone::Secondary);
    }
}
