//! What is under everything: bands, rules between lanes, steps and stages, the blueprint's lines.

use super::setting::{Drawing, Setting, whole};
use crate::{
    model::{Lane, Line, lines_of},
    scene::{Block, Grid, Point, Rect, Size, Stroke},
    theme::{Tone, size, type_size},
};

/// What a lane is painted on: every other one is a little darker.
pub const fn band(row: usize) -> Tone {
    if row % 2 == 0 { Tone::Canvas } else { Tone::Band }
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
    for bottom in [grid.actions_bottom].into_iter().chain(bottoms).chain([map.height]) {
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

/// The lines of interaction and visibility, with their names at the right end.
fn draw_lines(drawing: &mut Drawing, grid: &Grid, lanes: &[Lane], map: Size, setting: &Setting) {
    let mut last = None;
    for (above, line) in lines_of(lanes) {
        let Some(row) = grid.rows.get(above) else { continue };
        // Where both run between the same lanes, one is above the border and one below.
        let is_second = last == Some(above);
        last = Some(above);
        let y = row.y.start - 0.5 + if is_second { 4.0 } else { 0.0 };
        let stroke = Stroke { tone: Tone::Secondary, width: 1.25, dash: Some((6.0, 4.0)) };
        drawing.rule(Point::new(0.0, y), Point::new(map.width, y), stroke);
        let label = match line {
            Line::Interaction => &setting.words.interaction,
            Line::Visibility => &setting.words.visibility,
        };
        let height = setting.fonts.line_height(type_size::SMALL);
        let top = if is_second { y + 1.0 } else { y - height - 1.0 };
        let x = map.width - label.width - 8.0;
        drawing.line(
            setting.fonts,
            label,
            Point::new(x.max(size::LANE_HEADER_WIDTH), top),
            Tone::Secondary,
        );
    }
}
