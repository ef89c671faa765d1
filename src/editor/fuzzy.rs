//! Fuzzy: which names fit what was typed, how well, and with which of their letters. For Latin,
//! Cyrillic and Chinese alike.

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// What was typed, ready to be looked for in many names.
pub struct Fuzzy {
    pattern: Pattern,
    matcher: Matcher,
    letters: Vec<u32>,
    buffer: Vec<char>,
}

/// How a name fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// The more the better.
    pub score: u32,
    /// The parts of the name that were typed, in bytes, in order.
    pub letters: Vec<Range<usize>>,
}

impl Fuzzy {
    /// Each word that was typed must be found, its letters in their order; which word comes first,
    /// capitals and accents do not matter.
    pub fn new(typed: &str) -> Self {
        let typed = plain(typed);
        let mut config = Config::DEFAULT;
        config.prefer_prefix = true;
        Self {
            pattern: Pattern::new(
                &typed,
                CaseMatching::Ignore,
                Normalization::Smart,
                AtomKind::Fuzzy,
            ),
            matcher: Matcher::new(config),
            letters: Vec::new(),
            buffer: Vec::new(),
        }
    }

    /// How a name fits; `None`: not at all. Everything fits where nothing was typed.
    pub fn fit(&mut self, name: &str) -> Option<Fit> {
        // As many bytes as before: places in one are places in the other.
        let plain = plain(name);
        self.letters.clear();
        let name = Utf32Str::new(&plain, &mut self.buffer);
        let score = self.pattern.indices(name, &mut self.matcher, &mut self.letters)?;
        self.letters.sort_unstable();
        self.letters.dedup();
        let mut wanted = self.letters.iter().peekable();
        let mut letters: Vec<Range<usize>> = Vec::new();
        for (at, (start, letter)) in (0_u32..).zip(plain.grapheme_indices(true)) {
            if wanted.next_if(|&&wanted| wanted == at).is_none() {
                continue;
            }
            let end = start + letter.len();
            match letters.last_mut() {
                Some(last) if last.end == start => last.end = end,
                _ => letters.push(start..end),
            }
        }
        Some(Fit { score, letters })
    }
}

/// Few type the dots of ё.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            'ё' => 'е',
            'Ё' => 'Е',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The name with what fits in brackets.
    fn shown(typed: &str, name: &str) -> Option<String> {
        let fit = Fuzzy::new(typed).fit(name)?;
        let mut shown = String::new();
        let mut at = 0;
        for Range { start, end } in fit.letters {
            for part in [&name[at..start], "[", &name[start..end], "]"] {
                shown.push_str(part);
            }
            at = end;
        }
        Some(shown + &name[at..])
    }

    #[test]
    fn letters_that_were_typed_are_found_in_every_script() {
        for (typed, name, expected) in [
            ("", "Undo", Some("Undo")),
            ("und", "Undo", Some("[Und]o")),
            ("ADD la", "Add lane", Some("[Add] [la]ne")),
            ("lane add", "Add lane", Some("[Add] [lane]")),
            ("zmft", "Zoom to fit", Some("[Z]oo[m] to [f]i[t]")),
            ("zmftx", "Zoom to fit", None),
            ("ztf", "Zoom to fit", Some("[Z]oom [t]o [f]it")),
            ("cafe", "Café", Some("[Café]")),
            ("отм", "Отменить", Some("[Отм]енить")),
            ("ОТМ", "отменить", Some("[отм]енить")),
            ("все", "Выделить всё", Some("Выделить [всё]")),
            ("дбэт", "Добавить этап", Some("[Д]о[б]авить [эт]ап")),
            ("й", "Йод", Some("[Й]од")),
            ("阶段", "添加阶段", Some("添加[阶段]")),
            ("添段", "添加阶段", Some("[添]加阶[段]")),
            ("泳", "添加阶段", None),
            ("undo", "Redo", None),
        ] {
            assert_eq!(shown(typed, name).as_deref(), expected, "{typed} in {name}");
        }
    }

    #[test]
    fn the_beginning_of_a_word_fits_better_than_its_middle() {
        for (typed, better, worse) in [
            ("st", "Add stage", "Close a list"),
            ("map", "Map", "Add map"),
            ("эт", "Добавить этап", "Поэтому"),
        ] {
            let mut fuzzy = Fuzzy::new(typed);
            let score = |name, fuzzy: &mut Fuzzy| fuzzy.fit(name).map(|fit| fit.score);
            assert!(score(better, &mut fuzzy) > score(worse, &mut fuzzy), "{typed}");
        }
    }

    #[test]
    fn long_and_odd_texts_do_no_harm() {
        for text in ["e\u{301}\u{301}", "👩‍👩‍👧 семья", "\r\n", "\\ ", "ИЙ\u{306}"]
        {
            for typed in [text, "и", "👩"] {
                Fuzzy::new(typed).fit(text);
                Fuzzy::new(typed).fit(&text.repeat(2000));
            }
        }
    }
}
