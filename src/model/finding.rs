//! The kinds of what the program notices in a map.

/// A kind of finding; each can be switched off in a project. A card in the inbox is not on its map:
/// except for its tasks it is never the matter of a finding, nor does it count as somebody's
/// partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingKind {
    /// A decision on the map from which no link leads to a card on the map.
    DecisionWithoutOutcomes,
    /// All outcomes of a decision, be it one or several, are marked, and with the same mark: it
    /// decides nothing. While one of them is not marked yet, it may still differ.
    OutcomesOfOneMark,
    /// The shares of a decision's outcomes, as far as they are known, add up to more than 100 %.
    SharesOver100,
    /// An outcome whose card stands on an earlier step than its decision, and that is not said to
    /// be meant so (`is_loop`). On the same step it leads across, not back.
    OutcomeBackwards,
    /// A step with an action, and no card in any lane.
    ActionWithoutTouchpoint,
    /// A step with cards that the customer meets, and no action. What only happens back stage or in
    /// support needs none.
    TouchpointWithoutAction,
    /// Friction that nobody owns.
    FrictionWithoutOwner,
    /// Friction about which nothing is left to be done: without tasks, or with all of them done.
    FrictionWithoutTask,
    /// A stage where the customer meets nothing: no card on any of its steps, or no step; on a map
    /// that has cards elsewhere.
    StageWithoutTouchpoints,
    /// A task that is not done and whose day is before today, of a card in the inbox too.
    TaskOverdue,
    /// The day of the next review is today, or has passed.
    ReviewDue,
    /// The same touchpoint twice on one step: made from the same catalogue entry, or with the same
    /// title in whatever case. The first card is not found, each further one is.
    RepeatedTouchpoint,
}

impl FindingKind {
    /// Every kind, in the order in which they are listed.
    pub const ALL: [FindingKind; 12] = [
        FindingKind::ReviewDue,
        FindingKind::TaskOverdue,
        FindingKind::DecisionWithoutOutcomes,
        FindingKind::OutcomesOfOneMark,
        FindingKind::SharesOver100,
        FindingKind::OutcomeBackwards,
        FindingKind::FrictionWithoutOwner,
        FindingKind::FrictionWithoutTask,
        FindingKind::ActionWithoutTouchpoint,
        FindingKind::TouchpointWithoutAction,
        FindingKind::StageWithoutTouchpoints,
        FindingKind::RepeatedTouchpoint,
    ];
}
