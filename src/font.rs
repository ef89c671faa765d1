//! Type: the bundled faces and the system's simplified Chinese face. Shapes, measures and wraps,
//! once, in map units; exporters draw the glyphs, the screen draws the same lines.

mod face;
mod paragraph;
mod system;

/// What takes a glyph's outline: move, line, curve and close, with y upwards.
pub use skrifa::outline::OutlinePen;

use face::LoadedFace;
use paragraph::Paragraph;
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
    /// Where on its axes a variable face is used, by the axis's tag: `(*b"wght", 400.0)`. Empty
    /// for a face that has no axes.
    pub axes: Vec<([u8; 4], f32)>,
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

/// The faces. `Send + Sync`: one for window, export and tests. A clone shares them.
#[derive(Clone)]
pub struct Fonts {
    plex: [Option<Arc<LoadedFace>>; 3],
    han: Option<Arc<LoadedFace>>,
}

impl Fonts {
    /// The bundled faces alone: no Chinese. Takes no system font.
    pub fn bundled() -> Self {
        let plex = |bytes: &'static [u8]| {
            LoadedFace::new(FaceData {
                family: "IBM Plex Sans".to_owned(),
                bytes: Arc::new(bytes),
                index: 0,
                axes: Vec::new(),
            })
            .map(Arc::new)
        };
        Self {
            plex: [
                plex(include_bytes!("../assets/fonts/IBMPlexSans-Regular.ttf")),
                plex(include_bytes!("../assets/fonts/IBMPlexSans-Medium.ttf")),
                plex(include_bytes!("../assets/fonts/IBMPlexSans-SemiBold.ttf")),
            ],
            han: None,
        }
    }

    /// These faces and a Chinese one. Bytes that are no face change nothing.
    #[must_use]
    pub fn with_han(&self, han: FaceData) -> Self {
        let loaded = LoadedFace::new(han).map(Arc::new);
        Self { plex: self.plex.clone(), han: loaded.or_else(|| self.han.clone()) }
    }

    /// Looks for the system's simplified Chinese face (tens of milliseconds: not on the UI thread).
    pub fn find_han() -> Option<FaceData> {
        system::find_han()
    }

    /// The data of a face, for those who draw its glyphs. `None`: no Chinese face is there.
    pub fn face(&self, face: Face) -> Option<&FaceData> {
        self.loaded(face).map(LoadedFace::data)
    }

    /// One line, not broken. Control characters are drawn as spaces.
    pub fn line(&self, text: &str, weight: Weight, size: f32) -> Line {
        Paragraph::shape(self, text, weight, size).into_line()
    }

    /// Lines of at most `width`, broken where UAX 14 allows, else inside a word. What does not fit
    /// into `max_lines` ends in "…". Spaces at the end of a line are dropped. Text without
    /// anything but white space gives no line.
    pub fn wrap(
        &self,
        text: &str,
        weight: Weight,
        size: f32,
        width: f32,
        max_lines: usize,
    ) -> Vec<Arc<Line>> {
        paragraph::wrap(self, text, weight, size, width, max_lines)
    }

    /// From the upper edge of a line's box down to its baseline, in map units, for a size. Whole
    /// units, so that baselines are sharp at 100 %.
    pub fn ascent(&self, size: f32) -> f32 {
        // The face stands 1.025 above and 0.275 below its baseline.
        (size * 1.025 + (self.line_height(size) - size * 1.3) / 2.0).round()
    }

    /// From one baseline to the next, in map units, for a size. Whole units.
    pub fn line_height(&self, size: f32) -> f32 {
        (size * 1.3).round()
    }

    /// Characters that no face has, each once, in their order: for a warning.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut missing = Vec::new();
        if text.is_ascii() {
            return missing;
        }
        let faces = [Face::Plex(Weight::Regular), Face::Han];
        let faces = faces.map(|face| self.loaded(face).and_then(LoadedFace::characters));
        let has = |c| faces.iter().flatten().any(|characters| face::has(characters, c));
        for c in text.chars() {
            let is_drawn = !c.is_whitespace() && !c.is_control() && !face::is_invisible(c);
            if is_drawn && !has(c) && !missing.contains(&c) {
                missing.push(c);
            }
        }
        missing
    }

    /// Draws the outline of a glyph at a size, around the origin of its baseline, y upwards.
    /// `false`: there is nothing to draw.
    pub fn outline(&self, face: Face, glyph: u16, size: f32, pen: &mut impl OutlinePen) -> bool {
        self.loaded(face).is_some_and(|face| face.outline(glyph, size, pen))
    }

    fn loaded(&self, face: Face) -> Option<&LoadedFace> {
        match face {
            Face::Plex(weight) => self.plex.get(weight as usize)?.as_deref(),
            Face::Han => self.han.as_deref(),
        }
    }
}

#[cfg(test)]
mod tests;
