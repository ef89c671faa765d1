//! A file that one running program holds. However that program ends, the file is free again.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
};

/// A file that this program holds.
#[derive(Debug)]
pub struct Lock {
    _held: File,
    path: PathBuf,
    was_left: bool,
    is_sure: bool,
}

impl Lock {
    /// Takes the file at a path, and makes it where there is none. `None` where another running
    /// program has it.
    pub fn take(path: &Path) -> io::Result<Option<Self>> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut options = OpenOptions::new();
        options.read(true).write(true);
        let (file, was_left) = match options.clone().create_new(true).open(path) {
            Ok(file) => (file, false),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                (options.open(path)?, true)
            }
            Err(error) => return Err(error),
        };
        let is_sure = match file.try_lock() {
            Ok(()) => true,
            Err(TryLockError::WouldBlock) => return Ok(None),
            // Some network shares cannot lock.
            Err(TryLockError::Error(error)) => {
                log::debug!("could not lock {}: {error}", path.display());
                false
            }
        };
        Ok(Some(Self { _held: file, path: path.to_owned(), was_left, is_sure }))
    }

    /// Whether nobody else can have it. Not so on a disk that cannot lock.
    pub fn is_sure(&self) -> bool {
        self.is_sure
    }

    /// Whether the file was there already: whoever made it did not live to remove it.
    pub fn was_left(&self) -> bool {
        self.was_left
    }

    /// Puts the file away, and what it said with it.
    pub fn remove(self) {
        if let Err(error) = fs::remove_file(&self.path) {
            log::warn!("could not remove {}: {error}", self.path.display());
        }
    }
}
