//! Questions and messages that wait for an answer.

mod failed;

use super::{
    about::{self, Licence},
    conflict,
    export_dialog::ExportDialog,
    picker::Purpose,
    read_only, recovered,
    request::{Next, Request},
    review::{NewReview, ReviewDialog},
    settings_dialog::{self, Folders},
    shortcut_sheet::ShortcutSheet,
    style,
    version_dialog::VersionDialog,
};
use crate::{file::Owner, model::Difference, settings::Settings, text::Text};
use egui::{Align, Context, Frame, Id, Layout, Modal, ScrollArea, Ui};
use std::path::{Path, PathBuf};

/// What is asked or said.
pub enum Dialog {
    /// Save before work would be lost?
    Unsaved {
        title: String,
        is_never_saved: bool,
        next: Next,
    },
    /// Something did not work.
    Error {
        title: String,
        body: String,
        more: Option<String>,
    },
    /// A project was not saved.
    SaveFailed {
        body: String,
        path: PathBuf,
        /// What was waiting for it.
        then: Option<Next>,
    },
    /// What is to come waits for a save that hangs.
    SlowSave {
        title: String,
        next: Next,
    },
    /// A project was not opened.
    OpenFailed {
        body: String,
        path: PathBuf,
        offers: Offers,
    },
    Versions(Box<VersionDialog>),
    /// What the maps as they are now are called?
    Review(NewReview),
    Reviews(Box<ReviewDialog>),
    /// Save over a file? The system's dialog asked about another name, without the extension.
    Replace {
        path: PathBuf,
        purpose: Purpose,
    },
    /// Mine or theirs? The file was changed on both sides.
    Conflict {
        path: PathBuf,
        then: Option<Next>,
    },
    /// How to open a file that somebody else is editing?
    Held {
        path: PathBuf,
        owner: Owner,
    },
    /// What the open project has that its file has not.
    Differs(Difference),
    /// Give up work that was left unsaved?
    DiscardLeft {
        title: String,
        folder: PathBuf,
    },
    Export(Box<ExportDialog>),
    Shortcuts(ShortcutSheet),
    Settings,
    Folders(Folders),
    About(Licence),
}

/// What there is instead of a file that cannot be opened.
pub struct Offers {
    /// Unsaved work on it, by the folder that it is kept in.
    pub left: Option<PathBuf>,
    pub has_versions: bool,
    /// How much of it can be read all the same: touchpoints and stages.
    pub readable: Option<(usize, usize)>,
}

/// What was answered.
pub enum Answer {
    Waiting,
    /// Closed; nothing more is to be done.
    Closed,
    /// The file may be replaced.
    Replace(PathBuf, Purpose),
}

impl Dialog {
    /// Draws it; gives the answer.
    pub fn ui(
        &mut self,
        ctx: &Context,
        settings: &Settings,
        text: &Text,
        requests: &mut Vec<Request>,
    ) -> Answer {
        match self {
            Self::Unsaved { title, is_never_saved, next } => {
                unsaved_ui(ctx, title, *is_never_saved, next, text, requests)
            }
            Self::Error { title, body, more } => error_ui(ctx, title, body, more.as_deref(), text),
            Self::SaveFailed { body, path, then } => {
                failed::save_ui(ctx, body, path, then.as_ref(), text, requests)
            }
            Self::SlowSave { title, next } => failed::slow_ui(ctx, title, next, text, requests),
            Self::OpenFailed { body, path, offers } => {
                failed::open_ui(ctx, body, path, offers, text, requests)
            }
            Self::Versions(dialog) => dialog.ui(ctx, text, requests),
            Self::Review(question) => question.ui(ctx, text, requests),
            Self::Reviews(dialog) => dialog.ui(ctx, text, requests),
            Self::Replace { path, purpose } => replace_ui(ctx, path, purpose, text),
            Self::Conflict { path, then } => {
                conflict::conflict_ui(ctx, path, then.as_ref(), text, requests)
            }
            Self::Held { path, owner } => read_only::held_ui(ctx, path, owner, text, requests),
            Self::Differs(difference) => recovered::differs_ui(ctx, difference, text),
            Self::DiscardLeft { title, folder } => {
                recovered::discard_ui(ctx, title, folder, text, requests)
            }
            Self::Export(dialog) => dialog.ui(ctx, text, requests),
            Self::Shortcuts(sheet) => sheet.ui(ctx, text),
            Self::Settings => settings_dialog::ui(ctx, settings, text, requests),
            Self::Folders(folders) => settings_dialog::folders_ui(ctx, folders, text),
            Self::About(shown) => about::ui(ctx, shown, text),
        }
    }
}

