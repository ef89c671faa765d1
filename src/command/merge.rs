//! Which commands are one step of the history: typing in one field.

use super::{
    AuditField, Command, LaneField, LinkField, MapField, ProjectField, StageField, TaskField,
    TouchpointField,
};
use std::mem::discriminant;

impl Command {
    /// Whether `next` goes on with what this began (typing in one field of the same things), so
    /// that both are one step of the history. A mark, a role, a period are choices: each is a step
    /// of its own.
    pub fn merges_with(&self, next: &Command) -> bool {
        match (self, next) {
            (Self::EditProject(a), Self::EditProject(b)) => {
                a.is_typed() && discriminant(a) == discriminant(b)
            }
            (
                Self::EditPersona { persona: p, field: a },
                Self::EditPersona { persona: q, field: b },
            ) => p == q && discriminant(a) == discriminant(b),
            (Self::EditMap { map: m, field: a }, Self::EditMap { map: n, field: b }) => {
                m == n && a.is_typed() && discriminant(a) == discriminant(b)
            }
            (
                Self::EditStage { stage: s, field: a, .. },
                Self::EditStage { stage: t, field: b, .. },
            ) => s == t && a.is_typed() && discriminant(a) == discriminant(b),
            (Self::EditStep { step: s, .. }, Self::EditStep { step: t, .. }) => s == t,
            (
                Self::EditLane { lane: l, field: a, .. },
                Self::EditLane { lane: k, field: b, .. },
            ) => l == k && a.is_typed() && discriminant(a) == discriminant(b),
            (
                Self::EditTouchpoints { touchpoints: t, field: a, .. },
                Self::EditTouchpoints { touchpoints: u, field: b, .. },
            ) => t == u && a.is_typed() && discriminant(a) == discriminant(b) && a.is_about_same(b),
            (
                Self::EditTask { task: t, field: a, .. },
                Self::EditTask { task: u, field: b, .. },
            ) => t == u && a.is_typed() && discriminant(a) == discriminant(b),
            (
                Self::EditAudit { audit: m, field: a, .. },
                Self::EditAudit { audit: n, field: b, .. },
            ) => m == n && a.goes_on_with(b),
            (
                Self::RenameSnapshot { snapshot: m, .. },
                Self::RenameSnapshot { snapshot: n, .. },
            ) => m == n,
            (
                Self::EditLink { link: l, field: a, .. },
                Self::EditLink { link: k, field: b, .. },
            ) => l == k && a.is_typed() && discriminant(a) == discriminant(b),
            _ => false,
        }
    }
}

impl Command {
    /// Whether it is typing in a field, key by key. Of an entry of an audit, which is whole each
    /// time, the command alone does not tell.
    pub fn is_typing(&self) -> bool {
        match self {
            Self::EditProject(field) => field.is_typed(),
            Self::EditPersona { .. } | Self::EditStep { .. } => true,
            Self::EditMap { field, .. } => field.is_typed(),
            Self::EditStage { field, .. } => field.is_typed(),
            Self::EditLane { field, .. } => field.is_typed(),
            Self::EditTouchpoints { field, .. } => field.is_typed(),
            Self::EditTask { field, .. } => field.is_typed(),
            Self::EditLink { field, .. } => field.is_typed(),
            Self::EditAudit { field, .. } => matches!(field, AuditField::By(_)),
            _ => false,
        }
    }
}

// Whether a field is typed, key by key, and not chosen at once.

impl ProjectField {
    fn is_typed(&self) -> bool {
        match self {
            Self::Title(_) | Self::Notes(_) | Self::Owner(_) => true,
            Self::Rhythm(_) | Self::LastReview(_) | Self::NextReview(_) | Self::Finding(..) => {
                false
            }
        }
    }
}

impl MapField {
    fn is_typed(&self) -> bool {
        match self {
            Self::Title(_)
            | Self::Notes(_)
            | Self::Scenario(_)
            | Self::Goal(_)
            | Self::Owner(_) => true,
            Self::Persona(_) | Self::State(_) => false,
        }
    }
}

impl StageField {
    fn is_typed(&self) -> bool {
        match self {
            Self::Name(_) => true,
            Self::Period(_) | Self::Shared(_) => false,
        }
    }
}

impl LaneField {
    fn is_typed(&self) -> bool {
        match self {
            Self::Name(_) => true,
            Self::Role(_) => false,
        }
    }
}

