//! The kinds of what the program notices in a map.

/// A kind of finding; each can be switched off in a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingKind {
    /// A decision that leads nowhere.
    DecisionWithoutOutcomes,
    /// All outcomes of a decision have the same mark: it decides nothing.
    OutcomesOfOneMark,
    /// The shares of a decision's outcomes add up to more than 100 %.
    SharesOver100,
    /// An outcome that leads back without being meant as a loop.
    OutcomeBackwards,
    /// A step with an action, and no touchpoint for it.
    ActionWithoutTouchpoint,
    /// A touchpoint on a step without an action.
    TouchpointWithoutAction,
    /// Friction that nobody owns.
    FrictionWithoutOwner,
    /// Friction about which nothing is to be done.
    FrictionWithoutTask,
    /// A stage where the customer meets nothing.
    StageWithoutTouchpoints,
    /// A task whose day has passed.
    TaskOverdue,
    /// The project should have been reviewed by now.
    ReviewDue,
    /// The same touchpoint twice on one step.
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
