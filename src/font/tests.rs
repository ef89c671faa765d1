//! What shaping and wrapping promise. That the screen agrees is tested in `tests/type.rs`.

use super::*;

impl Fonts {
    /// With a small Chinese face, the same on every machine.
    pub(crate) fn for_tests() -> Self {
        let subset: &'static [u8] = include_bytes!("../../tests/fonts/NotoSansSC-subset.otf");
        Self::bundled().with_han(FaceData {
            family: "Noto Sans CJK SC".to_owned(),
            bytes: Arc::new(subset),
            index: 0,
            axes: Vec::new(),
        })
    }
}

fn fonts() -> Fonts {
    Fonts::for_tests()
}

const TEXTS: [&str; 12] = [
    "Reads reviews on the shop’s own site",
    "Отзывы покупателей на сайте магазина",
    "产品评价：客户在网站上阅读评论，然后购买。",
    "AVATAR To Wa Ty fi ffi 1,234,567.89 €",
    "Website: 网站 и сайт, 2026 г.",
    "https://example.com/a/very/long/path?with=query&and=more",
    "Pneumonoultramicroscopicsilicovolcanoconiosis",
    "Electroencephalographically превысокомногорассмотрительствующий",
    "购物车（结账）“自助”",
    "👍🏽 emoji, שלום and עברית",
    "e\u{301}e\u{301}e\u{301}\u{202F}\u{2009}x\u{200B}y",
    "Tab\there, then two\nlines\r\nand  three",
];

fn texts(lines: &[Arc<Line>]) -> Vec<&str> {
    lines.iter().map(|line| &*line.text).collect()
}

#[test]
fn fonts_go_to_any_thread() {
    fn check<T: Send + Sync>(_: &T) {}
    check(&fonts());
}

#[test]
fn a_line_has_runs_of_one_face_that_cover_its_text() {
    let line = fonts().line("Map 地图 карта", Weight::Medium, 12.5);
    let plex = Face::Plex(Weight::Medium);
    let runs: Vec<_> =
        line.runs.iter().map(|run| (run.face, &line.text[run.text.clone()])).collect();
    assert_eq!(runs, [(plex, "Map "), (Face::Han, "地图"), (plex, " карта")]);
    assert!(line.runs.iter().flat_map(|run| &run.glyphs).all(|glyph| glyph.id != 0));
    assert!(line.runs.iter().flat_map(|run| &run.glyphs).is_sorted_by_key(|glyph| glyph.x));
    assert_eq!(fonts().line("", Weight::Regular, 11.0).runs, []);
}

#[test]
fn wrapped_lines_fit_and_are_what_the_same_text_gives_alone() {
    let fonts = fonts();
    for text in TEXTS {
        for width in [30.0, 52.0, 77.0, 100.0, 144.0, 200.0] {
            let lines = fonts.wrap(text, Weight::SemiBold, 12.5, width, usize::MAX);
            for line in &lines {
                let alone = fonts.line(&line.text, Weight::SemiBold, 12.5);
                assert!((alone.width - line.width).abs() < 0.001, "{} at {width}", line.text);
                let ids = |line: &Line| -> Vec<(Face, Vec<u16>)> {
                    let ids = |run: &Run| run.glyphs.iter().map(|glyph| glyph.id).collect();
                    line.runs.iter().map(|run| (run.face, ids(run))).collect()
                };
                assert_eq!(ids(&alone), ids(line), "{} at {width}", line.text);
                assert!(line.width <= width + 0.001, "{} is {} at {width}", line.text, line.width);
            }
            let without_space = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(without_space(&texts(&lines).concat()), without_space(text));
        }
    }
}

