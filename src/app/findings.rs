//! The findings at the left: what is still open in the project, by kind, each a row that leads to
//! its place. Nothing is asked of anybody; what is not wanted is switched off by kind.
//!
//! One widget has the keyboard, its active descendant is the row that the keyboard is on. Only the
//! rows in view are drawn and have nodes. The project is looked through beside the window: for a
//! moment after a change, the list is that of the state before it.

mod kinds;
mod row;

use super::{
    canvas::Canvas,
    focus,
    job::{Latest, Worker},
    request::{Pane, Request},
    style,
};
use crate::{
    command::{Command, ProjectField},
    editor::{Editor, Selection},
    message::{self, FindingWords},
    method::finding::{Finding, Findings, Thing},
    model::{Date, FindingKind},
    text::Text,
    theme::{Tone, type_size},
};
use egui::{
    Event, EventFilter, Frame, Id, Key, Margin, Panel, Popup, Rect, Response, RichText, Role,
    ScrollArea, Sense, Ui, accesskit::Action as Asked,
};
use std::{collections::HashMap, ops::Range, sync::Arc};

/// Of a heading and of a finding, in points.
const HEADING: f32 = 32.0;
const ROW: f32 = 44.0;

/// The state of the list.
#[derive(Default)]
pub struct FindingsView {
    findings: Findings,
    /// Of a state and a day.
    latest: Latest<(u64, Date), Findings>,
    /// The project was looked through once.
    is_there: bool,
    rows: Vec<Row>,
    /// Where each row begins, and where the last one ends.
    tops: Vec<f32>,
    /// What is said of the rows that were drawn, and in which words.
    words: HashMap<usize, Arc<FindingWords>>,
    text: usize,
    /// The row that the keyboard is on: a finding, where there is one.
    cursor: usize,
    wants_focus: bool,
    /// The cursor's row is to come into view.
    wants_view: bool,
    /// What was in view in the last frame, in points from the first row.
    seen: Range<f32>,
}

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    /// A kind, and how many there are of it.
    Kind(FindingKind, usize),
    Finding(Finding),
}

impl FindingsView {
    /// The widget that has the keyboard.
    pub fn id() -> Id {
        Id::unique("findings")
    }

