//! What the model and the editor say, in the reader's words.

use super::toast::Offer;
use crate::{
    command::CommandName,
    editor::{Hint, Notice},
    message,
    method::feasibility::Quadrant,
    model::{Control, CostBand, Difference, Mark, Period, Quality, Role, TaskState, When, tenths},
    text::Text,
};

pub fn period(text: &Text, period: Period) -> String {
    match period {
        Period::Before => text.period_before(),
        Period::During => text.period_during(),
        Period::After => text.period_after(),
        Period::Service => text.period_service(),
    }
}

pub fn control(text: &Text, control: Control) -> String {
    match control {
        Control::Direct => text.control_direct(),
        Control::Indirect => text.control_indirect(),
    }
}

pub fn role(text: &Text, role: Role) -> String {
    match role {
        Role::Touchpoints => text.role_touchpoints(),
        Role::FrontStage => text.role_front_stage(),
        Role::BackStage => text.role_back_stage(),
        Role::Support => text.role_support(),
        Role::Custom => text.role_custom(),
    }
}

/// How far a task is.
pub fn task_state(text: &Text, state: TaskState) -> String {
    match state {
        TaskState::Open => text.task_open(),
        TaskState::Doing => text.task_doing(),
        TaskState::Done => text.task_done(),
    }
}

pub fn when(text: &Text, when: When) -> String {
    match when {
        When::Now => text.feasibility_now(),
        When::Next => text.feasibility_next(),
        When::Later => text.feasibility_later(),
    }
}

pub fn cost_band(text: &Text, band: CostBand) -> String {
    match band {
        CostBand::Free => text.feasibility_free(),
        CostBand::Low => text.feasibility_low(),
        CostBand::Medium => text.feasibility_medium(),
        CostBand::High => text.feasibility_high(),
    }
}

pub fn growth(text: &Text, grows: bool) -> String {
    if grows { text.feasibility_grows() } else { text.feasibility_grows_not() }
}

/// What a touchpoint in this quarter of the matrix is.
pub fn quadrant(text: &Text, quadrant: Quadrant) -> String {
    match quadrant {
        Quadrant::QuickWin => text.feasibility_quick_win(),
        Quadrant::BigProject => text.feasibility_big_project(),
        Quadrant::FillIn => text.feasibility_fill_in(),
        Quadrant::LeaveIt => text.feasibility_leave_it(),
    }
}

/// How long it is until a review, or since it should have been.
pub fn days_left(text: &Text, days: i64) -> String {
    match days {
        0 => text.review_today(),
        1.. => text.review_in_days(days),
        ..0 => text.review_overdue(-days),
    }
}

pub fn quality(text: &Text, quality: Quality) -> String {
    match quality {
        Quality::Simple => text.quality_simple(),
        Quality::Appropriate => text.quality_appropriate(),
        Quality::Relevant => text.quality_relevant(),
        Quality::Meaningful => text.quality_meaningful(),
        Quality::Appealing => text.quality_appealing(),
        Quality::Personal => text.quality_personal(),
    }
}

/// What a quality means, as a sentence.
pub fn about_quality(text: &Text, quality: Quality) -> String {
    match quality {
        Quality::Simple => text.quality_simple_about(),
        Quality::Appropriate => text.quality_appropriate_about(),
        Quality::Relevant => text.quality_relevant_about(),
        Quality::Meaningful => text.quality_meaningful_about(),
        Quality::Appealing => text.quality_appealing_about(),
        Quality::Personal => text.quality_personal_about(),
    }
}

