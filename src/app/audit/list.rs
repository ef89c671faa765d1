//! The audits of a map: begin one, go on with one, look at one, lay two side by side.

use super::{
    AuditPage, Known, Turn,
    page_part::{column, empty_ui, note_ui, title_ui},
};
use crate::{
    app::{
        date_field::{self, DateLine, date_ui},
        inspector::field::Line,
        request::{Pane, Request},
        style,
    },
    command::{AuditField, Command},
    message,
    method::{audit, walk::walk},
    model::{Audit, AuditId, JourneyMap},
    theme::Tone,
};
use egui::{
    Align, ComboBox, Frame, Id, Layout, Margin, Response, RichText, ScrollArea, Stroke, Ui, Vec2,
};
use lucide_icons::Icon;
use std::sync::Arc;

/// Of what is written on the page, at most.
const WIDEST: f32 = 800.0;

impl AuditPage {
    pub(super) fn list_ui(
        &mut self,
        ui: &mut Ui,
        map: &Arc<JourneyMap>,
        enters: bool,
        pane: &mut Pane<'_>,
    ) -> Option<Turn> {
        let mut turn = None;
        ScrollArea::vertical().id_salt("audits").auto_shrink(false).show(ui, |ui| {
            column(ui, WIDEST, |ui| {
                title_ui(ui, pane.text.action_show_audit(), pane);
                note_ui(ui, pane.text.audit_about(), pane);
                ui.add_space(12.0);
                if !map.touchpoints.iter().any(|card| card.place.cell.is_some()) {
                    empty_ui(ui, &pane.text.audit_empty_map(), None, pane);
                    return;
                }
                // What was broken off comes before what is new.
                let open = map.audits.iter().filter(|audit| !audit.is_done);
                let open = open.max_by_key(|audit| audit.date).map(|audit| audit.id);
                self.begin.ui(ui, map, enters && open.is_none(), pane);
                ui.add_space(20.0);
                if map.audits.is_empty() {
                    return;
                }
                style::section(ui, &pane.text.audit_list());
                let Some(known) = self.known(map) else { return };
                for (it, judged) in &known.audits {
                    let (asked, button) = self.row_ui(ui, map, it, (*judged, known.stops), pane);
                    turn = asked.or(turn.take());
                    if enters && open == Some(it.id) {
                        button.request_focus();
                    }
                }
                self.known = Some(known);
                if map.audits.len() > 1 {
                    ui.add_space(20.0);
                    turn = self.pair_ui(ui, map, pane).or(turn.take());
                }
            });
        });
        turn
    }

    /// What is known of the audits; to be put back.
    fn known(&mut self, map: &Arc<JourneyMap>) -> Option<Known> {
        let is_known = self.known.as_ref().is_some_and(|known| Arc::ptr_eq(&known.map, map));
        if !is_known {
            let stops = walk(map);
            let judged = |it: &Arc<Audit>| (Arc::clone(it), audit::judged(&stops, it));
            let mut audits: Vec<_> = map.audits.iter().rev().map(judged).collect();
            audits.sort_by_key(|(audit, _)| std::cmp::Reverse(audit.date));
            self.known = Some(Known { map: Arc::clone(map), stops: stops.len(), audits });
        }
        self.known.take()
    }

    fn row_ui(
        &mut self,
        ui: &mut Ui,
        map: &JourneyMap,
        it: &Audit,
        (judged, of): (usize, usize),
        pane: &mut Pane<'_>,
    ) -> (Option<Turn>, Response) {
        let text = pane.text;
        let mut turn = None;
        let day = message::day(text, it.date);
        let line = Stroke::new(1.0, style::color(pane.theme, Tone::Line));
        let frame = Frame::new().fill(style::color(pane.theme, Tone::Panel)).stroke(line);
        let frame = frame.corner_radius(8).inner_margin(Margin::symmetric(8, 4));
        let button = frame.show(ui, |ui| {
            let button = ui.horizontal(|ui| {
                ui.set_min_width(ui.available_width());
                self.names_ui(ui, map, it, pane);
                let state = match (it.is_done, judged == of) {
                    (true, _) => text.audit_done(judged, of),
                    (false, _) => text.audit_broken_off(judged, of),
                };
                let tone = style::color(pane.theme, Tone::Secondary);
                ui.label(RichText::new(state).color(tone));
                let right = Layout::right_to_left(Align::Center);
                let buttons = ui.with_layout(right, |ui| {
                    let name = text.audit_delete_of(&day);
                    if style::icon_button_here(ui, Icon::Trash2, &name).clicked() {
                        self.leaving = (self.leaving != Some(it.id)).then_some(it.id);
                    }
                    let name = text.audit_look_of(&day);
                    if ui.button(text.audit_look()).accessible_name(name).clicked() {
                        turn = Some(Turn::Look(it.id));
                    }
                    let (words, name) = if it.is_done {
                        (text.audit_again(), text.audit_again_of(&day))
                    } else {
                        (text.audit_resume(), text.audit_resume_of(&day))
                    };
                    let button = ui.button(words).accessible_name(name);
                    if button.clicked() {
                        turn = Some(Turn::Resume(it.id));
                    }
                    button
                });
                buttons.inner
            });
            if self.leaving == Some(it.id) {
                self.confirm_ui(ui, map, it, pane);
            }
            button.inner
        });
        (turn, button.inner)
    }

