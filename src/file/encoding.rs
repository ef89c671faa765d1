//! From bytes to text: what editors, version control and power cuts do to a file.

use super::OpenErrorKind;
use std::borrow::Cow;

/// The text, without a byte order mark and with `\n` line ends.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, OpenErrorKind> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() {
        return Err(OpenErrorKind::Empty);
    }
    if is_utf16(bytes) {
        return Err(OpenErrorKind::Utf16);
    }
    if bytes.contains(&0) {
        return Err(OpenErrorKind::Lost);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))?;
    Ok(if text.contains('\r') { with_plain_line_ends(text).into() } else { text.into() })
}

/// However many carriage returns stand before a line's end: what is written then is read back as
/// it is.
fn with_plain_line_ends(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        match line.strip_suffix('\n') {
            Some(line) => {
                plain.push_str(line.trim_end_matches('\r'));
                plain.push('\n');
            }
            None => plain.push_str(line),
        }
    }
    plain
}

fn is_utf16(bytes: &[u8]) -> bool {
    // Without a byte order mark, the first characters (ASCII in a project file) show it.
    bytes.starts_with(b"\xFF\xFE")
        || bytes.starts_with(b"\xFE\xFF")
        || matches!(bytes, [a, 0, b, 0, ..] | [0, a, 0, b, ..] if *a != 0 && *b != 0)
}

fn not_utf8(bytes: &[u8], valid: usize) -> OpenErrorKind {
    let before = String::from_utf8_lossy(bytes.get(..valid).unwrap_or(bytes));
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    OpenErrorKind::NotUtf8 {
        line: before.matches('\n').count() + 1,
        column: before.get(line_start..).unwrap_or("").chars().count() + 1,
    }
}

/// The line, counted from 1, where an unresolved merge conflict begins.
pub(super) fn merge_marker(text: &str) -> Option<usize> {
    let begins = text.lines().position(|line| line.starts_with("<<<<<<<"))?;
    text.lines().skip(begins).any(|line| line.starts_with(">>>>>>>")).then_some(begins + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, to_bytes: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn what_is_not_text_is_told_apart() {
        let marked = utf16("\u{FEFF}(title: \"x\")", u16::to_le_bytes);
        let unmarked = utf16("(title: \"x\")", u16::to_be_bytes);
        for (bytes, expected) in [
            (&b""[..], OpenErrorKind::Empty),
            (b" \r\n\t", OpenErrorKind::Empty),
            (b"\xEF\xBB\xBF", OpenErrorKind::Empty),
            (b"\0\0\0\0\0\0", OpenErrorKind::Lost),
            (b"(title: \"x\",\n\0\0\0\0", OpenErrorKind::Lost),
            (&marked, OpenErrorKind::Utf16),
            (&unmarked, OpenErrorKind::Utf16),
            (b"(\n  \xC3\xA9\xFF", OpenErrorKind::NotUtf8 { line: 2, column: 4 }),
        ] {
            assert_eq!(text(bytes), Err(expected), "{bytes:?}");
        }
    }

    #[test]
    fn marks_and_line_ends_of_other_systems_do_no_harm() {
        assert_eq!(text(b"\xEF\xBB\xBFa\r\nb\r\n").as_deref(), Ok("a\nb\n"));
        assert_eq!(text(b"a\r\r\n\nb\rc\r\n").as_deref(), Ok("a\n\nb\rc\n"));
    }

    #[test]
    fn a_merge_marker_is_one_only_with_its_end() {
        assert_eq!(merge_marker("(\n<<<<<<< a\n=======\n>>>>>>> b\n"), Some(2));
        assert_eq!(merge_marker("(\n<<<<<<< a\n)"), None);
        assert_eq!(merge_marker("( <<<<<<< a >>>>>>> )"), None);
    }
}
