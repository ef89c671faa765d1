//! A card for each template: a small picture of its map, its name, and what is in it.

use super::{StartView, focus_ring, preview::Previews};
use crate::{
    app::{request::Request, style},
    catalog::Template,
    editor::Action,
    font::Weight,
    text::Text,
    theme::{Tone, type_size},
};
use egui::{CursorIcon, Galley, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};
use std::sync::Arc;

const GAP: f32 = 16.0;
const PADDING: f32 = 12.0;
const RADIUS: f32 = 10.0;

/// The action that begins a project from a template.
pub fn action_of(template: Template) -> Action {
    match template {
        Template::Blank => Action::New,
        Template::Retail => Action::NewRetail,
        Template::Twenty => Action::NewTwenty,
        Template::Blueprint => Action::NewBlueprint,
        Template::Sample => Action::NewSample,
    }
}

/// Its name, and what is in it.
fn words_of(template: Template, text: &Text) -> (String, String) {
    match template {
        Template::Blank => (text.template_blank(), text.template_blank_more()),
        Template::Retail => (text.template_retail(), text.template_retail_more()),
        Template::Twenty => (text.template_twenty(), text.template_twenty_more()),
        Template::Blueprint => (text.template_blueprint(), text.template_blueprint_more()),
        Template::Sample => (text.template_sample(), text.template_sample_more()),
    }
}

/// A card's words, laid out.
struct Words {
    name: String,
    more_name: String,
    title: Arc<Galley>,
    more: Arc<Galley>,
}

/// Draws all of them, as many side by side as there is room for.
pub fn cards_ui(
    ui: &mut Ui,
    view: StartView<'_>,
    previews: &mut Previews,
    takes_focus: bool,
    requests: &mut Vec<Request>,
) {
    let room = ui.available_width();
    let (columns, columns_f) = match room {
        880.0.. => (5, 5.0),
        540.0.. => (3, 3.0),
        _ => (2, 2.0),
    };
    let width = ((room + GAP) / columns_f - GAP).floor();
    for (row, templates) in Template::ALL.chunks(columns).enumerate() {
        if row > 0 {
            ui.add_space(GAP);
        }
        let words: Vec<_> =
            templates.iter().map(|&it| words(ui, it, width - 2.0 * PADDING, view)).collect();
        let height = |it: &Words| it.title.size().y + 4.0 + it.more.size().y;
        let tallest = words.iter().map(height).fold(0.0, f32::max);
        let size = Vec2::new(width, picture_height(width) + tallest.ceil() + 2.0 * PADDING);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for (&template, words) in templates.iter().zip(words) {
                let (_, rect) = ui.allocate_space(size);
                let id = Id::unique("template").with(template);
                if takes_focus && template == Template::ALL[0] {
                    ui.memory_mut(|memory| memory.request_focus(id));
                }
                if card_ui(ui, id, rect, &words, view, |ui, rect| {
                    previews.paint(ui, template, rect, view.theme);
                }) {
                    requests.push(Request::Perform(action_of(template)));
                }
            }
        });
    }
}

fn words(ui: &Ui, template: Template, room: f32, view: StartView<'_>) -> Words {
    let tone = |tone| style::color(view.theme, tone);
    let (name, more_name) = words_of(template, view.text);
    let lay_out = |words: &str, weight, size, ink| {
        ui.painter().layout(words.to_owned(), style::font(weight, size), tone(ink), room)
    };
    let title = lay_out(&name, Weight::SemiBold, type_size::LARGE, Tone::Text);
    let more = lay_out(&more_name, Weight::Regular, type_size::SMALL, Tone::Secondary);
    Words { name, more_name, title, more }
}

fn picture_height(width: f32) -> f32 {
    (width * 0.54).round()
}

/// One card; gives whether it was chosen.
fn card_ui(
    ui: &mut Ui,
    id: Id,
    rect: Rect,
    words: &Words,
    view: StartView<'_>,
    picture: impl FnOnce(&Ui, Rect),
) -> bool {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words.name));
    ui.accesskit_node_builder(id, |node| node.set_description(words.more_name.as_str()));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    let tone = |tone| style::color(view.theme, tone);
    let line = Stroke::new(1.0, tone(if response.hovered() { Tone::Quiet } else { Tone::Line }));
    let painter = ui.painter();
    painter.rect_filled(rect, RADIUS, tone(Tone::Panel));
    let top = Rect::from_min_size(rect.min, Vec2::new(rect.width(), picture_height(rect.width())));
    picture(ui, top);
    painter.hline(top.x_range(), top.bottom(), Stroke::new(1.0, tone(Tone::Line)));
    painter.rect_stroke(rect, RADIUS, line, StrokeKind::Inside);
    let left = rect.left() + PADDING;
    let at = egui::pos2(left, top.bottom() + PADDING);
    painter.galley(at, Arc::clone(&words.title), tone(Tone::Text));
    let at = egui::pos2(left, at.y + words.title.size().y + 4.0);
    painter.galley(at, Arc::clone(&words.more), tone(Tone::Secondary));
    if response.has_focus() {
        focus_ring(ui, rect, RADIUS, view.theme);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
