//! What takes time and goes on beside the window: open, save, export, choosing a file, looking for
//! the Chinese face. And what asks first, where work would be lost.

mod opening;
mod picture;
mod saving;

pub use opening::{How, Opening};

use super::{
    App, Host,
    canvas::Canvas,
    checklist::ChecklistPage,
    compare::ComparePage,
    conflict::Taking,
    crash,
    dialog::Dialog,
    document::{Document, plain_name},
    findings::FindingsView,
    inspector::Inspector,
    job::{Job, Poll},
    matrix::MatrixPage,
    outline::OutlineView,
    picker::{Picked, Picker, Purpose, with_extension},
    quick_add::QuickAdd,
    request::Next,
    status::StatusBar,
    style,
    table::TablePage,
    tabs::Tabs,
    typing,
};
use crate::{
    catalog,
    editor::Editor,
    export::ExportError,
    file::{OpenError, plain},
    font::FaceData,
    message,
    model::{IdSource, Project},
};
use egui::{Context, ViewportCommand};
use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

/// The work under way.
#[derive(Default)]
pub struct Errands {
    pub opening: Option<Opening>,
    pub exporting: Option<(PathBuf, Job<Result<(), ExportError>>)>,
    pub picker: Option<Picker>,
    pub taking: Option<Taking>,
    pub face: Option<Job<Option<FaceData>>>,
    /// The settings being written.
    pub remembering: Option<Job<io::Result<()>>>,
}

impl App {
    /// Goes on with something, after asking where work would be lost.
    pub(super) fn ask(&mut self, ctx: &Context, next: Next) {
        self.take_text();
        let Some(document) = &mut self.document else {
            self.proceed(ctx, next);
            return;
        };
        if document.saving.is_some() {
            self.ask_while_saving(next);
        } else if document.editor.is_unsaved() {
            self.dialog = Some(Dialog::Unsaved {
                title: document.title(&self.text),
                is_never_saved: document.path.is_none(),
                next,
            });
        } else {
            self.proceed(ctx, next);
        }
    }

