//! The window without a screen: the same frame as in the program, driven by accessible role and
//! name, with real input events.

#![allow(dead_code, reason = "each test uses a part of it")]

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Role, Vec2};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT, Queryable},
};
use std::{
    cell::RefCell,
    path::{Path, PathBuf},
    rc::Rc,
    sync::Arc,
};
use touchline::{
    app::canvas::pin_of,
    app::{App, Host},
    editor::Editor,
    model::{JourneyMap, Project},
    scene::{Pin, Point, Source},
    settings::SettingsFile,
    text::Language,
};

/// The window of a test: 1280 × 800, no system fonts, no file dialogs, settings nowhere.
pub struct Window {
    harness: Harness<'static>,
    app: Rc<RefCell<Option<App>>>,
}

#[allow(dead_code, reason = "each test file uses its part")]
impl Window {
    /// On the start screen.
    pub fn start() -> Self {
        Self::with_settings(SettingsFile::none())
    }

    /// On the start screen, with settings in a file.
    pub fn with_settings(settings: SettingsFile) -> Self {
        Self::speaking(Language::En, settings)
    }

    /// On the start screen, on a system that speaks a language.
    pub fn speaking(language: Language, settings: SettingsFile) -> Self {
        Self::with_host(move |_| Host { settings, language, ..Host::alone() })
    }

    /// On the start screen, on other ground.
    pub fn with_host(host: impl FnOnce(&egui::Context) -> Host + 'static) -> Self {
        let app = Rc::new(RefCell::new(None));
        let (made, shown) = (Rc::clone(&app), Rc::clone(&app));
        let harness = Harness::builder()
            .with_size(Vec2::new(1280.0, 800.0))
            .with_max_steps(64)
            .with_step_dt(1.0 / 60.0)
            .with_context_setup(move |ctx| {
                let fonts = Arc::new(crate::fonts::fonts());
                *made.borrow_mut() = Some(App::new(ctx, fonts, host(ctx)));
            })
            .build_ui(move |ui| {
                if let Some(app) = shown.borrow_mut().as_mut() {
                    app.before_frame(ui.ctx());
                    app.frame(ui);
                }
            });
        Self { harness, app }
    }

    /// On a project.
    pub fn on(project: Project) -> Self {
        let mut window = Self::start();
        window.app(|app| app.show_project(project));
        window.run();
        window
    }

    /// Frames until nothing moves any more.
    pub fn run(&mut self) {
        self.harness.run();
    }

    /// How many frames are painted until the window rests.
    pub fn frames_until_rest(&mut self) -> u64 {
        self.harness.run()
    }

    /// How large the interface is, where 1 is normal.
    pub fn interface_scale(&self) -> f32 {
        self.harness.ctx.zoom_factor()
    }

    /// Which of the two themes is shown.
    pub fn theme(&self) -> egui::Theme {
        self.harness.ctx.theme()
    }

    /// The system tells its theme.
    pub fn system_theme(&mut self, theme: Option<egui::Theme>) {
        self.harness.input_mut().system_theme = theme;
        self.run();
    }

    pub fn app<R>(&self, look: impl FnOnce(&mut App) -> R) -> R {
        look(self.app.borrow_mut().as_mut().expect("the app is made in the context setup"))
    }

    pub fn editor<R>(&self, look: impl FnOnce(&Editor) -> R) -> R {
        self.app(|app| look(app.editor().expect("a project is open")))
    }

    pub fn map<R>(&self, look: impl FnOnce(&JourneyMap) -> R) -> R {
        self.editor(|editor| look(editor.map().expect("a map is shown")))
    }

    /// The node with this role and name.
    pub fn node<'a>(&'a self, role: Role, name: &'a str) -> Node<'a> {
        self.harness.get_by_role_and_label(role, name)
    }

