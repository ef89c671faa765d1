//! Watches the open project's file for the window, on a thread of its own that wakes it only when
//! something has become of the file.

use super::job::Worker;
use crate::file::{
    Files, Fingerprint,
    side_lock::SideLock,
    watch::{HomeDisk, Seen, Watch},
};
use std::{
    path::PathBuf,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

/// How often the file is looked at.
const INTERVAL: Duration = Duration::from_secs(2);

/// A file that is gone may be on its way: some programs remove it before they write it again.
const MOMENT: Duration = Duration::from_millis(400);

/// So long may the thread take to end: a disk may hang.
const PATIENCE: Duration = Duration::from_secs(1);

/// What is watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub path: PathBuf,
    /// What was opened or saved here last.
    pub known: Fingerprint,
    pub disk: HomeDisk,
    pub says: Says,
}

/// Whether others are told that the file is open here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    Nothing,
    /// Unless somebody else has it open.
    IfFree,
    WhoeverElse,
}

/// Watches one file at a time.
pub struct Watcher {
    shared: Arc<Shared>,
    /// Without a thread: it looks when it is asked to.
    own: Option<Eye>,
    target: Option<Target>,
}

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    target: Option<Target>,
    /// Counts the targets.
    number: u64,
    is_due: bool,
    /// What was seen and not yet taken.
    news: Option<Seen>,
    /// What was said of this target last.
    said: Option<Seen>,
    is_stopped: bool,
    has_ended: bool,
}

/// Who looks.
struct Eye {
    files: Files,
    /// So long it looks again where a file is gone.
    moment: Duration,
    number: u64,
    watch: Option<Watch>,
    /// Which file others are told about, how, and the lock where that could be done.
    told: Option<(PathBuf, Says)>,
    lock: Option<SideLock>,
}

impl Watcher {
    pub fn new(worker: &Worker, files: Files) -> Self {
        let shared = Arc::new(Shared { state: Mutex::default(), changed: Condvar::new() });
        let eye = Eye { files, moment: MOMENT, number: 0, watch: None, told: None, lock: None };
        let own = match worker {
            Worker::Threads(ctx) => {
                let (shared, ctx) = (Arc::clone(&shared), ctx.clone());
                thread::spawn(move || shared.run(eye, &ctx));
                None
            }
            Worker::AtOnce => Some(Eye { moment: Duration::ZERO, ..eye }),
        };
        Self { shared, own, target: None }
    }

    /// From now on this is watched.
    pub fn watch(&mut self, target: Option<Target>) {
        if self.target == target {
            return;
        }
        self.target.clone_from(&target);
        let mut state = self.shared.lock();
        state.number += 1;
        (state.news, state.said) = (None, Some(Seen::Same));
        state.target = target;
        drop(state);
        self.look();
    }

    /// Looks without waiting for the next time.
    pub fn look(&mut self) {
        self.shared.lock().is_due = true;
        self.shared.changed.notify_all();
        if let Some(eye) = &mut self.own {
            self.shared.turn(eye);
        }
    }

    /// What is seen next is said, also if it is what was seen before.
    pub fn forget(&mut self) {
        let mut state = self.shared.lock();
        (state.news, state.said) = (None, None);
    }

    /// What has become of the file, once.
    pub fn take(&mut self) -> Option<Seen> {
        self.shared.lock().news.take()
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        let mut state = self.shared.lock();
        state.is_stopped = true;
        self.shared.changed.notify_all();
        if self.own.is_none() {
            let is_running = |state: &mut State| !state.has_ended;
            drop(self.shared.changed.wait_timeout_while(state, PATIENCE, is_running));
        }
    }
}

