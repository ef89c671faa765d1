//! Writing a file whole or not at all.
//!
//! The new content goes to a temporary file in the same folder, is synced, and takes the place of
//! the old content by a rename. Then the folder is synced, so that a power cut cannot undo it.

use super::{
    disk::{About, Disk, DiskFile, Kind},
    error::Refusal,
};
use std::{
    io::{self, BufWriter, ErrorKind, Write},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

/// As many links as Linux follows.
const MOST_LINKS: usize = 40;

/// How the names of temporary files begin and end.
const TEMP: (&str, &str) = (".touchline-", ".tmp");

/// Names that are tried for a temporary file.
const TRIES: usize = 100;

/// Nobody writes a file for so long: a temporary file of this age was left by a program that was
/// killed.
const ABANDONED: Duration = Duration::from_hours(24);

/// Writes `bytes` to a temporary file beside `path`, syncs, and renames it over `path`. On any
/// error what was at `path` is as it was. Follows symbolic links, keeps permissions where it can.
pub fn write(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_with(disk, path, |out| out.write_all(bytes))
}

/// The same, for a writer that streams.
pub fn write_with(
    disk: &dyn Disk,
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let target = Target::of(disk, path)?;
    target.may_be_replaced(disk)?;
    Draft::of(disk, &target, fill)?.replace(&target)?
}

/// The same where nothing is at `path` yet; otherwise an error of the kind
/// [`AlreadyExists`](ErrorKind::AlreadyExists), also where somebody else was faster.
pub fn write_new_with(
    disk: &dyn Disk,
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    // Said before the work, not after it.
    let is_there = disk.link(path)?.is_some() || disk.about(path).is_ok();
    if is_there {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let target = Target { path: path.to_owned(), old: None };
    Draft::of(disk, &target, fill)?.place(&target)
}

/// Makes a folder and those above it, where they are not there yet.
pub fn make_folders(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    match disk.about(folder) {
        Ok(About { kind: Kind::Folder, .. }) => return Ok(()),
        Ok(_) => return Err(ErrorKind::NotADirectory.into()),
        // The disk itself may be gone: there is nothing above its root.
        Err(error) if error.kind() == ErrorKind::NotFound && folder_of(folder) != folder => {}
        Err(error) => return Err(error),
    }
    make_folders(disk, folder_of(folder))?;
    match disk.make_folder(folder) {
        // Somebody else was faster.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        other => other?,
    }
    tolerant(disk.sync_folder(folder_of(folder)))
}

/// Where something is to be written, at the end of all links, and what is there.
pub(super) struct Target {
    pub(super) path: PathBuf,
    /// `None`: nothing.
    pub(super) old: Option<About>,
}

impl Target {
    pub(super) fn of(disk: &dyn Disk, path: &Path) -> io::Result<Self> {
        let path = followed(disk, path)?;
        let old = match disk.about(&path) {
            Ok(about) => Some(about),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        match old {
            Some(About { kind: Kind::Folder, .. }) => Err(ErrorKind::IsADirectory.into()),
            Some(About { kind: Kind::Other, .. }) => Err(Refusal::Device.into()),
            _ => Ok(Self { path, old }),
        }
    }

    /// Fails where what is there may not be written: a rename would replace it all the same.
    pub(super) fn may_be_replaced(&self, disk: &dyn Disk) -> io::Result<()> {
        match self.old {
            Some(About { is_read_only: true, .. }) => Err(Refusal::ReadOnlyFile.into()),
            Some(_) => disk.may_write(&self.path),
            None => Ok(()),
        }
    }
}

/// Where a chain of symbolic links ends. The end need not exist.
fn followed(disk: &dyn Disk, path: &Path) -> io::Result<PathBuf> {
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match disk.link(&target)? {
            Some(next) => target = folder_of(&target).join(next),
            None => return Ok(target),
        }
    }
    Err(Refusal::LinksInCircle.into())
}

/// A temporary file beside its target, written and synced. Its name is short, whatever the
/// target's name is. Removed where it does not come to be anything.
pub(super) struct Draft<'a> {
    disk: &'a dyn Disk,
    path: PathBuf,
    is_placed: bool,
}

impl<'a> Draft<'a> {
    pub(super) fn of(
        disk: &'a dyn Disk,
        target: &Target,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<Self> {
        let (mut file, path) = temporary(disk, folder_of(&target.path))?;
        let draft = Self { disk, path, is_placed: false };
        if target.old.is_some()
            && let Err(error) = disk.keep_permissions(&target.path, &draft.path)
        {
            // Not every disk has any: never a reason to fail.
            log::debug!("could not keep the permissions of a file: {error}");
        }
        let mut out = BufWriter::with_capacity(64 << 10, &mut *file);
        fill(&mut out)?;
        out.into_inner().map_err(io::IntoInnerError::into_error)?;
        tolerant(file.sync())?;
        Ok(draft)
    }

    /// Takes the place of what is there. The error inside says that it did, and that a power cut
    /// may undo it.
    pub(super) fn replace(mut self, target: &Target) -> io::Result<io::Result<()>> {
        self.disk.rename(&self.path, &target.path)?;
        Ok(self.settle(target))
    }

    /// Goes where nothing is.
    fn place(mut self, target: &Target) -> io::Result<()> {
        self.disk.rename_new(&self.path, &target.path)?;
        self.settle(target)
    }

    fn settle(&mut self, target: &Target) -> io::Result<()> {
        self.is_placed = true;
        let folder = folder_of(&target.path);
        tolerant(self.disk.sync_folder(folder))?;
        sweep(self.disk, folder);
        Ok(())
    }
}

impl Drop for Draft<'_> {
    fn drop(&mut self) {
        if !self.is_placed {
            discard(self.disk, &self.path);
        }
    }
}

/// A new file that nobody else has, with its path.
fn temporary(disk: &dyn Disk, folder: &Path) -> io::Result<(Box<dyn DiskFile>, PathBuf)> {
    for _ in 0..TRIES {
        let name: String = std::iter::repeat_with(fastrand::alphanumeric).take(6).collect();
        let path = folder.join(format!("{}{name}{}", TEMP.0, TEMP.1));
        match disk.create(&path) {
            Ok(file) => return Ok((file, path)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// Some disks (network shares) cannot sync: written is all that they promise.
pub(super) fn tolerant(synced: io::Result<()>) -> io::Result<()> {
    match synced {
        Err(error) if matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput) => {
            Ok(())
        }
        other => other,
    }
}

pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Removes temporary files that were left behind.
fn sweep(disk: &dyn Disk, folder: &Path) {
    for name in disk.list(folder).unwrap_or_default() {
        let text = name.to_string_lossy();
        let ours = text.starts_with(TEMP.0) && text.ends_with(TEMP.1);
        if ours && is_abandoned(disk, &folder.join(&name)).unwrap_or(false) {
            discard(disk, &folder.join(&name));
        }
    }
}

fn is_abandoned(disk: &dyn Disk, path: &Path) -> io::Result<bool> {
    let modified = disk.about(path)?.modified;
    let age = modified.and_then(|then| SystemTime::now().duration_since(then).ok());
    Ok(age.is_some_and(|age| age > ABANDONED))
}

fn discard(disk: &dyn Disk, path: &Path) {
    if let Err(error) = disk.remove(path) {
        log::warn!("could not remove {}: {error}", path.display());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::disk::RealDisk;
    use std::fs::{self, File};

    fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
        super::write(&RealDisk, path, bytes)
    }

    fn write_with(
        path: &Path,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        super::write_with(&RealDisk, path, fill)
    }

    fn write_new_with(
        path: &Path,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        super::write_new_with(&RealDisk, path, fill)
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_made_and_replaced_and_nothing_is_left_over() {
        let folder = tempfile::tempdir().unwrap();
        let long = "地".repeat(84);
        for name in ["a.ron", long.as_str()] {
            let path = folder.path().join(name);
            for content in ["first", "second, longer", ""] {
                write(&path, content.as_bytes()).unwrap();
                assert_eq!(fs::read_to_string(&path).unwrap(), content);
            }
        }
        assert_eq!(names(folder.path()), ["a.ron", &long]);
    }

    #[test]
    fn a_failure_leaves_the_old_content_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "old").unwrap();
        let fails = |out: &mut dyn Write| {
            out.write_all(&vec![0; 200_000])?;
            Err(io::Error::from(ErrorKind::StorageFull))
        };
        assert_eq!(write_with(&path, fails).unwrap_err().kind(), ErrorKind::StorageFull);
        assert_eq!(
            write_new_with(&folder.path().join("b"), fails).unwrap_err().kind(),
            ErrorKind::StorageFull
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[test]
    fn what_is_there_is_not_overwritten_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        write_new_with(&path, |out| out.write_all(b"mine")).unwrap();
        let again = write_new_with(&path, |_| panic!("no work for nothing"));
        assert_eq!(again.unwrap_err().kind(), ErrorKind::AlreadyExists);
        // Somebody else is faster.
        let other = folder.path().join("b");
        let late = write_new_with(&other, |out| {
            fs::write(&other, "theirs")?;
            out.write_all(b"mine")
        });
        assert_eq!(late.unwrap_err().kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
        assert_eq!(fs::read_to_string(&other).unwrap(), "theirs");
        assert_eq!(names(folder.path()), ["a", "b"]);
    }

    #[test]
    fn only_files_that_may_be_written_are_replaced() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(write(folder.path(), b"").unwrap_err().kind(), ErrorKind::IsADirectory);
        let nowhere = folder.path().join("missing").join("a");
        assert_eq!(write(&nowhere, b"").unwrap_err().kind(), ErrorKind::NotFound);
        let locked = folder.path().join("locked");
        fs::write(&locked, "old").unwrap();
        let mut permissions = fs::metadata(&locked).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&locked, permissions).unwrap();
        assert_eq!(write(&locked, b"new").unwrap_err().kind(), ErrorKind::PermissionDenied);
        assert_eq!(fs::read_to_string(&locked).unwrap(), "old");
        assert_eq!(names(folder.path()), ["locked"]);
    }

    #[test]
    fn what_a_killed_program_left_is_removed_and_what_is_being_written_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let long_ago = SystemTime::now() - 2 * ABANDONED;
        for (name, old) in [
            (".touchline-abcdef.tmp", true),
            (".touchline-ghijkl.tmp", false),
            (".touchline.ron", true),
            ("old.tmp", true),
        ] {
            let file = File::create(folder.path().join(name)).unwrap();
            if old {
                file.set_modified(long_ago).unwrap();
            }
        }
        write(&folder.path().join("a"), b"").unwrap();
        assert_eq!(
            names(folder.path()),
            [".touchline-ghijkl.tmp", ".touchline.ron", "a", "old.tmp"]
        );
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_and_permissions_kept() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("sub")).unwrap();
        symlink("two", at("one")).unwrap();
        symlink("sub/three", at("two")).unwrap();
        symlink("../real", at("sub/three")).unwrap();
        // A link to what is not there yet.
        write(&at("one"), b"new").unwrap();
        assert_eq!(fs::read_to_string(at("real")).unwrap(), "new");
        assert!(at("one").is_symlink() && at("sub/three").is_symlink());
        for mode in [0o664, 0o600, 0o644] {
            fs::set_permissions(at("real"), fs::Permissions::from_mode(mode)).unwrap();
            write(&at("one"), format!("{mode}").as_bytes()).unwrap();
            assert_eq!(fs::metadata(at("real")).unwrap().permissions().mode() & 0o777, mode);
        }
        let plain = at("plain");
        File::create(&plain).unwrap();
        write(&at("new"), b"").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&at("new")), mode(&plain), "as any new file");
        symlink("loop", at("loop")).unwrap();
        assert!(write(&at("loop"), b"").unwrap_err().to_string().contains("circle"));
        assert!(write(Path::new("/dev/null"), b"").unwrap_err().to_string().contains("device"));
    }
}
