//! Keeps unsaved work beside the window: one second after the last edit, at least every four
//! seconds while editing goes on, and at once when asked. A thread of its own, so that it needs no
//! frames: it writes while the window is hidden, hangs, or dies.

#[cfg(test)]
mod tests;

use super::crash;
use crate::{
    file::{
        Fingerprint, Reason,
        recovery::{About, Recovery, Slot},
    },
    model::Project,
};
use std::{
    io::ErrorKind,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

/// Nobody edits for so long: the work is kept.
const REST: Duration = Duration::from_secs(1);
/// Unkept work is written after this at the latest, so that nothing older than five seconds can be
/// lost; and a write that failed is tried again after it.
const LIMIT: Duration = Duration::from_secs(4);
/// Of the thread that keeps.
const THREAD: &str = "keeper";
/// What is said where writing came upon a defect of the program.
const DEFECT: &str = "an error inside the program";

/// Unsaved work, to be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Work {
    pub project: Project,
    pub about: About,
}

/// Keeps the work of one window.
pub struct Keeper {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
    recovery: Recovery,
    /// What was handed over last, and whether it was unsaved.
    seen: Option<(Seen, bool)>,
}

/// Which state of which document: equal ones are kept once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Counts the documents of this window.
    pub document: u64,
    pub revision: u64,
    /// What is in the document's file.
    pub base: Option<Fingerprint>,
}

/// What those need who have to act while the window cannot: after a panic, when the system ends
/// the session.
#[derive(Clone)]
pub struct KeeperHandle(Arc<Shared>);

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// Not yet on disk.
    work: Option<Work>,
    /// When that should be.
    due: Due,
    slot: Option<Slot>,
    /// What becomes of the slot, if it is done with.
    end: Option<End>,
    is_writing: bool,
    is_stopped: bool,
    /// Why the last write failed, until it has been said.
    trouble: Option<Reason>,
    /// The same, as long as it lasts.
    troubled_by: Option<Reason>,
    /// The open project's file; `None` also where its work is left in a slot.
    path: Option<PathBuf>,
    /// Wakes the window.
    ctx: Option<egui::Context>,
}

/// When unkept work is to be written.
#[derive(Debug, Clone, Copy, Default)]
struct Due {
    /// Of the first edit that is not kept, and of the last.
    edits: Option<(Instant, Instant)>,
    at_once: bool,
}

/// What becomes of a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// Saved, or given up: there is nothing to keep.
    Discard,
    /// It waits for whoever opens it next.
    Leave,
}

impl Due {
    fn edited(&mut self, now: Instant) {
        let first = self.edits.map_or(now, |(first, _)| first);
        self.edits = Some((first, now));
    }

    /// How long there is to wait.
    fn wait(self, now: Instant) -> Duration {
        match self.edits {
            Some((first, last)) if !self.at_once => {
                (last + REST).min(first + LIMIT).saturating_duration_since(now)
            }
            _ => Duration::ZERO,
        }
    }
}

impl Keeper {
    /// Keeps work in a folder for recovery.
    pub fn new(recovery: Recovery) -> Self {
        let shared = Arc::new(Shared { state: Mutex::default(), changed: Condvar::new() });
        let thread = recovery.folder().and_then(|_| {
            let (shared, recovery) = (Arc::clone(&shared), recovery.clone());
            let keeping = move || {
                shared.run(&recovery);
                shared.let_go();
            };
            // Without a thread nothing is kept, and the status says so.
            thread::Builder::new().name(THREAD.to_owned()).spawn(keeping).ok()
        });
        Self { shared, thread, recovery, seen: None }
    }

    pub fn recovery(&self) -> &Recovery {
        &self.recovery
    }

    pub fn handle(&self) -> KeeperHandle {
        KeeperHandle(Arc::clone(&self.shared))
    }

    /// What is to be woken when there is something to say.
    pub fn wakes(&self, ctx: &egui::Context) {
        self.shared.lock().ctx = Some(ctx.clone());
    }

