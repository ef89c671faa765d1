//! The painter against itself, against the rasteriser on one large surface, and against reason.

use super::*;
use crate::{
    font::Weight,
    scene::{
        Block, Card, Item, PathStep, Pin, Placed, Point, Rect, Scene, Size, Source, Stroke, Text,
        Vec2,
    },
    theme::{Color, Tone},
};
use std::sync::Arc;

/// A picture, decoded.
struct Picture {
    width: usize,
    height: usize,
    rgb: Vec<u8>,
}

impl Picture {
    fn decode(bytes: &[u8]) -> Self {
        let mut reader = png::Decoder::new(io::Cursor::new(bytes)).read_info().unwrap();
        let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut rgb).unwrap();
        assert_eq!((info.color_type, info.bit_depth), (ColorType::Rgb, BitDepth::Eight));
        Self { width: info.width as usize, height: info.height as usize, rgb }
    }

    fn pixel(&self, x: usize, y: usize) -> [u8; 3] {
        let at = (y * self.width + x) * 3;
        [self.rgb[at], self.rgb[at + 1], self.rgb[at + 2]]
    }
}

fn rgb(theme: Theme, tone: Tone) -> [u8; 3] {
    let Color([r, g, b, _]) = theme.color(tone);
    [r, g, b]
}

fn block(width: f32, height: f32, items: Vec<Item>) -> Arc<Block> {
    Arc::new(Block { bounds: Rect::new(0.0, 0.0, width, height), items, text_box: None })
}

fn line(from: (f32, f32), to: (f32, f32), stroke: Stroke) -> Item {
    let path = vec![
        PathStep::MoveTo(Point::new(from.0, from.1)),
        PathStep::LineTo(Point::new(to.0, to.1)),
    ];
    Item::Path { path, fill: None, stroke: Some(stroke) }
}

fn solid(tone: Tone, width: f32) -> Stroke {
    Stroke { tone, width, dash: None }
}

fn text(fonts: &Fonts, words: &str, x: f32, y: f32) -> Item {
    let line = Arc::new(fonts.line(words, Weight::SemiBold, 13.5));
    Item::Text(Text { origin: Point::new(x, y), tone: Tone::Text, line })
}

fn card(fonts: &Fonts, words: &str) -> Arc<Block> {
    let outline = Some(solid(Tone::Friction, 1.0));
    let rect = Rect::new(0.0, 0.0, 164.0, 60.0);
    let fill = Some(Tone::FrictionSoft);
    let card = Item::Rect { rect, radius: 8.0, fill, stroke: outline };
    block(164.0, 60.0, vec![card, text(fonts, words, 10.0, 24.0)])
}

/// A sheet with everything that can be drawn, in all scripts, across the borders of tiles.
fn sheet(fonts: &Fonts) -> Sheet {
    let mut scene = Scene { size: Size::new(1100.0, 300.0), ..Scene::default() };
    let curve = vec![
        PathStep::MoveTo(Point::new(0.0, 20.0)),
        PathStep::CurveTo(
            Point::new(300.0, 20.0),
            Point::new(500.0, 90.0),
            Point::new(1100.0, 60.0),
        ),
    ];
    let head = vec![
        PathStep::MoveTo(Point::new(300.0, 100.0)),
        PathStep::LineTo(Point::new(310.0, 105.0)),
        PathStep::LineTo(Point::new(300.0, 110.0)),
        PathStep::Close,
    ];
    let dashed = Stroke { tone: Tone::Secondary, width: 1.5, dash: Some((4.0, 3.0)) };
    let ground = vec![
        Item::Rect {
            rect: Rect::new(0.0, 40.0, 1100.0, 200.0),
            radius: 0.0,
            fill: Some(Tone::Band),
            stroke: None,
        },
        line((0.0, 40.0), (1100.0, 40.0), solid(Tone::Line, 1.0)),
        line((100.0, 0.0), (100.0, 300.0), dashed),
        line((20.0, 280.0), (1000.0, 130.0), dashed),
        Item::Path { path: curve, fill: None, stroke: Some(solid(Tone::Accent, 2.0)) },
        Item::Path { path: head, fill: Some(Tone::Secondary), stroke: None },
    ];
    let placed = |pin, items| Placed {
        source: Source::Ground,
        pin,
        offset: Vec2::default(),
        block: block(1100.0, 300.0, items),
    };
    let shadow = Item::Rect {
        rect: Rect::new(0.0, 0.0, 80.0, 300.0),
        radius: 4.0,
        fill: Some(Tone::Shadow),
        stroke: Some(dashed),
    };
    scene.blocks = vec![placed(Pin::Left, vec![shadow]), placed(Pin::Free, ground)];
    let words = ["Reads reviews", "Читает отзывы", "阅读评论", "AVATAR fi ffi"];
    for (at, words) in (0_u16..).zip(words.into_iter().cycle().take(16)) {
        let (x, y) = (f32::from(at % 4) * 270.0 + 90.3, f32::from(at / 4) * 70.0 + 12.6);
        let rect = Rect::new(x, y, 164.0, 60.0);
        let id = u64::from(at + 1).into();
        let block = card(fonts, words);
        scene.cards.push(Card { id, rect, fill: Tone::FrictionSoft, mark: Tone::Friction, block });
    }
    let title = block(1140.0, 40.0, vec![text(fonts, "Карта — 旅程 — Map", 20.0, 25.0)]);
    Sheet {
        size: Size::new(1140.0, 360.0),
        scene: Arc::new(scene),
        scene_offset: Vec2::new(20.0, 40.0),
        frame: Block::clone(&title),
    }
}

