//! The zoom control at the lower left: − 100 % + Fit, and beside it the filter.

use crate::{
    app::style,
    editor::{Action, Editor},
    text::Text,
    theme::Tone,
};
use egui::{Align2, Area, Button, Frame, Id, Margin, Order, Rect, RichText, Ui, Vec2};
use lucide_icons::Icon;

/// Shows the control; gives what was chosen, and where it stands.
pub fn ui(ui: &Ui, editor: &Editor, canvas: Rect, text: &Text) -> (Option<Action>, Rect) {
    let mut chosen = None;
    let mut funnel = style::icon(Icon::Funnel);
    if !editor.filter().is_empty() {
        funnel = funnel.color(style::color(style::theme(ui.ctx()), Tone::Accent));
    }
    let area = Area::new(Id::unique("zoom control"))
        .order(Order::Middle)
        .pivot(Align2::LEFT_BOTTOM)
        .fixed_pos(canvas.left_bottom() + Vec2::new(16.0, -16.0))
        .constrain(false)
        .fade_in(false)
        .accessible_name(text.canvas_zoom_control())
        .show(ui, |ui| {
            floating(ui).inner_margin(Margin::same(3)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.spacing_mut().button_padding.x = 8.0;
                ui.horizontal(|ui| {
                    let mut button = |label: RichText, action: Action, width: f32| {
                        let button = Button::new(label).frame_when_inactive(false);
                        let size = Vec2::new(width, 28.0);
                        let enabled = action.is_enabled(editor);
                        let response = ui.add_enabled(enabled, button.min_size(size));
                        let name = action.label(text);
                        response.widget_info(|| {
                            egui::WidgetInfo::labeled(egui::accesskit::Role::Button, enabled, &name)
                        });
                        if response.on_hover_text(&name).clicked() {
                            chosen = Some(action);
                        }
                    };
                    button(style::icon(Icon::Minus), Action::ZoomOut, 28.0);
                    let level = text.canvas_zoom_level(percent(editor.camera().zoom));
                    button(RichText::new(level), Action::ZoomTo100, 56.0);
                    button(style::icon(Icon::Plus), Action::ZoomIn, 28.0);
                    button(RichText::new(text.canvas_fit()), Action::ZoomToFit, 40.0);
                    button(funnel, Action::Filter, 28.0);
                });
            });
        });
    (chosen, area.response.rect)
}

/// The frame of what floats over the map.
pub fn floating(ui: &Ui) -> Frame {
    let visuals = ui.visuals();
    Frame::new()
        .fill(visuals.panel_fill)
        .stroke(visuals.window_stroke)
        .corner_radius(8)
        .shadow(egui::Shadow { offset: [0, 2], blur: 8, spread: 0, ..visuals.popup_shadow })
}

#[expect(clippy::cast_possible_truncation, reason = "a camera's zoom is at most 8")]
fn percent(zoom: f32) -> i32 {
    (zoom * 100.0).round() as i32
}
