//! A sheet as a PNG, painted and compressed on the CPU in strips, on as many threads as there are
//! processors.
//!
//! Strips are rows of tiles, as many as fit into so many bytes. What is painted in a tile depends on
//! that tile alone, so the strips do not show in the picture.

mod deflate;
mod glyph;
mod order;
mod tile;

#[cfg(test)]
mod tests;

use self::{
    deflate::{Piece, Sum},
    glyph::Glyphs,
    order::Order,
    tile::Tile,
};
use super::{ExportError, Progress};
use crate::{font::Fonts, layout::Sheet, theme::Theme};
use png::{BitDepth, ColorType, Encoder, EncodingError, PixelDimensions, Unit, Writer, chunk};
use std::{
    io::{self, Write},
    num::NonZero,
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
/// Bytes of the strips of all threads together, if there is more than one thread.
const STRIPS_BYTES: usize = 64 * 1024 * 1024;
/// Bytes of the glyphs of all threads together.
const GLYPHS_BYTES: usize = 32 * 1024 * 1024;
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
    let strips = Strips::new(width, height, STRIP_BYTES);
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = processors.min(STRIPS_BYTES / strips.bytes()).min(strips.all().count()).max(1);
    write_on_threads(&Work { sheet, fonts, options: *options, progress, strips, threads }, out)
}

/// What is to be done, for every thread the same.
#[derive(Clone, Copy)]
struct Work<'a> {
    sheet: &'a Sheet,
    fonts: &'a Fonts,
    options: Options,
    progress: &'a Progress,
    strips: Strips,
    threads: usize,
}

fn write_on_threads(work: &Work<'_>, out: impl Write) -> Result<(), ExportError> {
    let order = Order::new(work.sheet, work.options.scale, work.strips.height);
    let order = &order;
    work.progress.set(0, 1);
    thread::scope(|scope| {
        // Strips are dealt out in turn. Each thread may be a strip ahead of the file, not more.
        let pieces: Vec<Receiver<_>> = (0..work.threads)
            .map(|first| {
                let (made, pieces) = sync_channel(1);
                scope.spawn(move || make_pieces(work, order, first, &made));
                pieces
            })
            .collect();
        write_pieces(work, &pieces, out)
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

    /// Of a strip, as RGB.
    fn bytes(self) -> usize {
        self.row_bytes() * self.rows as usize
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

/// Paints and compresses every so many-th strip, until all are done or nobody wants them any more.
fn make_pieces(
    work: &Work<'_>,
    order: &Order<'_>,
    first: usize,
    made: &SyncSender<io::Result<Piece>>,
) {
    let Work { fonts, options, progress, strips, threads, .. } = *work;
    let mut glyphs = Glyphs::new(fonts, options.theme, GLYPHS_BYTES / threads);
    let Some(mut tile) = Tile::new(options.scale, options.theme) else { return };
    let mut pixels = vec![0; strips.bytes()];
    for (top, rows) in strips.all().skip(first).step_by(threads) {
        let tile_rows = pixels.chunks_mut(strips.row_bytes() * tile::HEIGHT as usize);
        for (pixels, top) in tile_rows.zip((top..top + rows).step_by(tile::HEIGHT as usize)) {
            if progress.is_cancelled() {
                return;
            }
            for left in (0..strips.width).step_by(tile::WIDTH as usize) {
                tile.begin(left, top);
                for part in order.in_tile(left, top) {
                    tile.paint(part, &mut glyphs);
                }
                tile.copy_rows(left, strips.width, pixels);
            }
        }
        let painted = pixels.get(..rows as usize * strips.row_bytes()).unwrap_or(&pixels);
        let piece = deflate::piece(painted, strips.row_bytes(), top + rows == strips.height);
        if made.send(piece).is_err() {
            return;
        }
    }
}

/// Writes the pieces in their order. Fewer than all come when the threads were told to stop.
fn write_pieces(
    work: &Work<'_>,
    pieces: &[Receiver<io::Result<Piece>>],
    out: impl Write,
) -> Result<(), ExportError> {
    let strips = work.strips;
    let mut file = begin(strips, work.options.scale, out).map_err(write_error)?;
    let mut sum = Sum::EMPTY;
    for ((top, rows), pieces) in strips.all().zip(pieces.iter().cycle()) {
        let piece = pieces.recv().map_err(|_| ExportError::Cancelled)??;
        if work.progress.is_cancelled() {
            return Err(ExportError::Cancelled);
        }
        sum = sum.then(piece.sum);
        let mut bytes = piece.bytes;
        if top == 0 {
            bytes.splice(..0, deflate::HEADER);
        }
        if top + rows == strips.height {
            bytes.extend(sum.value.to_be_bytes());
        }
        file.write_chunk(chunk::IDAT, &bytes).map_err(write_error)?;
        work.progress.set(u64::from(top + rows), u64::from(strips.height));
    }
    file.finish().map_err(write_error)
}

/// Everything that comes before the pixels.
fn begin<W: Write>(strips: Strips, scale: f32, out: W) -> Result<Writer<W>, EncodingError> {
    let mut head = Encoder::new(out, strips.width, strips.height);
    head.set_color(ColorType::Rgb);
    head.set_depth(BitDepth::Eight);
    head.set_pixel_dims(Some(pixel_dimensions(scale)));
    head.write_header()
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
