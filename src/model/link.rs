//! Where a decision leads.

use super::{Ext, LinkId, TouchpointId};

/// An outcome: an arrow from a decision to another touchpoint of the same map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub id: LinkId,
    pub from: TouchpointId,
    pub to: TouchpointId,
    /// Why customers go there: "too dear".
    pub label: String,
    /// The share of customers who go there, in percent, 0 to 100, if known.
    pub share: Option<u8>,
    /// It is meant to lead back.
    pub is_loop: bool,
    /// What a later version added; kept as it is.
    pub ext: Ext,
}

impl Link {
    /// A link without label and share.
    pub fn new(id: LinkId, from: TouchpointId, to: TouchpointId) -> Self {
        Self {
            id,
            from,
            to,
            label: String::new(),
            share: None,
            is_loop: false,
            ext: Ext::default(),
        }
    }
}

/// What a link means just now. A link is never deleted because its cards change; it waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LinkState {
    /// Leads from a decision on the map to a card on the map: drawn in full.
    Outcome,
    /// Its start is on the map but is not marked as a decision: drawn dashed and grey.
    NotADecision,
    /// One of its cards is in the inbox: not drawn; the inspector lists it as waiting.
    Waiting,
}
