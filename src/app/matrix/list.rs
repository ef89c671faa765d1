//! Beside the matrix: the cards that wait for values, and all others by priority.

use super::{Cell, MatrixPage, child, drag::Target, row_id, tile};
use crate::{
    app::{request::Pane, style, words},
    font::Weight,
    method::feasibility::{Plan, Planned},
    theme::{Tone, type_size},
};
use egui::{
    Align2, Button, EventFilter, Key, Memory, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind,
    Ui, UiBuilder, Vec2, WidgetInfo,
};
use std::ops::Range;

const ROW: f32 = tile::HEIGHT + GAP;
const GAP: f32 = 4.0;
const HEADING: f32 = 28.0;
const MARGIN: f32 = 12.0;
/// Of the priority, before the card.
const NUMBER: f32 = 24.0;

/// One of the two lists.
#[derive(Default)]
pub struct List {
    /// Rows drawn in the last frame.
    shown: Range<usize>,
}

impl MatrixPage {
    /// `is_new`: something else is selected than in the last frame.
    pub(super) fn side_ui(&mut self, ui: &mut Ui, plan: &Plan, is_new: bool, pane: &mut Pane<'_>) {
        let rect = ui.max_rect().shrink2(Vec2::new(MARGIN, 0.0));
        let rect = rect.with_max_y(rect.bottom() - MARGIN);
        let waiting = plan.waiting.len();
        let most = (rect.height() * 0.45).max(HEADING + ROW);
        let wanted = HEADING + ROW * style::number(waiting);
        let height = if waiting == 0 { HEADING + ROW } else { wanted.min(most) };
        let (above, below) = rect.split_top_bottom_at_y(rect.top() + height);
        self.waiting_ui(ui, above, plan, is_new, pane);
        let below = below.with_min_y(below.top() + MARGIN);
        self.ranked_ui(ui, below, plan, is_new, pane);
    }

    fn waiting_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        plan: &Plan,
        is_new: bool,
        pane: &mut Pane<'_>,
    ) {
        let name = pane.text.matrix_waiting();
        heading(ui, rect, &name, plan.waiting.len(), pane);
        let area = rect.with_min_y(rect.top() + HEADING);
        if self.drag.is_some_and(|drag| drag.target == Some(Target::Waiting)) {
            let line = Stroke::new(1.5, style::color(pane.theme, Tone::Accent));
            ui.painter().rect_stroke(area.expand(2.0), tile::RADIUS, line, StrokeKind::Inside);
        }
        if plan.waiting.is_empty() {
            let words = pane.text.matrix_waiting_none();
            let font = style::font(Weight::Regular, type_size::SMALL);
            let ink = style::color(pane.theme, Tone::Secondary);
            style::text_in(ui.painter(), area.left_center(), &words, area.width(), (font, ink));
            return;
        }
        let mut list = std::mem::take(&mut self.waiting);
        let count = plan.waiting.len();
        let selected = is_new
            .then(|| plan.waiting.iter().position(|it| pane.editor.selection().has(it.card.id)));
        list.rows_ui(ui, area, &name, count, selected.flatten(), |ui, at, rect| {
            if let Some(it) = plan.waiting.get(at) {
                self.tile_ui(ui, rect, it, pane);
            }
        });
        self.waiting = list;
    }

    fn ranked_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        plan: &Plan,
        is_new: bool,
        pane: &mut Pane<'_>,
    ) {
        self.listed = self.listed.filter(|cell| !plan.in_cell(cell.0, cell.1).is_empty());
        let in_cell = self.listed.map(|cell| plan.in_cell(cell.0, cell.1));
        let count = in_cell.map_or(plan.ranked.len(), <[usize]>::len);
        let card = |row: usize| match in_cell {
            Some(cards) => cards.get(row).and_then(|&at| plan.ranked.get(at)),
            None => plan.ranked.get(row),
        };
        let name = pane.text.matrix_ranked();
        heading(ui, rect, &name, count, pane);
        let mut area = rect.with_min_y(rect.top() + HEADING);
        if let Some(cell) = self.listed {
            let (chip, rest) = area.split_top_bottom_at_y(area.top() + ROW + GAP);
            self.cell_chip(&mut child(ui, chip), cell, pane);
            area = rest;
        }
        let mut list = std::mem::take(&mut self.ranked);
        let place = |at: usize| match in_cell {
            Some(cards) => cards.binary_search(&at).ok(),
            None => Some(at),
        };
        let mut selected = pane.editor.selection().touchpoints();
        let selected = selected.next().filter(|_| is_new);
        let selected = selected.and_then(|card| plan.place_of(card)).and_then(place);
        let step = list.step(ui, |at| card(at).map(|it| row_id(it.card.id)));
        if let Some(it) = step.and_then(card) {
            ui.memory_mut(|memory| memory.request_focus(row_id(it.card.id)));
        }
        list.rows_ui(ui, area, &name, count, step.or(selected), |ui, at, rect| {
            if let Some(it) = card(at) {
                self.row_ui(ui, rect, it, pane);
            }
        });
        self.ranked = list;
    }

    /// Which cell is listed; a click lists all again.
    fn cell_chip(&mut self, ui: &mut Ui, (impact, effort): Cell, pane: &Pane<'_>) {
        let words = pane.text.matrix_listed(impact.value(), effort.value());
        let button = Button::new((words, style::icon(lucide_icons::Icon::X)));
        let button = button.fill(style::color(pane.theme, Tone::AccentSoft));
        let button = ui.add(button).accessible_name(pane.text.matrix_list_all());
        if button.clicked() {
            self.listed = None;
        }
    }

    fn row_ui(&mut self, ui: &Ui, rect: Rect, it: &Planned, pane: &mut Pane<'_>) {
        let response = ui.interact(rect, row_id(it.card.id), Sense::click_and_drag());
        let is_selected = pane.editor.selection().has(it.card.id);
        let when = it.card.feasibility.when.map(|when| words::when(pane.text, when));
        response.widget_info(|| {
            let name = tile::name(pane.text, it);
            let name = when.as_ref().map_or(name.clone(), |when| format!("{name}, {when}"));
            WidgetInfo::selected(Role::ListBoxOption, true, is_selected, name)
        });
        let tone = |tone| style::color(pane.theme, tone);
        let painter = ui.painter();
        if is_selected || response.hovered() {
            let fill = if is_selected { Tone::AccentSoft } else { Tone::Header };
            painter.rect_filled(rect, tile::RADIUS, tone(fill));
        }
        let font = style::font(Weight::Medium, type_size::SMALL);
        let priority = it.card.feasibility.priority().unwrap_or_default();
        let at = rect.left_center() + Vec2::new(NUMBER, 0.0);
        let ink = tone(Tone::Secondary);
        painter.text(at, Align2::RIGHT_CENTER, words::signed(priority.into()), font, ink);
        let mut right = rect.right() - 8.0;
        if let Some(when) = when {
            let font = style::font(Weight::Regular, type_size::SMALL);
            let galley = painter.layout_no_wrap(when, font, ink);
            let size = galley.size();
            right -= size.x;
            painter.galley(egui::pos2(right, rect.center().y - size.y / 2.0), galley, ink);
        }
        let place = rect.with_min_x(rect.left() + NUMBER + 4.0).with_max_x(right);
        tile::label(painter, place, it, pane);
        if response.has_focus() {
            let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
        self.use_ui(ui, &response, it, pane);
    }
}

