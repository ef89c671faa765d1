//! Which entries of the catalogue a search finds, and how often each is used on a map.

use crate::{
    catalog::{self, Entry},
    model::JourneyMap,
    text::Language,
};
use std::{collections::HashMap, sync::LazyLock};

/// The entries that a search finds, the likeliest first: every typed word is part of a word of
/// theirs, in whichever language.
pub fn find(language: Language, search: &str) -> Vec<&'static Entry> {
    static FINDERS: LazyLock<Vec<Finder>> = LazyLock::new(|| {
        let languages = Language::iter().copied().enumerate();
        let words = languages.flat_map(|(at, language)| {
            let entries = catalog::entries(language).iter();
            entries.enumerate().map(move |(entry, words)| Finder::new(entry, at, words))
        });
        words.collect()
    });
    let entries = catalog::entries(language);
    let shown = Language::iter().position(|it| *it == language).unwrap_or_default();
    found(&FINDERS, entries.len(), shown, search).filter_map(|at| entries.get(at)).collect()
}

/// What finds an entry, in one language, in small letters.
struct Finder {
    entry: usize,
    language: usize,
    title: String,
    keywords: String,
}

impl Finder {
    fn new(entry: usize, language: usize, words: &Entry) -> Self {
        Self { entry, language, title: small(words.title), keywords: small(words.keywords) }
    }
}

/// Few people type the dots of ё.
fn small(words: &str) -> String {
    words.to_lowercase().replace('ё', "е")
}

/// The numbers of the entries that are found.
fn found(
    finders: &[Finder],
    entries: usize,
    shown: usize,
    search: &str,
) -> impl Iterator<Item = usize> {
    let mut fits = vec![Some(Fit::Title); entries];
    for word in small(search).split_whitespace() {
        let mut best: Vec<Option<Fit>> = vec![None; entries];
        for finder in finders {
            if let Some(best) = best.get_mut(finder.entry) {
                *best = [*best, fit(word, finder, shown)].into_iter().flatten().min();
            }
        }
        for (fit, best) in fits.iter_mut().zip(best) {
            // As good as its worst word.
            *fit = fit.zip(best).map(|(fit, best)| fit.max(best));
        }
    }
    let mut found: Vec<(Fit, usize)> =
        fits.iter().enumerate().filter_map(|(at, fit)| Some(((*fit)?, at))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at)
}

/// How well a typed word fits an entry, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Title,
    WordOfTitle,
    /// A word of the title in another language than the one that is shown.
    TitleElsewhere,
    Keyword,
    KeywordElsewhere,
    Inside,
}

/// `None`: not at all.
fn fit(word: &str, finder: &Finder, shown: usize) -> Option<Fit> {
    let Finder { title, keywords, .. } = finder;
    let begins =
        |text: &str| text.split(|c: char| !c.is_alphanumeric()).any(|it| it.starts_with(word));
    let is_shown = finder.language == shown;
    if is_shown && title.starts_with(word) {
        Some(Fit::Title)
    } else if begins(title) {
        Some(if is_shown { Fit::WordOfTitle } else { Fit::TitleElsewhere })
    } else if begins(keywords) {
        Some(if is_shown { Fit::Keyword } else { Fit::KeywordElsewhere })
    } else if title.contains(word) || keywords.contains(word) {
        Some(Fit::Inside)
    } else {
        None
    }
}

/// How often each entry of the catalogue is used on a map.
pub fn count_uses(map: &JourneyMap) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
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

    #[test]
    fn every_typed_word_must_be_found_and_the_likeliest_is_first() {
        let finder = |entry, language, title: &str, keywords: &str| Finder {
            entry,
            language,
            title: small(title),
            keywords: small(keywords),
        };
        let finders = [
            finder(0, 0, "Word of mouth", "referral friend"),
            finder(1, 0, "Online advertising", "ads banner"),
            finder(2, 0, "Reviews", "stars"),
            finder(3, 0, "Store address", "where"),
            finder(4, 0, "Referral", ""),
            finder(2, 1, "Отзывы", "оценки, звёзды, рефлексия, reference"),
        ];
        for (search, expected) in [
            ("", vec![0, 1, 2, 3, 4]),
            ("  WORD ", vec![0]),
            ("ban onl", vec![1]),
            ("отзыв", vec![2]),
            ("ЗВЕЗД", vec![2]),
            ("звёзды reviews", vec![2]),
            ("word banner", vec![]),
            // Titles first, then words inside, then other languages, then what only contains it.
            ("ref", vec![4, 0, 2]),
            ("re", vec![2, 4, 0, 3]),
            ("adv", vec![1]),
        ] {
            let keys: Vec<_> = found(&finders, 5, 0, search).collect();
            assert_eq!(keys, expected, "{search}");
        }
    }

    #[test]
    fn a_title_in_any_language_finds_its_entry_in_every_language() {
        for typed in Language::iter().copied() {
            for wanted in catalog::entries(typed) {
                for shown in Language::iter().copied() {
                    let found = find(shown, wanted.title);
                    assert!(found.iter().any(|entry| entry.key == wanted.key), "{}", wanted.title);
                }
                let first = find(typed, wanted.title);
                assert_eq!(first[0].key, wanted.key, "{}", wanted.title);
            }
        }
        for (shown, search, key) in [
            (Language::En, "сарафан", "word-of-mouth"),
            (Language::En, "收银", "point-of-sale"),
            (Language::Ru, "loyalty", "loyalty-programme"),
            (Language::Ru, "积分", "loyalty-programme"),
            (Language::Zh, "счет", "billing"),
            (Language::Zh, "queue", "checkout-lines"),
        ] {
            assert_eq!(find(shown, search)[0].key, key, "{search}");
        }
    }
}
