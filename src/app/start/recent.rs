//! The projects that were open before: where, when, and whether they are still there.

use super::{StartView, focus_ring};
use crate::{
    app::{
        document::{file_name, file_stem},
        job::{Job, Poll},
        request::Request,
        style,
    },
    file::plain,
    font::Weight,
    settings::Recent,
    text::Text,
    theme::{Tone, type_size},
};
use egui::{
    Align2, CursorIcon, EventFilter, FontId, Id, Key, Painter, Rect, Role, Sense, Stroke,
    StrokeKind, Ui, Vec2, WidgetInfo,
};
use lucide_icons::Icon;
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

const ROW: f32 = 40.0;
const RADIUS: f32 = 10.0;
/// What stands for the part of a path that is left out.
const ELLIPSIS: &str = "…";

/// Which of the recent files are gone. Looked up beside the window: a folder may be far away.
#[derive(Default)]
pub struct Presence {
    /// Those that were looked for.
    asked: Vec<PathBuf>,
    job: Option<Job<BTreeSet<PathBuf>>>,
    missing: BTreeSet<PathBuf>,
    was_in_front: bool,
}

impl Presence {
    /// Looks again when the list is another one, and when the window comes to the front.
    pub fn update(&mut self, ui: &Ui, view: StartView<'_>) {
        let is_in_front = ui.input(|input| input.focused);
        let has_come = is_in_front && !std::mem::replace(&mut self.was_in_front, is_in_front);
        let paths = || view.settings.recent.iter().map(|recent| &recent.path);
        if has_come || !paths().eq(&self.asked) {
            self.asked = paths().cloned().collect();
            let asked = self.asked.clone();
            self.job = Some(Job::start(view.worker, move |_| {
                asked.into_iter().filter(|path| !plain::exists(path)).collect()
            }));
        }
        match self.job.as_ref().map(Job::poll) {
            Some(Poll::Running) | None => return,
            Some(Poll::Done(missing)) => self.missing = missing,
            Some(Poll::Lost) => {}
        }
        self.job = None;
    }
}

/// Draws the list; without recent projects, what will be there and that a file can be dropped.
pub fn list_ui(ui: &mut Ui, view: StartView<'_>, presence: &Presence, requests: &mut Vec<Request>) {
    let recents = &view.settings.recent;
    if recents.is_empty() {
        none_ui(ui, view);
        return;
    }
    let now = SystemTime::now();
    let home = directories::UserDirs::new().map(|user| user.home_dir().to_owned());
    let tone = |tone| style::color(view.theme, tone);
    let ground = ui.painter().add(egui::Shape::Noop);
    let mut whole = Rect::NOTHING;
    for (at, recent) in recents.iter().enumerate() {
        let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), ROW));
        if at > 0 {
            let line = Stroke::new(1.0, tone(Tone::Line));
            ui.painter().hline(rect.x_range().shrink(16.0), rect.top(), line);
        }
        whole = whole.union(rect);
        let about = About {
            name: file_stem(&recent.path),
            folder: folder_of(&recent.path, home.as_deref()),
            when: when(view.text, recent.seconds, now),
            is_missing: presence.missing.contains(&recent.path),
        };
        row_ui(ui, rect, recent, &about, view, requests);
    }
    let line = Stroke::new(1.0, tone(Tone::Line));
    let frame =
        egui::epaint::RectShape::new(whole, RADIUS, tone(Tone::Panel), line, StrokeKind::Inside);
    ui.painter().set(ground, frame);
    ui.add_space(12.0);
    let hint = egui::RichText::new(view.text.start_drop()).size(type_size::SMALL);
    ui.label(hint.color(tone(Tone::Secondary)));
}

fn none_ui(ui: &mut Ui, view: StartView<'_>) {
    let tone = |tone| style::color(view.theme, tone);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 120.0), Sense::hover());
    let outline = crate::app::painter::stroke::rounded(rect.shrink(0.5), RADIUS);
    let line = Stroke::new(1.0, tone(Tone::Quiet));
    ui.painter().extend(egui::Shape::dashed_line(&outline, line, 5.0, 4.0));
    let inner = rect.shrink2(Vec2::new(24.0, 20.0));
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner));
    child.vertical_centered(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.label(
            style::icon(Icon::FolderOpen).font(style::icon_font(20.0)).color(tone(Tone::Quiet)),
        );
        ui.label(egui::RichText::new(view.text.start_recent_none()).color(tone(Tone::Text)));
        let hint = egui::RichText::new(view.text.start_drop()).size(type_size::SMALL);
        ui.label(hint.color(tone(Tone::Secondary)));
    });
}

/// What a row says.
struct About {
    name: String,
    folder: String,
    when: String,
    is_missing: bool,
}

