//! Every fixture through every stage, from the file to the picture and back. The pictures are kept
//! in `tests/golden`; after a change that is meant, `TOUCHLINE_RENEW=1 cargo test` renews them:
//! look at what it changed before it is committed.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;

use std::{fs, io::Cursor, path::Path, sync::Arc};
use touchline::{
    catalog::{self, Template},
    export::{
        Progress,
        png::{self as picture, Options},
    },
    file, layout,
    model::{IdSource, JourneyMap, Project},
    text::Language,
    theme::Theme,
};

/// How far a channel may be from the kept picture. Rounding is not the same on every processor.
const TOLERANCE: u8 = 12;

#[test]
fn each_fixture_gives_its_picture_and_is_saved_as_it_was() {
    let mut seen = 0;
    for entry in fs::read_dir("tests/fixtures").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "ron") {
            continue;
        }
        seen += 1;
        let opened = file::open(&path).unwrap();
        if opened.notes.is_empty() {
            assert!(file::write(&opened.project) == opened.bytes, "{}", path.display());
        }
        let name = path.file_stem().unwrap().to_str().unwrap();
        for (map, number) in opened.project.maps.iter().zip(1..) {
            let name = format!("{name}-{number}");
            compare(&name, &painted(&opened.project, map, Theme::Light));
        }
    }
    assert!(seen > 0, "there are fixtures");
}

#[test]
fn the_sample_gives_its_pictures() {
    let sample = catalog::new_project(Template::Sample, Language::En, &mut IdSource::seeded(1));
    for (theme, name) in [(Theme::Light, "sample-light"), (Theme::Dark, "sample-dark")] {
        compare(name, &painted(&sample, &sample.maps[0], theme));
    }
}

fn painted(project: &Project, map: &JourneyMap, theme: Theme) -> Vec<u8> {
    let (fonts, text) = (fonts::fonts(), Language::En.load());
    let scene = layout::layout(map, &fonts, &text, &mut layout::Cache::default());
    let sheet = layout::sheet(project, map, Arc::new(scene), &fonts, &text);
    let mut bytes = Vec::new();
    let options = Options { scale: 1.0, theme };
    picture::write(&sheet, &fonts, &options, &Progress::default(), &mut bytes).unwrap();
    bytes
}

/// Compares a picture with the one that is kept, or keeps it.
#[track_caller]
fn compare(name: &str, bytes: &[u8]) {
    let path = Path::new("tests/golden").join(format!("{name}.png"));
    if std::env::var_os("TOUCHLINE_RENEW").is_some() {
        fs::write(path, bytes).unwrap();
        return;
    }
    let kept = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let (kept_size, kept) = decoded(&kept);
    let (size, now) = decoded(bytes);
    let differs = |(a, b): &(u8, u8)| a.abs_diff(*b) > TOLERANCE;
    let wrong = if size == kept_size {
        kept.into_iter().zip(now).filter(differs).count()
    } else {
        usize::MAX
    };
    if wrong > 0 {
        let seen = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        fs::write(&seen, bytes).unwrap();
        panic!(
            "{name}: {kept_size:?} pixels were kept, {size:?} are painted, {wrong} values differ; \
             compare {} with {}",
            path.display(),
            seen.display()
        );
    }
}

fn decoded(bytes: &[u8]) -> ((u32, u32), Vec<u8>) {
    let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info().unwrap();
    let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut rgb).unwrap();
    ((info.width, info.height), rgb)
}
