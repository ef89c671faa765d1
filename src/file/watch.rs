//! What becomes of an open file while others can reach it: looked at cheaply first, and by content
//! only where that says that something may have changed.

use super::{Files, Fingerprint};
use std::{
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

/// A file whose time of change is not older than this may be changed again without another time:
/// some disks count in steps of two seconds.
const STEP: Duration = Duration::from_secs(3);

/// What was seen of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// It is as it is known.
    Same,
    Changed(Fingerprint),
    /// It is not there; its folder is.
    NoFile,
    /// Nor can its folder be reached: a stick was pulled out, a share is gone.
    NoFolder,
}

/// A file whose content is known.
pub struct Watch {
    files: Files,
    path: PathBuf,
    known: Fingerprint,
    disk: HomeDisk,
    /// As it was when its content was looked at last, and what came of it.
    last: Option<(Stamp, Seen)>,
}

/// Which disk the folder of a file is on: when it is gone, something else may be in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HomeDisk(Option<u64>);

/// What tells that a file may have been changed, without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    bytes: u64,
    modified: Option<SystemTime>,
    /// Which file, and when anything of it was changed; where the system says so.
    inode: Option<(u64, i64, i64)>,
}

impl Watch {
    /// Of a file with a known content, that was last seen on a disk.
    pub fn new(files: Files, path: PathBuf, known: Fingerprint, disk: HomeDisk) -> Self {
        Self { files, path, known, disk, last: None }
    }

    /// What has become of it.
    pub fn look(&mut self) -> Seen {
        let Ok(stamp) = Stamp::of(&self.path) else {
            self.last = None;
            return if self.disk.is_away(&self.path) { Seen::NoFolder } else { Seen::NoFile };
        };
        if let Some((_, seen)) = self.last.filter(|(last, _)| *last == stamp && stamp.is_settled())
        {
            return seen;
        }
        let seen = match self.files.fingerprint(&self.path) {
            Ok(Some(now)) if now == self.known => Seen::Same,
            Ok(Some(now)) => Seen::Changed(now),
            Ok(None) => Seen::NoFile,
            // It may be read the next time.
            Err(_) => {
                self.last = None;
                return Seen::NoFolder;
            }
        };
        self.last = Some((stamp, seen));
        seen
    }
}

impl HomeDisk {
    /// Of a file that is there.
    pub fn of(file: &Path) -> Self {
        Self(device(super::atomic::folder_of(file)).ok().flatten())
    }

    /// Whether a file cannot be reached: it is not there, and nor is its folder, or another disk is
    /// in its place.
    pub fn is_away(self, file: &Path) -> bool {
        let is_missing = |path: &Path| fs::metadata(path).is_err();
        is_missing(file)
            && match device(super::atomic::folder_of(file)) {
                Ok(now) => self.0.is_some() && now.is_some() && now != self.0,
                Err(error) => error.kind() != ErrorKind::PermissionDenied,
            }
    }
}

/// The disk that a folder is on; `None` where the system does not say.
fn device(folder: &Path) -> io::Result<Option<u64>> {
    let about = fs::metadata(folder)?;
    #[cfg(unix)]
    let device = Some(std::os::unix::fs::MetadataExt::dev(&about));
    #[cfg(not(unix))]
    let device = about.is_dir().then_some(0);
    Ok(device)
}

impl Stamp {
    fn of(path: &Path) -> io::Result<Self> {
        let about = fs::metadata(path)?;
        #[cfg(unix)]
        let inode = {
            use std::os::unix::fs::MetadataExt;
            Some((about.ino(), about.ctime(), about.ctime_nsec()))
        };
        #[cfg(not(unix))]
        let inode = None;
        Ok(Self { bytes: about.len(), modified: about.modified().ok(), inode })
    }

    /// Whether another change would show in it.
    fn is_settled(&self) -> bool {
        let age = self.modified.and_then(|then| SystemTime::now().duration_since(then).ok());
        age.is_some_and(|age| age > STEP)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn old(path: &Path) -> io::Result<()> {
        let then = SystemTime::now() - Duration::from_mins(1);
        fs::File::options().write(true).open(path)?.set_modified(then)
    }

    #[test]
    fn every_change_is_seen_and_nothing_else() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let place = folder.path().join("stick");
        fs::create_dir(&place)?;
        let path = place.join("a.ron");
        fs::write(&path, "one")?;
        let (known, disk) = (Fingerprint::of(b"one"), HomeDisk::of(&path));
        let mut watch = Watch::new(Files::keeping_nothing(), path.clone(), known, disk);
        assert_eq!(watch.look(), Seen::Same);
        // Written again with the same content: by another file, another time.
        fs::write(place.join("b"), "one")?;
        fs::rename(place.join("b"), &path)?;
        assert_eq!(watch.look(), Seen::Same);
        // As long as before, and as old.
        old(&path)?;
        assert_eq!(watch.look(), Seen::Same);
        fs::write(&path, "two")?;
        old(&path)?;
        let two = Seen::Changed(Fingerprint::of(b"two"));
        assert_eq!(watch.look(), two);
        assert_eq!(watch.look(), two, "also at the next look");
        fs::remove_file(&path)?;
        assert_eq!(watch.look(), Seen::NoFile);
        fs::rename(&place, folder.path().join("away"))?;
        assert_eq!(watch.look(), Seen::NoFolder);
        // What is in its place is another disk.
        fs::create_dir(&place)?;
        assert_eq!(watch.look(), Seen::NoFile);
        watch.disk = HomeDisk(Some(u64::MAX));
        assert_eq!(watch.look(), if cfg!(unix) { Seen::NoFolder } else { Seen::NoFile });
        fs::write(&path, "one")?;
        assert_eq!(watch.look(), Seen::Same, "a file that is there is there");
        Ok(())
    }
}
