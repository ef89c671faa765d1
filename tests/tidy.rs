//! Holds `src/` to the architecture: which room may know which, where paths are opened, where
//! colours are named. By full paths, not only by `use` lines. Test code is free.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "tidy/source.rs"]
mod source;

use source::Source;
use std::{fs, path::Path};

/// Which rooms of ours each room may know. An entry may be a part of a room.
const ROOMS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("theme", &[]),
    ("text", &[]),
    ("font", &[]),
    ("command", &["model"]),
    ("history", &["model", "command"]),
    ("method", &["model"]),
    ("file", &["model"]),
    ("catalog", &["model", "file", "text"]),
    ("scene", &["model", "font", "theme"]),
    ("layout", &["model", "theme", "font", "text", "scene"]),
    ("export", &["model", "scene", "layout", "font", "theme", "text"]),
    ("message", &["model", "method", "command", "file", "export", "text"]),
    (
        "editor",
        &[
            "model",
            "method",
            "command",
            "history",
            "layout",
            "scene",
            "theme",
            "font",
            "text",
            "file::fragment",
        ],
    ),
    ("settings", &["text", "theme", "file"]),
    (
        "app",
        &[
            "model", "method", "command", "history", "file", "catalog", "text", "font", "theme",
            "layout", "scene", "export", "editor", "settings", "message",
        ],
    ),
    (
        "cli",
        &[
            "model", "method", "command", "history", "file", "catalog", "text", "font", "theme",
            "layout", "scene", "export", "settings", "message",
        ],
    ),
    ("main", &["app", "cli", "settings", "text", "file"]),
    ("lib", &[]),
];

/// What is only for some rooms, by the beginning of its full path, and why.
const ONLY_IN: &[(&str, &[&str], &str)] = &[
    ("egui", &["app", "main"], "only the window knows the toolkit"),
    ("egui_extras", &["app", "main"], "only the window knows the toolkit"),
    ("epaint", &["app", "main"], "only the window knows the toolkit"),
    ("eframe", &["app", "main"], "only the window knows the toolkit"),
    ("rfd", &["app", "main"], "only the window asks for files"),
    ("zbus", &["app"], "only the window talks to the desktop"),
    ("futures_lite", &["app"], "only the window talks to the desktop"),
    ("lucide_icons", &["app"], "only the window has icons"),
    ("std::fs", &["file"], "paths are opened only in `file`"),
    ("std::os", &["file"], "paths are opened only in `file`"),
    ("tempfile", &["file"], "paths are opened only in `file`"),
    ("ron", &["file"], "only `file` knows RON"),
    ("tiny_skia", &["export"], "pictures are made only in `export`"),
    ("png", &["export"], "pictures are made only in `export`"),
    ("image", &["export", "app"], "pictures are made only in `export`; `app` has the icon"),
    ("harfrust", &["font"], "text is shaped only in `font`"),
    ("unicode_linebreak", &["font"], "text is broken only in `font`"),
    ("fontique", &["font"], "fonts are found only in `font`"),
    ("skrifa", &["font", "export"], "outlines are for those who draw glyphs"),
    ("nucleo_matcher", &["editor"], "names are matched only in `editor::fuzzy`"),
    ("fluent_typed", &["text"], "words come from `text`"),
    ("sys_locale", &["text"], "which language to speak is decided in `text`"),
    ("serde_json", &["cli"], "JSON is for `info --json`"),
    ("clap", &["cli", "main"], "arguments are for the command line"),
    ("anyhow", &["cli", "main"], "a library's errors are enums"),
    ("std::net", &[], "the program is offline"),
    ("std::process::Command", &["app"], "only itself is started, after a panic"),
];

/// Methods of a path that look at the disk.
const LOOKS_AT_DISK: &[&str] = &[
    "exists",
    "try_exists",
    "is_file",
    "is_dir",
    "is_symlink",
    "canonicalize",
    "read_dir",
    "read_link",
    "metadata",
    "symlink_metadata",
];

/// Lines in a file.
const LONGEST: usize = 500;

