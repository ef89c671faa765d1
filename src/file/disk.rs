//! What saving asks of a disk, one operation each. Everything that is written goes through here,
//! so that a test can let each operation fail, or cut the power between any two.

use super::{atomic, lock::Lock};
use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Read, Write},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

/// A disk.
pub trait Disk: Send + Sync {
    /// What is at a path, at the end of its links.
    fn about(&self, path: &Path) -> io::Result<About>;

    /// Where a symbolic link leads; `None` where there is none.
    fn link(&self, path: &Path) -> io::Result<Option<PathBuf>>;

    /// The one path of what is there, without links.
    fn canonical(&self, path: &Path) -> io::Result<PathBuf>;

    /// Fails where a file may not be written.
    fn may_write(&self, path: &Path) -> io::Result<()>;

    /// The content of a file; an error where it is larger than `at_most`.
    fn read(&self, path: &Path, at_most: u64) -> io::Result<Vec<u8>>;

    /// The names in a folder, in no order.
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>>;

    /// Makes a new file; an error where something is there.
    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;

    /// Opens a file to be written over from its beginning. Its content stays until then.
    fn reopen(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;

    /// Gives one file the owner and the permissions of another, as far as disk and user can.
    fn keep_permissions(&self, of: &Path, on: &Path) -> io::Result<()>;

    /// Puts a file in the place of another, or where nothing was.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Puts a file where nothing was; an error where something is there.
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()>;

    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Makes one folder, for this user alone.
    fn make_folder(&self, path: &Path) -> io::Result<()>;

    /// What was made, renamed or removed in a folder outlives a power cut after this.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Holds a file, which is made where there is none; `None` where another program has it. Most
    /// made-up disks cannot.
    fn lock(&self, _path: &Path) -> io::Result<Option<Lock>> {
        Err(ErrorKind::Unsupported.into())
    }
}

/// A file open for writing.
pub trait DiskFile: Write + Send {
    /// Ends the file here.
    fn set_len(&mut self, bytes: u64) -> io::Result<()>;

    /// What was written outlives a power cut after this.
    fn sync(&mut self) -> io::Result<()>;
}

/// What is at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    pub kind: Kind,
    pub bytes: u64,
    pub is_read_only: bool,
    /// Where the disk knows.
    pub modified: Option<SystemTime>,
}

/// What kind of thing is at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    File,
    Folder,
    /// A device, a pipe, a socket.
    Other,
}

/// The disks of this machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn about(&self, path: &Path) -> io::Result<About> {
        let found = fs::metadata(path)?;
        let kind = match () {
            () if found.is_file() => Kind::File,
            () if found.is_dir() => Kind::Folder,
            () => Kind::Other,
        };
        let is_read_only = found.permissions().readonly();
        Ok(About { kind, bytes: found.len(), is_read_only, modified: found.modified().ok() })
    }

    fn link(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        match fs::symlink_metadata(path) {
            Ok(found) if found.is_symlink() => fs::read_link(path).map(Some),
            Ok(_) => Ok(None),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn may_write(&self, path: &Path) -> io::Result<()> {
        OpenOptions::new().write(true).open(path).map(drop)
    }

    fn read(&self, path: &Path, at_most: u64) -> io::Result<Vec<u8>> {
        let file = File::open(path)?;
        let expected = file.metadata()?.len().min(at_most);
        let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0));
        // It may have grown since.
        file.take(at_most.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > at_most {
            return Err(ErrorKind::FileTooLarge.into());
        }
        Ok(bytes)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.file_name())).collect()
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        Ok(Box::new(File::create_new(path)?))
    }

    fn reopen(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        Ok(Box::new(OpenOptions::new().write(true).open(path)?))
    }

    fn keep_permissions(&self, of: &Path, on: &Path) -> io::Result<()> {
        let old = fs::metadata(of)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::{MetadataExt, chown};
            // The owner first: changing it clears permissions. The group alone may be possible.
            let new = fs::metadata(on)?;
            if new.uid() != old.uid() || new.gid() != old.gid() {
                chown(on, Some(old.uid()), Some(old.gid()))
                    .or_else(|_| chown(on, None, Some(old.gid())))
                    .ok();
            }
        }
        fs::set_permissions(on, old.permissions())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        // On Windows another program (a virus scanner, a cloud drive) may hold it for a moment.
        let waits: &[u64] = if cfg!(windows) { &[10, 25, 50, 100, 200, 400] } else { &[] };
        for &wait in waits {
            match fs::rename(from, to) {
                Err(error) if matches!(error.raw_os_error(), Some(5 | 32 | 33)) => {
                    std::thread::sleep(Duration::from_millis(wait));
                }
                other => return other,
            }
        }
        fs::rename(from, to)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        match fs::hard_link(from, to) {
            Ok(()) => fs::remove_file(from),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
            // This disk has no links. An empty file keeps the name for us.
            Err(_) => {
                File::create_new(to)?;
                self.rename(from, to).inspect_err(|_| drop(fs::remove_file(to)))
            }
        }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if !cfg!(unix) {
            return Ok(());
        }
        match File::open(folder) {
            Ok(folder) => folder.sync_all(),
            // A folder that may be written but not read: the file is there all the same.
            Err(error) if error.kind() == ErrorKind::PermissionDenied => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Lock>> {
        atomic::make_folders(self, atomic::folder_of(path))?;
        Lock::take(path)
    }
}

impl DiskFile for File {
    fn set_len(&mut self, bytes: u64) -> io::Result<()> {
        File::set_len(self, bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_all()
    }
}
