//! A sheet to bytes: PNG. Writes to `impl Write` and opens no path.

pub mod png;

use std::{
    io,
    sync::atomic::{AtomicBool, AtomicU32},
};

/// How far an export is, and whether it should stop. Shared between the export's thread and
/// whoever watches it.
#[derive(Debug, Default)]
pub struct Progress {
    /// Thousandths.
    pub done: AtomicU32,
    pub cancelled: AtomicBool,
}

/// Why an export came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("the picture would be {width} × {height} pixels; {why}")]
    Size { width: u64, height: u64, why: &'static str },
    #[error("the export was cancelled")]
    Cancelled,
    #[error("could not write: {0}")]
    Write(#[from] io::Error),
}
