//! A month to choose a day from. One widget has the keyboard, its active descendant is the day that
//! the keyboard is on: arrows go by days and weeks, Page up and down by months (with Shift by
//! years), Home and End to the ends of the week.

use super::{DateLine, words};
use crate::{
    app::{request::Pane, style},
    font::Weight,
    model::Date,
    theme::{Tone, type_size},
};
use egui::{
    Align2, EventFilter, Id, Key, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo,
    accesskit::Role,
};
use jiff::ToSpan;
use lucide_icons::Icon;

/// Of a day, in points.
const CELL: f32 = 32.0;
const WIDTH: f32 = 7.0 * CELL;
const WEEKDAYS: f32 = 24.0;

/// The month that is shown.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// The day that the keyboard is on; its month is shown.
    cursor: Date,
    is_new: bool,
}

impl Calendar {
    /// On a day.
    pub fn at(day: Date) -> Self {
        Self { cursor: day, is_new: true }
    }

    /// Draws the month; gives what was chosen: a day, or that there is to be none.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        id: Id,
        line: &DateLine<'_>,
        pane: &Pane<'_>,
    ) -> Option<Option<Date>> {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing.y = 4.0;
        self.head_ui(ui, pane);
        let chosen = self.days_ui(ui, id.with("days"), line, pane);
        let mut other = None;
        ui.horizontal(|ui| {
            if ui.button(pane.text.date_today()).clicked() {
                other = Some(Some(pane.today));
            }
            let none = egui::Button::new(pane.text.date_none());
            if ui.add_enabled(line.value.is_some(), none).clicked() {
                other = Some(None);
            }
        });
        chosen.map(Some).or(other)
    }

    fn head_ui(&mut self, ui: &mut Ui, pane: &Pane<'_>) {
        let text = pane.text;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            if style::icon_button_here(ui, Icon::ChevronLeft, &text.date_month_before()).clicked() {
                self.by_months(-1);
            }
            let (_, rect) = ui.allocate_space(Vec2::new(WIDTH - 56.0, 28.0));
            let font = style::font(Weight::SemiBold, type_size::BODY);
            let ink = style::color(pane.theme, Tone::Text);
            let month = text.date_month(self.cursor.month());
            let words = text.date_month_of(month, self.cursor.year().to_string());
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, words, font, ink);
            if style::icon_button_here(ui, Icon::ChevronRight, &text.date_month_after()).clicked() {
                self.by_months(1);
            }
        });
    }

    fn by_months(&mut self, by: i64) {
        self.cursor = self.cursor.saturating_add(by.months());
    }

    /// The first day that is drawn: the Monday on or before the first of the month.
    fn first(&self) -> Date {
        let first = self.cursor.first_of_month();
        first.saturating_sub(i64::from(first.weekday().to_monday_zero_offset()).days())
    }

    fn days_ui(
        &mut self,
        ui: &mut Ui,
        id: Id,
        line: &DateLine<'_>,
        pane: &Pane<'_>,
    ) -> Option<Date> {
        let (_, rect) = ui.allocate_space(Vec2::new(WIDTH, WEEKDAYS + 6.0 * CELL));
        let grid = ui.interact(rect, id, Sense::FOCUSABLE);
        ui.accesskit_node_builder(id, |node| {
            node.set_role(Role::Grid);
            node.set_label(pane.text.date_calendar(line.name));
        });
        if std::mem::take(&mut self.is_new) {
            grid.request_focus();
        }
        let mut chosen = None;
        if grid.has_focus() {
            let keys = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..EventFilter::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, keys));
            chosen = self.take_keys(ui).then_some(self.cursor);
        }
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect).accessibility_parent(id));
        paint_weekdays(&child, rect, pane);
        let mut at = rect.min + Vec2::new(0.0, WEEKDAYS);
        let mut day = self.first();
        for _ in 0..6 {
            for column in 0..7_u8 {
                let left = at.x + CELL * f32::from(column);
                let cell = Rect::from_min_size(egui::pos2(left, at.y), Vec2::splat(CELL));
                if self.day_ui(&mut child, cell, day, line, pane) {
                    chosen = Some(day);
                }
                day = day.saturating_add(1.day());
            }
            at.y += CELL;
        }
        ui.accesskit_node_builder(id, |node| {
            node.set_active_descendant(day_id(line, self.cursor).accesskit_id());
        });
        chosen
    }

    /// Gives whether the day at the cursor was chosen.
    fn take_keys(&mut self, ui: &Ui) -> bool {
        let (mut by, mut chosen) = (jiff::Span::new(), false);
        let column = i64::from(self.cursor.weekday().to_monday_zero_offset());
        ui.input(|input| {
            let is_far = input.modifiers.shift;
            for (key, span) in [
                (Key::ArrowLeft, (-1).days()),
                (Key::ArrowRight, 1.day()),
                (Key::ArrowUp, (-1).week()),
                (Key::ArrowDown, 1.week()),
                (Key::PageUp, if is_far { (-1).year() } else { (-1).month() }),
                (Key::PageDown, if is_far { 1.year() } else { 1.month() }),
                (Key::Home, (-column).days()),
                (Key::End, (6 - column).days()),
            ] {
                if input.key_pressed(key) {
                    by = span;
                }
            }
            chosen = input.key_pressed(Key::Enter) || input.key_pressed(Key::Space);
        });
        self.cursor = self.cursor.saturating_add(by);
        chosen
    }

    /// Gives whether it was clicked.
    fn day_ui(
        &self,
        ui: &mut Ui,
        cell: Rect,
        day: Date,
        line: &DateLine<'_>,
        pane: &Pane<'_>,
    ) -> bool {
        let id = day_id(line, day);
        let response = ui.interact(cell, id, Sense::CLICK);
        let is_chosen = line.value == Some(day);
        response.widget_info(|| {
            let name = words::said(pane.text, day);
            WidgetInfo::selected(Role::GridCell, true, is_chosen, name)
        });
        let tone = |tone| style::color(pane.theme, tone);
        let is_inside = day.month() == self.cursor.month();
        let (fill, ink) = match (is_chosen, is_inside) {
            (true, _) => (Some(Tone::Accent), Tone::OnAccent),
            (false, _) if response.hovered() => (Some(Tone::Header), Tone::Text),
            (false, true) => (None, Tone::Text),
            (false, false) => (None, Tone::Quiet),
        };
        let (painter, area) = (ui.painter(), cell.shrink(2.0));
        if let Some(fill) = fill {
            painter.rect_filled(area, 6.0, tone(fill));
        }
        if day == self.cursor {
            let line = Stroke::new(1.5, tone(Tone::Accent));
            painter.rect_stroke(area, 6.0, line, StrokeKind::Inside);
        }
        let is_today = day == pane.today;
        let weight = if is_today { Weight::SemiBold } else { Weight::Regular };
        let font = style::font(weight, type_size::BODY);
        painter.text(cell.center(), Align2::CENTER_CENTER, day.day(), font, tone(ink));
        if is_today {
            let dot = egui::pos2(cell.center().x, cell.bottom() - 6.0);
            painter.circle_filled(dot, 1.5, tone(ink));
        }
        response.clicked()
    }
}

fn day_id(line: &DateLine<'_>, day: Date) -> Id {
    line.id.with(("day", day.year(), day.month(), day.day()))
}

fn paint_weekdays(ui: &Ui, rect: Rect, pane: &Pane<'_>) {
    let font = style::font(Weight::Regular, type_size::SMALL);
    let ink = style::color(pane.theme, Tone::Secondary);
    for (column, number) in (1..=7_u8).enumerate() {
        let left = rect.left() + CELL * (f32::from(number) - 0.5);
        let at = egui::pos2(left, rect.top() + WEEKDAYS / 2.0);
        let words = pane.text.date_weekday_short(column + 1);
        ui.painter().text(at, Align2::CENTER_CENTER, words, font.clone(), ink);
    }
}
