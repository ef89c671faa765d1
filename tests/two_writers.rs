//! Two people, one file: whoever saves when, every version is in the file, among its earlier
//! versions, or in a copy.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test stops at the first surprise; a child tells its parent what it did"
)]

#[path = "support/effort.rs"]
mod effort;

use std::{
    collections::BTreeSet,
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Arc,
    time::{Duration, Instant},
};
use touchline::{
    file::{self, Basis, Files, SaveErrorKind, disk::RealDisk},
    model::Project,
};

/// What a child is told: the file, who it is, how it saves.
const PATH: &str = "TOUCHLINE_TEST_PATH";
const WHO: &str = "TOUCHLINE_TEST_WHO";
const HOW: &str = "TOUCHLINE_TEST_HOW";

/// So often each of the two saves in a round: fewer than the versions that are kept.
const SAVES: u32 = 6;

/// What became of a round.
#[derive(Default)]
struct Round {
    /// The versions that somebody made.
    made: BTreeSet<String>,
    conflicts: usize,
    /// Those that are nowhere any more.
    lost: Vec<String>,
}

fn files(path: &Path) -> Files {
    Files::on(Arc::new(RealDisk), Some(path.with_file_name("data")))
}

fn version(title: &str) -> Project {
    Project { title: title.to_owned(), notes: "x".repeat(20_000), ..Project::default() }
}

/// Two programs save to one file as fast as they can.
fn round(how: &str) -> Round {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    files(&path).save(&version("first"), &path, Basis::Anything).unwrap();
    let writers = ["anna", "ben"].map(|who| {
        Command::new(env::current_exe().unwrap())
            .args(["saves_what_it_edits", "--exact", "--ignored", "--nocapture"])
            .envs([(WHO, who), (HOW, how)])
            .env(PATH, &path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap()
    });
    let mut round = Round { made: BTreeSet::from(["first".to_owned()]), ..Round::default() };
    for mut writer in writers {
        for line in BufReader::new(writer.stdout.take().unwrap()).lines().map_while(Result::ok) {
            if let Some(title) = line.strip_prefix("made ") {
                round.made.insert(title.to_owned());
            }
            round.conflicts += usize::from(line == "conflict");
        }
        assert!(writer.wait().unwrap().success());
    }
    let there = everything(&path);
    round.lost = round.made.iter().filter(|title| !there.contains(*title)).cloned().collect();
    round
}

/// The titles of all that can be found: in the file, its copies, its earlier versions.
fn everything(path: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(path.parent().unwrap()).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|it| it == "ron"));
    paths.extend(files(path).versions(path).unwrap().into_iter().map(|version| version.path));
    paths.iter().map(|path| file::open(path).unwrap().project.title).collect()
}

#[test]
fn of_two_writers_nobody_loses_a_version() {
    let (rounds, begin) = (effort::of(10, 10, 500), Instant::now());
    let (mut made, mut conflicts) = (0, 0);
    for number in 0..rounds {
        let round = round("carefully");
        assert_eq!(round.lost, [""; 0], "round {number}");
        made += round.made.len();
        conflicts += round.conflicts;
    }
    assert!(conflicts > 0, "they were never in each other's way");
    println!(
        "two writers on one file, {rounds} rounds: {made} versions, {conflicts} conflicts, 0 lost; \
         {:.0} s",
        begin.elapsed().as_secs_f64()
    );
}

#[test]
fn two_who_do_not_look_lose_versions() {
    let lost: usize = (0..3).map(|_| round("blindly").lost.len()).sum();
    assert!(lost > 0, "the test above would not see a loss");
    println!("the control, who writes without looking: {lost} versions lost in 3 rounds");
}

#[test]
#[ignore = "the child of another test"]
fn saves_what_it_edits() {
    let (Some(path), Ok(who), Ok(how)) = (env::var_os(PATH), env::var(WHO), env::var(HOW)) else {
        return;
    };
    let path = Path::new(&path);
    for turn in 0..SAVES {
        let on_disk = file::open(path).unwrap().fingerprint();
        std::thread::sleep(Duration::from_micros(fastrand::u64(..6_000)));
        let mine = version(&format!("{who} {turn}"));
        println!("made {}", mine.title);
        if how == "blindly" {
            file::save(&mine, path).unwrap();
            continue;
        }
        match files(path).save(&mine, path, Basis::Same(on_disk)) {
            Ok(_) => {}
            Err(error) if error.kind == SaveErrorKind::Changed => {
                println!("conflict");
                settle(&mine, path);
            }
            Err(error) => panic!("{error}"),
        }
    }
}

/// One of the three answers that the window offers.
fn settle(mine: &Project, path: &Path) {
    let (files, copy) = (files(path), path.with_file_name(format!("{}.ron", mine.title)));
    match fastrand::u8(..3) {
        0 => drop(files.save(mine, &copy, Basis::Nothing).unwrap()),
        1 => files.keep(path, &file::write(mine)).unwrap(),
        _ => drop(files.save(mine, path, Basis::Anything).unwrap()),
    }
}
