//! The bar over the checklist: what is looked for, under which headings, in which order, and how
//! much is done.

use super::{ChecklistPage, take_keyboard};
use crate::{
    app::{
        find::{bar_ui, drop_button},
        request::Pane,
        style,
        text_field::begin,
    },
    method::checklist::{Grouping, Order},
    model::limit,
    text::Text,
    theme::Tone,
};
use egui::{
    Align, Button, Id, Key, Layout, Modifiers, Popup, RichText, TextEdit, Ui, Vec2, accesskit,
};
use lucide_icons::Icon;

impl ChecklistPage {
    pub(super) fn bar_ui(&mut self, ui: &mut Ui, pane: &Pane<'_>) {
        let text = pane.text;
        bar_ui(ui, "checklist bar", text.checklist_bar(), |ui| {
            self.search_ui(ui, pane);
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                for grouping in Grouping::ALL {
                    let name = grouping_name(text, grouping);
                    if toggle(ui, name, self.wish.grouping == grouping) {
                        self.wish.grouping = grouping;
                        self.wants_view = true;
                    }
                }
            });
            let order = text.checklist_order(order_name(text, self.wish.order));
            let button = drop_button(ui, &order, false);
            Popup::menu(&button).style(style::menu).show(|ui| {
                ui.set_min_width(160.0);
                for order in Order::ALL {
                    let is_on = self.wish.order == order;
                    if ui.selectable_label(is_on, order_name(text, order)).clicked() {
                        self.wish.order = order;
                        self.wants_view = true;
                        ui.close();
                    }
                }
            });
            if toggle(ui, text.checklist_open(), self.wish.only_open) {
                self.wish.only_open ^= true;
                self.wants_view = true;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let tone = style::color(pane.theme, Tone::Secondary);
                let list = &self.list;
                let mut words = text.checklist_done(list.done, list.count);
                if list.overdue > 0 {
                    words = format!("{words} · {}", text.checklist_late(list.overdue));
                }
                let label = ui.label(RichText::new(words).color(tone));
                ui.accesskit_node_builder(label.id, |node| {
                    node.set_live(accesskit::Live::Polite);
                });
            });
        });
    }

    fn search_ui(&mut self, ui: &mut Ui, pane: &Pane<'_>) {
        let id = Id::unique("checklist search");
        let has_keyboard = ui.memory(|memory| memory.has_focus(id));
        let quiet = style::color(pane.theme, Tone::Quiet);
        let field = TextEdit::singleline(&mut self.wish.typed)
            .id(id)
            .prefix(style::icon(Icon::Search).color(quiet))
            .hint_text(pane.text.checklist_search())
            .desired_width(168.0)
            .min_size(Vec2::new(0.0, 28.0))
            .align(egui::Align2::LEFT_CENTER)
            .char_limit(limit::LINE);
        // The list would take the same key as its own.
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let goes_down = has_keyboard && (pressed(Key::ArrowDown) || pressed(Key::Enter));
        let response = ui.add(field).accessible_name(pane.text.checklist_search());
        if std::mem::take(&mut self.wants_search) {
            begin(ui, id, &self.wish.typed);
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
            self.wish.typed.clear();
        }
        if goes_down {
            take_keyboard(ui);
        }
    }
}

/// A button that is on or off; gives whether it was clicked.
fn toggle(ui: &mut Ui, name: String, is_on: bool) -> bool {
    let button = Button::selectable(is_on, name).frame_when_inactive(true);
    ui.add(button.min_size(Vec2::new(0.0, 28.0))).clicked()
}

fn grouping_name(text: &Text, grouping: Grouping) -> String {
    match grouping {
        Grouping::Touchpoint => text.checklist_by_touchpoint(),
        Grouping::Owner => text.checklist_by_owner(),
        Grouping::Day => text.checklist_by_day(),
    }
}

fn order_name(text: &Text, order: Order) -> String {
    match order {
        Order::List => text.checklist_order_list(),
        Order::Day => text.checklist_order_day(),
        Order::State => text.checklist_order_state(),
        Order::Text => text.checklist_order_text(),
    }
}
