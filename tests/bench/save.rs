//! What saving and keeping unsaved work take of the thread that draws: `cargo bench --bench save`.
//!
//! The real application with its threads and real files. A frame is egui's pass and the
//! tessellation; each figure is the longest frame of a run, so that nothing hides in a median. The
//! time in which other processes had the processor does not count, where the system tells it; the
//! time in which the thread waits for ours does.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench stops at the first surprise")]

mod maps;
mod table;
mod window;

use egui::{Event, Key, Modifiers};
use std::{
    fs,
    path::Path,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};
use table::{Cell, Table};
use touchline::{
    app::{Host, job::Worker},
    file::{Files, disk::RealDisk},
    font::Fonts,
};
use window::{Window, key};

/// Runs of each figure.
const RUNS: usize = 15;
/// No frame may be longer while something is saved.
const BUDGET: f64 = 8.0;
/// As a screen asks for them.
const TICK: Duration = Duration::from_millis(16);
/// Work is kept a second after the edit; then it is written.
const KEPT: Duration = Duration::from_millis(1_600);

/// What is measured, and what it may take.
const FIGURES: [(&str, Option<f64>); 3] = [
    ("the frame of an edit, to compare", None),
    ("frames after it, while it is being kept", Some(BUDGET)),
    ("frames from Ctrl+S until it is saved", Some(BUDGET)),
];

fn main() {
    let fonts = Arc::new(maps::fonts());
    let mut table = Table::new("How long saving holds the window up: the longest frame of a run");
    let runs = maps::MEASURED.map(|size| measured(size, &fonts));
    for (at, (figure, budget)) in FIGURES.into_iter().enumerate() {
        let median = runs.iter().map(|runs| table::median(runs[at].clone()));
        table.row(format!("{figure}, median"), median.map(|time| Cell::time(time, budget)));
        let worst = runs.iter().map(|runs| runs[at].iter().max().copied().unwrap_or_default());
        table.row(format!("{figure}, worst"), worst.map(|time| Cell::time(time, budget)));
    }
    table.print(&maps::COLUMNS);
}

/// For each figure, the longest frame of each run.
fn measured(size: maps::Size, fonts: &Arc<Fonts>) -> [Vec<Duration>; 3] {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    let files = Files::on(Arc::new(RealDisk), Some(folder.path().join("data")));
    let mut window = Window::with_host(size, fonts, |ctx| Host {
        worker: Worker::Threads(ctx.clone()),
        files,
        ..Host::alone()
    });
    window.frame([key(Key::Home, Modifiers::NONE)]);
    window.rest();
    save_as(&mut window, &path);
    let mut longest = [const { Vec::new() }; 3];
    for run in 0..RUNS {
        let (edit, kept) = frames(&mut window, edit(run), |_, since| since > KEPT);
        longest[0].push(edit);
        longest[1].push(kept);
        let slots = fs::read_dir(folder.path().join("data/recovery")).unwrap().count();
        assert_eq!(slots, 1, "it was kept");
        let before = fs::metadata(&path).unwrap().modified().unwrap();
        let ctrl_s = [key(Key::S, Modifiers::COMMAND)];
        let (asked, saved) = frames(&mut window, ctrl_s, |it, _| !it.editor().is_unsaved());
        longest[2].push(asked.max(saved));
        assert!(fs::metadata(&path).unwrap().modified().unwrap() > before, "it was saved");
    }
    longest
}

/// The frame of some events, and the longest after it, until something has come about, but a few at
/// least.
fn frames(
    window: &mut Window,
    events: impl IntoIterator<Item = Event>,
    is_over: impl Fn(&Window, Duration) -> bool,
) -> (Duration, Duration) {
    let begin = Instant::now();
    let first = window.held_up(events);
    let mut longest = Duration::ZERO;
    let mut frames = 0;
    while frames < 12 || !is_over(window, begin.elapsed()) {
        frames += 1;
        assert!(begin.elapsed() < Duration::from_secs(20), "it is never over");
        thread::sleep(TICK);
        longest = longest.max(window.held_up([]));
    }
    (first, longest)
}

/// Marks the selected card, another mark each time.
fn edit(number: usize) -> [Event; 1] {
    [key([Key::Num1, Key::Num3, Key::Num2][number % 3], Modifiers::NONE)]
}

fn save_as(window: &mut Window, path: &Path) {
    window.press_ctrl(Key::S);
    window.frame([key(Key::A, Modifiers::COMMAND)]);
    window.frame([Event::Text(path.display().to_string())]);
    window.frame([key(Key::Enter, Modifiers::NONE)]);
    frames(window, [], |_, _| path.exists());
    frames(window, [], |window, _| !window.editor().is_unsaved());
}
