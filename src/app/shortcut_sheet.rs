//! The sheet of shortcuts: every key of the table of actions under the menu it belongs to, then
//! what the mouse does. What is typed leaves the rows that fit.

use super::{
    dialog::{Answer, close_button, modal},
    menu::shortcut_table,
    palette::menu_name,
    style,
    text_field::begin,
};
use crate::{
    editor::{action::Menu, fuzzy::Fuzzy},
    font::Weight,
    model::limit,
    text::Text,
    theme::{Theme, Tone, type_size},
};
use egui::{Align, Align2, Context, Id, Label, Layout, RichText, TextEdit, Ui, Vec2};
use egui_extras::{Column, TableBuilder};
use lucide_icons::Icon;

const WIDTH: f32 = 640.0;
const ROW_HEIGHT: f32 = 24.0;
/// Of the dialog, what is not rows.
const REST: f32 = 220.0;

/// The sheet while it is open.
pub struct ShortcutSheet {
    typed: String,
    groups: Vec<Group>,
    /// What is shown.
    rows: Vec<Row>,
    is_new: bool,
}

struct Group {
    heading: String,
    /// What is done, and with which keys or gesture.
    lines: Vec<(String, String)>,
}

enum Row {
    Heading(String),
    Line(String, String),
}

impl ShortcutSheet {
    /// All of it.
    pub fn new(text: &Text) -> Self {
        let keys = |menu: Option<Menu>| {
            let actions = shortcut_table().filter(|(action, _)| action.menu() == menu);
            actions.map(|(action, keys)| (action.label(text), keys)).collect()
        };
        let menus = [Menu::File, Menu::Edit, Menu::Map, Menu::View, Menu::Workshop, Menu::Help];
        let mut groups: Vec<Group> = menus
            .into_iter()
            .map(|menu| Group { heading: menu_name(text, menu), lines: keys(Some(menu)) })
            .collect();
        groups.push(Group { heading: text.shortcuts_on_map(), lines: keys(None) });
        groups.push(Group { heading: text.shortcuts_mouse(), lines: gestures(text) });
        let mut sheet = Self { typed: String::new(), groups, rows: Vec::new(), is_new: true };
        sheet.search();
        sheet
    }

    fn search(&mut self) {
        let mut fuzzy = Fuzzy::new(&self.typed);
        self.rows.clear();
        for group in &self.groups {
            let fits = |(label, keys): &&(String, String)| {
                fuzzy.fit(&format!("{label} {keys}")).is_some_and(|fit| fit.letters.len() < 5)
            };
            let mut lines = group.lines.iter().filter(fits).peekable();
            if lines.peek().is_some() {
                self.rows.push(Row::Heading(group.heading.clone()));
            }
            self.rows.extend(lines.map(|(label, keys)| Row::Line(label.clone(), keys.clone())));
        }
    }

    /// Draws the sheet.
    pub fn ui(&mut self, ctx: &Context, text: &Text) -> Answer {
        let window = ctx.content_rect();
        modal(ctx, &text.shortcuts_title(), WIDTH.min(window.width() - 80.0), |ui| {
            self.field_ui(ui, text);
            let room = (window.height() - REST).max(120.0);
            self.table_ui(ui, room);
            close_button(ui, text)
        })
    }

    fn field_ui(&mut self, ui: &mut Ui, text: &Text) {
        let theme = style::theme(ui.ctx());
        let id = Id::unique("shortcut search");
        let field = TextEdit::singleline(&mut self.typed)
            .id(id)
            .prefix(style::icon(Icon::Search).color(style::color(theme, Tone::Secondary)))
            .hint_text(text.shortcuts_search())
            .background_color(style::color(theme, Tone::Band))
            .desired_width(f32::INFINITY)
            .min_size(Vec2::new(0.0, 32.0))
            .align(Align2::LEFT_CENTER)
            .char_limit(limit::LINE);
        let response = ui.add(field).accessible_name(text.shortcuts_search());
        if std::mem::take(&mut self.is_new) {
            begin(ui, id, "");
        }
        if response.changed() {
            self.search();
        }
    }

    /// As high with few rows as with all, so that the dialog keeps its place while one types.
    fn table_ui(&self, ui: &mut Ui, room: f32) {
        let theme = style::theme(ui.ctx());
        let keys = (ui.available_width() * 0.45).floor();
        TableBuilder::new(ui)
            .cell_layout(Layout::left_to_right(Align::Center))
            .min_scrolled_height(room)
            .max_scroll_height(room)
            .auto_shrink([false, false])
            .column(Column::remainder().clip(true))
            .column(Column::exact(keys).clip(true))
            .body(|body| {
                body.rows(ROW_HEIGHT, self.rows.len(), |mut row| {
                    match self.rows.get(row.index()) {
                        Some(Row::Heading(heading)) => {
                            row.col(|ui| heading_ui(ui, heading, theme));
                            row.col(|_| {});
                        }
                        Some(Row::Line(label, keys)) => {
                            row.col(|ui| {
                                ui.add(Label::new(label).truncate());
                            });
                            row.col(|ui| {
                                let ink = style::color(theme, Tone::Secondary);
                                ui.add(Label::new(RichText::new(keys).color(ink)).truncate());
                            });
                        }
                        None => {}
                    }
                });
            });
    }
}

fn heading_ui(ui: &mut Ui, heading: &str, theme: Theme) {
    let font = style::font(Weight::SemiBold, type_size::BODY);
    let words = RichText::new(heading).font(font).color(style::color(theme, Tone::Text));
    ui.with_layout(Layout::left_to_right(Align::Max), |ui| ui.label(words));
}

/// What the mouse does: the effect, and the gesture.
fn gestures(text: &Text) -> Vec<(String, String)> {
    vec![
        (text.gesture_place(), text.gesture_place_how()),
        (text.gesture_move(), text.gesture_move_how()),
        (text.gesture_link(), text.gesture_link_how()),
        (text.gesture_reorder(), text.gesture_reorder_how()),
        (text.gesture_edit(), text.gesture_edit_how()),
        (text.gesture_select(), text.gesture_select_how()),
        (text.gesture_pan(), text.gesture_pan_how()),
        (text.gesture_zoom(), text.gesture_zoom_how()),
    ]
}
