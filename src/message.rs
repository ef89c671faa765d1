//! Message: what could not be done, and what was put right on opening, in the reader's language.
//!
//! The errors keep their data in their own rooms, where `Display` is their English form. Here each
//! becomes words of [`Text`], small at the beginning and without a full stop; [`sentence`] makes a
//! whole sentence of it.

mod finding;
mod note;

pub use finding::{FindingWords, finding, finding_in_map, finding_kind};
pub use note::{note, problem};

use crate::{
    command::CommandError,
    export::ExportError,
    file::{
        self, Expected, Mistake, OpenError, OpenErrorKind, Reason, Refusal, SaveError,
        SaveErrorKind,
    },
    model::{Date, tenths},
    text::Text,
};

/// A day in words.
pub fn day(text: &Text, day: Date) -> String {
    text.day(day.day(), day.month(), day.year().to_string())
}

/// A mean to one decimal: "3.7".
pub fn mean(text: &Text, mean: f32) -> String {
    let (whole, tenths) = tenths(mean);
    text.quality_decimal(whole, tenths)
}

/// A message as a sentence of its own.
pub fn sentence(text: &Text, words: &str) -> String {
    text.message_sentence(capitalized(words))
}

/// With a capital letter at the beginning.
pub fn capitalized(words: &str) -> String {
    let mut characters = words.chars();
    match characters.next() {
        Some(first) => format!("{}{}", first.to_uppercase(), characters.as_str()),
        None => String::new(),
    }
}

/// Why a file could not be opened; the path last.
pub fn open(text: &Text, error: &OpenError) -> String {
    let what = content(text, &error.kind);
    let what = match &error.kind {
        OpenErrorKind::NotUtf8 { line, column } | OpenErrorKind::Syntax { line, column, .. } => {
            text.message_at_column(*line, *column, what)
        }
        OpenErrorKind::MergeMarker { line } => text.message_at_line(*line, what),
        _ => what,
    };
    match &error.path {
        Some(path) => text.message_with_path(what, path.to_string_lossy()),
        None => what,
    }
}

/// What is wrong with a file, without the place in it.
pub fn content(text: &Text, kind: &OpenErrorKind) -> String {
    match kind {
        OpenErrorKind::System(why) => reason(text, why),
        OpenErrorKind::Folder => text.open_error_folder(),
        OpenErrorKind::NotAFile => text.open_error_not_a_file(),
        OpenErrorKind::TooLarge { bytes } => {
            text.open_error_too_large(bytes >> 20, file::LARGEST >> 20)
        }
        OpenErrorKind::Empty => text.open_error_empty(),
        OpenErrorKind::Lost => text.open_error_lost(),
        OpenErrorKind::Utf16 => text.open_error_utf16(),
        OpenErrorKind::NotUtf8 { .. } => text.open_error_not_utf8(),
        OpenErrorKind::MergeMarker { .. } => text.open_error_merge_marker(),
        OpenErrorKind::Newer { format } => text.open_error_newer(*format),
        OpenErrorKind::Syntax { mistake: wrong, .. } => mistake(text, wrong),
        OpenErrorKind::Limit(found) => problem(text, found),
    }
}

/// That a file could not be written, and why; the path last.
pub fn save(text: &Text, error: &SaveError) -> String {
    text.save_error(not_saved(text, error))
}

/// Only why, under a title that says the rest.
pub fn not_saved(text: &Text, error: &SaveError) -> String {
    let what = match &error.kind {
        SaveErrorKind::System(why) => reason(text, why),
        SaveErrorKind::Changed => text.save_error_changed(),
        SaveErrorKind::Unreadable(kind) => content(text, kind),
        SaveErrorKind::Newer { format } => text.save_error_newer(*format),
        SaveErrorKind::Differs => text.save_error_differs(),
        SaveErrorKind::NoCopy(why) => text.save_error_no_copy(reason(text, why)),
        SaveErrorKind::NotKept(why) => text.save_error_not_kept(reason(text, why)),
        SaveErrorKind::Torn(why) => text.save_error_torn(reason(text, why)),
    };
    text.message_with_path(what, error.path.to_string_lossy())
}

