//! Saving when a disk fails: each operation in turn, each way in which it can, and the power at any
//! moment. What was saved is there; what was not is as it was; the message says why.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test stops at the first surprise and prints its figures"
)]

#[path = "support/disk.rs"]
mod disk;
#[path = "support/effort.rs"]
mod effort;

use disk::{CrashDisk, Fault, FaultDisk, Left, Operation, Syncs, after_power_cut};
use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    sync::Arc,
};
use tempfile::TempDir;
use touchline::{
    file::{
        self, Basis, Files, Fingerprint, SaveError, SaveErrorKind, SaveNote, atomic,
        disk::Disk,
        recovery::{About, Recovery, Standing},
        watch::{HomeDisk, Seen, Watch},
    },
    model::Project,
};

fn project(turn: u64) -> Project {
    Project { title: format!("turn {turn}"), ..Project::default() }
}

/// A folder whose syncs cost nothing, where the machine has one.
fn folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// No space, broken, not allowed, read only, no sync here, gone, no quota, busy.
const ERRORS: [i32; 8] = [28, 5, 13, 30, 95, 2, 122, 16];

/// A folder with a file of turn 1, and turn 0 as its earlier version.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { folder: folder() };
        fs::create_dir(place.folder.path().join("work")).unwrap();
        let files = place.files(Arc::new(FaultDisk::default()));
        for turn in 0..2 {
            files.save(&project(turn), &place.path(), Basis::Anything).unwrap();
        }
        place
    }

    fn work(&self) -> PathBuf {
        self.folder.path().join("work")
    }

    fn path(&self) -> PathBuf {
        self.work().join("map.ron")
    }

    fn files(&self, disk: Arc<dyn Disk>) -> Files {
        Files::on(disk, Some(self.folder.path().join("data")))
    }

    /// The turn that the file has, whole; `None` where it is torn.
    fn turn(&self) -> Option<Project> {
        let opened = file::open(&self.path()).ok()?;
        opened.notes.is_empty().then_some(opened.project)
    }

    /// The turns of the earlier versions, the latest first.
    fn kept(&self) -> Vec<String> {
        let files = self.files(Arc::new(FaultDisk::default()));
        let versions = files.versions(&self.path()).unwrap();
        versions.iter().map(|it| file::open(&it.path).unwrap().project.title).collect()
    }

    fn leftovers(&self) -> usize {
        fs::read_dir(self.work()).unwrap().count() - 1
    }
}

/// What must hold after a save of turn 2 that may have failed.
fn check(place: &Place, result: &Result<file::Saved, SaveError>, fault: Fault, is_closed: bool) {
    let turn = place.turn();
    match result {
        Ok(_) => assert_eq!(turn, Some(project(2)), "{fault:?}: said to be saved"),
        Err(error) => {
            let message = error.to_string();
            assert!(message.starts_with("could not save: "), "{fault:?}: {message}");
            assert!(message.len() > 30 && message.len() < 600, "{fault:?}: {message}");
            assert!(message.contains("map.ron"), "{fault:?}: {message}");
            if matches!(error.kind, SaveErrorKind::Torn(_)) {
                assert!(is_closed, "{fault:?}: torn only where it was written in its place");
                assert_eq!(place.kept()[0], "turn 1", "{fault:?}");
            } else {
                assert_eq!(turn, Some(project(1)), "{fault:?}");
            }
        }
    }
    // What could be removed was; a disk that is gone keeps what is on it.
    assert!(place.leftovers() <= usize::from(fault.stays || result.is_ok()), "{fault:?}");
}

#[test]
fn each_operation_that_fails_leaves_a_whole_file() {
    let (mut runs, mut failed, mut torn) = (0, 0, 0);
    for is_closed in [false, true] {
        for (error, stays) in ERRORS.iter().flat_map(|&it| [(it, false), (it, true)]) {
            for first in 1.. {
                let place = Place::new();
                let fault = Fault { first, stays, error };
                let disk = FaultDisk::failing(fault);
                let disk = Arc::new(if is_closed { disk.with_closed(&place.work()) } else { disk });
                let files = place.files(disk.clone());
                let result = files.save(&project(2), &place.path(), Basis::Anything);
                check(&place, &result, fault, is_closed);
                runs += 1;
                failed += usize::from(result.is_err());
                torn += usize::from(
                    result.is_err_and(|error| matches!(error.kind, SaveErrorKind::Torn(_))),
                );
                if disk.done() < first {
                    assert_eq!(place.kept(), ["turn 1", "turn 0"]);
                    assert!(first > 10, "the disk was used");
                    break;
                }
            }
        }
    }
    println!(
        "each operation failing, {} errors, once and for good: {runs} saves, {failed} refused, 0 \
         files lost, {torn} torn in their place with a copy kept",
        ERRORS.len()
    );
}

