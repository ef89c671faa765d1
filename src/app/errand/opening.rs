//! A file being opened: as itself, as a copy, as what can be read of it, or into the open project.

use crate::{
    app::{
        App,
        dialog::Dialog,
        document::Document,
        job::{Job, Poll},
        moment::in_sentence,
        toast::Offer,
        version_dialog::VersionDialog,
    },
    command::Command,
    editor::Editor,
    file::{self, Files, Fingerprint, Note, OpenError, watch::HomeDisk},
    font::Fonts,
    message,
    model::IdSource,
    text::Text,
};
use egui::Context;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

/// What takes longer than this is said to be going on.
const PATIENCE: Duration = Duration::from_millis(200);

/// A file being opened. Nothing can be edited meanwhile: it would be lost.
pub struct Opening {
    path: PathBuf,
    how: How,
    /// Those that it is laid out with.
    fonts: Arc<Fonts>,
    text: Arc<Text>,
    job: Job<Opened>,
    /// In egui's time, when it was first looked at.
    since: Option<f64>,
}

/// The editor of what was opened with what there is to say about it, or why there is none.
type Opened = Result<(Editor, Vec<Note>, (Fingerprint, HomeDisk)), Box<Failure>>;

/// What becomes of a file that is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// It is the project.
    AsItself,
    /// The project is a copy of it, and nobody's file yet.
    AsCopy,
    /// The same, of what can be read of a damaged file.
    Salvaged,
    /// It was saved then, and takes the place of the open project in one step.
    Into(SystemTime),
}

/// Why it could not be opened, and what there is instead.
struct Failure {
    error: OpenError,
    has_versions: bool,
    readable: Option<(usize, usize)>,
}

impl App {
    /// Opens a file beside the window, up to its first layout.
    pub(in crate::app) fn start_opening(&mut self, path: PathBuf, how: How) {
        let (at, files) = (path.clone(), self.host.files.clone());
        let (fonts, text) = (Arc::clone(&self.fonts), Arc::clone(&self.text));
        let job = Job::start(&self.host.worker, move |_| {
            let opened = match how {
                How::Salvaged => file::salvage(&at),
                How::AsItself | How::AsCopy | How::Into(_) => file::open(&at),
            };
            let opened = opened.map_err(|error| Box::new(Failure::of(error, &at, &files)))?;
            let on_disk = (opened.fingerprint(), HomeDisk::of(&at));
            let editor = Editor::new(opened.project, fonts, text, IdSource::random());
            Ok((editor, opened.notes, on_disk))
        });
        let (fonts, text) = (Arc::clone(&self.fonts), Arc::clone(&self.text));
        self.errands.opening = Some(Opening { path, how, fonts, text, job, since: None });
    }

    /// Whether a file has been opening for so long that this should be said.
    pub(in crate::app) fn is_opening_slowly(&mut self, ctx: &Context) -> bool {
        let now = ctx.input(|input| input.time);
        self.errands.opening.as_mut().is_some_and(|opening| {
            let since = *opening.since.get_or_insert(now);
            ctx.request_repaint_after(PATIENCE);
            now - since >= PATIENCE.as_secs_f64()
        })
    }

    pub(super) fn poll_opening(&mut self, ctx: &Context) {
        let Some(opening) = &self.errands.opening else {
            return;
        };
        let result = match opening.job.poll() {
            Poll::Running => return,
            Poll::Done(result) => Some(result),
            Poll::Lost => None,
        };
        let Some(Opening { path, how, fonts, text, .. }) = self.errands.opening.take() else {
            return;
        };
        match result {
            Some(Ok((mut editor, notes, on_disk))) => {
                // The Chinese face may have come in meanwhile, or another language been chosen.
                if !Arc::ptr_eq(&fonts, &self.fonts) || !Arc::ptr_eq(&text, &self.text) {
                    editor.set_type(Arc::clone(&self.fonts), Arc::clone(&self.text));
                }
                let path = Some(path).filter(|_| how == How::AsItself);
                let mut document = Document::new(editor, path, notes);
                if document.path.is_some() {
                    (document.on_disk, document.disk) = (Some(on_disk.0), on_disk.1);
                }
                self.opened(document, how);
            }
            Some(Err(failure)) => {
                let body = message::capitalized(&message::open(&self.text, &failure.error));
                self.announcer.warn(body.clone());
                self.dialog = Some(Dialog::OpenFailed {
                    body,
                    path,
                    has_versions: failure.has_versions,
                    readable: failure.readable,
                });
            }
            None => self.lost(),
        }
        ctx.request_repaint();
    }

    fn opened(&mut self, mut opened: Document, how: How) {
        match how {
            How::AsItself => {
                let path = opened.path.clone();
                self.show(opened);
                if let Some(path) = path {
                    self.remember(&path);
                }
            }
            How::AsCopy | How::Salvaged => {
                opened.editor.mark_unsaved();
                self.show(opened);
            }
            How::Into(saved) => {
                let Some(document) = &mut self.document else {
                    return;
                };
                let project = Arc::new(opened.editor.project().clone());
                document.editor.run(Command::Restore(project));
                document.editor.seal();
                let when = in_sentence(&self.text, saved, SystemTime::now());
                let offer = Offer::Undo(document.editor.revision());
                self.toasts.say(self.text.toast_brought_back(when), Some(offer));
            }
        }
    }

    /// Lists the earlier versions of a file.
    pub(in crate::app) fn show_versions(&mut self, path: PathBuf) {
        let open = self.document.as_ref().filter(|it| it.path.as_ref() == Some(&path));
        let now = open.map(|document| document.editor.project().clone());
        let dialog = VersionDialog::new(path, now, self.host.files.clone(), &self.host.worker);
        self.dialog = Some(Dialog::Versions(Box::new(dialog)));
    }
}

impl Failure {
    fn of(error: OpenError, path: &Path, files: &Files) -> Self {
        let has_versions = files.versions(path).is_ok_and(|versions| !versions.is_empty());
        let readable = error.is_of_content().then(|| file::salvage(path).ok()).flatten();
        let readable = readable.map(|salvaged| {
            let maps = &salvaged.project.maps;
            let cards = maps.iter().map(|map| map.touchpoints.len()).sum();
            (cards, maps.iter().map(|map| map.stages.len()).sum())
        });
        let readable = readable.filter(|&count| count != (0, 0));
        Self { error, has_versions, readable }
    }
}
