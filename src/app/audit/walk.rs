//! The walk of an audit: one touchpoint with full attention, and the keys that are enough for it.

mod card;

use self::card::{KEYS, Rows};
use super::{
    Turn, list,
    page_part::{column, note_ui, title_ui},
};
use crate::{
    app::{
        focus,
        inspector::field::Fields,
        page::Page,
        rating,
        request::{Pane, Request},
        style,
        text_field::Composing,
    },
    command::{AuditField, Command, Judgement},
    editor::Selection,
    method::{
        audit::{goes_on_at, judged},
        walk::{Stop, walk},
    },
    model::{Audit, AuditId, JourneyMap, Touchpoint, TouchpointId},
    theme::{Tone, type_size},
};
use egui::{Align, Id, Key, Layout, Modifiers, RichText, ScrollArea, Ui, Vec2, WidgetInfo};
use std::sync::Arc;

/// Of what is written, at most.
const WIDEST: f32 = 720.0;

/// A walk that is under way.
pub struct Walk {
    audit: AuditId,
    /// The touchpoint that is judged now; `None`: all were gone through.
    card: Option<TouchpointId>,
    begins: bool,
    way: Option<Way>,
    rows: Rows,
    composing: Composing,
}

/// The way through a map, made anew when the map changes.
struct Way {
    map: Arc<JourneyMap>,
    stops: Vec<Stop>,
    /// How many of them are judged.
    judged: usize,
}

/// What a key or a button asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Next,
    Back,
    AsItIs,
    Note,
    Map,
    List,
    Finish,
}

impl Walk {
    /// Goes on where the audit was broken off.
    pub fn new(audit: AuditId) -> Self {
        let (rows, composing) = (Rows::default(), Composing::default());
        Self { audit, card: None, begins: true, way: None, rows, composing }
    }

    pub fn audit(&self) -> AuditId {
        self.audit
    }

    pub fn ui(
        &mut self,
        ui: &mut Ui,
        map: &Arc<JourneyMap>,
        fields: &mut Fields,
        pane: &mut Pane<'_>,
    ) -> Option<Turn> {
        let audit = map.audits.iter().find(|audit| audit.id == self.audit)?;
        if self.way.as_ref().is_none_or(|way| !Arc::ptr_eq(&way.map, map)) {
            let stops = walk(map);
            let judged = judged(&stops, audit);
            self.way = Some(Way { map: Arc::clone(map), stops, judged });
        }
        let way = self.way.take()?;
        let stops = &way.stops;
        let at = self.place(stops, audit, pane);
        let mut step = self.keys(ui, at.is_some());
        ScrollArea::vertical().id_salt("audit walk").auto_shrink(false).show(ui, |ui| {
            column(ui, WIDEST, |ui| {
                let asked = head_ui(ui, audit, &way, at, pane);
                step = step.or(asked);
                let asked = match at.and_then(|at| Some((at, stops.get(at)?))) {
                    Some((at, stop)) => {
                        self.rows.ui(ui, map, audit, stop, fields, pane);
                        buttons_ui(ui, at, pane)
                    }
                    None => end_ui(ui, &way, pane),
                };
                step = step.or(asked);
            });
        });
        let turn = self.take(ui, map, audit, stops, at, step, pane);
        self.way = Some(way);
        turn
    }

    /// The stop of the touchpoint that is judged now. One that has gone is passed over.
    fn place(&mut self, stops: &[Stop], audit: &Audit, pane: &mut Pane<'_>) -> Option<usize> {
        let find = |card| stops.iter().position(|stop| stop.card.id == card);
        let at = self.card.and_then(find);
        let is_lost = self.card.is_some() && at.is_none();
        if std::mem::take(&mut self.begins) || is_lost {
            // All judged: to be looked through from the start.
            let at = goes_on_at(stops, audit).or((!stops.is_empty() && !is_lost).then_some(0));
            self.go(stops, at, pane);
            return at;
        }
        at
    }

    fn go(&mut self, stops: &[Stop], at: Option<usize>, pane: &mut Pane<'_>) {
        self.card = at.and_then(|at| stops.get(at)).map(|stop| stop.card.id);
        self.rows.begin();
        if let Some(card) = self.card {
            pane.push(Request::Seal);
            pane.push(Request::Select(Selection::touchpoint(card)));
        }
    }

    /// The keys of the walk, before anything else sees them.
    fn keys(&mut self, ui: &Ui, is_on_way: bool) -> Option<Step> {
        let is_composing = self.composing.has_keys(ui);
        let has = |id: Id| ui.memory(|memory| memory.has_focus(id));
        let is_home = has(Page::Audit.id());
        let is_in_note = has(card::note_id());
        let is_in_rows = self.rows.has_focus(ui);
        let ids: Vec<Id> = self.rows.ids().chain([Page::Audit.id()]).collect();
        if focus::leaves(ui, &ids) {
            return Some(Step::Map);
        }
        if is_composing || !(is_home || is_in_note || is_in_rows) {
            return None;
        }
        let pressed =
            |modifiers, key| ui.input_mut(|input| rating::take_key(input, modifiers, key));
        // In the note, it is a line break.
        if !is_in_note && pressed(Modifiers::SHIFT, Key::Enter) {
            return Some(Step::Back);
        }
        if pressed(Modifiers::NONE, Key::Enter) {
            return Some(if is_on_way { Step::Next } else { Step::Finish });
        }
        if pressed(Modifiers::NONE, Key::PageDown) {
            return Some(Step::Next);
        }
        if pressed(Modifiers::NONE, Key::PageUp) {
            return Some(Step::Back);
        }
        if is_in_note {
            return None;
        }
        if pressed(Modifiers::NONE, Key::A) {
            return Some(Step::AsItIs);
        }
        pressed(Modifiers::NONE, Key::N).then_some(Step::Note)
    }

