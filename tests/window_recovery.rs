//! Unsaved work that a program left when it died, as the window brings it back.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/place.rs"]
mod place;
#[path = "support/window.rs"]
mod window;

use egui::Key;
use place::Place;
use std::path::PathBuf;
use touchline::{app::Host, file::recovery::Recovery};
use window::Window;

/// As the program starts, on a file if one is given.
fn start(place: &Place, file: Option<PathBuf>) -> Window {
    let files = place.files.clone();
    let mut window = Window::with_host(|_| Host { files, ..Host::alone() });
    window.app(|app| app.begin(file));
    window.run();
    window
}

/// What waits to be brought back.
fn left(place: &Place) -> Vec<touchline::file::recovery::Left> {
    Recovery::new(place.files.clone()).left()
}

#[test]
fn work_on_a_file_that_was_named_from_its_folder_finds_it_from_any_folder() {
    let place = Place::new();
    let mut window = start(&place, Some("tests/fixtures/sample.ron".into()));
    window.press_ctrl(Key::T);
    drop(window);
    let file = left(&place)[0].about.path.clone().unwrap();
    assert!(file.is_absolute() && file.ends_with("tests/fixtures/sample.ron"), "{file:?}");
}
