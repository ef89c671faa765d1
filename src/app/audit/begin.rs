//! The begin of an audit: who does it, on which day.

use super::page_part;
use crate::{
    app::{
        date_field::{DateLine, date_ui},
        request::{Pane, Request},
        style,
    },
    model::{AuditId, Date, JourneyMap, limit},
};
use egui::{Align2, Id, TextEdit, Ui, Vec2};

/// What is typed so far.
#[derive(Default)]
pub struct Begin {
    by: Option<String>,
    /// `None`: today.
    date: Option<Date>,
    /// An audit was asked for; so many the map had before.
    asked: Option<usize>,
}

impl Begin {
    /// The audit that was asked for, once it is in the map.
    pub fn begun(&mut self, map: &JourneyMap) -> Option<AuditId> {
        let before = self.asked.take()?;
        map.audits.get(before).map(|audit| audit.id)
    }

    /// Who, when, and the button.
    pub fn ui(&mut self, ui: &mut Ui, map: &JourneyMap, enters: bool, pane: &mut Pane<'_>) {
        let text = pane.text;
        let last = map.audits.last().map(|audit| audit.by.as_str());
        let known = last.unwrap_or(&pane.editor.project().owner);
        let by = self.by.get_or_insert_with(|| known.to_owned());
        let day = self.date.unwrap_or(pane.today);
        let mut wants = false;
        ui.horizontal(|ui| {
            let label = ui.label(text.audit_by());
            let id = Id::unique("audit by");
            let field = TextEdit::singleline(by).id(id).char_limit(limit::LINE);
            let field = field.hint_text(text.audit_by_hint()).desired_width(200.0);
            let field = field.align(Align2::LEFT_CENTER);
            let response = ui.add(field.min_size(Vec2::new(0.0, 28.0))).labelled_by(label.id);
            wants |= response.lost_focus() && ui.input(|it| it.key_pressed(egui::Key::Enter));
            ui.add_space(8.0);
            ui.label(text.audit_date());
            let name = text.audit_date();
            let (id, value) = (Id::unique("audit date"), Some(day));
            let line = DateLine { id, name: &name, value, width: 168.0 };
            // In a place of its own: what follows stands beside its calendar.
            let (_, chosen) = ui.scope(|ui| date_ui(ui, &line, pane)).inner;
            if let Some(Some(chosen)) = chosen {
                self.date = Some(chosen);
            }
            ui.add_space(8.0);
            let button = ui.add(style::main_button(ui, text.audit_begin()));
            wants |= button.clicked();
            if enters {
                button.request_focus();
            }
            if wants {
                let (by, date) = (by.trim().to_owned(), self.date.unwrap_or(day));
                pane.push(Request::BeginAudit { by, date });
                self.asked = Some(map.audits.len());
            }
        });
        if self.asked.is_some() {
            (self.by, self.date) = (None, None);
        }
        page_part::note_ui(ui, text.audit_begin_note(), pane);
    }
}
