//! What the window stands on: of the system in the program, of their own in tests.

use super::{desktop::Desktop, job::Worker, picker::FileDialog};
use crate::{file::Files, font::FaceData, model::Date, settings::SettingsFile, text::Language};

/// What the window stands on. Tests give it other ground than the program.
pub struct Host {
    pub worker: Worker,
    pub settings: SettingsFile,
    pub files: Files,
    /// `None`: the path field is all there is.
    pub file_dialog: Option<FileDialog>,
    /// What to speak until somebody chooses.
    pub language: Language,
    /// Finds the system's Chinese face, beside the window; `None`: nobody looks for one.
    pub find_face: Option<fn() -> Option<FaceData>>,
    /// Light or dark, and how much motion, where the settings leave that to the system.
    pub desktop: Desktop,
    /// Which day it is, by the clock on the wall.
    pub today: fn() -> Date,
}

impl Host {
    /// No threads, no settings, nothing of the system, on one day: for tests and benches.
    pub fn alone() -> Self {
        Self {
            worker: Worker::AtOnce,
            settings: SettingsFile::none(),
            files: Files::keeping_nothing(),
            file_dialog: None,
            language: Language::En,
            find_face: None,
            desktop: Desktop::default(),
            today: || jiff::civil::date(2026, 11, 23),
        }
    }
}
