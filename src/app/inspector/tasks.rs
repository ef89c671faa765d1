//! What is to be done about a touchpoint: ticked off in place, added with Enter, each with an owner,
//! a day, how far it is, and the software that does it.

use super::{
    field::{Fields, Line, choice_ui, date_row_ui, row_ui},
    section::{Heading, section_ui},
};
use crate::{
    app::{
        date_field::short,
        request::{Pane, Request},
        style,
        text_field::take_list,
        typing, words,
    },
    command::{Command, TaskField},
    font::Weight,
    method::table::count_done,
    model::{JourneyMap, Task, TaskId, TaskState, Touchpoint, limit},
    theme::{Tone, type_size},
};
use egui::{
    Align, Checkbox, Frame, Id, Key, Layout, Margin, Modifiers, TextEdit, Ui, Vec2,
    text::{LayoutJob, TextFormat},
};
use lucide_icons::Icon;
use std::iter;

/// Of the box before a task, and of the button behind it.
const BOX: f32 = 28.0;
const HEIGHT: f32 = 28.0;

/// The section of one card.
pub fn tasks_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    card: &Touchpoint,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
    let (done, count) = (count_done(&card.tasks), card.tasks.len());
    let summary = if count > 0 { pane.text.table_done(done, count) } else { String::new() };
    let heading = Heading { title: pane.text.task_heading(), summary };
    section_ui(ui, "tasks", &heading, count > 0, pane, |ui, pane| {
        // Asked once: the open task is drawn once more when another is opened, to be left.
        let open = ui.data(|data| data.get_temp::<Option<TaskId>>(open_id())).flatten();
        for (at, task) in card.tasks.iter().enumerate() {
            task_ui(ui, map, card, (at, task), open == Some(task.id), fields, pane);
        }
        add_ui(ui, card, pane);
    });
}

/// Which task shows its details: one at a time.
fn open_id() -> Id {
    Id::unique("task details")
}

fn task_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    card: &Touchpoint,
    (at, task): (usize, &Task),
    is_open: bool,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
    let edit = |field| Command::EditTask { map: map.id, touchpoint: card.id, task: task.id, field };
    let id = Id::unique("task").with(card.id).with(task.id);
    move_by_key(ui, id, map, card, at, pane);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let (_, tick) = ui.allocate_space(Vec2::new(BOX, HEIGHT));
        let mut is_done = task.state == TaskState::Done;
        let ticked = ui
            .scope(|ui| {
                // The box is to be seen although nothing is in it.
                let line = style::color(pane.theme, Tone::Quiet);
                ui.visuals_mut().widgets.inactive.bg_stroke.color = line;
                ui.put(tick, Checkbox::without_text(&mut is_done))
            })
            .inner
            .accessible_name(pane.text.task_done_name(&task.text));
        if ticked.changed() {
            let state = if is_done { TaskState::Done } else { TaskState::Open };
            pane.run(edit(TaskField::State(state)));
            pane.push(Request::Seal);
        }
        let room = (ui.available_width() - HEIGHT).max(0.0);
        ui.allocate_ui_with_layout(Vec2::new(room, HEIGHT), Layout::top_down(Align::Min), |ui| {
            ui.set_width(room);
            ui.spacing_mut().item_spacing.y = 0.0;
            let line = Line::new(id, &task.text, pane.text.task_text());
            let line = line.rows(1).tone(if is_done { Tone::Secondary } else { Tone::Text });
            let name = pane.text.task_text_of(at + 1);
            fields
                .text_ui(ui, &line, pane, |text| {
                    let text = text.replace('\n', " ");
                    // A task needs a text: an empty one is a draft until something is typed.
                    (!text.trim().is_empty()).then(|| edit(TaskField::Text(text)))
                })
                .accessible_name(name);
            if !is_open {
                about_ui(ui, task, pane);
            }
        });
        let icon = if is_open { Icon::ChevronUp } else { Icon::ChevronDown };
        let button = style::icon_button_here(ui, icon, &pane.text.task_details(&task.text));
        if button.clicked() {
            let now = (!is_open).then_some(task.id);
            ui.data_mut(|data| {
                data.insert_temp(open_id(), now);
                data.insert_temp(open_id().with("new"), true);
            });
        }
    });
    if is_open {
        details_ui(ui, map, card, (at, task), fields, pane);
    }
}

