//! What things of a map are called for those who hear it: names, and what belongs to them.

use super::words;
use crate::{
    message,
    model::{JourneyMap, Lane, Link, Mark, Stage, Step, Touchpoint},
    text::Text,
};

/// Where a card stands, in words: "Buy, step 2, Website". `step` counts over the whole map.
pub fn place(text: &Text, stage: &Stage, step: usize, lane: &Lane) -> String {
    text.canvas_card_place(&stage.name, step, &lane.name)
}

/// "T4 Reviews".
pub fn short_card(card: &Touchpoint) -> String {
    format!("{} {}", card.code, card.title)
}

/// "T4 Reviews, friction, Buy, step 2, Website; 2 outcomes". An empty place is left out.
pub fn card(text: &Text, card: &Touchpoint, place: &str, outcomes: usize) -> String {
    let mark = mark(text, card.mark);
    let name = if place.is_empty() {
        format!("{}, {mark}", short_card(card))
    } else {
        text.canvas_card_name(card.code.to_string(), &card.title, &mark, place)
    };
    let more = card_details(text, card, outcomes);
    if more.is_empty() { name } else { format!("{name}; {}", more.join(", ")) }
}

fn card_details(text: &Text, card: &Touchpoint, outcomes: usize) -> Vec<String> {
    let outcomes = (outcomes > 0).then(|| text.reader_outcomes(outcomes));
    let emotion =
        card.emotion.map(|emotion| text.reader_emotion(words::signed(emotion.value().into())));
    let moment = card.moment_of_truth.then(|| text.reader_moment());
    let notes = (!card.notes.is_empty()).then(|| text.reader_notes());
    let mean = card.qualities.scores().mean();
    let mean = mean.map(|mean| text.quality_mean_inside(message::mean(text, mean)));
    [outcomes, emotion, moment, notes, mean].into_iter().flatten().collect()
}

/// A mark inside a sentence.
pub fn mark(text: &Text, mark: Option<Mark>) -> String {
    match mark {
        None => text.canvas_mark_none(),
        Some(Mark::Positive) => text.canvas_mark_positive(),
        Some(Mark::Decision) => text.canvas_mark_decision(),
        Some(Mark::Friction) => text.canvas_mark_friction(),
    }
}

/// What belongs to a stage: its period, how many steps and cards it has.
pub fn stage_details(text: &Text, stage: &Stage, cards: usize) -> String {
    let period = stage.period.map(|period| words::period(text, period));
    let counts = [text.reader_steps(stage.steps.len()), text.status_touchpoints(cards)];
    period.into_iter().chain(counts).collect::<Vec<_>>().join(", ")
}

/// "Step 4 Has enough information and buys". `number` counts over the whole map.
pub fn step(text: &Text, number: usize, step: &Step) -> String {
    text.canvas_step_name(number, &step.action).trim_end().to_owned()
}

/// What belongs to a step: that it has no action, that nothing is matched to it, its cards.
pub fn step_details(text: &Text, step: &Step, cards: usize) -> String {
    let action = step.action.is_empty().then(|| text.reader_no_action());
    let cards = match cards {
        0 => text.reader_no_touchpoint(),
        cards => text.status_touchpoints(cards),
    };
    action.into_iter().chain([cards]).collect::<Vec<_>>().join(", ")
}

/// "Link “too dear”, 30 %, meant to lead back".
pub fn link(text: &Text, link: &Link) -> String {
    let name = match link.label.as_str() {
        "" => text.reader_link_bare(),
        label => text.reader_link(label),
    };
    let share = link.share.map(|share| text.reader_link_share(share));
    let is_loop = link.is_loop.then(|| text.reader_link_loop());
    [Some(name), share, is_loop].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// "from T3 Reviews to T7 Leaves".
pub fn link_details(text: &Text, from: &Touchpoint, to: &Touchpoint) -> String {
    let way = text.reader_link_way(short_card(from), short_card(to));
    let stray = (from.mark != Some(Mark::Decision)).then(|| text.reader_link_not_decision());
    [Some(way), stray].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Where a card of the map stands now, in words; the inbox where it has no place.
pub fn place_of(text: &Text, map: &JourneyMap, card: &Touchpoint) -> Option<String> {
    let Some(cell) = card.place.cell else {
        return Some(text.reader_inbox());
    };
    let at = map.columns().position(|column| column.step.id == cell.step)?;
    let column = map.columns().nth(at)?;
    Some(place(text, column.stage, at + 1, map.lane(cell.lane)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{Code, Emotion, Place, Quality, Rank, Score, TouchpointId},
        text::Language,
    };

    #[test]
    fn a_card_is_told_with_all_that_it_has() {
        let text = Language::En.load();
        let place = Place::inbox(Rank::middle());
        let mut it = Touchpoint::new(TouchpointId::from(1), Code(4), "Reviews", place);
        assert_eq!(card(&text, &it, "", 0), "T4 Reviews, no mark");
        it.mark = Some(Mark::Friction);
        let name = card(&text, &it, "Buy, step 2, Website", 2);
        assert_eq!(name, "T4 Reviews, friction, Buy, step 2, Website; 2 outcomes");
        it.emotion = Emotion::new(-2);
        it.moment_of_truth = true;
        it.notes = "x".to_owned();
        it.qualities.set_score(Quality::Simple, Score::new(4));
        let name = card(&text, &it, "Buy, step 2, Website", 1);
        let more = "1 outcome, emotion −2, moment of truth, with notes, qualities 4.0 of 5";
        assert_eq!(name, format!("T4 Reviews, friction, Buy, step 2, Website; {more}"));
    }
}
