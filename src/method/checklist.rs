//! The tasks of the whole project as one checklist: which there are, under which headings, and in
//! which order.

use super::table::{folded, rows};
use crate::model::{Date, JourneyMap, Project, Task, TaskState, Touchpoint};
use std::{collections::BTreeMap, sync::Arc};

/// What stands in the checklist, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wish {
    pub grouping: Grouping,
    pub order: Order,
    pub only_open: bool,
    /// What tasks are searched for.
    pub typed: String,
}

/// Under which headings tasks stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Grouping {
    #[default]
    Touchpoint,
    Owner,
    Day,
}

impl Grouping {
    /// Every grouping.
    pub const ALL: [Grouping; 3] = [Grouping::Touchpoint, Grouping::Owner, Grouping::Day];
}

/// In which order they stand under a heading.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// As in the list of the touchpoint.
    #[default]
    List,
    Day,
    State,
    Text,
}

impl Order {
    /// Every order.
    pub const ALL: [Order; 4] = [Order::List, Order::Day, Order::State, Order::Text];
}

/// How near the day is that something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term {
    /// It should have been done.
    Overdue,
    Today,
    /// Within seven days.
    Week,
    Later,
    /// Without a date.
    Never,
    /// Done, whenever it was due.
    Done,
}

impl Term {
    /// Of a task, on a day.
    pub fn of(task: &Task, today: Date) -> Self {
        match task.due {
            _ if task.state == TaskState::Done => Self::Done,
            None => Self::Never,
            Some(due) if due < today => Self::Overdue,
            Some(due) if due == today => Self::Today,
            Some(due) if (due - today).get_days() <= 7 => Self::Week,
            Some(_) => Self::Later,
        }
    }
}

/// A task with the touchpoint that it belongs to.
#[derive(Debug, Clone)]
pub struct Entry {
    pub map: Arc<JourneyMap>,
    pub card: Arc<Touchpoint>,
    pub task: Task,
}

/// What stands over tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heading {
    /// "T3 Reviews".
    Touchpoint(String),
    /// An empty one: nobody.
    Owner(String),
    Term(Term),
}

/// A line of the checklist.
#[derive(Debug, Clone)]
pub enum Line {
    Heading { heading: Heading, done: usize, count: usize },
    Task(Box<Entry>),
}

/// The checklist, and how much of it is done.
#[derive(Debug, Clone, Default)]
pub struct Checklist {
    pub lines: Vec<Line>,
    /// Of the whole project.
    pub count: usize,
    pub done: usize,
    pub overdue: usize,
}

impl Checklist {
    /// The tasks of a project, as somebody wants to see them on a day.
    pub fn of(project: &Project, wish: &Wish, today: Date) -> Self {
        let mut list = Self::default();
        let needle = folded(wish.typed.trim());
        let mut entries: Vec<(Heading, Entry)> = Vec::new();
        let mut owners = BTreeMap::new();
        for row in rows(project, None, |_, card| !card.tasks.is_empty()) {
            for task in &row.card.tasks {
                list.count += 1;
                list.done += usize::from(task.state == TaskState::Done);
                list.overdue += usize::from(task.is_overdue(today));
                let is_wanted = !(wish.only_open && task.state == TaskState::Done)
                    && (needle.is_empty() || has_text(task, &row.card, &needle));
                if is_wanted {
                    let (map, card) = (Arc::clone(&row.map), Arc::clone(&row.card));
                    let entry = Entry { map, card, task: task.clone() };
                    entries.push((heading(wish.grouping, &entry, today, &mut owners), entry));
                }
            }
        }
        // Both keep what is alike as it is: touchpoints stand as on the maps.
        match wish.order {
            Order::List => {}
            Order::Day => entries.sort_by_key(|(_, it)| (it.task.due.is_none(), it.task.due)),
            Order::State => entries.sort_by_key(|(_, it)| it.task.state),
            Order::Text => entries.sort_by_cached_key(|(_, it)| folded(&it.task.text)),
        }
        entries.sort_by_cached_key(|(heading, it)| place_of(heading, it));
        list.lines = lines(entries);
        list
    }
}

/// `owners` has the spelling in which each of them was found first, by its folded name.
fn heading(
    grouping: Grouping,
    entry: &Entry,
    today: Date,
    owners: &mut BTreeMap<String, String>,
) -> Heading {
    match grouping {
        Grouping::Touchpoint => {
            Heading::Touchpoint(format!("{} {}", entry.card.code, entry.card.title))
        }
        Grouping::Owner => {
            let name = entry.task.owner.trim();
            Heading::Owner(owners.entry(folded(name)).or_insert_with(|| name.to_owned()).clone())
        }
        Grouping::Day => Heading::Term(Term::of(&entry.task, today)),
    }
}

