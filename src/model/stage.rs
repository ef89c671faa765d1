//! The columns of a map: stages, and the steps inside them.

use super::{Ext, StageId, StepId};

/// Which of the four catalogue groups a stage or a touchpoint belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// Before the purchase.
    Before,
    /// During the purchase.
    During,
    /// After the purchase.
    After,
    /// Customer service.
    Service,
}

impl Period {
    /// Every period, in the order of a journey.
    pub const ALL: [Period; 4] = [Period::Before, Period::During, Period::After, Period::Service];
}

/// A span of the journey. It may have no step yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    pub id: StageId,
    pub name: String,
    pub period: Option<Period>,
    /// The same key on stages of different maps says that they are the same stage. Kept when a map
    /// is duplicated; without one, the name decides.
    pub shared: Option<String>,
    pub steps: Vec<Step>,
    /// What a later version added; kept as it is.
    pub ext: Ext,
}

impl Stage {
    /// A stage without steps.
    pub fn new(id: StageId, name: impl Into<String>, period: Option<Period>) -> Self {
        Self { id, name: name.into(), period, shared: None, steps: Vec::new(), ext: Ext::default() }
    }

    /// The key that says which stages of other maps are the same as this one: its own, or the one
    /// to give it.
    pub fn shared_key(&self) -> String {
        self.shared.clone().unwrap_or_else(|| self.id.to_string())
    }
}

/// One moment inside a stage: a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub id: StepId,
    /// What the customer does at this moment; may be empty.
    pub action: String,
    /// What a later version added; kept as it is.
    pub ext: Ext,
}

impl Step {
    /// A step with a customer action.
    pub fn new(id: StepId, action: impl Into<String>) -> Self {
        Self { id, action: action.into(), ext: Ext::default() }
    }
}
