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
    System(Reason),
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

impl OpenError {
    /// Whether it is about what is in the file: the file itself could be read.
    pub fn is_of_content(&self) -> bool {
        use OpenErrorKind as Kind;
        matches!(
            self.kind,
            Kind::Lost
                | Kind::Utf16
                | Kind::NotUtf8 { .. }
                | Kind::MergeMarker { .. }
                | Kind::Newer { .. }
                | Kind::Syntax { .. }
                | Kind::Limit(_)
        )
    }
}

impl From<io::Error> for OpenErrorKind {
    fn from(error: io::Error) -> Self {
        Self::System(match error.kind() {
            io::ErrorKind::NotFound => Reason::NoFile,
            io::ErrorKind::PermissionDenied => Reason::Unreadable,
            _ => Reason::of(&error),
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

/// Why a file could not be written. What was there is as it was, unless it says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not save: {kind}: {}", path.display())]
pub struct SaveError {
    pub path: PathBuf,
    pub kind: SaveErrorKind,
}

/// What went wrong while saving.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SaveErrorKind {
    /// What the system said.
    #[error("{0}")]
    System(Reason),
    /// It is not what it was when it was opened or saved here.
    #[error("the file was changed by another program or person since it was opened")]
    Changed,
    /// What is there may say more than this program knows.
    #[error(
        "a newer version of Touchline made this file (format {format}), and it is not written \
         over; choose another name"
    )]
    Newer { format: u32 },
    /// The file is larger than a file may be that is to be opened.
    #[error("{0}")]
    Unreadable(OpenErrorKind),
    /// A defect of the program, found before anything was written.
    #[error("the text of the project does not say the same as the project; please report this")]
    Differs,
    /// The file can only be written in its place, and that is not done without a copy.
    #[error(
        "the folder takes no new file, and no copy of the file could be kept before writing over \
         it ({0})"
    )]
    NoCopy(Reason),
    /// What is there was promised to be kept.
    #[error("no copy of the file as it is now could be kept before writing over it ({0})")]
    NotKept(Reason),
    /// Writing in its place failed, and so did putting the old content back.
    #[error(
        "{0}, while the file was written in its place; the file may be damaged now, and what it \
         was is among its earlier versions"
    )]
    Torn(Reason),
}

impl SaveError {
    /// From what [`atomic`](super::atomic) reports about a path.
    pub fn new(path: &Path, error: &io::Error) -> Self {
        Self { path: path.to_owned(), kind: SaveErrorKind::System(Reason::of(error)) }
    }
}

impl From<io::Error> for SaveErrorKind {
    fn from(error: io::Error) -> Self {
        Self::System(Reason::of(&error))
    }
}

/// What the system says against a file, in the user's words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    #[error("there is no such file")]
    NoFile,
    #[error("you may not read this file")]
    Unreadable,
    #[error("there is no such folder")]
    NoFolder,
    #[error("you may not write here")]
    Forbidden,
    #[error("there is a file of this name already")]
    Exists,
    #[error("the disk is full")]
    DiskFull,
    #[error("this disk can only be read")]
    ReadOnlyDisk,
    #[error("this disk does not take a file of this size")]
    TooLarge,
    #[error("this disk does not take a file of this name")]
    BadName,
    #[error("a part of the path is not a folder")]
    NotAFolder,
    #[error("this is a folder")]
    Folder,
    #[error("another program is using the file")]
    InUse,
    /// We refused, not the system.
    #[error("{0}")]
    Refused(Refusal),
    /// In the system's words.
    #[error("{0}")]
    Other(String),
}

/// What is not written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the file can only be read")]
    ReadOnlyFile,
    #[error("these symbolic links lead in a circle")]
    LinksInCircle,
    #[error("this is a device or a pipe, not a file")]
    Device,
}

impl From<Refusal> for io::Error {
    fn from(refusal: Refusal) -> Self {
        let kind = match refusal {
            Refusal::ReadOnlyFile => io::ErrorKind::PermissionDenied,
            Refusal::LinksInCircle | Refusal::Device => io::ErrorKind::Other,
        };
        Self::new(kind, refusal)
    }
}

impl Reason {
    /// What an error means.
    pub fn of(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        if let Some(own) = error.get_ref() {
            return match own.downcast_ref::<Refusal>() {
                Some(refusal) => Self::Refused(*refusal),
                None => Self::Other(error.to_string()),
            };
        }
        match error.kind() {
            Kind::NotFound => Self::NoFolder,
            Kind::PermissionDenied => Self::Forbidden,
            Kind::AlreadyExists => Self::Exists,
            Kind::StorageFull | Kind::QuotaExceeded => Self::DiskFull,
            Kind::ReadOnlyFilesystem => Self::ReadOnlyDisk,
            Kind::FileTooLarge => Self::TooLarge,
            Kind::InvalidFilename => Self::BadName,
            Kind::NotADirectory => Self::NotAFolder,
            Kind::IsADirectory => Self::Folder,
            Kind::ResourceBusy | Kind::ExecutableFileBusy => Self::InUse,
            _ => Self::Other(error.to_string()),
        }
    }
}
