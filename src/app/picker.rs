//! Which file: the system's dialog on a thread of its own, and where there is none, or it does not
//! answer, a path field of the program's own.

use super::{
    job::{Job, Poll, Worker},
    path_field::{PathField, Why},
    request::{Next, Picture},
};
use crate::text::Text;
use egui::Context;
use std::{
    path::{Path, PathBuf},
    time::Duration,
};

/// How long the system's dialog may take to appear, in seconds.
const PATIENCE: f64 = 3.0;

/// What a file is chosen for.
#[derive(Debug, Clone, PartialEq)]
pub enum Purpose {
    Open,
    /// Save, then go on with what was waiting for it.
    SaveAs {
        then: Option<Next>,
    },
    Export(Picture),
}

/// What a file dialog is asked.
#[derive(Debug, Clone)]
pub struct Question {
    pub title: String,
    /// What kind of file, in words.
    pub kind: String,
    pub extension: &'static str,
    /// Where to begin.
    pub folder: PathBuf,
    /// What to call it, without extension.
    pub name: String,
    /// An existing file is asked for, not a new one.
    pub is_open: bool,
}

/// Asks for a file; called on a thread of its own, as it waits for the answer.
pub type FileDialog = fn(&Question) -> Option<PathBuf>;

/// A file being chosen.
pub struct Picker {
    pub purpose: Purpose,
    dialog: Option<Job<Option<PathBuf>>>,
    /// In egui's time; `None` until the first look.
    since: Option<f64>,
    had_focus: bool,
    /// The window lost the focus: a dialog is there.
    is_shown: bool,
    question: Question,
    field: Option<PathField>,
}

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub enum Picked {
    /// Not yet.
    Waiting,
    Cancelled,
    /// From the system's dialog, which asked before replacing what it returned.
    Path(PathBuf),
    /// From the path field, which asked too, and gave it its extension.
    Checked(PathBuf),
}

impl Purpose {
    pub fn extension(&self) -> &'static str {
        match self {
            Self::Open | Self::SaveAs { .. } => "ron",
            Self::Export(_) => "png",
        }
    }

    pub fn is_open(&self) -> bool {
        matches!(self, Self::Open)
    }

    /// What a dialog is asked for it.
    pub fn question(&self, folder: PathBuf, name: String, text: &Text) -> Question {
        let (title, kind) = match self {
            Self::Open => (text.path_open_title(), text.dialog_filter_project()),
            Self::SaveAs { .. } => (text.path_save_title(), text.dialog_filter_project()),
            Self::Export(_) => (text.path_export_title(), text.dialog_filter_picture()),
        };
        let (extension, is_open) = (self.extension(), self.is_open());
        Question { title, kind, extension, folder, name, is_open }
    }
}

impl Picker {
    /// Asks for a file with a dialog; without one, with the path field.
    pub fn new(
        purpose: Purpose,
        question: Question,
        dialog: Option<FileDialog>,
        worker: &Worker,
    ) -> Self {
        let dialog = dialog.map(|ask| {
            let question = question.clone();
            Job::start(worker, move |_| ask(&question))
        });
        Self {
            purpose,
            dialog,
            since: None,
            had_focus: false,
            is_shown: false,
            question,
            field: None,
        }
    }

    /// Looks whether the system's dialog answered; where it cannot, the path field takes over.
    pub fn poll(&mut self, ctx: &Context) -> Picked {
        let (now, focused) = ctx.input(|input| (input.time, input.viewport().focused));
        let since = *self.since.get_or_insert(now);
        self.is_shown |= self.had_focus && focused == Some(false);
        self.had_focus |= focused == Some(true);
        match self.dialog.as_ref().map(Job::poll) {
            Some(Poll::Done(Some(path))) => return Picked::Path(path),
            // A dialog that was never seen was not cancelled by anybody.
            Some(Poll::Done(None)) if self.is_shown => return Picked::Cancelled,
            Some(Poll::Done(None) | Poll::Lost) | None => {
                self.dialog = None;
                self.ask_here(Why::Missing);
            }
            Some(Poll::Running) if self.is_shown => {}
            Some(Poll::Running) if now - since >= PATIENCE => self.ask_here(Why::Hung),
            Some(Poll::Running) => {
                let rest = (PATIENCE - (now - since)).max(0.05);
                ctx.request_repaint_after(Duration::from_secs_f64(rest));
            }
        }
        Picked::Waiting
    }

    fn ask_here(&mut self, why: Why) {
        if self.field.is_none() {
            self.field = Some(PathField::new(self.question.clone(), why));
        }
    }

    /// Draws the path field, if it is needed.
    pub fn ui(&mut self, ctx: &Context, worker: &Worker, text: &Text) -> Picked {
        match &mut self.field {
            Some(field) => field.ui(ctx, worker, text),
            None => Picked::Waiting,
        }
    }
}

/// The system's dialog; comes back when it is answered. `None` where it was cancelled, and also
/// where there is none.
pub fn system_dialog(question: &Question) -> Option<PathBuf> {
    let dialog = rfd::FileDialog::new()
        .set_title(&question.title)
        .set_directory(&question.folder)
        .add_filter(&question.kind, &[question.extension]);
    if question.is_open {
        return dialog.pick_file();
    }
    dialog.set_file_name(format!("{}.{}", question.name, question.extension)).save_file()
}

/// A path with an extension, put on where it has another one or none.
pub fn with_extension(path: &Path, extension: &str) -> PathBuf {
    if path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension)) {
        return path.to_owned();
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_extension_is_put_on_once() {
        for (path, expected) in [
            ("/tmp/a", "/tmp/a.ron"),
            ("/tmp/a.ron", "/tmp/a.ron"),
            ("/tmp/a.RON", "/tmp/a.RON"),
            ("/tmp/v1.2", "/tmp/v1.2.ron"),
        ] {
            assert_eq!(with_extension(Path::new(path), "ron"), PathBuf::from(expected));
        }
    }
}
