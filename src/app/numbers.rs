//! The numbers: the shown map summed up, each number with a bar, and each a way to the touchpoints
//! that it counts.

mod bar;

use self::bar::Bar;
use super::{
    focus,
    job::{Latest, Same, Worker},
    mark,
    page::Page,
    request::{Pane, Request},
    style, words,
};
use crate::{
    editor::{Action, Selection},
    method::numbers::{Counted, Numbers, StageNumbers, Stretch, Tasks, cards_of, numbers},
    model::{Control, Date, JourneyMap, Mark, Quality, TaskState},
    theme::Tone,
};
use egui::{Frame, Margin, RichText, ScrollArea, Sense, Stroke, Ui, Vec2, WidgetInfo};
use std::sync::Arc;

/// From so many points on there are two columns.
const TWO_COLUMNS: f32 = 640.0;
/// No wider than this, however wide the window is.
const WIDEST: f32 = 1080.0;
const GAP: f32 = 16.0;

/// Every mark, and none.
const MARKS: [Option<Mark>; 4] =
    [Some(Mark::Positive), Some(Mark::Decision), Some(Mark::Friction), None];

/// The state of the page.
#[derive(Default)]
pub struct NumbersPage {
    latest: Latest<(Same<JourneyMap>, Date), Numbers>,
    /// Of the map that was counted last.
    numbers: Option<Numbers>,
}

impl NumbersPage {
    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>, worker: &Worker) {
        let rect = ui.available_rect_before_wrap();
        let home = ui.interact(rect, Page::Numbers.id(), Sense::FOCUSABLE);
        let name = pane.text.action_show_numbers();
        home.widget_info(|| WidgetInfo::labeled(egui::Role::Group, true, &name));
        let Some(map) = pane.editor.map() else { return };
        self.follow(map, pane.today, worker);
        let Some(numbers) = &self.numbers else { return };
        if numbers.marks.all() == 0 && numbers.inbox == 0 {
            return empty_ui(ui, pane);
        }
        let all = View { map, numbers };
        ScrollArea::vertical().id_salt("numbers").auto_shrink(false).show(ui, |ui| {
            focus::followed(ui, |ui| {
                let width = ui.available_width().min(WIDEST + 2.0 * GAP);
                Frame::new().inner_margin(Margin::same(16)).show(ui, |ui| {
                    ui.set_width(width - 2.0 * GAP);
                    all.columns_ui(ui, pane);
                });
            });
        });
    }

    /// Counts a map that was changed, beside the window.
    fn follow(&mut self, map: &Arc<JourneyMap>, today: Date, worker: &Worker) {
        let counted = self.latest.follow((Same(Arc::clone(map)), today), worker, || {
            let map = Arc::clone(map);
            move || numbers(&map, today)
        });
        self.numbers = counted.or(self.numbers.take());
    }
}

/// What there is to do while nothing can be counted.
fn empty_ui(ui: &mut Ui, pane: &mut Pane<'_>) {
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() / 3.0).max(GAP));
        style::section(ui, &pane.text.numbers_empty());
        let tone = style::color(pane.theme, Tone::Secondary);
        ui.label(RichText::new(pane.text.numbers_empty_note()).color(tone));
        ui.add_space(8.0);
        if ui.button(pane.text.numbers_empty_map()).clicked() {
            pane.push(Request::Perform(Action::ShowMap));
        }
    });
}

struct View<'a> {
    map: &'a JourneyMap,
    numbers: &'a Numbers,
}

