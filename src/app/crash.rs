//! When the program panics: a report is written, unsaved work is kept, and the window comes back
//! in a new process.

use super::keeper::{self, KeeperHandle};
use crate::file::{Files, plain};
use std::{
    backtrace::Backtrace,
    panic::{self, PanicHookInfo},
    path::{Path, PathBuf},
    process::Command,
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// Says to a new process how often it was started after a panic.
const RESTARTS: &str = "TOUCHLINE_RESTARTS";
/// A program that panics at its start is not started for ever.
const MOST_RESTARTS: u32 = 2;
/// What panics again and again does not fill the disk with reports.
const MOST_REPORTS: u32 = 10;
/// A panic does not wait longer than this for unsaved work to be kept.
const PATIENCE: Duration = Duration::from_secs(3);
/// In a debug build, names places where the program panics: what follows can be tried.
const PROVOKED: &str = "TOUCHLINE_PANIC";

/// How many panics there were in this process.
static PANICS: AtomicU32 = AtomicU32::new(0);
/// The report of the last panic.
static REPORT: Mutex<Option<PathBuf>> = Mutex::new(None);

/// What watches over this process.
#[derive(Clone, Default)]
pub struct Watch {
    /// Once the window has one.
    keeper: Arc<OnceLock<KeeperHandle>>,
    /// The last panic came from what draws.
    renderer_died: Arc<Mutex<bool>>,
}

impl Watch {
    /// From now on, a panic is reported and unsaved work is kept.
    pub fn begin(files: &Files) -> Self {
        let watch = Self::default();
        let (watching, folder) = (watch.clone(), files.data().map(|data| data.join("reports")));
        let said = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            said(panic);
            watching.panicked(panic, folder.as_deref());
        }));
        watch
    }

    pub fn keeps(&self, keeper: KeeperHandle) {
        self.keeper.set(keeper).ok();
    }

    fn panicked(&self, panic: &PanicHookInfo<'_>, folder: Option<&Path>) {
        let at = panic.location().map(ToString::to_string).unwrap_or_default();
        if let Ok(mut died) = self.renderer_died.lock() {
            *died = at.contains("wgpu") || at.contains("glow") || at.contains("glutin");
        }
        let count = PANICS.fetch_add(1, Ordering::Relaxed);
        if let Some(folder) = folder.filter(|_| count < MOST_REPORTS) {
            let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            let path = folder.join(format!("{}.txt", now.as_millis()));
            if plain::write_text(&path, &report(panic, &at)).is_ok() {
                *REPORT.lock().unwrap_or_else(PoisonError::into_inner) = Some(path);
            }
        }
        // The keeper's own thread goes on by itself.
        if let Some(keeper) = self.keeper.get().filter(|_| !keeper::is_here()) {
            keeper.flush(PATIENCE);
        }
    }

    /// Whether the last panic came from what draws.
    pub fn renderer_died(&self) -> bool {
        self.renderer_died.lock().is_ok_and(|died| *died)
    }

    /// Starts the program again after a panic in the window, with its work open. Gives whether it
    /// could be started: not more than twice.
    pub fn restart(&self, arguments: &[&str]) -> bool {
        let open = self.keeper.get().and_then(|keeper| keeper.hand_over(PATIENCE));
        let Some((program, restarts)) = std::env::current_exe().ok().zip(restarts_left()) else {
            return false;
        };
        let mut command = Command::new(program);
        command.args(arguments).args(open).env(RESTARTS, restarts.to_string());
        command.spawn().is_ok()
    }
}

/// Which restart the next one would be, if it may be.
fn restarts_left() -> Option<u32> {
    Some(restarts() + 1).filter(|restarts| *restarts <= MOST_RESTARTS)
}

/// How often the program was started again after a panic.
pub fn restarts() -> u32 {
    std::env::var(RESTARTS).ok().and_then(|count| count.parse().ok()).unwrap_or(0)
}

/// The report of the last panic in this process.
pub fn last_report() -> Option<PathBuf> {
    REPORT.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

fn report(panic: &PanicHookInfo<'_>, at: &str) -> String {
    let message = panic.payload_as_str().unwrap_or("no message");
    let thread = std::thread::current();
    format!(
        "Touchline {} on {} {}\nthread: {}\nplace: {at}\nmessage: {message}\n\n{}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        thread.name().unwrap_or("without a name"),
        Backtrace::force_capture(),
    )
}

/// Panics here if this place was named (several with commas), in a debug build only.
pub fn provoke(place: &str) {
    if cfg!(debug_assertions) {
        let named = std::env::var(PROVOKED).unwrap_or_default();
        let is_named = named.split(',').any(|named| named == place);
        assert!(!is_named, "a panic in “{place}” was asked for");
    }
}
