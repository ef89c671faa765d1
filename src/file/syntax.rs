//! What the parser says about a text, in words for a person who opened it in a text editor.

use ron::error::{Position, SpannedError};
use std::fmt;

/// Longer names and values from the file are cut in messages, in characters.
const LONGEST: usize = 60;

/// What is wrong with a file at some place, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mistake {
    /// Text of another kind.
    NotAProject,
    /// The file ends too early.
    Ends,
    /// A text whose closing quote is missing.
    OpenText,
    /// Something else is needed here.
    Expected(Expected),
    /// There is more after the end.
    GoesOn,
    /// A field that does not exist, and those that do.
    UnknownField {
        found: String,
        possible: &'static [&'static str],
    },
    MissingField(&'static str),
    RepeatedField(&'static str),
    /// A word that is not one of those that are possible.
    UnknownWord {
        found: String,
        possible: &'static [&'static str],
    },
    NumberTooLarge,
    /// Brackets inside brackets, too many of them.
    TooDeep,
    BadEscape,
    OpenComment,
    /// A sentence about a value that has a form of its own.
    Value(String),
}

/// What is needed at a place of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Expected {
    #[error("a list in [ ]")]
    List,
    #[error("] at the end of the list")]
    ListEnd,
    #[error("true or false")]
    YesOrNo,
    #[error("a comma")]
    Comma,
    #[error("a whole number")]
    WholeNumber,
    #[error(") at the end")]
    End,
    #[error("a list of keys and values in {{ }}")]
    Table,
    #[error("a colon")]
    Colon,
    #[error("}} at the end")]
    TableEnd,
    #[error("a group of fields in ( )")]
    Group,
    #[error("a text in quotes")]
    Text,
    #[error("a text in straight quotes, like \"this\",")]
    StraightQuotes,
    #[error("a word without quotes")]
    Word,
    #[error("a value")]
    Value,
    #[error("another number of values")]
    OtherCount,
    #[error("something else that a project has")]
    Other,
}

impl Mistake {
    /// What is wrong with a text, and where.
    pub(super) fn of(error: SpannedError, text: &str) -> (Position, Self) {
        let SpannedError { code, span } = error;
        let after = || rest_of_line(text, span.end);
        match &code {
            ron::Error::ExpectedComma if after().starts_with('.') => {
                (span.end, Self::Expected(Expected::WholeNumber))
            }
            ron::Error::ExpectedString if after().starts_with(['“', '”', '„', '«', '‘', '’']) => {
                (span.end, Self::Expected(Expected::StraightQuotes))
            }
            ron::Error::ExpectedStructLike
            | ron::Error::ExpectedNamedStructLike(_)
            | ron::Error::ExpectedDifferentStructName { .. }
                if !begins_like_a_project(text) =>
            {
                (span.start, Self::NotAProject)
            }
            // The word may have been longer.
            ron::Error::NoSuchStructField { .. }
            | ron::Error::NoSuchEnumVariant { .. }
            | ron::Error::Message(_)
                if is_at_end(text, span.end) =>
            {
                (span.end, Self::Ends)
            }
            // About a word that was read already.
            ron::Error::NoSuchStructField { .. }
            | ron::Error::NoSuchEnumVariant { .. }
            | ron::Error::DuplicateStructField { .. }
            | ron::Error::IntegerOutOfBounds
            | ron::Error::Message(_) => (span.start, Self::from(code)),
            _ => (span.end, Self::from(code)),
        }
    }
}

fn rest_of_line(text: &str, at: Position) -> &str {
    let line = text.split('\n').nth(at.line - 1).unwrap_or_default();
    let from = line.char_indices().nth(at.col - 1).map_or(line.len(), |(from, _)| from);
    line.get(from..).unwrap_or_default()
}

/// Whether nothing stands after a place.
fn is_at_end(text: &str, at: Position) -> bool {
    text.trim_end().lines().count() <= at.line && rest_of_line(text, at).trim().is_empty()
}

fn begins_like_a_project(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_start);
    lines
        .find(|line| !line.is_empty() && !line.starts_with("//"))
        .is_some_and(|l| l.starts_with('('))
}

impl From<ron::Error> for Mistake {
    fn from(error: ron::Error) -> Self {
        use ron::Error as E;
        match error {
            E::Eof => Self::Ends,
            E::ExpectedStringEnd => Self::OpenText,
            E::ExpectedArray => Self::Expected(Expected::List),
            E::ExpectedArrayEnd => Self::Expected(Expected::ListEnd),
            E::ExpectedBoolean => Self::Expected(Expected::YesOrNo),
            E::ExpectedComma => Self::Expected(Expected::Comma),
            E::ExpectedInteger
            | E::InvalidIntegerDigit { .. }
            | E::UnderscoreAtBeginning
            | E::ExpectedFloat
            | E::FloatUnderscore => Self::Expected(Expected::WholeNumber),
            E::ExpectedOptionEnd | E::ExpectedStructLikeEnd => Self::Expected(Expected::End),
            E::ExpectedMap => Self::Expected(Expected::Table),
            E::ExpectedMapColon => Self::Expected(Expected::Colon),
            E::ExpectedMapEnd => Self::Expected(Expected::TableEnd),
            E::ExpectedStructLike
            | E::ExpectedNamedStructLike(_)
            | E::ExpectedDifferentStructName { .. }
            | E::ExpectedStructName(_) => Self::Expected(Expected::Group),
            E::ExpectedString => Self::Expected(Expected::Text),
            E::ExpectedIdentifier | E::InvalidIdentifier(_) | E::SuggestRawIdentifier(_) => {
                Self::Expected(Expected::Word)
            }
            E::UnexpectedChar(_) => Self::Expected(Expected::Value),
            E::ExpectedDifferentLength { .. } => Self::Expected(Expected::OtherCount),
            E::InvalidEscape(_) => Self::BadEscape,
            E::IntegerOutOfBounds => Self::NumberTooLarge,
            E::UnclosedBlockComment | E::UnclosedLineComment => Self::OpenComment,
            E::TrailingCharacters => Self::GoesOn,
            E::NoSuchEnumVariant { expected, found, .. } => {
                Self::UnknownWord { found: brief(&found), possible: expected }
            }
            E::NoSuchStructField { expected, found, .. } => {
                Self::UnknownField { found: brief(&found), possible: expected }
            }
            E::MissingStructField { field, .. } => Self::MissingField(field),
            E::DuplicateStructField { field, .. } => Self::RepeatedField(field),
            E::ExceededRecursionLimit => Self::TooDeep,
            E::Message(words) => Self::Value(brief(&words)),
            _ => Self::Expected(Expected::Other),
        }
    }
}

