//! What is to be done about a touchpoint.

use super::{Date, Ext, TaskId};

/// One line of the checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Unlike that of other nouns, unique in its touchpoint only: a copy of a card keeps its tasks.
    pub id: TaskId,
    pub text: String,
    pub owner: String,
    pub due: Option<Date>,
    pub state: TaskState,
    /// The software that does it: a scheduler, a help desk.
    pub tool: String,
    /// What a later version added; kept as it is.
    pub ext: Ext,
}

impl Task {
    /// An open task without owner and date.
    pub fn new(id: TaskId, text: impl Into<String>) -> Self {
        Self {
            id,
            text: text.into(),
            owner: String::new(),
            due: None,
            state: TaskState::Open,
            tool: String::new(),
            ext: Ext::default(),
        }
    }

    /// Whether it should have been done before today.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.state != TaskState::Done && self.due.is_some_and(|due| due < today)
    }
}

/// How far a task is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TaskState {
    #[default]
    Open,
    Doing,
    Done,
}

impl TaskState {
    /// Every state, in order.
    pub const ALL: [TaskState; 3] = [TaskState::Open, TaskState::Doing, TaskState::Done];
}