impl TouchpointField {
    fn is_typed(&self) -> bool {
        match self {
            Self::Title(_)
            | Self::Channel(_)
            | Self::Notes(_)
            | Self::Owner(_)
            | Self::QualityNote(..)
            | Self::Cost(_) => true,
            Self::Mark(_)
            | Self::Emotion(_)
            | Self::Control(_)
            | Self::Period(_)
            | Self::MomentOfTruth(_)
            | Self::Score(..)
            | Self::Impact(_)
            | Self::Effort(_)
            | Self::CostBand(_)
            | Self::When(_)
            | Self::Grows(_) => false,
        }
    }

    /// Of two notes, whether they are of one quality.
    fn is_about_same(&self, next: &Self) -> bool {
        match (self, next) {
            (Self::QualityNote(a, _), Self::QualityNote(b, _)) => a == b,
            _ => true,
        }
    }
}

impl AuditField {
    /// Whether both are typing, of who did it or of what was seen at one touchpoint.
    fn goes_on_with(&self, next: &Self) -> bool {
        match (self, next) {
            (Self::By(_), Self::By(_)) => true,
            (Self::Entry(a), Self::Entry(b)) => {
                a.touchpoint == b.touchpoint
                    && a.note != b.note
                    && (a.mark, &a.scores) == (b.mark, &b.scores)
            }
            _ => false,
        }
    }
}

impl TaskField {
    fn is_typed(&self) -> bool {
        match self {
            Self::Text(_) | Self::Owner(_) | Self::Tool(_) => true,
            Self::Due(_) | Self::State(_) => false,
        }
    }
}

impl LinkField {
    fn is_typed(&self) -> bool {
        match self {
            Self::Label(_) | Self::Share(_) => true,
            Self::IsLoop(_) | Self::To(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        command::ProjectField,
        model::{Date, MapId, Mark, Quality, TaskState},
    };

    #[test]
    fn typing_in_one_field_merges_and_choices_do_not() {
        let map = MapId::from(1);
        let edit = |ids: &[u64], field| Command::EditTouchpoints {
            map,
            touchpoints: ids.iter().map(|&id| id.into()).collect(),
            field,
        };
        let title = |text: &str| TouchpointField::Title(text.into());
        let action =
            |id: u64, text: &str| Command::EditStep { map, step: id.into(), action: text.into() };
        let share = |n| Command::EditLink { map, link: 1.into(), field: LinkField::Share(Some(n)) };
        let note = |quality, text: &str| TouchpointField::QualityNote(quality, text.into());
        let task = |id: u64, field| Command::EditTask {
            map,
            touchpoint: 1.into(),
            task: id.into(),
            field,
        };
        let text = |text: &str| TaskField::Text(text.into());
        let owner = |owner: &str| Command::EditProject(ProjectField::Owner(owner.into()));
        let due = |day| Command::EditProject(ProjectField::NextReview(Some(day)));
        let rows = [
            (edit(&[1], note(Quality::Simple, "a")), edit(&[1], note(Quality::Simple, "ab")), true),
            (
                edit(&[1], note(Quality::Simple, "a")),
                edit(&[1], note(Quality::Personal, "a")),
                false,
            ),
            (task(1, text("a")), task(1, text("ab")), true),
            (task(1, text("a")), task(2, text("ab")), false),
            (
                task(1, TaskField::State(TaskState::Doing)),
                task(1, TaskField::State(TaskState::Done)),
                false,
            ),
            (owner("A"), owner("An"), true),
            (due(Date::MIN), due(Date::MAX), false),
            (edit(&[1], title("a")), edit(&[1], title("ab")), true),
            (edit(&[1, 2], title("a")), edit(&[1, 2], title("ab")), true),
            (edit(&[1], title("a")), edit(&[2], title("ab")), false),
            (edit(&[1], title("a")), edit(&[1], TouchpointField::Notes("ab".into())), false),
            (
                edit(&[1], TouchpointField::Mark(None)),
                edit(&[1], TouchpointField::Mark(Some(Mark::Positive))),
                false,
            ),
            (action(1, "a"), action(1, "b"), true),
            (action(1, "a"), action(2, "b"), false),
            (action(1, "a"), edit(&[1], title("a")), false),
            (share(1), share(12), true),
            (
                Command::EditMap { map, field: MapField::Title("a".into()) },
                Command::EditMap { map: 2.into(), field: MapField::Title("a".into()) },
                false,
            ),
            (
                Command::EditProject(ProjectField::Title("a".into())),
                Command::EditProject(ProjectField::Notes("a".into())),
                false,
            ),
            (
                Command::DeleteTouchpoints { map, touchpoints: vec![1.into()] },
                Command::DeleteTouchpoints { map, touchpoints: vec![2.into()] },
                false,
            ),
        ];
        for (first, next, merges) in rows {
            assert_eq!(first.merges_with(&next), merges, "{first:?} and {next:?}");
        }
    }
}
