//! Unsaved work against a killed program, and two programs on one file: nothing is lost.
//!
//! `TOUCHLINE_EFFORT=long cargo test --test recovery` is the long run.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test stops at the first surprise; a child tells its parent what it did"
)]

#[path = "support/disk.rs"]
mod disk;
#[path = "support/effort.rs"]
mod effort;
#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use disk::{Fault, FaultDisk};
use egui::Key;
use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};
use touchline::{
    app::{
        Host,
        keeper::{Keeper, Seen, Work, about},
    },
    file::{self, Basis, Files, disk::RealDisk, recovery::Recovery},
    model::Project,
};
use window::Window;

const FOLDER: &str = "TOUCHLINE_TEST_FOLDER";
/// No edit that is older than this may be lost. A busy machine is given some more.
const LIMIT: Duration = Duration::from_secs(5);
const GRACE: Duration = Duration::from_millis(1500);
/// So many are killed side by side.
const BATCH: usize = 25;

fn files(folder: &Path) -> Files {
    files_on(&folder.join("data"))
}

fn files_on(data: &Path) -> Files {
    Files::on(Arc::new(RealDisk), Some(data.to_owned()))
}

fn titled(title: String) -> Project {
    Project { title, notes: "x".repeat(60_000), ..Project::default() }
}

fn editor_in(folder: &Path) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["edits_again_and_again", "--exact", "--ignored", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Kills an editor after some time; gives the age of the oldest edit that was lost.
fn lost_in_a_kill(life: Duration) -> Duration {
    let folder = tempfile::tempdir().unwrap();
    let mut child = editor_in(folder.path());
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let reader = thread::spawn(move || {
        // When each edit was made.
        let edits = lines.map_while(Result::ok).filter(|line| line.starts_with("edit "));
        edits.map(|_| Instant::now()).collect::<Vec<_>>()
    });
    thread::sleep(life);
    child.kill().unwrap();
    let killed = Instant::now();
    child.wait().unwrap();
    let edits = reader.join().unwrap();
    let left = Recovery::new(files(folder.path())).left();
    assert!(left.len() <= 1, "one window, one slot");
    let kept: usize = left.first().map_or(0, |left| {
        let opened = left.open().expect("what is kept can be read");
        assert_eq!(opened.notes, []);
        opened.project.title.parse().unwrap()
    });
    edits.get(kept).map_or(Duration::ZERO, |first| killed.saturating_duration_since(*first))
}

#[test]
fn a_program_that_is_killed_while_editing_loses_nothing_older_than_five_seconds() {
    let kills = effort::of(50, 50, 1_000);
    let mut random = fastrand::Rng::with_seed(5);
    let mut lost = Vec::new();
    while lost.len() < kills {
        let lives: Vec<_> = (0..BATCH.min(kills - lost.len()))
            .map(|_| Duration::from_millis(random.u64(200..9_000)))
            .collect();
        let killers: Vec<_> =
            lives.into_iter().map(|life| thread::spawn(move || lost_in_a_kill(life))).collect();
        lost.extend(killers.into_iter().map(|killer| killer.join().unwrap()));
    }
    let worst = lost.iter().max().copied().unwrap_or_default();
    println!("{kills} kills while editing: the oldest lost edit was {worst:.1?} old");
    assert!(worst < LIMIT + GRACE, "{worst:?}");
    // Who types without a rest is written each five seconds: the test sees that something is lost.
    assert!(worst > Duration::from_millis(100), "the test is blind: {worst:?}");
}

#[test]
#[ignore = "the child of another test"]
fn edits_again_and_again() {
    let Some(folder) = env::var_os(FOLDER).map(PathBuf::from) else { return };
    let mut keeper = Keeper::new(Recovery::new(files(&folder)));
    for revision in 1.. {
        let project = titled(revision.to_string());
        let seen = Seen { document: 1, revision, base: None };
        keeper.see(seen, || Work { about: about(None, None, &project.title), project });
        println!("edit {revision}");
        thread::sleep(Duration::from_millis(40));
    }
}

#[test]
fn a_defect_in_writing_is_not_the_end_of_keeping() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    for first in [1, 3, 8] {
        let fault = Fault { first, stays: false, error: Fault::PANIC };
        let files = Files::on(Arc::new(FaultDisk::failing(fault)), Some(data.clone()));
        let mut keeper = Keeper::new(Recovery::new(files));
        let mut keep = |revision: u64| {
            let project = titled(format!("{first}, {revision}"));
            let seen = Seen { document: 1, revision, base: None };
            keeper.see(seen, || Work { about: about(None, None, &project.title), project });
            (keeper.flush(Duration::from_secs(1)), keeper.take_trouble().is_some())
        };
        assert_eq!(keep(1), (false, true), "it panicked at operation {first}");
        assert_eq!(keep(2), (true, false), "and goes on");
        assert!(keeper.is_keeping());
        drop(keeper);
        let left = Recovery::new(files_on(&data)).left();
        assert_eq!(left[0].open().unwrap().project.title, format!("{first}, 2"));
    }
}

