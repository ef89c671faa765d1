//! Who looks after the project, and when it is looked at again.

use super::{
    field::{Fields, Line, choice_ui, date_row_ui, row_ui},
    heading_ui, note_ui,
};
use crate::{
    app::{
        request::{Pane, Request},
        words,
    },
    command::{Command, CommandName, ProjectField},
    editor::Action,
    method::review,
    model::{Date, Review, Rhythm},
};
use egui::{DragValue, Id, Ui};

/// What a rhythm in weeks begins with.
const WEEKS: u16 = 6;

/// The kinds of rhythms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    None,
    Quarter,
    HalfYear,
    Year,
    Weeks,
}

/// Draws the section.
pub fn review_ui(ui: &mut Ui, fields: &mut Fields, pane: &mut Pane<'_>) {
    let text = pane.text;
    let project = pane.editor.project();
    let review = &project.review;
    heading_ui(ui, text.review(), pane);
    let line = Line::new(Id::unique("project owner"), &project.owner, text.review_owner_hint());
    fields.line_ui(ui, text.review_owner(), &line, pane, |owner| {
        Some(Command::EditProject(ProjectField::Owner(owner)))
    });
    rhythm_ui(ui, review, pane);
    let today = pane.today;
    date_row_ui(ui, Id::unique("last review"), &text.review_last(), review.last, pane, |last| {
        if review.rhythm.is_none() {
            return Command::EditProject(ProjectField::LastReview(last));
        }
        planned(&Review { last, ..review.clone() }, ProjectField::LastReview(last), today)
    });
    date_row_ui(ui, Id::unique("next review"), &text.review_next(), review.next, pane, |day| {
        Command::EditProject(ProjectField::NextReview(day))
    });
    if let Some(left) = review::days_left(review, pane.today) {
        note_ui(ui, words::days_left(text, left), pane);
    }
    ui.horizontal_wrapped(|ui| {
        for action in [Action::ReviewNow, Action::ShowReviews] {
            if ui.button(action.label(text)).clicked() {
                pane.push(Request::Perform(action));
            }
        }
    });
}

fn rhythm_ui(ui: &mut Ui, review: &Review, pane: &mut Pane<'_>) {
    let (text, today) = (pane.text, pane.today);
    let options = [
        (Kind::None, text.review_rhythm_none()),
        (Kind::Quarter, text.review_rhythm_quarter()),
        (Kind::HalfYear, text.review_rhythm_half_year()),
        (Kind::Year, text.review_rhythm_year()),
        (Kind::Weeks, text.review_rhythm_weeks()),
    ];
    let current = Some(Kind::of(review.rhythm));
    row_ui(ui, text.review_rhythm(), pane, |ui, pane| {
        choice_ui(ui, Id::unique("rhythm"), current, &options, pane, |kind| {
            schedule(review, kind.rhythm(), today)
        })
    });
    let Some(Rhythm::Weeks(weeks)) = review.rhythm else {
        return;
    };
    row_ui(ui, text.review_weeks(), pane, |ui, pane| {
        // A drag would be a step for each number on its way: taken where it ends.
        let id = Id::unique("review weeks");
        let dragged = ui.data(|data| data.get_temp(id));
        let mut typed = dragged.unwrap_or(weeks);
        let field = DragValue::new(&mut typed)
            .range(1..=Rhythm::MOST_WEEKS)
            .speed(1.0)
            .update_while_editing(false);
        let response = ui.add(field);
        if response.dragged() {
            ui.data_mut(|data| data.insert_temp(id, typed));
            return response;
        }
        ui.data_mut(|data| data.remove::<u16>(id));
        if typed != weeks {
            pane.run(schedule(review, Some(Rhythm::Weeks(typed)), today));
            pane.push(Request::Seal);
        }
        response
    });
}

fn schedule(review: &Review, rhythm: Option<Rhythm>, today: Date) -> Command {
    planned(&Review { rhythm, ..review.clone() }, ProjectField::Rhythm(rhythm), today)
}

/// A change of the review as it is to be, and the next day that follows from it.
fn planned(review: &Review, change: ProjectField, today: Date) -> Command {
    let fields = [change, ProjectField::NextReview(review::next(review, today))];
    Command::Together {
        name: CommandName::EditReview,
        commands: fields.map(Command::EditProject).to_vec(),
    }
}

impl Kind {
    fn of(rhythm: Option<Rhythm>) -> Self {
        match rhythm {
            None => Self::None,
            Some(Rhythm::Quarter) => Self::Quarter,
            Some(Rhythm::HalfYear) => Self::HalfYear,
            Some(Rhythm::Year) => Self::Year,
            Some(Rhythm::Weeks(_)) => Self::Weeks,
        }
    }

    fn rhythm(self) -> Option<Rhythm> {
        match self {
            Self::None => None,
            Self::Quarter => Some(Rhythm::Quarter),
            Self::HalfYear => Some(Rhythm::HalfYear),
            Self::Year => Some(Rhythm::Year),
            Self::Weeks => Some(Rhythm::Weeks(WEEKS)),
        }
    }
}
