//! The power is cut while the program saves, on real file systems: ext4 as it is, ext4 without its
//! help for careless programs, and XFS, each in an image. A cut is the kernel's own: the file
//! system stops, and what was not yet written out is gone.
//!
//! `TOUCHLINE_EFFORT=long cargo test --test power -- --nocapture`, as root on Linux, is the long
//! run; there is no short one.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test stops at the first surprise and prints its figures; a child tells its parent"
)]

#[path = "support/disk.rs"]
mod disk;
#[path = "support/effort.rs"]
mod effort;

use disk::FaultDisk;
use std::{
    env, fs,
    io::{BufRead, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};
use touchline::{
    file::{
        self, Basis, Files,
        disk::{Disk, RealDisk},
    },
    model::Project,
};

/// Where the child process saves, and whether it syncs.
const FOLDER: &str = "TOUCHLINE_TEST_FOLDER";
const CARELESS: &str = "TOUCHLINE_TEST_CARELESS";

/// Stops a file system without writing out what it still has in memory.
const CUT: &str = "import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack('I', 2))";

/// File systems: how each is made, and how it is mounted.
const SYSTEMS: [(&str, &str, &str); 3] = [
    ("ext4", "mkfs.ext4", "loop"),
    ("ext4, noauto_da_alloc", "mkfs.ext4", "loop,noauto_da_alloc"),
    ("XFS", "mkfs.xfs", "loop"),
];

/// Large enough that it is not written out by chance; each turn has other bytes in it.
fn project(turn: u64) -> Project {
    let notes = format!("{turn:08} ").repeat(10_000);
    Project { title: format!("turn {turn}"), notes, ..Project::default() }
}

fn turn_of(path: &Path) -> Option<u64> {
    let opened = file::open(path).ok().filter(|opened| opened.notes.is_empty())?;
    let turn = opened.project.title.strip_prefix("turn ")?.parse().ok()?;
    (opened.project == project(turn)).then_some(turn)
}

/// A file system in an image, mounted as long as this lives.
struct Mount {
    image: PathBuf,
    at: PathBuf,
    options: &'static str,
    is_mounted: bool,
}

impl Mount {
    /// Why there is none, where this machine cannot.
    fn new(folder: &Path, make: &str, options: &'static str) -> Result<Self, String> {
        let mount = Self {
            image: folder.join("image"),
            at: folder.join("disk"),
            options,
            is_mounted: false,
        };
        fs::create_dir_all(&mount.at).unwrap();
        fs::File::create(&mount.image).unwrap().set_len(400 << 20).unwrap();
        succeeds(Command::new(make).arg("-q").arg(&mount.image))?;
        Ok(mount)
    }

    fn mount(&mut self) -> Result<(), String> {
        succeeds(Command::new("mount").args(["-o", self.options]).arg(&self.image).arg(&self.at))?;
        self.is_mounted = true;
        Ok(())
    }

    fn cut_the_power(&mut self) -> Result<(), String> {
        succeeds(Command::new("python3").args(["-c", CUT]).arg(&self.at))
    }

    fn unmount(&mut self) -> Result<(), String> {
        succeeds(Command::new("umount").arg(&self.at))?;
        self.is_mounted = false;
        Ok(())
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        if self.is_mounted {
            self.unmount().ok();
        }
    }
}

/// Runs something; what it said where it failed.
fn succeeds(command: &mut Command) -> Result<(), String> {
    match command.output() {
        Ok(done) if done.status.success() => Ok(()),
        Ok(done) => Err(String::from_utf8_lossy(&done.stderr).trim().to_owned()),
        Err(error) => Err(format!("{}: {error}", command.get_program().display())),
    }
}

/// What the cuts did.
#[derive(Default)]
struct Figures {
    cuts: u32,
    saves: u64,
    /// The file was not whole.
    torn: u32,
    /// What was reported as saved was not there.
    lost: u32,
    /// An earlier version was not whole.
    torn_versions: u32,
}

fn saver(folder: &Path, is_careless: bool) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["saves_again_and_again", "--exact", "--ignored", "--nocapture"])
        .env(FOLDER, folder)
        .env(CARELESS, if is_careless { "yes" } else { "" })
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Saves, cuts the power, and looks what is there when it is back.
fn cut_once(
    mount: &mut Mount,
    is_careless: bool,
    wait: Duration,
    figures: &mut Figures,
) -> Result<(), String> {
    mount.mount()?;
    let (path, data) = (mount.at.join("map.ron"), mount.at.join("data"));
    let mut child = saver(&mount.at, is_careless);
    let saved = Arc::new(AtomicU64::new(0));
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let (first, begun) = std::sync::mpsc::channel();
    let reader = thread::spawn({
        let saved = Arc::clone(&saved);
        move || {
            for turn in lines.filter_map(|line| line.strip_prefix("saved ")?.parse().ok()) {
                saved.store(turn, Ordering::SeqCst);
                first.send(()).ok();
            }
        }
    });
    begun.recv().unwrap();
    thread::sleep(wait);
    // What was reported before the cut counts.
    let reported = saved.load(Ordering::SeqCst);
    let is_cut = mount.cut_the_power();
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap();
    is_cut?;
    mount.unmount()?;
    mount.mount()?;
    figures.cuts += 1;
    figures.saves += reported;
    match turn_of(&path) {
        None => figures.torn += 1,
        Some(turn) => figures.lost += u32::from(turn < reported),
    }
    let versions = Files::on(Arc::new(RealDisk), Some(data.clone())).versions(&path).unwrap();
    let torn = versions.iter().any(|version| turn_of(&version.path).is_none());
    figures.torn_versions += u32::from(torn);
    // The next round begins with the same disk, not the same files.
    for entry in fs::read_dir(&mount.at).unwrap() {
        let path = entry.unwrap().path();
        let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    }
    mount.unmount()
}

