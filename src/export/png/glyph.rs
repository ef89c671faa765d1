//! Glyphs as masks of coverage, each made once for a size and a quarter of a pixel.

use crate::{
    font::{Face, Fonts, OutlinePen},
    theme::Theme,
};
use std::{collections::HashMap, sync::Arc};
use tiny_skia::{FillRule, Mask, Path, PathBuilder, Transform};

/// Each mask is painted so many times finer and averaged: the rasteriser alone knows 4 lines in a
/// pixel, and thin strokes of small type need more.
const FINER: u32 = 4;
/// Places between two pixels at which a glyph can stand, as on the screen.
const QUARTERS: f32 = 4.0;

/// Coverage of one glyph, opaque at 255.
pub(super) struct Coverage {
    /// From the pixel of the glyph's origin to the upper left pixel.
    pub left: i32,
    pub top: i32,
    pub width: u32,
    /// Row by row.
    pub alpha: Vec<u8>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    face: Face,
    glyph: u16,
    /// Bits of the size in pixels.
    size: u32,
    quarter: u8,
}

/// Makes the masks, and keeps them.
pub(super) struct Glyphs<'a> {
    fonts: &'a Fonts,
    theme: Theme,
    /// `None`: a glyph without ink, as a space.
    masks: HashMap<Key, Option<Arc<Coverage>>>,
    /// Of the masks, and how many are kept: beyond it all are forgotten. Only text of very many
    /// different characters at a large scale pays for that, with some time.
    bytes: usize,
    kept: usize,
}

/// A glyph at a place: its mask and the pixel of its origin.
pub(super) struct PlacedGlyph {
    pub coverage: Arc<Coverage>,
    pub x: i32,
    pub y: i32,
}

impl<'a> Glyphs<'a> {
    pub(super) fn new(fonts: &'a Fonts, theme: Theme, kept: usize) -> Self {
        Self { fonts, theme, masks: HashMap::new(), bytes: 0, kept }
    }

    /// A glyph of so many pixels an em, its origin at a place in pixels. It stands on a whole
    /// pixel of height, and on a quarter of width.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` stops at the largest value; quarters are 0 to 3"
    )]
    pub(super) fn place(
        &mut self,
        face: Face,
        glyph: u16,
        size: f32,
        (x, y): (f32, f32),
    ) -> Option<PlacedGlyph> {
        let x = (x * QUARTERS).round();
        let quarter = x.rem_euclid(QUARTERS) as u8;
        let coverage = self.coverage(Key { face, glyph, size: size.to_bits(), quarter })?;
        Some(PlacedGlyph { coverage, x: (x / QUARTERS).floor() as i32, y: y.round() as i32 })
    }

    fn coverage(&mut self, key: Key) -> Option<Arc<Coverage>> {
        if let Some(known) = self.masks.get(&key) {
            return known.clone();
        }
        let made = self.make(key).map(Arc::new);
        let bytes = made.as_ref().map_or(0, |made| made.alpha.len()) + size_of::<(Key, Coverage)>();
        if self.bytes + bytes > self.kept {
            self.masks.clear();
            self.bytes = 0;
        }
        self.bytes += bytes;
        self.masks.insert(key, made.clone());
        made
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a glyph is at most a few thousand pixels wide"
    )]
    fn make(&self, key: Key) -> Option<Coverage> {
        let mut pen = Pen { path: PathBuilder::new(), x: f32::from(key.quarter) / QUARTERS };
        if !self.fonts.outline(key.face, key.glyph, f32::from_bits(key.size), &mut pen) {
            return None;
        }
        let path = pen.path.finish()?;
        let bounds = path.bounds();
        let (left, top) = (bounds.left().floor(), bounds.top().floor());
        let width = (bounds.right().ceil() - left).max(1.0) as u32;
        let height = (bounds.bottom().ceil() - top).max(1.0) as u32;
        let mut alpha = averaged(&path, (left, top), width, height)?;
        if self.theme == Theme::Dark {
            // As the screen does: light text on dark looks too thin otherwise.
            for value in &mut alpha {
                let coverage = u32::from(*value);
                *value = ((2 * 255 * coverage - coverage * coverage) / 255) as u8;
            }
        }
        Some(Coverage { left: left as i32, top: top as i32, width, alpha })
    }
}

/// The coverage of a path, whose upper left corner is at a place in pixels.
#[expect(clippy::cast_possible_truncation, reason = "an average of bytes is a byte")]
fn averaged(path: &Path, (left, top): (f32, f32), width: u32, height: u32) -> Option<Vec<u8>> {
    let finer = Transform::from_translate(-left, -top).post_scale(4.0, 4.0);
    let mut mask = Mask::new(width.checked_mul(FINER)?, height.checked_mul(FINER)?)?;
    mask.fill_path(path, FillRule::Winding, true, finer);
    let mut sums = vec![0_u16; (width * height) as usize];
    let fine_rows = mask.data().chunks_exact((width * FINER) as usize);
    for (fine_y, fine_row) in fine_rows.enumerate() {
        let row = fine_y / FINER as usize * width as usize;
        let pixels = fine_row.chunks_exact(FINER as usize);
        for (sum, fine) in sums.iter_mut().skip(row).zip(pixels) {
            *sum += fine.iter().copied().map(u16::from).sum::<u16>();
        }
    }
    Some(sums.into_iter().map(|sum| ((sum + 8) / 16) as u8).collect())
}

/// Takes an outline, y upwards, as a path with y downwards.
struct Pen {
    path: PathBuilder,
    /// Added to every x.
    x: f32,
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.x + x, -y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.x + x, -y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.quad_to(self.x + cx, -cy, self.x + x, -y);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.path.cubic_to(self.x + cx0, -cy0, self.x + cx1, -cy1, self.x + x, -y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