/// Owner, day, tool and how far it is, in one quiet line; a task that is late says so in words and
/// with a sign.
fn about_ui(ui: &mut Ui, task: &Task, pane: &Pane<'_>) {
    let text = pane.text;
    let is_late = task.is_overdue(pane.today);
    let day = task.due.map(|day| short(text, day, pane.today));
    let day = day.map(|day| if is_late { text.task_overdue(day) } else { day });
    let state = (task.state == TaskState::Doing).then(|| words::task_state(text, task.state));
    let owner = Some(task.owner.trim().to_owned());
    let tool = Some(task.tool.trim().to_owned());
    let parts = [state, owner, tool].into_iter().flatten().filter(|part| !part.is_empty());
    let rest = parts.collect::<Vec<_>>().join(" · ");
    if rest.is_empty() && day.is_none() {
        return;
    }
    let mut job = LayoutJob::default();
    let mut write = |words: &str, tone, font| {
        job.append(words, 0.0, TextFormat::simple(font, style::color(pane.theme, tone)));
    };
    let small = style::font(Weight::Regular, type_size::SMALL);
    if let Some(day) = &day {
        if is_late {
            let sign = format!("{} ", char::from(Icon::ClockAlert));
            write(&sign, Tone::Friction, style::icon_font(type_size::SMALL));
        }
        let tone = if is_late { Tone::Friction } else { Tone::Secondary };
        write(day, tone, small.clone());
    }
    let between = if day.is_some() && !rest.is_empty() { " · " } else { "" };
    write(&format!("{between}{rest}"), Tone::Secondary, small);
    // In line with the text of the field above.
    let margin = Margin { left: 8, bottom: 4, ..Margin::ZERO };
    Frame::new().inner_margin(margin).show(ui, |ui| ui.add(egui::Label::new(job).wrap()));
}

fn details_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    card: &Touchpoint,
    (at, task): (usize, &Task),
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
    let text = pane.text;
    let edit = |field| Command::EditTask { map: map.id, touchpoint: card.id, task: task.id, field };
    // What is typed for one task is never shown for another.
    let id = |name| Id::unique(name).with(card.id).with(task.id);
    let frame = Frame::new()
        .fill(style::color(pane.theme, Tone::Band))
        .corner_radius(8)
        .inner_margin(Margin::symmetric(8, 4));
    let shown = frame.show(ui, |ui| {
        let owner = Line::new(id("task owner"), &task.owner, text.inspector_owner_hint());
        fields.line_ui(ui, text.inspector_owner(), &owner, pane, |owner| {
            Some(edit(TaskField::Owner(owner)))
        });
        date_row_ui(ui, id("task due"), &text.task_due(), task.due, pane, |due| {
            edit(TaskField::Due(due))
        });
        row_ui(ui, text.task_state(), pane, |ui, pane| {
            let options = TaskState::ALL.map(|it| (it, words::task_state(text, it)));
            choice_ui(ui, id("task state"), Some(task.state), &options, pane, |it| {
                edit(TaskField::State(it))
            })
        });
        let tool = Line::new(id("task tool"), &task.tool, text.task_tool_hint());
        fields.line_ui(ui, text.task_tool(), &tool, pane, |tool| Some(edit(TaskField::Tool(tool))));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let last = card.tasks.len().saturating_sub(1);
            for (icon, name, to, can) in [
                (Icon::ArrowUp, text.task_up(), at.saturating_sub(1), at > 0),
                (Icon::ArrowDown, text.task_down(), at + 1, at < last),
            ] {
                let button = ui.add_enabled_ui(can, |ui| style::icon_button_here(ui, icon, &name));
                if button.inner.clicked() {
                    pane.run(moved(map, card, task.id, to));
                    pane.push(Request::Seal);
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if style::icon_button_here(ui, Icon::Trash2, &text.task_delete()).clicked() {
                    pane.run(Command::DeleteTask {
                        map: map.id,
                        touchpoint: card.id,
                        task: task.id,
                    });
                    pane.push(Request::Seal);
                }
            });
        });
    });
    if ui.data_mut(|data| data.remove_temp::<bool>(open_id().with("new"))).is_some() {
        ui.scroll_to_rect(shown.response.rect, None);
    }
}

