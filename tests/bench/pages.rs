//! The pages beside the map while somebody works on them: `cargo bench --bench pages`.
//!
//! The real application with its threads, 1600 × 1000, `AccessKit` on. A frame is egui's pass and
//! the tessellation; the time in which other processes had the processor does not count. An edit is an undo or a redo of a mark, which every page has to follow, in an
//! audit a rating; its figure is the longest frame until all has come to rest.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench stops at the first surprise")]

mod maps;
mod table;
mod window;

use egui::{Key, Modifiers, Vec2};
use std::{sync::Arc, thread, time::Duration};
use table::{Cell, Table};
use touchline::{
    app::{Host, job::Worker},
    font::Fonts,
};
use window::{Window, key, wheel};

/// What a screen shows in a second: 60 frames.
const FRAME: f64 = 16.6;
/// Frames of one figure.
const FRAMES: usize = 100;
const EDITS: usize = 20;
/// After an edit, frames until what is done beside the window has come too.
const AFTER: usize = 12;

/// The page of audits, in the middle of one.
const WALK: &str = "Audit, walking";

/// The pages and panels, by the names of the actions that show them.
const PAGES: [&str; 11] = [
    "Map",
    "Findings",
    "Outline",
    "Table",
    "Checklist",
    "Qualities",
    "Audit",
    WALK,
    "Priority matrix",
    "Compare maps",
    "Numbers",
];

fn main() {
    let fonts = Arc::new(maps::fonts());
    let mut table = Table::new("The pages, medians");
    for page in PAGES {
        let measured = maps::MEASURED.map(|size| measured(size, page, &fonts));
        let scrolled = measured.map(|(scrolled, _)| Cell::time(scrolled, Some(FRAME)));
        table.row(format!("{page}: one frame, scrolling"), scrolled);
        let edited = measured.map(|(_, edited)| Cell::time(edited, Some(FRAME)));
        table.row(format!("{page}: the longest frame of an edit"), edited);
    }
    table.print(&maps::COLUMNS);
}

/// A frame of scrolling, and the longest of an edit.
fn measured(size: maps::Size, page: &str, fonts: &Arc<Fonts>) -> (Duration, Duration) {
    let threads =
        |ctx: &egui::Context| Host { worker: Worker::Threads(ctx.clone()), ..Host::alone() };
    let mut window = Window::with_host(size, fonts, threads);
    window.frame([key(Key::Home, Modifiers::NONE)]);
    window.frame([key(Key::Num3, Modifiers::NONE)]);
    window.rest();
    window.show(page.split(',').next().unwrap_or(page));
    if page == WALK {
        // The keyboard is on the button that begins or resumes one.
        window.frame([key(Key::Enter, Modifiers::NONE)]);
    }
    settle(&mut window);
    let scrolled = (0..FRAMES).map(|number| {
        let direction = if (number / 10).is_multiple_of(2) { -1.0 } else { 1.0 };
        window.held_up([wheel(Vec2::new(0.0, 60.0 * direction))])
    });
    let scrolled = table::median(scrolled.collect());
    settle(&mut window);
    let edited = (0..EDITS).map(|number| {
        let edit = match (page == WALK, number.is_multiple_of(2)) {
            (false, true) => key(Key::Z, Modifiers::COMMAND),
            (false, false) => key(Key::Z, Modifiers::COMMAND | Modifiers::SHIFT),
            (true, true) => key(Key::Num1, Modifiers::NONE),
            (true, false) => key(Key::Num2, Modifiers::NONE),
        };
        let before = window.editor().revision();
        let first = window.held_up([edit]);
        assert!(window.editor().revision() != before, "{page}: it was edited");
        first.max(settle(&mut window))
    });
    (scrolled, table::median(edited.collect()))
}

/// Frames as a screen asks for them, until all has come; gives the longest.
fn settle(window: &mut Window) -> Duration {
    let frames = (0..AFTER).map(|_| {
        thread::sleep(Duration::from_millis(8));
        window.held_up([])
    });
    frames.max().unwrap_or_default()
}
