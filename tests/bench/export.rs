//! Pictures: `cargo bench --bench export`.

#![allow(clippy::unwrap_used, reason = "a bench stops at the first surprise")]

mod maps;
mod table;

use std::{
    fs,
    io::{self, Cursor, Write},
    path::Path,
    process::{Child, Command, Stdio},
    sync::Arc,
    thread,
    time::Duration,
};
use table::{Cell, Table};
use touchline::{
    export::{
        Progress,
        png::{self as picture, Options},
    },
    font::Fonts,
    layout::{self, Sheet},
    text::{Language, Text},
};

const RUNS: usize = 3;

fn main() {
    let folder = maps::write_all();
    let fonts = maps::fonts();
    let text = Language::En.load();
    let options = Options::default();
    let mut table = Table::new("Pictures at scale 2, medians");

    let pictures = maps::MEASURED.map(|size| {
        let sheet = sheet(size, &fonts, &text);
        let (width, height) = picture::size(&sheet, &options).unwrap();
        let ten_mpx = f64::from(width) * f64::from(height) / 1e7;
        let mut bytes = Vec::new();
        let times = (0..RUNS).map(|_| {
            bytes.clear();
            let progress = Progress::default();
            let painted =
                table::time(|| picture::write(&sheet, &fonts, &options, &progress, &mut bytes));
            painted.1.unwrap();
            painted.0
        });
        (table::median(times.collect()), ten_mpx, bytes)
    });
    let sizes = pictures.iter().map(|(_, ten_mpx, _)| Cell::figure(ten_mpx * 10.0, None, "Mpx"));
    table.row("size of the picture", sizes);
    let whole = pictures.iter().map(|(time, ..)| Cell::time(*time, None));
    table.row("the whole picture", whole);
    let each = pictures
        .iter()
        .map(|(time, ten_mpx, _)| Cell::figure(time.as_secs_f64() / ten_mpx, Some(0.1), "s"));
    table.row("10 Mpx of it", each);
    let ratios = pictures.iter().map(|(_, _, bytes)| {
        #[allow(clippy::cast_precision_loss, reason = "a ratio of file sizes")]
        let ratio = bytes.len() as f64 / plain_size(bytes) as f64;
        Cell::figure(ratio, Some(1.0), "×")
    });
    table.row("file size, against tiny-skia's own encoder", ratios);
    drop(pictures);
    let peaks = maps::MEASURED.map(|size| {
        let peak = peak_of_export(&maps::path(&folder, size), &folder.join("picture.png"));
        Cell::figure(peak.unwrap_or(f64::NAN), Some(200.0), "MB")
    });
    table.row("peak memory of `touchline export`", peaks);
    table.print(&maps::COLUMNS);
}

fn sheet(size: maps::Size, fonts: &Fonts, text: &Text) -> Sheet {
    let project = maps::project(size);
    let map = &project.maps[0];
    let scene = layout::layout(map, fonts, text, &mut layout::Cache::default());
    layout::sheet(&project, map, Arc::new(scene), fonts, text)
}

/// How many bytes tiny-skia's own encoder makes of the same pixels: RGBA with the settings that
/// the `png` crate has of itself. Row by row, because a whole pixmap would not fit into memory.
fn plain_size(picture: &[u8]) -> usize {
    let mut decoder = png::Decoder::new(Cursor::new(picture));
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::ALPHA);
    let mut reader = decoder.read_info().unwrap();
    let (width, height) = reader.info().size();
    let mut count = Counter(0);
    let mut encoder = png::Encoder::new(&mut count, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().unwrap();
    let mut stream = writer.stream_writer().unwrap();
    while let Some(row) = reader.next_row().unwrap() {
        stream.write_all(row.data()).unwrap();
    }
    stream.finish().unwrap();
    writer.finish().unwrap();
    count.0
}

/// Forgets what it is given and counts it.
struct Counter(usize);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The most memory that the program had while exporting, in MB; `None` where the system does not
/// tell.
fn peak_of_export(map: &Path, picture: &Path) -> Option<f64> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_touchline"))
        .arg("export")
        .arg(map)
        .args(["--scale", "2", "--force", "-o"])
        .arg(picture)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut peak = None;
    while child.try_wait().unwrap().is_none() {
        peak = high_water(&child).or(peak);
        thread::sleep(Duration::from_millis(2));
    }
    assert!(child.wait().unwrap().success());
    fs::remove_file(picture).unwrap();
    peak
}

/// Linux keeps the highest value itself, so nothing is missed between two looks but the very end.
fn high_water(child: &Child) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes / 1e3)
}
