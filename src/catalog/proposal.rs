//! Which touchpoints of the catalogue may serve a customer action.
//!
//! An action is a sentence: "runs into trouble, looks for articles to fix it alone". Each entry has
//! three kinds of words, in all three languages: what customers do there (`actions.txt`, beginnings
//! of words), its title, and its keywords. Each kind counts once for each word that is in the
//! action, the first most; the language that fits best counts. An entry of the stage's own period
//! counts half as much again. What no word speaks for is not proposed.

use super::{Entry, entries, lines};
use crate::{model::Period, text::Language};
use std::{collections::BTreeMap, sync::LazyLock};

/// How many are proposed.
const MOST: usize = 5;

// How much a word is worth.
const ACTION: u32 = 6;
const TITLE: u32 = 4;
const KEYWORD: u32 = 2;

/// The entries that may serve an action on a stage of a period, the likeliest first, at most five.
pub fn proposals(language: Language, action: &str, period: Option<Period>) -> Vec<&'static Entry> {
    static ALL: LazyLock<Vec<Vec<Words>>> = LazyLock::new(read);
    let action = Action::new(action);
    let mut found: Vec<(u32, &Entry)> = entries(language)
        .iter()
        .zip(ALL.iter())
        .filter_map(|(entry, words)| {
            let worth = words.iter().map(|words| words.worth(&action)).max()?;
            let is_here = period == Some(entry.period);
            (worth > 0).then_some((if is_here { worth * 3 } else { worth * 2 }, entry))
        })
        .collect();
    // Where two are worth the same, the order of the catalogue stays.
    found.sort_by_key(|(worth, _)| std::cmp::Reverse(*worth));
    found.into_iter().take(MOST).map(|(_, entry)| entry).collect()
}

/// What speaks for an entry in one language.
struct Words {
    actions: Vec<String>,
    title: Vec<String>,
    keywords: Vec<String>,
}

/// For each entry in the catalogue's order, its words in each language.
fn read() -> Vec<Vec<Words>> {
    let actions: BTreeMap<&str, Vec<&str>> =
        lines(include_str!("../../assets/catalog/actions.txt"))
            .filter_map(|line| {
                let mut fields = line.split('|').map(str::trim);
                Some((fields.next()?, fields.collect()))
            })
            .collect();
    let languages = || Language::iter().copied();
    let count = languages().map(|language| entries(language).len()).min().unwrap_or(0);
    (0..count)
        .map(|at| {
            let words = languages().enumerate().filter_map(|(column, language)| {
                let entry = entries(language).get(at)?;
                let actions = actions.get(entry.key)?.get(column)?;
                Some(Words {
                    actions: parts(actions),
                    title: Action::new(entry.title).words,
                    keywords: parts(entry.keywords),
                })
            });
            words.collect()
        })
        .collect()
}

fn parts(list: &str) -> Vec<String> {
    list.split(',').map(small).filter(|part| !part.is_empty()).collect()
}

/// In small letters, words parted by one space. Few people type the dots of ё.
fn small(text: &str) -> String {
    let plain = text.to_lowercase().replace('ё', "е");
    let words: Vec<_> =
        plain.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    words.join(" ")
}

/// An action, ready to be searched.
struct Action {
    text: String,
    words: Vec<String>,
}

impl Action {
    fn new(action: &str) -> Self {
        let text = small(action);
        Self { words: text.split(' ').map(str::to_owned).collect(), text }
    }

    /// Whether the words of a phrase stand one after the other in the action, each perhaps with
    /// another ending. Chinese has no spaces: there, the phrase is somewhere in the text.
    fn has_begun(&self, phrase: &str) -> bool {
        if is_han(phrase) {
            return self.text.contains(phrase);
        }
        let phrase: Vec<&str> = phrase.split(' ').collect();
        self.words
            .windows(phrase.len())
            .any(|words| words.iter().zip(&phrase).all(|(word, part)| word.starts_with(part)))
    }

    /// Whether a word of the action is a form of this one.
    fn has_form_of(&self, word: &str) -> bool {
        if is_han(word) {
            return self.text.contains(word);
        }
        self.words.iter().any(|other| are_forms(word, other))
    }
}

impl Words {
    fn worth(&self, action: &Action) -> u32 {
        let count = |list: &[String], fits: &dyn Fn(&str) -> bool, worth: u32| {
            list.iter().filter(|word| fits(word)).map(|_| worth).sum::<u32>()
        };
        count(&self.actions, &|word| action.has_begun(word), ACTION)
            + count(&self.title, &|word| action.has_form_of(word), TITLE)
            + count(&self.keywords, &|word| action.has_form_of(word), KEYWORD)
    }
}

