//! The keyboard in the table.

use super::{ROW_HEIGHT, TablePage, cell, header::NARROWEST};
use crate::{
    app::{
        page::Page,
        request::{Pane, Request},
    },
    command::TouchpointField,
    editor::Action,
    method::table::Column,
    model::Score,
};
use egui::{Event, EventFilter, Key, Modifiers, Response, Ui};

/// What a key adds to the width of a column, in points.
const WIDER: f32 = 16.0;

impl TablePage {
    /// Takes the keys of the table while it has them.
    pub(super) fn take_keys(&mut self, ui: &Ui, home: &Response, pane: &mut Pane<'_>) {
        if !home.has_focus() || self.edit.is_some() {
            return;
        }
        let filter = EventFilter {
            tab: false,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(Page::Table.id(), filter));
        let page = isize::try_from(super::index(home.rect.height() - 2.0 * ROW_HEIGHT));
        // Several keys can come in one frame, and what they select is known after it.
        self.moved_to = None;
        for event in ui.input(|input| input.events.clone()) {
            if let Event::Key { key, pressed: true, modifiers, .. } = event {
                self.key(ui, key, modifiers, page.unwrap_or(1).max(1), pane);
            }
        }
    }

    fn key(&mut self, ui: &Ui, key: Key, modifiers: Modifiers, page: isize, pane: &mut Pane<'_>) {
        if modifiers.alt {
            match key {
                Key::ArrowLeft => self.widen(-WIDER),
                Key::ArrowRight => self.widen(WIDER),
                _ => {}
            }
            return;
        }
        let (extends, far) = (modifiers.shift, modifiers.command);
        match key {
            Key::ArrowUp if far && !extends => self.stroll(-1),
            Key::ArrowDown if far && !extends => self.stroll(1),
            Key::ArrowUp => self.walk(-1, extends, pane),
            Key::ArrowDown => self.walk(1, extends, pane),
            Key::PageUp if !far => self.walk(-page, extends, pane),
            Key::PageDown if !far => self.walk(page, extends, pane),
            Key::Home if far => self.go_to_row(0, extends, pane),
            Key::End if far => self.go_to_row(usize::MAX, extends, pane),
            Key::Home => self.step(isize::MIN),
            Key::End => self.step(isize::MAX),
            Key::ArrowLeft => self.step(-1),
            Key::ArrowRight => self.step(1),
            Key::Space if far => self.toggle_row(self.at, pane),
            _ if far => {}
            Key::Enter | Key::F2 | Key::Space => self.begin_edit(ui, pane),
            Key::Delete => pane.push(Request::Perform(Action::Delete)),
            _ => self.digit(key, pane),
        }
    }

    fn walk(&mut self, by: isize, extends: bool, pane: &mut Pane<'_>) {
        let is_selected = self.cursor.is_some_and(|card| pane.editor.selection().has(card));
        let is_on_row = is_selected || self.moved_to.is_some();
        let to = if is_on_row { self.at.saturating_add_signed(by) } else { self.at };
        self.go_to_row(to, extends, pane);
    }

    /// The cursor goes to another row, and what is selected stays.
    fn stroll(&mut self, by: isize) {
        let last = self.rows.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
        self.cursor = self.rows.get(self.at).map(|row| row.card.id);
        self.wants_view = true;
    }

    /// The column of the cursor gets wider, or narrower.
    fn widen(&mut self, by: f32) {
        let width = self.widths.get(&self.column).copied();
        let width = width.unwrap_or(cell::width(self.column)) + by;
        self.widths.insert(self.column, width.max(NARROWEST));
        self.wants_view = true;
    }

    /// To a column further right or left.
    fn step(&mut self, by: isize) {
        let columns: Vec<_> = self.columns.iter().copied().collect();
        let at = columns.iter().position(|column| *column == self.column).unwrap_or(0);
        let to = at.saturating_add_signed(by).min(columns.len().saturating_sub(1));
        self.column = columns.get(to).copied().unwrap_or(Column::Title);
        self.wants_view = true;
    }

    /// A number is a score where the column has scores, else a mark.
    fn digit(&mut self, key: Key, pane: &mut Pane<'_>) {
        let digits = [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
        let Some(digit) = digits.iter().position(|it| *it == key) else { return };
        let score = i64::try_from(digit).ok().and_then(Score::new);
        match self.column {
            Column::Rating(quality) => self.set(TouchpointField::Score(quality, score), pane),
            Column::Impact => self.set(TouchpointField::Impact(score), pane),
            Column::Effort => self.set(TouchpointField::Effort(score), pane),
            _ => {
                let marks = [
                    Action::MarkNone,
                    Action::MarkPositive,
                    Action::MarkDecision,
                    Action::MarkFriction,
                ];
                if let Some(&action) = marks.get(digit) {
                    pane.push(Request::Perform(action));
                }
            }
        }
    }
}
