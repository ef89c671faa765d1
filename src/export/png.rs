//! A sheet as a PNG, painted on the CPU in strips; one is painted while the last is encoded.
//!
//! Strips are rows of tiles, as many as fit into so many bytes. What is painted in a tile depends on
//! that tile alone, so the strips do not show in the picture.

mod glyph;
mod order;
mod tile;

#[cfg(test)]
mod tests;

use self::{glyph::Glyphs, order::Order, tile::Tile};
use super::{ExportError, Progress};
use crate::{font::Fonts, layout::Sheet, theme::Theme};
use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, PixelDimensions, Unit};
use std::{
    io::{self, Write},
    sync::mpsc::{Receiver, SyncSender, sync_channel},
    thread,
};

/// How a PNG is made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// Pixels per map unit.
    pub scale: f32,
    pub theme: Theme,
}

impl Default for Options {
    fn default() -> Self {
        Self { scale: 2.0, theme: Theme::Light }
    }
}

/// The scales that make sense: from a thumbnail to a wall.
pub const MIN_SCALE: f32 = 0.05;
pub const MAX_SCALE: f32 = 16.0;
/// Longest side in pixels. The format could take more, but nothing opens it.
const MAX_SIDE: u64 = 400_000;
const MAX_PIXELS: u64 = 2_000_000_000;

/// Bytes of a strip, if it has more than one row of tiles.
const STRIP_BYTES: usize = 8 * 1024 * 1024;
/// Painted strips on their way: one being encoded, one painted and waiting, one being painted.
const BUFFERS: usize = 3;
/// Compressed bytes in one chunk of the file.
const CHUNK: usize = 256 * 1024;
/// A unit is a point on a screen of 96 dots per inch.
const UNITS_PER_METER: f64 = 96.0 / 0.0254;

/// Width and height in pixels, or why that makes no sense.
pub fn size(sheet: &Sheet, options: &Options) -> Result<(u32, u32), ExportError> {
    let scale = options.scale;
    if !(MIN_SCALE..=MAX_SCALE).contains(&scale) {
        return Err(ExportError::Scale { scale, min: MIN_SCALE, max: MAX_SCALE });
    }
    let (width, height) = pixels(sheet, scale);
    if fits(width, height) {
        let too_large = |_| ExportError::NoScaleFits;
        return Ok((width.try_into().map_err(too_large)?, height.try_into().map_err(too_large)?));
    }
    // In hundredths, downwards: what the message says does fit.
    let hundredths = 1_u16..=1600;
    let largest = hundredths.map(|n| f32::from(n) / 100.0).rev().find(|&smaller| {
        let (width, height) = pixels(sheet, smaller);
        smaller >= MIN_SCALE && fits(width, height)
    });
    Err(match largest {
        Some(fits) => ExportError::TooLarge { width, height, fits },
        None => ExportError::NoScaleFits,
    })
}

fn fits(width: u64, height: u64) -> bool {
    width <= MAX_SIDE && height <= MAX_SIDE && width.saturating_mul(height) <= MAX_PIXELS
}

/// At least one pixel a side; a size that is not a number counts as beyond every limit.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "rounded up, not negative, and `as` stops at the largest value"
)]
fn pixels(sheet: &Sheet, scale: f32) -> (u64, u64) {
    let side = |units: f32| {
        let exact = f64::from(units) * f64::from(scale);
        // A hair over a whole number is that number: sizes are sums of floats.
        if exact.is_finite() { ((exact - 0.001).ceil().max(1.0)) as u64 } else { u64::MAX }
    };
    (side(sheet.size.width), side(sheet.size.height))
}

/// Writes the sheet as a PNG. After an error, what was written is of no use.
pub fn write(
    sheet: &Sheet,
    fonts: &Fonts,
    options: &Options,
    progress: &Progress,
    out: impl Write,
) -> Result<(), ExportError> {
    let (width, height) = size(sheet, options)?;
    write_in_strips(sheet, fonts, options, progress, Strips::new(width, height, STRIP_BYTES), out)
}

