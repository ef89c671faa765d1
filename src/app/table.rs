//! The table: every touchpoint of the shown map, or of all maps, a row each. What is selected in it
//! is selected on the map, and the other way round; most cells are edited where they stand.
//!
//! One widget has the keyboard, its active descendant is the cell that the keyboard is on. Rows are
//! made when the project, the order or the filter changed; only those in view are drawn.

mod bar;
mod cell;
mod edit;
mod header;
mod keys;

use self::edit::Edit;
use super::{
    focus,
    page::Page,
    request::{Pane, Request},
    style,
};
use crate::{
    editor::{Facet, Selection},
    method::table::{self, Column, Order, Row},
    model::{MapId, TouchpointId},
    theme::{Tone, type_size},
};
use egui::{
    Id, Rect, RichText, ScrollArea, Sense, Ui, UiBuilder, Vec2,
    accesskit::{Action as Asked, Role},
    style::ScrollAnimation,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

const ROW_HEIGHT: f32 = 32.0;

/// The table's state.
pub struct TablePage {
    shows_all: bool,
    columns: BTreeSet<Column>,
    /// Those that somebody chose.
    widths: BTreeMap<Column, f32>,
    order: Option<Order>,
    /// What is looked for in the rows.
    typed: String,
    wants_search: bool,
    made_of: Option<MadeOf>,
    rows: Vec<Row>,
    /// The card of the row that the keyboard is on, and its index.
    cursor: Option<TouchpointId>,
    at: usize,
    column: Column,
    /// The card that is selected when this frame ends.
    moved_to: Option<TouchpointId>,
    /// Where a range of rows began.
    anchor: usize,
    /// As it was in the last frame.
    selection: Selection,
    edit: Option<Edit>,
    /// The cursor is to come into view.
    wants_view: bool,
    /// The rows in view in the last frame.
    seen: Range<usize>,
}

/// What the rows were made of.
#[derive(PartialEq)]
struct MadeOf {
    revision: u64,
    map: Option<MapId>,
    order: Option<Order>,
    typed: String,
    filter: BTreeSet<Facet>,
}

impl Default for TablePage {
    fn default() -> Self {
        use Column as C;
        let columns = [C::Code, C::Title, C::Mark, C::Stage, C::Lane, C::Channel, C::Owner];
        Self {
            shows_all: false,
            columns: columns.into_iter().chain([C::Tasks]).collect(),
            widths: BTreeMap::new(),
            order: None,
            typed: String::new(),
            wants_search: false,
            made_of: None,
            rows: Vec::new(),
            cursor: None,
            at: 0,
            column: C::Title,
            moved_to: None,
            anchor: 0,
            selection: Selection::Nothing,
            edit: None,
            wants_view: false,
            seen: 0..0,
        }
    }
}

impl TablePage {
    /// The field to search the rows gets the keyboard.
    pub fn focus_search(&mut self) {
        self.wants_search = true;
    }

    /// Whether the rows are those of all maps.
    pub fn shows_all(&self) -> bool {
        self.shows_all
    }

    /// Draws the table.
    pub fn ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) {
        self.bar_ui(ui, pane);
        self.follow(pane);
        let rect = ui.available_rect_before_wrap();
        let home = ui.interact(rect, Page::Table.id(), Sense::FOCUSABLE);
        let shown = self.shown();
        ui.accesskit_node_builder(home.id, |node| {
            node.set_role(Role::Grid);
            node.set_label(pane.text.action_show_table());
            node.set_row_count(self.rows.len());
            node.set_column_count(shown.len());
            node.set_multiselectable();
        });
        self.take_keys(ui, &home, pane);
        self.take_requests(ui, pane);
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let head = rect.with_max_y(rect.top() + header::HEIGHT);
        let body = rect.with_min_y(head.bottom());
        let mut child = ui.new_child(UiBuilder::new().max_rect(body));
        let left = self.body_ui(&mut child, &shown, pane, home.has_focus());
        self.header_ui(ui, head, left, &shown, pane);
        if self.rows.is_empty() {
            self.empty_ui(ui, body, pane);
        }
    }

    /// The columns that are shown, each with its width, from left to right.
    fn shown(&self) -> Vec<(Column, f32)> {
        let width = |column: &Column| self.widths.get(column).copied();
        let all = self.columns.iter().copied();
        all.map(|column| (column, width(&column).unwrap_or(cell::width(column)))).collect()
    }

    /// Brings rows and cursor up to date with the project and with what is selected.
    fn follow(&mut self, pane: &Pane<'_>) {
        let editor = pane.editor;
        let only = if self.shows_all { None } else { editor.map().map(|map| map.id) };
        let made_of = MadeOf {
            revision: editor.revision(),
            map: only,
            order: self.order,
            typed: self.typed.clone(),
            filter: editor.filter().clone(),
        };
        let has_changed = self.made_of.as_ref() != Some(&made_of);
        if has_changed {
            let needle = table::folded(self.typed.trim());
            self.rows = table::rows(editor.project(), only, |map, card| {
                editor.is_let_through(map, card)
                    && (needle.is_empty() || table::has_text(card, &needle))
            });
            if let Some(order) = self.order {
                table::sort(&mut self.rows, order);
            }
            self.made_of = Some(made_of);
        }
        let selection = editor.selection();
        if *selection != self.selection {
            self.selection = selection.clone();
            let is_there = self.cursor.is_some_and(|id| selection.has(id));
            if let Some(id) = selection.touchpoints().next().filter(|_| !is_there) {
                self.cursor = Some(id);
                self.wants_view = true;
            }
        } else if !has_changed {
            return;
        }
        let found = self.rows.iter().position(|row| Some(row.card.id) == self.cursor);
        self.at = found.unwrap_or(self.at).min(self.rows.len().saturating_sub(1));
        self.cursor = self.rows.get(self.at).map(|row| row.card.id);
        // What was typed is taken when its field is seen to be gone.
        let is_typed = matches!(self.edit, Some(Edit::Text { has_had_focus: true, .. }));
        if found.is_none() && !is_typed {
            self.edit = None;
        }
    }

    /// The cursor goes to a row, or to the last one, which is selected too; `extends` keeps what is
    /// selected between it and where the range began.
    fn go_to_row(&mut self, at: usize, extends: bool, pane: &mut Pane<'_>) {
        self.take_text(pane);
        self.at = at.min(self.rows.len().saturating_sub(1));
        let Some(row) = self.rows.get(self.at) else { return };
        self.cursor = Some(row.card.id);
        (self.moved_to, self.wants_view) = (self.cursor, true);
        let map = row.map.id;
        let ids = if extends {
            let (from, to) = (self.anchor.min(self.at), self.anchor.max(self.at));
            let range = self.rows.get(from..=to).unwrap_or_default();
            range.iter().filter(|row| row.map.id == map).map(|row| row.card.id).collect()
        } else {
            self.anchor = self.at;
            BTreeSet::from([row.card.id])
        };
        pane.push(Request::ShowMap(map));
        pane.push(Request::Select(Selection::of(ids)));
    }

    /// Takes a row into what is selected, or out of it.
    fn toggle_row(&mut self, at: usize, pane: &mut Pane<'_>) {
        self.take_text(pane);
        let Some(row) = self.rows.get(at) else { return };
        let mut ids: BTreeSet<_> = pane.editor.selection().touchpoints().collect();
        if !ids.remove(&row.card.id) {
            ids.insert(row.card.id);
        }
        (self.at, self.cursor, self.anchor) = (at, Some(row.card.id), at);
        // Known already: the cursor stays on a row that is taken out.
        self.selection = Selection::of(ids);
        pane.push(Request::ShowMap(row.map.id));
        pane.push(Request::Select(self.selection.clone()));
    }

    /// What an assistive technology asked of a cell or a row in view.
    fn take_requests(&mut self, ui: &Ui, pane: &mut Pane<'_>) {
        for (action, target) in focus::asked(ui) {
            for at in self.seen.clone() {
                let Some(card) = self.rows.get(at).map(|row| row.card.id) else { continue };
                let is_row = row_id(card).accesskit_id() == target;
                let mut columns = self.columns.iter().copied();
                let column = columns.find(|it| cell_id(card, *it).accesskit_id() == target);
                if !is_row && column.is_none() {
                    continue;
                }
                self.column = column.unwrap_or(self.column);
                take_keyboard(ui);
                self.go_to_row(at, false, pane);
                if action == Asked::Click && column.is_some() {
                    self.begin_edit(ui, pane);
                }
                return;
            }
        }
    }

    /// Draws the rows in view; gives where their left edge is.
    fn body_ui(
        &mut self,
        ui: &mut Ui,
        shown: &[(Column, f32)],
        pane: &mut Pane<'_>,
        has_focus: bool,
    ) -> f32 {
        let width: f32 = shown.iter().map(|(_, width)| width).sum();
        let count = self.rows.len();
        let area = ScrollArea::both().id_salt("table").auto_shrink(false);
        let inner = area.show_viewport(ui, |ui, view| {
            let size = Vec2::new(width.max(view.width()), height(count));
            let origin = ui.max_rect().min;
            ui.allocate_space(size);
            self.seen = index(view.top())..(index(view.bottom()) + 1).min(count);
            let place = |at: usize| {
                let min = origin + Vec2::new(0.0, height(at));
                Rect::from_min_size(min, Vec2::new(size.x, ROW_HEIGHT))
            };
            if std::mem::take(&mut self.wants_view) && count > 0 {
                let rect = cell::place(place(self.at), shown, self.column);
                ui.scroll_to_rect_animation(rect, None, ScrollAnimation::none());
            }
            for at in self.seen.clone() {
                self.row_ui(ui, at, place(at), shown, pane, has_focus);
            }
            origin.x
        });
        self.take_unseen_text(pane);
        let active = self.cursor.map(|card| cell_id(card, self.column));
        if let Some(active) = active.filter(|id| ui.ctx().has_accesskit_node(*id)) {
            ui.accesskit_node_builder(Page::Table.id(), |node| {
                node.set_active_descendant(active.accesskit_id());
            });
        }
        inner.inner
    }

    fn row_ui(
        &mut self,
        ui: &mut Ui,
        at: usize,
        rect: Rect,
        shown: &[(Column, f32)],
        pane: &mut Pane<'_>,
        has_focus: bool,
    ) {
        let Some(row) = self.rows.get(at).cloned() else { return };
        let is_selected = pane.editor.selection().has(row.card.id);
        let click = ui.interact(rect, row_id(row.card.id).with("click"), Sense::CLICK);
        let theme = pane.theme;
        let tone = |tone| style::color(theme, tone);
        let fill = match (is_selected, click.hovered()) {
            (true, _) => Tone::AccentSoft,
            (false, true) => Tone::Header,
            (false, false) => Tone::Panel,
        };
        ui.painter().rect_filled(rect, 0.0, tone(fill));
        let line = egui::Stroke::new(1.0, tone(Tone::Line));
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line);
        let is_at = self.cursor == Some(row.card.id);
        let mut left = rect.left();
        for &(column, width) in shown {
            let area =
                Rect::from_min_size(egui::pos2(left, rect.top()), Vec2::new(width, ROW_HEIGHT));
            left += width;
            let is_here = is_at && column == self.column;
            if self.is_edited(row.card.id, column) {
                self.edit_ui(ui, area, &row, pane);
            } else if ui.clip_rect().intersects(area) {
                cell::paint(ui, area, &row, column, pane);
            }
            if is_here && has_focus {
                let ring = egui::Stroke::new(1.5, tone(Tone::Accent));
                let area = area.shrink2(Vec2::new(1.0, 2.0));
                ui.painter().rect_stroke(area, 4.0, ring, egui::StrokeKind::Inside);
            }
        }
        cell::nodes(ui, rect, at, &row, shown, is_selected, pane);
        if let Some(pos) = click.interact_pointer_pos().filter(|_| click.clicked()) {
            self.column = cell::column_at(rect, shown, pos.x).unwrap_or(self.column);
            take_keyboard(ui);
            let modifiers = ui.input(|input| input.modifiers);
            if modifiers.command {
                self.toggle_row(at, pane);
            } else {
                self.go_to_row(at, modifiers.shift, pane);
            }
            self.wants_view = false;
        }
        if click.double_clicked() {
            self.begin_edit(ui, pane);
        }
    }

    /// What to do where there is no row.
    fn empty_ui(&self, ui: &mut Ui, area: Rect, pane: &Pane<'_>) {
        let is_filtered = !self.typed.trim().is_empty() || !pane.editor.filter().is_empty();
        let words = if is_filtered { pane.text.table_nothing() } else { pane.text.table_empty() };
        let mut child = ui.new_child(UiBuilder::new().max_rect(area.shrink(24.0)));
        let ink = style::color(pane.theme, Tone::Secondary);
        child.label(RichText::new(words).size(type_size::BODY).color(ink));
    }
}

/// The table gets the keyboard, and in the next frame also the arrows.
fn take_keyboard(ui: &Ui) {
    ui.memory_mut(|memory| memory.request_focus(Page::Table.id()));
    ui.request_repaint();
}

fn row_id(card: TouchpointId) -> Id {
    Id::unique("table row").with(card)
}

fn cell_id(card: TouchpointId, column: Column) -> Id {
    row_id(card).with(column)
}

/// So many rows in points.
fn height(rows: usize) -> f32 {
    style::number(rows) * ROW_HEIGHT
}

/// The row at a height.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place inside the table"
)]
fn index(top: f32) -> usize {
    (top / ROW_HEIGHT).max(0.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_largest_map_has_its_place() {
        for row in [0, 1, 65_536, 99_999] {
            assert_eq!(index(height(row) + ROW_HEIGHT / 2.0), row);
        }
    }
}
