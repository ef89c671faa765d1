//! Whose journey it is.

use super::{Ext, PersonaId};

/// The kind of customer whose journey a map shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Persona {
    pub id: PersonaId,
    pub name: String,
    pub notes: String,
    /// What a later version added; kept as it is.
    pub ext: Ext,
}

impl Persona {
    /// A persona with a name and nothing else.
    pub fn new(id: PersonaId, name: impl Into<String>) -> Self {
        Self { id, name: name.into(), notes: String::new(), ext: Ext::default() }
    }
}
