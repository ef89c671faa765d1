//! Every word of the interface, in each language.
//!
//! The messages are in `assets/text/<language>/*.ftl`; the build makes one typed function of each.
//! A message that a language lacks has no function, so using it does not compile.

mod generated {
    #![allow(
        clippy::all,
        clippy::pedantic,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::allow_attributes_without_reason,
        reason = "made by fluent-typed"
    )]
    include!(concat!(env!("OUT_DIR"), "/text.rs"));
}

pub use generated::{L10n as Language, L10nLanguage as Text};

/// The first of the system's languages that the program speaks, else English.
pub fn system_language() -> Language {
    first_spoken(sys_locale::get_locales())
}

fn first_spoken(locales: impl Iterator<Item = String>) -> Language {
    let mut spoken = locales.filter_map(|locale| {
        // "ru", "ru-RU", "zh-Hans-CN"; unusual systems have "ru_RU".
        let language = locale.split(['-', '_', '.']).next()?.to_ascii_lowercase();
        language.parse().ok()
    });
    spoken.next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_of_the_system_that_is_spoken_is_taken() {
        for (locales, expected) in [
            ("", Language::En),
            ("C", Language::En),
            ("POSIX", Language::En),
            ("en-GB ru-RU", Language::En),
            ("ru", Language::Ru),
            ("ru-RU en-US", Language::Ru),
            ("ru_RU.UTF-8", Language::Ru),
            ("RU-ru", Language::Ru),
            ("zh-CN", Language::Zh),
            ("zh-Hans-CN", Language::Zh),
            ("zh-Hant-TW", Language::Zh),
            ("de-DE zh-SG ru-RU", Language::Zh),
            ("rue-RU", Language::En),
        ] {
            let found = first_spoken(locales.split_whitespace().map(str::to_owned));
            assert_eq!(found, expected, "{locales}");
        }
    }
}
