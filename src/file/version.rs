//! Earlier versions: what a file was before each save, kept in the user's data folder under the
//! file's path. The last twenty and one a day for two weeks, and never more than so many bytes.

use super::{atomic, disk::Disk, fingerprint};
use std::{
    collections::BTreeSet,
    ffi::OsStr,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// So many versions of a file are kept, whatever their age.
const LATEST: usize = 20;

/// Of older ones, the last of each of so many days.
const DAYS: u64 = 14;

/// All kept versions of all files, in bytes.
const MOST_BYTES: u64 = 200 << 20;

/// Two programs may take the same number.
const TRIES: u32 = 20;

/// Beside the versions of a file, the path that it had: for a person who looks.
const NAME_OF_FILE: &str = "path.txt";

/// The earlier versions of all files, in one folder.
pub struct Versions<'a> {
    disk: &'a dyn Disk,
    folder: PathBuf,
}

/// One earlier version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Where it is kept: opened as any file.
    pub path: PathBuf,
    /// When it was saved.
    pub saved: SystemTime,
    /// Counts up with each version of a file, whatever the clock says.
    pub number: u32,
}

impl<'a> Versions<'a> {
    /// Those that are kept in a folder, which need not be there yet.
    pub fn new(disk: &'a dyn Disk, folder: PathBuf) -> Self {
        Self { disk, folder }
    }

    /// The versions of a file, the latest first.
    pub fn list(&self, file: &Path) -> io::Result<Vec<Version>> {
        self.in_folder(&self.folder_of(file))
    }

    /// Keeps a content that a file had until now, and when it was saved. Comes back when it is
    /// safe on the disk. The same as the latest version is not kept twice.
    pub fn keep(&self, file: &Path, content: &[u8], saved: SystemTime) -> io::Result<()> {
        if content.len() as u64 > MOST_BYTES {
            return Err(ErrorKind::FileTooLarge.into());
        }
        let folder = self.folder_of(file);
        atomic::make_folders(self.disk, &folder)?;
        for _ in 0..TRIES {
            let latest = self.in_folder(&folder)?.into_iter().next();
            if let Some(latest) = &latest
                && self.disk.read(&latest.path, MOST_BYTES).is_ok_and(|kept| kept == content)
            {
                return Ok(());
            }
            let number = latest.map_or(1, |latest| latest.number.saturating_add(1));
            let path = folder.join(name_of(number, saved));
            match atomic::write_new_with(self.disk, &path, |out| out.write_all(content)) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
                Ok(()) => {
                    self.name_the_file(&folder, file);
                    self.forget_the_oldest(&folder, &path);
                    return Ok(());
                }
            }
        }
        Err(ErrorKind::AlreadyExists.into())
    }

    /// One file, one folder, whichever way the file is reached. Not its name alone: the files of
    /// two folders are two files.
    fn folder_of(&self, file: &Path) -> PathBuf {
        let (folder, name) = (atomic::folder_of(file), file.file_name().unwrap_or_default());
        // The file itself may be gone.
        let path = self.disk.canonical(file).or_else(|_| {
            let folder = self.disk.canonical(folder)?;
            io::Result::Ok(folder.join(name))
        });
        let path = path.unwrap_or_else(|_| file.to_owned());
        let key = fingerprint::hash(path.as_os_str().as_encoded_bytes());
        self.folder.join(format!("{key:016x}"))
    }

    fn in_folder(&self, folder: &Path) -> io::Result<Vec<Version>> {
        let names = match self.disk.list(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            other => other?,
        };
        let mut versions: Vec<_> = names.iter().filter_map(|name| parse(folder, name)).collect();
        versions.sort_by_key(|version| std::cmp::Reverse(version.number));
        Ok(versions)
    }

    fn name_the_file(&self, folder: &Path, file: &Path) {
        let (path, text) = (folder.join(NAME_OF_FILE), format!("{}\n", file.display()));
        let is_there = self.disk.about(&path).is_ok();
        if !is_there && let Err(error) = atomic::write(self.disk, &path, text.as_bytes()) {
            log::debug!("could not name the file of its versions: {error}");
        }
    }

    /// What is over the limits goes; that it cannot go is no reason not to save.
    fn forget_the_oldest(&self, folder: &Path, newest: &Path) {
        let now = SystemTime::now();
        let versions = self.in_folder(folder).unwrap_or_default();
        let spared = spared(&versions, now);
        for version in versions.iter().filter(|version| !spared.contains(&version.number)) {
            self.remove(version);
        }
        self.shrink(newest);
    }

    /// Removes the oldest versions of all files until the rest is small enough.
    fn shrink(&self, newest: &Path) {
        let folders = self.disk.list(&self.folder).unwrap_or_default();
        let mut all: Vec<_> = folders
            .iter()
            .flat_map(|name| self.in_folder(&self.folder.join(name)).unwrap_or_default())
            .map(|version| {
                let bytes = self.disk.about(&version.path).map_or(0, |about| about.bytes);
                (version, bytes)
            })
            .collect();
        all.sort_by_key(|(version, _)| (version.saved, version.number));
        let mut over = all.iter().map(|(_, bytes)| bytes).sum::<u64>().saturating_sub(MOST_BYTES);
        for (version, bytes) in all.iter().filter(|(version, _)| version.path != newest) {
            if over == 0 {
                return;
            }
            self.remove(version);
            over = over.saturating_sub(*bytes);
        }
    }

    fn remove(&self, version: &Version) {
        if let Err(error) = self.disk.remove(&version.path) {
            log::warn!("could not remove {}: {error}", version.path.display());
        }
    }
}

