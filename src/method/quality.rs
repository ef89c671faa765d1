//! The six qualities over a whole map: what is rated how, and which of them is the weakest.

use super::walk::{Stop, walk};
use crate::model::{JourneyMap, Quality, Score};

/// Touchpoints × qualities.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct QualityTable {
    /// In the order of the map. What waits in the inbox is not in it.
    pub rows: Vec<QualityRow>,
    /// Of the rated ones, in the order of [`Quality::ALL`].
    pub means: [Option<f32>; 6],
    /// Of all ratings.
    pub mean: Option<f32>,
}

/// A touchpoint and its mean.
#[derive(Debug, Clone, PartialEq)]
pub struct QualityRow {
    pub stop: Stop,
    /// `None`: nothing is rated.
    pub mean: Option<f32>,
}

impl QualityTable {
    pub fn of(map: &JourneyMap) -> Self {
        let row = |stop: Stop| QualityRow { mean: stop.card.qualities.scores().mean(), stop };
        let rows: Vec<QualityRow> = walk(map).into_iter().map(row).collect();
        let of = |row: &QualityRow, quality| row.stop.card.qualities.score(quality);
        let means = Quality::ALL
            .map(|quality| mean(rows.iter().filter_map(|row| of(row, quality)).map(value)));
        let all = rows.iter().flat_map(|row| Quality::ALL.map(|quality| of(row, quality)));
        let mean = mean(all.flatten().map(value));
        Self { rows, means, mean }
    }

    /// The mean of a quality, where it is rated.
    pub fn mean_of(&self, quality: Quality) -> Option<f32> {
        let mut means = Quality::ALL.into_iter().zip(self.means);
        means.find(|(it, _)| *it == quality).and_then(|(_, mean)| mean)
    }

    /// The quality with the lowest mean, and that; the first of several.
    pub fn weakest(&self) -> Option<(Quality, f32)> {
        let means = Quality::ALL.into_iter().zip(self.means);
        let rated = means.filter_map(|(quality, mean)| Some((quality, mean?)));
        rated.min_by(|(_, a), (_, b)| a.total_cmp(b))
    }

    /// The rows by their index, the weakest first; those that are not rated last, each in the order
    /// of the map. `by`: of one quality, else by their means.
    pub fn weakest_first(&self, by: Option<Quality>) -> Vec<usize> {
        let key = |row: &QualityRow| match by {
            Some(quality) => row.stop.card.qualities.score(quality).map(value),
            None => row.mean,
        };
        let keys: Vec<f32> =
            self.rows.iter().map(|row| key(row).unwrap_or(f32::INFINITY)).collect();
        let mut order: Vec<(f32, usize)> = keys.into_iter().zip(0..).collect();
        order.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        order.into_iter().map(|(_, at)| at).collect()
    }
}

/// The weakest quality of a map, and its mean, in one walk over the cards.
pub fn weakest(map: &JourneyMap) -> Option<(Quality, f32)> {
    let mut sums = [(0.0, 0.0); 6];
    for card in map.touchpoints.iter().filter(|card| card.place.cell.is_some()) {
        for (quality, sum) in Quality::ALL.into_iter().zip(&mut sums) {
            if let Some(score) = card.qualities.score(quality) {
                *sum = (sum.0 + value(score), sum.1 + 1.0);
            }
        }
    }
    let means = Quality::ALL.into_iter().zip(sums).filter(|(_, (_, count))| *count > 0.0);
    let means = means.map(|(quality, (sum, count))| (quality, sum / count));
    means.min_by(|(_, a), (_, b)| a.total_cmp(b))
}

fn value(score: Score) -> f32 {
    f32::from(score.value())
}

/// `None` of nothing.
pub fn mean(values: impl Iterator<Item = f32>) -> Option<f32> {
    let (mut sum, mut count) = (0.0, 0.0);
    for value in values {
        sum += value;
        count += 1.0;
    }
    (count > 0.0).then(|| sum / count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::method::walk::tests::map;
    use std::sync::Arc;

    #[test]
    fn what_is_not_rated_does_not_count_and_comes_last() {
        let mut map = map(&["a", "b", "c"]);
        let table = QualityTable::of(&map);
        assert_eq!((table.mean, table.weakest(), table.rows.len()), (None, None, 3));
        for (at, quality, score) in [
            (0, Quality::Simple, 4),
            (0, Quality::Personal, 1),
            (2, Quality::Simple, 1),
            (2, Quality::Appealing, 2),
        ] {
            let card = Arc::make_mut(&mut map.touchpoints[at]);
            card.qualities.set_score(quality, Score::new(score));
        }
        let table = QualityTable::of(&map);
        assert_eq!(table.means, [Some(2.5), None, None, None, Some(2.0), Some(1.0)]);
        assert_eq!((table.mean, table.weakest()), (Some(2.0), Some((Quality::Personal, 1.0))));
        assert_eq!(weakest(&map), table.weakest());
        assert_eq!(table.weakest_first(None), [2, 0, 1]);
        assert_eq!(table.weakest_first(Some(Quality::Appealing)), [2, 0, 1]);
        assert_eq!(table.weakest_first(Some(Quality::Personal)), [0, 1, 2]);
    }
}