/// Everything about one file that the architecture does not allow, a line each.
fn untidy(path: &str, text: &str) -> Vec<String> {
    let lines = text.lines().count();
    let mut wrong = Vec::new();
    if lines > LONGEST {
        wrong.push(format!("{path}: {lines} lines are more than {LONGEST}"));
    }
    if path.ends_with("tests.rs") || path.contains("/tests/") {
        return wrong;
    }
    let source = match Source::read(path, text) {
        Ok(source) => source,
        Err(error) => return vec![format!("{path}: {error}")],
    };
    if !text.starts_with("//!") {
        wrong.push(format!("{path}: opens without saying what it is for (`//!`)"));
    }
    let mut report = |line: usize, what: String| wrong.push(format!("{path}:{line}: {what}"));
    for found in &source.ours {
        if let Some(why) = wrong_direction(source.room(), &found.text) {
            report(found.line, why);
        }
    }
    for found in &source.foreign {
        let begins = |start: &str| {
            found
                .text
                .strip_prefix(start)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
        };
        for (start, rooms, why) in ONLY_IN {
            if begins(start) && !rooms.contains(&source.room()) {
                report(found.line, format!("{} in `{}`: {why}", found.text, source.room()));
            }
        }
        let color = found.text.rsplit("::").collect::<Vec<_>>();
        if let [name, "Color32" | "Color" | "Rgba", ..] = color.as_slice()
            && name.chars().all(|c| c.is_ascii_uppercase() || c == '_')
            && !matches!(*name, "TRANSPARENT" | "PLACEHOLDER")
            && source.room() != "theme"
        {
            report(found.line, format!("{}: colours are named only in `theme`", found.text));
        }
    }
    for found in &source.macros {
        if matches!(&*found.text, "todo" | "unimplemented") {
            report(found.line, format!("{}! is work left undone", found.text));
        }
    }
    for found in &source.methods {
        if LOOKS_AT_DISK.contains(&&*found.text) && source.room() != "file" {
            report(found.line, format!(".{}() looks at the disk outside `file`", found.text));
        }
    }
    for found in &source.colors {
        if source.room() != "theme" {
            report(found.line, format!("{}: colours are named only in `theme`", found.text));
        }
    }
    for found in &source.type_sizes {
        if source.room() != "theme" {
            report(found.line, format!("{}: sizes of type are named only in `theme`", found.text));
        }
    }
    wrong
}

/// Why a room may not know this path of ours, if it may not.
fn wrong_direction(room: &str, path: &str) -> Option<String> {
    let to = path.split("::").next().unwrap_or_default();
    if room == to {
        return None;
    }
    let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        return Some(format!("`{room}` is not a room of the architecture"));
    };
    let fits = |allowed: &&str| path == *allowed || path.starts_with(&format!("{allowed}::"));
    (!allowed.iter().any(fits)).then(|| format!("`{room}` does not know crate::{path}"))
}

fn files(folder: &Path, found: &mut Vec<String>) {
    let mut entries: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path.to_str().unwrap().replace('\\', "/"));
        }
    }
}

