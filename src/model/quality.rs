//! How good a touchpoint is: six qualities, each rated from 1 to 5.

use std::collections::BTreeMap;

/// What a touchpoint should be. From a published retail method, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quality {
    /// Easy to understand and to use.
    Simple,
    /// Fits the channel's context and the audience's interests.
    Appropriate,
    /// What the customer expects to find at this stage.
    Relevant,
    /// Of real, useful value.
    Meaningful,
    /// Gives what the customers care about and want.
    Appealing,
    /// Fitted to each customer's needs.
    Personal,
}

impl Quality {
    /// All six, in the order of the method.
    pub const ALL: [Quality; 6] = [
        Quality::Simple,
        Quality::Appropriate,
        Quality::Relevant,
        Quality::Meaningful,
        Quality::Appealing,
        Quality::Personal,
    ];
}

/// From 1 (least) to 5 (most): of a quality, of impact, of effort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

impl Score {
    /// Every score from least to most.
    pub const ALL: [Score; 5] = [Score(1), Score(2), Score(3), Score(4), Score(5)];

    /// `None` outside 1 … 5.
    pub fn new(value: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|score| i64::from(score.0) == value)
    }

    /// 1 … 5.
    pub fn value(self) -> u8 {
        self.0
    }
}

/// The ratings of a touchpoint. A quality that is not there is neither rated nor noted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Qualities(BTreeMap<Quality, Rating>);

/// What is thought of one quality.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rating {
    /// `None`: not rated.
    pub score: Option<Score>,
    pub note: String,
}

impl Qualities {
    /// `None`: not rated.
    pub fn score(&self, quality: Quality) -> Option<Score> {
        self.0.get(&quality)?.score
    }

    pub fn note(&self, quality: Quality) -> &str {
        self.0.get(&quality).map_or("", |rating| &rating.note)
    }

    pub fn set_score(&mut self, quality: Quality, score: Option<Score>) {
        self.change(quality, |rating| rating.score = score);
    }

    pub fn set_note(&mut self, quality: Quality, note: impl Into<String>) {
        self.change(quality, |rating| rating.note = note.into());
    }

    /// Whether nothing is rated or noted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is rated or noted, in the order of the method.
    pub fn iter(&self) -> impl Iterator<Item = (Quality, &Rating)> {
        self.0.iter().map(|(quality, rating)| (*quality, rating))
    }

    /// What is rated.
    pub fn scores(&self) -> Scores {
        Scores(self.0.iter().filter_map(|(quality, it)| Some((*quality, it.score?))).collect())
    }

    fn change(&mut self, quality: Quality, change: impl FnOnce(&mut Rating)) {
        let mut rating = self.0.remove(&quality).unwrap_or_default();
        change(&mut rating);
        if rating != Rating::default() {
            self.0.insert(quality, rating);
        }
    }
}

/// Ratings without notes, as an audit keeps them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scores(pub BTreeMap<Quality, Score>);

impl Scores {
    /// The mean of what is rated, 1 to 5; `None` where nothing is.
    pub fn mean(&self) -> Option<f32> {
        let (mut sum, mut count) = (0.0, 0.0);
        for score in self.0.values() {
            sum += f32::from(score.value());
            count += 1.0;
        }
        (count > 0.0).then(|| sum / count)
    }
}

/// A mean as it is shown, to one decimal: the whole, and the tenths.
pub fn tenths(mean: f32) -> (u8, u8) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 5")]
    let all = (mean * 10.0).round() as u8;
    (all / 10, all % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rating_that_is_taken_back_leaves_nothing() {
        let mut qualities = Qualities::default();
        qualities.set_score(Quality::Simple, Score::new(4));
        qualities.set_score(Quality::Personal, Score::new(1));
        qualities.set_note(Quality::Simple, "two clicks");
        assert_eq!(qualities.scores().mean(), Some(2.5));
        qualities.set_score(Quality::Simple, None);
        assert_eq!(qualities.note(Quality::Simple), "two clicks");
        qualities.set_note(Quality::Simple, "");
        qualities.set_score(Quality::Personal, None);
        assert_eq!(qualities, Qualities::default());
        assert_eq!(qualities.scores().mean(), None);
        assert_eq!((Score::new(0), Score::new(6)), (None, None));
        assert_eq!([3.66, 5.0, 1.04].map(tenths), [(3, 7), (5, 0), (1, 0)]);
    }
}
