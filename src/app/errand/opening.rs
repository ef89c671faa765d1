//! A file being opened: as itself, as a copy, as what can be read of it, or into the open project.

use crate::{
    app::{
        App,
        dialog::{Dialog, Offers},
        document::Document,
        job::{Job, Poll},
        moment::in_sentence,
        read_only::ReadOnly,
        request::Request,
        toast::Offer,
        version_dialog::VersionDialog,
    },
    command::Command,
    editor::Editor,
    file::{
        self, Files, Fingerprint, Note, OpenError, OpenErrorKind, Owner, recovery::Recovery,
        side_lock::SideLock, watch::HomeDisk,
    },
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
    job: Job<Result<Opened, Box<Failure>>>,
    /// In egui's time, when it was first looked at.
    since: Option<f64>,
}

/// What was opened.
struct Opened {
    editor: Editor,
    notes: Vec<Note>,
    content: Fingerprint,
    disk: HomeDisk,
    read_only: Option<ReadOnly>,
}

/// What becomes of a file that is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// It is the project.
    AsItself,
    /// The same, and somebody else is editing it: it is only to be looked at.
    ToLook,
    /// The same, and it is edited whoever else does.
    AllTheSame,
    /// The project is a copy of it, and nobody's file yet.
    AsCopy,
    /// The same, of what can be read of a damaged file.
    Salvaged,
    /// It was saved then, and takes the place of the open project in one step.
    Into(SystemTime),
}

/// Why it was not opened.
enum Failure {
    /// Somebody else is editing it.
    Held(Owner),
    /// It cannot be; and what there is instead.
    Broken { error: OpenError, offers: Offers },
}

impl App {
    /// A file that is dropped on the window is opened.
    pub(in crate::app) fn take_dropped(&mut self, ctx: &Context) {
        let dropped =
            ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
        if let Some(path) = dropped {
            self.requests.push(Request::Open(path));
        }
    }

    /// Opens a file beside the window, up to its first layout.
    pub(in crate::app) fn start_opening(&mut self, path: PathBuf, how: How) {
        let (at, files) = (path.clone(), self.host.files.clone());
        let recovery = self.keeper.recovery().clone();
        let (fonts, text) = (Arc::clone(&self.fonts), Arc::clone(&self.text));
        let job = Job::start(&self.host.worker, move |_| {
            let holder = files.data().and_then(|_| SideLock::holder(&at));
            let held = match (how, holder) {
                (How::AsItself, Some(owner)) => return Err(Box::new(Failure::Held(owner))),
                (How::ToLook, holder) => holder.map(ReadOnly::Held),
                _ => None,
            };
            let (opened, newer) = read(&at, how)
                .map_err(|error| Box::new(Failure::of(error, &at, &files, &recovery)))?;
            Ok(Opened {
                content: opened.fingerprint(),
                disk: HomeDisk::of(&at),
                editor: Editor::new(opened.project, fonts, text, IdSource::random()),
                notes: opened.notes,
                read_only: newer.or(held),
            })
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
            Some(Ok(opened)) => {
                let mut editor = opened.editor;
                // The Chinese face may have come in meanwhile, or another language been chosen.
                if !Arc::ptr_eq(&fonts, &self.fonts) || !Arc::ptr_eq(&text, &self.text) {
                    editor.set_type(Arc::clone(&self.fonts), Arc::clone(&self.text));
                }
                editor.set_read_only(opened.read_only.is_some());
                let mut document = Document::new(editor, None, opened.notes);
                if matches!(how, How::AsItself | How::ToLook | How::AllTheSame) {
                    document.path = Some(path);
                    (document.on_disk, document.disk) = (Some(opened.content), opened.disk);
                    document.read_only = opened.read_only;
                    document.is_taken_over = how == How::AllTheSame;
                } else if opened.read_only.is_some() {
                    (document.copy_of, document.read_only) = (Some(path), opened.read_only);
                }
                self.opened(document, how);
            }
            Some(Err(failure)) => self.not_opened(path, *failure),
            None => self.lost(),
        }
        ctx.request_repaint();
    }

    fn not_opened(&mut self, path: PathBuf, failure: Failure) {
        self.dialog = Some(match failure {
            Failure::Held(owner) => Dialog::Held { path, owner },
            Failure::Broken { error, offers } => {
                let body = message::capitalized(&message::open(&self.text, &error));
                self.announcer.warn(body.clone());
                Dialog::OpenFailed { body, path, offers }
            }
        });
    }

    fn opened(&mut self, mut opened: Document, how: How) {
        match how {
            How::AsItself | How::ToLook | How::AllTheSame => {
                let path = opened.path.clone();
                self.show(opened);
                if let Some(path) = path {
                    self.remember(&path);
                }
            }
            How::AsCopy | How::Salvaged => {
                // What is only to be looked at is nobody's work.
                if opened.read_only.is_none() {
                    opened.editor.mark_unsaved();
                }
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
        let open = open.filter(|document| document.read_only.is_none());
        let now = open.map(|document| document.editor.project().clone());
        let dialog = VersionDialog::new(path, now, self.host.files.clone(), &self.host.worker);
        self.dialog = Some(Dialog::Versions(Box::new(dialog)));
    }
}

/// Reads a file; one of a newer format only to be looked at, as far as it can be read.
fn read(path: &Path, how: How) -> Result<(file::Opened, Option<ReadOnly>), OpenError> {
    if how == How::Salvaged {
        return file::salvage(path).map(|opened| (opened, None));
    }
    let error = match file::open(path) {
        Ok(opened) => return Ok((opened, None)),
        Err(error) => error,
    };
    let (OpenErrorKind::Newer { format }, false) = (&error.kind, matches!(how, How::Into(_)))
    else {
        return Err(error);
    };
    match file::open_newer(path) {
        Ok(opened) if count(&opened) != (0, 0) => {
            Ok((opened, Some(ReadOnly::Newer { format: *format })))
        }
        _ => Err(error),
    }
}

/// How much there is in it: touchpoints and stages.
fn count(opened: &file::Opened) -> (usize, usize) {
    let maps = &opened.project.maps;
    let cards = maps.iter().map(|map| map.touchpoints.len()).sum();
    (cards, maps.iter().map(|map| map.stages.len()).sum())
}

impl Failure {
    fn of(error: OpenError, path: &Path, files: &Files, recovery: &Recovery) -> Self {
        let has_versions = files.versions(path).is_ok_and(|versions| !versions.is_empty());
        let readable = error.is_of_content().then(|| file::salvage(path).ok()).flatten();
        let readable = readable.as_ref().map(count).filter(|&count| count != (0, 0));
        let left = recovery.left().into_iter().find(|left| left.is_of(path));
        let left = left.map(|left| left.folder().to_owned());
        Self::Broken { error, offers: Offers { left, has_versions, readable } }
    }
}