fn painted(sheet: &Sheet, fonts: &Fonts, options: Options, strip_bytes: usize) -> Vec<u8> {
    painted_on(sheet, fonts, options, strip_bytes, 2)
}

fn painted_on(
    sheet: &Sheet,
    fonts: &Fonts,
    options: Options,
    strip_bytes: usize,
    threads: usize,
) -> Vec<u8> {
    let (width, height) = size(sheet, &options).unwrap();
    let strips = Strips::new(width, height, strip_bytes);
    let progress = &Progress::default();
    let mut bytes = Vec::new();
    write_on_threads(&Work { sheet, fonts, options, progress, strips, threads }, &mut bytes)
        .unwrap();
    bytes
}

#[test]
fn painting_twice_gives_the_same_bytes() {
    let fonts = Fonts::for_tests();
    let sheet = sheet(&fonts);
    let paint = || painted(&sheet, &fonts, Options::default(), STRIP_BYTES);
    assert!(paint() == paint());
}

#[test]
fn the_number_of_processors_does_not_show() {
    let fonts = Fonts::for_tests();
    let sheet = sheet(&fonts);
    let paint = |threads| painted_on(&sheet, &fonts, Options::default(), 0, threads);
    let one = paint(1);
    for threads in [2, 3, 100] {
        assert!(paint(threads) == one, "{threads} threads");
    }
}

#[test]
fn strips_do_not_show() {
    let fonts = Fonts::for_tests();
    let sheet = sheet(&fonts);
    for (scale, theme) in [(0.7, Theme::Light), (1.0, Theme::Dark), (2.0, Theme::Light)] {
        let options = Options { scale, theme };
        let one = Picture::decode(&painted(&sheet, &fonts, options, usize::MAX));
        let many = Picture::decode(&painted(&sheet, &fonts, options, 0));
        assert!(one.rgb == many.rgb, "at scale {scale}");
    }
}

#[test]
fn tiles_do_not_show() {
    // The same items, moved by half a tile: what was at a border is inside, and the other way.
    let fonts = Fonts::for_tests();
    let here = sheet(&fonts);
    let mut there = sheet(&fonts);
    let (right, down) = (tile::WIDTH / 2, tile::HEIGHT / 2);
    #[expect(clippy::cast_precision_loss, reason = "small")]
    let by = Vec2::new(right as f32, down as f32);
    there.size = Size::new(here.size.width + by.x, here.size.height + by.y);
    there.scene_offset = Vec2::new(here.scene_offset.x + by.x, here.scene_offset.y + by.y);
    there.frame = Block::default();
    let options = Options { scale: 1.0, theme: Theme::Light };
    let here = Picture::decode(&painted(&here, &fonts, options, STRIP_BYTES));
    let there = Picture::decode(&painted(&there, &fonts, options, STRIP_BYTES));
    let mut worst = 0;
    for y in 40..here.height {
        for x in 0..here.width {
            let a = here.pixel(x, y);
            let b = there.pixel(x + right as usize, y + down as usize);
            worst = a.iter().zip(b).map(|(a, b)| a.abs_diff(b)).max().unwrap().max(worst);
        }
    }
    // The rasteriser cuts slanted lines at the tile's border; what differs is rounding.
    assert!(worst <= 16, "pixels differ by {worst}");
}

