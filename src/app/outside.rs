//! What others do to the open project's file: it is changed, it is gone, it is back. What was
//! changed there alone is shown as it is now; what was changed on both sides is asked about; where
//! the file cannot be reached, work goes on and is kept on this computer.

use super::{
    App,
    answer_bar::AnswerBar,
    conflict::Choice,
    document::{Document, Saving, file_name},
    job::{Job, Poll},
    read_only::ReadOnly,
    request::{Pane, Request},
    toast::Offer,
    watcher::{Says, Target},
};
use crate::{
    editor::Gesture,
    file::{
        self, Fingerprint, OpenError, Reason, SaveError, SaveErrorKind,
        watch::{HomeDisk, Seen},
    },
    model::Project,
    theme::Tone,
};
use egui::{Context, Event, Ui};
use lucide_icons::Icon;
use std::{path::Path, sync::Arc, time::Duration};

/// So long is waited for work to be kept.
const PATIENCE: Duration = Duration::from_secs(3);

/// How the open project's file stands.
#[derive(Default)]
pub struct Outside {
    pub presence: Presence,
    /// Which state of the project was in the file when it was gone: none is, until it is back.
    was_saved: Option<u64>,
    /// It is saved as soon as the file can be reached.
    pub waits_to_save: bool,
    /// What somebody else put into it.
    theirs: Option<Fingerprint>,
    /// That is to take the project's place, changed or not: the project is kept elsewhere.
    is_wanted: bool,
    reading: Option<Job<Result<Read, OpenError>>>,
}

/// Whether the file can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Presence {
    #[default]
    Here,
    /// It is not there any more; its folder is.
    NoFile,
    NoFolder,
}

/// A file as it is now.
struct Read {
    project: Arc<Project>,
    content: Fingerprint,
    disk: HomeDisk,
}

impl Outside {
    /// Whether both sides have changes.
    pub fn is_in_conflict(&self, document: &Document) -> bool {
        self.theirs.is_some() && !self.is_wanted && document.editor.is_unsaved()
    }
}

impl App {
    /// The file that is open is the one to be watched.
    pub(super) fn watch(&mut self) {
        let target = self.document.as_ref().and_then(|document| {
            let (path, known) = document.path.clone().zip(document.on_disk)?;
            let says = match (&document.read_only, document.is_taken_over) {
                (Some(_), _) => Says::Nothing,
                (None, true) => Says::WhoeverElse,
                (None, false) => Says::IfFree,
            };
            Some(Target { path, known, disk: document.disk, says })
        });
        self.watcher.watch(target);
    }

    /// Whether unsaved work is on this computer's disk now; for tests.
    pub fn is_kept(&self) -> bool {
        self.keeper.flush(PATIENCE) && self.keeper.is_keeping()
    }

    /// Looks what has become of the file.
    pub(super) fn poll_outside(&mut self, ctx: &Context) {
        let is_back = |event: &Event| matches!(event, Event::WindowFocused(true));
        if ctx.input(|input| input.raw.events.iter().any(is_back)) {
            self.watcher.look();
        }
        let Some(document) = &self.document else {
            return;
        };
        // What comes of a save says more.
        if document.saving.is_some() || self.errands.opening.is_some() {
            return;
        }
        if let Some(seen) = self.watcher.take() {
            self.saw(seen);
            ctx.request_repaint();
        }
        self.poll_reading(ctx);
        self.read_what_changed();
    }

    fn saw(&mut self, seen: Seen) {
        match seen {
            Seen::Same => self.is_back(),
            Seen::Changed(theirs) => {
                let Some(document) = &mut self.document else {
                    return;
                };
                if document.on_disk != Some(theirs) {
                    document.outside.theirs = Some(theirs);
                    document.outside.waits_to_save = false;
                }
                self.is_back();
            }
            Seen::NoFile => {
                self.is_gone(Presence::NoFile);
                self.go_on_saving();
            }
            Seen::NoFolder => self.is_gone(Presence::NoFolder),
        }
    }

    fn is_gone(&mut self, presence: Presence) {
        let Some(document) = &mut self.document else {
            return;
        };
        let outside = &mut document.outside;
        let before = std::mem::replace(&mut outside.presence, presence);
        outside.theirs = None;
        // What is only looked at is nobody's work.
        if outside.was_saved.is_none() && document.read_only.is_none() {
            outside.was_saved = Some(document.editor.saved_revision());
            document.editor.mark_unsaved();
        }
        if before == presence {
            return;
        }
        let name = document.path.as_deref().map(file_name).unwrap_or_default();
        self.toasts.warn(match presence {
            _ if !self.keeper.is_keeping() => self.text.outside_gone_unkept(name),
            Presence::NoFolder => self.text.outside_gone(name),
            Presence::NoFile | Presence::Here => self.text.outside_no_file(name),
        });
    }

    fn is_back(&mut self) {
        let Some(document) = &mut self.document else {
            return;
        };
        let outside = &mut document.outside;
        if let Some(revision) = outside.was_saved.take() {
            document.editor.mark_saved(revision);
        }
        let was_gone = std::mem::take(&mut outside.presence) != Presence::Here;
        if was_gone && outside.theirs.is_none() && !outside.waits_to_save {
            let name = document.path.as_deref().map(file_name).unwrap_or_default();
            self.toasts.say(self.text.outside_back(name), None);
        }
        self.go_on_saving();
    }