/// A modal window with a title; Escape and a click beside it close it.
pub fn modal(
    ctx: &Context,
    name: &str,
    width: f32,
    content: impl FnOnce(&mut Ui) -> Answer,
) -> Answer {
    let id = Id::unique("dialog").with(name);
    let area = Modal::default_area(id).accessible_name(name);
    let frame = Frame::window(&ctx.global_style());
    let modal = Modal::new(id).area(area).frame(frame).show(ctx, |ui| {
        ui.set_width(width);
        ui.heading(name);
        ui.add_space(4.0);
        content(ui)
    });
    let closes = modal.should_close();
    match modal.inner {
        Answer::Waiting if closes => Answer::Closed,
        answer => answer,
    }
}

/// Keeps the window from being worked in while a file is opened.
pub fn opening(ctx: &Context, is_slow: bool, text: &Text) {
    let id = Id::unique("opening");
    let frame = if is_slow { Frame::window(&ctx.global_style()) } else { Frame::NONE };
    let modal = Modal::new(id).frame(frame).backdrop_color(egui::Color32::TRANSPARENT);
    modal.show(ctx, |ui| {
        if is_slow {
            ui.label(text.status_opening());
        }
    });
}

/// The main button of a dialog; Enter presses it as long as nothing else has the keyboard.
pub fn main_button(ui: &mut Ui, label: String) -> bool {
    let button = ui.add(style::main_button(ui, label));
    if ui.is_enabled() && ui.memory(|memory| memory.focused().is_none()) {
        button.request_focus();
    }
    button.clicked()
}

/// The row of buttons below a dialog, from the right: the main one first.
pub fn buttons(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.add_space(12.0);
    ui.with_layout(Layout::right_to_left(Align::Center), add);
}

fn unsaved_ui(
    ctx: &Context,
    title: &str,
    is_never_saved: bool,
    next: &Next,
    text: &Text,
    requests: &mut Vec<Request>,
) -> Answer {
    modal(ctx, &text.unsaved_title(title), 420.0, |ui| {
        let body = if is_never_saved { text.unsaved_body_never() } else { text.unsaved_body() };
        ui.label(body);
        let mut answer = Answer::Waiting;
        buttons(ui, |ui| {
            if main_button(ui, text.unsaved_save()) {
                requests.push(Request::SaveThen(next.clone()));
                answer = Answer::Closed;
            }
            if ui.button(text.dialog_cancel()).clicked() {
                answer = Answer::Closed;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if ui.button(text.unsaved_discard()).clicked() {
                    requests.push(Request::Proceed(next.clone()));
                    answer = Answer::Closed;
                }
            });
        });
        answer
    })
}

fn error_ui(ctx: &Context, title: &str, body: &str, more: Option<&str>, text: &Text) -> Answer {
    modal(ctx, title, 460.0, |ui| {
        body_ui(ui, body);
        if let Some(more) = more {
            ui.label(more);
        }
        let mut answer = Answer::Waiting;
        keep_focus(ui);
        buttons(ui, |ui| {
            if main_button(ui, text.dialog_ok()) {
                answer = Answer::Closed;
            }
        });
        answer
    })
}

/// What happened; as long as it may be, the buttons stay in the window.
fn body_ui(ui: &mut Ui, body: &str) {
    ScrollArea::vertical().max_height(240.0).show(ui, |ui| {
        ui.add(egui::Label::new(body).wrap().selectable(true));
    });
}

fn replace_ui(ctx: &Context, path: &Path, purpose: &Purpose, text: &Text) -> Answer {
    modal(ctx, &text.replace_title(), 420.0, |ui| {
        ui.label(text.replace_body(path.display().to_string()));
        let mut answer = Answer::Waiting;
        buttons(ui, |ui| {
            if main_button(ui, text.replace_replace()) {
                answer = Answer::Replace(path.to_owned(), purpose.clone());
            }
            if ui.button(text.dialog_cancel()).clicked() {
                answer = Answer::Closed;
            }
        });
        answer
    })
}

/// There is only one control: Tab would leave it for the window below.
pub fn keep_focus(ui: &Ui) {
    ui.memory_mut(|memory| memory.move_focus(egui::FocusDirection::None));
}

/// The one button of a dialog that only shows.
pub fn close_button(ui: &mut Ui, text: &Text) -> Answer {
    let mut answer = Answer::Waiting;
    buttons(ui, |ui| {
        if main_button(ui, text.dialog_close()) {
            answer = Answer::Closed;
        }
    });
    answer
}
