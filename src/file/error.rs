//! Why a file could not be opened or saved, in the user's words, the path last.

use super::Mistake;
use crate::model::Problem;
use std::{
    fmt, io,
    path::{Path, PathBuf},
};

/// Why a file could not be opened. The file is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenError {
    /// Which file, where it came from one.
    pub path: Option<PathBuf>,
    pub kind: OpenErrorKind,
}

/// What was wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OpenErrorKind {
    /// What the system said about the path.
    #[error("{0}")]
    System(String),
    #[error("this is a folder; choose a file inside it")]
    Folder,
    #[error("this is a device or a pipe, not a file")]
    NotAFile,
    #[error(
        "the file has {} MB; a project file has at most {} MB",
        bytes >> 20,
        super::LARGEST >> 20
    )]
    TooLarge { bytes: u64 },
    #[error("the file is empty; if it had content, open an earlier copy of it")]
    Empty,
    /// NUL bytes: what a power cut or a broken disk leaves.
    #[error("the file has lost its content, in whole or in part; open an earlier copy of it")]
    Lost,
    #[error("the file was saved as UTF-16; save it again as UTF-8 in the editor that made it")]
    Utf16,
    #[error(
        "line {line}, column {column}: this is not UTF-8 text; it is not a project file, or it is \
         damaged, or it was saved in another encoding"
    )]
    NotUtf8 { line: usize, column: usize },
    /// What a version control system leaves where two people changed the same lines.
    #[error(
        "line {line}: the file was merged and has a conflict here; choose one of the two sides in \
         a text editor and remove the lines with <<<<<<<, ======= and >>>>>>>"
    )]
    MergeMarker { line: usize },
    #[error(
        "the file was made by a newer version of Touchline (format {format}) and was left as it is; \
         open it with that version, or a newer one"
    )]
    Newer { format: u32 },
    /// Line and column count from 1, the column in characters.
    #[error("line {line}, column {column}: {mistake}")]
    Syntax { line: usize, column: usize, mistake: Mistake },
    /// Something is larger than it may be.
    #[error("{0}")]
    Limit(Problem),
}

impl From<io::Error> for OpenErrorKind {
    fn from(error: io::Error) -> Self {
        Self::System(match error.kind() {
            io::ErrorKind::NotFound => "there is no such file".into(),
            io::ErrorKind::PermissionDenied => "you may not read this file".into(),
            _ => reason(&error),
        })
    }
}

impl From<OpenErrorKind> for OpenError {
    fn from(kind: OpenErrorKind) -> Self {
        Self { path: None, kind }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)?;
        match &self.path {
            Some(path) => write!(f, ": {}", path.display()),
            None => Ok(()),
        }
    }
}

impl std::error::Error for OpenError {}

/// Why a file could not be written. What was there is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not save: {reason}: {}", path.display())]
pub struct SaveError {
    pub path: PathBuf,
    /// In the user's words.
    pub reason: String,
}

impl SaveError {
    /// From what [`atomic`](super::atomic) reports about a path.
    pub fn new(path: &Path, error: &io::Error) -> Self {
        Self { path: path.to_owned(), reason: reason(error) }
    }
}

/// What the system reports, in the user's words; our own errors speak for themselves.
pub(super) fn reason(error: &io::Error) -> String {
    use io::ErrorKind as Kind;
    if error.get_ref().is_some() {
        return error.to_string();
    }
    let words = match error.kind() {
        Kind::NotFound => "there is no such folder",
        Kind::PermissionDenied => "you may not write here",
        Kind::AlreadyExists => "there is a file of this name already",
        Kind::StorageFull | Kind::QuotaExceeded => "the disk is full",
        Kind::ReadOnlyFilesystem => "this disk can only be read",
        Kind::FileTooLarge => "this disk does not take a file of this size",
        Kind::InvalidFilename => "this disk does not take a file of this name",
        Kind::NotADirectory => "a part of the path is not a folder",
        Kind::IsADirectory => "this is a folder",
        Kind::ResourceBusy | Kind::ExecutableFileBusy => "another program is using the file",
        _ => return error.to_string(),
    };
    words.into()
}
