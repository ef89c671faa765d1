//! What the parser says about a text, in words for a person who opened it in a text editor.

use std::fmt;

/// Longer names and values from the file are cut in messages, in characters.
const LONGEST: usize = 60;

/// What is wrong with a file at some place, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mistake {
    /// The file ends too early.
    Ends,
    /// Something else is needed here: what, as it is written.
    Expected(&'static str),
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

impl From<ron::Error> for Mistake {
    fn from(error: ron::Error) -> Self {
        use ron::Error as E;
        match error {
            E::Eof | E::ExpectedStringEnd => Self::Ends,
            E::ExpectedArray => Self::Expected("a list in [ ]"),
            E::ExpectedArrayEnd => Self::Expected("] at the end of the list"),
            E::ExpectedBoolean => Self::Expected("true or false"),
            E::ExpectedComma => Self::Expected("a comma"),
            E::ExpectedInteger
            | E::InvalidIntegerDigit { .. }
            | E::UnderscoreAtBeginning
            | E::ExpectedFloat
            | E::FloatUnderscore => Self::Expected("a whole number"),
            E::ExpectedOptionEnd | E::ExpectedStructLikeEnd => Self::Expected(") at the end"),
            E::ExpectedMap => Self::Expected("a list of keys and values in { }"),
            E::ExpectedMapColon => Self::Expected("a colon"),
            E::ExpectedMapEnd => Self::Expected("} at the end"),
            E::ExpectedStructLike
            | E::ExpectedNamedStructLike(_)
            | E::ExpectedDifferentStructName { .. }
            | E::ExpectedStructName(_) => Self::Expected("( and then fields"),
            E::ExpectedString => Self::Expected("a text in quotes"),
            E::ExpectedIdentifier
            | E::InvalidIdentifier(_)
            | E::SuggestRawIdentifier(_)
            | E::UnexpectedChar(_) => Self::Expected("a name"),
            E::ExpectedDifferentLength { .. } => Self::Expected("another number of values"),
            E::InvalidEscape(_) => Self::BadEscape,
            E::IntegerOutOfBounds => Self::NumberTooLarge,
            E::UnclosedBlockComment | E::UnclosedLineComment => Self::OpenComment,
            E::TrailingCharacters => Self::GoesOn,
            E::NoSuchEnumVariant { expected, found, .. } => {
                Self::UnknownWord { found: cut(&found), possible: expected }
            }
            E::NoSuchStructField { expected, found, .. } => {
                Self::UnknownField { found: cut(&found), possible: expected }
            }
            E::MissingStructField { field, .. } => Self::MissingField(field),
            E::DuplicateStructField { field, .. } => Self::RepeatedField(field),
            E::ExceededRecursionLimit => Self::TooDeep,
            E::Message(words) => Self::Value(cut(&words)),
            _ => Self::Expected("something else"),
        }
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.into(),
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ends => f.write_str(
                "the file ends in the middle; a part of it is missing, or a quote or a bracket was \
                 not closed",
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
