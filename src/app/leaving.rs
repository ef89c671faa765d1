//! The system ends the session (log-out, `kill`, Ctrl+C in the terminal): unsaved work is kept, and
//! the window closes without asking, because nobody may be there to answer.

use super::keeper::KeeperHandle;
use egui::Context;
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

/// So long may keeping the work take, and then closing the window.
const PATIENCE: Duration = Duration::from_secs(3);

/// Whether the system wants the program to end.
#[derive(Clone, Default)]
pub struct Leaving(Arc<AtomicBool>);

impl Leaving {
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Waits for the system's wish, beside the window.
    pub fn watch(&self, keeper: KeeperHandle, ctx: Context) {
        let leaving = self.clone();
        on_signal(move || {
            keeper.flush(PATIENCE);
            leaving.0.store(true, Ordering::Relaxed);
            ctx.request_repaint();
            // A window that hangs does not close.
            std::thread::sleep(PATIENCE);
            std::process::exit(0);
        });
    }
}

#[cfg(unix)]
fn on_signal(act: impl FnOnce() + Send + 'static) {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGTERM},
        iterator::Signals,
    };
    match Signals::new([SIGHUP, SIGINT, SIGTERM]) {
        Ok(mut signals) => {
            std::thread::spawn(move || {
                if signals.forever().next().is_some() {
                    act();
                }
            });
        }
        Err(error) => log::warn!("the end of the session will come unannounced: {error}"),
    }
}

#[cfg(not(unix))]
fn on_signal(act: impl FnOnce() + Send + 'static) {
    // Work is kept within seconds of each edit; there is nothing to wait for.
    drop(act);
}
