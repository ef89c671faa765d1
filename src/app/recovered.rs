//! Work that a program left unsaved when it died: at the next start it is opened at once, with a
//! bar that says what it is. What waits beside it is listed on the start screen. Nothing goes
//! before somebody has saved it or given it up.

mod ask;
mod list;

pub use ask::{differs_ui, discard_ui};
use list::title_of;

use super::{
    App,
    answer_bar::AnswerBar,
    dialog::Dialog,
    document::{Document, file_name},
    errand::How,
    job::{Job, Poll},
    keeper::{self, Seen, Work},
    moment::in_sentence,
    read_only::who_has_it,
    request::{Next, Pane, Request},
    style,
};
use crate::{
    editor::Editor,
    file::{
        self, Note, OpenError, Owner,
        recovery::{Left, Recovery, Slot, Standing},
        side_lock::SideLock,
        watch::HomeDisk,
    },
    message,
    model::{Difference, IdSource},
    theme::{Theme, Tone},
};
use egui::{Context, Frame, Margin, Panel, Ui};
use lucide_icons::Icon;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

/// What the open project was recovered from, as long as the bar says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    /// When it was kept.
    pub time: SystemTime,
    pub standing: Standing,
    /// The file that it belongs to.
    pub file: Option<PathBuf>,
}

/// Work that was left, as it is known to the window.
#[derive(Default)]
pub struct LeftWork {
    /// What waits, the latest first.
    waiting: Vec<Left>,
    looking: Option<(Wanted, Job<Found>)>,
    comparing: Option<Job<Result<Difference, OpenError>>>,
}

/// What is to be opened of it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Wanted {
    /// The latest; where a file was asked for, what belongs to it, else the file itself.
    AtStart(Option<PathBuf>),
    /// That in a certain folder.
    In(PathBuf),
    Nothing,
}

/// What was found.
struct Found {
    waiting: Vec<Left>,
    open: Option<Result<Open, OpenError>>,
    /// Opened if no work was.
    file: Option<PathBuf>,
}

struct Open {
    editor: Editor,
    notes: Vec<Note>,
    slot: Slot,
    left: Left,
    standing: Standing,
    /// Of the file that it belongs to.
    disk: HomeDisk,
    /// Who else is editing that.
    holder: Option<Owner>,
}

impl App {
    /// The window has come up: what was left unsaved is opened, else a file, if one was asked for.
    pub fn begin(&mut self, file: Option<PathBuf>) {
        // The next start may be in another folder.
        let file = file.map(|file| std::path::absolute(&file).unwrap_or(file));
        self.look_for_work(Wanted::AtStart(file));
    }

    /// Looks what waits, without opening any.
    pub(super) fn look_for_left_work(&mut self) {
        if self.left.looking.is_none() {
            self.look_for_work(Wanted::Nothing);
        }
    }

    pub(super) fn open_left_work(&mut self, folder: PathBuf) {
        self.look_for_work(Wanted::In(folder));
    }

    fn look_for_work(&mut self, wanted: Wanted) {
        let recovery = self.keeper.recovery().clone();
        let (fonts, text) = (Arc::clone(&self.fonts), Arc::clone(&self.text));
        let make = move |project| Editor::new(project, fonts, text, IdSource::random());
        let looks_for = wanted.clone();
        let job = Job::start(&self.host.worker, move |_| look(&recovery, looks_for, make));
        self.left.looking = Some((wanted, job));
    }

    /// Looks what has come in.
    pub(super) fn poll_left_work(&mut self, ctx: &Context) {
        match self.left.looking.as_ref().map(|(_, job)| job.poll()) {
            Some(Poll::Done(found)) => {
                self.left.looking = None;
                self.take_found(ctx, found);
                ctx.request_repaint();
            }
            Some(Poll::Lost) => {
                self.lost_left_work(ctx);
                ctx.request_repaint();
            }
            Some(Poll::Running) | None => {}
        }
        match self.left.comparing.as_ref().map(Job::poll) {
            Some(Poll::Done(compared)) => {
                self.left.comparing = None;
                match compared {
                    Ok(difference) => self.dialog = Some(Dialog::Differs(difference)),
                    Err(error) => self.fail_to_open(&error),
                }
                ctx.request_repaint();
            }
            Some(Poll::Lost) => {
                self.left.comparing = None;
                self.lost();
            }
            Some(Poll::Running) | None => {}
        }
    }

