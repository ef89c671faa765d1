//! What can be done where a project could not be saved or opened.

use super::{Answer, Offers, body_ui, buttons, main_button, modal};
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

/// A project was not opened: what was left unsaved of it, an earlier version, or what can be read of
/// it.
pub(super) fn open_ui(
    ctx: &Context,
    body: &str,
    path: &Path,
    offers: &Offers,
    text: &Text,
    requests: &mut Vec<Request>,
) -> Answer {
    let Offers { left, has_versions, readable } = offers;
    let mut choices = Vec::new();
    if let Some(folder) = left {
        let open = Request::Ask(Next::OpenLeft(folder.clone()));
        choices.push((text.open_failed_left(), text.open_failed_open_left(), open));
    }
    if *has_versions {
        let show = Request::ShowVersions(path.to_owned());
        choices.push((text.open_failed_versions(), text.action_earlier_versions(), show));
    }
    if let Some((cards, stages)) = *readable {
        let salvage = Request::Ask(Next::Salvage(path.to_owned()));
        let words = text.open_failed_salvage(cards, stages);
        choices.push((words, text.open_failed_bring_back(), salvage));
    }
    let width = if choices.len() > 2 { 680.0 } else { 460.0 };
    modal(ctx, &text.error_open_title(), width, |ui| {
        body_ui(ui, body);
        let mut labels = Vec::new();
        for (words, label, request) in choices {
            ui.label(words);
            labels.push((label, request));
        }
        let mut chosen = None;
        buttons(ui, |ui| {
            if labels.is_empty() && main_button(ui, text.dialog_ok()) {
                chosen = Some(None);
            }
            let has_choice = !labels.is_empty();
            for (at, (label, request)) in labels.into_iter().enumerate() {
                // The likeliest comes first.
                let clicked =
                    if at == 0 { main_button(ui, label) } else { ui.button(label).clicked() };
                if clicked {
                    chosen = Some(Some(request));
                }
            }
            if has_choice {
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    if ui.button(text.dialog_close()).clicked() {
                        chosen = Some(None);
                    }
                });
            }
        });
        chosen.map_or(Answer::Waiting, |request| {
            requests.extend(request);
            Answer::Closed
        })
    })
}