    /// The names of all nodes of a role, and where they are.
    pub fn places(&self, role: Role) -> Vec<(String, egui::Rect)> {
        let nodes = self.harness.query_all_by_role(role);
        nodes.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect())).collect()
    }

    pub fn has(&self, role: Role, name: &str) -> bool {
        self.harness.query_all_by_role_and_label(role, name).next().is_some()
    }

    /// Whether a text with these words is shown.
    pub fn says(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    /// The names of what is inside a node, in their order.
    pub fn names_in(&self, role: Role, name: &str) -> Vec<String> {
        let node = self.node(role, name);
        let inside = node.accesskit_node();
        let inside = inside.children().filter_map(|child| child.label());
        inside.collect()
    }

    /// The rows of a tree with their levels, from top to bottom.
    pub fn tree(&self, name: &str) -> Vec<(usize, String)> {
        let mut waiting = vec![self.node(Role::Tree, name).accesskit_node()];
        let mut rows = Vec::new();
        while let Some(node) = waiting.pop() {
            if node.role() == Role::TreeItem {
                rows.push((node.level().unwrap_or_default(), node.label().unwrap_or_default()));
            }
            waiting.extend(node.children().rev());
        }
        rows
    }

    /// Whether a row of a tree has a name that begins so.
    pub fn has_tree_item(&self, start: &str) -> bool {
        let mut all = self.harness.query_all_by_role(Role::TreeItem);
        all.any(|node| node.accesskit_node().label().is_some_and(|name| name.starts_with(start)))
    }

    /// Clicks a tab.
    pub fn click_tab(&mut self, name: &str) {
        self.node(Role::Tab, name).click();
        self.run();
    }

    /// The name of what a screen reader has the focus on.
    pub fn focused(&self) -> String {
        let all = self.harness.root().query_all_by(|_| true);
        let focused = all.filter(|node| node.accesskit_node().is_focused());
        let names: Vec<_> = focused.filter_map(|node| node.accesskit_node().label()).collect();
        names.join(" and ")
    }

    /// What was said by itself last.
    pub fn said(&self) -> Vec<String> {
        self.live(egui::accesskit::Live::Polite)
    }

    /// What was said at once.
    pub fn warned(&self) -> Vec<String> {
        self.live(egui::accesskit::Live::Assertive)
    }

    fn live(&self, live: egui::accesskit::Live) -> Vec<String> {
        let nodes = self.harness.root().query_all_by(move |node| node.live() == live);
        nodes.filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// Clicks the middle of a button.
    pub fn click(&mut self, name: &str) {
        self.node(Role::Button, name).click();
        self.run();
    }

    /// Chooses from a menu of the menu bar.
    pub fn choose(&mut self, menu: &str, item: &str) {
        self.click(menu);
        let role =
            if self.has(Role::MenuItem, item) { Role::MenuItem } else { Role::MenuItemCheckBox };
        self.node(role, item).click();
        self.run();
    }

    /// Two quick clicks at a place.
    pub fn double_click(&mut self, at: Pos2) {
        self.harness.event(Event::PointerMoved(at));
        self.run_a_frame();
        for pressed in [true, false, true, false] {
            self.button(at, pressed);
            self.run_a_frame();
        }
        self.run();
    }

    /// A click of the other button: what can be done here?
    pub fn right_click(&mut self, pos: Pos2) {
        self.harness.event(Event::PointerMoved(pos));
        self.run_a_frame();
        let (button, modifiers) = (PointerButton::Secondary, Modifiers::NONE);
        for pressed in [true, false] {
            self.harness.event(Event::PointerButton { pos, button, pressed, modifiers });
            self.run_a_frame();
        }
        self.run();
    }

    /// Presses the button at one place, moves in several steps, and lets go at another.
    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.take_to(from, to);
        self.button(to, false);
        self.run();
    }

    /// As a drag, but the button stays down.
    pub fn take_to(&mut self, from: Pos2, to: Pos2) {
        self.harness.event(Event::PointerMoved(from));
        self.run_a_frame();
        self.button(from, true);
        self.run_a_frame();
        for step in 1..=8_u8 {
            let at = from + (to - from) * (f32::from(step) / 8.0);
            self.harness.event(Event::PointerMoved(at));
            self.run_a_frame();
        }
    }

    fn button(&mut self, pos: Pos2, pressed: bool) {
        let modifiers = Modifiers::NONE;
        let button = PointerButton::Primary;
        self.harness.event(Event::PointerButton { pos, button, pressed, modifiers });
    }

    /// One frame.
    pub fn run_a_frame(&mut self) {
        self.harness.step();
    }

    pub fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.run();
    }

    /// As a key press, but no frame is painted yet.
    pub fn hold(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
    }

    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.run();
    }

    pub fn press_ctrl(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, key);
        self.run();
    }

    pub fn press_ctrl_shift(&mut self, key: Key) {
        self.press_with(Modifiers::COMMAND | Modifiers::SHIFT, key);
    }

    /// Whether the map has the keyboard; what is selected on it is then said to be focused.
    pub fn map_has_keyboard(&self) -> bool {
        self.focused_id() == Some(touchline::app::canvas::Canvas::id())
    }

    /// The name of the widget that has the keyboard, and what can be seen of it.
    pub fn focus(&self) -> Option<(String, egui::Rect)> {
        let id = self.focused_id()?;
        let rect = self.harness.ctx.viewport(|viewport| {
            viewport.prev_pass.widgets.get(id).map(|widget| widget.interact_rect)
        })?;
        let node = self.harness.root().query_all_by(|_| true).find(|node| {
            let node = node.accesskit_node();
            node.locate().0 == id.accesskit_id()
        });
        let name = node.and_then(|node| node.accesskit_node().label());
        Some((format!("{} {id:?}", name.unwrap_or_default()), rect))
    }

    /// Every enabled control in view that can take the keyboard, named as in [`Self::focus`].
    pub fn controls(&self) -> std::collections::BTreeSet<String> {
        let nodes: Vec<_> = self.harness.root().query_all_by(|_| true).collect();
        let ids: Vec<egui::Id> = self.harness.ctx.viewport(|viewport| {
            let layers = viewport.prev_pass.widgets.layers();
            let widgets = layers.flat_map(|(_, widgets)| widgets.iter());
            let controls = widgets.filter(|widget| {
                widget.enabled
                    && widget.sense.senses_click()
                    && widget.sense.is_focusable()
                    && widget.interact_rect.is_positive()
            });
            controls.map(|widget| widget.id).collect()
        });
        let named = ids.into_iter().filter_map(|id| {
            let node = nodes.iter().find(|n| n.accesskit_node().locate().0 == id.accesskit_id())?;
            Some(format!("{} {id:?}", node.accesskit_node().label().unwrap_or_default()))
        });
        named.collect()
    }

    /// The widget that has the keyboard.
    pub fn focused_id(&self) -> Option<egui::Id> {
        self.harness.ctx.memory(egui::Memory::focused)
    }

    /// Types into what has the caret.
    pub fn type_text(&mut self, text: &str) {
        for c in text.chars() {
            self.harness.event(Event::Text(c.to_string()));
        }
        self.run();
    }

    /// As the close button of the window does.
    pub fn request_close(&mut self) {
        let input = self.harness.input_mut();
        let id = input.viewport_id;
        let viewport = input.viewports.entry(id).or_default();
        viewport.events.push(egui::ViewportEvent::Close);
        self.run_a_frame();
        let id = self.harness.input_mut().viewport_id;
        if let Some(viewport) = self.harness.input_mut().viewports.get_mut(&id) {
            viewport.events.clear();
        }
        self.run();
    }

    /// A file is dropped on the window.
    pub fn drop_file(&mut self, path: &Path) {
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.to_owned())));
        self.run_a_frame();
        self.harness.input_mut().dropped_files.clear();
        self.run();
    }

    /// Where the middle of a thing of the shown map is in the window.
    pub fn place_of(&self, source: Source) -> Pos2 {
        let origin = self.node(Role::Canvas, "Journey map").rect().min;
        self.editor(|editor| {
            let rect = editor.scene().rect_of(source).expect("it is drawn");
            let at = editor.camera().screen_from_map(pin_of(editor.scene(), source), rect.center());
            origin + Vec2::new(at.x, at.y)
        })
    }

    /// Where the middle of a cell of the shown map is in the window; the canvas by its name.
    pub fn middle_of_cell(&self, canvas: &str, column: usize, row: usize) -> Pos2 {
        let origin = self.node(Role::Canvas, canvas).rect().min;
        self.editor(|editor| {
            let grid = &editor.scene().grid;
            let (x, y) = (&grid.columns[column].x, &grid.rows[row].y);
            let middle = Point::new(f32::midpoint(x.start, x.end), f32::midpoint(y.start, y.end));
            let at = editor.camera().screen_from_map(Pin::Free, middle);
            origin + Vec2::new(at.x, at.y)
        })
    }

    pub fn event(&mut self, event: Event) {
        self.harness.event(event);
        self.run();
    }
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("nobody reads it".to_owned())
    }
}
