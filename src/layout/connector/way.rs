//! Which way a link takes, in terms of columns, rows, gaps and borders: before anything has a
//! place, because the gaps grow with what runs through them.

use crate::layout::cells::Cells;
use std::{cmp::Ordering, ops::Range};

/// A card at an end of a link.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stop {
    /// Its index in the cells' order.
    pub card: usize,
    pub column: usize,
    pub row: usize,
    /// Below the upper edge of the row's first card.
    pub top: f32,
    pub height: f32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
}

/// Gap `g` is right of column `g`; border `b` is above row `b`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One level piece.
    Straight,
    /// Level, upright in a gap, level.
    Bent { gap: usize },
    /// Upright to a border between rows, level along it, upright to the card.
    Detour { from_gap: usize, border: usize, to_gap: usize },
}

/// A link's way from card to card.
#[derive(Debug, Clone, Copy)]
pub struct Way {
    /// Index among the map's links.
    pub link: usize,
    pub from: Stop,
    pub to: Stop,
    pub leaves: Side,
    pub enters: Side,
    pub shape: Shape,
    /// Where it touches the cards, below each card's upper edge.
    pub ports: [f32; 2],
    /// In the gap that it bends in; a detour in its first and second.
    pub gap_tracks: [u16; 2],
    pub border_track: u16,
}

/// Where a link leaves a card at its right side: near the upper edge, so that cards of one row
/// are joined by a straight line however high they are.
pub const RIGHT_PORT: f32 = 32.0;
/// Links that bend arrive at the left side between the places where links leave on the right side
/// of the cards opposite: no two pieces lie on one another.
pub const LEFT_PORT: f32 = 39.0;
/// From a card's corner to the first port.
pub const PORT_MARGIN: f32 = 10.0;

/// Finds ways, one link after another.
pub struct Pathfinder<'a> {
    cells: &'a Cells,
    /// For each card, which sides have a straight link: left, right.
    straight: Vec<[bool; 2]>,
}

impl<'a> Pathfinder<'a> {
    pub fn new(cells: &'a Cells) -> Self {
        Self { cells, straight: vec![[false; 2]; cells.order.len()] }
    }

    pub fn way(&mut self, link: usize, from: Stop, to: Stop) -> Way {
        let (leaves, enters) = match to.column.cmp(&from.column) {
            Ordering::Greater => (Side::Right, Side::Left),
            Ordering::Less => (Side::Left, Side::Right),
            Ordering::Equal => (Side::Right, Side::Right),
        };
        let mut way = Way {
            link,
            from,
            to,
            leaves,
            enters,
            shape: Shape::Straight,
            ports: [0.0; 2],
            gap_tracks: [0; 2],
            border_track: 0,
        };
        if !self.take_straight(&mut way) {
            way.shape = self.bent_or_detour(&way);
        }
        way
    }

    /// Makes it straight where that is possible; each side of a card has one straight link.
    fn take_straight(&mut self, way: &mut Way) -> bool {
        let is_forward = way.to.column > way.from.column;
        let (left, right) = if is_forward { (way.from, way.to) } else { (way.to, way.from) };
        let y = left.top + RIGHT_PORT;
        let fits = (right.top + PORT_MARGIN..=right.top + right.height - PORT_MARGIN).contains(&y);
        let between = left.column + 1..right.column;
        let may = left.column < right.column
            && left.row == right.row
            && fits
            && self.is_free(left.row, between);
        let used = |card: usize, side: Side| {
            self.straight.get(card).is_none_or(|sides| sides[side as usize])
        };
        if !may || used(left.card, Side::Right) || used(right.card, Side::Left) {
            return false;
        }
        for (card, side) in [(left.card, Side::Right), (right.card, Side::Left)] {
            if let Some(sides) = self.straight.get_mut(card) {
                sides[side as usize] = true;
            }
        }
        way.ports =
            if is_forward { [y - left.top, y - right.top] } else { [y - right.top, y - left.top] };
        true
    }

    fn bent_or_detour(&self, way: &Way) -> Shape {
        let (from, to) = (way.from, way.to);
        // A side's gap; links never use the left side of the first column.
        let gap = |stop: Stop, side| match side {
            Side::Right => stop.column,
            Side::Left => stop.column.saturating_sub(1),
        };
        let (from_gap, to_gap) = (gap(from, way.leaves), gap(to, way.enters));
        let between = from.column.min(to.column) + 1..from.column.max(to.column);
        if from_gap == to_gap || self.is_free(from.row, between.clone()) {
            return Shape::Bent { gap: to_gap };
        }
        if self.is_free(to.row, between) {
            return Shape::Bent { gap: from_gap };
        }
        // Along the border of the target's row, on the side that it comes from.
        let border = if from.row <= to.row { to.row } else { to.row + 1 };
        Shape::Detour { from_gap, border, to_gap }
    }

    fn is_free(&self, row: usize, mut columns: Range<usize>) -> bool {
        columns.all(|column| self.cells.is_empty(column, row))
    }
}