impl View<'_> {
    fn columns_ui(&self, ui: &mut Ui, pane: &mut Pane<'_>) {
        if ui.available_width() < TWO_COLUMNS {
            self.left_ui(ui, pane);
            return self.right_ui(ui, pane);
        }
        ui.spacing_mut().item_spacing.x = GAP;
        ui.columns_const(|[left, right]| {
            self.left_ui(left, pane);
            self.right_ui(right, pane);
        });
    }

    fn left_ui(&self, ui: &mut Ui, pane: &mut Pane<'_>) {
        let text = pane.text;
        section_ui(ui, &text.numbers_marks(), pane, |ui, pane| self.marks_ui(ui, pane));
        section_ui(ui, &text.numbers_stretch(), pane, |ui, pane| self.stretch_ui(ui, pane));
        section_ui(ui, &text.numbers_control(), pane, |ui, pane| self.control_ui(ui, pane));
        section_ui(ui, &text.numbers_tasks(), pane, |ui, pane| self.tasks_ui(ui, pane));
    }

    fn right_ui(&self, ui: &mut Ui, pane: &mut Pane<'_>) {
        let text = pane.text;
        if !self.numbers.stages.is_empty() {
            section_ui(ui, &text.numbers_stages(), pane, |ui, pane| {
                for stage in &self.numbers.stages {
                    self.stage_ui(ui, stage, pane);
                }
            });
        }
        section_ui(ui, &text.quality_heading(), pane, |ui, pane| self.qualities_ui(ui, pane));
    }

    fn marks_ui(&self, ui: &mut Ui, pane: &mut Pane<'_>) {
        let marks = self.numbers.marks;
        for mark in MARKS {
            let (tone, _) = mark::tones(mark);
            let bar =
                Bar::counted(mark::name(pane.text, mark), marks.count(mark), marks.all(), pane);
            self.bar_ui(ui, bar.tone(tone).mark(mark), Counted::Mark(mark), pane);
        }
        if let Some(percent) = marks.share_of_friction() {
            let label = pane.text.numbers_friction();
            let words = pane.text.numbers_of_marked(percent);
            let bar = Bar::counted(label, marks.friction, marks.marked(), pane);
            let bar = bar.value(format!("{percent} %"), &words, pane).tone(Tone::Friction);
            self.bar_ui(ui, bar, Counted::Mark(Some(Mark::Friction)), pane);
        }
        if self.numbers.inbox > 0 {
            let (inbox, all) = (self.numbers.inbox, marks.all() + self.numbers.inbox);
            let bar = Bar::counted(pane.text.numbers_inbox(), inbox, all, pane);
            self.bar_ui(ui, bar.tone(Tone::Quiet), Counted::Inbox, pane);
        }
    }

    fn stretch_ui(&self, ui: &mut Ui, pane: &mut Pane<'_>) {
        let text = pane.text;
        let Some(stretch) = self.numbers.longest_without_positive else {
            return note_ui(ui, text.numbers_stretch_none(), pane);
        };
        let Stretch { first, last } = stretch;
        let label =
            if first == last { text.numbers_step(first) } else { text.numbers_steps(first, last) };
        let steps = self.map.columns().count();
        let label = crate::message::capitalized(&label);
        let bar = Bar::counted(label, stretch.steps(), steps, pane);
        let value = text.numbers_stretch_steps(stretch.steps());
        let bar = bar.value(stretch.steps().to_string(), &value, pane).starts_at(first - 1, steps);
        self.bar_ui(ui, bar.tone(Tone::Accent), Counted::Stretch(stretch), pane);
    }

    fn control_ui(&self, ui: &mut Ui, pane: &mut Pane<'_>) {
        let Numbers { direct, indirect, marks, .. } = *self.numbers;
        for (control, count) in [
            (Some(Control::Direct), direct),
            (Some(Control::Indirect), indirect),
            (None, marks.all() - direct - indirect),
        ] {
            let label = match control {
                Some(control) => words::control(pane.text, control),
                None => pane.text.numbers_control_none(),
            };
            let tone = if control.is_some() { Tone::Accent } else { Tone::Unmarked };
            let bar = Bar::counted(label, count, marks.all(), pane).tone(tone);
            self.bar_ui(ui, bar, Counted::Control(control), pane);
        }
    }

    fn stage_ui(&self, ui: &mut Ui, stage: &StageNumbers, pane: &mut Pane<'_>) {
        let Some(name) = self.map.stage(stage.stage).map(|it| it.name.as_str()) else { return };
        match bar::stage_ui(ui, stage, name, self.most(), pane) {
            Some(None) => self.select(Counted::Stage(stage.stage), pane),
            Some(Some(mark)) => self.select(Counted::StageMark(stage.stage, mark), pane),
            None => {}
        }
    }

    /// How many touchpoints the fullest stage has.
    fn most(&self) -> usize {
        self.numbers.stages.iter().map(|stage| stage.marks.all()).max().unwrap_or(0)
    }

    fn qualities_ui(&self, ui: &mut Ui, pane: &mut Pane<'_>) {
        if self.numbers.quality.is_none() {
            return note_ui(ui, pane.text.numbers_no_ratings(), pane);
        }
        let means = Quality::ALL.into_iter().zip(self.numbers.qualities);
        for (quality, mean) in means {
            let bar = Bar::mean(words::quality(pane.text, quality), mean, pane);
            self.bar_ui(ui, bar, Counted::Rated(Some(quality)), pane);
        }
        let bar = Bar::mean(pane.text.numbers_quality_all(), self.numbers.quality, pane);
        self.bar_ui(ui, bar.strong(), Counted::Rated(None), pane);
    }

    fn tasks_ui(&self, ui: &mut Ui, pane: &mut Pane<'_>) {
        let (text, tasks) = (pane.text, self.numbers.tasks);
        let Tasks { open, doing, done, overdue } = tasks;
        if tasks.all() == 0 {
            return note_ui(ui, text.numbers_no_tasks(), pane);
        }
        for (label, count, tone, counted) in [
            (text.numbers_tasks_open(), open, Tone::Accent, Counted::Tasks(TaskState::Open)),
            (text.numbers_tasks_doing(), doing, Tone::Accent, Counted::Tasks(TaskState::Doing)),
            (text.numbers_tasks_done(), done, Tone::Positive, Counted::Tasks(TaskState::Done)),
            (text.numbers_tasks_overdue(), overdue, Tone::Friction, Counted::Overdue),
        ] {
            let bar = Bar::counted(label, count, tasks.all(), pane).tone(tone);
            self.bar_ui(ui, bar, counted, pane);
        }
    }

    fn bar_ui(&self, ui: &mut Ui, bar: Bar, counted: Counted, pane: &mut Pane<'_>) {
        if bar.ui(ui, pane).clicked() {
            self.select(counted, pane);
        }
    }

    /// On the map, what a number counts is selected.
    fn select(&self, counted: Counted, pane: &mut Pane<'_>) {
        let cards = cards_of(self.map, counted, pane.today);
        pane.push(Request::Select(Selection::of(cards)));
        pane.push(Request::Perform(Action::ShowMap));
    }
}

/// What there is to say where there is nothing to count.
fn note_ui(ui: &mut Ui, words: String, pane: &Pane<'_>) {
    let tone = style::color(pane.theme, Tone::Secondary);
    ui.label(RichText::new(words).color(tone));
}

/// Numbers that belong together, on a ground of their own.
fn section_ui(
    ui: &mut Ui,
    name: &str,
    pane: &mut Pane<'_>,
    add: impl FnOnce(&mut Ui, &mut Pane<'_>),
) {
    let tone = |tone| style::color(pane.theme, tone);
    let frame = Frame::new()
        .fill(tone(Tone::Panel))
        .stroke(Stroke::new(1.0, tone(Tone::Line)))
        .corner_radius(8)
        .inner_margin(Margin::same(16));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing = Vec2::new(8.0, 2.0);
        style::section(ui, name);
        ui.add_space(6.0);
        add(ui, pane);
    });
    ui.add_space(GAP - ui.spacing().item_spacing.y);
}
