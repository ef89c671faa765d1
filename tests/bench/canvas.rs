//! The window while somebody works in it: `cargo bench --bench canvas`.
//!
//! The real application, 1600 × 1000, `AccessKit` on, driven with raw input. A frame is egui's pass
//! and the tessellation; what the graphics card does is not in it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench stops at the first surprise")]

mod maps;
mod table;
mod window;

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Vec2};
use std::{hint::black_box, sync::Arc, time::Duration};
use table::{Cell, Table};
use touchline::{
    command::{Command, TouchpointField},
    editor::{Camera, Editor, Gesture},
    font::Fonts,
    model::{Cell as Place, IdSource, Mark, Step},
    scene::Pin,
    text::Language,
};
use window::{REST, Window, wheel};

/// Frames of one figure.
const FRAMES: usize = 200;
/// Runs of what is a figure of its own each time.
const RUNS: usize = 5;

/// Measures a map of some size.
type Measure = fn(maps::Size, &Arc<Fonts>) -> Duration;

fn main() {
    maps::write_all();
    let fonts = Arc::new(maps::fonts());
    let mut table = Table::new("The window, medians");
    let rows: [(&str, Measure, [f64; 3]); 4] = [
        ("one frame at 100 % zoom, panning", pan, [1.0, 1.5, 1.5]),
        ("one frame with the whole map in view, panning", pan_in_whole, [3.0, 3.0, 3.0]),
        ("one frame while zooming through all levels, longest", zoom, [8.0, 12.0, 12.0]),
        ("one frame while dragging a card, target cell changing", drag, [2.0, 5.0, 5.0]),
    ];
    for (figure, measure, budgets) in rows {
        let cells = maps::MEASURED.into_iter().zip(budgets);
        let cells = cells.map(|(size, budget)| Cell::time(measure(size, &fonts), Some(budget)));
        table.row(figure, cells);
    }
    for change in Change::ALL {
        let cells = maps::MEASURED.into_iter().zip([2.0, 10.0, 10.0]);
        table.row(
            format!("a command applied, until the new scene is ready: {}", change.name()),
            cells.map(|(size, budget)| Cell::time(command(size, &fonts, change), Some(budget))),
        );
    }
    let idle = maps::MEASURED.map(|size| Cell::figure(idle(size, &fonts), Some(0.0), "frames"));
    table.row("idle window", idle);
    table.print(&maps::COLUMNS);
}

/// The median of frames in which the map moves by `delta`, turning round after so many.
fn panned(window: &mut Window, delta: Vec2, turn: usize) -> Duration {
    let start = window.camera().origin;
    let mut frames = Vec::new();
    let mut moved = 0;
    for number in 0..FRAMES {
        let before = window.camera().origin;
        let direction = if (number / turn).is_multiple_of(2) { -1.0 } else { 1.0 };
        frames.push(window.frame([wheel(delta * direction)]));
        moved += usize::from(window.camera().origin != before);
    }
    assert!(moved > FRAMES * 9 / 10, "the map was panned: {moved} frames, from {start:?}");
    table::median(frames)
}

fn pan(size: maps::Size, fonts: &Arc<Fonts>) -> Duration {
    let mut window = Window::open(size, fonts);
    window.show_at_100(0.3);
    assert!(window.cards_in_view() > 20, "the view is full");
    panned(&mut window, Vec2::new(17.0, 9.0), FRAMES / 2)
}

fn pan_in_whole(size: maps::Size, fonts: &Arc<Fonts>) -> Duration {
    let mut window = Window::open(size, fonts);
    window.press_ctrl(Key::Num1);
    panned(&mut window, Vec2::new(3.0, 2.0), 8)
}

/// The longest frame while zooming from the farthest to the nearest, nothing drawn before at most
/// of these sizes.
fn zoom(size: maps::Size, fonts: &Arc<Fonts>) -> Duration {
    let longest = (0..RUNS).map(|_| {
        let mut window = Window::open(size, fonts);
        while window.camera().zoom > Camera::MIN_ZOOM {
            window.frame([Event::Zoom(0.8)]);
        }
        window.rest();
        let mut longest = Duration::ZERO;
        while window.camera().zoom < Camera::MAX_ZOOM {
            longest = longest.max(window.frame([Event::Zoom(1.05)]));
        }
        longest
    });
    table::median(longest.collect())
}

