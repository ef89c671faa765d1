//! The file was changed by somebody else since it was opened here: nobody's work is written over
//! unasked, and what is not taken is kept among the earlier versions.

use super::{
    App,
    dialog::{Answer, buttons, modal},
    document::file_name,
    errand::How,
    job::{Job, Poll},
    picker::Purpose,
    request::{Next, Request},
    style,
};
use crate::{
    file::{self, Basis, SaveError},
    message,
    text::Text,
};
use egui::{Context, Layout};
use std::path::{Path, PathBuf};

/// Which of the two versions is to be the file's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Both: mine gets a file of its own.
    Copy,
    Theirs,
    /// Mine, over theirs.
    Mine,
}

/// Mine is put among the earlier versions before theirs is opened.
pub struct Taking {
    path: PathBuf,
    job: Job<Result<(), SaveError>>,
}

impl App {
    /// Does as was chosen.
    pub(super) fn settle_conflict(&mut self, choice: Choice, path: PathBuf, then: Option<Next>) {
        match choice {
            Choice::Copy => self.pick(Purpose::SaveAs { then }),
            Choice::Mine => self.start_saving_over(path, then, Basis::Kept),
            Choice::Theirs => {
                let Some(document) = &self.document else {
                    return;
                };
                let project = document.editor.project().clone();
                let (files, at) = (self.host.files.clone(), path.clone());
                let job = Job::start(&self.host.worker, move |_| {
                    let kept = files.keep(&at, &file::write(&project));
                    kept.map_err(|error| SaveError::new(&at, &error))
                });
                self.errands.taking = Some(Taking { path, job });
            }
        }
    }

    /// Looks whether mine is safe, so that theirs may be shown.
    pub(super) fn poll_taking(&mut self) {
        let Some(taking) = &self.errands.taking else {
            return;
        };
        let kept = match taking.job.poll() {
            Poll::Running => return,
            Poll::Done(kept) => Some(kept),
            Poll::Lost => None,
        };
        let Some(Taking { path, .. }) = self.errands.taking.take() else {
            return;
        };
        match kept {
            Some(Ok(())) if self.take_theirs(&path) => {}
            Some(Ok(())) => self.start_opening(path, How::AsItself),
            Some(Err(error)) => {
                let body = message::not_saved(&self.text, &error);
                self.fail(self.text.error_save_title(), &body, None);
            }
            None => self.lost(),
        }
    }
}

/// Asks which version is to be the file's.
pub fn conflict_ui(
    ctx: &Context,
    path: &Path,
    then: Option<&Next>,
    text: &Text,
    requests: &mut Vec<Request>,
) -> Answer {
    modal(ctx, &text.conflict_title(file_name(path)), 540.0, |ui| {
        ui.label(text.conflict_body());
        let mut choice = None;
        let mut answer = Answer::Waiting;
        buttons(ui, |ui| {
            if ui.add(style::main_button(ui, text.conflict_copy())).clicked() {
                choice = Some(Choice::Copy);
            }
            if ui.button(text.dialog_cancel()).clicked() {
                answer = Answer::Closed;
            }
            ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                if ui.button(text.conflict_theirs()).clicked() {
                    choice = Some(Choice::Theirs);
                }
                if ui.button(text.conflict_overwrite()).clicked() {
                    choice = Some(Choice::Mine);
                }
            });
        });
        if let Some(choice) = choice {
            requests.push(Request::Settle(choice, path.to_owned(), then.cloned()));
            answer = Answer::Closed;
        }
        answer
    })
}