impl Shared {
    /// Nothing that runs while it is held can panic, so what it guards is whole.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn run(&self, mut eye: Eye, ctx: &egui::Context) {
        while self.rest() {
            if self.turn(&mut eye) {
                ctx.request_repaint();
            }
        }
        drop(eye);
        self.lock().has_ended = true;
        self.changed.notify_all();
    }

    /// Waits until it is time to look; `false` where there is nothing to look for any more.
    fn rest(&self) -> bool {
        let mut state = self.lock();
        while !state.is_due && !state.is_stopped {
            if state.target.is_none() {
                state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
            } else {
                let waited = self.changed.wait_timeout(state, INTERVAL);
                let (after, time) = waited.unwrap_or_else(PoisonError::into_inner);
                state = after;
                state.is_due |= time.timed_out();
            }
        }
        !state.is_stopped
    }

    /// Looks once; gives whether there is something to say.
    fn turn(&self, eye: &mut Eye) -> bool {
        let mut state = self.lock();
        state.is_due = false;
        let number = state.number;
        let target = (number != eye.number).then(|| state.target.clone());
        drop(state);
        if let Some(target) = target {
            eye.turn_to(number, target);
        }
        let Some(seen) = eye.look() else {
            return false;
        };
        let mut state = self.lock();
        let is_news = state.number == number && state.said != Some(seen);
        if is_news {
            (state.news, state.said) = (Some(seen), Some(seen));
        }
        is_news
    }
}

impl Eye {
    fn turn_to(&mut self, number: u64, target: Option<Target>) {
        self.tell(target.as_ref());
        let watch = |it: Target| Watch::new(self.files.clone(), it.path, it.known, it.disk);
        self.watch = target.map(watch);
        self.number = number;
    }

    /// Lets others know what is open here; the same is told once.
    fn tell(&mut self, target: Option<&Target>) {
        let told = target.map(|target| (target.path.clone(), target.says));
        if told == self.told || self.files.data().is_none() {
            return;
        }
        self.lock = None;
        self.lock = told.as_ref().and_then(|(path, says)| match says {
            Says::Nothing => None,
            Says::IfFree => SideLock::take(path),
            Says::WhoeverElse => SideLock::take_over(path),
        });
        self.told = told;
    }

    fn look(&mut self) -> Option<Seen> {
        let watch = self.watch.as_mut()?;
        let seen = watch.look();
        if let Some(lock) = &self.lock {
            lock.keep();
        }
        if matches!(seen, Seen::Same | Seen::Changed(_)) {
            return Some(seen);
        }
        thread::sleep(self.moment);
        Some(watch.look())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, sync::mpsc::channel, time::Instant};

    /// What is said within a few seconds.
    fn news(watcher: &mut Watcher) -> Option<Seen> {
        let end = Instant::now() + INTERVAL * 3;
        while Instant::now() < end {
            match watcher.take() {
                None => thread::sleep(Duration::from_millis(10)),
                seen => return seen,
            }
        }
        None
    }

    #[test]
    fn the_window_is_woken_for_what_happens_and_for_nothing_else() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("a.ron");
        fs::write(&path, "one")?;
        let (woken, wakes) = channel();
        let ctx = egui::Context::default();
        ctx.set_request_repaint_callback(move |_| {
            woken.send(()).ok();
        });
        let mut watcher = Watcher::new(&Worker::Threads(ctx), Files::keeping_nothing());
        let target = Target {
            path: path.clone(),
            known: Fingerprint::of(b"one"),
            disk: HomeDisk::of(&path),
            says: Says::Nothing,
        };
        watcher.watch(Some(target.clone()));
        watcher.look();
        assert!(wakes.recv_timeout(INTERVAL + MOMENT).is_err(), "nothing happened");
        assert_eq!(watcher.take(), None);
        // By itself.
        fs::write(&path, "two")?;
        assert_eq!(news(&mut watcher), Some(Seen::Changed(Fingerprint::of(b"two"))));
        assert!(wakes.recv_timeout(INTERVAL).is_ok());
        thread::sleep(INTERVAL + MOMENT);
        assert_eq!(watcher.take(), None, "it was said");
        // What is known now is news no more.
        watcher.watch(Some(Target { known: Fingerprint::of(b"two"), ..target }));
        fs::remove_file(&path)?;
        watcher.look();
        assert_eq!(news(&mut watcher), Some(Seen::NoFile));
        watcher.forget();
        watcher.look();
        assert_eq!(news(&mut watcher), Some(Seen::NoFile), "said again");
        Ok(())
    }
}
