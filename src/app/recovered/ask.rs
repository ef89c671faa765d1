//! Questions about work that was recovered.

use crate::{
    app::{
        dialog::{Answer, buttons, modal},
        request::Request,
        words,
    },
    model::Difference,
    text::Text,
};
use egui::{Align, Context, Layout};
use std::path::Path;

/// The question before work is given up for good.
pub fn discard_ui(
    ctx: &Context,
    title: &str,
    folder: &Path,
    text: &Text,
    requests: &mut Vec<Request>,
) -> Answer {
    modal(ctx, &text.recovered_discard_title(title), 420.0, |ui| {
        ui.label(text.recovered_discard_body());
        let mut answer = Answer::Waiting;
        buttons(ui, |ui| {
            if ui.button(text.dialog_cancel()).clicked() {
                answer = Answer::Closed;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if ui.button(text.recovered_discard()).clicked() {
                    requests.push(Request::DiscardLeft(folder.to_owned()));
                    answer = Answer::Closed;
                }
            });
        });
        answer
    })
}

/// What differs between the file and what is open.
pub fn differs_ui(ctx: &Context, difference: &Difference, text: &Text) -> Answer {
    modal(ctx, &text.differs_title(), 420.0, |ui| {
        if difference.is_none() {
            ui.label(text.differs_none());
        } else {
            ui.label(text.differs_body(words::difference(text, difference)));
        }
        let mut answer = Answer::Waiting;
        buttons(ui, |ui| {
            if ui.button(text.dialog_close()).clicked() {
                answer = Answer::Closed;
            }
        });
        answer
    })
}