#[test]
fn a_save_that_a_power_cut_may_undo_is_a_save_and_says_so() {
    let mut unsure = 0;
    for first in 1..60 {
        let place = Place::new();
        let known = file::open(&place.path()).unwrap().fingerprint();
        let fault = Fault { first, stays: false, error: 5 };
        let files = place.files(Arc::new(FaultDisk::failing(fault)));
        let Ok(saved) = files.save(&project(2), &place.path(), Basis::Same(known)) else {
            // The same again is not in conflict with itself.
            files.save(&project(2), &place.path(), Basis::Same(known)).unwrap();
            continue;
        };
        if matches!(saved.notes[..], [SaveNote::Unsure(_)]) {
            unsure += 1;
            let again = files.save(&project(2), &place.path(), Basis::Same(known)).unwrap();
            assert_eq!(again.notes, []);
        }
    }
    assert_eq!(unsure, 1);
}

#[test]
fn what_was_promised_to_be_kept_is_kept_or_not_written_over() {
    let mut refused = 0;
    for first in 1..60 {
        let place = Place::new();
        let fault = Fault { first, stays: false, error: 28 };
        let files = place.files(Arc::new(FaultDisk::failing(fault)));
        match files.save(&project(2), &place.path(), Basis::Kept) {
            Ok(_) => assert_eq!(place.kept()[0], "turn 1", "{first}"),
            Err(error) => {
                assert_eq!(place.turn(), Some(project(1)), "{first}");
                refused += usize::from(matches!(error.kind, SaveErrorKind::NotKept(_)));
            }
        }
    }
    assert!(refused > 3);
    let place = Place::new();
    let nowhere = Files::keeping_nothing().save(&project(2), &place.path(), Basis::Kept);
    assert!(matches!(nowhere.unwrap_err().kind, SaveErrorKind::NotKept(_)));
}

#[test]
fn one_read_that_fails_does_not_make_a_file_stay_away() {
    let place = Place::new();
    let then = std::time::SystemTime::now() - std::time::Duration::from_mins(1);
    fs::File::options().write(true).open(place.path()).unwrap().set_modified(then).unwrap();
    let known = file::open(&place.path()).unwrap().fingerprint();
    let fault = Fault { first: 1, stays: false, error: 5 };
    let files = place.files(Arc::new(FaultDisk::failing(fault)));
    let mut watch = Watch::new(files, place.path(), known, HomeDisk::of(&place.path()));
    assert_eq!([watch.look(), watch.look()], [Seen::NoFolder, Seen::Same]);
}

#[test]
fn work_that_is_older_than_its_file_never_passes_for_newer() {
    let work = |turn, path: &Path| {
        let base = Some(Fingerprint::of(&fs::read(path).unwrap()));
        (project(turn), About { path: Some(path.to_owned()), base, title: String::new() })
    };
    let mut fails = 0;
    for first in 1.. {
        let folder = folder();
        let (data, path) = (folder.path().join("data"), folder.path().join("a.ron"));
        let recovery =
            |disk: FaultDisk| Recovery::new(Files::on(Arc::new(disk), Some(data.clone())));
        file::save(&project(0), &path).unwrap();
        let (old, about) = work(1, &path);
        let mut slot = recovery(FaultDisk::default()).begin().unwrap().unwrap();
        slot.write(&old, &about).unwrap();
        drop(slot);
        // It is saved, and edited again; then the disk is gone.
        file::save(&project(2), &path).unwrap();
        let (new, about) = work(3, &path);
        let fault = Fault { first, stays: true, error: 5 };
        let left = recovery(FaultDisk::failing(fault)).left().pop();
        let slot = left.map(|left| left.hold().unwrap().unwrap());
        let is_written = slot.is_some_and(|mut slot| slot.write(&new, &about).is_ok());
        let left = recovery(FaultDisk::default()).left().remove(0);
        let is_new = left.open().unwrap().project == new;
        assert!(is_new || left.standing() != Standing::Ahead, "operation {first}");
        if is_written {
            assert_eq!(left.standing(), Standing::Ahead);
            break;
        }
        fails += 1;
    }
    assert!(fails > 5);
}

#[test]
fn a_careless_save_does_not_pass_the_same_test() {
    let mut lost = 0;
    for first in 1..4 {
        let place = Place::new();
        let disk = FaultDisk::failing(Fault { first, stays: false, error: 28 });
        let bytes = file::write(&project(2));
        let write = || -> std::io::Result<()> {
            let mut file = disk.reopen(&place.path())?;
            file.set_len(0)?;
            file.write_all(&bytes)
        };
        if write().is_err() && place.turn().is_none() {
            lost += 1;
        }
    }
    assert!(lost > 0, "the test sees nothing");
}

#[test]
fn where_a_folder_takes_no_new_file_it_is_written_over_after_a_copy() {
    let place = Place::new();
    let disk = FaultDisk::default().with_closed(&place.work());
    let saved = place.files(Arc::new(disk)).save(&project(2), &place.path(), Basis::Anything);
    assert_eq!(saved.unwrap().notes, [SaveNote::InPlace]);
    assert_eq!((place.turn(), place.leftovers()), (Some(project(2)), 0));
    assert_eq!(place.kept(), ["turn 1", "turn 0"]);
    // Without a copy it is not done.
    let disk = FaultDisk::default().with_closed(&place.work());
    let bare = Files::on(Arc::new(disk), None);
    assert!(bare.save(&project(3), &place.path(), Basis::Anything).is_err());
    assert_eq!(place.turn(), Some(project(2)));
}

