//! `touchline check`: problems, one a line, with the place where they have one.

use super::{Check, Exit, terminal};
use crate::{
    file::{self, OpenErrorKind},
    text::Text,
};
use std::{borrow::Cow, path::Path};

pub(super) fn run(check: &Check, text: &Text) -> anyhow::Result<Exit> {
    let mut worst = Exit::Fine;
    for file in &check.files {
        let (exit, lines) = look_at(file);
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
fn look_at(path: &Path) -> (Exit, String) {
    let mut findings = Findings { path: path.to_string_lossy(), lines: String::new() };
    match file::open(path) {
        Ok(opened) => {
            opened.notes.iter().for_each(|note| findings.add(None, &note.to_string()));
            opened.project.check().iter().for_each(|it| findings.add(None, &it.to_string()));
        }
        Err(error) => {
            if !is_about_content(&error.kind) {
                terminal::complain(&error.to_string());
                return (Exit::CouldNot, String::new());
            }
            let place = place(&error.kind);
            let said = error.kind.to_string();
            // The place is said in front, not twice.
            let sentence = said.split_once(": ").filter(|_| place.is_some());
            findings.add(place, sentence.map_or(&*said, |(_, sentence)| sentence));
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
