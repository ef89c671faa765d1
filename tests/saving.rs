//! Saving against a killed program and a disk that refuses: the file is always one that was saved.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test stops at the first surprise; a child tells its parent what it did"
)]

#[path = "support/effort.rs"]
mod effort;
mod support;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
    sync::Arc,
    time::Instant,
};
use touchline::{
    file::{self, Basis, Files, disk::RealDisk},
    model::Project,
};

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

/// Keeps earlier versions beside the file.
fn files(path: &Path) -> Files {
    Files::on(Arc::new(RealDisk), Some(path.with_file_name("data")))
}

fn save(project: &Project, path: &Path) {
    files(path).save(project, path, Basis::Anything).unwrap();
}

#[test]
fn a_program_that_is_killed_while_saving_leaves_a_whole_file() {
    let kills = effort::of(40, 500, 10_000);
    let (begin, folder) = (Instant::now(), tempfile::tempdir().unwrap());
    let path = folder.path().join("map.ron");
    let mut random = fastrand::Rng::with_seed(1);
    let (mut saves, mut versions, mut killed_inside, mut left) = (0, 0, 0, 0);
    for round in 0..kills {
        save(&project(0), &path);
        let mut saver = child("saves_again_and_again", &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // After some saves, somewhere inside the next one.
        let lines = BufReader::new(saver.stdout.take().unwrap()).lines();
        let saved = lines
            .filter_map(|line| line.unwrap().strip_prefix("saved ")?.parse::<u64>().ok())
            .nth(random.usize(..4))
            .unwrap();
        std::thread::sleep(std::time::Duration::from_micros(random.u64(..40_000)));
        saver.kill().unwrap();
        saver.wait().unwrap();
        let opened = file::open(&path).unwrap_or_else(|error| panic!("round {round}: {error}"));
        assert_eq!(opened.notes, [], "round {round}");
        let turn: u64 = opened.project.title.strip_prefix("turn ").unwrap().parse().unwrap();
        assert_eq!(opened.project, project(turn));
        assert!(turn >= saved, "round {round}: {saved} was saved, {turn} is there");
        let kept = files(&path).versions(&path).unwrap();
        for version in &kept {
            assert_eq!(file::open(&version.path).unwrap().notes, [], "round {round}");
        }
        let newest = file::open(&kept[0].path).unwrap().project.title;
        assert!(newest >= format!("turn {}", turn.saturating_sub(1)) || turn > 9, "{newest}");
        (saves, versions) = (saves + turn, versions + kept.len());
        let now = temporary_files(folder.path());
        killed_inside += usize::from(now > left);
        left = now;
        if round % 50 == 49 {
            sweep(folder.path());
            left = 0;
        }
    }
    println!(
        "killed {kills} times in {} saves, {killed_inside} of them inside one: 0 torn, 0 missing, \
         0 lost that were reported; {versions} earlier versions looked at; {:.0} s",
        saves,
        begin.elapsed().as_secs_f64()
    );
}

/// What the killed program left in the folder of the file.
fn temporary_files(folder: &Path) -> usize {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter(|name| name.to_string_lossy().ends_with(".tmp")).count()
}

/// Makes what was left look old, so that the next save removes it.
fn sweep(folder: &Path) {
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_hours(48);
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|it| it == "tmp") {
            fs::File::options().write(true).open(path).unwrap().set_modified(long_ago).unwrap();
        }
    }
    save(&project(1), &folder.join("map.ron"));
    save(&project(2), &folder.join("map.ron"));
    assert_eq!(temporary_files(folder), 0);
}

#[test]
#[ignore = "the child of another test"]
fn saves_again_and_again() {
    let Some(path) = env::var_os(PATH) else { return };
    for turn in 1..100_000 {
        save(&project(turn), path.as_ref());
        println!("saved {turn}");
    }
}

