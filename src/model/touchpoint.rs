//! The cards.

use super::{Ext, Feasibility, LaneId, Period, Qualities, Rank, StepId, Task, TouchpointId};
use std::fmt;

/// Any interaction between a customer and the business. Only a title is required of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touchpoint {
    pub id: TouchpointId,
    pub code: Code,
    pub title: String,
    pub place: Place,
    /// `None`: not yet marked.
    pub mark: Option<Mark>,
    /// `None`: the mark counts instead.
    pub emotion: Option<Emotion>,
    pub channel: String,
    pub control: Option<Control>,
    pub period: Option<Period>,
    /// The key of the catalogue entry that it was made from.
    pub catalog: Option<String>,
    pub notes: String,
    /// A moment that makes or breaks the relationship.
    pub moment_of_truth: bool,
    pub owner: String,
    pub qualities: Qualities,
    pub feasibility: Feasibility,
    /// What is to be done about it, in the order that its owner gave.
    pub tasks: Vec<Task>,
    /// What a later version added; kept as it is.
    pub ext: Ext,
}

impl Touchpoint {
    /// A touchpoint with a title and a place, and nothing else.
    pub fn new(id: TouchpointId, code: Code, title: impl Into<String>, place: Place) -> Self {
        Self {
            id,
            code,
            title: title.into(),
            place,
            mark: None,
            emotion: None,
            channel: String::new(),
            control: None,
            period: None,
            catalog: None,
            notes: String::new(),
            moment_of_truth: false,
            owner: String::new(),
            qualities: Qualities::default(),
            feasibility: Feasibility::default(),
            tasks: Vec::new(),
            ext: Ext::default(),
        }
    }

    /// What it adds to the emotion curve, −2 to +2: its emotion, else what its mark counts for
    /// (+1, 0, −1); `None` without either.
    pub fn counted_emotion(&self) -> Option<f32> {
        self.emotion.map(|emotion| f32::from(emotion.value())).or(self.mark.map(Mark::counts))
    }
}

/// The short name of a touchpoint in its project, T1, T2 …, for talking and for paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub u32);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T{}", self.0)
    }
}

/// Where a touchpoint stands: in a cell of the map, or in the inbox; and in which order there.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// `None`: in the inbox until somebody places it.
    pub cell: Option<Cell>,
    pub rank: Rank,
}

impl Place {
    /// In a cell of the map.
    pub fn cell(step: StepId, lane: LaneId, rank: Rank) -> Self {
        Self { cell: Some(Cell { step, lane }), rank }
    }

    /// In the inbox.
    pub fn inbox(rank: Rank) -> Self {
        Self { cell: None, rank }
    }
}

/// Where a step and a lane cross.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    pub step: StepId,
    pub lane: LaneId,
}

/// How a touchpoint is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// Green, a circle: a positive interaction.
    Positive,
    /// Yellow, a diamond: a moment where the customer has to decide. A fork, not a middle.
    Decision,
    /// Red, a triangle: a point of friction.
    Friction,
}

impl Mark {
    /// Every mark, in the order of their keys 1 2 3.
    pub const ALL: [Mark; 3] = [Mark::Positive, Mark::Decision, Mark::Friction];

    fn counts(self) -> f32 {
        match self {
            Mark::Positive => 1.0,
            Mark::Decision => 0.0,
            Mark::Friction => -1.0,
        }
    }
}

/// Whether the business controls a touchpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Control {
    /// It does: an advertisement, a letter.
    Direct,
    /// It does not: word of mouth, a review.
    Indirect,
}

impl Control {
    /// Both.
    pub const ALL: [Control; 2] = [Control::Direct, Control::Indirect];
}

/// How the customer feels, −2 … +2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Emotion(i8);

impl Emotion {
    /// Every value from worst to best.
    pub const ALL: [Emotion; 5] = [Emotion(-2), Emotion(-1), Emotion(0), Emotion(1), Emotion(2)];

    /// `None` outside −2 … +2.
    pub fn new(value: i8) -> Option<Self> {
        (-2..=2).contains(&value).then_some(Self(value))
    }

    /// −2 … +2.
    pub fn value(self) -> i8 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emotion_counts_before_the_mark_and_nothing_is_defaulted() {
        let place = Place::inbox(Rank::middle());
        let mut card = Touchpoint::new(TouchpointId::from(1), Code(1), "Queue", place);
        assert_eq!(card.counted_emotion(), None);
        card.mark = Some(Mark::Friction);
        assert_eq!(card.counted_emotion(), Some(-1.0));
        card.emotion = Emotion::new(2);
        assert_eq!(card.counted_emotion(), Some(2.0));
        assert_eq!(Emotion::new(3), None);
    }
}
