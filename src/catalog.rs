//! The built-in touchpoints and templates, read from `assets/`.
//!
//! What a touchpoint is stands once, in `touchpoints.txt`; its words stand in a file for each
//! language. Both are plain tables, a line each, `#` begins a comment.

mod proposal;
mod today;

pub use proposal::proposals;
pub use today::as_of;

use crate::{
    file,
    model::{Control, IdSource, Period, Project},
    text::Language,
};
use std::{collections::BTreeMap, sync::LazyLock};

/// A touchpoint that can be dragged onto a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Kept in the touchpoints made from it.
    pub key: &'static str,
    pub title: &'static str,
    pub period: Period,
    pub control: Control,
    /// Other words that find it.
    pub keywords: &'static str,
}

/// Every entry in a language, in the order of the catalogue.
pub fn entries(language: Language) -> &'static [Entry] {
    static ENGLISH: LazyLock<Vec<Entry>> =
        LazyLock::new(|| read_entries(include_str!("../assets/catalog/en.txt")));
    static RUSSIAN: LazyLock<Vec<Entry>> =
        LazyLock::new(|| read_entries(include_str!("../assets/catalog/ru.txt")));
    static CHINESE: LazyLock<Vec<Entry>> =
        LazyLock::new(|| read_entries(include_str!("../assets/catalog/zh.txt")));
    match language {
        Language::En => &ENGLISH,
        Language::Ru => &RUSSIAN,
        Language::Zh => &CHINESE,
    }
}

fn read_entries(words: &'static str) -> Vec<Entry> {
    let words: BTreeMap<_, _> = lines(words)
        .filter_map(|line| {
            let mut fields = line.splitn(3, '|').map(str::trim);
            Some((fields.next()?, (fields.next()?, fields.next()?)))
        })
        .collect();
    lines(include_str!("../assets/catalog/touchpoints.txt"))
        .filter_map(|line| {
            let mut fields = line.split_whitespace();
            let key = fields.next()?;
            let period = match fields.next()? {
                "before" => Period::Before,
                "during" => Period::During,
                "after" => Period::After,
                "service" => Period::Service,
                _ => return None,
            };
            let control = match fields.next()? {
                "direct" => Control::Direct,
                "indirect" => Control::Indirect,
                _ => return None,
            };
            let &(title, keywords) = words.get(key)?;
            Some(Entry { key, title, period, control, keywords })
        })
        .collect()
}

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// What a new project can start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Template {
    /// A journey with stages, steps and lanes, and no touchpoint yet.
    Blank,
    /// A shop: four stages, its touchpoints in the inbox.
    Retail,
    /// Twenty touchpoints in their places, not marked yet.
    Twenty,
    /// A service seen from both sides of the counter.
    Blueprint,
    /// A worked example.
    Sample,
}

impl Template {
    /// Every template.
    pub const ALL: [Template; 5] = [
        Template::Blank,
        Template::Retail,
        Template::Twenty,
        Template::Blueprint,
        Template::Sample,
    ];
}

/// A new project from a template, with ids of its own.
pub fn new_project(template: Template, language: Language, ids: &mut IdSource) -> Project {
    // The templates are in the program, and a test reads them all.
    file::read(bytes(template, language))
        .map(|opened| opened.project.with_new_ids(ids))
        .unwrap_or_default()
}

fn bytes(template: Template, language: Language) -> &'static [u8] {
    macro_rules! file {
        ($name:literal) => {
            match language {
                Language::En => include_bytes!(concat!("../assets/templates/en/", $name)),
                Language::Ru => include_bytes!(concat!("../assets/templates/ru/", $name)),
                Language::Zh => include_bytes!(concat!("../assets/templates/zh/", $name)),
            }
        };
    }
    match template {
        Template::Blank => file!("blank.ron"),
        Template::Retail => file!("retail.ron"),
        Template::Twenty => file!("twenty.ron"),
        Template::Blueprint => file!("blueprint.ron"),
        Template::Sample => file!("sample.ron"),
    }
}

#[cfg(test)]
mod tests;
