//! What is written to the terminal: nothing that could take it over, and nothing that breaks where
//! the other end is closed.

use crate::export::Progress;
use std::{
    io::{self, IsTerminal as _, Write as _},
    sync::mpsc::{RecvTimeoutError, channel},
    thread,
    time::Duration,
};

/// Nobody reads what is written, as in `touchline info map.ron | head -1`: a quiet end.
#[derive(Debug, thiserror::Error)]
#[error("the output was closed")]
pub(super) struct Closed;

/// Writes lines to the standard output.
pub(super) fn print(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    written.map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Closed.into(),
        _ => anyhow::Error::new(error).context("could not write the output"),
    })
}

/// Writes an error or a warning to the standard error output.
pub(super) fn complain(sentence: &str) {
    let lines: Vec<String> = sentence.lines().map(printable).collect();
    // Where it cannot be said, there is nobody to say it to.
    writeln!(io::stderr(), "touchline: {}", lines.join("\n")).ok();
}

/// Writes a remark for a person, where one is watching.
pub(super) fn remark(sentence: &str) {
    if io::stdout().is_terminal() {
        writeln!(io::stderr(), "{}", printable(sentence)).ok();
    }
}

/// One line that is safe to show: a project can contain anything, also what would move the cursor,
/// set a title or turn the text around.
pub(super) fn printable(text: &str) -> String {
    text.chars().map(|c| if is_command(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// Characters that command a terminal instead of being shown.
pub(super) fn is_command(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Does some work; on a terminal, work of more than a second shows how far it is.
pub(super) fn watched<T>(
    progress: &Progress,
    line: impl Fn(f32) -> String + Send,
    work: impl FnOnce() -> T,
) -> T {
    if !io::stderr().is_terminal() {
        return work();
    }
    thread::scope(|scope| {
        let (done, waiting) = channel::<()>();
        scope.spawn(move || {
            let mut pause = Duration::from_secs(1);
            let mut shown = false;
            while waiting.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
                write!(io::stderr(), "\r\x1b[K{}", line(progress.fraction())).ok();
                pause = Duration::from_millis(200);
                shown = true;
            }
            if shown {
                write!(io::stderr(), "\r\x1b[K").ok();
            }
        });
        let result = work();
        drop(done);
        result
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_commands_a_terminal_is_printed() {
        for (text, expected) in [
            ("Отзывы 评论 T1", "Отзывы 评论 T1"),
            ("a\x1b[2Jb", "a\u{FFFD}[2Jb"),
            ("two\nlines\r", "two\u{FFFD}lines\u{FFFD}"),
            ("\u{9b}31m\u{202E}desrever", "\u{FFFD}31m\u{FFFD}desrever"),
        ] {
            assert_eq!(printable(text), expected);
        }
    }
}
