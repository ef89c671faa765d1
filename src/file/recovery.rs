//! Unsaved work, kept in a folder of its own until it is saved or given up: one slot for each
//! project that is being edited, held by the window that edits it. A slot that nobody holds was
//! left by a program that died.
//!
//! A slot is a folder with the project (an ordinary project file), a note on what it belongs to,
//! a lock, and who holds it. Nothing here deletes work that nobody has seen.

use super::{Files, Fingerprint, OpenError, Opened, Owner, atomic, lock::Lock, plain};
use crate::model::Project;
use std::{
    fs, io,
    path::{Path, PathBuf},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

const WORK: &str = "work.ron";
const ABOUT: &str = "about.conf";
const OWNER: &str = "owner.conf";
const LOCK: &str = "lock";

/// A slot without work of this age was left by a program that died before it wrote any.
const EMPTY: Duration = Duration::from_mins(10);

/// Where unsaved work is kept: in the folder of the program's data.
#[derive(Clone)]
pub struct Recovery(Files);

/// What some work belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// The project's file; `None` where it has never been saved.
    pub path: Option<PathBuf>,
    /// What was in that file when the work began.
    pub base: Option<Fingerprint>,
    /// The project's title.
    pub title: String,
}

/// A slot that this program holds.
pub struct Slot {
    files: Files,
    folder: PathBuf,
    lock: Lock,
    /// As it is on disk.
    about: Option<About>,
}

/// Work that was left behind.
#[derive(Clone)]
pub struct Left {
    files: Files,
    folder: PathBuf,
    pub about: About,
    /// When it was written.
    pub time: SystemTime,
}

/// How some work stands to the file that it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It was never saved.
    NeverSaved,
    /// The file is as it was when the work began.
    Ahead,
    /// The file was changed since.
    Stale,
    /// The file is not there any more.
    Gone,
}

impl Recovery {
    pub fn new(files: Files) -> Self {
        Self(files)
    }

    /// The folder that all of it is in; `None` where nothing is kept.
    pub fn folder(&self) -> Option<PathBuf> {
        self.0.data().map(|data| data.join("recovery"))
    }

    /// A slot for a project; `None` where nothing is kept.
    pub fn begin(&self) -> io::Result<Option<Slot>> {
        let Some(root) = self.folder() else {
            return Ok(None);
        };
        atomic::make_folders(self.0.disk(), &root)?;
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
        for number in 0..1_000 {
            let name = format!("{}-{}-{number}", now.as_secs(), std::process::id());
            let folder = root.join(name);
            match self.0.disk().make_folder(&folder) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                made => made?,
            }
            // Another window may be looking at the new folder just now.
            if let Some(slot) = Slot::hold(&self.0, folder)? {
                return Ok(Some(slot));
            }
        }
        Err(io::Error::other("no slot could be made for unsaved work"))
    }

    /// The work that nobody holds, the latest first. Slots that never had any, and those whose
    /// work is in its file, are put away.
    pub fn left(&self) -> Vec<Left> {
        let entries = self.folder().and_then(|root| fs::read_dir(root).ok());
        let folders = entries.into_iter().flatten().filter_map(Result::ok);
        let mut left: Vec<Left> =
            folders.filter_map(|entry| Left::look(&self.0, entry.path()).ok().flatten()).collect();
        left.sort_by(|a, b| b.time.cmp(&a.time).then_with(|| b.folder.cmp(&a.folder)));
        left
    }
}

impl Slot {
    /// Takes a slot's folder; `None` where a running program has it.
    fn hold(files: &Files, folder: PathBuf) -> io::Result<Option<Self>> {
        let said = plain::read_text(&folder.join(OWNER)).ok().flatten();
        let owner = said.and_then(|text| Owner::parse(&text));
        let Some(lock) = Lock::take(&folder.join(LOCK))? else {
            return Ok(None);
        };
        // Where the disk cannot lock, who wrote it last is all there is to go by.
        if !lock.is_sure() && owner.is_some_and(|owner| !owner.is_me() && !owner.has_ended()) {
            return Ok(None);
        }
        let owner = Owner::me().to_text();
        let noted = atomic::write(files.disk(), &folder.join(OWNER), owner.as_bytes());
        // On a full disk the lock is enough: work that was left must not be hidden.
        if !lock.is_sure() {
            noted?;
        }
        let about = plain::read_text(&folder.join(ABOUT)).ok().flatten();
        let about = about.map(|text| About::parse(&text));
        Ok(Some(Self { files: files.clone(), folder, lock, about }))
    }

