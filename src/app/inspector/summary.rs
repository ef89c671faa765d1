//! What the selected cards have in common, field by field.

use crate::{
    editor::Selection,
    model::{
        Control, CostBand, Emotion, JourneyMap, Mark, Period, Quality, Score, Touchpoint,
        TouchpointId, When,
    },
};

/// A field of several cards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Common<T> {
    Same(T),
    Mixed,
}

/// Every field that can be changed for several cards at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    pub ids: Vec<TouchpointId>,
    pub mark: Common<Option<Mark>>,
    pub emotion: Common<Option<Emotion>>,
    pub channel: Common<String>,
    pub control: Common<Option<Control>>,
    pub period: Common<Option<Period>>,
    pub moment_of_truth: Common<bool>,
    pub owner: Common<String>,
    pub impact: Common<Option<Score>>,
    pub effort: Common<Option<Score>>,
    pub cost: Common<String>,
    pub cost_band: Common<Option<CostBand>>,
    pub when: Common<Option<When>>,
    pub grows: Common<Option<bool>>,
    /// In the order of [`Quality::ALL`].
    pub scores: [Common<Option<Score>>; 6],
}

impl<T> Common<T> {
    /// The value, where it is the same everywhere.
    pub fn same(&self) -> Option<&T> {
        match self {
            Self::Same(value) => Some(value),
            Self::Mixed => None,
        }
    }
}

impl Summary {
    /// Of the selected cards of a map.
    pub fn of(map: &JourneyMap, selection: &Selection) -> Self {
        let Selection::Touchpoints(selected) = selection else {
            return Self::of_cards(&[]);
        };
        let cards: Vec<&Touchpoint> = map
            .touchpoints
            .iter()
            .filter(|card| selected.contains(&card.id))
            .map(AsRef::as_ref)
            .collect();
        Self::of_cards(&cards)
    }

    /// Whether anything is known of what is feasible.
    pub fn is_planned(&self) -> bool {
        let scores = [&self.impact, &self.effort].iter().any(|it| **it != Common::Same(None));
        scores
            || self.cost != Common::Same(String::new())
            || self.cost_band != Common::Same(None)
            || self.when != Common::Same(None)
            || self.grows != Common::Same(None)
    }

    fn of_cards(cards: &[&Touchpoint]) -> Self {
        Self {
            ids: cards.iter().map(|card| card.id).collect(),
            mark: common(cards, |card| &card.mark),
            emotion: common(cards, |card| &card.emotion),
            channel: common(cards, |card| &card.channel),
            control: common(cards, |card| &card.control),
            period: common(cards, |card| &card.period),
            moment_of_truth: common(cards, |card| &card.moment_of_truth),
            owner: common(cards, |card| &card.owner),
            impact: common(cards, |card| &card.feasibility.impact),
            effort: common(cards, |card| &card.feasibility.effort),
            cost: common(cards, |card| &card.feasibility.cost),
            cost_band: common(cards, |card| &card.feasibility.cost_band),
            when: common(cards, |card| &card.feasibility.when),
            grows: common(cards, |card| &card.feasibility.grows),
            scores: Quality::ALL.map(|quality| common_score(cards, quality)),
        }
    }
}

fn common_score(cards: &[&Touchpoint], quality: Quality) -> Common<Option<Score>> {
    let mut scores = cards.iter().map(|card| card.qualities.score(quality));
    match scores.next() {
        Some(first) if scores.all(|score| score == first) => Common::Same(first),
        _ => Common::Mixed,
    }
}

fn common<T: Clone + PartialEq>(
    cards: &[&Touchpoint],
    field: impl Fn(&Touchpoint) -> &T,
) -> Common<T> {
    match cards {
        [first, rest @ ..] if rest.iter().all(|card| field(card) == field(first)) => {
            Common::Same(field(first).clone())
        }
        _ => Common::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Code, MapId, Place, Rank};
    use std::{collections::BTreeSet, sync::Arc};

    #[test]
    fn fields_that_differ_are_mixed() {
        let mut map = JourneyMap::new(MapId::from(1), "");
        for (id, mark, channel) in
            [(1, Some(Mark::Positive), "Web"), (2, Some(Mark::Positive), "Shop"), (3, None, "Web")]
        {
            let place = Place::inbox(Rank::middle());
            let mut card = Touchpoint::new(TouchpointId::from(id), Code(1), "x", place);
            card.mark = mark;
            card.channel = channel.to_owned();
            card.qualities.set_score(Quality::Simple, Score::new(i64::from(channel == "Web")));
            map.touchpoints.push(Arc::new(card));
        }
        let of = |ids: &[u64]| {
            let ids: BTreeSet<_> = ids.iter().copied().map(TouchpointId::from).collect();
            Summary::of(&map, &Selection::Touchpoints(ids))
        };
        assert_eq!(of(&[1, 2]).mark, Common::Same(Some(Mark::Positive)));
        assert_eq!(of(&[1, 2]).channel, Common::Mixed);
        assert_eq!(of(&[1, 3]).channel, Common::Same("Web".to_owned()));
        assert_eq!(of(&[1, 2, 3]).mark, Common::Mixed);
        assert_eq!(of(&[2]).channel, Common::Same("Shop".to_owned()));
        assert_eq!(of(&[1, 3]).scores[0], Common::Same(Score::new(1)));
        assert_eq!(of(&[1, 2]).scores[0], Common::Mixed);
        assert_eq!(of(&[1, 2]).scores[1], Common::Same(None));
        assert!(of(&[]).ids.is_empty());
    }
}