    /// The project is open in this state, unsaved; `work` is asked for where the state is new.
    pub fn see(&mut self, seen: Seen, work: impl FnOnce() -> Work) {
        if self.thread.is_none() || self.seen == Some((seen, true)) {
            return;
        }
        self.seen = Some((seen, true));
        let work = work();
        let mut state = self.shared.lock();
        state.path.clone_from(&work.about.path);
        // What was given up is written over; what waits for somebody is left alone first.
        if state.end == Some(End::Discard) {
            state.end = None;
        }
        state.due.edited(Instant::now());
        // What was waiting goes after the lock is free.
        let before = state.work.replace(work);
        drop(state);
        drop(before);
        self.shared.changed.notify_all();
    }

    /// The project is open, and as it is in its file: nothing is to be kept.
    pub fn see_saved(&mut self, seen: Seen, path: Option<&Path>) {
        if self.thread.is_some() && self.seen != Some((seen, false)) {
            self.done(End::Discard);
            self.seen = Some((seen, false));
            self.shared.lock().path = path.map(Path::to_owned);
        }
    }

    /// The work goes on in a slot that was left.
    pub fn adopt(&mut self, slot: Slot) {
        self.done(End::Leave);
        self.flush(LIMIT);
        self.shared.lock().slot = Some(slot);
    }

    /// Saved, or given up by the user: nothing is kept any more.
    pub fn forget(&mut self) {
        self.done(End::Discard);
    }

    /// What is kept waits on disk for whoever opens it next.
    ///
    /// Where it could not be kept, it stays as it is.
    pub fn leave(&mut self) -> Result<(), Reason> {
        if self.thread.is_none() {
            return Err(Reason::NoFolder);
        }
        if !self.flush(LIMIT) {
            let why = self.shared.lock().troubled_by.clone();
            return Err(why.unwrap_or_else(|| Reason::of(&ErrorKind::TimedOut.into())));
        }
        self.done(End::Leave);
        self.flush(LIMIT);
        Ok(())
    }

    fn done(&mut self, end: End) {
        self.seen = None;
        let mut state = self.shared.lock();
        state.path = None;
        let before = state.work.take();
        state.due = Due::default();
        // What waits for somebody is not given up with what comes after it.
        if state.end != Some(End::Leave) {
            state.end = Some(end);
        }
        drop(state);
        drop(before);
        self.shared.changed.notify_all();
    }

    /// Keeps what there is without waiting for a rest.
    pub fn hurry(&self) {
        self.shared.lock().due.at_once = true;
        self.shared.changed.notify_all();
    }

    /// As [`KeeperHandle::flush`].
    pub fn flush(&self, patience: Duration) -> bool {
        self.thread.is_none() || self.handle().flush(patience)
    }

    /// Why the work could not be kept, once.
    pub fn take_trouble(&self) -> Option<Reason> {
        self.shared.lock().trouble.take()
    }

