//! What the pointer is doing: states with their data inside.

use super::{ScreenPoint, Selection};
use crate::{
    command::Command,
    model::{Cell, Control, LaneId, Mark, Period, StageId, StepId, TouchpointId},
    scene::{Hit, Point, Source},
};

/// A mouse button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Button {
    Primary,
    Middle,
    Secondary,
}

/// Keys held with the pointer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a key that is down or not")]
pub struct Modifiers {
    pub ctrl: bool,
    pub shift: bool,
    pub alt: bool,
    /// Space is down: dragging pans.
    pub space: bool,
}

/// What the pointer did.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PointerEvent {
    Press {
        at: ScreenPoint,
        button: Button,
        modifiers: Modifiers,
    },
    Move {
        at: ScreenPoint,
        modifiers: Modifiers,
    },
    Release {
        at: ScreenPoint,
        button: Button,
        modifiers: Modifiers,
    },
    DoubleClick {
        at: ScreenPoint,
        modifiers: Modifiers,
    },
    /// It left the canvas (with no button down).
    Leave,
}

/// A card that is not on the map yet.
#[derive(Debug, Clone, PartialEq)]
pub enum NewCard {
    /// From the catalogue.
    Catalog { key: String, title: String, period: Period, control: Control },
    /// Typed by hand.
    Typed { title: String },
    /// From the inbox of the shown map.
    Inbox(TouchpointId),
}

/// Where what is carried would land.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Landing {
    /// In a cell, before the card with this index there (those that are carried away not counted).
    Cell { cell: Cell, before: usize },
    /// In a new step of a stage, in a lane.
    NewStep { stage: StageId, at: usize, lane: LaneId },
    /// On a map that has no step or no lane yet: what is missing is made.
    First { step: Option<StepId> },
    /// A stage goes to this index.
    Stage { to: usize },
    /// A step goes to a stage, to this index there.
    Step { stage: StageId, at: usize },
    /// A lane goes to this index.
    Lane { to: usize },
}

/// What a gesture would do if it ended now.
#[derive(Debug, Clone, PartialEq)]
pub struct Pending {
    pub command: Command,
    /// What is selected once it is done.
    pub then: Selection,
    /// The thing under the pointer, as it will stand.
    pub lead: Source,
}

/// A state of the pointer. Whatever it would change is `pending`, always computed from where the
/// drag began; nothing is committed before the release, and Escape drops it.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Gesture {
    #[default]
    Idle,
    /// A button is down and has not moved far enough to be a drag.
    Pressing {
        from: ScreenPoint,
        on: Option<Hit>,
        modifiers: Modifiers,
        /// Whether the card under the pointer was selected before.
        was_selected: bool,
    },
    /// Cards, a new card, or a header are carried.
    Moving {
        carried: Carry,
        at: ScreenPoint,
        landing: Option<Landing>,
        pending: Option<Pending>,
    },
    /// The rubber band; `before` is what was selected when it began.
    Brushing {
        from: Point,
        to: Point,
        before: Selection,
    },
    Panning {
        last: ScreenPoint,
    },
    /// An outcome link is drawn.
    Linking {
        from: TouchpointId,
        to: Point,
        target: Option<TouchpointId>,
        pending: Option<Pending>,
    },
}

/// What is carried.
#[derive(Debug, Clone, PartialEq)]
pub enum Carry {
    /// Cards of the map, in reading order; `grabbed` is the one under the pointer.
    Cards {
        ids: Vec<TouchpointId>,
        grabbed: TouchpointId,
        copy: bool,
    },
    New(NewCard),
    Header(Source),
}

/// What the pointer can do now, for the status bar; the app puts it into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// Nothing under the pointer: what one can do on the map.
    Canvas,
    OverCard {
        title: String,
        mark: Option<Mark>,
    },
    OverHandle,
    OverHeader,
    OverLink,
    /// Release puts `title` (or `count` cards) there.
    Landing {
        title: String,
        count: usize,
        place: String,
    },
    /// A drag that would do nothing here.
    NoLanding,
    Brushing {
        count: usize,
    },
    Panning,
    Linking {
        to: Option<String>,
    },
    EditingText,
}

/// The pointer's shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Cursor {
    #[default]
    Default,
    Hand,
    Grab,
    Grabbing,
    Crosshair,
    Text,
    NotAllowed,
    Copy,
}

impl Gesture {
    /// What it would do if it ended now.
    pub fn pending(&self) -> Option<&Pending> {
        match self {
            Self::Moving { pending, .. } | Self::Linking { pending, .. } => pending.as_ref(),
            Self::Idle | Self::Pressing { .. } | Self::Brushing { .. } | Self::Panning { .. } => {
                None
            }
        }
    }
}
