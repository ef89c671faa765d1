//! The table: every touchpoint of the shown map, a row each. What is selected in it is selected on
//! the map, and the other way round.

use super::{
    mark,
    page::Page,
    request::{Pane, Request},
    style,
};
use crate::{
    editor::Selection,
    theme::{Tone, type_size},
};
use egui::{Id, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo};

const ROW_HEIGHT: f32 = 32.0;

/// The table's state.
#[derive(Default)]
pub struct TablePage {
    /// As it was in the last frame.
    selection: Selection,
}

impl TablePage {
    /// Draws the table.
    pub fn ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) {
        let rect = ui.available_rect_before_wrap();
        let home = ui.interact(rect, Page::Table.id(), Sense::FOCUSABLE);
        home.widget_info(|| WidgetInfo::labeled(Role::Table, true, pane.text.action_show_table()));
        let Some(map) = pane.editor.map() else { return };
        let is_new = self.selection != *pane.editor.selection();
        self.selection = pane.editor.selection().clone();
        ui.spacing_mut().item_spacing.y = 0.0;
        let cards = &map.touchpoints;
        let area = ScrollArea::vertical().id_salt("table").auto_shrink(false);
        area.show_rows(ui, ROW_HEIGHT, cards.len(), |ui, range| {
            for card in cards.get(range).unwrap_or_default() {
                let size = Vec2::new(ui.available_width(), ROW_HEIGHT);
                let (_, rect) = ui.allocate_space(size);
                let row = ui.interact(rect, Id::unique("table row").with(card.id), Sense::CLICK);
                let is_selected = pane.editor.selection().has(card.id);
                let words = format!("{} {}", card.code, card.title);
                row.widget_info(|| WidgetInfo::selected(Role::Row, true, is_selected, &words));
                if is_selected {
                    let fill = style::color(pane.theme, Tone::AccentSoft);
                    ui.painter().rect_filled(rect, 0.0, fill);
                }
                let left = rect.left_center() + Vec2::new(24.0, 0.0);
                mark::paint(ui.painter(), left, 9.0, card.mark, pane.theme);
                let font = style::font(crate::font::Weight::Regular, type_size::BODY);
                let ink = style::color(pane.theme, Tone::Text);
                let at = left + Vec2::new(16.0, 0.0);
                style::text_in(ui.painter(), at, &words, rect.right() - at.x, (font, ink));
                if is_selected && is_new {
                    row.scroll_to_me(None);
                }
                if row.clicked() {
                    pane.push(Request::Select(Selection::touchpoint(card.id)));
                }
            }
        });
    }
}