    /// Whether the work is safe on this computer, or will be in a moment.
    pub fn is_keeping(&self) -> bool {
        self.thread.is_some() && self.shared.lock().troubled_by.is_none()
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.flush(LIMIT);
        self.shared.lock().is_stopped = true;
        self.shared.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

impl KeeperHandle {
    /// Keeps what there is at once, and waits until it is on disk; gives whether it is.
    pub fn flush(&self, patience: Duration) -> bool {
        let end = Instant::now() + patience;
        let mut state = self.0.lock();
        state.due.at_once = true;
        self.0.changed.notify_all();
        while state.is_busy() && !state.is_stopped {
            let left = end.saturating_duration_since(Instant::now());
            // It was tried, and is tried again later.
            let has_failed = state.troubled_by.is_some() && !state.due.at_once && !state.is_writing;
            if left.is_zero() || has_failed {
                return false;
            }
            let waited = self.0.changed.wait_timeout(state, left);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        state.troubled_by.is_none()
    }

    /// Keeps what there is, and gives the slot up, for another process to go on with. Gives the
    /// file that was open, where nothing had to be kept.
    pub fn hand_over(&self, patience: Duration) -> Option<PathBuf> {
        self.flush(patience);
        let mut state = self.0.lock();
        let is_kept = state.slot.is_some();
        state.end = Some(End::Leave);
        let path = state.path.take().filter(|_| !is_kept);
        drop(state);
        self.0.changed.notify_all();
        self.flush(patience);
        path
    }
}

impl State {
    fn is_busy(&self) -> bool {
        self.work.is_some() || self.is_writing || self.end.is_some()
    }
}

impl Shared {
    /// Nothing that runs while it is held can panic, so what it guards is whole.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The keeper stops: what is in its slot is free for others.
    fn let_go(&self) {
        let mut state = self.lock();
        if state.slot.take().is_some() {
            state.path = None;
        }
    }

    fn run(&self, recovery: &Recovery) {
        let mut state = self.lock();
        loop {
            if let Some(end) = state.end.take() {
                let slot = state.slot.take();
                state.is_writing = true;
                drop(state);
                finish(slot, end);
                state = self.lock();
                state.is_writing = false;
                self.changed.notify_all();
                continue;
            }
            let wait = state.due.wait(Instant::now());
            match state.work.take_if(|_| wait.is_zero()) {
                Some(work) => state = self.write(state, recovery, work),
                None if state.is_stopped => return,
                None if state.work.is_some() => {
                    let waited = self.changed.wait_timeout(state, wait);
                    state = waited.unwrap_or_else(PoisonError::into_inner).0;
                }
                None => {
                    // Nothing to hurry for.
                    state.due = Due::default();
                    state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
                }
            }
        }
    }

    fn write<'a>(
        &'a self,
        mut state: MutexGuard<'a, State>,
        recovery: &Recovery,
        work: Work,
    ) -> MutexGuard<'a, State> {
        state.due = Due::default();
        state.is_writing = true;
        let mut slot = state.slot.take();
        drop(state);
        // A defect in writing must not be the end of keeping.
        let written = catch_unwind(AssertUnwindSafe(|| write(&mut slot, recovery, &work)));
        let written = written.unwrap_or_else(|_| Err(Reason::Other(DEFECT.to_owned())));
        let mut state = self.lock();
        state.slot = slot;
        state.is_writing = false;
        let troubled_by = written.as_ref().err().cloned();
        let was_in_trouble = std::mem::replace(&mut state.troubled_by, troubled_by).is_some();
        if let Err(why) = written {
            // Once; then it is tried again and again, as long as nothing newer comes.
            if !was_in_trouble {
                state.trouble = Some(why);
            }
            if state.work.is_none() && state.end.is_none() && !state.is_stopped {
                state.work = Some(work);
                let now = Instant::now();
                state.due.edits = Some((now, now + LIMIT));
            }
        }
        if was_in_trouble != state.troubled_by.is_some()
            && let Some(ctx) = &state.ctx
        {
            ctx.request_repaint();
        }
        self.changed.notify_all();
        state
    }
}

/// Writes some work to its slot, or to a new one.
fn write(slot: &mut Option<Slot>, recovery: &Recovery, work: &Work) -> Result<(), Reason> {
    crash::provoke("keep");
    if slot.is_none() {
        *slot = recovery.begin().map_err(|error| Reason::of(&error))?;
    }
    let Some(slot) = slot else {
        return Ok(());
    };
    slot.write(&work.project, &work.about).map_err(|error| Reason::of(&error))
}

/// Whether this is the thread that keeps work.
pub fn is_here() -> bool {
    thread::current().name() == Some(THREAD)
}

fn finish(slot: Option<Slot>, end: End) {
    match (slot, end) {
        (Some(slot), End::Discard) => {
            if let Err(error) = slot.discard() {
                log::warn!("unsaved work that is saved now could not be put away: {error}");
            }
        }
        // Dropped, it is free.
        (_, End::Leave | End::Discard) => {}
    }
}

/// What some work belongs to.
pub fn about(path: Option<&Path>, base: Option<Fingerprint>, title: &str) -> About {
    About { path: path.map(Path::to_owned), base, title: title.to_owned() }
}
