//! The screen draws what `font` measured: each line, set by egui in the same faces and not
//! wrapped, is as wide as the line itself.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod support;

use egui::{Color32, FontData, FontDefinitions, FontFamily, FontId};
use std::sync::Arc;
use touchline::font::{Face, Fonts, Weight};

const TEXTS: [&str; 20] = [
    "The quick brown fox jumps over the lazy dog",
    "AVATAR To Wa Ty fi ffi fl Affinity, “quotes” — dashes… (brackets)",
    "0123456789 1,234,567.89 −2 +15 % €42 №7",
    "Съешь же ещё этих мягких французских булок, да выпей чаю",
    "Отзывы на сайте: 25 шт., 1\u{202F}234\u{A0}₽ — «дорого»",
    "快速的棕色狐狸跳过懒狗",
    "客户在网站上阅读评论，然后购买（自助结账）。",
    "T4 Reviews 评论 отзывы, 25 %",
    "客户Website客户сайт客户42",
    "“评论”—客户…",
    "Website: 网站",
    "e\u{301} и\u{306} A\u{30A} й ё",
    "x\u{200B}y\u{2009}z\u{202F}w\u{AD}v",
    "👍🏽 emoji 🙂, שלום",
    "T1  two  spaces ",
    "https://example.com/path?a=b&c=d#e",
    "Ελληνικά, Türkçe, Việt, Łódź",
    "WAVE AWAY Yo. P, T. V, 11 17 71",
    "Гл. ГА То Уд РА",
    " leading space",
];

/// egui with the same faces, a family for each weight.
fn screen(fonts: &Fonts) -> egui::Context {
    let mut definitions = FontDefinitions::empty();
    let mut install = |name: String, face: Face| {
        let face = fonts.face(face).expect("the face is there");
        let data =
            FontData { index: face.index, ..FontData::from_owned((*face.bytes).as_ref().to_vec()) };
        definitions.font_data.insert(name, Arc::new(data));
    };
    install("Han".to_owned(), Face::Han);
    for weight in Weight::ALL {
        install(format!("{weight:?}"), Face::Plex(weight));
    }
    for weight in Weight::ALL {
        let name = format!("{weight:?}");
        let chain = vec![name.clone(), "Han".to_owned()];
        definitions.families.insert(FontFamily::Name(name.into()), chain);
    }
    let chain = vec!["Regular".to_owned(), "Han".to_owned()];
    definitions.families.insert(FontFamily::Proportional, chain.clone());
    definitions.families.insert(FontFamily::Monospace, chain);
    let context = egui::Context::default();
    context.set_fonts(definitions);
    context
}

fn width_on_screen(context: &egui::Context, text: &str, weight: Weight, size: f32) -> f32 {
    let font = FontId::new(size, FontFamily::Name(format!("{weight:?}").into()));
    context.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, Color32::BLACK).size().x)
}

#[test]
fn lines_are_as_wide_as_on_the_screen() {
    let fonts = support::fonts();
    let context = screen(&fonts);
    for pixels_per_point in [1.0, 1.5, 2.0] {
        context.set_pixels_per_point(pixels_per_point);
        let mut checked = 0;
        let mut check = || {
            for text in TEXTS {
                for weight in Weight::ALL {
                    for size in [11.0, 12.5, 13.5, 17.0] {
                        let whole = fonts.line(text, weight, size);
                        let wrapped = fonts.wrap(text, weight, size, 90.0, usize::MAX);
                        for line in wrapped.iter().map(AsRef::as_ref).chain([&whole]) {
                            let screen = width_on_screen(&context, &line.text, weight, size);
                            assert!(
                                (screen - line.width).abs() < 0.1,
                                "“{}” in {weight:?} {size}: {} here, {screen} on the screen",
                                line.text,
                                line.width,
                            );
                            checked += 1;
                        }
                    }
                }
            }
        };
        let mut output = context.run_ui(egui::RawInput::default(), |_| check());
        output.textures_delta.clear();
        assert!(checked > 800, "{checked}");
    }
}