    #[expect(clippy::too_many_arguments, reason = "the one place where a step is taken")]
    fn take(
        &mut self,
        ui: &Ui,
        map: &JourneyMap,
        audit: &Audit,
        stops: &[Stop],
        at: Option<usize>,
        step: Option<Step>,
        pane: &mut Pane<'_>,
    ) -> Option<Turn> {
        let last = stops.len().checked_sub(1);
        match step? {
            Step::Next => match at {
                Some(at) if Some(at) < last => self.go(stops, Some(at + 1), pane),
                Some(_) => self.go(stops, None, pane),
                None => {}
            },
            Step::Back => match at {
                Some(at) => self.go(stops, Some(at.saturating_sub(1)), pane),
                None => self.go(stops, last, pane),
            },
            Step::AsItIs => {
                if let Some(stop) = at.and_then(|at| stops.get(at)) {
                    as_it_is(map, audit, &stop.card, pane);
                }
            }
            Step::Note => {
                ui.memory_mut(|memory| memory.request_focus(card::note_id()));
                ui.request_repaint();
            }
            Step::Map => super::to_map(pane),
            Step::List => return Some(Turn::List),
            Step::Finish => {
                if !audit.is_done {
                    let field = AuditField::IsDone(true);
                    pane.run(Command::EditAudit { map: map.id, audit: audit.id, field });
                    pane.push(Request::Seal);
                }
                return Some(Turn::List);
            }
        }
        None
    }
}

/// Judges a touchpoint as it is, where there is something that it is.
fn as_it_is(map: &JourneyMap, audit: &Audit, card: &Touchpoint, pane: &mut Pane<'_>) {
    if card.mark.is_none() && card.qualities.scores().0.is_empty() {
        pane.push(Request::Say(pane.text.audit_as_it_is_nothing()));
        return;
    }
    pane.run(Command::judge(map.id, audit, card, Judgement::AsItIs));
    pane.push(Request::Seal);
}

/// Back, as it is, next; and the keys that do it all.
fn buttons_ui(ui: &mut Ui, at: usize, pane: &Pane<'_>) -> Option<Step> {
    let text = pane.text;
    let mut step = None;
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let back = ui.add_enabled(at > 0, egui::Button::new(text.audit_back()));
        let as_it_is = ui.button(text.audit_as_it_is());
        let as_it_is = as_it_is.on_hover_text(text.audit_as_it_is_note());
        let next = ui
            .with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add(style::main_button(ui, text.audit_next()))
            })
            .inner;
        for (button, asked) in [(back, Step::Back), (as_it_is, Step::AsItIs), (next, Step::Next)] {
            rating::own_digits(ui.ctx(), button.id);
            if button.clicked() {
                step = Some(asked);
            }
        }
    });
    ui.add_space(4.0);
    let ink = style::color(pane.theme, Tone::Secondary);
    let keys = KEYS.map(|(keys, words)| format!("{keys} {}", words(text))).join(" · ");
    let keys = format!("{keys} · {}", text.audit_key_before());
    ui.add(egui::Label::new(RichText::new(keys).size(type_size::SMALL).color(ink)).wrap());
    step
}

/// Back to the list, which audit it is, how far it is.
fn head_ui(
    ui: &mut Ui,
    audit: &Audit,
    way: &Way,
    at: Option<usize>,
    pane: &Pane<'_>,
) -> Option<Step> {
    let text = pane.text;
    let mut step = None;
    let of = way.stops.len();
    let progress = at.map(|at| text.audit_progress(at + 1, of));
    ui.horizontal(|ui| {
        let button = ui.button(text.audit_to_list());
        rating::own_digits(ui.ctx(), button.id);
        if button.clicked() {
            step = Some(Step::List);
        }
        let ink = style::color(pane.theme, Tone::Secondary);
        ui.label(RichText::new(list::called(audit, pane)).color(ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(progress) = &progress {
                let font = style::font(crate::font::Weight::Medium, type_size::LARGE);
                ui.label(RichText::new(progress).font(font));
            }
        });
    });
    bar_ui(ui, way.judged, of, pane);
    step
}

/// How many are judged, as a bar.
fn bar_ui(ui: &mut Ui, judged: usize, of: usize, pane: &Pane<'_>) {
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), 4.0));
    let response = ui.interact(rect, Id::unique("audit progress"), egui::Sense::hover());
    let name = pane.text.audit_judged(judged, of);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ProgressIndicator, true, &name));
    let tone = |tone| style::color(pane.theme, tone);
    ui.painter().rect_filled(rect, 2.0, tone(Tone::Line));
    let part = if of == 0 { 0.0 } else { style::number(judged) / style::number(of) };
    let full = egui::Rect::from_min_size(rect.min, Vec2::new(rect.width() * part, 4.0));
    ui.painter().rect_filled(full, 2.0, tone(Tone::Accent));
}

/// After the last touchpoint.
fn end_ui(ui: &mut Ui, way: &Way, pane: &Pane<'_>) -> Option<Step> {
    let text = pane.text;
    let mut step = None;
    let (judged, of) = (way.judged, way.stops.len());
    ui.add_space(24.0);
    title_ui(ui, text.audit_end(), pane);
    note_ui(ui, text.audit_judged(judged, of), pane);
    if judged < of {
        note_ui(ui, text.audit_left_out(of - judged), pane);
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let back = ui.button(text.audit_back());
        let finish = ui.add(style::main_button(ui, text.audit_finish()));
        for (button, asked) in [(back, Step::Back), (finish, Step::Finish)] {
            rating::own_digits(ui.ctx(), button.id);
            if button.clicked() {
                step = Some(asked);
            }
        }
    });
    step
}