    fn take_found(&mut self, ctx: &Context, found: Found) {
        let Found { mut waiting, open, file } = found;
        let others = waiting.len();
        let mut asked = file;
        match open {
            // Somebody was faster than the disk: it waits.
            Some(Ok(open)) if self.document.is_some() => waiting.insert(0, open.left),
            Some(Ok(open)) => {
                asked = None;
                self.show_recovered(open);
                self.say_others(others);
            }
            Some(Err(error)) => self.fail_to_open(&error),
            None if asked.is_some() => self.say_others(others),
            None => {}
        }
        self.left.waiting = waiting;
        if let Some(file) = asked {
            // Somebody may have begun a project meanwhile.
            self.ask(ctx, Next::Open(file));
        }
    }

    /// Of what waits, where the start screen is not seen.
    fn say_others(&mut self, count: usize) {
        if count > 0 {
            self.toasts.say(self.text.recovered_others(count), None);
        }
    }

    /// The program came upon a defect of its own in what was left: it waits, to be seen.
    fn lost_left_work(&mut self, ctx: &Context) {
        let wanted = self.left.looking.take().map(|(wanted, _)| wanted);
        self.lost();
        match wanted {
            Some(Wanted::AtStart(file)) => {
                self.look_for_left_work();
                if let Some(file) = file {
                    self.ask(ctx, Next::Open(file));
                }
            }
            Some(Wanted::In(_)) => self.look_for_left_work(),
            Some(Wanted::Nothing) | None => {}
        }
    }

    /// Unsaved work is handed over to be kept.
    pub(super) fn keep(&mut self) {
        // What was given up on the way out stays given up.
        if let Some(document) = self.document.as_ref().filter(|_| !self.may_quit) {
            let editor = &document.editor;
            let (revision, base) = (editor.revision(), document.on_disk);
            let seen = Seen { document: self.shown, revision, base };
            if editor.is_unsaved() {
                let (path, text) = (document.path.as_deref(), &self.text);
                self.keeper.see(seen, || Work {
                    project: editor.project().clone(),
                    about: keeper::about(path, base, &document.title(text)),
                });
            } else {
                self.keeper.see_saved(seen, document.path.as_deref());
            }
        }
        self.status.is_keeping = self.keeper.is_keeping();
        if let Some(why) = self.keeper.take_trouble() {
            let why = message::reason(&self.text, &why);
            self.toasts.say(self.text.recovered_not_kept(why), None);
        }
    }

    pub(super) fn left_work_bar(&mut self, ui: &mut Ui, theme: Theme) {
        if self.left.is_empty() {
            return;
        }
        let Self { left, text, requests, .. } = self;
        let fill = style::color(theme, Tone::AccentSoft);
        Panel::top("left work")
            .frame(Frame::new().fill(fill).inner_margin(Margin::symmetric(16, 12)))
            .show(ui, |ui| left.ui(ui, text, theme, requests));
    }

    fn show_recovered(&mut self, open: Open) {
        let Open { mut editor, notes, slot, left, standing, disk, holder } = open;
        // The Chinese face may have come in meanwhile.
        editor.set_type(Arc::clone(&self.fonts), Arc::clone(&self.text));
        editor.mark_unsaved();
        let file = left.about.path.clone();
        let mut document = Document::new(editor, None, notes);
        match standing {
            Standing::Ahead => {
                document.path.clone_from(&file);
                (document.on_disk, document.disk) = (left.about.base, disk);
                if let Some((owner, file)) = holder.zip(file.as_deref()) {
                    let who = who_has_it(&self.text, &owner, &file_name(file));
                    self.toasts.warn(message::capitalized(&who));
                }
            }
            Standing::Stale | Standing::Gone => document.copy_of.clone_from(&file),
            Standing::NeverSaved => {}
        }
        document.recovered = Some(Recovered { time: left.time, standing, file });
        self.show(document);
        self.keeper.adopt(slot);
    }

    /// The bar's answer: the work stays as it is, unsaved.
    pub(super) fn keep_recovered(&mut self) {
        if let Some(document) = &mut self.document {
            document.recovered = None;
        }
    }

    /// The bar's answer: the file as it is on disk. The work waits on the start screen.
    pub(super) fn show_saved_file(&mut self) {
        let recovered = self.document.as_ref().and_then(|document| document.recovered.as_ref());
        if let Some(file) = recovered.and_then(|recovered| recovered.file.clone()) {
            if !self.leave_work() {
                return;
            }
            self.document = None;
            self.toasts.say(self.text.recovered_waits(), None);
            self.start_opening(file, How::AsItself);
            self.look_for_left_work();
        }
    }