/// A window on a file, with a data folder beside it, and an unsaved change.
fn changed_window(folder: &Path, path: &Path) -> Window {
    let files = files(folder);
    let mut window = Window::with_host(move |_| Host { files, ..Host::alone() });
    window.drop_file(path);
    window.press_ctrl(egui::Key::T);
    window
}

/// The texts of all that is kept of a file: itself, and its earlier versions.
fn everything(folder: &Path, path: &Path) -> Vec<String> {
    let versions = files(folder).versions(path).unwrap();
    let paths = versions.iter().map(|version| version.path.clone()).chain([path.to_owned()]);
    paths.map(|path| fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn what_somebody_else_saved_is_not_written_over_unasked_and_nothing_is_lost() {
    for choice in ["Overwrite", "Take theirs"] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.ron");
        file::save(&titled("first".into()), &path).unwrap();
        let mut window = changed_window(folder.path(), &path);
        assert!(window.editor(touchline::editor::Editor::is_unsaved));
        let theirs = titled("theirs".into());
        files(folder.path()).save(&theirs, &path, Basis::Anything).unwrap();
        window.press_ctrl(Key::S);
        assert!(window.says("map.ron was changed meanwhile"), "{choice}");
        assert_eq!(file::open(&path).unwrap().project, theirs, "not yet");
        let mine = window.editor(|editor| editor.project().clone());
        window.click(choice);
        window.run();
        let (now, wanted) = (
            file::open(&path).unwrap().project,
            if choice == "Overwrite" { &mine } else { &theirs },
        );
        assert_eq!(&now, wanted, "{choice}");
        assert_eq!(window.editor(|editor| editor.project().clone()), now, "{choice}");
        assert!(!window.editor(touchline::editor::Editor::is_unsaved), "{choice}");
        let kept = everything(folder.path(), &path);
        for version in [&mine, &theirs] {
            let text = String::from_utf8(file::write(version)).unwrap();
            assert!(kept.contains(&text), "{choice}: a version is lost");
        }
    }
}

#[test]
fn closing_keeps_unsaved_work_until_it_is_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    file::save(&titled("first".into()), &path).unwrap();
    let mut window = changed_window(folder.path(), &path);
    // Killed while it asks: what was unsaved is there.
    window.request_close();
    assert!(window.says("Save changes"));
    let kept = |folder: &Path| {
        fs::read_dir(folder.join("data/recovery")).map_or(0, |slots| {
            slots.filter(|slot| slot.as_ref().unwrap().path().join("work.ron").is_file()).count()
        })
    };
    let end = Instant::now() + LIMIT;
    while kept(folder.path()) == 0 && Instant::now() < end {
        thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(kept(folder.path()), 1);
    window.click("Discard changes");
    drop(window);
    assert_eq!(kept(folder.path()), 0, "given up");
}
