//! The project being saved: one save at a time, and what is asked for meanwhile comes after it. A
//! disk that does not answer holds up neither a save elsewhere nor leaving.

use crate::{
    app::{
        App, crash,
        dialog::Dialog,
        document::Saving,
        job::{Job, Poll},
        outside::Outside,
        request::Next,
    },
    file::{Basis, Reason, SaveError, SaveErrorKind, SaveNote, watch::HomeDisk},
    message,
};
use egui::Context;
use std::{io::ErrorKind, path::PathBuf, time::Duration};

/// A disk that takes longer may never answer, in seconds.
const SLOW: f64 = 5.0;

impl App {
    pub(in crate::app) fn start_saving(&mut self, path: PathBuf, then: Option<Next>) {
        // What somebody else saved meanwhile is not written over unasked.
        let known = self.document.as_ref().filter(|document| document.path.as_ref() == Some(&path));
        let known = known.and_then(|document| document.on_disk);
        self.start_saving_over(path, then, known.map_or(Basis::Anything, Basis::Same));
    }

    pub(in crate::app) fn start_saving_over(
        &mut self,
        path: PathBuf,
        mut then: Option<Next>,
        basis: Basis,
    ) {
        let now = self.now();
        let Some(document) = &mut self.document else {
            return;
        };
        if let Some(saving) = &mut document.saving {
            then = then.or_else(|| saving.then.take());
            // One at a time: what is there when it ends is saved then. One that hangs goes on
            // alone, if it ever does.
            if saving.path == path || now - saving.since < SLOW {
                (saving.again, saving.then) = (Some((path, basis)), then);
                return;
            }
        }
        document.editor.seal();
        let project = document.editor.project().clone();
        let revision = document.editor.revision();
        let at = path.clone();
        let files = self.host.files.clone();
        let own = document.path.as_ref().filter(|own| **own == path).map(|_| document.disk);
        let job = Job::start(&self.host.worker, move |_| {
            crash::provoke("save");
            // Not into the folder that is left where a stick was.
            if own.is_some_and(|disk| disk.is_away(&at)) {
                return Err(SaveError::new(&at, &ErrorKind::NotFound.into()));
            }
            files.save(&project, &at, basis).map(|saved| (saved, HomeDisk::of(&at)))
        });
        let (since, again, was_asked) = (now, None, false);
        document.saving = Some(Saving { job, path, revision, then, again, since, was_asked });
    }

    /// In egui's time.
    fn now(&self) -> f64 {
        self.ctx.input(|input| input.time)
    }

    pub(super) fn poll_saving(&mut self, ctx: &Context) {
        let Some(document) = &mut self.document else {
            return;
        };
        let Some(saving) = &document.saving else {
            return;
        };
        let result = match saving.job.poll() {
            Poll::Running => {
                self.save_elsewhere(ctx);
                self.watch_slow_save();
                return;
            }
            Poll::Done(result) => Some(result),
            Poll::Lost => None,
        };
        let Some(mut saving) = document.saving.take() else {
            return;
        };
        if matches!(self.dialog, Some(Dialog::SlowSave { .. })) {
            self.dialog = None;
        }
        ctx.request_repaint();
        let again = saving.again.take();
        let elsewhere = again.as_ref().filter(|(path, _)| *path != saving.path).cloned();
        match (result, elsewhere) {
            (Some(Ok((saved, disk))), elsewhere) => {
                document.path = Some(saving.path.clone());
                (document.on_disk, document.disk) = (Some(saved.fingerprint), disk);
                document.outside = Outside::default();
                // What was seen before is not so any more.
                self.watcher.take();
                (document.copy_of, document.recovered, document.read_only) = (None, None, None);
                document.editor.set_read_only(false);
                document.editor.mark_saved(saving.revision);
                self.remember(&saving.path);
                self.status.saved_now();
                self.say_how_saved(&saved.notes);
                match (elsewhere, saving.then) {
                    (Some((path, basis)), then) => self.start_saving_over(path, then, basis),
                    (None, then) if again.is_some() => self.start_saving(saving.path, then),
                    (None, Some(next)) => self.ask(ctx, next),
                    (None, None) => {}
                }
            }
            // It goes elsewhere: what became of the first is of no concern.
            (_, Some((path, basis))) => self.start_saving_over(path, saving.then, basis),
            (Some(Err(error)), None) => self.not_saved(saving, &error),
            (None, None) => self.lost(),
        }
    }

    /// A save that hangs is not waited for by one to another file.
    fn save_elsewhere(&mut self, ctx: &Context) {
        let now = self.now();
        let Some(saving) = self.document.as_mut().and_then(|it| it.saving.as_mut()) else { return };
        if saving.again.as_ref().is_none_or(|(path, _)| *path == saving.path) {
            return;
        }
        let left = saving.since + SLOW - now;
        if left > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(left));
        } else if let Some((path, basis)) = saving.again.take() {
            let then = saving.then.take();
            self.start_saving_over(path, then, basis);
        }
    }

    fn not_saved(&mut self, saving: Saving, error: &SaveError) {
        if error.kind == SaveErrorKind::Changed {
            self.dialog = Some(Dialog::Conflict { path: saving.path, then: saving.then });
        } else if !self.wait_to_save(&saving, error) {
            self.announcer.warn(message::capitalized(&message::save(&self.text, error)));
            let body = message::capitalized(&message::not_saved(&self.text, error));
            let (path, then) = (saving.path, saving.then);
            self.dialog = Some(Dialog::SaveFailed { body, path, then });
        }
    }

    /// What a save that worked had to do otherwise.
    fn say_how_saved(&mut self, notes: &[SaveNote]) {
        for note in notes {
            let words = match note {
                SaveNote::InPlace => self.text.toast_saved_in_place(),
                SaveNote::Unsure(reason) => {
                    self.text.toast_saved_unsure(message::reason(&self.text, reason))
                }
                SaveNote::NotKept(Reason::DiskFull) => self.text.toast_not_kept_full(),
                SaveNote::NotKept(reason) => {
                    self.text.toast_not_kept(message::reason(&self.text, reason))
                }
            };
            self.toasts.say(words, None);
        }
    }

    /// Something is to come after the save that is under way.
    pub(super) fn ask_while_saving(&mut self, next: Next) {
        if let Some(saving) = self.document.as_mut().and_then(|it| it.saving.as_mut()) {
            (saving.then, saving.was_asked) = (Some(next), false);
        }
        self.watch_slow_save();
    }

    /// Where something waits for a save that hangs, there is a way out.
    fn watch_slow_save(&mut self) {
        let now = self.now();
        let Some(document) = &mut self.document else {
            return;
        };
        let title = document.title(&self.text);
        let Some(saving) = document.saving.as_mut().filter(|saving| !saving.was_asked) else {
            return;
        };
        let Some(next) = saving.then.clone().filter(|_| self.dialog.is_none()) else {
            return;
        };
        let left = SLOW - (now - saving.since);
        if left > 0.0 {
            self.ctx.request_repaint_after(Duration::from_secs_f64(left));
            return;
        }
        saving.was_asked = true;
        self.dialog = Some(Dialog::SlowSave { title, next });
        self.ctx.request_repaint();
    }

    /// The save is not waited for: the work waits on this computer.
    pub(in crate::app) fn leave_kept(&mut self, ctx: &Context, next: Next) {
        if self.leave_work() {
            self.document = None;
            if next != Next::Quit {
                self.look_for_left_work();
            }
            self.proceed(ctx, next);
        }
    }
}
