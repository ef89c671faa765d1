//! Disks for tests: one whose operations fail when they are told to, and one that loses what was
//! not synced when the power is cut.
#![allow(dead_code, reason = "not every test uses every disk")]

use std::{
    collections::BTreeMap,
    ffi::OsString,
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, UNIX_EPOCH},
};
use touchline::file::disk::{About, Disk, DiskFile, Kind, RealDisk};

/// The disks of this machine, with operations that fail.
#[derive(Default)]
pub struct FaultDisk {
    done: Arc<AtomicUsize>,
    fault: Option<Fault>,
    /// A folder that takes no new file.
    closed: Option<PathBuf>,
    /// A folder that does not answer as long as this is held.
    hanging: Option<(PathBuf, Arc<Mutex<()>>)>,
    /// Nothing is synced: the control.
    is_careless: bool,
}

/// Which operations fail, counted from 1, and how.
#[derive(Debug, Clone, Copy)]
pub struct Fault {
    pub first: usize,
    /// All after it fail too: the disk is gone.
    pub stays: bool,
    /// The system's error number, or [`Fault::PANIC`].
    pub error: i32,
}

impl Fault {
    /// Not the disk fails, but we do.
    pub const PANIC: i32 = 0;
}

impl FaultDisk {
    pub fn failing(fault: Fault) -> Self {
        Self { fault: Some(fault), ..Self::default() }
    }

    /// A disk that syncs nothing.
    pub fn careless() -> Self {
        Self { is_careless: true, ..Self::default() }
    }

    /// The same where a folder takes no new file.
    pub fn with_closed(self, folder: &Path) -> Self {
        Self { closed: Some(folder.to_owned()), ..self }
    }

    /// The same where a folder does not answer while somebody holds the lock.
    pub fn with_hanging(self, folder: &Path, held: &Arc<Mutex<()>>) -> Self {
        Self { hanging: Some((folder.to_owned(), Arc::clone(held))), ..self }
    }

    /// How many operations there were.
    pub fn done(&self) -> usize {
        self.done.load(Ordering::Relaxed)
    }

    fn next(&self) -> io::Result<()> {
        next(&self.done, self.fault)
    }

    fn open(&self, file: Box<dyn DiskFile>) -> Box<dyn DiskFile> {
        let (done, fault, is_careless) = (Arc::clone(&self.done), self.fault, self.is_careless);
        Box::new(FaultFile { file, done, fault, is_careless })
    }
}

fn next(done: &AtomicUsize, fault: Option<Fault>) -> io::Result<()> {
    let number = done.fetch_add(1, Ordering::Relaxed) + 1;
    match fault {
        Some(Fault { first, stays, error }) if number == first || stays && number > first => {
            assert_ne!(error, Fault::PANIC, "this panic was asked for");
            Err(io::Error::from_raw_os_error(error))
        }
        _ => Ok(()),
    }
}

impl Disk for FaultDisk {
    fn about(&self, path: &Path) -> io::Result<About> {
        self.next()?;
        RealDisk.about(path)
    }

    fn link(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        self.next()?;
        RealDisk.link(path)
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        self.next()?;
        RealDisk.canonical(path)
    }

    fn may_write(&self, path: &Path) -> io::Result<()> {
        self.next()?;
        RealDisk.may_write(path)
    }

    fn read(&self, path: &Path, at_most: u64) -> io::Result<Vec<u8>> {
        self.next()?;
        RealDisk.read(path, at_most)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.next()?;
        RealDisk.list(folder)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.next()?;
        if let Some((folder, held)) = &self.hanging
            && path.parent() == Some(folder)
        {
            drop(held.lock());
        }
        if self.closed.is_some() && path.parent() == self.closed.as_deref() {
            return Err(ErrorKind::PermissionDenied.into());
        }
        Ok(self.open(RealDisk.create(path)?))
    }

    fn reopen(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.next()?;
        Ok(self.open(RealDisk.reopen(path)?))
    }