impl List {
    /// Which row the arrows lead to, if one of those in view has the keyboard.
    fn step(&self, ui: &Ui, id_of: impl Fn(usize) -> Option<egui::Id>) -> Option<usize> {
        let by = ui.input(|input| {
            let pressed = |key| isize::from(input.key_pressed(key));
            let page = self.shown.len().saturating_sub(2).cast_signed().max(1);
            pressed(Key::ArrowDown) - pressed(Key::ArrowUp)
                + (pressed(Key::PageDown) - pressed(Key::PageUp)) * page
        });
        let focused = ui.memory(Memory::focused).filter(|_| by != 0)?;
        let at = self.shown.clone().find(|&at| id_of(at) == Some(focused))?;
        let mut next = at.checked_add_signed(by).unwrap_or_default();
        while id_of(next).is_none() && next > at {
            next -= 1;
        }
        (next != at).then_some(next)
    }

    /// Draws the rows that are in view; `shows` comes into view.
    fn rows_ui(
        &mut self,
        ui: &mut Ui,
        area: Rect,
        name: &str,
        count: usize,
        shows: Option<usize>,
        mut row: impl FnMut(&Ui, usize, Rect),
    ) {
        let builder = UiBuilder::new()
            .max_rect(area)
            .id_salt(name)
            .accessibility_role(Role::List)
            .accessibility_label(name.to_owned());
        let mut ui = ui.new_child(builder);
        ui.spacing_mut().item_spacing.y = GAP;
        let mut scroll = ScrollArea::vertical().id_salt(name).auto_shrink(false);
        if let Some(at) = shows
            && !(self.shown.contains(&(at + 1)) && at > self.shown.start)
        {
            let above = self.shown.len() / 2;
            let first =
                if at < self.shown.start || above == 0 { at } else { at.saturating_sub(above) };
            scroll = scroll.vertical_scroll_offset(style::number(first) * ROW);
        }
        scroll.show_rows(&mut ui, tile::HEIGHT, count, |ui, range| {
            for at in range.clone() {
                let size = Vec2::new(ui.available_width(), tile::HEIGHT);
                let (_, rect) = ui.allocate_space(size);
                row(ui, at, rect);
            }
            self.shown = range;
        });
    }
}

fn heading(ui: &Ui, rect: Rect, name: &str, count: usize, pane: &Pane<'_>) {
    let font = style::font(Weight::SemiBold, type_size::BODY);
    let at = egui::pos2(rect.left(), rect.top() + HEADING / 2.0);
    let ink = style::color(pane.theme, Tone::Text);
    style::text_in(ui.painter(), at, name, rect.width() - 40.0, (font, ink));
    let font = style::font(Weight::Regular, type_size::BODY);
    let at = egui::pos2(rect.right() - 4.0, at.y);
    let ink = style::color(pane.theme, Tone::Secondary);
    ui.painter().text(at, Align2::RIGHT_CENTER, count.to_string(), font, ink);
}
