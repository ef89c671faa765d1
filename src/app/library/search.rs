//! Which entries of the catalogue a search finds, and how often each is used on a map.

use crate::{catalog::Entry, model::JourneyMap};
use std::collections::BTreeMap;

/// The entries that a search finds: every typed word begins or is part of a word of theirs.
pub fn find<'a>(entries: &'a [Entry], search: &str) -> Vec<&'a Entry> {
    if search.trim().is_empty() {
        return entries.iter().collect();
    }
    let words: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    entries
        .iter()
        .filter(|entry| {
            let title = entry.title.to_lowercase();
            let keywords = entry.keywords.to_lowercase();
            words.iter().all(|word| title.contains(word) || keywords.contains(word))
        })
        .collect()
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
    fn every_typed_word_must_be_found() {
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
        ];
        for (search, expected) in [
            ("", vec!["a", "b", "c"]),
            ("  WORD ", vec!["a"]),
            ("ban onl", vec!["b"]),
            ("отзыв", vec!["c"]),
            ("word banner", vec![]),
        ] {
            let keys: Vec<_> = find(&entries, search).iter().map(|entry| entry.key).collect();
            assert_eq!(keys, expected, "{search}");
        }
    }
}