/// So many cuts on one file system.
fn cuts(count: u32, make: &str, options: &'static str, careless: bool) -> Result<Figures, String> {
    let folder = tempfile::tempdir().unwrap();
    let mut mount = Mount::new(folder.path(), make, options)?;
    let mut random = fastrand::Rng::with_seed(4);
    let mut figures = Figures::default();
    for _ in 0..count {
        let wait = Duration::from_micros(random.u64(..60_000));
        cut_once(&mut mount, careless, wait, &mut figures)?;
    }
    Ok(figures)
}

#[test]
fn a_power_cut_loses_nothing_that_was_reported_as_saved() {
    let (count, control) = effort::of((0, 0), (0, 0), (250, 40));
    if count == 0 {
        println!("power cuts: not tested; TOUCHLINE_EFFORT=long asks for them, as root");
        return;
    }
    for (name, make, options) in SYSTEMS {
        let begin = Instant::now();
        for (is_careless, count) in [(true, control), (false, count)] {
            let figures = match cuts(count, make, options, is_careless) {
                Ok(figures) => figures,
                Err(why) => {
                    println!("power cuts on {name}: not tested, this machine cannot: {why}");
                    break;
                }
            };
            let Figures { cuts, saves, torn, lost, torn_versions } = figures;
            let (seconds, control) = (
                begin.elapsed().as_secs(),
                if is_careless { ", control without syncs" } else { "" },
            );
            println!(
                "power cuts on {name}{control}: {cuts} in {saves} saves, {torn} torn, {lost} lost, \
                 {torn_versions} with a torn earlier version; {seconds} s"
            );
            if is_careless {
                assert!((torn + lost + torn_versions) * 10 >= cuts, "the test is blind on {name}");
            } else {
                assert_eq!((torn, lost, torn_versions), (0, 0, 0), "{name}");
            }
        }
    }
}

#[test]
#[ignore = "the child of another test"]
fn saves_again_and_again() {
    let Some(folder) = env::var_os(FOLDER).map(PathBuf::from) else { return };
    // As browsers do beside us: small files are synced all the time, and the disk's journal with
    // them, whoever wrote it.
    let beside = folder.join("beside");
    thread::spawn(move || {
        loop {
            let synced = fs::File::create(&beside).and_then(|mut file| {
                file.write_all(b"small")?;
                file.sync_all()
            });
            if synced.is_err() {
                return;
            }
            thread::sleep(Duration::from_millis(5));
        }
    });
    let is_careless = env::var(CARELESS).is_ok_and(|it| !it.is_empty());
    let disk: Arc<dyn Disk> =
        if is_careless { Arc::new(FaultDisk::careless()) } else { Arc::new(RealDisk) };
    let files = Files::on(disk, Some(folder.join("data")));
    for turn in 1..100_000 {
        // Where the power is gone, nothing works any more.
        if files.save(&project(turn), &folder.join("map.ron"), Basis::Anything).is_err() {
            return;
        }
        println!("saved {turn}");
    }
}