    fn keep_permissions(&self, of: &Path, on: &Path) -> io::Result<()> {
        self.next()?;
        RealDisk.keep_permissions(of, on)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.next()?;
        RealDisk.rename(from, to)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.next()?;
        RealDisk.rename_new(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.next()?;
        RealDisk.remove(path)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.next()?;
        RealDisk.make_folder(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.next()?;
        if self.is_careless { Ok(()) } else { RealDisk.sync_folder(folder) }
    }
}

struct FaultFile {
    file: Box<dyn DiskFile>,
    done: Arc<AtomicUsize>,
    fault: Option<Fault>,
    is_careless: bool,
}

impl Write for FaultFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let may = next(&self.done, self.fault);
        if may.is_err() {
            // As a disk does that runs full: a part is written.
            self.file.write_all(&bytes[..bytes.len() / 2])?;
        }
        may?;
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl DiskFile for FaultFile {
    fn set_len(&mut self, bytes: u64) -> io::Result<()> {
        next(&self.done, self.fault)?;
        self.file.set_len(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        next(&self.done, self.fault)?;
        if self.is_careless { Ok(()) } else { self.file.sync() }
    }
}

/// A disk in memory that remembers every operation, to say what a power cut may leave.
#[derive(Clone, Default)]
pub struct CrashDisk {
    pub operations: Arc<Mutex<Vec<Operation>>>,
    /// What is left out: the control.
    pub syncs: Syncs,
    /// A folder that takes no new file.
    pub closed: Option<PathBuf>,
}

/// Which syncs are done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Syncs {
    #[default]
    All,
    FilesOnly,
    None,
}

/// One operation that changes the disk.
#[derive(Debug, Clone)]
pub enum Operation {
    Folder(PathBuf),
    /// A name of a file that was just made.
    Create(PathBuf, usize),
    Write {
        file: usize,
        at: usize,
        bytes: Vec<u8>,
    },
    Length(usize, usize),
    Rename(PathBuf, PathBuf),
    Link(PathBuf, PathBuf),
    Remove(PathBuf),
    SyncFile(usize),
    SyncFolder(PathBuf),
    /// Not of the disk: a save was reported as done.
    Reported(u64),
}

/// What is on a disk: the files by their names, and their contents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Left {
    names: BTreeMap<PathBuf, Option<usize>>,
    contents: BTreeMap<usize, Vec<u8>>,
}

impl Left {
    /// The content of a file, if it can be reached.
    pub fn read(&self, path: &Path) -> Option<&[u8]> {
        let reached = path
            .ancestors()
            .skip(1)
            .all(|folder| folder == Path::new("/") || matches!(self.names.get(folder), Some(None)));
        let file = self.names.get(path).copied().flatten().filter(|_| reached)?;
        Some(self.contents.get(&file).map_or(&[], Vec::as_slice))
    }

    /// The files that can be reached.
    pub fn files(&self) -> impl Iterator<Item = (&PathBuf, &[u8])> {
        self.names.keys().filter_map(|path| Some((path, self.read(path)?)))
    }

    fn apply(&mut self, operation: &Operation) {
        match operation {
            Operation::Folder(path) => drop(self.names.insert(path.clone(), None)),
            Operation::Create(path, file) => drop(self.names.insert(path.clone(), Some(*file))),
            Operation::Write { file, at, bytes } => {
                let content = self.contents.entry(*file).or_default();
                let end = at + bytes.len();
                content.resize(content.len().max(end), 0);
                content[*at..end].copy_from_slice(bytes);
            }
            Operation::Length(file, length) => {
                self.contents.entry(*file).or_default().resize(*length, 0);
            }
            Operation::Rename(from, to) => {
                if let Some(file) = self.names.remove(from) {
                    self.names.insert(to.clone(), file);
                }
            }
            Operation::Link(from, to) => {
                if let Some(file) = self.names.get(from).copied() {
                    self.names.insert(to.clone(), file);
                }
            }
            Operation::Remove(path) => drop(self.names.remove(path)),
            Operation::SyncFile(_) | Operation::SyncFolder(_) | Operation::Reported(_) => {}
        }
    }
}

impl CrashDisk {
    pub fn log(&self) -> Vec<Operation> {
        self.operations.lock().unwrap().clone()
    }

    pub fn report(&self, number: u64) {
        self.push(Operation::Reported(number));
    }

    fn push(&self, operation: Operation) {
        self.operations.lock().unwrap().push(operation);
    }

    fn now(&self) -> Left {
        let mut left = Left::default();
        self.operations.lock().unwrap().iter().for_each(|operation| left.apply(operation));
        left
    }

    fn file_at(&self, path: &Path) -> io::Result<usize> {
        self.now().names.get(path).copied().flatten().ok_or(ErrorKind::NotFound.into())
    }

    fn open(&self, file: usize) -> Box<dyn DiskFile> {
        Box::new(CrashFile { disk: self.clone(), file, at: 0 })
    }
}

impl Disk for CrashDisk {
    fn about(&self, path: &Path) -> io::Result<About> {
        let now = self.now();
        let (kind, bytes) = match now.names.get(path) {
            _ if path == Path::new("/") => (Kind::Folder, 0),
            Some(None) => (Kind::Folder, 0),
            Some(Some(file)) => (Kind::File, now.contents.get(file).map_or(0, Vec::len)),
            None => return Err(ErrorKind::NotFound.into()),
        };
        let modified = Some(UNIX_EPOCH + Duration::from_hours(1));
        Ok(About { kind, bytes: bytes as u64, is_read_only: false, modified })
    }

