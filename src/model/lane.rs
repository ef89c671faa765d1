//! The rows of a map, and the lines that their roles draw between them.

use super::{Ext, LaneId};

/// What a lane holds. Meaning comes from the role, never from the lane's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Role {
    /// What the customer meets: an ordinary journey map's lane.
    #[default]
    Touchpoints,
    /// What the staff do in sight of the customer.
    FrontStage,
    /// What the staff do out of the customer's sight.
    BackStage,
    /// What carries the rest: systems and partners.
    Support,
    /// Anything else; has no part in the blueprint's order.
    Custom,
}

impl Role {
    /// Every role, in the blueprint's order from the customer inwards.
    pub const ALL: [Role; 5] =
        [Role::Touchpoints, Role::FrontStage, Role::BackStage, Role::Support, Role::Custom];

    /// How far from the customer, or `None` for a lane outside the blueprint.
    fn depth(self) -> Option<u8> {
        match self {
            Role::Touchpoints => Some(0),
            Role::FrontStage => Some(1),
            Role::BackStage => Some(2),
            Role::Support => Some(3),
            Role::Custom => None,
        }
    }
}

/// One row of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    pub id: LaneId,
    pub name: String,
    pub role: Role,
    /// What a later version added; kept as it is.
    pub ext: Ext,
}

impl Lane {
    /// A lane with a name and a role.
    pub fn new(id: LaneId, name: impl Into<String>, role: Role) -> Self {
        Self { id, name: name.into(), role, ext: Ext::default() }
    }
}

/// A line of the service blueprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Line {
    /// Between what the customer meets and what the staff do in sight.
    Interaction,
    /// Between what the customer can see and what happens behind.
    Visibility,
}

/// The blueprint lines of an order of lanes: each with the index of the lane it runs above.
///
/// A line is drawn where the roles cross it exactly once; where the order of lanes contradicts
/// the blueprint (a back-stage lane above a front-stage one), it is not drawn at all.
pub fn lines_of(lanes: &[Lane]) -> Vec<(usize, Line)> {
    [(Line::Interaction, 1), (Line::Visibility, 2)]
        .into_iter()
        .filter_map(|(line, inner)| {
            let inside = |lane: &Lane| lane.role.depth().map(|depth| depth >= inner);
            let first_inside = lanes.iter().position(|lane| inside(lane) == Some(true))?;
            let last_outside = lanes.iter().rposition(|lane| inside(lane) == Some(false))?;
            // Custom lanes between the two belong to what is above them.
            (last_outside < first_inside).then_some((first_inside, line))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(roles: &[Role], expected: &[(usize, Line)]) {
        let lanes: Vec<Lane> = roles
            .iter()
            .zip(1..)
            .map(|(&role, id)| Lane::new(LaneId::from(id), "", role))
            .collect();
        assert_eq!(lines_of(&lanes), expected, "{roles:?}");
    }

    #[test]
    fn lines_follow_the_roles() {
        use Line::{Interaction, Visibility};
        use Role::{BackStage, Custom, FrontStage, Support, Touchpoints};
        check(&[], &[]);
        check(&[Touchpoints, Touchpoints], &[]);
        check(&[Touchpoints, FrontStage], &[(1, Interaction)]);
        check(&[Touchpoints, FrontStage, BackStage, Support], &[(1, Interaction), (2, Visibility)]);
        check(&[FrontStage, BackStage], &[(1, Visibility)]);
        check(&[Touchpoints, BackStage], &[(1, Interaction), (1, Visibility)]);
        check(&[FrontStage, Custom, BackStage], &[(2, Visibility)]);
        check(&[BackStage, FrontStage], &[]);
        check(&[Touchpoints, BackStage, FrontStage], &[(1, Interaction)]);
        check(&[Custom, Support], &[]);
    }
}
