//! The bar over the table: what is looked for, which maps, which columns, and how many rows.

use super::{TablePage, cell, take_keyboard};
use crate::{
    app::{
        find::{bar_ui, drop_button},
        request::{Pane, Request},
        style,
        text_field::begin,
    },
    editor::Action,
    method::table::Column,
    model::limit,
    theme::Tone,
};
use egui::{
    Align, Button, Id, Key, Layout, Modifiers, Popup, PopupCloseBehavior, RichText, ScrollArea,
    TextEdit, Ui, Vec2, accesskit,
};
use lucide_icons::Icon;

impl TablePage {
    pub(super) fn bar_ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) {
        bar_ui(ui, "table bar", pane.text.table_bar(), |ui| {
            self.search_ui(ui, pane);
            if pane.editor.project().maps.len() > 1 {
                let label = pane.text.table_all_maps();
                let button = Button::selectable(self.shows_all, label).frame_when_inactive(true);
                if ui.add(button.min_size(Vec2::new(0.0, 28.0))).clicked() {
                    self.shows_all ^= true;
                    self.set_column(Column::Map, self.shows_all);
                    self.wants_view = true;
                }
            }
            self.columns_ui(ui, pane);
            let is_filtered = !pane.editor.filter().is_empty();
            let filter = pane.text.table_filter();
            let icon = style::icon(Icon::Funnel);
            let button = Button::selectable(is_filtered, (icon, RichText::new(&filter)));
            let button = button.frame_when_inactive(true);
            let button = ui.add(button.min_size(Vec2::new(0.0, 28.0))).accessible_name(&filter);
            if button.clicked() {
                pane.push(Request::Perform(Action::Filter));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let tone = style::color(pane.theme, Tone::Secondary);
                let words = pane.text.status_touchpoints(self.rows.len());
                let label = ui.label(RichText::new(words).color(tone));
                ui.accesskit_node_builder(label.id, |node| {
                    node.set_live(accesskit::Live::Polite);
                });
            });
        });
    }

    fn search_ui(&mut self, ui: &mut Ui, pane: &Pane<'_>) {
        let id = Id::unique("table search");
        let has_keyboard = ui.memory(|memory| memory.has_focus(id));
        let quiet = style::color(pane.theme, Tone::Quiet);
        let field = TextEdit::singleline(&mut self.typed)
            .id(id)
            .prefix(style::icon(Icon::Search).color(quiet))
            .hint_text(pane.text.table_search())
            .desired_width(200.0)
            .min_size(Vec2::new(0.0, 28.0))
            .align(egui::Align2::LEFT_CENTER)
            .char_limit(limit::LINE);
        // The table would take the same key as its own.
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let goes_down = has_keyboard && (pressed(Key::ArrowDown) || pressed(Key::Enter));
        let response = ui.add(field).accessible_name(pane.text.table_search());
        if std::mem::take(&mut self.wants_search) {
            begin(ui, id, &self.typed);
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
            self.typed.clear();
        }
        if goes_down {
            take_keyboard(ui);
        }
    }

    fn columns_ui(&mut self, ui: &mut Ui, pane: &Pane<'_>) {
        let button = drop_button(ui, &pane.text.table_columns(), false);
        Popup::menu(&button)
            .style(style::menu)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                ui.set_min_width(176.0);
                let most = (ui.ctx().content_rect().height() - 160.0).max(160.0);
                let area = ScrollArea::vertical().max_height(most).min_scrolled_height(most);
                area.show(ui, |ui| {
                    for column in Column::ALL {
                        let mut is_shown = self.columns.contains(&column);
                        let name = cell::name(pane.text, column);
                        // A row without a title could not be told from the next.
                        let field = egui::Checkbox::new(&mut is_shown, name);
                        if ui.add_enabled(column != Column::Title, field).changed() {
                            self.set_column(column, is_shown);
                        }
                    }
                });
            });
    }

    fn set_column(&mut self, column: Column, is_shown: bool) {
        if is_shown {
            self.columns.insert(column);
        } else {
            self.columns.remove(&column);
            if self.column == column {
                self.column = Column::Title;
            }
        }
    }
}
