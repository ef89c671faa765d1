//! Opening and saving: `cargo bench --bench file`.

#![allow(clippy::unwrap_used, reason = "a bench stops at the first surprise")]

mod maps;
mod table;

use std::{fs, hint::black_box, time::Duration};
use table::{Cell, Table};
use touchline::{
    command::{Command, ProjectField},
    file, layout,
    text::Language,
};

const RUNS: usize = 15;

fn main() {
    let folder = maps::write_all();
    let fonts = maps::fonts();
    let text = Language::En.load();
    let mut table = Table::new("Files, medians");

    let bytes = maps::MEASURED.map(|size| fs::read(maps::path(&folder, size)).unwrap());
    let megabytes = |bytes: &Vec<u8>| {
        #[allow(clippy::cast_precision_loss, reason = "a size to be read")]
        Cell::figure(bytes.len() as f64 / 1e6, None, "MB")
    };
    table.row("size of the file", bytes.iter().map(megabytes));
    let budgets = [30.0, 350.0, 350.0];
    table.row(
        "open: bytes to first scene, nothing cached",
        bytes.iter().zip(budgets).map(|(bytes, budget)| {
            let time = median_of_runs(|| {
                let opened = file::read(bytes).unwrap();
                let mut cache = layout::Cache::default();
                let scene = layout::layout(&opened.project.maps[0], &fonts, &text, &mut cache);
                (opened, scene, cache)
            });
            Cell::time(time, Some(budget))
        }),
    );
    table.row(
        "of it, bytes to project",
        bytes.iter().map(|bytes| Cell::time(median_of_runs(|| file::read(bytes).unwrap()), None)),
    );
    table.row(
        "project to bytes",
        maps::MEASURED.map(|size| {
            let project = maps::project(size);
            Cell::time(median_of_runs(|| file::write(&project)), None)
        }),
    );
    let changed = folder.join("saved.ron");
    table.row(
        "save one change, until it is on disk",
        maps::MEASURED.map(|size| {
            let mut project = maps::project(size);
            let mut number = 0;
            let time = median_of_runs(|| {
                number += 1;
                let title = ProjectField::Title(format!("Change {number}"));
                Command::EditProject(title).apply(&mut project).unwrap();
                file::save(&project, &changed).unwrap();
            });
            Cell::time(time, None)
        }),
    );
    fs::remove_file(&changed).unwrap();
    table.print(&maps::COLUMNS);
}

/// The median of some runs. What they give is dropped outside the time.
fn median_of_runs<T>(mut work: impl FnMut() -> T) -> Duration {
    table::median((0..RUNS).map(|_| table::time(|| black_box(work())).0).collect())
}