fn moved(map: &JourneyMap, card: &Touchpoint, task: TaskId, to: usize) -> Command {
    Command::MoveTask { map: map.id, touchpoint: card.id, task, to }
}

/// Alt with the arrows moves the task whose text has the caret.
fn move_by_key(
    ui: &Ui,
    id: Id,
    map: &JourneyMap,
    card: &Touchpoint,
    at: usize,
    pane: &mut Pane<'_>,
) {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    let to = if pressed(Key::ArrowUp) {
        at.checked_sub(1)
    } else if pressed(Key::ArrowDown) {
        Some(at + 1).filter(|&to| to < card.tasks.len())
    } else {
        None
    };
    if let (Some(to), Some(task)) = (to, card.tasks.get(at)) {
        pane.run(moved(map, card, task.id, to));
        pane.push(Request::Seal);
    }
}

/// The field for the next task: Enter adds it, and the caret stays.
fn add_ui(ui: &mut Ui, card: &Touchpoint, pane: &mut Pane<'_>) {
    let id = Id::unique("new task").with(card.id);
    let mut typed: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if typing::was_taken(ui, id) {
        typed.clear();
    }
    let quiet = style::color(pane.theme, Tone::Quiet);
    let width = ui.available_width();
    let has_caret = ui.memory(|memory| memory.has_focus(id));
    let more = if has_caret { take_list(ui) } else { None };
    let field = TextEdit::singleline(&mut typed)
        .id(id)
        .prefix(style::icon(Icon::Plus).color(quiet))
        .hint_text(pane.text.task_add())
        .desired_width(width)
        .min_size(Vec2::new(0.0, HEIGHT))
        .align(egui::Align2::LEFT_CENTER)
        .char_limit(limit::LINE);
    let response = ui.add(field).accessible_name(pane.text.task_add());
    let known = ui.data(|data| data.get_temp::<usize>(id.with("count")));
    if response.has_focus() && known.is_some_and(|known| known < card.tasks.len()) {
        // The list has grown: the field for the next one stays in view.
        ui.scroll_to_rect(response.rect, None);
    }
    ui.data_mut(|data| data.insert_temp(id.with("count"), card.tasks.len()));
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    if let Some(more) = more {
        // A list that is pasted: a task for each line.
        let lines = iter::once(std::mem::take(&mut typed)).chain(more);
        pane.push(Request::AddTasks(card.id, lines.collect::<Vec<_>>().join("\n")));
    } else if response.lost_focus() {
        // What was typed is added also by going elsewhere: nothing is lost.
        let lines = std::mem::take(&mut typed);
        if !pressed(Key::Escape) && !lines.trim().is_empty() {
            pane.push(Request::AddTasks(card.id, lines));
        }
        if pressed(Key::Enter) {
            response.request_focus();
        }
    }
    let is_held = !typed.trim().is_empty();
    let held = is_held.then(|| Request::AddTasks(card.id, typed.clone()));
    typing::hold(ui, id, held.into_iter().collect());
    ui.data_mut(|data| data.insert_temp(id, typed));
}
