//! The outline at the left: the whole map as a tree, with its inbox. It edits; what is selected in
//! it is selected on the map, and the other way round.
//!
//! One widget has the keyboard, its active descendant is the row that the keyboard is on. Only the
//! rows in view are drawn and have nodes, with those that they are in.

mod draft;
mod keys;
mod row;

use self::{
    draft::{Done, Draft, Place},
    row::Look,
};
use super::{
    canvas::Canvas,
    focus,
    request::{Pane, Request},
};
use crate::editor::{
    Selection,
    outline::{Node, Outline, Row},
};
use egui::{
    EventFilter, Id, Rect, Role, ScrollArea, Sense, Ui, Vec2,
    accesskit::{self, Action as Asked},
};
use std::{
    collections::{BTreeSet, HashMap},
    ops::Range,
    sync::Arc,
};

const ROW_HEIGHT: f32 = 28.0;

/// The outline's state.
pub struct OutlineView {
    outline: Outline,
    /// What is said of the rows that were drawn, and in which words.
    spoken: HashMap<Node, (Arc<str>, Arc<str>)>,
    text: usize,
    /// The row that the keyboard is on, and its index.
    cursor: Node,
    cursor_at: usize,
    /// As it was in the last frame.
    selection: Selection,
    draft: Option<Draft>,
    /// The next card that comes is followed by another draft.
    adds_more: bool,
    typed: keys::Typed,
    wants_focus: bool,
    /// The cursor's row is to come into view.
    wants_view: bool,
    /// What was in view in the last frame, in points from the first row.
    seen: Range<f32>,
    /// How many rows there were.
    count: usize,
}

impl Default for OutlineView {
    fn default() -> Self {
        Self {
            outline: Outline::default(),
            spoken: HashMap::new(),
            text: 0,
            cursor: Node::Map,
            cursor_at: 0,
            selection: Selection::Nothing,
            draft: None,
            adds_more: false,
            typed: keys::Typed::default(),
            wants_focus: false,
            wants_view: false,
            seen: 0.0..0.0,
            count: 0,
        }
    }
}

impl OutlineView {
    /// The widget that has the keyboard.
    pub fn id() -> Id {
        Id::unique("outline")
    }

    /// Gets the keyboard in the next frame.
    pub fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Takes the text that is being typed, as if its field had been left.
    pub fn take_text(&mut self, pane: &mut Pane<'_>) {
        if let Some(draft) = self.draft.take() {
            draft.take(Done::Left, pane);
        }
    }