/// Touchpoints by their codes, owners by name with nobody last, terms from late to done.
fn place_of(heading: &Heading, entry: &Entry) -> (u32, String) {
    match heading {
        Heading::Touchpoint(_) => (entry.card.code.0, String::new()),
        Heading::Owner(name) => (name.is_empty().into(), folded(name)),
        Heading::Term(term) => (*term as u32, String::new()),
    }
}

/// A heading wherever another begins.
fn lines(entries: Vec<(Heading, Entry)>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut last: Option<usize> = None;
    for (heading, entry) in entries {
        let is_same = |at: usize| {
            let line = lines.get(at);
            matches!(line, Some(Line::Heading { heading: known, .. }) if *known == heading)
        };
        let at = match last.filter(|&at| is_same(at)) {
            Some(at) => at,
            None => {
                lines.push(Line::Heading { heading, done: 0, count: 0 });
                lines.len() - 1
            }
        };
        last = Some(at);
        if let Some(Line::Heading { done, count, .. }) = lines.get_mut(at) {
            *count += 1;
            *done += usize::from(entry.task.state == TaskState::Done);
        }
        lines.push(Line::Task(Box::new(entry)));
    }
    lines
}

/// Whether a text stands in what can be read of a task. `needle` is folded.
fn has_text(task: &Task, card: &Touchpoint, needle: &str) -> bool {
    let texts = [&task.text, &task.owner, &task.tool, &card.title];
    texts.into_iter().any(|text| folded(text).contains(needle))
        || folded(&card.code.to_string()) == needle
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Code, MapId, Place, Rank, TaskId, TouchpointId};

    const TODAY: &str = "2026-11-23";

    /// Two touchpoints; a task is "text owner day", with a capital where it is done.
    fn project() -> Project {
        let mut map = JourneyMap::new(MapId::from(1), "");
        for (number, tasks) in [
            (1_u32, ["c Anna 2026-11-22", "A Anna 2026-11-01", "b - 2026-12-30"]),
            (2, ["e - -", "d Боря 2026-11-23", "f anna 2026-11-30"]),
        ] {
            let id = TouchpointId::from(u64::from(number));
            let place = Place::inbox(Rank::middle());
            let mut card = Touchpoint::new(id, Code(number), format!("card {number}"), place);
            for (id, words) in (1..).zip(tasks) {
                let mut words = words.split(' ');
                let mut next = || words.next().unwrap().trim_matches('-');
                let mut task = Task::new(TaskId::from(id), next());
                (task.owner, task.due) = (next().to_owned(), next().parse().ok());
                if task.text.starts_with(char::is_uppercase) {
                    task.state = TaskState::Done;
                }
                card.tasks.push(task);
            }
            map.touchpoints.push(Arc::new(card));
        }
        Project { maps: vec![Arc::new(map)], ..Project::default() }
    }

    fn drawn(list: &Checklist) -> String {
        let lines = list.lines.iter().map(|line| match line {
            Line::Heading { heading, done, count } => {
                let name = match heading {
                    Heading::Touchpoint(name) | Heading::Owner(name) => name.clone(),
                    Heading::Term(term) => format!("{term:?}"),
                };
                format!("[{name} {done}/{count}]")
            }
            Line::Task(entry) => entry.task.text.clone(),
        });
        lines.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn tasks_stand_under_touchpoints_owners_or_days() {
        let wish = |grouping, order| Wish { grouping, order, ..Wish::default() };
        for (wish, expected) in [
            (Wish::default(), "[T1 card 1 1/3] c A b [T2 card 2 0/3] e d f"),
            (wish(Grouping::Touchpoint, Order::Day), "[T1 card 1 1/3] A c b [T2 card 2 0/3] d f e"),
            (
                wish(Grouping::Touchpoint, Order::Text),
                "[T1 card 1 1/3] A b c [T2 card 2 0/3] d e f",
            ),
            (
                wish(Grouping::Day, Order::List),
                "[Overdue 0/1] c [Today 0/1] d [Week 0/1] f [Later 0/1] b [Never 0/1] e [Done 1/1] A",
            ),
            (
                Wish { only_open: true, ..Wish::default() },
                "[T1 card 1 0/2] c b [T2 card 2 0/3] e d f",
            ),
            (Wish { typed: "боря".to_owned(), ..Wish::default() }, "[T2 card 2 0/1] d"),
            (Wish { typed: "t1".to_owned(), ..Wish::default() }, "[T1 card 1 1/3] c A b"),
        ] {
            let list = Checklist::of(&project(), &wish, TODAY.parse().unwrap());
            assert_eq!(drawn(&list), expected, "{wish:?}");
            assert_eq!((list.count, list.done, list.overdue), (6, 1, 1));
        }
        let list =
            Checklist::of(&project(), &wish(Grouping::Owner, Order::State), TODAY.parse().unwrap());
        // One owner, however it is written; nobody comes last.
        assert_eq!(drawn(&list), "[Anna 1/3] c f A [Боря 0/1] d [ 0/2] b e");
    }
}