#[test]
fn things_stand_where_the_scene_has_them() {
    let fonts = Fonts::for_tests();
    let sheet = sheet(&fonts);
    for theme in [Theme::Light, Theme::Dark] {
        let picture =
            Picture::decode(&painted(&sheet, &fonts, Options { scale: 2.0, theme }, STRIP_BYTES));
        assert_eq!((picture.width, picture.height), (2280, 720));
        for ((x, y), tone) in [
            // Beside the scene; the band; its upper line on both of its rows; below the band.
            ((10, 400), Tone::Canvas),
            ((2200, 300), Tone::Band),
            ((2200, 159), Tone::Line),
            ((2200, 160), Tone::Line),
            ((2200, 700), Tone::Canvas),
            // The outline of the first card, two pixels wide around its edge, and its fill.
            ((300, 105), Tone::Friction),
            ((300, 104), Tone::Friction),
            ((300, 107), Tone::FrictionSoft),
            ((221, 150), Tone::Friction),
            ((226, 150), Tone::FrictionSoft),
        ] {
            assert_eq!(picture.pixel(x, y), rgb(theme, tone), "{theme:?} {tone:?} at {x}, {y}");
        }
    }
}

#[test]
fn text_has_ink_in_every_script_and_stands_on_its_baseline() {
    let fonts = Fonts::for_tests();
    for words in ["HEHE", "ЭТОТ", "一二三", "fi"] {
        let sheet = Sheet {
            size: Size::new(100.0, 40.0),
            scene: Arc::default(),
            scene_offset: Vec2::default(),
            frame: Block {
                bounds: Rect::new(0.0, 0.0, 100.0, 40.0),
                items: vec![text(&fonts, words, 10.0, 30.0)],
                text_box: None,
            },
        };
        let picture = Picture::decode(&painted(&sheet, &fonts, Options::default(), 0));
        let ink = |y: usize| {
            let row = (0..picture.width).map(|x| picture.pixel(x, y));
            row.filter(|&pixel| pixel != rgb(Theme::Light, Tone::Canvas)).count()
        };
        assert!((40..60).map(ink).sum::<usize>() > 50, "{words} is painted");
        assert_eq!((66..80).map(ink).sum::<usize>(), 0, "{words} ends near its baseline");
        assert_eq!((0..30).map(ink).sum::<usize>(), 0, "{words} is as high as its size");
    }
}

#[test]
fn the_file_is_no_larger_than_the_usual_encoders() {
    let fonts = Fonts::for_tests();
    let sheet = sheet(&fonts);
    let bytes = painted(&sheet, &fonts, Options::default(), STRIP_BYTES);
    let picture = Picture::decode(&bytes);
    // What tiny-skia does: RGBA, everything else as the png crate has it.
    let rgba: Vec<u8> = picture.rgb.chunks_exact(3).flat_map(|p| [p[0], p[1], p[2], 255]).collect();
    let mut usual = Vec::new();
    let mut encoder = Encoder::new(
        &mut usual,
        u32::try_from(picture.width).unwrap(),
        u32::try_from(picture.height).unwrap(),
    );
    encoder.set_color(ColorType::Rgba);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&rgba).unwrap();
    writer.finish().unwrap();
    assert!(bytes.len() <= usual.len(), "{} > {}", bytes.len(), usual.len());
}

#[test]
fn the_resolution_is_in_the_file() {
    let fonts = Fonts::for_tests();
    let bytes = painted(&sheet(&fonts), &fonts, Options::default(), STRIP_BYTES);
    let reader = png::Decoder::new(io::Cursor::new(bytes)).read_info().unwrap();
    let dimensions = reader.info().pixel_dims.unwrap();
    // 192 dots per inch.
    assert_eq!((dimensions.xppu, dimensions.unit), (7559, Unit::Meter));
}