#[test]
fn the_source_keeps_to_the_architecture() {
    let mut paths = Vec::new();
    files(Path::new("src"), &mut paths);
    assert!(paths.len() > 50, "the test looks at the source");
    let wrong: Vec<String> =
        paths.iter().flat_map(|path| untidy(path, &fs::read_to_string(path).unwrap())).collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn every_room_of_the_table_is_there() {
    for (room, _) in ROOMS {
        assert!(Path::new(&format!("src/{room}.rs")).is_file(), "src/{room}.rs");
    }
}

#[test]
fn lines_that_break_the_architecture_are_found() {
    // Where, what, and how often that is wrong.
    let rows = [
        ("src/model/a.rs", "use crate::command::Command;", 1),
        ("src/model/a.rs", "fn f() { crate::file::write(p); }", 1),
        ("src/model/a.rs", "use super::{id, project::Project};", 0),
        ("src/model.rs", "use super::layout;", 1),
        ("src/model/a.rs", "use super::super::{layout, model};", 1),
        ("src/command.rs", "use crate::{model::Project, history::History};", 1),
        ("src/command.rs", "use crate::model::{self, Project}; fn f() { model::x() }", 0),
        ("src/command.rs", "mod map; fn f() { map::add(); self::map::add(); }", 0),
        ("src/scene/hit.rs", "fn f(x: crate::editor::Editor) {}", 1),
        ("src/scene/hit.rs", "macro_rules! m { () => { crate::editor::Editor::x() } }", 1),
        ("src/scene/hit.rs", "fn f() { format!(\"{}\", crate::layout::SIZE); }", 1),
        (
            "src/scene/hit.rs",
            "// crate::editor and \"crate::editor\"\nconst S: &str = \"crate::editor::X\";",
            0,
        ),
        (
            "src/scene/hit.rs",
            "mod inner { use super::super::Rect; use super::super::super::app; }",
            1,
        ),
        ("src/editor/clipboard.rs", "use crate::file::fragment::{self, Fragment};", 0),
        ("src/editor/clipboard.rs", "use crate::file::{self, fragment};", 1),
        ("src/editor/clipboard.rs", "use crate::{file, model}; fn f() { file::open(p) }", 2),
        ("src/editor.rs", "use egui::Vec2;", 1),
        ("src/editor.rs", "fn f(c: &::egui::Context) {}", 1),
        ("src/editor.rs", "use {std::fs, crate::model}; fn f() { fs::read(p); }", 2),
        ("src/editor.rs", "use std::fs::File as F; fn f() { F::open(p); }", 2),
        ("src/editor.rs", "fn f() { std::fs::read(p); }", 1),
        ("src/editor.rs", "fn f() { path.exists() && path.is_dir() }", 2),
        ("src/app/a.rs", "use egui::Vec2; use crate::editor::Editor;", 0),
        ("src/app/a.rs", "use crate::export::png; fn f() { png::write(); }", 0),
        ("src/app/a.rs", "fn f() { png::Encoder::new(w, 1, 1); }", 1),
        ("src/app/a.rs", "fn f() { Color32::from_rgb(12, 0, 3); egui::Color32::WHITE }", 2),
        ("src/app/a.rs", "fn f() { Color32::from_rgb(r, g, b); egui::Color32::TRANSPARENT }", 0),
        ("src/app/a.rs", "const A: &str = \"#3554D1\"; const B: &str = \"#12\";", 1),
        ("src/app/a.rs", "fn f() { Color32::from_hex(\"#123456\"); egui::hex_color!(\"#12\") }", 3),
        ("src/app/a.rs", "fn f() { Rgba::RED; egui::Rgba::from_gray(0.5); Color32::BLACK }", 3),
        ("src/app/a.rs", "fn f() { words.size(12.0); FontId::proportional(9.0); v.size() }", 2),
        ("src/app/a.rs", "fn f() { words.size(type_size::BODY); FontId::new(size, family) }", 0),
        ("src/theme.rs", "const A: &str = \"#3554D1\"; fn f() { rgb::from_rgb(1, 2, 3) }", 0),
        ("src/file/a.rs", "use std::fs::File; use ron::Value; fn f() { p.metadata(); }", 0),
        ("src/layout.rs", "use ron::Value; fn f() { todo!() }", 2),
        ("src/layout.rs", "fn f() { unimplemented!(\"later\") }", 1),
        (
            "src/layout.rs",
            "#[cfg(test)] mod tests { use crate::catalog; fn f() { std::fs::read(p) } }",
            0,
        ),
        ("src/layout.rs", "#[cfg(test)] use crate::catalog; fn f() { crate::catalog::x() }", 1),
        ("src/layout/tests.rs", "use crate::catalog;", 0),
        ("src/cli.rs", "use crate::app;", 1),
        ("src/main.rs", "fn main() { touchline::app::run(); touchline::model::x(); }", 1),
        ("src/news.rs", "use crate::model::Project;", 1),
        ("src/app/a.rs", "use std::net::TcpStream;", 1),
    ];
    for (path, line, count) in rows {
        let found = untidy(path, &format!("//! A made-up file.\n{line}\n"));
        assert_eq!(found.len(), count, "{path}: {line}\n{found:#?}");
    }
    assert_eq!(untidy("src/model.rs", "use std::fmt;").len(), 1, "no opening lines");
    let long = format!("//! Long.\n{}", "\n".repeat(LONGEST));
    assert_eq!(untidy("src/model.rs", &long).len(), 1, "too long");
    assert_eq!(untidy("src/model/tests.rs", &long).len(), 1, "tests, too");
    assert_eq!(untidy("src/model.rs", "//! x\nfn f( {").len(), 1, "not Rust");
}
