//! `touchline check`: problems, one a line, with the place where they have one; and with
//! `--findings` what is still open in a project.

use super::{Check, Exit, terminal};
use crate::{
    file::{self, OpenErrorKind},
    message,
    method::finding::findings,
    text::Text,
};
use std::{borrow::Cow, path::Path};

pub(super) fn run(check: &Check, text: &Text) -> anyhow::Result<Exit> {
    let mut worst = Exit::Fine;
    for file in &check.files {
        let (exit, lines) = look_at(file, check.findings, text);
        terminal::print(&lines)?;
        worst = worst.max(exit);
    }
    if worst == Exit::Fine {
        let count = check.files.len() as u64;
        let words =
            if check.findings { text.cli_no_findings(count) } else { text.cli_no_problems(count) };
        terminal::remark(&words);
    }
    Ok(worst)
}

/// The problems of a file, one a line, and if wanted the findings. What kept the program from
/// looking at it goes to the error output.
fn look_at(path: &Path, with_findings: bool, text: &Text) -> (Exit, String) {
    let mut report = Report { path: path.to_string_lossy(), lines: String::new() };
    match file::open(path) {
        Ok(opened) => {
            let project = &opened.project;
            opened.notes.iter().for_each(|note| report.add(None, &message::note(text, note)));
            project.check().iter().for_each(|it| report.add(None, &message::problem(text, it)));
            if with_findings {
                let today = jiff::Zoned::now().date();
                for found in findings(project, today) {
                    report.add(None, &message::finding_in_map(text, project, &found));
                }
            }
        }
        Err(error) => {
            if !is_about_content(&error.kind) {
                terminal::complain(&message::open(text, &error));
                return (Exit::CouldNot, String::new());
            }
            report.add(place(&error.kind), &message::content(text, &error.kind));
        }
    }
    let exit = if report.lines.is_empty() { Exit::Fine } else { Exit::Findings };
    (exit, report.lines)
}

struct Report<'a> {
    path: Cow<'a, str>,
    lines: String,
}

impl Report<'_> {
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
