//! A part of the inspector that is a quiet heading until somebody uses it.

use crate::{
    app::{request::Pane, style},
    font::Weight,
    theme::{Tone, type_size},
};
use egui::{Id, Role, Sense, Ui, Vec2, WidgetInfo, accesskit::Action};
use lucide_icons::Icon;

const HEIGHT: f32 = 28.0;

/// What a section is called.
pub struct Heading {
    pub title: String,
    /// What can be known of it while it is folded: "3.7", "1 of 3".
    pub summary: String,
}

/// Draws a heading and, where it is open, what belongs to it. A section that is used is open, any
/// other is folded, until somebody opens or folds it: then it stays so for all that is selected.
pub fn section_ui(
    ui: &mut Ui,
    key: &str,
    heading: &Heading,
    is_used: bool,
    pane: &mut Pane<'_>,
    content: impl FnOnce(&mut Ui, &mut Pane<'_>),
) {
    ui.add_space(8.0);
    ui.separator();
    let id = Id::unique("inspector section").with(key);
    let chosen = ui.data(|data| data.get_temp::<bool>(id));
    let mut is_open = chosen.unwrap_or(is_used);
    if heading_ui(ui, id, heading, is_open, pane) {
        is_open = !is_open;
        ui.data_mut(|data| data.insert_temp(id, is_open));
    }
    if is_open {
        content(ui, pane);
    }
}

/// Gives whether it was clicked.
fn heading_ui(ui: &mut Ui, id: Id, heading: &Heading, is_open: bool, pane: &Pane<'_>) -> bool {
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), HEIGHT));
    let response = ui.interact(rect, id, Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &heading.title));
    ui.accesskit_node_builder(id, |node| {
        node.set_expanded(is_open);
        node.add_action(if is_open { Action::Collapse } else { Action::Expand });
        if !heading.summary.is_empty() {
            node.set_description(heading.summary.as_str());
        }
    });
    let tone = |tone| style::color(pane.theme, tone);
    let painter = ui.painter_at(rect);
    let middle = rect.center().y;
    let font = style::font(Weight::SemiBold, type_size::BODY);
    let galley = painter.layout_no_wrap(heading.title.clone(), font, tone(Tone::Text));
    let arrow = if is_open { Icon::ChevronDown } else { Icon::ChevronRight };
    let lit = response.hovered() || response.has_focus();
    painter.text(
        egui::pos2(rect.right() - 8.0, middle),
        egui::Align2::CENTER_CENTER,
        char::from(arrow),
        style::icon_font(type_size::BODY),
        tone(if lit { Tone::Text } else { Tone::Quiet }),
    );
    let left = rect.left() + galley.size().x + 12.0;
    let font = style::font(Weight::Regular, type_size::BODY);
    let summary = painter.layout_no_wrap(heading.summary.clone(), font, tone(Tone::Secondary));
    let at = (rect.right() - 24.0 - summary.size().x).max(left);
    let top = |height: f32| middle - height / 2.0;
    painter.galley(egui::pos2(rect.left(), top(galley.size().y)), galley, tone(Tone::Text));
    painter.galley(egui::pos2(at, top(summary.size().y)), summary, tone(Tone::Secondary));
    let asked = |action| ui.input(|input| input.has_accesskit_action_request(id, action));
    response.clicked() || asked(if is_open { Action::Collapse } else { Action::Expand })
}
