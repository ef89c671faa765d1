//! The open project: its editor, where it is on disk, and how far it is saved.

use crate::{
    editor::Editor,
    file::{Basis, Fingerprint, Note, SaveError, Saved, watch::HomeDisk},
    text::Text,
};
use std::path::{Path, PathBuf};

use super::{
    job::Job, outside::Outside, page::Page, read_only::ReadOnly, recovered::Recovered,
    request::Next,
};

/// One open project.
pub struct Document {
    pub editor: Editor,
    /// What the middle of the window shows of it.
    pub page: Page,
    /// `None`: it has never been saved.
    pub path: Option<PathBuf>,
    /// What is in that file, as far as is known here.
    pub on_disk: Option<Fingerprint>,
    /// Which disk the file was on.
    pub disk: HomeDisk,
    /// It is only to be looked at.
    pub read_only: Option<ReadOnly>,
    /// Its file is edited whoever else does.
    pub is_taken_over: bool,
    /// What others do to the file.
    pub outside: Outside,
    /// It began as a copy of this file, and has none of its own yet.
    pub copy_of: Option<PathBuf>,
    /// It was left unsaved by a program that died; emptied when the bar is closed.
    pub recovered: Option<Recovered>,
    /// What there was to say when it was opened; emptied when the bar is closed.
    pub notes: Vec<Note>,
    /// The bar about the review was answered "not today".
    pub is_review_put_off: bool,
    pub saving: Option<Saving>,
    /// It was being saved in the last frame.
    pub was_saving: bool,
}

/// A save under way.
pub struct Saving {
    pub job: Job<Result<(Saved, HomeDisk), SaveError>>,
    pub path: PathBuf,
    /// Of the project that is being written.
    pub revision: u64,
    /// What was waiting for it.
    pub then: Option<Next>,
    /// Where it was asked for again in the meantime, and over what.
    pub again: Option<(PathBuf, Basis)>,
    /// In egui's time.
    pub since: f64,
    /// Whoever waits was asked what to do.
    pub was_asked: bool,
}

/// How far a project is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SavedState {
    /// New, nothing done yet.
    Never,
    Saving,
    Saved,
    Unsaved,
}

impl Document {
    /// A project with its editor.
    pub fn new(editor: Editor, path: Option<PathBuf>, notes: Vec<Note>) -> Self {
        Self {
            editor,
            page: Page::Map,
            path,
            on_disk: None,
            disk: HomeDisk::default(),
            read_only: None,
            is_taken_over: false,
            outside: Outside::default(),
            copy_of: None,
            recovered: None,
            notes,
            is_review_put_off: false,
            saving: None,
            was_saving: false,
        }
    }

    /// Its title, else the name of its file, else "Untitled".
    pub fn title(&self, text: &Text) -> String {
        let title = self.editor.project().title.trim();
        if !title.is_empty() {
            return title.to_owned();
        }
        let name = self.path.as_deref().or(self.copy_of.as_deref());
        name.map_or_else(|| text.untitled(), file_stem)
    }

    pub fn saved_state(&self) -> SavedState {
        if self.saving.is_some() {
            SavedState::Saving
        } else if self.editor.is_unsaved() {
            SavedState::Unsaved
        } else if self.path.is_some() {
            SavedState::Saved
        } else {
            SavedState::Never
        }
    }

    /// A name for a file made from it, without extension and without what file systems refuse.
    pub fn file_name(&self, text: &Text) -> String {
        match (&self.path, &self.copy_of) {
            (Some(path), _) if self.read_only.is_some() => text.recovered_copy(file_stem(path)),
            (Some(path), _) => file_stem(path),
            (None, Some(original)) => text.recovered_copy(file_stem(original)),
            (None, None) => plain_name(&self.title(text)),
        }
    }
}

/// The name of a file without folder and extension.
pub fn file_stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The name of a file without folder.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// A title as the name of a file.
pub fn plain_name(title: &str) -> String {
    let name: String = title
        .chars()
        .map(|c| if c.is_control() || r#"/\:*?"<>|"#.contains(c) { ' ' } else { c })
        .take(80)
        .collect();
    name.split_whitespace().collect::<Vec<_>>().join(" ").trim_start_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        for (title, name) in [
            ("Onlineshop — first purchase", "Onlineshop — first purchase"),
            ("a/b\\c: d?", "a b c d"),
            ("  ..hidden", "hidden"),
            ("李雷\n续订", "李雷 续订"),
        ] {
            assert_eq!(plain_name(title), name);
        }
    }
}