/// Whether two words differ in their endings only: "review", "reviews"; «отзывы», «отзывов».
fn are_forms(a: &str, b: &str) -> bool {
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.chars().count(), b.chars().count());
    let (short, long) = (a.min(b), a.max(b));
    long - same <= 3 && (same >= 5 || (same == short && same >= 4))
}

fn is_han(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Template, new_project};
    use crate::model::IdSource;

    fn keys(action: &str, period: Option<Period>) -> Vec<&'static str> {
        proposals(Language::En, action, period).iter().map(|entry| entry.key).collect()
    }

    /// The actions of the worked example, as the article has them and as people write them in the
    /// other languages, each with the touchpoint that the article matches to it.
    const WORKED: [(&str, [&str; 3]); 6] = [
        (
            "content-marketing",
            [
                "notices a problem and researches how to solve it",
                "замечает проблему и изучает, как её решить",
                "发现问题，研究解决办法",
            ],
        ),
        (
            "online-advertising",
            [
                "looks for a specific product, browses search listings, then retailers' sites",
                "ищет конкретный товар, смотрит поисковую выдачу, потом сайты магазинов",
                "寻找某款商品，先看搜索结果，再看零售网站",
            ],
        ),
        (
            "reviews-testimonials",
            ["searches for reviews of the product", "ищет отзывы о товаре", "查找产品评价"],
        ),
        (
            "customer-portal",
            ["has enough information, buys", "знает достаточно и покупает", "信息足够，购买"],
        ),
        (
            "self-service",
            [
                "uses the product, runs into trouble, looks for articles to fix it alone",
                "пользуется товаром, что-то не выходит, ищет статьи, чтобы справиться самому",
                "使用产品时遇到问题，找文章自己解决",
            ],
        ),
        (
            "support-channels",
            [
                "contacts a customer service representative",
                "обращается к сотруднику службы поддержки",
                "联系客服代表",
            ],
        ),
    ];

    #[test]
    fn the_actions_of_the_worked_example_find_their_touchpoints_in_each_language() {
        for (key, actions) in WORKED {
            for action in actions {
                // Whether or not the stage has a period.
                assert!(keys(action, None).contains(&key), "{action}: {:?}", keys(action, None));
            }
        }
    }

    #[test]
    fn the_actions_of_the_sample_find_the_touchpoints_that_it_has() {
        for language in Language::iter().copied() {
            let project = new_project(Template::Sample, language, &mut IdSource::seeded(1));
            let map = &project.maps[0];
            for column in map.columns() {
                let at_step = map
                    .touchpoints
                    .iter()
                    .filter(|card| card.place.cell.is_some_and(|cell| cell.step == column.step.id));
                let wanted: Vec<_> = at_step.filter_map(|card| card.catalog.as_deref()).collect();
                let found = keys(&column.step.action, column.stage.period);
                let is_found = wanted.iter().any(|key| found.contains(key));
                assert!(is_found, "{}: {found:?}, not {wanted:?}", column.step.action);
            }
        }
    }

    #[test]
    fn the_period_of_the_stage_decides_between_equals() {
        let before = keys("reads reviews", Some(Period::Before));
        let during = keys("reads reviews", Some(Period::During));
        assert_eq!((before[0], during[0]), ("reviews-testimonials", "product-reviews"));
    }

    #[test]
    fn other_moments_of_a_journey_find_something_too() {
        for (action, key) in [
            ("stands in line at the till", "checkout-lines"),
            ("pays by card", "point-of-sale"),
            ("unpacks the chair", "packaging"),
            ("едет в магазин", "store-address"),
            ("ждёт курьера", "order-fulfilment"),
            ("продлевает подписку", "subscription-renewal"),
            ("排队付款", "checkout-lines"),
            ("收到快递", "order-fulfilment"),
            ("installs the app and sets up an account", "onboarding"),
            ("asks the staff for advice", "staff"),
        ] {
            assert!(keys(action, None).contains(&key), "{action}: {:?}", keys(action, None));
        }
        assert_eq!(keys("", None), Vec::<&str>::new());
        assert_eq!(keys("qwertz", Some(Period::Before)), Vec::<&str>::new());
    }

    #[test]
    fn every_entry_says_in_each_language_what_customers_do_there() {
        for (entry, words) in entries(Language::En).iter().zip(read()) {
            assert_eq!(words.len(), Language::iter().count(), "{}", entry.key);
            assert!(words.iter().all(|words| words.actions.len() > 1), "{}", entry.key);
        }
    }
}
