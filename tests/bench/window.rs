//! The real application without a screen, driven with raw input.
#![allow(dead_code, reason = "not every bench uses all of it")]

use super::{maps, table};
use egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, Role,
    TouchPhase, Vec2, ViewportId,
};
use std::{fs, hint::black_box, sync::Arc, time::Duration};
use touchline::{
    app::{App, Host},
    editor::{Camera, Editor},
    font::Fonts,
};

/// Frames after which nothing may be moving any more.
pub const REST: usize = 120;
const SIZE: Vec2 = Vec2::new(1600.0, 1000.0);

/// The application without a screen.
pub struct Window {
    pub ctx: Context,
    app: App,
    frames: u32,
    /// Whether the last frame asked for another one.
    pub wants_frame: bool,
    /// Where the map is in the window.
    pub canvas: Rect,
}

impl Window {
    /// The application on a bench map, when all has come to rest.
    pub fn open(size: maps::Size, fonts: &Arc<Fonts>) -> Self {
        Self::with_host(size, fonts, |_| Host::alone())
    }

    /// The same on other ground.
    pub fn with_host(
        size: maps::Size,
        fonts: &Arc<Fonts>,
        host: impl FnOnce(&Context) -> Host,
    ) -> Self {
        let ctx = Context::default();
        ctx.enable_accesskit();
        let mut app = App::new(&ctx, Arc::clone(fonts), host(&ctx));
        app.show_project(maps::project(size));
        let mut window = Self { ctx, app, frames: 0, wants_frame: true, canvas: Rect::NOTHING };
        window.rest();
        // The pointer in the middle of the map, and the keyboard on it.
        let middle = window.canvas.center();
        window.frame([Event::PointerMoved(middle)]);
        window.rest();
        window
    }

    /// One frame with these events; gives how long it took.
    pub fn frame(&mut self, events: impl IntoIterator<Item = Event>) -> Duration {
        self.frames += 1;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            max_texture_side: Some(8192),
            time: Some(f64::from(self.frames) / 60.0),
            events: events.into_iter().collect(),
            ..RawInput::default()
        };
        let (ctx, app) = (&self.ctx, &mut self.app);
        let (time, (mut output, primitives)) = table::time(|| {
            let mut output = ctx.run_ui(input, |ui| {
                app.before_frame(ui.ctx());
                app.frame(ui);
            });
            let shapes = std::mem::take(&mut output.shapes);
            let primitives = ctx.tessellate(shapes, output.pixels_per_point);
            (output, primitives)
        });
        black_box(primitives);
        // For the graphics card, which is not here.
        output.textures_delta.clear();
        let wait = output.viewport_output.get(&ViewportId::ROOT).map(|it| it.repaint_delay);
        self.wants_frame = wait.is_some_and(|wait| wait < Duration::from_secs(1));
        let update = output.platform_output.accesskit_update.take().expect("AccessKit is on");
        let map = update
            .nodes
            .iter()
            .find(|(_, node)| node.role() == Role::Canvas && node.label() == Some("Journey map"));
        if let Some(bounds) = map.and_then(|(_, node)| node.bounds()) {
            #[allow(clippy::cast_possible_truncation, reason = "a place in the window")]
            let pos = |x: f64, y: f64| Pos2::new(x as f32, y as f32);
            self.canvas = Rect::from_two_pos(pos(bounds.x0, bounds.y0), pos(bounds.x1, bounds.y1));
        }
        time
    }

    /// The same, but how long it holds the thread up: the time in which others had the processor
    /// does not count.
    pub fn held_up(&mut self, events: impl IntoIterator<Item = Event>) -> Duration {
        let before = time_without_processor();
        let time = self.frame(events);
        time.saturating_sub(time_without_processor().saturating_sub(before))
    }

    /// Frames until nothing moves any more.
    pub fn rest(&mut self) {
        for _ in 0..REST {
            self.frame([]);
            if !self.wants_frame {
                return;
            }
        }
    }

    pub fn press_ctrl(&mut self, key: Key) {
        for pressed in [true, false] {
            let modifiers = Modifiers::COMMAND;
            self.frame([Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }]);
        }
        self.rest();
    }

    /// Chooses an action in the palette, by its English name.
    pub fn show(&mut self, action: &str) {
        self.press_ctrl(Key::K);
        self.frame([Event::Text(action.to_owned())]);
        self.rest();
        self.frame([key(Key::Enter, Modifiers::NONE)]);
        self.rest();
    }

    /// 100 %, with this part of the map's width and height in the middle of the view.
    pub fn show_at_100(&mut self, part: f32) {
        self.press_ctrl(Key::Num0);
        assert!((self.camera().zoom - 1.0).abs() < 0.01, "100 %");
        let (size, view) = (self.editor().scene().size, self.camera().view);
        let target =
            Vec2::new(size.width * part - view.width / 2.0, size.height * part - view.height / 2.0);
        for _ in 0..1_000 {
            let origin = self.camera().origin;
            let rest = Vec2::new(origin.x, origin.y) - target;
            if rest.length() < 10.0 {
                break;
            }
            self.frame([wheel(rest.clamp(Vec2::splat(-100.0), Vec2::splat(100.0)))]);
        }
        self.rest();
    }

    /// How many cards are seen, whole or in part.
    pub fn cards_in_view(&self) -> usize {
        let view = self.camera().visible();
        self.editor().scene().cards.iter().filter(|card| card.rect.overlaps(&view)).count()
    }

    pub fn camera(&self) -> Camera {
        *self.editor().camera()
    }

    pub fn editor(&self) -> &Editor {
        self.app.editor().expect("a project is open")
    }
}

/// How long this thread could have run, and others had the processor: what Linux tells.
fn time_without_processor() -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split(' ').nth(1).and_then(|it| it.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or(0))
}

/// A key that is pressed.
pub fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

/// The wheel, turned by so many points.
pub fn wheel(delta: Vec2) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta,
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    }
}
