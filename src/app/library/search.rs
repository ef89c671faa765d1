//! Which entries of the catalogue a search finds, and how often each is used on a map.

use crate::{catalog::Entry, model::JourneyMap};
use std::collections::BTreeMap;

/// The entries that a search finds, the likeliest first: every typed word is part of a word of
/// theirs.
pub fn find<'a>(entries: &'a [Entry], search: &str) -> Vec<&'a Entry> {
    let words: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    if words.is_empty() {
        return entries.iter().collect();
    }
    let mut found: Vec<(Fit, &Entry)> = entries
        .iter()
        .filter_map(|entry| {
            let title = entry.title.to_lowercase();
            let keywords = entry.keywords.to_lowercase();
            let fits = words.iter().map(|word| fit(word, &title, &keywords));
            // As good as its worst word.
            Some((fits.collect::<Option<Vec<Fit>>>()?.into_iter().max()?, entry))
        })
        .collect();
    found.sort_by_key(|(fit, _)| *fit);
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// How well a typed word fits an entry, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Title,
    WordOfTitle,
    Keyword,
    Inside,
}

/// `None`: not at all.
fn fit(word: &str, title: &str, keywords: &str) -> Option<Fit> {
    let begins =
        |text: &str| text.split(|c: char| !c.is_alphanumeric()).any(|it| it.starts_with(word));
    if title.starts_with(word) {
        Some(Fit::Title)
    } else if begins(title) {
        Some(Fit::WordOfTitle)
    } else if begins(keywords) {
        Some(Fit::Keyword)
    } else if title.contains(word) || keywords.contains(word) {
        Some(Fit::Inside)
    } else {
        None
    }
}

/// How often each entry of the catalogue is used on a map.
pub fn count_uses(map: &JourneyMap) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for key in map.touchpoints.iter().filter_map(|card| card.catalog.as_ref()) {
        match counts.get_mut(key) {
            Some(count) => *count += 1,
            None => {
                counts.insert(key.clone(), 1);
            }
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Control, Period};

    #[test]
    fn every_typed_word_must_be_found_and_the_likeliest_is_first() {
        let entry = |key, title, keywords| Entry {
            key,
            title,
            period: Period::Before,
            control: Control::Direct,
            keywords,
        };
        let entries = [
            entry("a", "Word of mouth", "referral friend"),
            entry("b", "Online advertising", "ads banner"),
            entry("c", "Отзывы", "reviews"),
            entry("d", "Store address", "where"),
            entry("e", "Referral", ""),
        ];
        for (search, expected) in [
            ("", vec!["a", "b", "c", "d", "e"]),
            ("  WORD ", vec!["a"]),
            ("ban onl", vec!["b"]),
            ("отзыв", vec!["c"]),
            ("word banner", vec![]),
            // Titles first, then words inside, then what only contains it.
            ("re", vec!["e", "a", "c", "d"]),
            ("adv", vec!["b"]),
        ] {
            let keys: Vec<_> = find(&entries, search).iter().map(|entry| entry.key).collect();
            assert_eq!(keys, expected, "{search}");
        }
    }
}
