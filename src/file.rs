//! Open and save project files (`.ron`): one header line, then the project in canonical RON. The
//! only room that opens paths, and the only one that knows RON.
//!
//! Bytes become text (`encoding`), the first line is understood (`header`), the rest becomes
//! records (`v1`), and the records become a valid project (`repair`). The way back is one step
//! (`writer`): the same project always gives the same bytes.
//!
//! Everything that is written goes through one door: [`Files`] for projects, which keeps what was
//! there as an earlier version (`version`), and [`atomic`] below it for any file. Both ask a
//! [`disk::Disk`], of which tests have their own.

pub mod atomic;
pub mod disk;
mod encoding;
mod error;
mod fingerprint;
pub mod fragment;
mod header;
pub mod lock;
mod note;
mod owner;
pub mod plain;
pub mod recovery;
mod repair;
mod salvage;
mod save;
pub mod side_lock;
mod syntax;
mod v1;
mod version;
pub mod watch;
mod writer;

pub use error::{OpenError, OpenErrorKind, Reason, Refusal, SaveError, SaveErrorKind};
pub use fingerprint::{Fingerprint, ParseFingerprintError};
pub use note::{Note, Repair, RepairKind, RepairedCard};
pub use owner::Owner;
pub use salvage::{salvage, salvage_bytes};
pub use save::{Basis, Files, SaveNote, Saved, save};
pub use syntax::{Expected, Mistake, brief};
pub use version::Version;

use crate::model::{Problem, Project};
use header::{Header, HeaderLine};
use std::{
    fs::{self, File},
    io::Read,
    path::Path,
};

/// Larger files are not read at all, in bytes.
pub const LARGEST: u64 = 512 << 20;

/// A project as it was opened, with what there was to say about it.
#[derive(Debug, Clone)]
pub struct Opened {
    pub project: Project,
    pub notes: Vec<Note>,
    /// The bytes it was read from: saving the same again writes nothing.
    pub bytes: Vec<u8>,
}

/// Reads a project from bytes. What can be put right is put right and noted; the project is valid.
pub fn read(bytes: &[u8]) -> Result<Opened, OpenError> {
    let (project, notes) = understand(bytes)?;
    Ok(Opened { project, notes, bytes: bytes.to_vec() })
}

fn understand(bytes: &[u8]) -> Result<(Project, Vec<Note>), OpenErrorKind> {
    let text = encoding::text(bytes)?;
    let line = HeaderLine::of(&text);
    let mut notes = Vec::new();
    match line.header {
        Some(header) if header.reader > header::FORMAT => {
            return Err(OpenErrorKind::Newer { format: header.format });
        }
        Some(header) if header.format > header::FORMAT => {
            notes.push(Note::Newer { format: header.format });
        }
        Some(_) => {}
        None => notes.push(Note::NoHeader),
    }
    if line.merged {
        notes.push(Note::Merged);
    } else if line.header.is_some_and(|header| header.sum != header::checksum(line.rest)) {
        notes.push(Note::ChecksumDiffers);
    }
    let record = v1::parse(line.rest).map_err(|error| {
        if let Some(at) = encoding::merge_marker(line.rest) {
            return OpenErrorKind::MergeMarker { line: line.lines + at };
        }
        let (at, mistake) = Mistake::of(error, line.rest);
        OpenErrorKind::Syntax { line: line.lines + at.line, column: at.col, mistake }
    })?;
    let (project, repairs) = repair::project(record);
    if let Some(problem) = project.check().into_iter().next() {
        let map = problem.map.as_deref().map(syntax::brief);
        return Err(OpenErrorKind::Limit(Problem { map, ..problem }));
    }
    notes.extend(repairs.into_iter().map(Note::Repaired));
    Ok((project, notes))
}

/// The canonical bytes of a project, header included.
pub fn write(project: &Project) -> Vec<u8> {
    let body = writer::project(project);
    let mut text = Header::of(&body, writer::format(project)).to_string();
    text.reserve(body.len() + 1);
    text.push('\n');
    text.push_str(&body);
    text.into_bytes()
}

/// Opens a file. Anything but a regular file is refused, so that a pipe or a device cannot hold
/// the program up.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let at = |kind| OpenError { path: Some(path.to_owned()), kind };
    let bytes = content(path).map_err(at)?;
    let (project, notes) = understand(&bytes).map_err(at)?;
    Ok(Opened { project, notes, bytes })
}

/// Opens a file of a format that is newer than this program, as far as it can be read: to be looked
/// at, never to be written over.
pub fn open_newer(path: &Path) -> Result<Opened, OpenError> {
    let mut opened = salvage(path)?;
    // That it is read only as far as it can be is said where it is shown.
    opened.notes.retain(|note| *note == Note::ReviewsLeftOut);
    Ok(opened)
}

fn content(path: &Path) -> Result<Vec<u8>, OpenErrorKind> {
    let about = fs::metadata(path)?;
    if about.is_dir() {
        return Err(OpenErrorKind::Folder);
    }
    if !about.is_file() {
        return Err(OpenErrorKind::NotAFile);
    }
    if about.len() > LARGEST {
        return Err(OpenErrorKind::TooLarge { bytes: about.len() });
    }
    let mut bytes = Vec::new();
    let file = File::open(path)?;
    // It may have grown since.
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(OpenErrorKind::TooLarge { bytes: bytes.len() as u64 });
    }
    Ok(bytes)
}
