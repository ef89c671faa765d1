//! A project that is only to be looked at: what changes it is refused, everything else goes on.

use super::{Action, Editor, Notice};

impl Action {
    /// Whether it changes the project: not where that is only to be looked at.
    pub fn changes_project(self) -> bool {
        let at = |first: Self, last: Self| (first..=last).contains(&self);
        match self {
            Self::Undo
            | Self::Redo
            | Self::Cut
            | Self::Paste
            | Self::Duplicate
            | Self::Delete
            | Self::EditText
            | Self::ReviewNow => true,
            Self::NextMap | Self::PreviousMap => false,
            _ => at(Self::AddTouchpoint, Self::MoveMapRight) || at(Self::MoveLeft, Self::MoveDown),
        }
    }
}

impl Editor {
    /// Whether every change is refused.
    pub fn is_read_only(&self) -> bool {
        self.is_read_only
    }

    /// From now on, every change is refused, or none is any more.
    pub fn set_read_only(&mut self, is_read_only: bool) {
        self.is_read_only = is_read_only;
    }

    /// Says so where the project is only to be looked at.
    pub(super) fn refuses(&mut self) -> bool {
        if self.is_read_only && self.notices.last() != Some(&Notice::ReadOnly) {
            self.notices.push(Notice::ReadOnly);
        }
        self.is_read_only
    }
}
