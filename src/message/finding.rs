//! Findings in words.

use crate::{
    file::brief,
    method::finding::{Finding, Thing, sum_of_outcomes},
    model::{Cell, FindingKind, JourneyMap, Mark, Project, Touchpoint},
    text::Text,
};

/// A finding, in the pieces that a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FindingWords {
    /// What it is about: "T5 Queue".
    pub thing: String,
    /// Of that, where it is a touchpoint.
    pub mark: Option<Mark>,
    /// Where that is, and what there is to say about it: "Buy, step 2, Store".
    pub details: String,
    /// All of it in one sentence, without the place: "T5 Queue: friction that nobody owns".
    pub sentence: String,
}

/// What a kind of findings is called.
pub fn finding_kind(text: &Text, kind: FindingKind) -> String {
    use FindingKind as K;
    match kind {
        K::ReviewDue => text.finding_kind_review(),
        K::TaskOverdue => text.finding_kind_overdue(),
        K::DecisionWithoutOutcomes => text.finding_kind_no_outcomes(),
        K::OutcomesOfOneMark => text.finding_kind_one_mark(),
        K::SharesOver100 => text.finding_kind_shares(),
        K::OutcomeBackwards => text.finding_kind_backwards(),
        K::FrictionWithoutOwner => text.finding_kind_no_owner(),
        K::FrictionWithoutTask => text.finding_kind_no_task(),
        K::ActionWithoutTouchpoint => text.finding_kind_no_touchpoint(),
        K::TouchpointWithoutAction => text.finding_kind_no_action(),
        K::StageWithoutTouchpoints => text.finding_kind_empty_stage(),
        K::RepeatedTouchpoint => text.finding_kind_repeated(),
    }
}

/// A finding with the map that it is in, as a message.
pub fn finding_in_map(text: &Text, project: &Project, found: &Finding) -> String {
    let map = found.map.and_then(|id| project.map(id)).map(|map| map.title.as_str());
    super::note::in_map(text, map, finding(text, project, found).sentence)
}

/// A finding of a project; empty where what it is about is gone.
pub fn finding(text: &Text, project: &Project, found: &Finding) -> FindingWords {
    let Some(map) = found.map.and_then(|id| project.map(id)) else {
        let day = project.review.next.map(|day| super::day(text, day)).unwrap_or_default();
        return FindingWords {
            thing: if project.title.is_empty() { text.untitled() } else { brief(&project.title) },
            mark: None,
            details: text.finding_since(&day),
            sentence: text.finding_review(&day),
        };
    };
    Words { text, map }.of(found).unwrap_or_default()
}

struct Words<'a> {
    text: &'a Text,
    map: &'a JourneyMap,
}

impl Words<'_> {
    fn of(&self, found: &Finding) -> Option<FindingWords> {
        let text = self.text;
        let (thing, mut details) = self.thing(found.thing)?;
        let sentence = match (found.kind, found.thing) {
            (_, Thing::Task(id, task)) => {
                let card = self.map.touchpoint(id)?;
                let task = card.tasks.iter().find(|it| it.id == task)?;
                let day = task.due.map(|day| super::day(text, day)).unwrap_or_default();
                details = [text.finding_since(&day), thing].join(" · ");
                let sentence = text.finding_overdue(name(card), brief(&task.text), day);
                let mark = card.mark;
                return Some(FindingWords { thing: brief(&task.text), mark, details, sentence });
            }
            (FindingKind::SharesOver100, Thing::Touchpoint(id)) => {
                let sum = sum_of_outcomes(self.map, id);
                details = [text.finding_sum(sum), details].join(" · ");
                text.finding_shares(&thing, sum)
            }
            (kind, _) => self.sentence(kind, &thing),
        };
        let mark = match found.thing {
            Thing::Touchpoint(id) => self.map.touchpoint(id)?.mark,
            _ => None,
        };
        Some(FindingWords { thing, mark, details, sentence })
    }

    fn sentence(&self, kind: FindingKind, thing: &str) -> String {
        use FindingKind as K;
        let text = self.text;
        match kind {
            K::DecisionWithoutOutcomes => text.finding_no_outcomes(thing),
            K::OutcomesOfOneMark => text.finding_one_mark(thing),
            K::OutcomeBackwards => text.finding_backwards(thing),
            K::FrictionWithoutOwner => text.finding_no_owner(thing),
            K::FrictionWithoutTask => text.finding_no_task(thing),
            K::ActionWithoutTouchpoint => text.finding_no_touchpoint(thing),
            K::TouchpointWithoutAction => text.finding_no_action(thing),
            K::StageWithoutTouchpoints => text.finding_empty_stage(thing),
            K::RepeatedTouchpoint => text.finding_repeated(thing),
            // These have more to say than what they are about.
            K::ReviewDue | K::TaskOverdue | K::SharesOver100 => thing.to_owned(),
        }
    }

    /// What something is called, and where it is.
    fn thing(&self, thing: Thing) -> Option<(String, String)> {
        let (text, map) = (self.text, self.map);
        Some(match thing {
            Thing::Project => return None,
            Thing::Stage(id) => {
                (text.canvas_stage_name(brief(&map.stage(id)?.name)), String::new())
            }
            Thing::Step(id) => {
                let column = map.column(id)?;
                let number = map.columns().position(|it| it.step.id == id)? + 1;
                let step = text.canvas_step_name(number, brief(&column.step.action));
                (step.trim_end().to_owned(), brief(&column.stage.name))
            }
            Thing::Touchpoint(id) | Thing::Task(id, _) => {
                let card = map.touchpoint(id)?;
                (name(card), self.place(card))
            }
            Thing::Link(id) => {
                let link = map.link(id)?;
                let (from, to) = (map.touchpoint(link.from)?, map.touchpoint(link.to)?);
                (text.finding_way(name(from), name(to)), self.place(from))
            }
        })
    }

    fn place(&self, card: &Touchpoint) -> String {
        let Some(Cell { step, lane }) = card.place.cell else {
            return self.text.inspector_place_inbox();
        };
        let at = self.map.columns().position(|column| column.step.id == step);
        let place = at.zip(self.map.column(step)).zip(self.map.lane(lane));
        let place = place.map(|((at, column), lane)| {
            let (stage, lane) = (brief(&column.stage.name), brief(&lane.name));
            self.text.canvas_card_place(stage, at + 1, lane)
        });
        place.unwrap_or_default()
    }
}

fn name(card: &Touchpoint) -> String {
    format!("{} {}", card.code, brief(&card.title))
}
