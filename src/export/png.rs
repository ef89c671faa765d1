//! A sheet as a PNG, painted on the CPU in strips; one is painted while the last is encoded.

use super::{ExportError, Progress};
use crate::{font::Fonts, layout::Sheet, theme::Theme};
use std::io::Write;

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

/// Width and height in pixels, or why that makes no sense.
pub fn size(sheet: &Sheet, options: &Options) -> Result<(u32, u32), ExportError> {
    let _ = (sheet, options);
    todo!()
}

/// Writes the sheet as a PNG.
pub fn write(
    sheet: &Sheet,
    fonts: &Fonts,
    options: &Options,
    progress: &Progress,
    out: impl Write + Send,
) -> Result<(), ExportError> {
    let _ = (sheet, fonts, options, progress, out);
    todo!()
}
