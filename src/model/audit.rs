//! Walks through a map as a customer takes it, one touchpoint at a time; each is kept.

use super::{AuditId, Date, Ext, Mark, Scores, Touchpoint, TouchpointId};
use std::sync::Arc;

/// One walk, finished or broken off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    /// Unique in its map.
    pub id: AuditId,
    pub date: Date,
    /// Who did it.
    pub by: String,
    /// A walk that was broken off can be resumed.
    pub is_done: bool,
    /// In the order of the walk, each touchpoint once.
    pub entries: Vec<Arc<AuditEntry>>,
    /// What a later version added; kept as it is.
    pub ext: Ext,
}

/// What was found at one touchpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// It may have been deleted since.
    pub touchpoint: TouchpointId,
    /// As it was called then.
    pub title: String,
    pub mark: Option<Mark>,
    pub scores: Scores,
    /// What was seen.
    pub note: String,
}

impl Audit {
    /// A walk that begins.
    pub fn new(id: AuditId, date: Date, by: impl Into<String>) -> Self {
        let (by, entries) = (by.into(), Vec::new());
        Self { id, date, by, is_done: false, entries, ext: Ext::default() }
    }

    pub fn entry(&self, touchpoint: TouchpointId) -> Option<&AuditEntry> {
        let entry = self.entries.iter().find(|entry| entry.touchpoint == touchpoint);
        entry.map(Arc::as_ref)
    }
}

impl AuditEntry {
    /// Of a touchpoint that is not judged yet.
    pub fn new(card: &Touchpoint) -> Self {
        let (touchpoint, title) = (card.id, card.title.clone());
        Self { touchpoint, title, mark: None, scores: Scores::default(), note: String::new() }
    }

    /// Whether nothing was judged or noted.
    pub fn says_nothing(&self) -> bool {
        self.mark.is_none() && self.scores.0.is_empty() && self.note.is_empty()
    }
}