#[test]
fn sizes_that_make_no_sense_are_refused() {
    let sheet = |width, height| Sheet {
        size: Size::new(width, height),
        scene: Arc::default(),
        scene_offset: Vec2::default(),
        frame: Block::default(),
    };
    let at = |sheet: &Sheet, scale| {
        size(sheet, &Options { scale, theme: Theme::Light }).map_err(|error| error.to_string())
    };
    let small = sheet(100.0, 50.2);
    assert_eq!(at(&small, 1.0), Ok((100, 51)));
    assert_eq!(at(&small, 16.0), Ok((1600, 804)));
    assert_eq!(at(&sheet(0.0, 0.0), 1.0), Ok((1, 1)));
    for scale in [0.0, -1.0, 16.1, 1e30, f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        let error = at(&small, scale).unwrap_err();
        assert!(error.contains("from 0.05 to 16"), "{scale}: {error}");
    }
    let error = at(&sheet(50_000.0, 20_000.0), 2.0).unwrap_err();
    assert_eq!(
        error,
        "the picture would be 100000 × 40000 pixels, which is too large; the largest scale that \
         fits is 1.41"
    );
    assert_eq!(at(&sheet(50_000.0, 20_000.0), 1.41), Ok((70_500, 28_200)));
    for (width, height) in [(f32::NAN, 1.0), (f32::INFINITY, 1.0), (1e20, 1.0), (1e7, 1e7)] {
        let error = at(&sheet(width, height), 1.0).unwrap_err();
        assert!(error.contains("at any scale"), "{width} × {height}: {error}");
    }
}

#[test]
fn a_cancelled_export_ends_and_says_so() {
    let fonts = Fonts::for_tests();
    let sheet = sheet(&fonts);
    let progress = Progress::default();
    progress.cancel();
    let ended = write(&sheet, &fonts, &Options::default(), &progress, io::sink());
    assert!(matches!(ended, Err(ExportError::Cancelled)), "{ended:?}");
}

#[test]
fn a_full_disk_is_an_error_and_ends_the_painter() {
    struct Full(usize);
    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let room = bytes.len().min(self.0);
            self.0 -= room;
            if room == 0 { Err(io::ErrorKind::StorageFull.into()) } else { Ok(room) }
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let fonts = Fonts::for_tests();
    let sheet = sheet(&fonts);
    for room in [0, 10, 1000] {
        let ended = write(&sheet, &fonts, &Options::default(), &Progress::default(), Full(room));
        assert!(matches!(ended, Err(ExportError::Write(_))), "{room}: {ended:?}");
    }
}

#[test]
fn progress_ends_at_the_end() {
    let fonts = Fonts::for_tests();
    let progress = Progress::default();
    write(&sheet(&fonts), &fonts, &Options::default(), &progress, io::sink()).unwrap();
    assert!((progress.fraction() - 1.0).abs() < f32::EPSILON);
}

#[test]
fn items_that_are_not_numbers_do_no_harm() {
    let fonts = Fonts::for_tests();
    let stroke = Some(Stroke { tone: Tone::Line, width: f32::NAN, dash: Some((0.0, -1.0)) });
    let fill = Some(Tone::Accent);
    let nowhere = Point::new(f32::NAN, f32::INFINITY);
    let items = [f32::NAN, f32::INFINITY, -1e30, 0.0]
        .into_iter()
        .flat_map(|v| {
            let path = vec![PathStep::MoveTo(nowhere), PathStep::LineTo(Point::new(v, v))];
            [
                Item::Rect { rect: Rect::new(v, 1.0, v, v), radius: v, fill, stroke },
                Item::Path { path: path.clone(), fill, stroke },
                Item::Path { path: vec![PathStep::Close], fill, stroke },
                text(&fonts, "x", v, v),
            ]
        })
        .collect();
    let sheet = Sheet {
        size: Size::new(20.0, 20.0),
        scene: Arc::default(),
        scene_offset: Vec2::new(f32::NAN, 0.0),
        frame: Block { bounds: Rect::new(0.0, 0.0, 20.0, 20.0), items, text_box: None },
    };
    assert!(!painted(&sheet, &fonts, Options::default(), 0).is_empty());
}