fn row_ui(
    ui: &mut Ui,
    rect: Rect,
    recent: &Recent,
    about: &About,
    view: StartView<'_>,
    requests: &mut Vec<Request>,
) {
    let text = view.text;
    let id = Id::unique("recent").with(&recent.path);
    // The cross stands beside it, not on it.
    let mut row = rect;
    row.max.x -= 44.0;
    let response = ui.interact(row, id, Sense::click());
    let last = if about.is_missing { text.start_missing() } else { about.when.clone() };
    response.widget_info(|| {
        let name = text.start_recent_name(file_name(&recent.path), &about.folder, &last);
        WidgetInfo::labeled(Role::Button, true, name)
    });
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if ui.is_rect_visible(rect) {
        if ui.rect_contains_pointer(rect) {
            let fill = style::color(view.theme, Tone::Header);
            ui.painter().rect_filled(rect.shrink2(Vec2::new(4.0, 3.0)), 6.0, fill);
        }
        paint_row(&ui.painter_at(rect), rect, about, &last, view);
        if response.has_focus() {
            focus_ring(ui, row.shrink2(Vec2::new(4.0, 3.0)), 6.0, view.theme);
        }
    }
    let has_focus = response.has_focus();
    let response = response.on_hover_text(recent.path.display().to_string());
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        requests.push(Request::Open(recent.path.clone()));
    }
    let middle = egui::pos2(rect.right() - 24.0, rect.center().y);
    let area = Rect::from_center_size(middle, Vec2::splat(28.0));
    let name = text.start_forget(&about.name);
    let cross = style::icon_button(ui, area, Icon::X, &name);
    if has_focus {
        // Of what is further right, egui would take the nearest: not always the cross.
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        if ui.input(|input| input.key_pressed(Key::ArrowRight)) {
            cross.request_focus();
        }
    }
    if cross.clicked() {
        requests.push(Request::ForgetRecent(recent.path.clone()));
    }
}

/// The name at the left, the folder beside it, at the right when it was open.
fn paint_row(painter: &Painter, rect: Rect, about: &About, last: &str, view: StartView<'_>) {
    let tone = |tone| style::color(view.theme, tone);
    let small = style::font(Weight::Regular, type_size::SMALL);
    let (left, right, middle) = (rect.left() + 16.0, rect.right() - 48.0, rect.center().y);
    let at = egui::pos2(right, middle);
    let ink = tone(Tone::Secondary);
    let end = painter.text(at, Align2::RIGHT_CENTER, last, small.clone(), ink);
    let icon = if about.is_missing { Icon::FileX } else { Icon::FileText };
    let at = egui::pos2(left, middle);
    let icon_font = style::icon_font(16.0);
    painter.text(at, Align2::LEFT_CENTER, char::from(icon), icon_font, tone(Tone::Quiet));
    let left = left + 28.0;
    // The same in every row, so that folders stand in a column.
    let name_room = (rect.width() * 0.4).floor();
    let ink = if about.is_missing { Tone::Secondary } else { Tone::Text };
    let font = style::font(Weight::Medium, type_size::BODY);
    style::text_in(painter, egui::pos2(left, middle), &about.name, name_room, (font, tone(ink)));
    let folder_at = left + name_room + 24.0;
    let folder = shortened(painter, &about.folder, &small, end.left() - folder_at - 24.0);
    let at = egui::pos2(folder_at, middle);
    painter.text(at, Align2::LEFT_CENTER, folder, small, tone(Tone::Secondary));
}

/// The folder of a file, with `~` for the user's own.
fn folder_of(path: &Path, home: Option<&Path>) -> String {
    let Some(folder) = path.parent() else {
        return String::new();
    };
    match home.and_then(|home| folder.strip_prefix(home).ok()) {
        Some(rest) if rest.as_os_str().is_empty() => "~".to_owned(),
        Some(rest) => Path::new("~").join(rest).display().to_string(),
        None => folder.display().to_string(),
    }
}

/// A path that fits: what is too much goes from its middle, where it says least.
fn shortened(painter: &Painter, path: &str, font: &FontId, room: f32) -> String {
    shortened_by(path, |words| {
        let ink = egui::Color32::PLACEHOLDER;
        painter.layout_no_wrap(words.to_owned(), font.clone(), ink).size().x <= room
    })
}

fn shortened_by(path: &str, fits: impl Fn(&str) -> bool) -> String {
    if fits(path) {
        return path.to_owned();
    }
    let letters: Vec<char> = path.chars().collect();
    let kept = |count: usize| -> String {
        // The end says more than the beginning.
        let start = count / 3;
        let end = letters.len() - (count - start);
        let (start, end) = (letters.iter().take(start), letters.iter().skip(end));
        start.copied().chain(ELLIPSIS.chars()).chain(end.copied()).collect()
    };
    let counts: Vec<usize> = (0..letters.len()).collect();
    let most = counts.partition_point(|&count| fits(&kept(count)));
    kept(most.saturating_sub(1))
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

    #[test]
    fn a_long_path_loses_its_middle() {
        for (path, room, expected) in [
            ("/home/anna", 10, "/home/anna"),
            ("/home/anna", 9, "/h…e/anna"),
            ("~/Documents/карты/2026", 12, "~/D…рты/2026"),
            ("/地图/客户/旅程", 6, "/…户/旅程"),
            ("/home/anna", 1, "…"),
            ("/home/anna", 0, "…"),
        ] {
            let short = shortened_by(path, |words| words.chars().count() <= room);
            assert_eq!(short, expected, "{path} in {room}");
        }
    }

    #[test]
    fn the_own_folder_is_a_tilde() {
        let home = Path::new("/home/anna");
        for (path, folder) in [
            ("/home/anna/maps/shop.ron", "~/maps"),
            ("/home/anna/shop.ron", "~"),
            ("/home/annabel/shop.ron", "/home/annabel"),
            ("shop.ron", ""),
        ] {
            assert_eq!(folder_of(Path::new(path), Some(home)), folder);
        }
    }
}
