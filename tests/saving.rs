//! Saving against a killed program and a disk that refuses: the file is always one that was saved.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test stops at the first surprise; a child tells its parent what it did"
)]

mod support;

use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
};
use touchline::{file, model::Project};

/// Where the child process of a test saves.
const PATH: &str = "TOUCHLINE_TEST_PATH";

/// Large enough that a write is not one piece.
fn project(turn: u64) -> Project {
    let mut project = support::project(turn % 7);
    project.title = format!("turn {turn}");
    project.notes = "x".repeat(90_000);
    project
}

/// One ignored test of this file, run in a process of its own.
fn child(test: &str, path: &Path) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args([test, "--exact", "--ignored", "--nocapture"]).env(PATH, path);
    command
}

#[test]
fn a_program_that_is_killed_while_saving_leaves_a_whole_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    let mut random = fastrand::Rng::with_seed(1);
    for round in 0..60 {
        file::save(&project(0), &path).unwrap();
        let mut saver = child("saves_again_and_again", &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // After some saves, somewhere inside the next one.
        let lines = BufReader::new(saver.stdout.take().unwrap()).lines();
        let saved = lines
            .filter_map(|line| line.unwrap().strip_prefix("saved ")?.parse::<u64>().ok())
            .nth(random.usize(..6))
            .unwrap();
        std::thread::sleep(std::time::Duration::from_micros(random.u64(..3_000)));
        saver.kill().unwrap();
        saver.wait().unwrap();
        let opened = file::open(&path).unwrap_or_else(|error| panic!("round {round}: {error}"));
        assert_eq!(opened.notes, [], "round {round}");
        let turn: u64 = opened.project.title.strip_prefix("turn ").unwrap().parse().unwrap();
        assert_eq!(opened.project, project(turn));
        assert!(turn >= saved, "round {round}: {saved} was saved, {turn} is there");
    }
}

#[test]
#[ignore = "the child of another test"]
fn saves_again_and_again() {
    let Some(path) = env::var_os(PATH) else { return };
    for turn in 1..100_000 {
        file::save(&project(turn), path.as_ref()).unwrap();
        println!("saved {turn}");
    }
}

#[test]
fn a_disk_that_is_full_anywhere_in_the_file_leaves_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    file::save(&project(0), &path).unwrap();
    let before = fs::read(&path).unwrap();
    for blocks in (0..100).step_by(7) {
        let mut shell = Command::new("sh");
        let limited = child("is_told_that_the_disk_is_full", &path);
        shell
            .args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"")])
            .arg("sh")
            .arg(limited.get_program())
            .args(limited.get_args())
            .env(PATH, &path)
            .stdout(Stdio::null());
        assert!(shell.status().unwrap().success(), "{blocks} blocks");
        assert!(fs::read(&path).unwrap() == before, "{blocks} blocks");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "{blocks} blocks");
    }
}

#[test]
#[ignore = "the child of another test"]
fn is_told_that_the_disk_is_full() {
    let Some(path) = env::var_os(PATH) else { return };
    let error = file::save(&project(1), path.as_ref()).unwrap_err().to_string();
    assert!(
        error.starts_with("could not save: this disk does not take a file of this size: "),
        "{error}"
    );
}
