//! Open and save project files (`.ron`): one header line, then the project in canonical RON. The
//! only room that opens paths, and the only one that knows RON.

pub mod atomic;
pub mod fragment;
pub mod plain;
mod v1;

use crate::model::Project;
use std::path::{Path, PathBuf};

/// A project as it was opened, with what there was to say about it.
#[derive(Debug, Clone)]
pub struct Opened {
    pub project: Project,
    pub notes: Vec<Note>,
    /// The bytes it was read from: saving the same again writes nothing.
    pub bytes: Vec<u8>,
}

/// Something about an opened file that the reader should know; nothing is lost by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The checksum does not fit: the file was changed outside the program, or damaged.
    ChecksumDiffers,
    /// There is no header line.
    NoHeader,
    /// Something was put right. Each is one sentence in `Display`.
    Repaired(Repair),
}

/// What was put right on opening.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Repair {}

/// Why a file could not be opened.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    #[error("todo")]
    Todo,
}

/// Why a file could not be saved. What was on disk is as it was.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("could not save: {reason}: {}", path.display())]
pub struct SaveError {
    pub path: PathBuf,
    pub reason: String,
}

/// Reads a project from bytes.
pub fn read(bytes: &[u8]) -> Result<Opened, OpenError> {
    let _ = bytes;
    todo!()
}

/// The canonical bytes of a project, header included.
pub fn write(project: &Project) -> Vec<u8> {
    let _ = project;
    todo!()
}

/// Opens a file.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let _ = path;
    todo!()
}

/// Saves a project: temporary file, sync, rename. Nothing is written where the file has these
/// bytes already.
pub fn save(project: &Project, path: &Path) -> Result<(), SaveError> {
    let _ = (project, path);
    todo!()
}
