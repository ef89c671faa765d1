//! `touchline review-due`: the projects whose review is due, a line each.

use super::{Exit, ReviewDue, info::push_table, terminal};
use crate::{
    file, message,
    method::review,
    model::{Date, Project},
    text::Text,
};
use std::path::Path;

pub(super) fn run(asked: &ReviewDue, today: Date, text: &Text) -> anyhow::Result<Exit> {
    let mut exit = Exit::Fine;
    let mut rows = Vec::new();
    for path in &asked.files {
        match file::open(path) {
            Ok(opened) => rows.extend(row(path, &opened.project, today, text)),
            Err(error) => {
                terminal::complain(&message::open(text, &error));
                exit = Exit::CouldNot;
            }
        }
    }
    if rows.is_empty() {
        if exit == Exit::Fine {
            terminal::remark(&text.cli_review_none());
        }
        return Ok(exit);
    }
    let mut table = vec![vec![
        text.cli_review_day(),
        text.cli_review_overdue(),
        text.cli_review_owner(),
        text.cli_review_project(),
        text.cli_review_file(),
    ]];
    table.append(&mut rows);
    let mut out = String::new();
    push_table(&mut out, &table);
    terminal::print(&out)?;
    Ok(exit.max(Exit::Findings))
}

/// What there is to say about a project; `None` where its review is not due.
fn row(path: &Path, project: &Project, today: Date, text: &Text) -> Option<Vec<String>> {
    let next = project.review.next.filter(|_| project.review.is_due(today))?;
    let days = -review::days_left(&project.review, today)?;
    let or_none = |words: &str, none: String| match words.trim() {
        "" => none,
        words => words.to_owned(),
    };
    Some(vec![
        message::day(text, next),
        if days == 0 { text.cli_review_today() } else { text.cli_review_days(days) },
        or_none(&project.owner, "–".to_owned()),
        or_none(&project.title, text.untitled()),
        path.to_string_lossy().into_owned(),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::Review, text::Language};

    #[test]
    fn a_row_says_the_day_the_delay_and_the_owner_in_the_reader_s_language() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let project = Project {
            title: "Shop".into(),
            owner: "Anna".into(),
            review: Review { next: Some(day("2026-11-02")), ..Review::default() },
            ..Project::default()
        };
        let of = |today, language: Language| {
            row(Path::new("shop.ron"), &project, day(today), &language.load())
        };
        for (today, language, expected) in [
            ("2026-11-01", Language::En, None),
            ("2026-11-02", Language::En, Some(["2 Nov 2026", "today", "Anna"])),
            ("2026-11-03", Language::En, Some(["2 Nov 2026", "1 day", "Anna"])),
            ("2026-11-05", Language::Ru, Some(["2 ноября 2026", "3 дня", "Anna"])),
            ("2026-11-23", Language::Ru, Some(["2 ноября 2026", "21 день", "Anna"])),
            ("2026-11-23", Language::Zh, Some(["2026年11月2日", "21 天", "Anna"])),
        ] {
            let row = of(today, language);
            let found = row.as_ref().map(|row| [&*row[0], &*row[1], &*row[2]]);
            assert_eq!(found, expected, "{today}");
        }
        let nobody = Project { review: project.review.clone(), ..Project::default() };
        let row =
            row(Path::new("x.ron"), &nobody, day("2026-12-01"), &Language::En.load()).unwrap();
        assert_eq!(row[2..], ["–", "Untitled", "x.ron"]);
    }
}
