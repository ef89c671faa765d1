//! The one way in which projects are written: whole or not at all, never without keeping what was
//! there, and never what could not be read again.

use super::{
    LARGEST, OpenErrorKind, Opened, Reason, SaveError, SaveErrorKind, atomic,
    atomic::{Draft, Target, folder_of, tolerant},
    disk::{Disk, RealDisk},
    fingerprint::Fingerprint,
    header,
    lock::Lock,
    understand,
    version::{Version, Versions},
    write,
};
use crate::model::Project;
use std::{
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::{Duration, Instant, SystemTime},
};

/// The folder of the earlier versions in the program's data folder.
const VERSIONS: &str = "history";

/// The file in the same folder that is held by whoever saves.
const SAVING: &str = "saving";

/// So long another window's save is waited for: a disk that hangs must not hold up all others.
const PATIENCE: Duration = Duration::from_secs(2);

/// So often a save begins anew because the file changed under it.
const TRIES: usize = 10;

/// The disk, and the folder where the program keeps what is its own: earlier versions, recovery.
#[derive(Clone)]
pub struct Files {
    disk: Arc<dyn Disk>,
    /// `None`: nothing is kept.
    data: Option<PathBuf>,
}

/// What may be where a project is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Anything; it becomes an earlier version.
    Anything,
    /// Anything, which was promised to be kept: where it cannot become an earlier version, nothing
    /// is written.
    Kept,
    /// This content, or nothing: what was changed by somebody else is not written over.
    Same(Fingerprint),
    /// Nothing.
    Nothing,
}

/// How a project was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Of what is in the file now.
    pub fingerprint: Fingerprint,
    pub notes: Vec<SaveNote>,
}

/// What there is to say about a save that worked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveNote {
    /// The folder takes no new file: the file was written over in its place, after it had been
    /// copied to the earlier versions.
    InPlace,
    /// What was there before could not be kept.
    NotKept(Reason),
    /// It is written, and the disk could not say that a power cut will not undo it.
    Unsure(Reason),
}

impl Files {
    /// This machine's disks, and the user's folder for the data of programs.
    pub fn of_user() -> Self {
        let folders = directories::ProjectDirs::from("", "", "touchline");
        let data = folders.map(|folders| folders.data_local_dir().to_owned());
        Self { disk: Arc::new(RealDisk), data }
    }

    /// A disk, and a folder on it; without one, nothing is kept.
    pub fn on(disk: Arc<dyn Disk>, data: Option<PathBuf>) -> Self {
        Self { disk, data }
    }

    /// This machine's disks; nothing is kept.
    pub fn keeping_nothing() -> Self {
        Self { disk: Arc::new(RealDisk), data: None }
    }

    pub fn disk(&self) -> &dyn Disk {
        &*self.disk
    }

    /// The folder of what the program keeps, which need not be there yet.
    pub fn data(&self) -> Option<&Path> {
        self.data.as_deref()
    }

