//! What is drawn, in the order of drawing, found by the tile that it touches.

use super::tile;
use crate::{
    layout::Sheet,
    scene::{Item, Pin, Placed, Rect, Vec2},
};
use std::ops::Range;

/// Items that stand together.
pub(super) struct Part<'a> {
    /// Added to every coordinate of the items, in map units.
    pub offset: Vec2,
    pub items: &'a [Item],
    /// Pixels that it may touch, from left to right.
    columns: Range<f32>,
}

/// Every part of a sheet, and for each row of tiles the parts that it touches.
pub(super) struct Order<'a> {
    parts: Vec<Part<'a>>,
    /// Indices into `parts`, in the order of drawing.
    rows: Vec<Vec<u32>>,
}

/// Around the bounds of a block, in map units: half of a thick stroke.
const MARGIN: f32 = 2.0;

impl<'a> Order<'a> {
    /// Finds the parts for a picture of so many pixels a unit, `height` pixels high.
    pub(super) fn new(sheet: &'a Sheet, scale: f32, height: u32) -> Self {
        let rows = height.div_ceil(tile::HEIGHT) as usize;
        let mut order = Self { parts: Vec::new(), rows: vec![Vec::new(); rows] };
        let mut add = |offset: Vec2, bounds: Rect, items: &'a [Item]| {
            order.add(offset, bounds, items, scale);
        };
        let scene = &*sheet.scene;
        let origin = sheet.scene_offset;
        let pinned = |pin: Pin| scene.blocks.iter().filter(move |placed| placed.pin == pin);

        add(Vec2::default(), sheet.frame.bounds, &sheet.frame.items);
        let mut add_in_scene = |offset: Vec2, bounds: Rect, items| {
            let offset = Vec2::new(origin.x + offset.x, origin.y + offset.y);
            add(offset, bounds.translate(offset), items);
        };
        for placed in pinned(Pin::Free) {
            add_in_scene(placed.offset, placed.block.bounds, &placed.block.items);
        }
        let arrows = scene.links.iter().map(|link| &link.drawing);
        let pills = scene.links.iter().filter_map(|link| link.pill.as_ref());
        for Placed { offset, block, .. } in arrows.chain(pills) {
            add_in_scene(*offset, block.bounds, &block.items);
        }
        for card in &scene.cards {
            let offset = Vec2::new(card.rect.min.x, card.rect.min.y);
            add_in_scene(offset, card.block.bounds, &card.block.items);
        }
        // What stays in sight on the screen is drawn above what scrolls under it.
        for placed in [Pin::Left, Pin::Top, Pin::Corner].into_iter().flat_map(pinned) {
            add_in_scene(placed.offset, placed.block.bounds, &placed.block.items);
        }
        order
    }

    /// What a tile shows, in the order of drawing. `left` and `top` are in
    /// pixels.
    pub(super) fn in_tile(&self, left: u32, top: u32) -> impl Iterator<Item = &Part<'a>> {
        let row = (top / tile::HEIGHT) as usize;
        let (left, right) = (f64::from(left), f64::from(left + tile::WIDTH));
        let indices = self.rows.get(row).map_or(&[][..], Vec::as_slice);
        indices.iter().filter_map(|&index| self.parts.get(index as usize)).filter(move |part| {
            f64::from(part.columns.start) < right && left < f64::from(part.columns.end)
        })
    }

    fn add(&mut self, offset: Vec2, bounds: Rect, items: &'a [Item], scale: f32) {
        let Ok(index) = u32::try_from(self.parts.len()) else { return };
        let touched = bounds.expand(MARGIN);
        for row in rows_between(touched.min.y * scale, touched.max.y * scale, self.rows.len()) {
            if let Some(row) = self.rows.get_mut(row) {
                row.push(index);
            }
        }
        let columns = touched.min.x * scale..touched.max.x * scale;
        self.parts.push(Part { offset, items, columns });
    }
}

/// Rows of tiles that lie between two places; none for places that are not numbers.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "`as` stops at the smallest and the largest value"
)]
fn rows_between(top: f32, bottom: f32, rows: usize) -> Range<usize> {
    let height = tile::HEIGHT as f32;
    let first = (top / height).floor() as usize;
    let end = (bottom / height).ceil() as usize;
    first..end.min(rows)
}
