//! A project that is only to be looked at: somebody else is editing its file, or a newer version of
//! the program wrote it. Nothing in it changes, nothing is written over; a copy can be saved.

use super::{
    answer_bar::AnswerBar,
    dialog::{Answer, buttons, main_button, modal},
    document::file_name,
    moment::in_sentence,
    request::{Next, Pane, Request},
};
use crate::{editor::Action, file::Owner, message, text::Text, theme::Tone};
use egui::{Context, Layout, Ui};
use lucide_icons::Icon;
use std::{
    path::Path,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// Why a project is only to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadOnly {
    /// Somebody else has the file open.
    Held(Owner),
    /// It was written by a newer version of the program, in a format that this one does not know.
    Newer { format: u32 },
}

/// The bar over a project that is only to be looked at.
pub fn bar_ui(ui: &mut Ui, why: &ReadOnly, path: &Path, pane: &mut Pane<'_>) {
    let (text, name) = (pane.text, file_name(path));
    let mut answers = vec![(text.read_only_copy(), Request::Perform(Action::SaveAs))];
    let words = match why {
        ReadOnly::Held(owner) => {
            answers.push((text.held_edit(), Request::Ask(Next::OpenAllTheSame(path.to_owned()))));
            text.read_only_held(who_has_it(text, owner, &name))
        }
        ReadOnly::Newer { format } => text.read_only_newer(name, *format),
    };
    let tones = (Tone::Accent, Tone::AccentSoft);
    AnswerBar { id: "read only", icon: Icon::Lock, tones, words, answers }.ui(ui, pane);
}

/// Who has a file open, and since when.
pub fn who_has_it(text: &Text, owner: &Owner, file: &str) -> String {
    let since = UNIX_EPOCH.checked_add(Duration::from_secs(owner.since));
    let since = in_sentence(text, since.unwrap_or(UNIX_EPOCH), SystemTime::now());
    let me = Owner::me();
    if owner.user == me.user && owner.host == me.host {
        text.held_here(file, since)
    } else if owner.user.is_empty() {
        text.held_on(&owner.host, file, since)
    } else {
        text.held_by(&owner.user, &owner.host, file, since)
    }
}

/// The question before a file is opened that somebody else is editing.
pub fn held_ui(
    ctx: &Context,
    path: &Path,
    owner: &Owner,
    text: &Text,
    requests: &mut Vec<Request>,
) -> Answer {
    let name = file_name(path);
    modal(ctx, &text.held_title(&name), 600.0, |ui| {
        let who = message::capitalized(&who_has_it(text, owner, &name));
        ui.label(text.held_body(who));
        let mut next = None;
        let mut answer = Answer::Waiting;
        buttons(ui, |ui| {
            if main_button(ui, text.held_look()) {
                next = Some(Next::OpenToLook(path.to_owned()));
            }
            if ui.button(text.held_copy()).clicked() {
                next = Some(Next::OpenCopy(path.to_owned()));
            }
            ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                if ui.button(text.dialog_cancel()).clicked() {
                    answer = Answer::Closed;
                }
                if ui.button(text.held_edit()).clicked() {
                    next = Some(Next::OpenAllTheSame(path.to_owned()));
                }
            });
        });
        if let Some(next) = next {
            requests.push(Request::Proceed(next));
            answer = Answer::Closed;
        }
        answer
    })
}