fn drag(size: maps::Size, fonts: &Arc<Fonts>) -> Duration {
    let mut window = Window::open(size, fonts);
    window.show_at_100(0.5);
    assert!(window.cards_in_view() > 20, "the view is full");
    let (start, targets) = way_of_drag(&window);
    window.frame([Event::PointerMoved(start)]);
    window.frame([Event::PointerButton {
        pos: start,
        button: PointerButton::Primary,
        pressed: true,
        modifiers: Modifiers::NONE,
    }]);
    window.frame([Event::PointerMoved(start + Vec2::splat(20.0))]);
    let landing = |window: &Window| match window.editor().gesture() {
        Gesture::Moving { landing, .. } => *landing,
        _ => None,
    };
    let mut frames = Vec::new();
    let mut changes = 0;
    for number in 0..FRAMES {
        let before = landing(&window);
        frames.push(window.frame([Event::PointerMoved(targets[number % targets.len()])]));
        changes += usize::from(landing(&window).is_some() && landing(&window) != before);
    }
    assert!(changes > FRAMES * 9 / 10, "the target changed in {changes} frames");
    table::median(frames)
}

/// A card near the middle of the view, and the middles of the cells around it.
fn way_of_drag(window: &Window) -> (Pos2, Vec<Pos2>) {
    let (editor, camera) = (window.editor(), window.camera());
    let in_window = |p| {
        let at = camera.screen_from_map(Pin::Free, p);
        window.canvas.min + Vec2::new(at.x, at.y)
    };
    let middle = window.canvas.center();
    let cards = editor.scene().cards.iter().map(|card| in_window(card.rect.center()));
    let start = cards.min_by(|a, b| a.distance(middle).total_cmp(&b.distance(middle))).unwrap();
    let grid = &editor.scene().grid;
    let targets = grid.columns.iter().flat_map(|column| {
        grid.rows.iter().map(|row| {
            in_window(touchline::scene::Point::new(
                f32::midpoint(column.x.start, column.x.end),
                f32::midpoint(row.y.start, row.y.end),
            ))
        })
    });
    // Not at the view's edge, where it would scroll.
    let inner = window.canvas.shrink2(Vec2::new(240.0, 160.0));
    let targets: Vec<Pos2> = targets.filter(|target| inner.contains(*target)).collect();
    assert!(targets.len() > 3, "several cells are in view");
    (start, targets)
}

/// What is changed.
#[derive(Clone, Copy)]
enum Change {
    Mark,
    Place,
    Step,
}

impl Change {
    const ALL: [Self; 3] = [Self::Mark, Self::Place, Self::Step];

    fn name(self) -> &'static str {
        match self {
            Self::Mark => "a card marked",
            Self::Place => "a card moved",
            Self::Step => "a step added",
        }
    }
}

fn command(size: maps::Size, fonts: &Arc<Fonts>, change: Change) -> Duration {
    let text = Arc::new(Language::En.load());
    let project = maps::project(size);
    let mut editor = Editor::new(project, Arc::clone(fonts), text, IdSource::seeded(1));
    black_box(editor.scene());
    let times = (0..40).map(|number| {
        let command = next_command(&mut editor, change, number);
        let revision = editor.revision();
        let (time, _) = table::time(|| {
            editor.run(command);
            black_box(Arc::as_ptr(editor.scene()))
        });
        assert!(editor.revision() != revision, "something changed");
        time
    });
    table::median(times.collect())
}

/// A change to a card, or at a step, that is not the last one.
fn next_command(editor: &mut Editor, change: Change, number: usize) -> Command {
    let new_step = Step::new(editor.ids().next(), "A new step");
    let shown = editor.map().expect("a map is shown");
    let map = shown.id;
    let at = number * 211 % shown.touchpoints.len();
    let card = &shown.touchpoints[at];
    match change {
        Change::Mark => {
            let mark = if card.mark.is_some() { None } else { Some(Mark::Positive) };
            let field = TouchpointField::Mark(mark);
            Command::EditTouchpoints { map, touchpoints: vec![card.id], field }
        }
        Change::Place => {
            let column = number * 7 % shown.columns().count();
            let step = shown.columns().nth(column).expect("there are steps").step.id;
            let cell = Place { step, lane: shown.lanes[number % shown.lanes.len()].id };
            let place = shown.place_at_end(Some(cell));
            Command::PlaceTouchpoints { map, places: vec![(card.id, place)] }
        }
        Change::Step => {
            let stage = shown.stages[number % shown.stages.len()].id;
            Command::AddStep { map, stage, step: new_step, at: 1 }
        }
    }
}

/// How many of so many frames a window asks for when nobody does anything.
fn idle(size: maps::Size, fonts: &Arc<Fonts>) -> f64 {
    let mut window = Window::open(size, fonts);
    let mut wanted = 0_u32;
    for _ in 0..REST {
        window.frame([]);
        wanted += u32::from(window.wants_frame);
    }
    f64::from(wanted)
}
