//! Unsaved work that a program left when it died, as the window brings it back.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/disk.rs"]
mod disk;
#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/place.rs"]
mod place;
#[path = "support/window.rs"]
mod window;

use disk::{Fault, FaultDisk};
use egui::{Key, Role};
use place::{Place, project};
use std::{
    fs,
    path::PathBuf,
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};
use touchline::{
    app::{Host, job::Worker},
    file::{
        self, Files, Owner,
        recovery::{About, Left, Recovery},
    },
};
use window::Window;

/// The same place on another disk.
fn on(place: &Place, disk: FaultDisk) -> Files {
    Files::on(Arc::new(disk), place.files.data().map(Into::into))
}

/// A few seconds of frames, at most, until something is so.
fn until(window: &mut Window, is_so: impl Fn(&Window) -> bool) {
    for _ in 0..2_000 {
        if is_so(window) {
            return;
        }
        window.run_a_frame();
        thread::sleep(Duration::from_millis(2));
    }
    panic!("it never is");
}

/// A window whose file is on a disk that does not answer while the lock is held.
fn hanging(place: &Place, held: &Arc<Mutex<()>>) -> Window {
    let stick = place.path.parent().unwrap();
    let files = on(place, FaultDisk::default().with_hanging(stick, held));
    let mut window = Window::with_host(|ctx| Host {
        worker: Worker::Threads(ctx.clone()),
        files,
        ..Host::alone()
    });
    window.drop_file(&place.path);
    until(&mut window, |window| window.app(|app| app.editor().is_some()));
    window.press(Key::Home);
    window.press(Key::Delete);
    window
}

/// As the program starts, on a file if one is given.
fn start(place: &Place, file: Option<PathBuf>) -> Window {
    let files = place.files.clone();
    let mut window = Window::with_host(|_| Host { files, ..Host::alone() });
    window.app(|app| app.begin(file));
    window.run();
    window
}

/// What waits to be brought back.
fn left(place: &Place) -> Vec<Left> {
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

#[test]
fn a_save_that_hangs_is_neither_waited_for_elsewhere_nor_on_the_way_out() {
    let place = Place::new();
    let held = Arc::new(Mutex::new(()));
    let lock = held.lock().unwrap();
    let mut window = hanging(&place, &held);
    window.press_ctrl(Key::S);
    window.press_ctrl(Key::Q);
    assert!(!window.has(Role::Button, "Keep waiting"), "most saves end at once");
    until(&mut window, |window| window.has(Role::Button, "Keep waiting"));
    window.click("Keep waiting");
    // Elsewhere: at once.
    let other = save_elsewhere(&mut window, &place);
    until(&mut window, |_| other.exists());
    assert_eq!(file::open(&other).unwrap().project.maps[0].touchpoints.len(), 1);
    drop(lock);
}

#[test]
fn whoever_does_not_wait_for_a_save_that_hangs_finds_the_work_at_the_next_start() {
    let place = Place::new();
    let held = Arc::new(Mutex::new(()));
    let lock = held.lock().unwrap();
    let mut window = hanging(&place, &held);
    window.press_ctrl(Key::S);
    window.press_ctrl(Key::Q);
    until(&mut window, |window| window.has(Role::Button, "Leave, keep the work here"));
    window.click("Leave, keep the work here");
    assert!(window.app(|app| app.editor().is_none()));
    drop(window);
    let left = left(&place);
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].open().unwrap().project.maps[0].touchpoints.len(), 1);
    drop(lock);
}

#[test]
fn what_is_saved_elsewhere_while_a_save_is_under_way_is_saved_there_after_it() {
    let place = Place::new();
    let held = Arc::new(Mutex::new(()));
    let lock = held.lock().unwrap();
    let (mut window, other) = saving_twice(&place, &held);
    drop(lock);
    until(&mut window, |_| other.exists());
    assert_eq!(file::open(&place.path).unwrap().project, file::open(&other).unwrap().project);
}

#[test]
fn what_is_saved_elsewhere_does_not_wait_for_a_save_that_turns_out_to_hang() {
    let place = Place::new();
    let held = Arc::new(Mutex::new(()));
    let lock = held.lock().unwrap();
    let (mut window, other) = saving_twice(&place, &held);
    until(&mut window, |_| other.exists());
    assert_eq!(file::open(&other).unwrap().project.maps[0].touchpoints.len(), 1);
    drop(lock);
}

/// With a save under way, and another file asked for at once.
fn saving_twice(place: &Place, held: &Arc<Mutex<()>>) -> (Window, PathBuf) {
    let mut window = hanging(place, held);
    window.press_ctrl(Key::S);
    let other = save_elsewhere(&mut window, place);
    assert!(!other.exists(), "one at a time");
    (window, other)
}

/// Asks for another file to save to.
fn save_elsewhere(window: &mut Window, place: &Place) -> PathBuf {
    let other = place.folder.path().join("other.ron");
    window.press_ctrl_shift(Key::S);
    window.press_ctrl(Key::A);
    window.type_text(other.to_str().unwrap());
    window.press(Key::Enter);
    other
}