    /// Keeps a project: whole or not at all, and the one before until then.
    pub fn write(&mut self, project: &Project, about: &About) -> io::Result<()> {
        let (disk, note) = (self.files.disk(), self.folder.join(ABOUT));
        // Work is never with a note on another file or another content of it: what is older than
        // the file would pass for newer. Without a note it belongs to none.
        if self.about.as_ref().is_some_and(|old| old.path != about.path || old.base != about.base) {
            match disk.remove(&note) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => self.about = None,
            }
        }
        atomic::write(disk, &self.folder.join(WORK), &super::write(project))?;
        if self.about.as_ref() != Some(about) {
            atomic::write(disk, &note, about.to_text().as_bytes())?;
            self.about = Some(about.clone());
        }
        Ok(())
    }

    /// Puts the work away: it was saved, or given up.
    pub fn discard(self) -> io::Result<()> {
        for name in [WORK, ABOUT, OWNER] {
            match fs::remove_file(self.folder.join(name)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        self.lock.remove();
        fs::remove_dir(&self.folder)
    }
}

impl Left {
    /// What is in a folder, if nobody holds it and there is something to offer.
    fn look(files: &Files, folder: PathBuf) -> io::Result<Option<Self>> {
        if !folder.is_dir() {
            return Ok(None);
        }
        let written = match fs::metadata(folder.join(WORK)) {
            Ok(written) => written,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let age = SystemTime::now().duration_since(fs::metadata(&folder)?.modified()?);
                if age.is_ok_and(|age| age > EMPTY)
                    && let Some(slot) = Slot::hold(files, folder)?
                {
                    slot.discard()?;
                }
                return Ok(None);
            }
            // It may be there, and may be read another time.
            Err(error) => return Err(error),
        };
        let Some(slot) = Slot::hold(files, folder.clone())? else {
            return Ok(None);
        };
        let about = plain::read_text(&folder.join(ABOUT))?.unwrap_or_default();
        let (files, about) = (files.clone(), About::parse(&about));
        let left = Self { files, about, time: written.modified()?, folder };
        let work = left.files.fingerprint(&left.folder.join(WORK))?;
        let saved = left.about.path.as_deref().map(|path| left.files.fingerprint(path));
        if matches!(saved, Some(Ok(saved)) if saved.is_some() && saved == work) {
            slot.discard()?;
            return Ok(None);
        }
        Ok(Some(left))
    }

    /// Where it is kept: tells it from others.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Takes it: from now on this program holds it. `None` where another was faster.
    pub fn hold(&self) -> io::Result<Option<Slot>> {
        Slot::hold(&self.files, self.folder.clone())
    }

    /// The work itself.
    pub fn open(&self) -> Result<Opened, OpenError> {
        super::open(&self.folder.join(WORK))
    }

    /// How it stands to its file, now.
    pub fn standing(&self) -> Standing {
        match &self.about.path {
            None => Standing::NeverSaved,
            Some(path) => match self.files.fingerprint(path) {
                Ok(Some(now)) if Some(now) == self.about.base => Standing::Ahead,
                Ok(Some(_)) => Standing::Stale,
                Ok(None) | Err(_) => Standing::Gone,
            },
        }
    }

    /// Whether it belongs to a file.
    pub fn is_of(&self, path: &Path) -> bool {
        self.about.path.as_deref().is_some_and(|own| own == path || plain::is_same_file(own, path))
    }
}

impl About {
    fn to_text(&self) -> String {
        let mut text = format!("title = {}\n", one_line(&self.title));
        // A path that is no text, or of several lines, is lost: the work opens as a copy then.
        let path = self.path.as_deref().and_then(Path::to_str);
        if let Some(path) = path.filter(|path| !path.contains(['\n', '\r'])) {
            text.push_str("path = ");
            text.push_str(path);
            text.push('\n');
        }
        if let Some(base) = self.base {
            text.push_str("base = ");
            text.push_str(&base.to_string());
            text.push('\n');
        }
        text
    }

    /// What cannot be read is left out: the work is offered all the same.
    fn parse(text: &str) -> Self {
        let mut about = Self::default();
        for (key, value) in text.lines().filter_map(|line| line.split_once(" = ")) {
            match key {
                "title" => value.clone_into(&mut about.title),
                "path" => about.path = Some(PathBuf::from(value)),
                "base" => about.base = value.parse().ok(),
                _ => {}
            }
        }
        about
    }
}

fn one_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().chars().filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests;