    /// Unsaved work is put where whoever opens it next finds it. `false`: it could not be, and stays.
    pub(super) fn leave_work(&mut self) -> bool {
        self.take_text();
        self.keep();
        let left = self.keeper.leave();
        if let Err(why) = &left {
            let why = message::reason(&self.text, why);
            self.toasts.warn(self.text.recovered_not_kept(why));
        }
        left.is_ok()
    }

    /// What the work has that the file on disk has not.
    pub(super) fn compare_with_saved_file(&mut self) {
        let Some(document) = &self.document else {
            return;
        };
        let file = document.recovered.as_ref().and_then(|recovered| recovered.file.clone());
        if let Some(file) = file.or_else(|| document.path.clone()) {
            let mine = document.editor.project().clone();
            self.left.comparing = Some(Job::start(&self.host.worker, move |_| {
                file::open(&file).map(|opened| Difference::between(&opened.project, &mine))
            }));
        }
    }

    /// Gives work up for good: it was asked about.
    pub(super) fn discard_left_work(&mut self, folder: &Path) {
        let found = self.left.waiting.iter().position(|left| left.folder() == folder);
        let Some(left) = found.map(|at| self.left.waiting.remove(at)) else {
            return;
        };
        let discarded = left.hold().and_then(|slot| slot.map_or(Ok(()), Slot::discard));
        if let Err(error) = discarded {
            log::warn!("unsaved work could not be put away: {error}");
        }
    }

    pub(super) fn ask_to_discard(&mut self, folder: PathBuf) {
        let title = self.left.waiting.iter().find(|left| left.folder() == folder);
        if let Some(title) = title.map(|left| title_of(left, &self.text)) {
            self.dialog = Some(Dialog::DiscardLeft { title, folder });
        }
    }
}

fn look(
    recovery: &Recovery,
    wanted: Wanted,
    make: impl FnOnce(crate::model::Project) -> Editor,
) -> Found {
    let mut waiting = recovery.left();
    let at = match &wanted {
        Wanted::AtStart(None) => (!waiting.is_empty()).then_some(0),
        Wanted::AtStart(Some(file)) => waiting.iter().position(|left| left.is_of(file)),
        Wanted::In(folder) => waiting.iter().position(|left| left.folder() == folder),
        Wanted::Nothing => None,
    };
    // What cannot be read waits on: somebody may still make sense of it.
    let open = at.and_then(|at| {
        let left = waiting.get(at)?.clone();
        let slot = left.hold().ok()??;
        Some(left.open().map(|opened| {
            waiting.remove(at);
            let standing = left.standing();
            let file = left.about.path.as_deref();
            let disk = file.map(HomeDisk::of).unwrap_or_default();
            let holder = file.and_then(SideLock::holder);
            Open {
                editor: make(opened.project),
                notes: opened.notes,
                slot,
                left,
                standing,
                disk,
                holder,
            }
        }))
    });
    let file = match wanted {
        Wanted::AtStart(file) => file,
        Wanted::In(_) | Wanted::Nothing => None,
    };
    Found { waiting, open, file }
}

/// The bar over a map that was recovered.
pub fn bar_ui(ui: &mut Ui, recovered: &Recovered, pane: &mut Pane<'_>) {
    let text = pane.text;
    let when = in_sentence(text, recovered.time, SystemTime::now());
    let name = recovered.file.as_deref().map(file_name).unwrap_or_default();
    let words = match recovered.standing {
        Standing::NeverSaved => text.recovered_never_saved(when),
        Standing::Ahead => text.recovered_ahead(&name, when),
        Standing::Stale => text.recovered_stale(&name, when),
        Standing::Gone => text.recovered_gone(&name, when),
    };
    let mut answers = vec![(text.recovered_keep(), Request::KeepRecovered)];
    if matches!(recovered.standing, Standing::Ahead | Standing::Stale) {
        answers.push((text.recovered_show_saved(), Request::ShowSavedFile));
        answers.push((text.recovered_differs(), Request::CompareWithSaved));
    }
    let (icon, tones) = (Icon::LifeBuoy, (Tone::Accent, Tone::AccentSoft));
    AnswerBar { id: "recovered", icon, tones, words, answers }.ui(ui, pane);
}