    /// Goes on with something; unsaved work was asked about.
    pub(super) fn proceed(&mut self, ctx: &Context, next: Next) {
        match next {
            Next::New(template) => {
                let mut ids = IdSource::random();
                let project = catalog::new_project(template, self.language, &mut ids);
                let project = catalog::as_of(project, (self.host.today)());
                self.show_project(project);
            }
            Next::Open(path) => self.start_opening(path, How::AsItself),
            Next::OpenCopy(path) => self.start_opening(path, How::AsCopy),
            Next::OpenSnapshot(id) => self.open_snapshot(id),
            Next::OpenToLook(path) => self.start_opening(path, How::ToLook),
            Next::OpenAllTheSame(path) => self.start_opening(path, How::AllTheSame),
            Next::Salvage(path) => self.start_opening(path, How::Salvaged),
            Next::OpenLeft(folder) => {
                self.keeper.forget();
                self.document = None;
                self.open_left_work(folder);
            }
            Next::Close => {
                self.keeper.forget();
                self.document = None;
                self.errands.picker = None;
                self.look_for_left_work();
            }
            Next::Quit => {
                self.keeper.forget();
                self.may_quit = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    /// Shows a project that is not on disk instead of the open one.
    pub fn show_project(&mut self, project: Project) {
        let (fonts, text) = (Arc::clone(&self.fonts), Arc::clone(&self.text));
        let editor = Editor::new(project, fonts, text, IdSource::random());
        self.show(Document::new(editor, None, Vec::new()));
    }

    pub(super) fn show(&mut self, document: Document) {
        // What was there before was asked about.
        self.keeper.forget();
        self.shown += 1;
        typing::forget(&self.ctx);
        self.document = Some(document);
        // What was asked or counted was about another project.
        self.errands.picker = None;
        self.canvas = Canvas::default();
        self.inspector = Inspector::default();
        self.tabs = Tabs::default();
        self.table = TablePage::default();
        self.checklist = ChecklistPage::default();
        self.matrix = MatrixPage::default();
        self.compare = ComparePage::default();
        self.quick_add = QuickAdd::default();
        self.status = StatusBar::default();
        self.library.forget();
        self.find_bar.forget();
        self.filter_bar.forget();
        self.outline = OutlineView::default();
        self.findings = FindingsView::default();
    }

    /// Saves where the project is, or asks where it should go.
    pub(super) fn save(&mut self, then: Option<Next>) {
        self.take_text();
        let own = self.document.as_ref().filter(|document| document.read_only.is_none());
        match own.and_then(|document| document.path.clone()) {
            Some(path) => self.start_saving(path, then),
            None => self.pick(Purpose::SaveAs { then }),
        }
    }

    /// Asks for a file.
    pub(super) fn pick(&mut self, purpose: Purpose) {
        if self.errands.picker.is_some() {
            return;
        }
        let path = self.document.as_ref().and_then(|document| document.path.as_deref());
        let recent = self.settings.recent.first().map(|recent| recent.path.as_path());
        let folder = path.or(recent).and_then(Path::parent).map(Path::to_owned);
        let folder = folder.filter(|folder| folder.is_absolute()).unwrap_or_else(home);
        let name = self.name_for(&purpose);
        let question = purpose.question(folder, name, &self.text);
        let Host { file_dialog, worker, .. } = &self.host;
        self.errands.picker = Some(Picker::new(purpose, question, *file_dialog, worker));
    }

    fn name_for(&self, purpose: &Purpose) -> String {
        let Some(document) = &self.document else {
            return self.text.untitled();
        };
        let name = document.file_name(&self.text);
        let Purpose::Export(picture) = purpose else {
            return name;
        };
        let project = document.editor.project();
        let title = project.map(picture.map).map(|map| plain_name(&map.title));
        match title.filter(|title| !title.is_empty()) {
            Some(title) if project.maps.len() > 1 => format!("{name} – {title}"),
            _ => name,
        }
    }

    /// Looks what has come in.
    pub(super) fn poll(&mut self, ctx: &Context) {
        self.poll_face(ctx);
        self.poll_opening(ctx);
        self.poll_saving(ctx);
        self.poll_exporting(ctx);
        self.poll_left_work(ctx);
        self.poll_taking();
        self.poll_outside(ctx);
        if let Some(picker) = &mut self.errands.picker {
            let picked = picker.poll(ctx);
            self.picked(ctx, picked);
        }
    }

    fn poll_face(&mut self, ctx: &Context) {
        let Some(job) = &self.errands.face else {
            return;
        };
        match job.poll() {
            Poll::Running => return,
            Poll::Done(Some(face)) => {
                self.fonts = Arc::new(self.fonts.with_han(face));
                style::set_fonts(ctx, &self.fonts);
                if let Some(document) = &mut self.document {
                    document.editor.set_type(Arc::clone(&self.fonts), Arc::clone(&self.text));
                }
                ctx.request_repaint();
            }
            Poll::Done(None) | Poll::Lost => self.type_notice.is_missing = true,
        }
        self.errands.face = None;
    }

    /// Takes what came of choosing a file.
    pub(super) fn picked(&mut self, ctx: &Context, picked: Picked) {
        let (path, is_checked) = match picked {
            Picked::Waiting => return,
            Picked::Cancelled => {
                self.errands.picker = None;
                return;
            }
            Picked::Path(path) => (path, false),
            Picked::Checked(path) => (path, true),
        };
        let Some(picker) = self.errands.picker.take() else {
            return;
        };
        if picker.purpose.is_open() {
            self.ask(ctx, Next::Open(path));
            return;
        }
        let full = with_extension(&path, picker.purpose.extension());
        if !is_checked && full != path && plain::exists(&full) {
            self.dialog = Some(Dialog::Replace { path: full, purpose: picker.purpose });
        } else {
            self.write_to(full, picker.purpose);
        }
    }

    /// Writes what was asked for to a file.
    pub(super) fn write_to(&mut self, path: PathBuf, purpose: Purpose) {
        match purpose {
            Purpose::Open => {}
            Purpose::SaveAs { then } => {
                self.take_text();
                self.start_saving(path, then);
            }
            Purpose::Export(picture) => self.start_exporting(path, picture),
        }
    }

    fn remember(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.settings.remember(&path, SystemTime::now());
    }

    pub(super) fn fail_to_open(&mut self, error: &OpenError) {
        let body = message::open(&self.text, error);
        self.fail(self.text.error_open_title(), &body, None);
    }

    pub(super) fn fail(&mut self, title: String, body: &str, more: Option<String>) {
        let body = message::capitalized(body);
        self.announcer.warn(body.clone());
        self.dialog = Some(Dialog::Error { title, body, more });
    }

    pub(super) fn lost(&mut self) {
        let report = crash::last_report().map(|path| path.display().to_string());
        let more = report.map(|path| self.text.error_lost_report(path));
        self.fail(self.text.error_lost_title(), &self.text.error_lost_body(), more);
    }
}

/// Where files are when nothing else says so.
fn home() -> PathBuf {
    let user = directories::UserDirs::new();
    let folder = user.as_ref().map(|user| {
        user.document_dir().filter(|dir| plain::is_folder(dir)).unwrap_or(user.home_dir())
    });
    folder.map(Path::to_owned).or_else(|| std::env::current_dir().ok()).unwrap_or_default()
}
