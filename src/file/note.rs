//! What there is to say about a file that was opened: one sentence each.

use super::syntax::brief;
use crate::model::{Code, Date};
use std::fmt;

/// Something about an opened file that the reader should know; nothing is lost by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The checksum does not fit: the file was changed outside the program, or damaged.
    ChecksumDiffers,
    /// There is no header line.
    NoHeader,
    /// Two versions of the file were merged by a version control system.
    Merged,
    /// The file could not be read as it is: this is what could be read of it.
    Salvaged,
    /// The same, without some of what its reviews kept.
    ReviewsLeftOut,
    /// A newer version of the program wrote it, in a way that this one can read.
    Newer { format: u32 },
    /// Something was put right. Each is one sentence in `Display`.
    Repaired(Repair),
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ChecksumDiffers => {
                f.write_str("the file was changed outside Touchline, or damaged; look it over")
            }
            Self::NoHeader => f.write_str(
                "the first line does not say that Touchline wrote the file, so it could not be \
                 told whether the file is whole",
            ),
            Self::Merged => {
                f.write_str("two versions of the file were merged outside Touchline; look it over")
            }
            Self::Salvaged => f.write_str(
                "this is what could be read of a damaged file, as a new project; look it over, and \
                 save it under another name",
            ),
            Self::ReviewsLeftOut => f.write_str(
                "not all of what its reviews kept could be brought back; the file still has it",
            ),
            Self::Newer { format } => write!(
                f,
                "a newer version of Touchline wrote the file (format {format}); all of it can be \
                 read and is kept"
            ),
            Self::Repaired(repair) => repair.fmt(f),
        }
    }
}

/// What was put right on opening, and in which map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// Title of the map, where it is about one.
    pub map: Option<String>,
    pub kind: RepairKind,
}

/// What was put right.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RepairKind {
    /// Two things had the same id: the later one has a new id. Its noun, and its name.
    RepeatedId { noun: &'static str, name: String },
    /// A touchpoint had another's code, or none that is possible: it has a new one.
    NewCode { title: String, old: Option<i64>, new: Code },
    /// The counter of codes would have given out codes again.
    CounterBehind { next: Code },
    /// The map's persona is not in the project: the map has none now.
    MissingPersona,
    /// A touchpoint without a title: it is called “Untitled” now.
    EmptyTitle(Code),
    /// A touchpoint on a step that its map does not have: it is in the inbox now.
    MissingStep { card: RepairedCard },
    /// A touchpoint in a lane that its map does not have: it is in the inbox now.
    MissingLane { card: RepairedCard },
    /// A touchpoint without a place: it is in the inbox now.
    MissingPlace { card: RepairedCard },
    /// A touchpoint whose order in its place could not be read: it was given one.
    Rank { card: RepairedCard },
    /// A touchpoint with an emotion outside −2 … +2: it has none now.
    Emotion { card: RepairedCard, value: i64 },
    /// A link one of whose ends is not in its map: removed.
    BrokenLink { label: String },
    /// A link from a touchpoint to itself: removed.
    LinkToItself { code: Code, label: String },
    /// A second link between the same two touchpoints in the same direction: removed.
    RepeatedLink { from: Code, to: Code, label: String },
    /// A share outside 0 … 100 %: the link has none now.
    Share { label: String, share: i64 },
    /// A rating, an impact or an effort outside 1 … 5: there is none now.
    Score { card: RepairedCard, value: i64 },
    /// A rating of an audit outside 1 … 5: there is none now. The touchpoint, as it was called then.
    AuditScore { title: String, value: i64 },
    /// A task without a text: it is called “Untitled” now.
    EmptyTask(Code),
    /// A date that could not be read, and what it is now.
    Date { text: String, now: Option<Date> },
    /// A rhythm of an impossible number of weeks: the project has none now.
    Rhythm { weeks: i64 },
}

impl fmt::Display for Repair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(map) = &self.map {
            write!(f, "map “{}”: ", brief(map))?;
        }
        self.kind.fmt(f)
    }
}

impl fmt::Display for RepairKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RepeatedId { noun, name } => {
                let name = brief(name);
                write!(f, "two {noun} had the same id; the later one, “{name}”, has a new id")
            }
            Self::NewCode { title, old: Some(old), new } => write!(
                f,
                "the code T{old} of touchpoint “{}” could not be kept; the code is {new} now",
                brief(title)
            ),
            Self::NewCode { title, old: None, new } => {
                write!(f, "touchpoint “{}” had no code; it has {new} now", brief(title))
            }
            Self::CounterBehind { next } => write!(
                f,
                "the counter of codes did not fit the touchpoints; the next code is {next} now"
            ),
            Self::MissingPersona => {
                f.write_str("its persona is not in the project; the map has no persona now")
            }
            Self::EmptyTitle(code) => {
                write!(f, "touchpoint {code} had no title; it is called “Untitled” now")
            }
            Self::MissingStep { card } => {
                write!(f, "{card} was on a step that is missing; it is in the inbox now")
            }
            Self::MissingLane { card } => {
                write!(f, "{card} was in a lane that is missing; it is in the inbox now")
            }
            Self::MissingPlace { card } => {
                write!(f, "{card} had no place; it is in the inbox now")
            }
            Self::Rank { card } => {
                write!(f, "the order of {card} in its place could not be read; it was given one")
            }
            Self::Emotion { card, value } => write!(
                f,
                "{card} had the emotion {value}, which is not between −2 and +2; it has none now"
            ),
            Self::BrokenLink { label } => write!(
                f,
                "{} led from or to a touchpoint that is missing; it was removed",
                Named(label)
            ),
            Self::LinkToItself { code, label } => {
                write!(f, "{} led from {code} to itself; it was removed", Named(label))
            }
            Self::RepeatedLink { from, to, label } => {
                write!(f, "{} led from {from} to {to} a second time; it was removed", Named(label))
            }
            Self::Share { label, share } => write!(
                f,
                "{} had a share of {share} %, which is not between 0 and 100 %; it has none now",
                Named(label)
            ),
            Self::Score { card, value } => write!(
                f,
                "{card} had a rating of {value}, which is not between 1 and 5; it has none now"
            ),
            Self::AuditScore { title, value } => write!(
                f,
                "in an audit, “{}” had a rating of {value}, which is not between 1 and 5; it has \
                 none now",
                brief(title)
            ),
            Self::EmptyTask(code) => {
                write!(f, "a task of {code} had no text; it is called “Untitled” now")
            }
            Self::Date { text, now: None } => {
                write!(f, "the date “{}” could not be read; it was removed", brief(text))
            }
            Self::Date { text, now: Some(now) } => {
                write!(f, "the date “{}” could not be read; it is {now} now", brief(text))
            }
            Self::Rhythm { weeks } => write!(
                f,
                "a review every {weeks} weeks is not possible; the project has no rhythm now"
            ),
        }
    }
}

/// Which touchpoint a repair is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepairedCard {
    pub code: Code,
    pub title: String,
}

impl fmt::Display for RepairedCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "touchpoint {} “{}”", self.code, brief(&self.title))
    }
}

/// A link in a sentence, by its label where it has one.
struct Named<'a>(&'a str);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            f.write_str("a link")
        } else {
            write!(f, "the link “{}”", brief(self.0))
        }
    }
}
