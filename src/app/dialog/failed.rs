//! What can be done where a project could not be saved or opened.

use super::{Answer, body_ui, buttons, main_button, modal};
use crate::{
    app::request::{Next, Request},
    text::Text,
};
use egui::{Align, Context, Layout};
use std::path::Path;

/// A project was not saved: again, or elsewhere.
pub(super) fn save_ui(
    ctx: &Context,
    body: &str,
    path: &Path,
    then: Option<&Next>,
    text: &Text,
    requests: &mut Vec<Request>,
) -> Answer {
    modal(ctx, &text.error_save_title(), 460.0, |ui| {
        body_ui(ui, body);
        ui.label(text.error_save_more());
        let mut chosen = None;
        buttons(ui, |ui| {
            if main_button(ui, text.error_save_again()) {
                chosen = Some(Some(Request::SaveTo(path.to_owned(), then.cloned())));
            }
            if ui.button(text.error_save_elsewhere()).clicked() {
                chosen = Some(Some(Request::SaveElsewhere(then.cloned())));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if ui.button(text.dialog_cancel()).clicked() {
                    chosen = Some(None);
                }
            });
        });
        chosen.map_or(Answer::Waiting, |request| {
            requests.extend(request);
            Answer::Closed
        })
    })
}

/// A save does not end: wait, save elsewhere, or leave the work on this computer.
pub(super) fn slow_ui(
    ctx: &Context,
    title: &str,
    next: &Next,
    text: &Text,
    requests: &mut Vec<Request>,
) -> Answer {
    modal(ctx, &text.slow_save_title(title), 460.0, |ui| {
        ui.label(text.slow_save_body());
        let mut answer = Answer::Waiting;
        buttons(ui, |ui| {
            if main_button(ui, text.slow_save_wait()) {
                answer = Answer::Closed;
            }
            if ui.button(text.error_save_elsewhere()).clicked() {
                requests.push(Request::SaveElsewhere(Some(next.clone())));
                answer = Answer::Closed;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if ui.button(text.slow_save_leave()).clicked() {
                    requests.push(Request::LeaveKept(next.clone()));
                    answer = Answer::Closed;
                }
            });
        });
        answer
    })
}

/// A project was not opened: an earlier version, or what can be read of it.
pub(super) fn open_ui(
    ctx: &Context,
    body: &str,
    path: &Path,
    (has_versions, readable): (bool, Option<(usize, usize)>),
    text: &Text,
    requests: &mut Vec<Request>,
) -> Answer {
    modal(ctx, &text.error_open_title(), 460.0, |ui| {
        body_ui(ui, body);
        if has_versions {
            ui.label(text.open_failed_versions());
        }
        if let Some((cards, stages)) = readable {
            ui.label(text.open_failed_salvage(cards, stages));
        }
        let mut chosen = None;
        buttons(ui, |ui| {
            if has_versions && main_button(ui, text.action_earlier_versions()) {
                chosen = Some(Some(Request::ShowVersions(path.to_owned())));
            }
            if readable.is_some() {
                let label = text.open_failed_bring_back();
                let clicked =
                    if has_versions { ui.button(label).clicked() } else { main_button(ui, label) };
                if clicked {
                    chosen = Some(Some(Request::Ask(Next::Salvage(path.to_owned()))));
                }
            }
            if !has_versions && readable.is_none() {
                if main_button(ui, text.dialog_ok()) {
                    chosen = Some(None);
                }
                return;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if ui.button(text.dialog_close()).clicked() {
                    chosen = Some(None);
                }
            });
        });
        chosen.map_or(Answer::Waiting, |request| {
            requests.extend(request);
            Answer::Closed
        })
    })
}
