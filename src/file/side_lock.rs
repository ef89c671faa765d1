//! Who has a project file open: a small file beside it, for other people and other computers that
//! open it too. It is advice and never a reason to fail: where the folder takes no new file, there
//! is none. What keeps work from being written over is the look before each save.

use super::{Owner, atomic, plain};
use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// How the name begins; that of the project file follows.
const NAME: &str = ".~touchline-";

/// The file that says that this program has a project open. Removed when it is let go.
pub struct SideLock {
    path: PathBuf,
    text: String,
}

impl SideLock {
    /// Who else has a file open, as far as that is known. Who is known to have ended has nothing
    /// open.
    pub fn holder(file: &Path) -> Option<Owner> {
        let said = plain::read_text(&path_beside(file)?).ok().flatten()?;
        Owner::parse(&said).filter(|owner| !owner.is_me() && !owner.has_ended())
    }

    /// Says that this program has a file open; `None` where somebody else has, or where that cannot
    /// be said.
    pub fn take(file: &Path) -> Option<Self> {
        if Self::holder(file).is_some() {
            return None;
        }
        Self::take_over(file)
    }

    /// The same, whoever has it open.
    pub fn take_over(file: &Path) -> Option<Self> {
        let lock = Self { path: path_beside(file)?, text: Owner::me().to_text() };
        match lock.write() {
            Ok(()) => Some(lock),
            Err(error) => {
                log::debug!("nobody is told that {} is open: {error}", file.display());
                None
            }
        }
    }

    /// Writes it again where it was removed: by whoever took it over, or with the folder.
    pub fn keep(&self) {
        if fs::symlink_metadata(&self.path).is_err() {
            self.write().ok();
        }
    }

    /// Always a new file, so that no link is followed.
    fn write(&self) -> io::Result<()> {
        fs::remove_file(&self.path).ok();
        fs::File::create_new(&self.path)?.write_all(self.text.as_bytes())
    }
}

impl Drop for SideLock {
    fn drop(&mut self) {
        // It may be somebody else's by now.
        if matches!(plain::read_text(&self.path), Ok(Some(said)) if said == self.text) {
            fs::remove_file(&self.path).ok();
        }
    }
}

/// Beside the file itself, by whichever link it is reached.
fn path_beside(file: &Path) -> Option<PathBuf> {
    let file = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let mut name = std::ffi::OsString::from(NAME);
    name.push(file.file_name()?);
    Some(atomic::folder_of(&file).join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place() -> io::Result<(tempfile::TempDir, PathBuf, PathBuf)> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("карта.ron");
        fs::write(&file, "")?;
        let lock = fs::canonicalize(folder.path())?.join(".~touchline-карта.ron");
        Ok((folder, file, lock))
    }

    fn other() -> Owner {
        Owner { user: "anna".into(), host: "laptop-7".into(), ..Owner::me() }
    }

    #[test]
    fn it_is_there_while_the_file_is_open_and_says_who_has_it() -> io::Result<()> {
        let (_folder, file, path) = place()?;
        let lock = SideLock::take(&file);
        assert!(lock.is_some());
        let owner = fs::read_to_string(&path).map(|text| Owner::parse(&text))?;
        assert!(owner.is_some_and(|owner| owner.is_me()));
        assert_eq!(SideLock::holder(&file), None, "one's own is none");
        // Gone with its folder, and back without it.
        fs::remove_file(&path)?;
        if let Some(lock) = &lock {
            lock.keep();
        }
        assert!(path.is_file());
        drop(lock);
        assert!(!path.exists());
        Ok(())
    }

    #[test]
    fn who_has_it_is_asked_and_who_ended_is_not() -> io::Result<()> {
        let (_folder, file, path) = place()?;
        fs::write(&path, other().to_text())?;
        assert_eq!(SideLock::holder(&file), Some(other()));
        assert!(SideLock::take(&file).is_none());
        let over = SideLock::take_over(&file);
        assert!(over.is_some());
        // Taken over in turn: it is not ours to remove.
        fs::write(&path, other().to_text())?;
        drop(over);
        assert!(path.is_file());
        #[cfg(unix)]
        {
            let rebooted = Owner { boot: "before".into(), ..Owner::me() };
            let ended = Owner { process: i32::MAX.unsigned_abs(), ..Owner::me() };
            for owner in [rebooted, ended] {
                fs::write(&path, owner.to_text())?;
                assert_eq!(SideLock::holder(&file), None);
                assert!(SideLock::take(&file).is_some());
            }
        }
        // What is no lock of ours is nobody's.
        fs::write(&path, "something else")?;
        assert_eq!(SideLock::holder(&file), None);
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn no_link_is_followed_and_nothing_fails() -> io::Result<()> {
        let (folder, file, path) = place()?;
        let victim = folder.path().join("victim");
        fs::write(&victim, "precious")?;
        std::os::unix::fs::symlink(&victim, &path)?;
        assert!(SideLock::take(&file).is_some());
        assert_eq!(fs::read_to_string(&victim)?, "precious");
        // By a link to the file, it is the same lock.
        let link = folder.path().join("link.ron");
        std::os::unix::fs::symlink(&file, &link)?;
        fs::write(&path, other().to_text())?;
        assert!(SideLock::holder(&link).is_some());
        for nowhere in ["/proc/map.ron", "/no/such/folder/map.ron", ""] {
            assert!(SideLock::take(Path::new(nowhere)).is_none(), "{nowhere}");
        }
        Ok(())
    }
}