fn write_in_strips(
    sheet: &Sheet,
    fonts: &Fonts,
    options: &Options,
    progress: &Progress,
    strips: Strips,
    out: impl Write,
) -> Result<(), ExportError> {
    let order = Order::new(sheet, options.scale, strips.height);
    progress.set(0, 1);
    thread::scope(|scope| {
        let (painted, to_encode) = sync_channel(BUFFERS);
        let (encoded, to_paint) = sync_channel(BUFFERS);
        for _ in 0..BUFFERS {
            // The channel has room for all of them.
            if encoded.send(strips.buffer()).is_err() {
                return Err(ExportError::Cancelled);
            }
        }
        scope.spawn(move || {
            paint(strips, &order, fonts, options, progress, &to_paint, &painted);
        });
        encode(strips, options.scale, progress, &to_encode, &encoded, out)
    })
}

/// The picture cut into strips.
#[derive(Clone, Copy)]
struct Strips {
    width: u32,
    height: u32,
    /// Of each strip but the last; a multiple of a tile's height.
    rows: u32,
}

impl Strips {
    fn new(width: u32, height: u32, bytes: usize) -> Self {
        let tile_row = width as usize * tile::HEIGHT as usize * 3;
        let most = height.div_ceil(tile::HEIGHT);
        let tiles = u32::try_from(bytes / tile_row).map_or(most, |tiles| tiles.clamp(1, most));
        Self { width, height, rows: tiles * tile::HEIGHT }
    }

    fn buffer(self) -> Vec<u8> {
        vec![0; self.row_bytes() * self.rows as usize]
    }

    fn row_bytes(self) -> usize {
        self.width as usize * 3
    }

    /// Upper edge and number of rows of each strip.
    fn all(self) -> impl Iterator<Item = (u32, u32)> {
        (0..self.height)
            .step_by(self.rows as usize)
            .map(move |top| (top, self.rows.min(self.height - top)))
    }
}

/// Paints strip by strip until all are done, or nobody wants them any more.
fn paint(
    strips: Strips,
    order: &Order<'_>,
    fonts: &Fonts,
    options: &Options,
    progress: &Progress,
    to_paint: &Receiver<Vec<u8>>,
    painted: &SyncSender<Vec<u8>>,
) {
    let mut glyphs = Glyphs::new(fonts, options.theme);
    let Some(mut tile) = Tile::new(options.scale, options.theme) else { return };
    for (top, rows) in strips.all() {
        let Ok(mut buffer) = to_paint.recv() else { return };
        if progress.is_cancelled() {
            return;
        }
        let tile_rows = buffer.chunks_mut(strips.row_bytes() * tile::HEIGHT as usize);
        for (rows, top) in tile_rows.zip((top..top + rows).step_by(tile::HEIGHT as usize)) {
            for left in (0..strips.width).step_by(tile::WIDTH as usize) {
                tile.begin(left, top);
                for part in order.in_tile(left, top) {
                    tile.paint(part, &mut glyphs);
                }
                tile.copy_rows(left, strips.width, rows);
            }
        }
        if painted.send(buffer).is_err() {
            return;
        }
    }
}

/// Encodes strip by strip as they come. Fewer than all come when the painter was told to stop.
fn encode(
    strips: Strips,
    scale: f32,
    progress: &Progress,
    to_encode: &Receiver<Vec<u8>>,
    encoded: &SyncSender<Vec<u8>>,
    out: impl Write,
) -> Result<(), ExportError> {
    let mut encoder = Encoder::new(out, strips.width, strips.height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    encoder.set_pixel_dims(Some(pixel_dimensions(scale)));
    let mut writer = encoder.write_header().map_err(write_error)?;
    let mut stream = writer.stream_writer_with_size(CHUNK).map_err(write_error)?;
    for (top, rows) in strips.all() {
        let buffer = to_encode.recv().map_err(|_| ExportError::Cancelled)?;
        if progress.is_cancelled() {
            return Err(ExportError::Cancelled);
        }
        let bytes = rows as usize * strips.row_bytes();
        stream.write_all(buffer.get(..bytes).unwrap_or(&buffer))?;
        progress.set(u64::from(top + rows), u64::from(strips.height));
        // After the last strip the painter is gone and takes none back.
        encoded.send(buffer).ok();
    }
    stream.finish().map_err(write_error)?;
    writer.finish().map_err(write_error)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the scale is between limits"
)]
fn pixel_dimensions(scale: f32) -> PixelDimensions {
    let per_meter = (UNITS_PER_METER * f64::from(scale)).round() as u32;
    PixelDimensions { xppu: per_meter, yppu: per_meter, unit: Unit::Meter }
}

fn write_error(error: EncodingError) -> ExportError {
    match error {
        EncodingError::IoError(error) => ExportError::Write(error),
        other => ExportError::Write(io::Error::other(other.to_string())),
    }
}