/// A text from the file, short enough for a message.
pub fn brief(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.into(),
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAProject => f.write_str(
                "this is not a Touchline project; a project begins with ( and its fields",
            ),
            Self::Ends => f.write_str(
                "the file ends in the middle; a part of it is missing, or a bracket was not closed",
            ),
            Self::OpenText => f.write_str(
                "the text that begins here has no quote at its end, or the rest of the file is \
                 missing",
            ),
            Self::Expected(what) => write!(f, "{what} is needed here"),
            Self::GoesOn => f.write_str("the project ends before this; remove what follows"),
            Self::UnknownField { found, possible } => {
                write!(f, "there is no field “{found}” here; possible are {}", List(possible))
            }
            Self::MissingField(field) => {
                write!(f, "the field “{field}” is missing in what ends here")
            }
            Self::RepeatedField(field) => {
                write!(f, "the field “{field}” stands here twice; remove one")
            }
            Self::UnknownWord { found, possible } => {
                write!(f, "“{found}” is not known here; possible are {}", List(possible))
            }
            Self::NumberTooLarge => f.write_str("this number is too large"),
            Self::TooDeep => f.write_str("there are too many brackets inside brackets here"),
            Self::BadEscape => f.write_str(
                "what follows the \\ is not known here; write \\\\ for a backslash itself",
            ),
            Self::OpenComment => f.write_str("a comment that begins with /* was not closed by */"),
            Self::Value(words) => f.write_str(words),
        }
    }
}

/// Words, as a list to read.
struct List(&'static [&'static str]);

impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use crate::file::{self, OpenErrorKind};

    /// A touchpoint's fields after its id, inside a whole project.
    fn card(fields: &str) -> String {
        let id = "0000000000000001";
        format!("(maps: [(id: \"{id}\", touchpoints: [(id: \"{id}\",\n{fields})])])")
    }

    fn check(text: &str, place: (usize, usize), words: &str) {
        let error = file::read(text.as_bytes()).map(|opened| opened.project).unwrap_err();
        let OpenErrorKind::Syntax { line, column, .. } = error.kind else {
            panic!("{text}: {error}");
        };
        let message = error.to_string();
        assert_eq!((line, column), place, "{text}: {message}");
        assert!(message.contains(words), "{text}: {message}");
        assert!(message.chars().count() <= 250, "{message}");
    }

    #[test]
    fn mistakes_are_named_with_their_place() {
        check("(\n", (2, 1), "ends in the middle");
        check("(\n  tit", (2, 6), "ends in the middle");
        check("(maps: [(state: To", (1, 19), "ends in the middle");
        check("()\n)", (2, 1), "ends before this");
        check("hello world", (1, 1), "not a Touchline project");
        check("<html>", (1, 1), "not a Touchline project");
        check("{\"title\": 5}", (1, 1), "not a Touchline project");
        check("// note\n\n[]", (3, 1), "not a Touchline project");
        check("(\n  titel: \"x\")", (2, 3), "no field “titel” here; possible are title, notes");
        check("(title: 5)", (1, 9), "a text in quotes");
        check("(title: “a”)", (1, 9), "straight quotes");
        check("(title: \"x\"\nnotes: \"y\")", (2, 1), "a comma");
        check("(title: \"x)\n", (1, 10), "no quote at its end");
        check("(title \"x\")", (1, 8), "a colon");
        check("(title: \"x\", title: \"y\")", (1, 14), "“title” stands here twice");
        check("(title: \"a\\qb\")", (1, 13), "what follows the \\");
        check("(/* title)", (1, 11), "a comment");
        check("(maps: 5)", (1, 8), "a list in [ ]");
        check("(maps: [5])", (1, 9), "a group of fields in ( )");
        check("(maps: [()])", (1, 10), "“id” is missing");
        check("(personas: [(id: \"zz\")])", (1, 19), "16 digits");
        check("(ext: {\"a\": 1, \"a\": 2})", (1, 22), "same key");
        check("(ext: {\"a\": })", (1, 13), "a value");
        check(&format!("(ext: {{\"a\": {}}})", "[".repeat(100_000)), (1, 76), "too many brackets");
        check(&card("code: 1.5"), (2, 8), "a whole number");
        check(&card("code: NaN"), (2, 7), "a whole number");
        check(&card("code: 99999999999999999999"), (2, 7), "too large");
        check(&card("mark: Green"), (2, 7), "“Green” is not known");
        check(&card(&format!("mark: {}", "G".repeat(1 << 20))), (2, 7), "possible are Positive");
        check(&card("mark: \"Positive\""), (2, 7), "a word without quotes");
        check(&card("moment_of_truth: 1"), (2, 18), "true or false");
        check(&card("place: Cell(\"0000000000000001\")"), (2, 31), "another number of values");
    }
}