    /// Gets the keyboard in the next frame.
    pub fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.findings.list().len()
    }

    /// Brings the list up to date with the project and the day, as soon as it is known.
    pub fn follow(&mut self, editor: &Editor, today: Date, text: &Text, worker: &Worker) {
        let found = self.latest.follow((editor.revision(), today), worker, || {
            let (mut findings, project) = (self.findings.clone(), editor.project().clone());
            move || {
                findings.follow(&project, today);
                findings
            }
        });
        let has_changed = found.is_some();
        if let Some(findings) = found {
            (self.findings, self.is_there) = (findings, true);
        }
        let text = std::ptr::from_ref(text).addr();
        if has_changed || text != self.text {
            self.text = text;
            self.words.clear();
        }
        if has_changed {
            let before = self.rows.get(self.cursor).copied();
            self.arrange();
            let same = before.and_then(|row| self.rows.iter().position(|it| *it == row));
            self.cursor = same.unwrap_or_else(|| self.finding_at_or_after(self.cursor));
        }
    }

    fn arrange(&mut self) {
        self.rows.clear();
        for kind in self.findings.list().chunk_by(|a, b| a.kind == b.kind) {
            let first = kind.first().map(|first| Row::Kind(first.kind, kind.len()));
            self.rows.extend(first.into_iter().chain(kind.iter().copied().map(Row::Finding)));
        }
        self.tops.clear();
        let mut top = 0.0;
        for row in &self.rows {
            self.tops.push(top);
            top += match row {
                Row::Kind(..) => HEADING,
                Row::Finding(_) => ROW,
            };
        }
        self.tops.push(top);
    }

    /// The row itself if it is a finding, else the next that is, else the last.
    fn finding_at_or_after(&self, at: usize) -> usize {
        let is_finding = |&at: &usize| matches!(self.rows.get(at), Some(Row::Finding(_)));
        (at..self.rows.len()).find(is_finding).unwrap_or(self.rows.len().saturating_sub(1))
    }

    /// Draws the list.
    pub fn ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) {
        let frame = Frame::new().inner_margin(Margin::symmetric(12, 8));
        Panel::bottom("kinds of findings").frame(frame).show(ui, |ui| kinds::kinds_ui(ui, pane));
        egui::CentralPanel::no_frame().show(ui, |ui| {
            if !self.rows.is_empty() {
                self.list_ui(ui, pane);
            } else if self.is_there {
                self.nothing_ui(ui, pane);
            }
        });
    }

    /// Nothing was found; the keyboard can come here all the same.
    fn nothing_ui(&mut self, ui: &mut Ui, pane: &Pane<'_>) {
        let text = pane.text;
        let all = pane.editor.project().silent.is_empty();
        let words = if all { text.findings_none() } else { text.findings_none_shown() };
        if std::mem::take(&mut self.wants_focus)
            && let Some(button) = kinds::id(ui)
        {
            ui.memory_mut(|memory| memory.request_focus(button));
        }
        Frame::new().inner_margin(Margin::symmetric(12, 16)).show(ui, |ui| {
            ui.label(words);
            let tone = style::color(pane.theme, Tone::Secondary);
            let note = RichText::new(text.findings_none_note()).size(type_size::SMALL).color(tone);
            ui.label(note);
        });
    }

    fn list_ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) {
        let rect = ui.available_rect_before_wrap();
        let response = ui.interact(rect, Self::id(), Sense::FOCUSABLE);
        ui.accesskit_node_builder(Self::id(), |node| {
            node.set_role(Role::ListBox);
            node.set_label(pane.text.findings());
            node.set_size_of_set(self.count());
        });
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
            self.wants_view = true;
        }
        if response.has_focus() {
            let filter = EventFilter {
                tab: false,
                horizontal_arrows: false,
                vertical_arrows: true,
                escape: true,
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(Self::id(), filter));
            self.keys(ui, pane);
        }
        self.take_requests(ui, pane);
        self.rows_ui(ui, pane, response.has_focus());
        let active = row::id(self.cursor);
        if ui.ctx().has_accesskit_node(active) {
            ui.accesskit_node_builder(Self::id(), |node| {
                node.set_active_descendant(active.accesskit_id());
            });
        }
    }

    fn keys(&mut self, ui: &Ui, pane: &mut Pane<'_>) {
        let pressed = ui.input(|input| {
            let keys = input.events.iter().filter_map(|event| match event {
                Event::Key { key, pressed: true, modifiers, .. } if modifiers.is_none() => {
                    Some(*key)
                }
                _ => None,
            });
            keys.collect::<Vec<_>>()
        });
        for key in pressed {
            match key {
                Key::ArrowDown => self.walk(1),
                Key::ArrowUp => self.walk(-1),
                Key::PageDown => self.walk(self.page()),
                Key::PageUp => self.walk(-self.page()),
                Key::Home => self.walk(isize::MIN),
                Key::End => self.walk(isize::MAX),
                Key::Enter | Key::Space => self.jump(self.cursor, pane),
                Key::Escape => ui.memory_mut(|memory| memory.request_focus(Canvas::id())),
                _ => {}
            }
        }
    }

    /// The cursor goes so many rows on, over the headings.
    fn walk(&mut self, by: isize) {
        let last = self.rows.len().saturating_sub(1);
        let to = self.cursor.saturating_add_signed(by).min(last);
        let is_finding = |&at: &usize| matches!(self.rows.get(at), Some(Row::Finding(_)));
        let (on, back) = (|| (to..=last).find(is_finding), || (0..=to).rev().find(is_finding));
        let found = if by > 0 { on().or_else(back) } else { back().or_else(on) };
        self.cursor = found.unwrap_or(self.cursor);
        self.wants_view = true;
    }

    /// How many rows a page has.
    #[expect(clippy::cast_possible_truncation, reason = "a window has few rows")]
    fn page(&self) -> isize {
        (((self.seen.end - self.seen.start) / ROW) as isize - 1).max(1)
    }

    /// To the place of a finding, on whichever map.
    fn jump(&mut self, at: usize, pane: &mut Pane<'_>) {
        let Some(Row::Finding(finding)) = self.rows.get(at) else { return };
        self.cursor = at;
        if let Some(map) = finding.map {
            pane.push(Request::ShowMap(map));
        }
        pane.push(Request::GoTo(selection(finding.thing)));
    }

    /// What an assistive technology asked of a row.
    fn take_requests(&mut self, ui: &Ui, pane: &mut Pane<'_>) {
        for (action, target) in focus::asked(ui) {
            let mut drawn = self.in_view();
            let Some(at) = drawn.find(|&at| row::id(at).accesskit_id() == target) else { continue };
            match action {
                Asked::Click => self.jump(at, pane),
                Asked::Focus => {
                    self.cursor = at;
                    ui.memory_mut(|memory| memory.request_focus(Self::id()));
                }
                _ => {}
            }
        }
    }

    /// The rows that were in view in the last frame, and one beside them at each side.
    fn in_view(&self) -> Range<usize> {
        let first = self.tops.partition_point(|&top| top <= self.seen.start).saturating_sub(2);
        let end = self.tops.partition_point(|&top| top < self.seen.end) + 1;
        first..end.min(self.rows.len())
    }

    fn rows_ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>, has_focus: bool) {
        let mut area = ScrollArea::vertical().id_salt("findings").auto_shrink(false);
        if std::mem::take(&mut self.wants_view)
            && let Some(offset) = self.offset()
        {
            area = area.vertical_scroll_offset(offset);
        }
        let height = self.tops.last().copied().unwrap_or_default();
        area.show_viewport(ui, |ui, view| {
            ui.set_height(height);
            self.seen = view.min.y..view.max.y;
            let (top, across) = (ui.min_rect().top(), ui.max_rect().x_range());
            let mut drawn: Vec<usize> = self.in_view().collect();
            if !drawn.contains(&self.cursor) {
                drawn.push(self.cursor);
            }
            for at in drawn {
                let Some(y) = self.tops.get(at..at + 2) else { continue };
                let &[from, to] = y else { continue };
                let rect = Rect::from_x_y_ranges(across, top + from..=top + to);
                self.row_ui(ui, at, rect, pane, has_focus);
            }
        });
    }

    /// Where the list has to be scrolled for the cursor to be in view, if it has to; with the
    /// heading, if the row is the first below one.
    fn offset(&self) -> Option<f32> {
        let above = self.cursor.checked_sub(1);
        let has_heading = above.is_some_and(|at| matches!(self.rows.get(at), Some(Row::Kind(..))));
        let first = if has_heading { self.cursor - 1 } else { self.cursor };
        let (top, bottom) = (*self.tops.get(first)?, *self.tops.get(self.cursor + 1)?);
        let height = self.seen.end - self.seen.start;
        if height < ROW {
            None
        } else if top < self.seen.start {
            Some(top)
        } else {
            (bottom > self.seen.end).then_some(bottom - height)
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, at: usize, rect: Rect, pane: &mut Pane<'_>, has_focus: bool) {
        match self.rows.get(at).copied() {
            Some(Row::Kind(kind, count)) => {
                let response = row::heading_ui(ui, at, rect, (kind, count), pane);
                kind_menu(&response, kind, pane);
            }
            Some(Row::Finding(finding)) => {
                let words = self.words_of(at, &finding, pane);
                let look = row::Look { at, finding, words: &words, has_focus };
                let response = look.ui(ui, rect, at == self.cursor, pane);
                if response.clicked() {
                    self.jump(at, pane);
                    ui.memory_mut(|memory| memory.request_focus(Self::id()));
                }
                kind_menu(&response, finding.kind, pane);
            }
            None => {}
        }
    }

    fn words_of(&mut self, at: usize, finding: &Finding, pane: &Pane<'_>) -> Arc<FindingWords> {
        let make = || message::finding(pane.text, pane.editor.project(), finding).into();
        self.words.entry(at).or_insert_with(make).clone()
    }
}

/// What can be done with a kind where it stands.
fn kind_menu(response: &Response, kind: FindingKind, pane: &mut Pane<'_>) {
    Popup::context_menu(response).style(style::menu).show(|ui| {
        let name = message::finding_kind(pane.text, kind);
        if ui.button(pane.text.findings_hide(name)).clicked() {
            switch(kind, false, pane);
        }
    });
}

/// Switches a kind on or off in the project.
fn switch(kind: FindingKind, is_on: bool, pane: &mut Pane<'_>) {
    pane.run(Command::EditProject(ProjectField::Finding(kind, is_on)));
    pane.push(Request::Seal);
}

/// What is selected to look at a finding.
fn selection(thing: Thing) -> Selection {
    match thing {
        Thing::Project => Selection::Project,
        Thing::Stage(id) => Selection::Stage(id),
        Thing::Step(id) => Selection::Step(id),
        Thing::Touchpoint(id) | Thing::Task(id, _) => Selection::touchpoint(id),
        Thing::Link(id) => Selection::Link(id),
    }
}
