//! Which things of the map have a node for assistive technology in a frame.

use crate::{
    editor::{Editor, Selection},
    model::Cell,
    scene::{Rect, Scene, Source},
};
use std::ops::Range;

/// How many cards, and how many steps, have nodes at once.
pub const MOST: usize = 200;

/// How far beyond the view's edges things have nodes, in map units: about a step.
const BEYOND: f32 = 220.0;

/// What has a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Thing {
    Drawn(Source),
    /// A cell that the keyboard went to.
    Cell(Cell),
}

impl Thing {
    pub fn selection(self) -> Selection {
        match self {
            Self::Drawn(source) => source.into(),
            Self::Cell(cell) => Selection::Cell(cell),
        }
    }
}

/// What is in view or next to it.
pub struct Seen {
    pub area: Rect,
    pub columns: Range<usize>,
    pub rows: Range<usize>,
    /// Indices of the scene's cards, in reading order.
    pub cards: Vec<usize>,
}

impl Seen {
    pub fn of(editor: &Editor, active: Option<Thing>) -> Self {
        let scene = editor.scene();
        let area = editor.camera().visible().expand(BEYOND);
        let (mut columns, rows) = scene.grid.cells_in(&area);
        let mut cards = Vec::new();
        for column in columns.clone().filter(|_| !rows.is_empty()) {
            let first = scene.grid.cards_of(column, rows.start).start;
            let end = scene.grid.cards_of(column, rows.end - 1).end;
            let is_seen =
                |at: &usize| scene.cards.get(*at).is_some_and(|card| card.rect.overlaps(&area));
            cards.extend((first..end).filter(is_seen));
        }
        let column = active.and_then(|active| column_of(scene, active));
        let mut around = column.map_or(0, |column| {
            cards.partition_point(|&card| column_at(scene, card) < Some(column))
        });
        if let Some(Thing::Drawn(Source::Touchpoint(id))) = active
            && let Some(card) = scene.card_at(id)
        {
            around = cards.binary_search(&card).unwrap_or_else(|at| {
                cards.insert(at, card);
                at
            });
        }
        if cards.len() > MOST {
            let start = around.saturating_sub(MOST / 2).min(cards.len() - MOST);
            cards = cards.split_off(start);
            cards.truncate(MOST);
            let ends = [cards.first(), cards.last()].map(|at| column_at(scene, *at?));
            if let [Some(first), Some(last)] = ends {
                columns = first..last + 1;
            }
        }
        let around = column.unwrap_or(columns.start).clamp(columns.start, columns.end);
        let start = around.saturating_sub(MOST / 2).max(columns.start);
        let columns = start..columns.end.min(start + MOST);
        Self { area, columns, rows, cards }
    }
}

/// The column of a card by its index.
pub fn column_at(scene: &Scene, card: usize) -> Option<usize> {
    scene.grid.column_at(scene.cards.get(card)?.rect.center().x)
}

fn column_of(scene: &Scene, thing: Thing) -> Option<usize> {
    match thing {
        Thing::Cell(cell) => scene.grid.column_of(cell.step),
        Thing::Drawn(Source::Step(id)) => scene.grid.column_of(id),
        Thing::Drawn(Source::Touchpoint(id)) => column_at(scene, scene.card_at(id)?),
        Thing::Drawn(_) => None,
    }
}
