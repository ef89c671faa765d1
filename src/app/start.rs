//! The start screen, shown when nothing is open: new, open, the sample, recent projects.

use super::{
    document::{file_name, file_stem},
    request::Request,
    style,
};
use crate::{
    editor::Action,
    font::Weight,
    settings::{Recent, Settings},
    text::Text,
    theme::{Theme, Tone, type_size},
};
use egui::{
    Align2, Context, Id, LayerId, Order, Rect, RichText, Role, ScrollArea, Sense, Stroke, Ui, Vec2,
    WidgetInfo,
};
use lucide_icons::Icon;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const WIDTH: f32 = 640.0;
const TILE: f32 = 104.0;
const ROW: f32 = 48.0;
const GAP: f32 = 16.0;

/// Draws the start screen.
pub fn start_ui(
    ui: &mut Ui,
    settings: &Settings,
    text: &Text,
    theme: Theme,
    requests: &mut Vec<Request>,
) {
    ui.painter().rect_filled(ui.max_rect(), 0.0, style::color(theme, Tone::Canvas));
    ScrollArea::vertical().id_salt("start").auto_shrink(false).show(ui, |ui| {
        let width = WIDTH.min(ui.available_width() - 2.0 * GAP);
        let side = ((ui.available_width() - width) / 2.0).max(GAP);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            ui.add_space(side);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.add_space((ui.clip_rect().height() * 0.11).clamp(24.0, 120.0));
                heading_ui(ui, text, theme);
                ui.add_space(32.0);
                tiles_ui(ui, width, text, theme, requests);
                ui.add_space(32.0);
                recent_ui(ui, settings, text, theme, requests);
                ui.add_space(GAP);
                let drop = RichText::new(text.start_drop()).size(type_size::SMALL);
                ui.label(drop.color(style::color(theme, Tone::Secondary)));
                ui.add_space(GAP * 2.0);
            });
        });
    });
}

fn heading_ui(ui: &mut Ui, text: &Text, theme: Theme) {
    let tone = |tone| style::color(theme, tone);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        logo_ui(ui, theme);
        let title = RichText::new(text.start_title()).font(style::font(Weight::SemiBold, 28.0));
        ui.label(title.color(tone(Tone::Text)));
    });
    ui.add_space(8.0);
    let subtitle = RichText::new(text.start_subtitle()).size(type_size::LARGE);
    ui.label(subtitle.color(tone(Tone::Secondary)));
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

fn tiles_ui(ui: &mut Ui, width: f32, text: &Text, theme: Theme, requests: &mut Vec<Request>) {
    let tiles = [
        (Action::New, Icon::FilePlus, text.start_new(), text.start_new_more()),
        (Action::Open, Icon::FolderOpen, text.start_open(), text.start_open_more()),
        (Action::NewSample, Icon::Map, text.start_sample(), text.start_sample_more()),
    ];
    let size = Vec2::new((width - 2.0 * GAP) / 3.0, TILE);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for (action, icon, title, more) in tiles {
            let is_main = action == Action::New;
            if tile_ui(ui, size, icon, &title, &more, is_main, theme) {
                requests.push(Request::Perform(action));
            }
        }
    });
}

fn tile_ui(
    ui: &mut Ui,
    size: Vec2,
    icon: Icon,
    title: &str,
    more: &str,
    is_main: bool,
    theme: Theme,
) -> bool {
    let tone = |tone| style::color(theme, tone);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, title));
    let (fill, ink, quiet) = if is_main {
        (tone(Tone::Accent), tone(Tone::OnAccent), tone(Tone::OnAccent).gamma_multiply(0.85))
    } else {
        (tone(Tone::Panel), tone(Tone::Text), tone(Tone::Secondary))
    };
    let is_lit = response.hovered() || response.has_focus();
    let line = if is_lit {
        Stroke::new(1.5, tone(Tone::Accent))
    } else {
        Stroke::new(1.0, tone(Tone::Line))
    };
    let painter = ui.painter_at(rect.expand(2.0));
    painter.rect(rect, 10.0, fill, line, egui::StrokeKind::Inside);
    if is_lit && is_main {
        painter.rect_filled(rect, 10.0, ink.gamma_multiply(0.1));
    }
    let left = rect.left() + 16.0;
    painter.text(
        egui::pos2(left, rect.top() + 26.0),
        Align2::LEFT_CENTER,
        char::from(icon),
        style::icon_font(20.0),
        ink,
    );
    let font = style::font(Weight::SemiBold, type_size::LARGE);
    let title_at = egui::pos2(left, rect.top() + 44.0);
    let title = painter.layout_no_wrap(title.to_owned(), font, ink);
    painter.galley(title_at, title, ink);
    let font = style::font(Weight::Regular, type_size::SMALL);
    let more = painter.layout(more.to_owned(), font, quiet, size.x - 32.0);
    painter.galley(egui::pos2(left, rect.top() + 64.0), more, quiet);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

