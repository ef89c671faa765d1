//! The keyboard in the outline: walking, folding, editing, and typing the beginning of a title.

use super::{
    OutlineView, ROW_HEIGHT,
    draft::{Draft, Place},
    row,
};
use crate::{
    app::request::{Pane, Request},
    editor::{
        Action,
        outline::{Node, Row},
    },
};
use egui::{Event, Key, Modifiers, Ui};

/// Letters that come within so many seconds are one word.
const PAUSE: f64 = 1.0;

/// The beginning of a title, as it was typed.
#[derive(Default)]
pub struct Typed {
    letters: String,
    /// In egui's time.
    at: f64,
}

impl OutlineView {
    pub(super) fn keys(&mut self, ui: &Ui, pane: &mut Pane<'_>) {
        let events = ui.input(|input| input.events.clone());
        for event in events {
            match event {
                Event::Key { key, pressed: true, modifiers, .. } => {
                    self.key(ui, key, modifiers, pane);
                }
                Event::Text(text) => self.type_ahead(ui, &text, pane),
                _ => {}
            }
            if self.draft.is_some() {
                return;
            }
        }
    }

    fn key(&mut self, ui: &Ui, key: Key, modifiers: Modifiers, pane: &mut Pane<'_>) {
        let Some(row) = self.row(self.cursor_at) else { return };
        if modifiers.alt {
            match key {
                Key::ArrowUp => pane.push(Request::Perform(move_of(row.node, true))),
                Key::ArrowDown => pane.push(Request::Perform(move_of(row.node, false))),
                _ => {}
            }
            return;
        }
        if modifiers.command {
            if key == Key::Enter {
                self.add_after(row, pane);
            }
            return;
        }
        match key {
            Key::ArrowUp => self.walk(-1, pane),
            Key::ArrowDown => self.walk(1, pane),
            Key::PageUp => self.walk(-self.page(), pane),
            Key::PageDown => self.walk(self.page(), pane),
            Key::Home => self.select_row(0, pane),
            Key::End => self.select_row(usize::MAX, pane),
            Key::ArrowRight if row.children > 0 && row.is_open => self.walk(1, pane),
            Key::ArrowRight if row.children > 0 => self.set_open(row.node, true, pane),
            Key::ArrowLeft if row.is_open => self.set_open(row.node, false, pane),
            Key::ArrowLeft => {
                if let Some(parent) = row.parent {
                    self.select_row(parent, pane);
                }
            }
            Key::Enter | Key::F2 if matches!(row.node, Node::Lanes | Node::Inbox) => {
                self.set_open(row.node, !row.is_open, pane);
            }
            Key::Enter | Key::F2 => self.begin_edit(row.node, pane),
            Key::Delete | Key::Backspace => self.delete(row, pane),
            Key::Escape => Self::leave(ui),
            _ => {}
        }
    }

    fn walk(&mut self, by: isize, pane: &mut Pane<'_>) {
        let to = self.cursor_at.saturating_add_signed(by);
        let to = to.min(self.outline.rows().len().saturating_sub(1));
        if to != self.cursor_at {
            self.select_row(to, pane);
        }
    }

    /// How many rows a page has.
    #[expect(clippy::cast_possible_truncation, reason = "a window has few rows")]
    fn page(&self) -> isize {
        (((self.seen.end - self.seen.start) / ROW_HEIGHT) as isize - 1).max(1)
    }

    pub(super) fn begin_edit(&mut self, node: Node, pane: &Pane<'_>) {
        self.draft = Draft::of(node, pane.editor);
    }

    /// A new card after a row, as soon as it has a title.
    fn add_after(&mut self, row: Row, pane: &mut Pane<'_>) {
        let is_waiting = |row: Row| {
            let root = row.parent.and_then(|parent| self.row(parent));
            row.node == Node::Inbox || root.is_some_and(|root| root.node == Node::Inbox)
        };
        let card = row.parent.and_then(|parent| self.row(parent));
        let place = match row.node {
            _ if is_waiting(row) => Some(Place::Inbox),
            Node::Card(_) | Node::Step(_) | Node::Stage(_) => Some(Place::After(row.node)),
            Node::Link(_) => card.map(|card| Place::After(card.node)),
            Node::Map | Node::Lanes | Node::Lane(_) | Node::Inbox => None,
        };
        match place {
            Some(place) => {
                if let Node::Link(_) = row.node
                    && let Some(card) = card
                {
                    pane.push(Request::GoTo(card.node.selection()));
                }
                if place == Place::Inbox {
                    self.set_open(Node::Inbox, true, pane);
                }
                self.draft = Some(Draft::new(place));
                self.wants_view = true;
            }
            None if row.node == Node::Map => {
                pane.push(Request::Perform(Action::AddTouchpoint));
            }
            None => pane.push(Request::Perform(Action::AddLane)),
        }
    }

    /// Deletes what is selected; the cursor goes to what is next to it.
    fn delete(&mut self, row: Row, pane: &mut Pane<'_>) {
        if row.node.source().is_none() {
            return;
        }
        let rows = self.outline.rows();
        let beside = |other: &&Row| other.parent == row.parent;
        let after = rows.get(self.cursor_at + 1..).unwrap_or_default();
        let before = rows.get(..self.cursor_at).unwrap_or_default();
        let next = after
            .iter()
            .take_while(|other| other.level >= row.level)
            .find(beside)
            .or_else(|| before.iter().rev().find(beside))
            .or_else(|| rows.get(row.parent?));
        let next = next.map_or(Node::Map, |next| next.node);
        pane.push(Request::Perform(Action::Delete));
        self.cursor = next;
        self.cursor_at = self.outline.find(next).unwrap_or(0);
        pane.push(Request::GoTo(next.selection()));
    }

    /// Goes to the next row whose title begins so.
    fn type_ahead(&mut self, ui: &Ui, text: &str, pane: &mut Pane<'_>) {
        let now = ui.input(|input| input.time);
        if now - self.typed.at > PAUSE {
            self.typed.letters.clear();
        }
        let is_word = |c: char| c.is_alphabetic() || (c == ' ' && !self.typed.letters.is_empty());
        if !text.chars().all(is_word) {
            return;
        }
        self.typed.letters.push_str(&text.to_lowercase());
        self.typed.at = now;
        let Some(map) = self.outline.map() else { return };
        let rows = self.outline.rows();
        // The first letter goes on to the next row; more of them stay where they fit.
        let from = self.cursor_at + usize::from(self.typed.letters.chars().count() == 1);
        let found = (from..rows.len()).chain(0..from.min(rows.len())).find(|&at| {
            let title = rows.get(at).and_then(|row| row::title(map, row));
            title.is_some_and(|title| title.to_lowercase().starts_with(&self.typed.letters))
        });
        if let Some(at) = found {
            self.select_row(at, pane);
        }
    }
}

/// What moves a row up or down: stages and steps stand side by side on the map.
fn move_of(node: Node, is_up: bool) -> Action {
    match (node, is_up) {
        (Node::Stage(_) | Node::Step(_), true) => Action::MoveLeft,
        (Node::Stage(_) | Node::Step(_), false) => Action::MoveRight,
        (_, true) => Action::MoveUp,
        (_, false) => Action::MoveDown,
    }
}
