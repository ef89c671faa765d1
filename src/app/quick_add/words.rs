//! What a line will do and what it did, in the reader's words.

use crate::{
    app::{
        choices::{Choice, Sign},
        spoken,
    },
    editor::{
        NewCard,
        quick_add::{Added, Completion, Kind, Plan},
    },
    text::Text,
};
use lucide_icons::Icon;

/// "New touchpoint in Buy, step 3, Store · friction · Anna".
pub fn plan(text: &Text, plan: &Plan) -> String {
    let mut words = text.quick_add_preview(place(text, plan));
    let mark = plan.mark.map(|mark| spoken::mark(text, Some(mark))).unwrap_or_default();
    let is_known = matches!(plan.card, NewCard::Catalog { .. });
    let known = if is_known { text.quick_add_from_library() } else { String::new() };
    for more in [mark.as_str(), &plan.owner, &plan.channel, &known] {
        if !more.is_empty() {
            words.push_str(" · ");
            words.push_str(more);
        }
    }
    words
}

/// "Buy, step 3, Store"; what is not there yet is said to be new.
pub fn place(text: &Text, plan: &Plan) -> String {
    let number = plan.step.number;
    let stage = match plan.stage.id {
        Some(_) => plan.stage.name.clone(),
        None => text.quick_add_new_stage(&plan.stage.name),
    };
    let step = match (plan.step.id, plan.step.action.as_str(), plan.stage.id) {
        (Some(_), ..) | (None, "", None) => text.quick_add_step(number),
        (None, "", Some(_)) => text.quick_add_new_step(number),
        (None, action, _) => text.quick_add_new_action(number, action),
    };
    let lane = match plan.lane.id {
        Some(_) => plan.lane.name.clone(),
        None => text.quick_add_new_lane(&plan.lane.name),
    };
    text.quick_add_place(stage, step, lane)
}

/// What was added.
pub fn added(text: &Text, added: &Added) -> String {
    match added.plans.as_slice() {
        [only] => text.quick_add_added(only.title()),
        several => text.quick_add_added_many(several.len()),
    }
}

/// A completion as a row of the list.
pub fn choice(text: &Text, it: &Completion) -> Choice {
    let (icon, note) = match it.kind {
        Kind::Stage => (Icon::Columns3, text.quick_add_kind_stage()),
        Kind::Step => (Icon::Footprints, text.quick_add_kind_step()),
        Kind::Title => (Icon::BookOpen, text.quick_add_kind_library()),
        Kind::Lane => (Icon::Rows3, text.quick_add_kind_lane()),
        Kind::Owner => (Icon::UserRound, text.quick_add_kind_owner()),
        Kind::Channel => (Icon::Radio, text.quick_add_kind_channel()),
        Kind::Mark => (Icon::Circle, text.quick_add_kind_mark()),
    };
    let sign = it.mark.map_or(Sign::Icon(icon), |mark| Sign::Mark(Some(mark)));
    Choice {
        label: it.label.clone(),
        letters: it.letters.clone(),
        note,
        keys: String::new(),
        sign: Some(sign),
        is_disabled: false,
    }
}