fn seconds_of(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO).as_secs()
}

fn name_of(number: u32, saved: SystemTime) -> String {
    format!("{number:06}-{}.ron", seconds_of(saved))
}

/// The version that a file of this name is.
fn parse(folder: &Path, name: &OsStr) -> Option<Version> {
    let (number, seconds) = name.to_str()?.strip_suffix(".ron")?.split_once('-')?;
    let saved = UNIX_EPOCH.checked_add(Duration::from_secs(seconds.parse().ok()?))?;
    Some(Version { path: folder.join(name), saved, number: number.parse().ok()? })
}

/// The numbers of those that stay, of one file's versions, the latest first.
fn spared(versions: &[Version], now: SystemTime) -> BTreeSet<u32> {
    const DAY: u64 = 24 * 60 * 60;
    let today = seconds_of(now) / DAY;
    let mut days = BTreeSet::new();
    let stays = |(at, version): &(usize, &Version)| {
        let day = seconds_of(version.saved) / DAY;
        let is_first_of_day = days.insert(day);
        *at < LATEST || (is_first_of_day && day + DAYS > today)
    };
    versions.iter().enumerate().filter(stays).map(|(_, version)| version.number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::disk::RealDisk;

    const HOUR: Duration = Duration::from_hours(1);

    fn at(hours: u32) -> SystemTime {
        UNIX_EPOCH + HOUR * (24 * 20_000 + hours)
    }

    #[test]
    fn the_last_twenty_stay_and_the_last_of_each_of_fourteen_days() {
        // A version each six hours for thirty days; the last is made now.
        let versions: Vec<_> = (0..120)
            .rev()
            .map(|n| Version { path: PathBuf::new(), saved: at(n * 6), number: n })
            .collect();
        let stay = spared(&versions, at(119 * 6));
        let expected: BTreeSet<u32> =
            (100..120).chain((0..120).filter(|n| n % 4 == 3 && n / 4 > 29 - 14)).collect();
        assert_eq!(stay, expected);
        assert_eq!(spared(&versions[..3], at(0)).len(), 3, "whatever the clock says");
    }

    #[test]
    fn versions_are_kept_by_path_and_listed_from_the_latest() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let file = |name: &str| folder.path().join(name);
        for (name, content) in [("a", "1"), ("b", "x"), ("a", "2"), ("a", "2"), ("a", "3")] {
            let versions = Versions::new(&RealDisk, file("kept/history"));
            versions.keep(&file(name), content.as_bytes(), at(1))?;
        }
        let versions = Versions::new(&RealDisk, file("kept/history"));
        let contents = |name: &str| -> io::Result<Vec<String>> {
            let list = versions.list(&file(name))?;
            list.iter().map(|version| std::fs::read_to_string(&version.path)).collect()
        };
        assert_eq!(contents("a")?, ["3", "2", "1"]);
        assert_eq!(contents("b")?, ["x"]);
        assert_eq!(contents("c")?, [""; 0]);
        // By another way to the same file.
        std::fs::create_dir(file("sub"))?;
        assert_eq!(contents("sub/../a")?, ["3", "2", "1"]);
        assert_eq!(versions.list(&file("a"))?[0].saved, at(1));
        Ok(())
    }

    #[test]
    fn more_than_the_limit_is_not_kept_and_the_newest_stays() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let file = |name: &str| folder.path().join(name);
        let versions = Versions::new(&RealDisk, file("history"));
        for (hour, name) in (0..).zip(["old", "a", "b", "c"]) {
            versions.keep(&file(name), name.as_bytes(), at(hour))?;
            // As large as many versions, without their bytes.
            let path = &versions.list(&file(name))?[0].path;
            std::fs::File::options().write(true).open(path)?.set_len(60 << 20)?;
        }
        versions.keep(&file("a"), b"new", at(9))?;
        let counts: Vec<usize> = ["old", "a", "b", "c"]
            .iter()
            .map(|name| versions.list(&file(name)).map(|list| list.len()))
            .collect::<io::Result<_>>()?;
        assert_eq!(counts, [0, 2, 1, 1]);
        let huge = vec![0; usize::try_from(MOST_BYTES).unwrap_or(0) + 1];
        assert!(versions.keep(&file("a"), &huge, at(10)).is_err());
        Ok(())
    }
}
