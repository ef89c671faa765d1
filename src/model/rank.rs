//! Order inside a place, as a text that always has room for one more in between.

use std::{fmt, str::FromStr};

/// A place in an order: ranks compare as texts, and between any two there is another. Moving a
/// card therefore changes that card alone.
///
/// Digits are `0-9A-Za-z`; the last is never `0`, so that there is room below every rank.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rank(Box<str>);

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE: usize = DIGITS.len();

impl Rank {
    /// The rank of the only card in a place.
    pub fn middle() -> Self {
        Self::between(None, None)
    }

    /// A rank after `low` and before `high`; `None` is the start or the end. Where `low` is not
    /// below `high` (a file edited by hand), the rank comes directly after `low`.
    pub fn between(low: Option<&Rank>, high: Option<&Rank>) -> Self {
        let low_digits = low.map_or(&b""[..], |r| r.0.as_bytes());
        let high_digits = match (low, high) {
            (Some(low), Some(high)) if low >= high => None,
            (_, high) => high.map(|r| r.0.as_bytes()),
        };
        let mut digits = Vec::with_capacity(low_digits.len() + 1);
        let mut bound = high_digits;
        for at in 0.. {
            let from = low_digits.get(at).map_or(0, |&d| value(d));
            let to = bound.map_or(BASE, |b| b.get(at).map_or(0, |&d| value(d)));
            // At the end of a list, step by a little instead of halving what is left: ranks of
            // cards added one after another stay short.
            let middle =
                if bound.is_none() && low.is_some() { from + 1 } else { usize::midpoint(from, to) };
            if middle > from && middle < to {
                digits.push(DIGITS[middle]);
                break;
            }
            digits.push(DIGITS[from]);
            if from < to {
                bound = None;
            }
        }
        Self(digits.into_iter().map(char::from).collect())
    }

    /// `count` ranks in order between two others. Their length grows with the logarithm of
    /// `count`.
    pub fn spread(low: Option<&Rank>, high: Option<&Rank>, count: usize) -> Vec<Rank> {
        let mut ranks = Vec::with_capacity(count);
        if high.is_none() && count < BASE {
            // A few at the end: one after the other, as if added one by one.
            for _ in 0..count {
                ranks.push(Rank::between(ranks.last().or(low), None));
            }
        } else {
            halve(low, high, count, &mut ranks);
        }
        ranks
    }

    /// The digits, as in the file.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Puts one rank in the middle, then fills both sides.
fn halve(low: Option<&Rank>, high: Option<&Rank>, count: usize, ranks: &mut Vec<Rank>) {
    let Some(others) = count.checked_sub(1) else { return };
    let middle = Rank::between(low, high);
    halve(low, Some(&middle), others / 2, ranks);
    ranks.push(middle.clone());
    halve(Some(&middle), high, others - others / 2, ranks);
}

fn value(digit: u8) -> usize {
    DIGITS.iter().position(|&d| d == digit).unwrap_or(0)
}

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text that is not a rank: empty, ending in `0`, or with a character that is not a digit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an order is digits and letters, and does not end in 0")]
pub struct ParseRankError;

impl FromStr for Rank {
    type Err = ParseRankError;

    fn from_str(text: &str) -> Result<Self, ParseRankError> {
        let fits = text.bytes().all(|b| b.is_ascii_alphanumeric())
            && !text.is_empty()
            && !text.ends_with('0');
        if fits { Ok(Self(text.into())) } else { Err(ParseRankError) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rank(text: &str) -> Option<Rank> {
        (!text.is_empty()).then(|| text.parse().unwrap())
    }

    #[test]
    fn there_is_always_room_between() {
        for (low, high) in [
            ("", ""),
            ("", "1"),
            ("", "01"),
            ("V", "W"),
            ("V", "V1"),
            ("z", ""),
            ("zz", ""),
            ("A", "A01"),
            ("Az", "B"),
            ("Azz", "B"),
            ("a", "a00001"),
        ] {
            let (low, high) = (rank(low), rank(high));
            let middle = Rank::between(low.as_ref(), high.as_ref());
            assert!(low.as_ref().is_none_or(|low| *low < middle), "{low:?} < {middle}");
            assert!(high.as_ref().is_none_or(|high| middle < *high), "{middle} < {high:?}");
            assert_eq!(middle.as_str().parse(), Ok(middle.clone()));
        }
    }

    #[test]
    fn ten_thousand_insertions_anywhere_stay_in_order() {
        let mut rng = fastrand::Rng::with_seed(1);
        let mut ranks: Vec<Rank> = Vec::new();
        for _ in 0..10_000 {
            let at = rng.usize(..=ranks.len());
            let next = Rank::between(at.checked_sub(1).map(|i| &ranks[i]), ranks.get(at));
            ranks.insert(at, next);
        }
        assert!(ranks.is_sorted());
    }

    #[test]
    fn many_at_once_are_in_order_and_short() {
        for (low, high) in [("", ""), ("V", ""), ("zzz", ""), ("", "V"), ("V", "W")] {
            for count in [0, 1, 3, 61, 62, 100, 100_000] {
                let (low, high) = (rank(low), rank(high));
                let ranks = Rank::spread(low.as_ref(), high.as_ref(), count);
                assert_eq!(ranks.len(), count);
                assert!(ranks.is_sorted_by(|a, b| a < b));
                assert!(low.is_none_or(|low| ranks.first().is_none_or(|first| low < *first)));
                assert!(high.is_none_or(|high| ranks.last().is_none_or(|last| *last < high)));
                assert!(ranks.iter().all(|rank| rank.as_str().len() <= 20), "{count}");
            }
        }
    }

    #[test]
    fn bounds_in_the_wrong_order_do_no_harm() {
        let (low, high) = (rank("b").unwrap(), rank("a").unwrap());
        assert!(Rank::between(Some(&low), Some(&high)) > low);
    }
}