    fn go_on_saving(&mut self) {
        let Some(document) = &mut self.document else {
            return;
        };
        if std::mem::take(&mut document.outside.waits_to_save)
            && let Some(path) = document.path.clone().filter(|_| document.editor.is_unsaved())
        {
            self.toasts.say(self.text.outside_back_saving(file_name(&path)), None);
            self.start_saving(path, None);
        }
    }

    /// A save that found no folder is done when there is one again; gives whether that is so.
    pub(super) fn wait_to_save(&mut self, saving: &Saving, error: &SaveError) -> bool {
        let is_away =
            matches!(error.kind, SaveErrorKind::System(Reason::NoFolder | Reason::NotAFolder));
        let is_ours = |it: &&mut Document| it.path.as_ref() == Some(&saving.path);
        let Some(document) = self.document.as_mut().filter(is_ours) else {
            return false;
        };
        if !is_away || saving.then.is_some() || !self.keeper.is_keeping() {
            return false;
        }
        document.outside.waits_to_save = true;
        self.is_gone(Presence::NoFolder);
        self.watcher.forget();
        true
    }

    /// What was changed there alone is read, as soon as nobody is in the middle of something.
    fn read_what_changed(&mut self) {
        let Some(document) = &self.document else {
            return;
        };
        let (outside, editor) = (&document.outside, &document.editor);
        let is_busy = editor.editing().is_some() || *editor.gesture() != Gesture::Idle;
        let may = outside.is_wanted || !(editor.is_unsaved() || is_busy);
        if outside.theirs.is_some() && outside.reading.is_none() && may {
            self.read_theirs();
        }
    }

    fn read_theirs(&mut self) {
        let Some(document) = &mut self.document else {
            return;
        };
        let Some(path) = document.path.clone() else {
            return;
        };
        let open = match document.read_only {
            Some(ReadOnly::Newer { .. }) => file::open_newer,
            _ => file::open,
        };
        document.outside.reading = Some(Job::start(&self.host.worker, move |_| {
            let disk = HomeDisk::of(&path);
            open(&path).map(|opened| Read {
                content: opened.fingerprint(),
                project: Arc::new(opened.project),
                disk,
            })
        }));
    }

    /// The project becomes what the file is now: mine is kept elsewhere. `false` where the file is
    /// not that of the open project.
    pub(super) fn take_theirs(&mut self, path: &Path) -> bool {
        let is_it = |it: &&mut Document| it.path.as_deref() == Some(path);
        let Some(document) = self.document.as_mut().filter(is_it) else {
            return false;
        };
        document.outside.is_wanted = true;
        self.read_theirs();
        true
    }

    fn poll_reading(&mut self, ctx: &Context) {
        let Some(document) = &mut self.document else {
            return;
        };
        let outside = &mut document.outside;
        let read = match outside.reading.as_ref().map(Job::poll) {
            None | Some(Poll::Running) => return,
            Some(Poll::Done(read)) => Some(read),
            Some(Poll::Lost) => None,
        };
        outside.reading = None;
        ctx.request_repaint();
        match read {
            Some(Ok(read)) => self.take_in(read),
            Some(Err(_)) if !outside.is_wanted => {
                // Whoever writes it may be in the middle of it: then it will be changed again.
                outside.theirs = None;
                let name = document.path.as_deref().map(file_name).unwrap_or_default();
                self.toasts.warn(self.text.outside_unreadable(name));
            }
            Some(Err(error)) => {
                outside.is_wanted = false;
                self.fail_to_open(&error);
            }
            None => {
                (outside.theirs, outside.is_wanted) = (None, false);
                self.lost();
            }
        }
    }

    fn take_in(&mut self, read: Read) {
        let Some(document) = &mut self.document else {
            return;
        };
        let was_wanted = std::mem::take(&mut document.outside.is_wanted);
        let (editor, name) = (&mut document.editor, document.path.as_deref().map(file_name));
        // Somebody began to edit meanwhile.
        if editor.is_unsaved() && !was_wanted {
            return;
        }
        let before = editor.revision();
        editor.take_in(read.project);
        (document.on_disk, document.disk) = (Some(read.content), read.disk);
        document.outside.theirs = None;
        document.recovered = None;
        let revision = editor.revision();
        if revision != before {
            let name = name.unwrap_or_default();
            let is_kept = was_wanted && self.host.files.data().is_some();
            let words = if is_kept {
                self.text.outside_taken(name)
            } else {
                self.text.outside_reloaded(name)
            };
            let can_undo = document.read_only.is_none();
            self.toasts.say(words, can_undo.then_some(Offer::Undo(revision)));
        }
    }
}

/// The bar while both sides have changes.
pub fn conflict_bar(ui: &mut Ui, path: &Path, pane: &mut Pane<'_>) {
    let answer = |choice| Request::Settle(choice, path.to_owned(), None);
    let text = pane.text;
    AnswerBar {
        id: "conflict",
        icon: Icon::TriangleAlert,
        tones: (Tone::Decision, Tone::DecisionSoft),
        words: text.conflict_bar(file_name(path)),
        answers: vec![
            (text.conflict_copy(), answer(Choice::Copy)),
            (text.conflict_theirs(), answer(Choice::Theirs)),
            (text.conflict_overwrite(), answer(Choice::Mine)),
        ],
    }
    .ui(ui, pane);
}
