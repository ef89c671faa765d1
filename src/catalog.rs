//! The built-in touchpoints and templates, read from `assets/`.

use crate::{
    model::{Control, IdSource, Period, Project},
    text::Language,
};

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
    let _ = language;
    todo!()
}

/// What a new project can start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Template {
    Blank,
    Sample,
}

/// A new project from a template, with ids of its own.
pub fn new_project(template: Template, language: Language, ids: &mut IdSource) -> Project {
    let _ = (template, language, ids);
    todo!()
}
