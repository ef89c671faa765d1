//! Type: the bundled faces and the system's simplified Chinese face. Shapes, measures and wraps,
//! once, in map units; exporters draw the glyphs, the screen draws the same lines.

use std::{ops::Range, sync::Arc};

/// How heavy. Each weight is a face of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// 400
    Regular,
    /// 500
    Medium,
    /// 600
    SemiBold,
}

impl Weight {
    /// Every weight.
    pub const ALL: [Weight; 3] = [Weight::Regular, Weight::Medium, Weight::SemiBold];
}

/// A face among those of [`Fonts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// The bundled family, Latin and Cyrillic.
    Plex(Weight),
    /// The system's simplified Chinese face, one weight.
    Han,
}

/// The bytes of a face, and which face of a collection it is.
#[derive(Clone)]
pub struct FaceData {
    /// Name to show: "IBM Plex Sans", "Noto Sans CJK SC".
    pub family: String,
    pub bytes: Arc<dyn AsRef<[u8]> + Send + Sync>,
    pub index: u32,
}

/// A shaped line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub text: Arc<str>,
    pub weight: Weight,
    /// In map units.
    pub size: f32,
    /// Advance width in map units.
    pub width: f32,
    /// From left to right, one for each stretch of one face.
    pub runs: Vec<Run>,
}

/// Glyphs of one face.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub face: Face,
    /// Bytes of the line's text.
    pub text: Range<usize>,
    pub glyphs: Vec<Glyph>,
}

/// One glyph of a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    pub id: u16,
    /// From the start of the line, in map units.
    pub x: f32,
    /// Above the baseline, in map units.
    pub y: f32,
}

/// The faces. `Send + Sync`: one for window, export and tests.
pub struct Fonts {
    _todo: (),
}

impl Fonts {
    /// The bundled faces alone: no Chinese. Takes no system font.
    pub fn bundled() -> Self {
        todo!()
    }

    /// These faces and a Chinese one.
    pub fn with_han(&self, han: FaceData) -> Self {
        let _ = han;
        todo!()
    }

    /// Looks for the system's simplified Chinese face (tens of milliseconds: not on the UI thread).
    pub fn find_han() -> Option<FaceData> {
        todo!()
    }

    /// The data of a face, for those who draw its glyphs. `None`: no Chinese face is there.
    pub fn face(&self, face: Face) -> Option<&FaceData> {
        let _ = face;
        todo!()
    }

    /// One line, not broken. Control characters are drawn as spaces.
    pub fn line(&self, text: &str, weight: Weight, size: f32) -> Line {
        let _ = (text, weight, size);
        todo!()
    }

    /// Lines of at most `width`, broken where UAX 14 allows, else inside a word. What does not fit
    /// into `max_lines` ends in "…". Empty text gives no line.
    pub fn wrap(
        &self,
        text: &str,
        weight: Weight,
        size: f32,
        width: f32,
        max_lines: usize,
    ) -> Vec<Arc<Line>> {
        let _ = (text, weight, size, width, max_lines);
        todo!()
    }

    /// From the baseline up, in map units, for a size.
    pub fn ascent(&self, size: f32) -> f32 {
        let _ = size;
        todo!()
    }

    /// From one baseline to the next, in map units, for a size.
    pub fn line_height(&self, size: f32) -> f32 {
        let _ = size;
        todo!()
    }

    /// Characters that no face has, each once: for a warning.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let _ = text;
        todo!()
    }
}