#[test]
fn a_disk_that_takes_no_more_at_any_byte_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    save(&project(0), &path);
    // Unless the signal is ignored, it ends the program: only a shell can ask for that safely.
    let limited = child("meets_the_end_of_the_disk_at_each_place", &path);
    let shell = Command::new("sh")
        .args(["-c", "trap '' XFSZ; exec \"$@\"", "sh"])
        .arg(limited.get_program())
        .args(limited.get_args())
        .env(PATH, &path)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&shell.stdout);
    assert!(shell.status.success(), "{said}{}", String::from_utf8_lossy(&shell.stderr));
    println!("{}", said.lines().find(|line| line.starts_with("writes")).unwrap());
}

#[test]
#[ignore = "the child of another test"]
fn meets_the_end_of_the_disk_at_each_place() {
    let Some(path) = env::var_os(PATH) else { return };
    let path = Path::new(&path);
    let before = fs::read(path).unwrap();
    let whole = file::write(&project(1)).len() as u64;
    let (first, step) = effort::of((0, 509 * 7), (0, 509), (whole.saturating_sub(65_536), 1));
    let limit = getrlimit(Resource::Fsize);
    let mut places = 0;
    for bytes in (first..whole).step_by(step) {
        setrlimit(Resource::Fsize, Rlimit { current: Some(bytes), ..limit }).unwrap();
        let error = files(path).save(&project(1), path, Basis::Anything).unwrap_err().to_string();
        setrlimit(Resource::Fsize, limit).unwrap();
        assert!(
            error.starts_with("could not save: this disk does not take a file of this size: "),
            "{error}"
        );
        assert!(fs::read(path).unwrap() == before, "at byte {bytes}");
        assert_eq!(temporary_files(path.parent().unwrap()), 0, "at byte {bytes}");
        places += 1;
    }
    files(path).save(&project(1), path, Basis::Anything).unwrap();
    println!("writes failing at {places} places of {whole} bytes: 0 files lost, 0 left over");
}

/// A full disk of a megabyte, where this machine lets us make one.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let disk = folder.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let inside = child("meets_a_full_disk", &disk);
    let script = "mount -t tmpfs -o size=1m none \"$TOUCHLINE_TEST_PATH\" || exit 77; exec \"$@\"";
    let shell = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"])
        .arg(inside.get_program())
        .args(inside.get_args())
        .env(PATH, &disk)
        .output();
    match shell {
        Ok(shell) if shell.status.success() => {
            let said = String::from_utf8_lossy(&shell.stdout).into_owned();
            println!("{}", said.lines().find(|line| line.starts_with("a full")).unwrap());
        }
        Ok(shell) if shell.status.code() == Some(101) => {
            panic!("{}", String::from_utf8_lossy(&shell.stdout));
        }
        _ => println!("a full disk: not tested, this machine mounts nothing for a test"),
    }
}

#[test]
#[ignore = "the child of another test"]
fn meets_a_full_disk() {
    let Some(disk) = env::var_os(PATH) else { return };
    let disk = Path::new(&disk);
    let path = disk.join("map.ron");
    save(&project(0), &path);
    let before = fs::read(&path).unwrap();
    // Nearly full: there is room for some of it.
    let mut room = 0;
    for left in (0..12).rev() {
        let free = left * 16 * 1024;
        fill(disk, free);
        let project = Project { notes: "y".repeat(100_000), ..project(left as u64 + 1) };
        match files(&path).save(&project, &path, Basis::Anything) {
            Ok(_) => room += 1,
            Err(error) => {
                assert!(error.to_string().contains("the disk is full"), "{error}");
                assert!(file::open(&path).is_ok());
                assert_eq!(temporary_files(disk), 0);
            }
        }
        fs::remove_file(disk.join("filler")).unwrap();
        save(&self::project(0), &path);
        assert!(fs::read(&path).unwrap() == before);
    }
    assert!(room < 12, "the disk was never full");
    println!("a full disk, 12 degrees of it: {} saves refused, 0 files lost", 12 - room);
}

/// Fills a disk up to some bytes.
fn fill(disk: &Path, free: usize) {
    use std::io::Write as _;
    let mut filler = fs::File::create(disk.join("filler")).unwrap();
    while filler.write_all(&[0; 4096]).is_ok() {}
    let length = filler.metadata().unwrap().len();
    filler.set_len(length.saturating_sub(free as u64)).unwrap();
}