#[test]
fn work_that_cannot_be_kept_is_not_left_for_the_saved_file() {
    let place = Place::new();
    leave_on_file(&place, "Mine");
    let folder = left(&place)[0].folder().to_owned();
    let files = on(&place, FaultDisk::default().with_closed(&folder));
    let mut window = Window::with_host(|_| Host { files, ..Host::alone() });
    window.app(|app| app.begin(None));
    window.run();
    window.press(Key::Home);
    window.press(Key::Delete);
    window.click("Show the saved file");
    assert!(window.says("Unsaved work cannot be kept"));
    assert_eq!(place::shown(&window).len(), 0, "it stays open");
}

/// Leaves work on a project of its own.
fn leave(place: &Place, title: &str) {
    let slot = Recovery::new(place.files.clone()).begin().unwrap();
    let about = About { title: title.to_owned(), ..About::default() };
    slot.unwrap().write(&project(&[title]), &about).unwrap();
}

/// Leaves unsaved work on the file.
fn leave_on_file(place: &Place, title: &str) {
    let base = place.files.fingerprint(&place.path).unwrap();
    let about = About { path: Some(place.path.clone()), base, title: String::new() };
    let slot = Recovery::new(place.files.clone()).begin().unwrap();
    slot.unwrap().write(&project(&[title]), &about).unwrap();
}

#[test]
fn work_on_a_file_that_somebody_else_is_editing_says_so() {
    let place = Place::new();
    leave_on_file(&place, "Mine");
    let anna = Owner { user: "anna".into(), host: "laptop-7".into(), ..Owner::me() };
    fs::write(place.path.with_file_name(".~touchline-shop.ron"), anna.to_text()).unwrap();
    let window = start(&place, None);
    assert_eq!(place::shown(&window), ["Mine"]);
    assert!(window.says("Anna on laptop-7 has shop.ron open since"));
}

#[test]
fn a_damaged_file_offers_the_work_that_was_left_on_it() {
    let place = Place::new();
    leave_on_file(&place, "Mine");
    fs::write(&place.path, "(nothing").unwrap();
    let mut window = place.window();
    assert!(window.says("Unsaved work on this file was kept on this computer"));
    window.click("Open unsaved work");
    assert_eq!(place::shown(&window), ["Mine"]);
}

#[test]
fn what_was_seen_of_the_file_before_a_save_is_not_said_after_it() {
    let place = Place::new();
    let held = Arc::new(Mutex::new(()));
    let lock = held.lock().unwrap();
    let mut window = hanging(&place, &held);
    window.press_ctrl(Key::S);
    fs::remove_file(&place.path).unwrap();
    place::come_back(&mut window);
    // It looks twice where a file is gone.
    thread::sleep(Duration::from_millis(900));
    drop(lock);
    until(&mut window, |window| window.editor(|editor| !editor.is_unsaved()));
    for _ in 0..30 {
        assert!(!window.says("is not there any more"));
        window.run_a_frame();
    }
}

#[test]
fn a_file_that_is_asked_for_opens_and_other_work_is_said_to_wait() {
    let place = Place::new();
    leave(&place, "Other");
    let window = start(&place, Some(place.path.clone()));
    assert_eq!(place::shown(&window), ["Reviews", "Queue"]);
    assert!(window.says("Unsaved work on 1 more project waits"));
}

#[test]
fn work_that_the_program_cannot_open_for_a_defect_of_its_own_is_listed() {
    let (mut opened, mut listed) = (0, 0);
    for first in 1.. {
        let place = Place::new();
        leave(&place, "Mine");
        let fault = Fault { first, stays: false, error: Fault::PANIC };
        let disk = FaultDisk::failing(fault);
        let files = on(&place, disk);
        let mut window = Window::with_host(|ctx| Host {
            worker: Worker::Threads(ctx.clone()),
            files,
            ..Host::alone()
        });
        window.app(|app| app.begin(None));
        until(&mut window, |window| {
            window.app(|app| app.editor().is_some()) || window.says("Recovered work")
        });
        if window.says("Recovered work") {
            assert!(window.says("Something went wrong inside the program"), "{first}");
            listed += 1;
        } else {
            opened += 1;
        }
        if opened > 1 {
            break;
        }
    }
    assert!(listed > 5, "{listed}");
}

#[test]
fn a_file_that_opens_late_asks_about_the_project_that_was_begun_meanwhile() {
    let place = Place::new();
    let mut window = start(&place, None);
    window.app(|app| app.show_project(project(&["Mine"])));
    window.run();
    window.press(Key::Home);
    window.press(Key::Delete);
    window.app(|app| app.begin(Some(place.path.clone())));
    window.run();
    assert!(window.says("Save changes to"));
    window.click("Discard changes");
    assert_eq!(place::shown(&window), ["Reviews", "Queue"]);
}