#[test]
fn text_breaks_where_it_may() {
    let fonts = fonts();
    let check = |text: &str, width: f32, max_lines: usize, expected: &[&str]| {
        let lines = fonts.wrap(text, Weight::Regular, 12.5, width, max_lines);
        assert_eq!(texts(&lines), expected, "{text} at {width}");
    };
    check("", 100.0, 3, &[]);
    check("  \n ", 100.0, 3, &[]);
    check("word", 100.0, 0, &[]);
    check("Reads product reviews", 80.0, 3, &["Reads", "product", "reviews"]);
    check("Reads product reviews", 90.0, 3, &["Reads product", "reviews"]);
    check("Reads product reviews ", 400.0, 3, &["Reads product reviews"]);
    check("one\ntwo\r\n\nthree\n", 400.0, 9, &["one", "two", "", "three"]);
    check("one\ntwo", 400.0, 1, &["one…"]);
    check("Reads product reviews", 80.0, 2, &["Reads", "product revi…"]);
    check("Reads product reviews", 1.0, 1, &["…"]);
    check("a  b", 10.0, 3, &["a", "b"]);
    check("self-service", 46.0, 3, &["self-", "service"]);
    // No short word alone at the end, where there is another to go with it.
    check("researches how to solve it", 140.0, 3, &["researches how to", "solve it"]);
    check("Electroencephalograph it", 140.0, 3, &["Electroencephalograph", "it"]);
    check("a Electroencephalograp it", 140.0, 3, &["a Electroencephalograp", "it"]);
    // No closing mark at the start of a line, no opening one at the end.
    check("客户评价，很好", 51.0, 3, &["客户评", "价，很好"]);
    check("客户评价（很好）", 64.0, 3, &["客户评价", "（很好）"]);
    // A letter is never torn from its accent.
    check("e\u{301}e\u{301}", 8.0, 3, &["e\u{301}", "e\u{301}"]);
    // Only what can be seen is shaped, and it is what it would be of the whole.
    check(&"i ".repeat(10_000), 20.0, 2, &["i i i", "i i…"]);
    check(&"длинный ".repeat(10_000), 60.0, 2, &["длинный", "длинны…"]);
    check(&format!("a{}b", " ".repeat(10_000)), 60.0, 2, &["a…"]);
    check("long", f32::NAN, 3, &["l", "o", "…"]);
    check("long", f32::NEG_INFINITY, 9, &["l", "o", "n", "g"]);
}

#[test]
fn any_text_at_any_size_is_no_panic() {
    let fonts = fonts();
    for text in
        TEXTS.iter().copied().chain(["\0\u{7}\u{9F}", "\u{301}", "\u{200D}\u{FE0F}", "\u{10FFFF}"])
    {
        for size in [0.0, -1.0, f32::NAN, f32::INFINITY, 1e-30, 17.0] {
            for max_lines in [1, 2, usize::MAX] {
                fonts.wrap(text, Weight::Regular, size, 40.0, max_lines);
            }
            fonts.line(text, Weight::Regular, size);
        }
    }
}

#[test]
fn missing_characters_are_named_once() {
    let check = |fonts: &Fonts, text: &str, expected: &[char]| {
        assert_eq!(fonts.missing(text), expected, "{text}");
    };
    check(&fonts(), "Card карта 地图\n\u{FE0F}\u{200D}\u{3000}", &[]);
    check(&fonts(), "👍 ok 👍 🙂", &['👍', '🙂']);
    check(&Fonts::bundled(), "Map 地图", &['地', '图']);
}

#[test]
fn a_face_that_is_none_changes_nothing() {
    let garbage = FaceData {
        family: String::new(),
        bytes: Arc::new(*b"no face"),
        index: 0,
        axes: Vec::new(),
    };
    let fonts = Fonts::bundled().with_han(garbage);
    assert!(fonts.face(Face::Han).is_none());
    assert!(Weight::ALL.iter().all(|&weight| fonts.face(Face::Plex(weight)).is_some()));
}

#[test]
fn glyphs_have_outlines() {
    #[derive(Default)]
    struct Bounds(f32, usize);
    impl OutlinePen for Bounds {
        fn move_to(&mut self, _: f32, y: f32) {
            self.0 = self.0.max(y);
        }
        fn line_to(&mut self, _: f32, y: f32) {
            self.0 = self.0.max(y);
        }
        fn quad_to(&mut self, _: f32, _: f32, _: f32, y: f32) {
            self.0 = self.0.max(y);
        }
        fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, y: f32) {
            self.0 = self.0.max(y);
        }
        fn close(&mut self) {
            self.1 += 1;
        }
    }
    let fonts = fonts();
    for (text, top) in [("H", 69.8), ("图", 80.0)] {
        let line = fonts.line(text, Weight::Regular, 100.0);
        let mut pen = Bounds::default();
        assert!(fonts.outline(line.runs[0].face, line.runs[0].glyphs[0].id, 100.0, &mut pen));
        assert!(pen.1 > 0 && (pen.0 - top).abs() < 5.0, "{text} is {} high", pen.0);
    }
    assert!(!fonts.outline(Face::Han, u16::MAX, 100.0, &mut Bounds::default()));
}

#[test]
fn lines_stand_on_whole_units() {
    let fonts = Fonts::bundled();
    let heights = [(11.0, 11.0, 14.0), (12.5, 13.0, 16.0), (13.5, 14.0, 18.0), (17.0, 17.0, 22.0)];
    for (size, ascent, height) in heights {
        assert_eq!((fonts.ascent(size), fonts.line_height(size)), (ascent, height), "{size}");
    }
}
