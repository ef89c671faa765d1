//! The head of the table: what the columns are called, by which one rows are ordered, how wide they
//! are.

use super::{TablePage, cell};
use crate::{
    app::{request::Pane, style},
    font::Weight,
    method::table::{Column, Order},
    theme::{Tone, type_size},
};
use egui::{
    CursorIcon, Id, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo,
    accesskit::{Role, SortDirection},
};
use lucide_icons::Icon;

/// In points.
pub const HEIGHT: f32 = 32.0;
/// Where a column is made wider or narrower, around its right edge.
const EDGE: f32 = 8.0;
/// The narrowest that a column gets.
pub const NARROWEST: f32 = 48.0;

impl TablePage {
    /// Draws the head; `left` is where the rows begin.
    pub(super) fn header_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        left: f32,
        shown: &[(Column, f32)],
        pane: &Pane<'_>,
    ) {
        let tone = |tone| style::color(pane.theme, tone);
        ui.painter().rect_filled(rect, 0.0, tone(Tone::Band));
        let line = Stroke::new(1.0, tone(Tone::Line));
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line);
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect));
        child.set_clip_rect(rect.intersect(ui.clip_rect()));
        let mut x = left;
        for &(column, width) in shown {
            let area = Rect::from_min_size(egui::pos2(x, rect.top()), Vec2::new(width, HEIGHT));
            x += width;
            if child.clip_rect().intersects(area) {
                self.column_ui(&mut child, area, column, pane);
            }
            self.edge_ui(&child, area, column);
        }
    }

    fn column_ui(&mut self, ui: &mut Ui, area: Rect, column: Column, pane: &Pane<'_>) {
        let name = cell::name(pane.text, column);
        let id = Id::unique("table column").with(column);
        let response = ui.interact(area, id, Sense::click());
        let order = self.order.filter(|order| order.column == column);
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &name));
        ui.accesskit_node_builder(id, |node| {
            if let Some(order) = order {
                let is_down = order.is_down;
                let down = SortDirection::Descending;
                node.set_sort_direction(if is_down { down } else { SortDirection::Ascending });
            }
        });
        let is_lit = order.is_some() || response.hovered();
        let ink = style::color(pane.theme, if is_lit { Tone::Text } else { Tone::Secondary });
        let painter = ui.painter_at(area.intersect(ui.clip_rect()));
        let at = egui::pos2(area.left() + 12.0, area.center().y);
        let font = style::font(Weight::Medium, type_size::SMALL);
        style::text_in(&painter, at, &name, area.width() - 32.0, (font, ink));
        if let Some(order) = order {
            let arrow = if order.is_down { Icon::ArrowDown } else { Icon::ArrowUp };
            let at = egui::pos2(area.right() - 14.0, area.center().y);
            let font = style::icon_font(type_size::SMALL);
            painter.text(at, egui::Align2::CENTER_CENTER, char::from(arrow), font, ink);
        }
        if response.clicked() {
            // Up, down, and as on the map.
            self.order = match order {
                None => Some(Order { column, is_down: false }),
                Some(Order { is_down: false, .. }) => Some(Order { column, is_down: true }),
                Some(_) => None,
            };
            self.wants_view = true;
        }
        response.on_hover_text(pane.text.table_order(name));
    }

    /// The right edge of a column is dragged; two clicks bring its own width back.
    fn edge_ui(&mut self, ui: &Ui, area: Rect, column: Column) {
        let edge = Rect::from_center_size(area.right_center(), Vec2::new(EDGE, area.height()));
        let id = Id::unique("table edge").with(column);
        let response = ui.interact(edge, id, Sense::CLICK | Sense::DRAG);
        if response.hovered() || response.dragged() {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeColumn);
        }
        if response.dragged()
            && let Some(pos) = response.interact_pointer_pos()
        {
            self.widths.insert(column, (pos.x - area.left()).max(NARROWEST).round());
        }
        if response.double_clicked() {
            self.widths.remove(&column);
        }
    }
}