/// What the system says against a file.
pub fn reason(text: &Text, reason: &Reason) -> String {
    match reason {
        Reason::NoFile => text.reason_no_file(),
        Reason::Unreadable => text.reason_unreadable(),
        Reason::NoFolder => text.reason_no_folder(),
        Reason::Forbidden => text.reason_forbidden(),
        Reason::Exists => text.reason_exists(),
        Reason::DiskFull => text.reason_disk_full(),
        Reason::ReadOnlyDisk => text.reason_read_only_disk(),
        Reason::TooLarge => text.reason_too_large(),
        Reason::BadName => text.reason_bad_name(),
        Reason::NotAFolder => text.reason_not_a_folder(),
        Reason::Folder => text.reason_folder(),
        Reason::InUse => text.reason_in_use(),
        Reason::Refused(Refusal::ReadOnlyFile) => text.reason_read_only_file(),
        Reason::Refused(Refusal::LinksInCircle) => text.reason_links_in_circle(),
        Reason::Refused(Refusal::Device) => text.open_error_not_a_file(),
        Reason::Other(words) => words.clone(),
    }
}

/// Why a change was refused.
pub fn refusal(text: &Text, error: &CommandError) -> String {
    match error {
        CommandError::Missing(noun) => text.refusal_missing(noun),
        CommandError::Repeated(noun) => text.refusal_repeated(noun),
        CommandError::EmptyTitle => text.refusal_title(),
        CommandError::EmptyTask => text.refusal_task(),
        CommandError::Rhythm { weeks } => text.refusal_rhythm(usize::from(*weeks)),
        CommandError::LinkToItself => text.refusal_link_to_itself(),
        CommandError::RepeatedLink => text.refusal_repeated_link(),
        CommandError::ShareOver100 => text.refusal_share(),
        CommandError::TooMany { noun, limit } => text.refusal_too_many(*limit, noun),
        CommandError::TooLong { limit } => text.refusal_too_long(*limit),
    }
}

/// Why a picture came to nothing.
pub fn export(text: &Text, error: &ExportError) -> String {
    match error {
        ExportError::Scale { scale, min, max } => {
            text.export_error_scale(scale.to_string(), min.to_string(), max.to_string())
        }
        ExportError::TooLarge { width, height, fits } => {
            text.export_error_too_large(*width, *height, fits.to_string())
        }
        ExportError::NoScaleFits => text.export_error_no_scale(),
        ExportError::Cancelled => text.export_error_cancelled(),
        ExportError::Write(error) => text.export_error_write(reason(text, &Reason::of(error))),
    }
}

fn mistake(text: &Text, mistake: &Mistake) -> String {
    match mistake {
        Mistake::NotAProject => text.mistake_not_a_project(),
        Mistake::Ends => text.mistake_ends(),
        Mistake::OpenText => text.mistake_open_text(),
        Mistake::Expected(what) => text.mistake_expected(expected(text, *what)),
        Mistake::GoesOn => text.mistake_goes_on(),
        Mistake::UnknownField { found, possible } => {
            text.mistake_unknown_field(found, possible.join(", "))
        }
        Mistake::MissingField(field) => text.mistake_missing_field(field),
        Mistake::RepeatedField(field) => text.mistake_repeated_field(field),
        Mistake::UnknownWord { found, possible } => {
            text.mistake_unknown_word(found, possible.join(", "))
        }
        Mistake::NumberTooLarge => text.mistake_number_too_large(),
        Mistake::TooDeep => text.mistake_too_deep(),
        Mistake::BadEscape => text.mistake_bad_escape(),
        Mistake::OpenComment => text.mistake_open_comment(),
        // Of a value with a form of its own: such sentences are in English only.
        Mistake::Value(words) => words.clone(),
    }
}

fn expected(text: &Text, expected: Expected) -> String {
    match expected {
        Expected::List => text.expected_list(),
        Expected::ListEnd => text.expected_list_end(),
        Expected::YesOrNo => text.expected_yes_or_no(),
        Expected::Comma => text.expected_comma(),
        Expected::WholeNumber => text.expected_whole_number(),
        Expected::End => text.expected_end(),
        Expected::Table => text.expected_table(),
        Expected::Colon => text.expected_colon(),
        Expected::TableEnd => text.expected_table_end(),
        Expected::Group => text.expected_group(),
        Expected::Text => text.expected_text(),
        Expected::StraightQuotes => text.expected_straight_quotes(),
        Expected::Word => text.expected_word(),
        Expected::Value => text.expected_value(),
        Expected::OtherCount => text.expected_other_count(),
        Expected::Other => text.expected_other(),
    }
}

#[cfg(test)]
mod tests;
