//! The bar to find a text with, at the top of the map: how many matches there are and which one is
//! selected, next and previous, and what stands on other maps.

use super::{
    focus,
    request::{Pane, Request},
    style, text_field,
};
use crate::{
    editor::Action,
    model::{MapId, limit},
    theme::{Tone, type_size},
};
use egui::{
    Align, Button, Frame, Id, Key, Layout, Margin, Panel, Popup, Response, RichText, TextEdit, Ui,
    Vec2, accesskit,
};
use lucide_icons::Icon;

/// Height of the bars over the map, in points.
pub const HEIGHT: f32 = 40.0;

/// The bar's state.
#[derive(Default)]
pub struct FindBar {
    is_open: bool,
    /// Kept while the bar is closed: the next search may be the same.
    text: String,
    /// The field is to get the keyboard.
    wants_focus: bool,
    /// Widgets of the bar in the last frame, to know when Escape is meant for it.
    widgets: Vec<Id>,
}

impl FindBar {
    /// Opens the bar, with the keyboard in its field; what was looked for last is there, and typing
    /// replaces it.
    pub fn open(&mut self) {
        self.is_open = true;
        self.wants_focus = true;
    }

    /// Opens the bar without taking the keyboard; gives what is looked for.
    pub fn show(&mut self) -> &str {
        self.is_open = true;
        &self.text
    }

    /// Another project is shown.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Draws the bar while it is open.
    pub fn ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) {
        if !self.is_open {
            return;
        }
        let widgets = std::mem::take(&mut self.widgets);
        if focus::leaves(ui, &widgets) {
            self.close(pane);
            return;
        }
        bar_ui(ui, "find", pane.text.find_bar(), |ui| {
            self.field_ui(ui, pane);
            self.count_ui(ui, pane);
            for (icon, action) in
                [(Icon::ChevronUp, Action::FindPrevious), (Icon::ChevronDown, Action::FindNext)]
            {
                let can = !pane.editor.matches().is_empty();
                let name = action.label(pane.text);
                let button =
                    ui.add_enabled_ui(can, |ui| style::icon_button_here(ui, icon, &name)).inner;
                self.widgets.push(button.id);
                if button.clicked() {
                    pane.push(Request::Perform(action));
                }
            }
            self.elsewhere_ui(ui, pane);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let close = style::icon_button_here(ui, Icon::X, &pane.text.find_close());
                self.widgets.push(close.id);
                if close.clicked() {
                    self.close(pane);
                }
            });
        });
        if self.text != pane.editor.find_text() && self.is_open {
            pane.push(Request::Find(self.text.clone()));
        }
    }

    fn close(&mut self, pane: &mut Pane<'_>) {
        self.is_open = false;
        pane.push(Request::Find(String::new()));
    }

    fn field_ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) {
        let quiet = style::color(pane.theme, Tone::Quiet);
        let field = TextEdit::singleline(&mut self.text)
            .id(Id::unique("find"))
            .prefix(style::icon(Icon::Search).color(quiet))
            .hint_text(pane.text.find_hint())
            .desired_width(264.0)
            .min_size(Vec2::new(0.0, 28.0))
            .align(egui::Align2::LEFT_CENTER)
            .char_limit(limit::LINE)
            // Enter goes to the next match, and the caret stays.
            .return_key(None);
        let response = ui.add(field).accessible_name(pane.text.find_hint());
        self.widgets.push(response.id);
        if std::mem::take(&mut self.wants_focus) {
            text_field::begin(ui, response.id, &self.text);
        }
        if response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            let is_back = ui.input(|input| input.modifiers.shift);
            let action = if is_back { Action::FindPrevious } else { Action::FindNext };
            pane.push(Request::Find(self.text.clone()));
            pane.push(Request::Perform(action));
        }
    }

    fn count_ui(&self, ui: &mut Ui, pane: &Pane<'_>) {
        if self.text.trim().is_empty() {
            return;
        }
        let (editor, text) = (pane.editor, pane.text);
        let count = editor.matches().len();
        let words = match editor.match_at() {
            Some(at) => text.find_at(at + 1, count),
            None if count > 0 => text.find_found(count),
            None => text.find_nothing(),
        };
        let tone = style::color(pane.theme, Tone::Secondary);
        let label = ui.label(RichText::new(words).color(tone));
        ui.accesskit_node_builder(label.id, |node| node.set_live(accesskit::Live::Polite));
    }

    /// What stands on other maps, with a way to go there.
    fn elsewhere_ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) {
        let elsewhere: Vec<(MapId, usize)> = pane.editor.matches_elsewhere().collect();
        let count: usize = elsewhere.iter().map(|(_, count)| count).sum();
        if count == 0 {
            return;
        }
        let button = drop_button(ui, &pane.text.find_elsewhere(count), false);
        self.widgets.push(button.id);
        Popup::menu(&button).style(style::menu).show(|ui| {
            ui.set_min_width(184.0);
            for (map, count) in elsewhere {
                let title = pane.editor.project().map(map).map_or("", |map| map.title.trim());
                let title = if title.is_empty() { pane.text.untitled() } else { title.to_owned() };
                if ui.button(pane.text.find_elsewhere_map(title, count)).clicked() {
                    pane.push(Request::FindOn(map));
                    ui.close();
                }
            }
        });
    }
}

/// A bar across the top of the map.
pub fn bar_ui(ui: &mut Ui, id: &'static str, name: String, content: impl FnOnce(&mut Ui)) {
    let theme = style::theme(ui.ctx());
    let frame =
        Frame::new().fill(style::color(theme, Tone::Panel)).inner_margin(Margin::symmetric(12, 4));
    Panel::top(id).min_size(HEIGHT).frame(frame).show(ui, |ui| {
        let builder = egui::UiBuilder::new()
            .accessibility_role(accesskit::Role::Group)
            .accessibility_label(name);
        ui.scope_builder(builder, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.set_min_height(HEIGHT - 8.0);
                ui.spacing_mut().item_spacing = Vec2::new(8.0, 4.0);
                content(ui);
            });
        });
    });
}

/// A button that opens a list; filled while something of it is chosen.
pub fn drop_button(ui: &mut Ui, label: &str, is_on: bool) -> Response {
    let theme = style::theme(ui.ctx());
    let ink = style::color(theme, if is_on { Tone::Accent } else { Tone::Text });
    let words = RichText::new(label).size(type_size::BODY).color(ink);
    let arrow = style::icon(Icon::ChevronDown).color(style::color(theme, Tone::Secondary));
    let mut button = Button::new((words, arrow)).min_size(Vec2::new(0.0, 28.0)).gap(4.0);
    if is_on {
        button = button.fill(style::color(theme, Tone::AccentSoft));
    }
    let response = ui.add(button).accessible_name(label);
    if response.clicked() {
        // So that the arrows walk the list, and Escape is for the bar.
        response.request_focus();
    }
    response
}