    /// The day and who did it, to be changed in place.
    fn names_ui(&mut self, ui: &mut Ui, map: &JourneyMap, it: &Audit, pane: &mut Pane<'_>) {
        let text = pane.text;
        let edit = |field| Command::EditAudit { map: map.id, audit: it.id, field };
        let day = message::day(text, it.date);
        let name = text.audit_date_of(&day);
        let (id, value) = (Id::unique(("audit day", it.id)), Some(it.date));
        let line = DateLine { id, name: &name, value, width: 168.0 };
        // In a place of its own: what follows stands beside its calendar.
        let (_, chosen) = ui.scope(|ui| date_ui(ui, &line, pane)).inner;
        if let Some(Some(chosen)) = chosen {
            pane.run(edit(AuditField::Date(chosen)));
            pane.push(Request::Seal);
        }
        date_field::hold(ui, &line, pane, |day| edit(AuditField::Date(day.unwrap_or(it.date))));
        let size = Vec2::new(144.0, 28.0);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(size);
            ui.set_max_width(size.x);
            let hint = text.audit_by_nobody();
            let line = Line::new(Id::unique(("audit who", it.id)), &it.by, hint);
            let change = |by| Some(edit(AuditField::By(by)));
            let field = self.fields.text_ui(ui, &line, pane, change);
            field.accessible_name(text.audit_by_of(&day));
        });
    }

    fn confirm_ui(&mut self, ui: &mut Ui, map: &JourneyMap, it: &Audit, pane: &mut Pane<'_>) {
        ui.horizontal(|ui| {
            ui.label(pane.text.audit_delete_ask());
            if ui.button(pane.text.audit_delete()).clicked() {
                pane.run(Command::DeleteAudit { map: map.id, audit: it.id });
                pane.push(Request::Seal);
                self.leaving = None;
            }
            if ui.button(pane.text.audit_keep()).clicked() {
                self.leaving = None;
            }
        });
    }

    /// Which two are laid side by side.
    fn pair_ui(&mut self, ui: &mut Ui, map: &JourneyMap, pane: &Pane<'_>) -> Option<Turn> {
        let text = pane.text;
        let mut audits: Vec<&Arc<Audit>> = map.audits.iter().collect();
        audits.sort_by_key(|audit| audit.date);
        // Those that were finished before those that were broken off.
        let mut latest = audits.clone();
        latest.sort_by_key(|audit| audit.is_done);
        let [.., before, after] = latest.as_slice() else { return None };
        let (mut a, mut b) = self.pair.unwrap_or((before.id, after.id));
        style::section(ui, &text.audit_compare());
        note_ui(ui, text.audit_compare_note(), pane);
        let mut turn = None;
        ui.horizontal(|ui| {
            for (id, name, chosen) in
                [("before", text.audit_before(), &mut a), ("after", text.audit_after(), &mut b)]
            {
                choose_ui(ui, id, &name, &audits, chosen, pane);
            }
            let button = egui::Button::new(text.audit_side_by_side());
            if ui.add_enabled(a != b, button).clicked() {
                turn = Some(Turn::Compare(a, b));
            }
        });
        self.pair = Some((a, b));
        turn
    }
}

fn choose_ui(
    ui: &mut Ui,
    id: &str,
    name: &str,
    audits: &[&Arc<Audit>],
    chosen: &mut AuditId,
    pane: &Pane<'_>,
) {
    let shown = audits.iter().find(|audit| audit.id == *chosen);
    let shown = shown.map(|audit| called(audit, pane)).unwrap_or_default();
    ComboBox::from_id_salt(id)
        .width(200.0)
        .icon(style::arrow)
        .selected_text(&shown)
        .truncate()
        .show_ui(ui, |ui| {
            for audit in audits {
                let is_chosen = audit.id == *chosen;
                if ui.selectable_label(is_chosen, called(audit, pane)).clicked() {
                    *chosen = audit.id;
                }
            }
        })
        .response
        .accessible_name(format!("{name}: {shown}"));
}

/// What an audit is called: its day, and who did it.
pub fn called(audit: &Audit, pane: &Pane<'_>) -> String {
    let day = message::day(pane.text, audit.date);
    match audit.by.as_str() {
        "" => day,
        by => pane.text.audit_called(day, by),
    }
}
