//! What floats over the window.

use super::{
    App,
    dialog::{self, Answer, Dialog},
    start,
};
use crate::theme::Theme;
use egui::Ui;

impl App {
    /// What floats: messages, questions, the path field, the hint while a file is dragged in.
    pub(super) fn over(&mut self, ui: &Ui, theme: Theme) {
        let ctx = ui.ctx();
        let is_slow = self.is_opening_slowly(ctx);
        if self.errands.opening.is_some() {
            dialog::opening(ctx, is_slow, &self.text);
        }
        let below = self.covered_below();
        let Self { document, text, requests, toasts, announcer, .. } = self;
        let revision = document.as_ref().map(|document| document.editor.revision());
        toasts.ui(ui, below, revision, text, theme, requests);
        announcer.ui(ctx);
        let Self {
            document,
            settings,
            text,
            requests,
            dialog,
            announcer,
            is_asking,
            errands,
            host,
            ..
        } = self;
        if ctx.input(|input| !input.raw.hovered_files.is_empty()) {
            start::drop_hint(ctx, text, theme);
        }
        if dialog.is_some() && !*is_asking {
            // The keyboard is the dialog's now.
            ctx.memory_mut(|memory| memory.focused().map(|id| memory.surrender_focus(id)));
            if let Some(Dialog::Error { title, body, .. }) = dialog {
                announcer.warn(format!("{title}. {body}"));
            }
        }
        *is_asking = dialog.is_some();
        if let (Some(Dialog::Reviews(dialog)), Some(document)) = (&mut *dialog, &*document) {
            dialog.follow(&document.editor);
        }
        let answer = dialog.as_mut().map(|dialog| dialog.ui(ctx, settings, text, requests));
        let picked = errands.picker.as_mut().map(|picker| picker.ui(ctx, &host.worker, text));
        match answer {
            Some(Answer::Closed) => self.dialog = None,
            Some(Answer::Replace(path, purpose)) => {
                self.dialog = None;
                self.write_to(path, purpose);
            }
            Some(Answer::Waiting) | None => {}
        }
        if let Some(picked) = picked {
            self.picked(ctx, picked);
        }
    }
}