    /// Which content a file has now; `None` where nothing is there.
    pub fn fingerprint(&self, path: &Path) -> io::Result<Option<Fingerprint>> {
        match self.disk.read(path, LARGEST) {
            Ok(content) => Ok(Some(Fingerprint::of(&content))),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The earlier versions of a file, the latest first.
    pub fn versions(&self, file: &Path) -> io::Result<Vec<Version>> {
        self.kept().map_or(Ok(Vec::new()), |versions| versions.list(file))
    }

    /// Keeps a content that a file had, or would have had, among its earlier versions.
    pub fn keep(&self, file: &Path, content: &[u8]) -> io::Result<()> {
        let Some(versions) = self.kept() else {
            return Ok(());
        };
        versions.keep(file, content, SystemTime::now())
    }

    /// Saves a project. What is there becomes an earlier version first. Where there are these
    /// bytes already, nothing is written. On any error the file is as it was.
    pub fn save(&self, project: &Project, path: &Path, basis: Basis) -> Result<Saved, SaveError> {
        self.save_to(project, path, basis).map_err(|kind| SaveError { path: path.to_owned(), kind })
    }

    fn save_to(
        &self,
        project: &Project,
        path: &Path,
        basis: Basis,
    ) -> Result<Saved, SaveErrorKind> {
        let bytes = readable(project)?;
        let _alone = self.alone();
        for _ in 0..TRIES {
            if let Some(saved) = self.try_to_save(&bytes, path, basis)? {
                return Ok(saved);
            }
        }
        Err(SaveErrorKind::Changed)
    }

    /// Other windows of this computer wait meanwhile: what one of them writes between looking and
    /// writing here would be lost. Where that cannot be had, a second look has to do.
    fn alone(&self) -> Option<Lock> {
        let (path, end) = (self.data.as_ref()?.join(SAVING), Instant::now() + PATIENCE);
        loop {
            match self.disk.lock(&path) {
                Ok(Some(lock)) => return Some(lock),
                Ok(None) if Instant::now() < end => thread::sleep(Duration::from_millis(3)),
                Ok(None) | Err(_) => return None,
            }
        }
    }

    /// `None`: somebody else wrote the file meanwhile, and nothing was done.
    fn try_to_save(
        &self,
        bytes: &[u8],
        path: &Path,
        basis: Basis,
    ) -> Result<Option<Saved>, SaveErrorKind> {
        let target = Target::of(&*self.disk, path)?;
        let there = self.content(&target);
        let mut saved = Saved { fingerprint: Fingerprint::of(bytes), notes: Vec::new() };
        if basis != Basis::Nothing && matches!(&there, Some(Ok(there)) if there == bytes) {
            // A save before this one may have got as far.
            let synced = tolerant(self.disk.sync_folder(folder_of(&target.path)));
            saved.notes.extend(synced.err().map(|error| SaveNote::Unsure(Reason::of(&error))));
            return Ok(Some(saved));
        }
        match (basis, &there) {
            (Basis::Nothing, Some(_)) => return Err(SaveErrorKind::System(Reason::Exists)),
            (Basis::Same(expected), Some(Ok(there))) if Fingerprint::of(there) != expected => {
                return Err(SaveErrorKind::Changed);
            }
            (Basis::Same(_), Some(Err(error))) => {
                return Err(SaveErrorKind::System(Reason::of(error)));
            }
            (_, Some(Ok(there))) => {
                if let Some(format) = header::newer(there) {
                    return Err(SaveErrorKind::Newer { format });
                }
            }
            _ => {}
        }
        if basis == Basis::Nothing {
            atomic::write_new_with(&*self.disk, path, |out| out.write_all(bytes))?;
            return Ok(Some(saved));
        }
        target.may_be_replaced(&*self.disk)?;
        if basis == Basis::Kept
            && let Some(there) = &there
        {
            self.must_keep(&target, there.as_ref()).map_err(SaveErrorKind::NotKept)?;
        }
        let is_done = match self.replace(&target, bytes, there.as_ref(), &mut saved.notes) {
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                let Some(Ok(there)) = &there else {
                    return Err(error.into());
                };
                saved.notes = vec![SaveNote::InPlace];
                self.write_over(&target, bytes, there)?
            }
            other => other?,
        };
        Ok(is_done.then_some(saved))
    }

    /// What is there, if anything is.
    fn content(&self, target: &Target) -> Option<io::Result<Vec<u8>>> {
        target.old.map(|_| self.disk.read(&target.path, LARGEST))
    }

    fn replace(
        &self,
        target: &Target,
        bytes: &[u8],
        there: Option<&io::Result<Vec<u8>>>,
        notes: &mut Vec<SaveNote>,
    ) -> io::Result<bool> {
        let draft = Draft::of(&*self.disk, target, |out| out.write_all(bytes))?;
        match there {
            Some(Ok(there)) => {
                if let Err(error) = self.keep_old(target, there) {
                    notes.push(SaveNote::NotKept(Reason::of(&error)));
                }
            }
            Some(Err(error)) => notes.push(SaveNote::NotKept(Reason::of(error))),
            None => {}
        }
        if !self.is_still(target, there) {
            return Ok(false);
        }
        if let Err(error) = draft.replace(target)? {
            notes.push(SaveNote::Unsure(Reason::of(&error)));
        }
        Ok(true)
    }

    /// Whether a file is as it was a moment ago: nobody wrote it while the draft was made.
    fn is_still(&self, target: &Target, there: Option<&io::Result<Vec<u8>>>) -> bool {
        match (there, self.disk.read(&target.path, LARGEST)) {
            (Some(Ok(before)), Ok(now)) => *before == now,
            (None, Err(error)) => error.kind() == ErrorKind::NotFound,
            (Some(Err(_)), Err(_)) => true,
            _ => false,
        }
    }

    /// Keeps what is there, or says why it cannot be.
    fn must_keep(
        &self,
        target: &Target,
        there: Result<&Vec<u8>, &io::Error>,
    ) -> Result<(), Reason> {
        if self.data.is_none() {
            return Err(Reason::NoFolder);
        }
        let there = there.map_err(Reason::of)?;
        self.keep_old(target, there).map_err(|error| Reason::of(&error))
    }

    fn keep_old(&self, target: &Target, there: &[u8]) -> io::Result<()> {
        let Some(versions) = self.kept() else {
            return Ok(());
        };
        let saved = target.old.and_then(|old| old.modified).unwrap_or_else(SystemTime::now);
        versions.keep(&target.path, there, saved)
    }

    /// The last resort, where a folder takes no new file: over the old content, which is kept
    /// first. `false`: somebody else wrote it meanwhile.
    fn write_over(
        &self,
        target: &Target,
        bytes: &[u8],
        there: &[u8],
    ) -> Result<bool, SaveErrorKind> {
        if self.data.is_none() {
            return Err(SaveErrorKind::System(Reason::Forbidden));
        }
        self.keep_old(target, there).map_err(|error| SaveErrorKind::NoCopy(Reason::of(&error)))?;
        if self.disk.read(&target.path, LARGEST).is_ok_and(|now| now != there) {
            return Ok(false);
        }
        let Err(error) = overwrite(&*self.disk, &target.path, bytes) else {
            return Ok(true);
        };
        let reason = Reason::of(&error);
        match overwrite(&*self.disk, &target.path, there) {
            Ok(()) => Err(SaveErrorKind::System(reason)),
            Err(_) => Err(SaveErrorKind::Torn(reason)),
        }
    }

    fn kept(&self) -> Option<Versions<'_>> {
        let folder = self.data.as_ref()?.join(VERSIONS);
        Some(Versions::new(&*self.disk, folder))
    }
}

