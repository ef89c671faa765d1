//! The earlier versions of a file: when each was saved, what has changed since, and two ways to
//! have it again.

use super::{
    dialog::{Answer, buttons, modal},
    document::file_name,
    job::{Job, Poll, Worker},
    moment::moment,
    request::{Next, Request},
    style, words,
};
use crate::{
    file::{self, Files},
    font::Weight,
    model::{Difference, Project},
    text::Text,
    theme::{Tone, type_size},
};
use egui::{Context, Layout, RichText, Role, ScrollArea, Sense, Stroke, Ui, Vec2, WidgetInfo};
use std::{
    io,
    path::{Path, PathBuf},
    time::SystemTime,
};

/// The height of a version in the list.
const ROW: f32 = 48.0;

/// The dialog's state.
pub struct VersionDialog {
    file: PathBuf,
    /// The file's project is open: a version can be brought back into it.
    is_open: bool,
    looking: Option<Job<io::Result<Vec<Row>>>>,
    rows: Result<Vec<Row>, String>,
    chosen: usize,
}

/// One version.
struct Row {
    path: PathBuf,
    saved: SystemTime,
    content: Content,
}

/// What is in a version.
enum Content {
    /// Compared with the open project.
    Since(Difference),
    /// Nothing is open that it could be compared with.
    Cards(usize),
    Unreadable,
}

impl VersionDialog {
    /// For a file; with what it is now, where it is open.
    pub fn new(file: PathBuf, now: Option<Project>, files: Files, worker: &Worker) -> Self {
        let (is_open, at) = (now.is_some(), file.clone());
        let looking = Job::start(worker, move |_| look(&files, &at, now.as_ref()));
        Self { file, is_open, looking: Some(looking), rows: Ok(Vec::new()), chosen: 0 }
    }

    /// Draws the dialog.
    pub fn ui(&mut self, ctx: &Context, text: &Text, requests: &mut Vec<Request>) -> Answer {
        match self.looking.as_ref().map(Job::poll) {
            Some(Poll::Running) | None => {}
            Some(Poll::Done(rows)) => {
                self.rows = rows.map_err(|error| error.to_string());
                self.looking = None;
            }
            Some(Poll::Lost) => {
                self.rows = Err(text.reason_defect());
                self.looking = None;
            }
        }
        modal(ctx, &text.versions_title(), 520.0, |ui| {
            ui.label(RichText::new(file_name(&self.file)).weak());
            ui.add_space(4.0);
            self.list_ui(ui, text);
            self.buttons_ui(ui, text, requests)
        })
    }

    fn list_ui(&mut self, ui: &mut Ui, text: &Text) {
        let (chosen, now) = (&mut self.chosen, SystemTime::now());
        let rows = match &self.rows {
            _ if self.looking.is_some() => return drop(ui.label(text.versions_looking())),
            Ok(rows) if rows.is_empty() => return drop(ui.label(text.versions_none())),
            Err(why) => return drop(ui.label(text.versions_failed(why))),
            Ok(rows) => rows,
        };
        let room = (ui.ctx().content_rect().height() - 260.0).max(160.0);
        ScrollArea::vertical().max_height(room).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            for (at, row) in rows.iter().enumerate() {
                let when = moment(text, row.saved, now);
                let what = row.content.words(text);
                if row_ui(ui, at == *chosen, &when, &what) {
                    *chosen = at;
                }
            }
        });
        ui.add_space(4.0);
        ui.label(RichText::new(text.versions_more()).weak());
    }

    fn buttons_ui(&self, ui: &mut Ui, text: &Text, requests: &mut Vec<Request>) -> Answer {
        let mut answer = Answer::Waiting;
        let rows = self.rows.as_deref().unwrap_or_default();
        let chosen = rows.get(self.chosen);
        let can = chosen.is_some_and(|row| !matches!(row.content, Content::Unreadable));
        buttons(ui, |ui| {
            if self.is_open {
                let bring_back = style::main_button(ui, text.versions_bring_back());
                let clicked = ui.add_enabled(can, bring_back).clicked();
                if let Some(row) = chosen.filter(|_| clicked) {
                    requests.push(Request::BringBack(row.path.clone(), row.saved));
                    answer = Answer::Closed;
                }
            }
            let copy = if self.is_open {
                egui::Button::new(text.versions_open_copy())
            } else {
                style::main_button(ui, text.versions_open_copy())
            };
            let clicked = ui.add_enabled(can, copy).clicked();
            if let Some(row) = chosen.filter(|_| clicked) {
                requests.push(Request::Ask(Next::OpenCopy(row.path.clone())));
                answer = Answer::Closed;
            }
            ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                if ui.button(text.dialog_close()).clicked() {
                    answer = Answer::Closed;
                }
            });
        });
        answer
    }
}

impl Content {
    fn words(&self, text: &Text) -> String {
        match self {
            Self::Since(difference) if difference.is_none() => text.versions_same(),
            Self::Since(difference) => text.versions_since(words::difference(text, difference)),
            Self::Cards(count) => text.versions_cards(*count),
            Self::Unreadable => text.versions_unreadable(),
        }
    }
}

/// Opens each version and compares it.
fn look(files: &Files, file: &Path, now: Option<&Project>) -> io::Result<Vec<Row>> {
    let content = |path: &Path| match (file::open(path), now) {
        (Ok(opened), Some(now)) => Content::Since(Difference::between(&opened.project, now)),
        (Ok(opened), None) => {
            Content::Cards(opened.project.maps.iter().map(|map| map.touchpoints.len()).sum())
        }
        (Err(_), _) => Content::Unreadable,
    };
    let versions = files.versions(file)?.into_iter();
    Ok(versions
        .map(|version| Row {
            content: content(&version.path),
            path: version.path,
            saved: version.saved,
        })
        .collect())
}

/// A row of two lines; gives whether it was chosen. Walking there with the keyboard chooses it.
pub fn row_ui(ui: &mut Ui, is_chosen: bool, when: &str, what: &str) -> bool {
    let theme = style::theme(ui.ctx());
    let tone = |tone| style::color(theme, tone);
    let size = Vec2::new(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = format!("{when}, {what}");
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &name));
    let (fill, line) = match () {
        () if is_chosen => (Tone::AccentSoft, Tone::Accent),
        () if response.hovered() => (Tone::Header, Tone::Line),
        () => (Tone::Panel, Tone::Line),
    };
    let painter = ui.painter_at(rect);
    let line = Stroke::new(1.0, tone(line));
    painter.rect(rect, 8.0, tone(fill), line, egui::StrokeKind::Inside);
    let medium = style::font(Weight::Medium, type_size::BODY);
    let small = style::font(Weight::Regular, type_size::SMALL);
    for (words, font, ink, y) in
        [(when, medium, Tone::Text, 7.0), (what, small, Tone::Secondary, 26.0)]
    {
        let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), font, tone(ink));
        job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - 24.0);
        let galley = painter.layout_job(job);
        painter.galley(rect.min + Vec2::new(12.0, y), galley, tone(ink));
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.clicked() || response.gained_focus()
}
