//! The review: a bar where it is due, the question for a name, and what has changed since the maps
//! were kept.

mod dialog;

pub use dialog::{NewReview, ReviewDialog};

use super::{
    App,
    answer_bar::AnswerBar,
    dialog::Dialog,
    document::Document,
    request::{Pane, Request},
    words,
};
use crate::{
    command::{Command, CommandName, ProjectField},
    editor::{Action, Editor},
    message,
    method::review,
    model::{Date, IdSource, Review, Snapshot, SnapshotId},
    theme::Tone,
};
use egui::Ui;
use lucide_icons::Icon;
use std::sync::Arc;

/// The bar over a project whose review is due.
pub fn due_bar(ui: &mut Ui, pane: &mut Pane<'_>) {
    let review = &pane.editor.project().review;
    let Some(left) = review::days_left(review, pane.today).filter(|&left| left <= 0) else {
        return;
    };
    let text = pane.text;
    let answers = if pane.editor.is_read_only() {
        // It is to be known, although it cannot be done here.
        Vec::new()
    } else {
        vec![
            (text.review_not_today(), Request::PutReviewOff),
            (text.action_review_now(), Request::Perform(Action::ReviewNow)),
        ]
    };
    AnswerBar {
        id: "review due",
        icon: Icon::CalendarClock,
        tones: (Tone::Accent, Tone::AccentSoft),
        words: words::days_left(text, left),
        answers,
    }
    .ui(ui, pane);
}

impl App {
    /// Asks for a name for the maps as they are now.
    pub(super) fn ask_to_review(&mut self) {
        let today = (self.host.today)();
        let name = self.text.review_default_name(message::day(&self.text, today));
        self.dialog = Some(Dialog::Review(NewReview::new(name)));
    }

    /// Shows what has changed since a snapshot, or since the last one.
    pub(super) fn show_reviews(&mut self, since: Option<SnapshotId>) {
        if let Some(document) = &self.document {
            let dialog = ReviewDialog::new(&document.editor, since);
            self.dialog = Some(Dialog::Reviews(Box::new(dialog)));
        }
    }

    /// Keeps the maps under a name: the review is done, and the next one planned. Then shows what
    /// has changed since the one before.
    pub(super) fn review_now(&mut self, name: String) {
        let today = (self.host.today)();
        let Some(document) = &mut self.document else {
            return;
        };
        let editor = &mut document.editor;
        let before = editor.project().snapshots.last().map(|snapshot| snapshot.id);
        let id = editor.ids().next();
        let command = kept(editor, id, name, today);
        editor.seal();
        editor.run(command);
        editor.seal();
        self.show_reviews(before.or(Some(id)));
    }

    /// A snapshot as a project of its own that is nobody's file yet.
    pub(super) fn open_snapshot(&mut self, id: SnapshotId) {
        let Some(document) = &self.document else {
            return;
        };
        let project = document.editor.project();
        let Some(snapshot) = project.snapshot(id) else {
            return;
        };
        let title = self.text.review_copy(document.title(&self.text), snapshot.name.as_str());
        let copy = review::as_project(snapshot, project, title);
        let (fonts, text) = (Arc::clone(&self.fonts), Arc::clone(&self.text));
        let mut editor = Editor::new(copy, fonts, text, IdSource::random());
        editor.mark_unsaved();
        self.show(Document::new(editor, None, Vec::new()));
    }
}

/// The review of a day, as one step.
fn kept(editor: &Editor, id: SnapshotId, name: String, today: Date) -> Command {
    let project = editor.project();
    let done = Review { last: Some(today), ..project.review.clone() };
    let next = review::next(&done, today);
    let snapshot = Snapshot::of(&project.maps, id, name, today);
    Command::Together {
        name: CommandName::AddSnapshot,
        commands: vec![
            Command::AddSnapshot(Arc::new(snapshot)),
            Command::EditProject(ProjectField::LastReview(Some(today))),
            Command::EditProject(ProjectField::NextReview(next)),
        ],
    }
}
