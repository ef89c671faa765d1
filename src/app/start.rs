//! The start screen, shown when nothing is open: templates to begin with, recent projects, open.

mod preview;
mod recent;
mod template;

use self::{preview::Previews, recent::Presence};
use super::{job::Worker, request::Request, style};
use crate::{
    editor::Action,
    font::{Fonts, Weight},
    settings::Settings,
    text::{Language, Text},
    theme::{Theme, Tone, type_size},
};
use egui::{
    Align, Align2, Button, Context, Id, LayerId, Layout, Order, Rect, RichText, Role, ScrollArea,
    Sense, Stroke, Ui, Vec2, WidgetInfo,
};
use lucide_icons::Icon;
use std::sync::Arc;

/// As wide as it gets.
const WIDTH: f32 = 1044.0;
/// Left and right of it, at least.
const SIDE: f32 = 32.0;

/// What the start screen remembers from frame to frame.
#[derive(Default)]
pub struct Start {
    previews: Previews,
    presence: Presence,
    /// The keyboard goes to the first template.
    wants_focus: bool,
}

/// What the start screen shows.
#[derive(Clone, Copy)]
pub struct StartView<'a> {
    pub settings: &'a Settings,
    pub language: Language,
    pub fonts: &'a Arc<Fonts>,
    pub text: &'a Arc<Text>,
    pub worker: &'a Worker,
    pub theme: Theme,
}

impl Start {
    /// The keyboard goes to the first template: nothing had it, and an arrow was pressed.
    pub fn take_focus(&mut self) {
        self.wants_focus = true;
    }

    /// Draws the start screen.
    pub fn ui(&mut self, ui: &mut Ui, view: StartView<'_>, requests: &mut Vec<Request>) {
        self.previews.update(view);
        self.presence.update(ui, view);
        let has_focus = std::mem::take(&mut self.wants_focus);
        ui.painter().rect_filled(ui.max_rect(), 0.0, style::color(view.theme, Tone::Canvas));
        ScrollArea::vertical().id_salt("start").auto_shrink(false).show(ui, |ui| {
            let width = WIDTH.min(ui.available_width() - 2.0 * SIDE).floor();
            let side = ((ui.available_width() - width) / 2.0).floor();
            let height = ui.clip_rect().height();
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing = Vec2::ZERO;
                ui.add_space(side);
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.add_space((height * 0.06).clamp(20.0, 64.0).floor());
                    heading_ui(ui, view, requests);
                    ui.add_space(28.0);
                    title_ui(ui, view.text.start_new(), view.theme);
                    ui.add_space(12.0);
                    template::cards_ui(ui, view, &mut self.previews, has_focus, requests);
                    ui.add_space(28.0);
                    recent_heading_ui(ui, view, requests);
                    ui.add_space(12.0);
                    recent::list_ui(ui, view, &self.presence, requests);
                    ui.add_space(SIDE);
                });
            });
        });
    }
}

/// The program's sign and name, and what it is for.
fn heading_ui(ui: &mut Ui, view: StartView<'_>, requests: &mut Vec<Request>) {
    let tone = |tone| style::color(view.theme, tone);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        logo_ui(ui, view.theme);
        let title = RichText::new(view.text.start_title());
        let font = style::font(Weight::SemiBold, type_size::SHEET_TITLE);
        ui.label(title.font(font).color(tone(Tone::Text)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            language_ui(ui, view, requests);
        });
    });
    ui.add_space(8.0);
    let subtitle = RichText::new(view.text.start_subtitle()).size(type_size::LARGE);
    ui.label(subtitle.color(tone(Tone::Secondary)));
}

/// The languages by their own names: whoever cannot read the others finds his.
fn language_ui(ui: &mut Ui, view: StartView<'_>, requests: &mut Vec<Request>) {
    ui.spacing_mut().item_spacing.x = 4.0;
    let chosen = |action: &Action| action.language().flatten();
    // From right to left.
    let actions = Action::ALL.iter().rev().filter_map(|it| Some((*it, chosen(it)?)));
    for (action, language) in actions {
        let is_on = language == view.language;
        let (weight, ink) = if is_on {
            (Weight::SemiBold, Tone::Accent)
        } else {
            (Weight::Regular, Tone::Secondary)
        };
        let name = RichText::new(language.language_name());
        let name = name.font(style::font(weight, type_size::BODY));
        let name = name.color(style::color(view.theme, ink));
        let button = Button::new(name).frame_when_inactive(false).selected(false);
        let response = ui.add(button);
        response.widget_info(|| {
            WidgetInfo::selected(Role::RadioButton, true, is_on, language.language_name())
        });
        if response.clicked() {
            requests.push(Request::Perform(action));
        }
    }
}

/// The three marks on a line: the program's sign.
fn logo_ui(ui: &mut Ui, theme: Theme) {
    use crate::model::Mark;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(60.0, 32.0), Sense::hover());
    let line = Stroke::new(2.5, style::color(theme, Tone::Accent));
    let points = [(6.0, 20.0), (30.0, 9.0), (54.0, 22.0)].map(|(x, y)| rect.min + Vec2::new(x, y));
    ui.painter().line(points.to_vec(), line);
    for (point, mark) in points.into_iter().zip(Mark::ALL) {
        ui.painter().circle_filled(point, 8.5, style::color(theme, Tone::Canvas));
        super::mark::paint(ui.painter(), point, 11.0, Some(mark), theme);
    }
}

/// The heading of a section.
fn title_ui(ui: &mut Ui, words: String, theme: Theme) {
    let font = style::font(Weight::SemiBold, type_size::LARGE);
    let tone = style::color(theme, Tone::Text);
    ui.label(RichText::new(words).font(font).color(tone));
}

fn recent_heading_ui(ui: &mut Ui, view: StartView<'_>, requests: &mut Vec<Request>) {
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), 28.0));
    let child = |layout| egui::UiBuilder::new().max_rect(rect).layout(layout);
    let mut left = ui.new_child(child(Layout::left_to_right(Align::Center)));
    title_ui(&mut left, view.text.start_recent(), view.theme);
    let mut right = ui.new_child(child(Layout::right_to_left(Align::Center)));
    let label = view.text.start_open();
    let button = Button::new((style::icon(Icon::FolderOpen), label.as_str()));
    if right.add(button).accessible_name(label.clone()).clicked() {
        requests.push(Request::Perform(Action::Open));
    }
}

/// Whoever has the keyboard has a ring around it.
fn focus_ring(ui: &Ui, rect: Rect, radius: f32, theme: Theme) {
    let line = Stroke::new(2.0, style::color(theme, Tone::Accent));
    ui.painter().rect_stroke(rect, radius, line, egui::StrokeKind::Inside);
}

/// What letting go of a file over the window does.
pub fn drop_hint(ctx: &Context, text: &Text, theme: Theme) {
    let layer = LayerId::new(Order::Foreground, Id::unique("drop"));
    let painter = ctx.layer_painter(layer);
    let rect = ctx.content_rect();
    let tone = |tone| style::color(theme, tone);
    painter.rect_filled(rect, 0.0, tone(Tone::AccentSoft).gamma_multiply(0.85));
    let line = Stroke::new(2.0, tone(Tone::Accent));
    painter.rect_stroke(rect.shrink(12.0), 12.0, line, egui::StrokeKind::Inside);
    let font = style::font(Weight::SemiBold, type_size::TITLE);
    let words = text.start_drop();
    painter.text(rect.center(), Align2::CENTER_CENTER, words, font, tone(Tone::Accent));
}