fn recent_ui(
    ui: &mut Ui,
    settings: &Settings,
    text: &Text,
    theme: Theme,
    requests: &mut Vec<Request>,
) {
    let tone = |tone| style::color(theme, tone);
    let heading =
        RichText::new(text.start_recent()).font(style::font(Weight::SemiBold, type_size::LARGE));
    ui.label(heading.color(tone(Tone::Text)));
    ui.add_space(8.0);
    if settings.recent.is_empty() {
        ui.label(RichText::new(text.start_recent_none()).color(tone(Tone::Secondary)));
        return;
    }
    let now = SystemTime::now();
    for recent in &settings.recent {
        recent_row(ui, recent, now, text, theme, requests);
        ui.add_space(4.0);
    }
}

fn recent_row(
    ui: &mut Ui,
    recent: &Recent,
    now: SystemTime,
    text: &Text,
    theme: Theme,
    requests: &mut Vec<Request>,
) {
    let tone = |tone| style::color(theme, tone);
    let id = Id::unique("recent").with(&recent.path);
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), ROW));
    let response = ui.interact(rect, id, Sense::click());
    let name = file_stem(&recent.path);
    let file = file_name(&recent.path);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &file));
    let line = if response.has_focus() { Tone::Accent } else { Tone::Line };
    let fill = if response.hovered() { Tone::Header } else { Tone::Panel };
    let painter = ui.painter_at(rect);
    let line = Stroke::new(1.0, tone(line));
    painter.rect(rect, 8.0, tone(fill), line, egui::StrokeKind::Inside);
    let left = rect.left() + 16.0;
    let when = when(text, recent.seconds, now);
    let end = rect.right() - 48.0;
    let small = style::font(Weight::Regular, type_size::SMALL);
    let when = painter.text(
        egui::pos2(end, rect.center().y),
        Align2::RIGHT_CENTER,
        when,
        small.clone(),
        tone(Tone::Secondary),
    );
    let room = when.left() - left - 16.0;
    let medium = style::font(Weight::Medium, type_size::BODY);
    let folder = recent.path.parent().map(|path| path.display().to_string()).unwrap_or_default();
    for (words, font, ink, y) in
        [(name.clone(), medium, Tone::Text, 9.0), (folder, small, Tone::Secondary, 26.0)]
    {
        let mut job = egui::text::LayoutJob::simple_singleline(words, font, tone(ink));
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        let galley = painter.layout_job(job);
        painter.galley(egui::pos2(left, rect.top() + y), galley, tone(ink));
    }
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        requests.push(Request::Open(recent.path.clone()));
    }
    let area =
        Rect::from_center_size(egui::pos2(rect.right() - 24.0, rect.center().y), Vec2::splat(28.0));
    let name = text.start_forget(name);
    if style::icon_button(ui, area, Icon::X, &name).clicked() {
        requests.push(Request::ForgetRecent(recent.path.clone()));
    }
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

/// How long ago, in words.
fn when(text: &Text, seconds: u64, now: SystemTime) -> String {
    let then = UNIX_EPOCH + Duration::from_secs(seconds);
    let passed = now.duration_since(then).unwrap_or(Duration::ZERO).as_secs();
    match passed {
        0..60 => text.when_now(),
        60..3_600 => text.when_minutes(passed / 60),
        3_600..86_400 => text.when_hours(passed / 3_600),
        _ => text.when_days(passed / 86_400),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn time_passed_is_said_in_words() {
        let text = Language::En.load();
        let now = UNIX_EPOCH + Duration::from_secs(1_000_000);
        for (ago, words) in [
            (5, "just now"),
            (60, "1 minute ago"),
            (7_200, "2 hours ago"),
            (86_400, "yesterday"),
            (300_000, "3 days ago"),
        ] {
            assert_eq!(when(&text, 1_000_000 - ago, now), words);
        }
        assert_eq!(when(&text, 2_000_000, now), "just now");
    }
}
