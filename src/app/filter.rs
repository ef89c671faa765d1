//! The bar to filter the map with: what cards can be told apart by, how many there are of each, and
//! how many stay bright.

use super::{
    find::{bar_ui, drop_button},
    focus, mark,
    request::{Pane, Request},
    style,
};
use crate::{
    editor::{Action, Facet, facets},
    font::Weight,
    model::{MapId, Mark},
    theme::{Tone, type_size},
};
use egui::{
    Align, Button, Color32, Id, Layout, Popup, PopupCloseBehavior, Response, RichText, Role,
    ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};
use lucide_icons::Icon;

/// The bar's state.
#[derive(Default)]
pub struct FilterBar {
    is_open: bool,
    wants_focus: bool,
    /// Widgets of the bar in the last frame, to know when Escape is meant for it.
    widgets: Vec<Id>,
    /// Counted for a state of the project and a map.
    counted: Option<(u64, MapId, bool)>,
    facets: Vec<(Facet, usize)>,
}

impl FilterBar {
    /// Opens the bar, with the keyboard in it; closes it where it is open. The filter stays.
    pub fn toggle(&mut self) {
        self.is_open ^= true;
        self.wants_focus = self.is_open;
    }

    /// Another project is shown.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Draws the bar while it is open; `is_of_all`: what is filtered are the cards of all maps.
    pub fn ui(&mut self, ui: &mut Ui, is_of_all: bool, pane: &mut Pane<'_>) {
        let Some(map) = pane.editor.map().filter(|_| self.is_open) else { return };
        let widgets = std::mem::take(&mut self.widgets);
        if focus::leaves(ui, &widgets) {
            self.is_open = false;
            return;
        }
        let state = Some((pane.editor.revision(), map.id, is_of_all));
        if self.counted != state {
            self.counted = state;
            let others = pane.editor.project().maps.iter().map(AsRef::as_ref);
            self.facets = facets(map, others.filter(|it| is_of_all && it.id != map.id));
        }
        bar_ui(ui, "filter", pane.text.filter_bar(), |ui| {
            self.marks_ui(ui, pane);
            let text = pane.text;
            self.list_ui(ui, "lanes", &text.filter_lane(), pane, |it| matches!(it, Facet::Lane(_)));
            self.list_ui(ui, "channels", &text.filter_channel(), pane, |it| {
                matches!(it, Facet::Channel(_))
            });
            self.list_ui(ui, "owners", &text.filter_owner(), pane, |it| {
                matches!(it, Facet::Owner(_))
            });
            self.end_ui(ui, is_of_all, pane);
        });
    }

    fn marks_ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for (facet, count) in &self.facets {
                let Facet::Mark(mark) = facet else { continue };
                let is_on = pane.editor.filter().contains(facet);
                let chip = mark_chip(ui, *mark, *count, is_on, pane);
                if std::mem::take(&mut self.wants_focus) || chip.clicked() {
                    chip.request_focus();
                }
                if chip.clicked() {
                    pane.push(Request::ToggleFilter(facet.clone()));
                }
                self.widgets.push(chip.id);
            }
        });
    }

    /// The values of one kind, behind a button that says what is chosen of them.
    fn list_ui(
        &mut self,
        ui: &mut Ui,
        id: &'static str,
        kind: &str,
        pane: &mut Pane<'_>,
        is_kind: impl Fn(&Facet) -> bool,
    ) {
        let text = pane.text;
        let values: Vec<_> = self.facets.iter().filter(|(facet, _)| is_kind(facet)).collect();
        let is_on = |facet: &Facet| pane.editor.filter().contains(facet);
        let chosen: Vec<_> = values.iter().filter(|(facet, _)| is_on(facet)).collect();
        let label = match chosen.as_slice() {
            [] => kind.to_owned(),
            [(facet, _)] => text.filter_kind_one(kind, short(name_of(facet, pane))),
            more => text.filter_kind_many(kind, more.len()),
        };
        let button = ui
            .push_id(id, |ui| {
                ui.add_enabled_ui(!values.is_empty(), |ui| {
                    drop_button(ui, &label, !chosen.is_empty())
                })
                .inner
            })
            .inner;
        self.widgets.push(button.id);
        let mut toggled = None;
        Popup::menu(&button)
            .style(style::menu)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                ui.set_min_width(200.0);
                ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                    for (facet, count) in &values {
                        if value_ui(ui, name_of(facet, pane), *count, is_on(facet), pane) {
                            toggled = Some(facet.clone());
                        }
                    }
                });
            });
        if let Some(facet) = toggled {
            pane.push(Request::ToggleFilter(facet));
        }
    }

    fn end_ui(&mut self, ui: &mut Ui, is_of_all: bool, pane: &mut Pane<'_>) {
        let tone = style::color(pane.theme, Tone::Secondary);
        if let Some(bright) = pane.editor.bright() {
            // The rows of all maps are counted above them.
            if !is_of_all {
                let words = pane.text.filter_bright(bright.count, bright.of);
                let label = ui.label(RichText::new(words).color(tone));
                ui.accesskit_node_builder(label.id, |node| {
                    node.set_live(egui::accesskit::Live::Polite);
                });
            }
            let clear = Button::new(pane.text.filter_clear()).min_size(Vec2::new(0.0, 28.0));
            let clear = ui.add(clear);
            self.widgets.push(clear.id);
            if clear.clicked() {
                pane.push(Request::Perform(Action::ClearFilter));
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = style::icon_button_here(ui, Icon::X, &pane.text.filter_close());
            self.widgets.push(close.id);
            if close.clicked() {
                self.is_open = false;
            }
        });
    }
}

