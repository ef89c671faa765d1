//! Writing a file whole or not at all.
//!
//! The new content goes to a temporary file in the same folder, is synced, and takes the place of
//! the old content by a rename. Then the folder is synced, so that a power cut cannot undo it.

use std::{
    fs::{self, File, Metadata, OpenOptions},
    io::{self, BufWriter, ErrorKind},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};
use tempfile::NamedTempFile;

/// As many links as Linux follows.
const MOST_LINKS: usize = 40;

/// How the names of temporary files begin and end.
const TEMP: (&str, &str) = (".touchline-", ".tmp");

/// Nobody writes a file for so long: a temporary file of this age was left by a program that was
/// killed.
const ABANDONED: Duration = Duration::from_hours(24);

/// Writes `bytes` to a temporary file beside `path`, syncs, and renames it over `path`. On any
/// error what was at `path` is as it was. Follows symbolic links, keeps permissions where it can.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_with(path, |out| out.write_all(bytes))
}

/// The same, for a writer that streams.
pub fn write_with(
    path: &Path,
    fill: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> io::Result<()> {
    let target = followed(path)?;
    let old = replaceable(&target)?;
    let temp = filled(&target, fill)?;
    if let Some(old) = &old {
        keep_permissions(temp.as_file(), old);
    }
    replace(temp, &target)?;
    sync_folder(&target)?;
    sweep(folder(&target));
    Ok(())
}

/// The same where nothing is at `path` yet; otherwise an error of the kind
/// [`AlreadyExists`](ErrorKind::AlreadyExists), also where somebody else was faster.
pub fn write_new_with(
    path: &Path,
    fill: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> io::Result<()> {
    // Said before the work, not after it.
    if fs::symlink_metadata(path).is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let temp = filled(path, fill)?;
    if let Err(error) = temp.persist_noclobber(path) {
        if error.error.kind() == ErrorKind::AlreadyExists {
            return Err(error.error);
        }
        // This disk cannot rename without replacing. An empty file keeps the name for us.
        File::create_new(path)?;
        replace(error.file, path).inspect_err(|_| discard(path))?;
    }
    sync_folder(path)
}

/// Where a chain of symbolic links ends. The end need not exist.
fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::symlink_metadata(&target) {
            Ok(about) if about.is_symlink() => {
                let next = fs::read_link(&target)?;
                target = target.parent().map_or_else(|| next.clone(), |folder| folder.join(&next));
            }
            _ => return Ok(target),
        }
    }
    Err(io::Error::other("these symbolic links lead in a circle"))
}

/// What is at a path, if it may be replaced; `None` where nothing is there.
fn replaceable(target: &Path) -> io::Result<Option<Metadata>> {
    let about = match fs::metadata(target) {
        Ok(about) => about,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    if about.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if !about.is_file() {
        return Err(io::Error::other("this is a device or a pipe, not a file"));
    }
    if about.permissions().readonly() {
        return Err(io::Error::new(ErrorKind::PermissionDenied, "the file can only be read"));
    }
    // A rename would replace what may not be written, where the folder may.
    OpenOptions::new().write(true).open(target)?;
    Ok(Some(about))
}

/// A temporary file beside the target, written and synced. Its name is short, whatever the
/// target's name is.
fn filled(
    target: &Path,
    fill: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMP.0).suffix(TEMP.1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file: others may read it where the user's mask lets them.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut temp = builder.tempfile_in(folder(target))?;
    let mut out = BufWriter::with_capacity(64 << 10, temp.as_file_mut());
    fill(&mut out)?;
    out.into_inner().map_err(io::IntoInnerError::into_error)?;
    tolerant(temp.as_file().sync_all())?;
    Ok(temp)
}

/// Owner, group and permissions, as far as this disk and this user can: never a reason to fail.
fn keep_permissions(file: &File, old: &Metadata) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        // The owner first: changing it clears permissions.
        let same =
            file.metadata().is_ok_and(|new| new.uid() == old.uid() && new.gid() == old.gid());
        if !same && fchown(file, Some(old.uid()), Some(old.gid())).is_err() {
            log::debug!("could not keep the owner of a file");
        }
    }
    if let Err(error) = file.set_permissions(old.permissions()) {
        log::debug!("could not keep the permissions of a file: {error}");
    }
}

/// Renames over the target. On Windows another program (a virus scanner, a cloud drive) may hold
/// it for a moment.
fn replace(mut temp: NamedTempFile, target: &Path) -> io::Result<()> {
    let waits: &[u64] = if cfg!(windows) { &[10, 25, 50, 100, 200, 400] } else { &[] };
    for &wait in waits {
        match temp.persist(target) {
            Ok(_) => return Ok(()),
            Err(error) if matches!(error.error.raw_os_error(), Some(5 | 32 | 33)) => {
                temp = error.file;
                std::thread::sleep(Duration::from_millis(wait));
            }
            Err(error) => return Err(error.error),
        }
    }
    temp.persist(target)?;
    Ok(())
}

/// Without this, a power cut may bring the old content back.
fn sync_folder(target: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    match File::open(folder(target)) {
        Ok(folder) => tolerant(folder.sync_all()),
        // A folder that may be written but not read: the file is there all the same.
        Err(error) if error.kind() == ErrorKind::PermissionDenied => Ok(()),
        Err(error) => Err(error),
    }
}

/// Some disks (network shares) cannot sync: written is all that they promise.
fn tolerant(synced: io::Result<()>) -> io::Result<()> {
    match synced {
        Err(error) if matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput) => {
            Ok(())
        }
        other => other,
    }
}

fn folder(target: &Path) -> &Path {
    match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Removes temporary files that were left behind.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.filter_map(Result::ok) {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let ours = name.starts_with(TEMP.0) && name.ends_with(TEMP.1);
        if ours && is_abandoned(&entry).unwrap_or(false) {
            discard(&entry.path());
        }
    }
}

fn is_abandoned(entry: &fs::DirEntry) -> io::Result<bool> {
    let age = SystemTime::now().duration_since(entry.metadata()?.modified()?);
    Ok(age.is_ok_and(|age| age > ABANDONED))
}

fn discard(path: &Path) {
    if let Err(error) = fs::remove_file(path) {
        log::warn!("could not remove {}: {error}", path.display());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

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