/// What changed from one state of a project to another, as a list.
pub fn difference(text: &Text, difference: &Difference) -> String {
    let Difference { added, gone, moved, marked, edited, has_other } = difference;
    let parts = [
        (!added.is_empty()).then(|| text.difference_added(added.len())),
        (!gone.is_empty()).then(|| text.difference_gone(gone.len())),
        (!moved.is_empty()).then(|| text.difference_moved(moved.len())),
        (!marked.is_empty()).then(|| text.difference_marked(marked.len())),
        (!edited.is_empty()).then(|| text.difference_edited(edited.len())),
        has_other.then(|| text.difference_other()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(&text.difference_and())
}

/// What a step of the history is called.
pub fn step(text: &Text, name: CommandName) -> String {
    use CommandName as N;
    match name {
        N::EditProject => text.step_edit_project(),
        N::Restore => text.step_restore(),
        N::AddPersona => text.step_add_persona(),
        N::EditPersona => text.step_edit_persona(),
        N::DeletePersona => text.step_delete_persona(),
        N::AddMap => text.step_add_map(),
        N::EditMap => text.step_edit_map(),
        N::MoveMap => text.step_move_map(),
        N::DeleteMap => text.step_delete_map(),
        N::AddStage => text.step_add_stage(),
        N::EditStage => text.step_edit_stage(),
        N::MoveStage => text.step_move_stage(),
        N::DeleteStage => text.step_delete_stage(),
        N::AddStep => text.step_add_step(),
        N::EditStep => text.step_edit_step(),
        N::MoveStep => text.step_move_step(),
        N::DeleteStep => text.step_delete_step(),
        N::AddLane => text.step_add_lane(),
        N::EditLane => text.step_edit_lane(),
        N::MoveLane => text.step_move_lane(),
        N::DeleteLane => text.step_delete_lane(),
        N::AddTouchpoint => text.step_add_touchpoint(),
        N::EditTouchpoint => text.step_edit_touchpoint(),
        N::MarkTouchpoint => text.step_mark_touchpoint(),
        N::MoveTouchpoint => text.step_move_touchpoint(),
        N::DeleteTouchpoint => text.step_delete_touchpoint(),
        N::RateTouchpoint => text.step_rate_touchpoint(),
        N::PlanTouchpoint => text.step_plan_touchpoint(),
        N::AddTask => text.step_add_task(),
        N::EditTask => text.step_edit_task(),
        N::MoveTask => text.step_move_task(),
        N::DeleteTask => text.step_delete_task(),
        N::AddLink => text.step_add_link(),
        N::EditLink => text.step_edit_link(),
        N::DeleteLink => text.step_delete_link(),
        N::AddAudit => text.step_add_audit(),
        N::EditAudit => text.step_edit_audit(),
        N::DeleteAudit => text.step_delete_audit(),
        N::EditReview => text.step_edit_review(),
        N::ShowFinding => text.step_show_finding(),
        N::AddSnapshot => text.step_add_snapshot(),
        N::RenameSnapshot => text.step_rename_snapshot(),
        N::DeleteSnapshot => text.step_delete_snapshot(),
        N::Cut => text.step_cut(),
        N::Paste => text.step_paste(),
        N::Duplicate => text.step_duplicate(),
    }
}

/// What the pointer can do.
pub fn hint(text: &Text, hint: &Hint) -> String {
    match hint {
        Hint::Canvas => text.hint_canvas(),
        Hint::OverCard { title, mark: Some(Mark::Decision) } => text.hint_decision(title),
        Hint::OverCard { title, .. } => text.hint_card(title),
        Hint::OverHandle => text.hint_handle(),
        Hint::OverHeader => text.hint_header(),
        Hint::OverLink => text.hint_link(),
        Hint::Landing { title, count: 0 | 1, place } => text.hint_landing(title, place),
        Hint::Landing { count, place, .. } => text.hint_landing_many(*count, place),
        Hint::NoLanding => text.hint_no_landing(),
        Hint::Brushing { count } => text.hint_brushing(*count),
        Hint::Panning => text.hint_panning(),
        Hint::Linking { to: Some(title) } => text.hint_linking_to(title),
        Hint::Linking { to: None } => text.hint_linking(),
        Hint::EditingText => text.hint_editing(),
    }
}

/// A notice with what it offers; `revision` is that of the project now.
pub fn notice(text: &Text, notice: &Notice, revision: u64) -> (String, Option<Offer>) {
    match notice {
        Notice::ReadOnly => (text.read_only_refused(), None),
        Notice::Refused(error) => (message::sentence(text, &message::refusal(text, error)), None),
        Notice::MovedToInbox { count } => {
            (text.toast_moved_to_inbox(*count), Some(Offer::Undo(revision)))
        }
        Notice::Linked { count } => (text.toast_linked(*count), Some(Offer::Undo(revision))),
        Notice::Undone(name) => (text.toast_undone(step(text, *name)), None),
        Notice::Redone(name) => (text.toast_redone(step(text, *name)), None),
        Notice::Copied { count } => (text.toast_copied(*count), None),
        Notice::Pasted { count } => (text.toast_pasted(*count), Some(Offer::Undo(revision))),
        Notice::OnlyDecisionsLead => (text.toast_only_decisions(), None),
        Notice::PutInInbox { count } => (text.toast_put_in_inbox(*count), None),
    }
}

/// A mean of emotions with its sign, to one decimal: "−0.5", "+1".
pub fn signed_mean(text: &Text, value: f32) -> String {
    let (whole, rest) = tenths(value.abs());
    let sign = if value < 0.0 { -1 } else { 1 };
    if rest == 0 {
        return signed(sign * i32::from(whole));
    }
    let sign = if sign < 0 { '−' } else { '+' };
    format!("{sign}{}", text.quality_decimal(whole, rest))
}

/// With a real minus sign.
pub fn signed(value: i32) -> String {
    match value {
        0 => "0".to_owned(),
        value if value < 0 => format!("−{}", value.unsigned_abs()),
        value => format!("+{value}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_mean_has_a_sign_the_decimal_sign_of_its_language_and_no_empty_decimal() {
        for (value, en, ru) in [
            (1.0, "+1", "+1"),
            (-0.5, "−0.5", "−0,5"),
            (0.0, "0", "0"),
            (-0.04, "0", "0"),
            (1.25, "+1.3", "+1,3"),
        ] {
            assert_eq!(signed_mean(&Language::En.load(), value), en);
            assert_eq!(signed_mean(&Language::Ru.load(), value), ru);
        }
    }

    #[test]
    fn values_have_their_sign() {
        assert_eq!([signed(-2), signed(0), signed(1)], ["−2", "0", "+1"]);
    }
}