    fn link(&self, _: &Path) -> io::Result<Option<PathBuf>> {
        Ok(None)
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(path.to_owned())
    }

    fn may_write(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn read(&self, path: &Path, _: u64) -> io::Result<Vec<u8>> {
        self.now().read(path).map(<[u8]>::to_vec).ok_or(ErrorKind::NotFound.into())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        let now = self.now();
        if !now.names.contains_key(folder) {
            return Err(ErrorKind::NotFound.into());
        }
        let inside = now.names.keys().filter(|path| path.parent() == Some(folder));
        Ok(inside.filter_map(|path| Some(path.file_name()?.to_owned())).collect())
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        if self.closed.is_some() && path.parent() == self.closed.as_deref() {
            return Err(ErrorKind::PermissionDenied.into());
        }
        if self.now().names.contains_key(path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let file = self.operations.lock().unwrap().len();
        self.push(Operation::Create(path.to_owned(), file));
        Ok(self.open(file))
    }

    fn reopen(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        Ok(self.open(self.file_at(path)?))
    }

    fn keep_permissions(&self, _: &Path, _: &Path) -> io::Result<()> {
        Err(ErrorKind::Unsupported.into())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.file_at(from)?;
        self.push(Operation::Rename(from.to_owned(), to.to_owned()));
        Ok(())
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.now().names.contains_key(to) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        self.file_at(from)?;
        self.push(Operation::Link(from.to_owned(), to.to_owned()));
        self.push(Operation::Remove(from.to_owned()));
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.push(Operation::Remove(path.to_owned()));
        Ok(())
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.push(Operation::Folder(path.to_owned()));
        Ok(())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if self.syncs == Syncs::All {
            self.push(Operation::SyncFolder(folder.to_owned()));
        }
        Ok(())
    }
}

struct CrashFile {
    disk: CrashDisk,
    file: usize,
    at: usize,
}

impl Write for CrashFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.disk.push(Operation::Write { file: self.file, at: self.at, bytes: bytes.to_vec() });
        self.at += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl DiskFile for CrashFile {
    fn set_len(&mut self, bytes: u64) -> io::Result<()> {
        let length = usize::try_from(bytes).unwrap();
        self.disk.push(Operation::Length(self.file, length));
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        if self.disk.syncs != Syncs::None {
            self.disk.push(Operation::SyncFile(self.file));
        }
        Ok(())
    }
}

/// Everything that a power cut after these operations may leave: what was synced, and any of the
/// rest. A write may also come to half of it, or to its length without its content.
pub fn after_power_cut(log: &[Operation], mut look: impl FnMut(&Left)) {
    let is_safe = |at: usize, operation: &Operation| {
        let later = &log[at + 1..];
        let folder_synced = |path: &Path| {
            later
                .iter()
                .any(|it| matches!(it, Operation::SyncFolder(it) if Some(&**it) == path.parent()))
        };
        match operation {
            Operation::Write { file, .. } | Operation::Length(file, _) => {
                later.iter().any(|it| matches!(it, Operation::SyncFile(it) if it == file))
            }
            Operation::Folder(path) | Operation::Create(path, _) | Operation::Remove(path) => {
                folder_synced(path)
            }
            Operation::Rename(_, path) | Operation::Link(_, path) => folder_synced(path),
            _ => true,
        }
    };
    let safe: Vec<bool> =
        log.iter().enumerate().map(|(at, operation)| is_safe(at, operation)).collect();
    branch(log, &safe, 0, &Left::default(), &mut look);
}

fn branch(log: &[Operation], safe: &[bool], at: usize, left: &Left, look: &mut dyn FnMut(&Left)) {
    let Some(operation) = log.get(at) else {
        look(left);
        return;
    };
    let mut go_on = |variant: Option<&Operation>| {
        let mut left = left.clone();
        if let Some(variant) = variant {
            left.apply(variant);
        }
        branch(log, safe, at + 1, &left, look);
    };
    go_on(Some(operation));
    if safe[at] {
        return;
    }
    go_on(None);
    if let Operation::Write { file, at, bytes } = operation {
        let half = bytes[..bytes.len() / 2].to_vec();
        go_on(Some(&Operation::Write { file: *file, at: *at, bytes: half }));
        go_on(Some(&Operation::Write { file: *file, at: *at, bytes: vec![0; bytes.len()] }));
    }
}