#[test]
fn what_somebody_else_saved_is_not_written_over() {
    let place = Place::new();
    let files = place.files(Arc::new(FaultDisk::default()));
    let mine = file::open(&place.path()).unwrap().fingerprint();
    files.save(&project(7), &place.path(), Basis::Anything).unwrap();
    let error = files.save(&project(2), &place.path(), Basis::Same(mine)).unwrap_err();
    assert_eq!(error.kind, SaveErrorKind::Changed);
    assert_eq!(place.turn(), Some(project(7)));
    let theirs = file::open(&place.path()).unwrap().fingerprint();
    let saved = files.save(&project(2), &place.path(), Basis::Same(theirs)).unwrap();
    assert_eq!(saved.fingerprint, file::open(&place.path()).unwrap().fingerprint());
    let error = files.save(&project(3), &place.path(), Basis::Nothing).unwrap_err();
    assert!(error.to_string().contains("already"), "{error}");
    // Gone: there is nothing that could be lost.
    fs::remove_file(place.path()).unwrap();
    files.save(&project(3), &place.path(), Basis::Same(mine)).unwrap();
}

/// Saves some turns on a disk in memory; gives what was done.
fn turns(disk: &CrashDisk, data: Option<&str>, turns: u64) -> Vec<Operation> {
    for folder in ["/maps", "/home"] {
        disk.make_folder(Path::new(folder)).unwrap();
    }
    disk.sync_folder(Path::new("/")).unwrap();
    let path = Path::new("/maps/map.ron");
    atomic::write(&CrashDisk { closed: None, ..disk.clone() }, path, &file::write(&project(0)))
        .unwrap();
    disk.report(0);
    let files = Files::on(Arc::new(disk.clone()), data.map(PathBuf::from));
    for turn in 1..turns {
        files.save(&project(turn), path, Basis::Anything).unwrap();
        disk.report(turn);
    }
    disk.log()
}

/// How many states a power cut can leave, and in how many of them something is lost.
fn after_any_power_cut(log: &[Operation], data: bool, is_closed: bool) -> (usize, usize) {
    let contents: Vec<Vec<u8>> = (0..10).map(|turn| file::write(&project(turn))).collect();
    let turn_of = |bytes: &[u8]| contents.iter().position(|content| content == bytes);
    let begin = log.iter().position(|it| matches!(it, Operation::Reported(_))).unwrap() + 1;
    let (mut states, mut bad) = (0, 0);
    for end in begin..=log.len() {
        let reported = log[..end].iter().rev().find_map(|it| match it {
            Operation::Reported(turn) => usize::try_from(*turn).ok(),
            _ => None,
        });
        let reported = reported.unwrap();
        after_power_cut(&log[..end], |left: &Left| {
            states += 1;
            let turn = left.read(Path::new("/maps/map.ron")).and_then(turn_of);
            let kept: Vec<_> = left
                .files()
                .filter(|(path, _)| {
                    path.starts_with("/home") && path.extension().is_some_and(|it| it == "ron")
                })
                .map(|(_, bytes)| turn_of(bytes))
                .collect();
            let in_file = turn.is_some_and(|turn| turn >= reported);
            let in_copy = is_closed && kept.contains(&Some(reported));
            let all_kept = !data || (0..reported).all(|turn| kept.contains(&Some(turn)));
            let whole = kept.iter().all(Option::is_some);
            if !((in_file || in_copy) && all_kept && whole) {
                bad += 1;
            }
        });
    }
    (states, bad)
}

#[test]
fn whatever_a_power_cut_leaves_is_what_was_saved() {
    let mut all = 0;
    for (name, data, is_closed) in [
        ("temporary file and rename", None, false),
        ("with earlier versions", Some("/home/data"), false),
        ("in its place, after a copy", Some("/home/data"), true),
    ] {
        let closed = is_closed.then(|| PathBuf::from("/maps"));
        let disk = CrashDisk { closed, ..CrashDisk::default() };
        let log = turns(&disk, data, effort::of(3, 4, 5));
        let (states, bad) = after_any_power_cut(&log, data.is_some(), is_closed);
        println!("power cut, {name}: {states} states, {bad} bad");
        assert_eq!(bad, 0, "{name}");
        all += states;
    }
    assert!(all > 200, "{all}");
}

#[test]
fn without_syncs_a_power_cut_loses_what_was_saved() {
    for syncs in [Syncs::None, Syncs::FilesOnly] {
        let log = turns(&CrashDisk { syncs, ..CrashDisk::default() }, None, 2);
        let (states, bad) = after_any_power_cut(&log, false, false);
        println!("power cut, control with syncs of {syncs:?}: {states} states, {bad} bad");
        assert!(bad > 0, "the model sees nothing: {syncs:?}");
    }
}
