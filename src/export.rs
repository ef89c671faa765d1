//! A sheet to bytes: PNG. Writes to `impl Write` and opens no path.

pub mod png;

use std::{
    io,
    sync::atomic::{AtomicBool, AtomicU32, Ordering},
};

/// How far an export is, and whether it should stop. Shared between the export's thread and
/// whoever watches it.
#[derive(Debug, Default)]
pub struct Progress {
    /// Thousandths.
    pub done: AtomicU32,
    pub cancelled: AtomicBool,
}

impl Progress {
    /// Asks the export to stop; it does so after the strip that it is at.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// 0 to 1.
    pub fn fraction(&self) -> f32 {
        f32::from(u16::try_from(self.done.load(Ordering::Relaxed)).unwrap_or(1000)) / 1000.0
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    fn set(&self, done: u64, of: u64) {
        let thousandths = done.saturating_mul(1000) / of.max(1);
        self.done.store(u32::try_from(thousandths).unwrap_or(1000).min(1000), Ordering::Relaxed);
    }
}

/// Why an export came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The scale is not a number that a picture can have.
    #[error("a scale of {scale} is not possible; it can be from {min} to {max}")]
    Scale { scale: f32, min: f32, max: f32 },
    /// The picture would have more pixels than programs can open.
    #[error(
        "the picture would be {width} × {height} pixels, which is too large; \
         the largest scale that fits is {fits}"
    )]
    TooLarge { width: u64, height: u64, fits: f32 },
    #[error("the map is too large for a picture, at any scale")]
    NoScaleFits,
    #[error("the export was cancelled")]
    Cancelled,
    #[error("could not write: {0}")]
    Write(#[from] io::Error),
}
