//! The first line: format, oldest format whose reader can read it, checksum over the rest. It is a
//! comment, so that the file is RON to everybody.

use std::fmt;

/// The newest format that this program reads. It writes format 1 where that says all: 2 has the
/// fields of the method besides.
pub(super) const FORMAT: u32 = 2;

const START: &str = "// touchline ";

/// No header is longer, in bytes.
const LONGEST: usize = 1024;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) format: u32,
    /// Readers older than this do not understand the file.
    pub(super) reader: u32,
    pub(super) sum: u32,
}

impl Header {
    /// The header above a text of a format. Additions were never optional for a reader.
    pub(super) fn of(body: &str, format: u32) -> Self {
        Self { format, reader: format, sum: checksum(body) }
    }

    /// A newer format may say more in its header, but not less. In our own the line must be
    /// exactly what we write: a damaged header is none.
    fn parse(line: &str) -> Option<Self> {
        let words = line.strip_prefix(START)?;
        let value = |name: &str| {
            words.split(' ').find_map(|word| word.strip_prefix(name)?.strip_prefix('='))
        };
        let number = |name: &str| value(name)?.parse::<u32>().ok().filter(|&number| number > 0);
        let header = Self {
            format: number("format")?,
            reader: number("reader")?,
            sum: u32::from_str_radix(value("sum")?, 16).ok()?,
        };
        (header.format > FORMAT || header.reader > FORMAT || header.to_string() == line)
            .then_some(header)
    }
}

/// The format of a content that only newer readers understand.
pub(super) fn newer(content: &[u8]) -> Option<u32> {
    let first = content.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let line = String::from_utf8_lossy(first.get(..first.len().min(LONGEST)).unwrap_or_default());
    let header = Header::parse(line.trim_start_matches('\u{feff}').trim_end())?;
    (header.reader > FORMAT).then_some(header.format)
}

impl fmt::Display for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { format, reader, sum } = self;
        write!(f, "{START}format={format} reader={reader} sum={sum:08X}")
    }
}

/// CRC-32 whatever the line ends are: they may change on the way between systems. A carriage return
/// anywhere else counts as any character does.
pub(super) fn checksum(body: &str) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    for line in body.split_inclusive('\n') {
        match line.strip_suffix('\n') {
            Some(line) => {
                hasher.update(line.trim_end_matches('\r').as_bytes());
                hasher.update(b"\n");
            }
            None => hasher.update(line.as_bytes()),
        }
    }
    hasher.finalize()
}

/// A text, taken apart into its header and the rest.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct HeaderLine<'a> {
    pub(super) header: Option<Header>,
    /// A merge left two headers; nothing else was in conflict there.
    pub(super) merged: bool,
    /// How many lines stand above `rest`.
    pub(super) lines: usize,
    pub(super) rest: &'a str,
}

impl<'a> HeaderLine<'a> {
    /// Every change of a file changes its header, so that every merge of two changed files has a
    /// conflict there. It is settled here, for the newer of the two.
    pub(super) fn of(text: &'a str) -> Self {
        if text.starts_with("<<<<<<<") {
            let mut newest: Option<Header> = None;
            let mut from = 0;
            for (count, line) in text.split_inclusive('\n').enumerate() {
                from += line.len();
                let line = line.trim_end();
                if line.starts_with(">>>>>>>") && newest.is_some() {
                    let rest = text.get(from..).unwrap_or("");
                    return Self { header: newest, merged: true, lines: count + 1, rest };
                }
                let marker = ["<<<<<<<", "|||||||", "======="].iter().any(|m| line.starts_with(m));
                match Header::parse(line) {
                    Some(header) => {
                        let both = newest.into_iter().chain([header]);
                        newest = both.max_by_key(|header| (header.reader, header.format));
                    }
                    None if marker => {}
                    None => break,
                }
            }
        }
        let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
        match Header::parse(first) {
            Some(header) => Self { header: Some(header), merged: false, lines: 1, rest },
            None => Self { header: None, merged: false, lines: 0, rest: text },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_reads_back_and_a_damaged_one_is_none() {
        let header = Header::of("(\n)\n", 1);
        assert_eq!(Header::parse(&header.to_string()), Some(header));
        for bad in [
            "",
            "(",
            "// touchline",
            "// touchline format=1 reader=1",
            "// touchline format=1 reader=1 sum=0123abcd",
            "// touchline format=1 reader=1 sum=123ABCD",
            "// touchline format=0 reader=1 sum=0123ABCD",
            "// touchline format=1 reader=0 sum=0123ABCD",
            "// touchline reader=1 format=1 sum=0123ABCD",
            "// touchline format=1 reader=1 sum=0123ABCD ",
            "// Touchline format=1 reader=1 sum=0123ABCD",
        ] {
            assert_eq!(Header::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_newer_header_may_say_more() {
        let newer = Header::parse("// touchline format=3 reader=2 by=x sum=0123ABCD");
        assert_eq!(newer, Some(Header { format: 3, reader: 2, sum: 0x0123_ABCD }));
    }

    #[test]
    fn a_content_for_newer_readers_is_known_by_its_first_line() {
        for (content, expected) in [
            ("// touchline format=9 reader=9 sum=0123ABCD\n(x", Some(9)),
            ("\u{feff}// touchline format=9 reader=8 sum=0123ABCD by=x\r\n(x", Some(9)),
            ("// touchline format=9 reader=1 sum=0123ABCD\n(x", None),
            ("// touchline format=1 reader=1 sum=0123ABCD\n()", None),
            ("(title: \"// touchline format=9 reader=9 sum=0123ABCD\")", None),
            ("", None),
        ] {
            assert_eq!(newer(content.as_bytes()), expected, "{content}");
        }
    }

    #[test]
    fn line_ends_do_not_change_the_sum() {
        assert_eq!(checksum("a\nb\n"), checksum("a\r\nb\r\n"));
        assert_eq!(checksum("a\nb\n"), checksum("a\r\r\nb\n"));
        assert_ne!(checksum("a\nb\n"), checksum("a\nb"));
        assert_ne!(checksum("a\nb\n"), checksum("a\n\rb\n"));
    }

    #[test]
    fn a_conflict_of_headers_alone_is_settled() {
        let (ours, theirs) = (Header::of("a", 1), Header::of("b", 2));
        for (text, merged, lines, rest) in [
            (format!("{ours}\n(\n)\n"), false, 1, "(\n)\n"),
            (
                format!("<<<<<<< HEAD\n{ours}\n=======\n{theirs}\n>>>>>>> x\n(\n)\n"),
                true,
                5,
                "(\n)\n",
            ),
            (
                format!("<<<<<<< a\n{theirs}\n||||||| b\n{ours}\n=======\n{ours}\n>>>>>>> c\n()"),
                true,
                7,
                "()",
            ),
        ] {
            let line = HeaderLine::of(&text);
            let expected = if merged { theirs } else { ours };
            let expected = HeaderLine { header: Some(expected), merged, lines, rest };
            assert_eq!(line, expected, "{text}");
        }
        let more = format!("<<<<<<< a\n{ours}\n(\n=======\n{theirs}\n[\n>>>>>>> b\n)");
        assert_eq!(HeaderLine::of(&more).header, None);
    }
}
