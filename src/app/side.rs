//! The panels at the sides: library, outline or findings at the left, the inspector at the right.

use super::{
    App,
    focus::Region,
    page::Page,
    request::{Pane, Request},
    style,
};
use crate::{
    editor::Action,
    font::Weight,
    settings::{LeftView, PanelSetting},
    theme::{Theme, Tone, type_size},
};
use egui::{
    Align2, Color32, Frame, Id, Margin, Panel, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, Vec2, WidgetInfo,
};
use lucide_icons::Icon;

/// Height of the switch, in points.
const HEIGHT: f32 = 28.0;
/// Width of a tab that is only an icon.
const ICON_TAB: f32 = 36.0;

/// How strong the fields are that cannot be changed.
const READ_ONLY_ALPHA: f32 = 0.75;

impl App {
    pub(super) fn side_panels(&mut self, ui: &mut Ui, theme: Theme) {
        let Self {
            document: Some(document),
            text,
            requests,
            library,
            outline,
            findings,
            inspector,
            audit,
            settings,
            focus,
            host,
            ..
        } = self
        else {
            return;
        };
        let language = self.language;
        let today = (host.today)();
        let mut pane = Pane { editor: &document.editor, text, theme, today, requests };
        let half = ui.available_width() * 0.4;
        let side = |panel: Panel, setting: &PanelSetting| {
            panel
                .resizable(true)
                .default_size(setting.width)
                .size_range(176.0..=half.max(176.0))
                .frame(Frame::new().fill(style::color(theme, Tone::Panel)))
        };
        // Cards are dragged from there to the map, and the tree is the map's.
        if settings.library.is_open && document.page == Page::Map {
            let shown = side(Panel::left("library"), &settings.library).show(ui, |ui| {
                switch_ui(ui, settings.left, &mut pane);
                focus.region(Region::Library, ui.available_rect_before_wrap());
                match settings.left {
                    LeftView::Library => {
                        named(ui, text.library(), |ui| library.ui(ui, language, &mut pane));
                        focus.region(Region::Inbox, library.inbox_rect());
                    }
                    LeftView::Outline => {
                        named(ui, text.outline(), |ui| outline.ui(ui, &mut pane));
                    }
                    LeftView::Findings => {
                        named(ui, text.findings(), |ui| findings.ui(ui, &mut pane));
                    }
                }
            });
            settings.library.width = shown.response.rect.width();
        }
        // A walk wants all of the attention.
        let is_walking = document.page == Page::Audit && audit.is_walking();
        if settings.inspector.is_open && !is_walking {
            inspector.matching.language = language;
            inspector.gives_advice = !settings.knows_maps;
            let shown = side(Panel::right("inspector"), &settings.inspector).show(ui, |ui| {
                if pane.editor.is_read_only() {
                    // To be read as well as ever.
                    ui.visuals_mut().disabled_alpha = READ_ONLY_ALPHA;
                    ui.disable();
                }
                // The scroll bar stands in what is left of the margin.
                let margin = Margin { left: 16, right: 4, top: 12, bottom: 12 };
                Frame::new().inner_margin(margin).show(ui, |ui| {
                    named(ui, text.inspector(), |ui| inspector.ui(ui, &mut pane));
                });
            });
            focus.region(Region::Inspector, shown.response.rect);
            settings.inspector.width = shown.response.rect.width();
        }
    }
}

/// Draws the switch between the three. The third is only an icon: three words have no room in
/// every language.
fn switch_ui(ui: &mut Ui, shown: LeftView, pane: &mut Pane<'_>) {
    let margin = Vec2::new(12.0, 8.0);
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), HEIGHT + margin.y));
    let bar = Rect::from_min_max(rect.min + margin, rect.max - Vec2::new(margin.x, 0.0));
    ui.painter().rect_filled(bar, 6.0, style::color(pane.theme, Tone::Band));
    let builder = UiBuilder::new().max_rect(bar).accessibility_role(Role::TabList);
    let child = ui.new_child(builder);
    let views = [
        (LeftView::Library, pane.text.library(), Action::ToggleLibrary),
        (LeftView::Outline, pane.text.outline(), Action::ToggleOutline),
        (LeftView::Findings, pane.text.findings(), Action::ToggleFindings),
    ];
    // The words share the room by their length.
    let needs = views.each_ref().map(|(view, name, _)| match view {
        LeftView::Findings => 0.0,
        _ => {
            ui.painter().layout_no_wrap(name.clone(), tab_font(true), Color32::PLACEHOLDER).size().x
        }
    });
    let spare = (bar.width() - ICON_TAB - needs.iter().sum::<f32>()) / 2.0;
    let mut left = bar.left();
    for ((view, name, action), need) in views.into_iter().zip(needs) {
        let width = if view == LeftView::Findings { ICON_TAB } else { need + spare };
        let area = Rect::from_min_size(egui::pos2(left, bar.top()), Vec2::new(width, bar.height()));
        left += width;
        let icon = (view == LeftView::Findings).then_some(Icon::CircleAlert);
        let tab = tab_ui(&child, area, &name, icon, view == shown, pane);
        if tab.clicked() && view != shown {
            pane.push(Request::Perform(action));
        }
    }
}

fn tab_font(is_shown: bool) -> egui::FontId {
    let weight = if is_shown { Weight::SemiBold } else { Weight::Regular };
    style::font(weight, type_size::BODY)
}

fn tab_ui(
    ui: &Ui,
    rect: Rect,
    name: &str,
    icon: Option<Icon>,
    is_shown: bool,
    pane: &Pane<'_>,
) -> Response {
    let response = ui.interact(rect, Id::unique("left tab").with(name), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_shown, name));
    let tone = |tone| style::color(pane.theme, tone);
    let painter = ui.painter();
    let area = rect.shrink(2.0);
    if is_shown {
        let line = Stroke::new(1.0, tone(Tone::Line));
        painter.rect(area, 4.0, tone(Tone::Panel), line, StrokeKind::Inside);
    }
    if response.has_focus() {
        painter.rect_stroke(area, 4.0, Stroke::new(1.5, tone(Tone::Accent)), StrokeKind::Inside);
    }
    let ink = tone(if is_shown || response.hovered() { Tone::Text } else { Tone::Secondary });
    if let Some(icon) = icon {
        let font = style::icon_font(type_size::BODY + 2.0);
        painter.text(rect.center(), Align2::CENTER_CENTER, char::from(icon), font, ink);
        return response.on_hover_text(name);
    }
    painter.text(rect.center(), Align2::CENTER_CENTER, name, tab_font(is_shown), ink);
    response
}

/// A part of the window that screen readers can go to by name.
fn named(ui: &mut Ui, name: String, add: impl FnOnce(&mut Ui)) {
    let builder = egui::UiBuilder::new()
        .accessibility_role(egui::accesskit::Role::Region)
        .accessibility_label(name);
    // In a place of its own size: what does not fit must not move the panel's edge, and the map
    // beside it, with each selection.
    let rect = ui.available_rect_before_wrap();
    add(&mut ui.new_child(builder.max_rect(rect)));
    ui.advance_cursor_after_rect(rect);
}
