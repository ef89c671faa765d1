//! The window when a file is lost or spoilt: earlier versions, what can be read of a damaged file,
//! a save that fails.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{Key, Role};
use std::{fs, path::Path, sync::Arc};
use touchline::{
    app::Host,
    file::{self, Basis, Files, disk::RealDisk},
    model::{Cell, IdSource, JourneyMap, Lane, Project, Role as LaneRole, Stage, Step, Touchpoint},
};
use window::Window;

fn project() -> Project {
    let mut ids = IdSource::seeded(1);
    let mut map = JourneyMap::new(ids.next(), "First purchase");
    let mut stage = Stage::new(ids.next(), "Consider", None);
    stage.steps.push(Step::new(ids.next(), "reads reviews"));
    map.stages.push(stage);
    map.lanes.push(Lane::new(ids.next(), "Website", LaneRole::Touchpoints));
    let mut project = Project { title: "Online shop".into(), ..Project::default() };
    for title in ["Reviews", "Queue"] {
        let cell = Cell { step: map.stages[0].steps[0].id, lane: map.lanes[0].id };
        let (code, place) = (project.next_code, map.place_at_end(Some(cell)));
        map.touchpoints.push(Arc::new(Touchpoint::new(ids.next(), code, title, place)));
        project.next_code.0 += 1;
    }
    project.maps.push(Arc::new(map));
    project
}

fn files(folder: &Path) -> Files {
    Files::on(Arc::new(RealDisk), Some(folder.join("data")))
}

fn window(files: Files) -> Window {
    Window::with_host(|_| Host { files, ..Host::alone() })
}

/// Three states of a file: with two cards, with one, with none.
fn saved_thrice(files: &Files, path: &Path) {
    let mut project = project();
    for _ in 0..3 {
        files.save(&project, path, Basis::Anything).unwrap();
        Arc::make_mut(&mut project.maps[0]).touchpoints.pop();
    }
}

fn cards(window: &Window) -> usize {
    window.map(|map| map.touchpoints.len())
}

#[test]
fn an_earlier_version_is_brought_back_in_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.ron");
    let files = files(folder.path());
    saved_thrice(&files, &path);
    let mut window = window(files);
    window.drop_file(&path);
    assert_eq!(cards(&window), 0);
    window.choose("File", "Earlier versions…");
    assert!(window.says("shop.ron"));
    assert!(window.says("Since then: 1 gone") && window.says("Since then: 2 gone"));
    // By keyboard: to the first version, to the second, and on to the button.
    for _ in 0..2 {
        window.press(Key::Tab);
    }
    window.click("Bring it back");
    assert_eq!(cards(&window), 2);
    assert!(window.says("This is the version of today, "));
    window.press_ctrl(Key::Z);
    assert_eq!(cards(&window), 0);
    window.press_ctrl(Key::Y);
    assert_eq!(cards(&window), 2);
    // Saved, it is one more state, and the one before it is kept.
    window.press_ctrl(Key::S);
    window.choose("File", "Earlier versions…");
    assert!(window.says("Since then: 2 touchpoints added"));
    assert!(window.says("The same as now"));
}

#[test]
fn an_earlier_version_is_opened_as_a_copy_that_is_nobodys_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.ron");
    let files = files(folder.path());
    saved_thrice(&files, &path);
    let before = fs::read(&path).unwrap();
    let mut window = window(files);
    window.drop_file(&path);
    window.choose("File", "Earlier versions…");
    window.click("Open as a copy");
    assert_eq!(cards(&window), 1);
    window.press_ctrl(Key::W);
    assert!(window.says("Save changes to “Online shop”?"), "it is not saved");
    window.click("Cancel");
    window.press_ctrl(Key::S);
    assert!(window.says("Type where to save"), "it has no place yet");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_damaged_file_offers_its_versions_and_what_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.ron");
    let files = files(folder.path());
    saved_thrice(&files, &path);
    let whole = file::write(&project());
    let damaged = &whole[..whole.len() - 30];
    fs::write(&path, damaged).unwrap();
    let mut window = window(files);
    window.drop_file(&path);
    assert!(window.says("the file ends in the middle"));
    assert!(window.says("2 touchpoints and 1 stage of it can be read"));
    window.click("Earlier versions…");
    assert!(window.has(Role::Button, "Open as a copy"));
    assert!(!window.has(Role::Button, "Bring it back"), "there is nothing open to bring it into");
    assert!(window.says("2 touchpoints") && window.says("1 touchpoint"));
    window.click("Close");
    window.drop_file(&path);
    window.click("Bring back what can be read");
    assert_eq!(cards(&window), 2);
    assert!(window.says("This is what could be read of a damaged file"));
    assert_eq!(fs::read(&path).unwrap(), damaged, "the file is as it was");
}

#[test]
fn a_save_that_fails_can_be_tried_again_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("stick");
    fs::create_dir(&place).unwrap();
    let path = place.join("shop.ron");
    let files = files(folder.path());
    files.save(&project(), &path, Basis::Anything).unwrap();
    let mut window = window(files);
    window.drop_file(&path);
    window.press_ctrl(Key::A);
    window.press(Key::Num3);
    // The stick is pulled out.
    let away = folder.path().join("away");
    fs::rename(&place, &away).unwrap();
    window.press_ctrl(Key::W);
    window.click("Save");
    assert!(window.says("there is no such folder"));
    assert!(window.has(Role::Button, "Save elsewhere…"));
    window.click("Try again");
    assert!(window.says("there is no such folder"));
    fs::rename(&away, &place).unwrap();
    window.click("Try again");
    assert!(window.app(|app| app.editor().is_none()), "saved, and closed as was asked");
    assert_ne!(file::open(&path).unwrap().project, project());
}

#[test]
fn a_damaged_checksum_is_said_and_the_file_is_kept_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.ron");
    let files = files(folder.path());
    let changed = String::from_utf8(file::write(&project())).unwrap().replace("Queue", "Line");
    fs::write(&path, &changed).unwrap();
    let mut window = window(files.clone());
    window.drop_file(&path);
    assert!(window.says("changed outside Touchline, or damaged"));
    window.press_ctrl(Key::A);
    window.press(Key::Num1);
    window.press_ctrl(Key::S);
    let versions = files.versions(&path).unwrap();
    assert_eq!(fs::read_to_string(&versions[0].path).unwrap(), changed);
}
