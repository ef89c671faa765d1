//! From the start of the process to the first frame: `cargo bench --bench start`.
//!
//! The CPU time of the whole process, all threads and the loader included, on a warm disk. The
//! bench starts itself anew for each run, so that nothing is warm but the disk. The window is as in
//! the program, with its fonts and the search for the system's Chinese face; what the window system
//! and the graphics card take is not in it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench stops at the first surprise")]
#![allow(clippy::print_stdout, reason = "a run tells its figures to the bench")]

mod table;

use egui::{Context, Pos2, RawInput, Rect, Vec2};
use std::{env, fs, hint::black_box, process::Command, sync::Arc, time::Duration};
use table::{Cell, Table};
use touchline::{
    app::{App, Host, job::Worker},
    catalog::{self, Template},
    font::Fonts,
    model::IdSource,
    text::Language,
};

const RUNS: usize = 15;
const BUDGET: f64 = 150.0;
/// Says that this process is a run, and of what.
const RUN: &str = "TOUCHLINE_START_RUN";

fn main() {
    if let Ok(what) = env::var(RUN) {
        println!("{}", once(what == "sample").as_nanos());
        return;
    }
    let mut table = Table::new("Process start to first frame, CPU time of all threads, medians");
    let rows = [("the start screen", "start"), ("the sample, opened and laid out", "sample")];
    for (figure, what) in rows {
        let times = (0..RUNS).map(|_| {
            let mut run = Command::new(env::current_exe().unwrap());
            let output = run.env(RUN, what).output().expect("the bench starts itself");
            let nanos = String::from_utf8_lossy(&output.stdout).trim().parse();
            Duration::from_nanos(nanos.expect("a run says its time"))
        });
        let median = table::median(times.collect());
        table.row(figure, [Cell::time(median, Some(BUDGET))]);
    }
    table.print(&["time"]);
}

/// The application up to its first frame; gives the CPU time of this process until then.
fn once(with_sample: bool) -> Duration {
    let ctx = Context::default();
    let host = Host {
        // Its thread counts too: it is waited for.
        worker: Worker::AtOnce,
        find_face: Some(Fonts::find_han),
        ..Host::alone()
    };
    let mut app = App::new(&ctx, Arc::new(Fonts::bundled()), host);
    if with_sample {
        let mut ids = IdSource::random();
        app.show_project(catalog::new_project(Template::Sample, Language::En, &mut ids));
    }
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(1360.0, 860.0))),
        max_texture_side: Some(8192),
        ..RawInput::default()
    };
    let mut output = ctx.run_ui(input, |ui| {
        app.before_frame(ui.ctx());
        app.frame(ui);
    });
    let shapes = std::mem::take(&mut output.shapes);
    black_box(ctx.tessellate(shapes, output.pixels_per_point));
    output.textures_delta.clear();
    cpu_time()
}

/// Of this process so far, from the scheduler's own account (Linux).
fn cpu_time() -> Duration {
    let tasks = fs::read_dir("/proc/self/task").expect("this bench needs Linux");
    let nanos = tasks.filter_map(|task| {
        let text = fs::read_to_string(task.ok()?.path().join("schedstat")).ok()?;
        text.split(' ').next()?.parse::<u64>().ok()
    });
    Duration::from_nanos(nanos.sum())
}