    /// Draws the outline.
    pub fn ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) {
        self.follow(pane);
        let rect = ui.available_rect_before_wrap();
        let response = ui.interact(rect, Self::id(), Sense::FOCUSABLE);
        ui.accesskit_node_builder(Self::id(), |node| {
            node.set_role(Role::Tree);
            node.set_label(pane.text.outline());
            node.set_multiselectable();
            node.set_size_of_set(2);
        });
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
            self.wants_view = true;
        }
        if response.has_focus() && self.draft.is_none() {
            let filter = EventFilter {
                tab: false,
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(Self::id(), filter));
            self.keys(ui, pane);
            self.outline.follow(pane.editor);
        }
        self.take_requests(ui, pane);
        self.rows_ui(ui, pane, response.has_focus());
    }

    /// Brings rows and cursor up to date with the map and with what is selected there.
    fn follow(&mut self, pane: &Pane<'_>) {
        let has_changed = self.outline.follow(pane.editor);
        let text = std::ptr::from_ref(pane.text).addr();
        if has_changed || text != self.text {
            self.text = text;
            self.spoken.clear();
        }
        let selection = pane.editor.selection();
        if *selection != self.selection {
            self.selection = selection.clone();
            let is_there = matches!(self.cursor, Node::Card(id) if selection.has(id));
            if let Some(node) = Node::of(selection).filter(|_| !is_there) {
                self.cursor = node;
            }
            if self.outline.unfold_to(self.cursor) {
                self.outline.follow(pane.editor);
            }
            self.wants_view = true;
            if std::mem::take(&mut self.adds_more) && Node::of(selection) == Some(self.cursor) {
                self.draft = Some(Draft::new(Place::After(self.cursor)));
            }
        } else if !has_changed {
            return;
        }
        match self.outline.find(self.cursor) {
            Some(at) => self.cursor_at = at,
            // What it was on is gone or folded away: what stands there now.
            None => self.go_to_row(self.cursor_at),
        }
    }

    fn row(&self, at: usize) -> Option<Row> {
        self.outline.rows().get(at).copied()
    }

    /// The cursor goes to a row, or to the last one. Selects nothing.
    fn go_to_row(&mut self, at: usize) {
        let last = self.outline.rows().len().saturating_sub(1);
        self.cursor_at = at.min(last);
        self.cursor = self.row(self.cursor_at).map_or(Node::Map, |row| row.node);
        self.wants_view = true;
    }

    /// The cursor goes to a row, which is selected on the map too.
    fn select_row(&mut self, at: usize, pane: &mut Pane<'_>) {
        self.go_to_row(at);
        pane.push(Request::GoTo(self.cursor.selection()));
    }

    fn set_open(&mut self, node: Node, is_open: bool, pane: &Pane<'_>) {
        self.outline.set_open(node, is_open);
        self.outline.follow(pane.editor);
        match self.outline.find(self.cursor) {
            Some(at) => self.cursor_at = at,
            // It was inside what was folded.
            None => self.go_to_row(self.outline.find(node).unwrap_or(0)),
        }
    }

    /// What an assistive technology asked of a row.
    fn take_requests(&mut self, ui: &Ui, pane: &mut Pane<'_>) {
        for (action, target) in focus::asked(ui) {
            let is_it = |row: &Row| row::id(row.node).accesskit_id() == target;
            let Some(at) = self.outline.rows().iter().position(is_it) else { continue };
            let node = self.outline.rows().get(at).map_or(Node::Map, |row| row.node);
            match action {
                Asked::Click | Asked::Focus => {
                    self.select_row(at, pane);
                    ui.memory_mut(|memory| memory.request_focus(Self::id()));
                }
                Asked::Expand => self.set_open(node, true, pane),
                Asked::Collapse => self.set_open(node, false, pane),
                Asked::ScrollIntoView => self.go_to_row(at),
                _ => {}
            }
        }
    }

    fn rows_ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>, has_focus: bool) {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().item_spacing.y = 0.0;
        let draft_at = self.draft.as_ref().and_then(|draft| draft.row(&self.outline));
        let count = self.outline.rows().len() + usize::from(draft_at.is_some());
        let mut area = ScrollArea::vertical().id_salt("outline").auto_shrink(false);
        if let Some(offset) = self.offset(ui, count, draft_at) {
            area = area.vertical_scroll_offset(offset);
        }
        let shown = area.show_rows(ui, ROW_HEIGHT, count, |ui, range| {
            let top = ui.max_rect().top() - length(range.start);
            let width = ui.max_rect().x_range();
            let place = |at: usize| {
                let min = egui::pos2(width.min, top + length(at));
                Rect::from_min_size(min, Vec2::new(width.span(), ROW_HEIGHT))
            };
            ui.allocate_space(Vec2::new(width.span(), length(range.len())));
            for at in self.drawn(&range, draft_at) {
                // Below a new row, all rows are one further down.
                let shift = usize::from(draft_at.is_some_and(|draft| at >= draft));
                self.row_ui(ui, at, place(at + shift), pane, has_focus);
            }
            if let Some(at) = draft_at {
                self.new_row_ui(ui, place(at), pane);
            }
        });
        let top = shown.state.clamped_offset().y;
        self.seen = top..top + shown.inner_rect.height();
        self.count = count;
        let active = row::id(self.cursor);
        if ui.ctx().has_accesskit_node(active) {
            ui.accesskit_node_builder(Self::id(), |node| {
                node.set_active_descendant(active.accesskit_id());
            });
        }
    }

    /// The rows that are drawn or at least have a node: those in view and beside it, the cursor's,
    /// and all that these are in.
    fn drawn(&self, range: &Range<usize>, draft_at: Option<usize>) -> BTreeSet<usize> {
        let last = self.outline.rows().len().saturating_sub(1);
        let shift = usize::from(draft_at.is_some_and(|at| at < range.end));
        let first = range.start.saturating_sub(1 + shift);
        let mut drawn: BTreeSet<usize> = (first..=range.end.min(last)).collect();
        drawn.insert(self.cursor_at.min(last));
        for at in drawn.clone() {
            let mut parent = self.row(at).and_then(|row| row.parent);
            while let Some(at) = parent.filter(|&at| drawn.insert(at)) {
                parent = self.row(at).and_then(|row| row.parent);
            }
        }
        drawn
    }

    /// Where the list has to be scrolled, if it has to: to the row that is to come into view, and
    /// never beyond its end, from where it would spring back by itself.
    fn offset(&mut self, ui: &Ui, count: usize, draft_at: Option<usize>) -> Option<f32> {
        if self.count == 0 && self.wants_view && count > 0 {
            // How much is in view is known when it has been drawn once.
            ui.request_repaint();
            return None;
        }
        let height = self.seen.end - self.seen.start;
        let most = (length(count) - height).max(0.0);
        let is_wanted = std::mem::take(&mut self.wants_view);
        let wanted = is_wanted.then(|| self.offset_for(draft_at.unwrap_or(self.cursor_at)));
        let wanted = wanted.flatten().or((self.seen.start > most).then_some(most))?.min(most);
        // The list knows of its new rows only when it has been drawn with them.
        let known = (length(self.count) - height).max(0.0);
        if wanted > known {
            self.wants_view = true;
            ui.request_repaint();
        }
        Some(wanted.min(known))
    }

    /// Where the list has to be scrolled for a row to be in view, if it is not.
    fn offset_for(&self, at: usize) -> Option<f32> {
        let (top, bottom) = (length(at), length(at + 1));
        let height = self.seen.end - self.seen.start;
        if height < ROW_HEIGHT {
            None
        } else if top < self.seen.start {
            Some(top)
        } else if bottom > self.seen.end {
            Some(bottom - height)
        } else {
            None
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, at: usize, rect: Rect, pane: &mut Pane<'_>, focus: bool) {
        let Some((row, map)) = self.row(at).zip(self.outline.map().cloned()) else { return };
        let parent = row.parent.and_then(|parent| self.row(parent)).map(|row| row.node);
        let is_selected = match row.node {
            Node::Card(id) => pane.editor.selection().has(id),
            node => Node::of(pane.editor.selection()) == Some(node),
        };
        let look = Look {
            map: &map,
            text: pane.text,
            theme: pane.theme,
            row,
            is_selected,
            has_cursor: row.node == self.cursor,
            has_focus: focus,
        };
        let parent = parent.map_or(Self::id(), row::id);
        let mut child = row::node_ui(ui, rect, parent, &look, &mut self.spoken);
        if !ui.is_rect_visible(rect) {
            return;
        }
        if self.draft.as_ref().is_some_and(|draft| draft.place == Place::Text(row.node)) {
            look.paint(&child, rect, None);
            self.draft_ui(&mut child, look.text_area(rect), pane);
            return;
        }
        let response = child.interact(rect, row::id(row.node).with("click"), Sense::CLICK);
        look.paint(&child, rect, Some(&response));
        if response.clicked() {
            let on_arrow = response
                .interact_pointer_pos()
                .is_some_and(|pos| row.children > 0 && look.arrow(rect).contains(pos));
            if on_arrow {
                self.set_open(row.node, !row.is_open, pane);
            } else {
                self.select_row(at, pane);
            }
            ui.memory_mut(|memory| memory.request_focus(Self::id()));
        }
        if response.double_clicked() {
            self.begin_edit(row.node, pane);
        }
    }

    /// The row of a card that is not there yet.
    fn new_row_ui(&mut self, ui: &mut Ui, rect: Rect, pane: &mut Pane<'_>) {
        let level = self.draft.as_ref().map_or(0, Draft::level);
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect));
        row::paint_new(&child, rect, level, pane.theme);
        let area = row::text_area(rect, level, true);
        self.draft_ui(&mut child, area, pane);
    }

    fn draft_ui(&mut self, ui: &mut Ui, area: Rect, pane: &mut Pane<'_>) {
        let Some(draft) = &mut self.draft else { return };
        let Some(done) = draft.ui(ui, area, pane) else { return };
        let has_left = done == Done::Left && ui.memory(|memory| memory.focused().is_some());
        if let Some(draft) = self.draft.take() {
            self.adds_more = draft.take(done, pane);
        }
        if !has_left {
            ui.memory_mut(|memory| memory.request_focus(Self::id()));
        }
    }

    /// The keyboard goes back to the map.
    fn leave(ui: &Ui) {
        ui.memory_mut(|memory| memory.request_focus(Canvas::id()));
    }
}

/// So many rows in points. Far beyond what a project can have, precision is lost; nobody sees it.
fn length(rows: usize) -> f32 {
    u32::try_from(rows).map_or(f32::MAX, |rows| {
        let (high, low) = (rows >> 16, rows & 0xffff);
        let part = |part: u32| u16::try_from(part).map_or(0.0, f32::from);
        (part(high) * 65_536.0 + part(low)) * ROW_HEIGHT
    })
}

/// What assistive technology is told of a place of the window.
pub fn bounds(rect: Rect) -> accesskit::Rect {
    accesskit::Rect {
        x0: rect.min.x.into(),
        y0: rect.min.y.into(),
        x1: rect.max.x.into(),
        y1: rect.max.y.into(),
    }
}