/// Writes over a file from its beginning, without letting go of its place on the disk: where there
/// is no room for more, there is still room for what was there.
fn overwrite(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = disk.reopen(path)?;
    file.write_all(bytes)?;
    file.set_len(bytes.len() as u64)?;
    tolerant(file.sync())?;
    tolerant(disk.sync_folder(folder_of(path)))
}

/// The bytes of a project, after they were read again.
fn readable(project: &Project) -> Result<Vec<u8>, SaveErrorKind> {
    let bytes = write(project);
    fits(bytes.len() as u64).map_err(SaveErrorKind::Unreadable)?;
    let (again, _) = understand(&bytes).map_err(SaveErrorKind::Unreadable)?;
    if again == *project { Ok(bytes) } else { Err(SaveErrorKind::Differs) }
}

/// What is larger would not be opened again.
fn fits(bytes: u64) -> Result<(), OpenErrorKind> {
    if bytes > LARGEST { Err(OpenErrorKind::TooLarge { bytes }) } else { Ok(()) }
}

/// Saves a project over whatever is there, and keeps nothing of it: for tests and tools.
pub fn save(project: &Project, path: &Path) -> Result<(), SaveError> {
    Files::keeping_nothing().save(project, path, Basis::Anything).map(drop)
}

impl Opened {
    /// Which content it was read from.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_too_large_to_be_opened_is_not_saved() {
        assert_eq!(fits(LARGEST), Ok(()));
        let words = fits(600 << 20).unwrap_err().to_string();
        assert_eq!(words, "the file has 600 MB; a project file has at most 512 MB");
    }
}
