//! `touchline check`: problems, one a line, with the place where they have one.

use super::{Check, Exit, terminal};
use crate::{
    file::{self, OpenErrorKind},
    message,
    text::Text,
};
use std::{borrow::Cow, path::Path};

pub(super) fn run(check: &Check, text: &Text) -> anyhow::Result<Exit> {
    let mut worst = Exit::Fine;
    for file in &check.files {
        let (exit, lines) = look_at(file, text);
        terminal::print(&lines)?;
        worst = worst.max(exit);
    }
    if worst == Exit::Fine {
        terminal::remark(&text.cli_no_problems(check.files.len() as u64));
    }
    Ok(worst)
}

/// The problems of a file, one a line. What kept the program from looking at it goes to the error
/// output.
fn look_at(path: &Path, text: &Text) -> (Exit, String) {
    let mut findings = Findings { path: path.to_string_lossy(), lines: String::new() };
    match file::open(path) {
        Ok(opened) => {
            opened.notes.iter().for_each(|note| findings.add(None, &message::note(text, note)));
            opened
                .project
                .check()
                .iter()
                .for_each(|it| findings.add(None, &message::problem(text, it)));
        }
        Err(error) => {
            if !is_about_content(&error.kind) {
                terminal::complain(&message::open(text, &error));
                return (Exit::CouldNot, String::new());
            }
            findings.add(place(&error.kind), &message::content(text, &error.kind));
        }
    }
    let exit = if findings.lines.is_empty() { Exit::Fine } else { Exit::Findings };
    (exit, findings.lines)
}

struct Findings<'a> {
    path: Cow<'a, str>,
    lines: String,
}

impl Findings<'_> {
    fn add(&mut self, place: Option<(usize, usize)>, sentence: &str) {
        let place = place.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
        let line = [&*self.path, &place, ": ", sentence].concat();
        self.lines.push_str(&terminal::printable(&line));
        self.lines.push('\n');
    }
}

/// Whether it is the file's content that is wrong, and not that it could not be read.
fn is_about_content(kind: &OpenErrorKind) -> bool {
    match kind {
        OpenErrorKind::System(_)
        | OpenErrorKind::Folder
        | OpenErrorKind::NotAFile
        | OpenErrorKind::TooLarge { .. }
        | OpenErrorKind::Newer { .. } => false,
        OpenErrorKind::Empty
        | OpenErrorKind::Lost
        | OpenErrorKind::Utf16
        | OpenErrorKind::NotUtf8 { .. }
        | OpenErrorKind::MergeMarker { .. }
        | OpenErrorKind::Syntax { .. }
        | OpenErrorKind::Limit(_) => true,
    }
}

/// Line and column of what is wrong, from 1.
fn place(kind: &OpenErrorKind) -> Option<(usize, usize)> {
    match *kind {
        OpenErrorKind::Syntax { line, column, .. } | OpenErrorKind::NotUtf8 { line, column } => {
            Some((line, column))
        }
        OpenErrorKind::MergeMarker { line } => Some((line, 1)),
        _ => None,
    }
}