/// What a value is called.
fn name_of(facet: &Facet, pane: &Pane<'_>) -> String {
    let text = pane.text;
    match facet {
        Facet::Mark(mark) => mark::name(text, *mark),
        Facet::Lane(id) => {
            let lane = pane.editor.map().and_then(|map| map.lane(*id));
            lane.map_or_else(String::new, |lane| lane.name.clone())
        }
        Facet::Channel(name) if name.is_empty() => text.filter_no_channel(),
        Facet::Owner(name) if name.is_empty() => text.filter_no_owner(),
        Facet::Channel(name) | Facet::Owner(name) => name.clone(),
    }
}

/// A name that may stand in a button.
fn short(name: String) -> String {
    const MOST: usize = 16;
    match name.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or(&name).trim_end()),
        None => name,
    }
}

/// A mark with how many cards have it.
fn mark_chip(
    ui: &mut Ui,
    mark: Option<Mark>,
    count: usize,
    is_on: bool,
    pane: &Pane<'_>,
) -> Response {
    let tone = |tone| style::color(pane.theme, tone);
    let (full, soft) = mark::tones(mark);
    let font = style::font(Weight::Medium, type_size::BODY);
    let ink = if is_on && mark.is_some() { full } else { Tone::Text };
    let galley = ui.painter().layout_no_wrap(count.to_string(), font, tone(ink));
    let (_, rect) = ui.allocate_space(Vec2::new(36.0 + galley.size().x, 28.0));
    let id = Id::unique(("filter by mark", mark));
    let response = ui.interact(rect, id, Sense::click());
    let name = mark::name(pane.text, mark);
    let words = pane.text.filter_value(&name, count);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, &words));
    let (fill, line) = match (is_on, response.hovered()) {
        (true, _) => (soft, Stroke::new(1.5, tone(full))),
        (false, true) => (Tone::Header, Stroke::new(1.0, tone(Tone::Line))),
        (false, false) => (Tone::Panel, Stroke::new(1.0, tone(Tone::Line))),
    };
    let painter = ui.painter();
    painter.rect(rect, 14.0, tone(fill), line, StrokeKind::Inside);
    let middle = rect.center().y;
    mark::paint(painter, egui::pos2(rect.left() + 15.0, middle), 10.0, mark, pane.theme);
    let at = egui::pos2(rect.left() + 26.0, middle - galley.size().y / 2.0);
    painter.galley(at, galley, tone(Tone::Text));
    response.on_hover_text(name)
}

/// A value in a list, ticked where it is chosen; gives whether it was clicked.
fn value_ui(ui: &mut Ui, name: String, count: usize, is_on: bool, pane: &Pane<'_>) -> bool {
    let ink = if is_on { Color32::PLACEHOLDER } else { Color32::TRANSPARENT };
    let words = pane.text.filter_value(&name, count);
    let number = RichText::new(count.to_string()).color(style::color(pane.theme, Tone::Secondary));
    let button = Button::new((style::icon(Icon::Check).color(ink), name))
        .min_size(Vec2::new(0.0, 28.0))
        .right_text(number);
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::selected(Role::MenuItemCheckBox, true, is_on, &words));
    response.clicked()
}
