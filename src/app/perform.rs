//! Requests become changes: the last part of a frame.

use super::{
    App,
    about::Licence,
    announce,
    canvas::Canvas,
    dialog::Dialog,
    document::SavedState,
    errand::How,
    findings::FindingsView,
    inspector, menu,
    outline::OutlineView,
    page::Page,
    picker::Purpose,
    request::{Next, Request},
    shortcut_sheet::ShortcutSheet,
    text_field, words,
};
use crate::{
    catalog::Template,
    editor::{Action, Editor, Notice},
    message,
    settings::{LeftView, ThemeChoice},
    text::Language,
    theme::Theme,
};
use egui::{Context, Id, ViewportCommand};
use std::sync::Arc;

impl App {
    /// Does what was asked for in this frame.
    pub(super) fn run_requests(&mut self, ctx: &Context) {
        if self.requests.is_empty() {
            return;
        }
        for request in std::mem::take(&mut self.requests) {
            self.run_request(ctx, request);
        }
        // What changed is seen in the next frame.
        ctx.request_repaint();
    }

    fn run_request(&mut self, ctx: &Context, request: Request) {
        match request {
            Request::Perform(action) => self.perform(ctx, action),
            Request::Open(path) => self.ask(ctx, Next::Open(path)),
            Request::AddLines(lines) => self.add_lines(&lines),
            Request::ForgetRecent(path) => self.settings.forget(&path),
            Request::ClearRecent => self.settings.recent.clear(),
            Request::Proceed(next) => self.proceed(ctx, next),
            Request::LeaveKept(next) => self.leave_kept(ctx, next),
            Request::SaveThen(next) => self.save(Some(next)),
            Request::SaveTo(path, then) => self.start_saving(path, then),
            Request::SaveElsewhere(then) => self.pick(Purpose::SaveAs { then }),
            Request::Ask(next) => self.ask(ctx, next),
            Request::ShowVersions(path) => self.show_versions(path),
            Request::BringBack(path, saved) => self.start_opening(path, How::Into(saved)),
            Request::Export(picture) => {
                self.settings.export.theme = picture.options.theme;
                self.settings.export.scale = whole(picture.options.scale);
                self.pick(Purpose::Export(picture));
            }
            Request::KnowMaps => self.settings.knows_maps = true,
            Request::Motion(choice) => self.settings.motion = choice,
            Request::Say(words) => self.toasts.say(words, None),
            Request::DismissNotes => {
                if let Some(document) = &mut self.document {
                    document.notes.clear();
                }
            }
            Request::PutReviewOff => {
                if let Some(document) = &mut self.document {
                    document.is_review_put_off = true;
                }
            }
            Request::KeepSnapshot(name) => self.review_now(name),
            Request::Settle(choice, path, then) => self.settle_conflict(choice, path, then),
            Request::KeepRecovered => self.keep_recovered(),
            Request::ShowSavedFile => self.show_saved_file(),
            Request::CompareWithSaved => self.compare_with_saved_file(),
            Request::OpenLeft(folder) => self.open_left_work(folder),
            Request::AskToDiscard(folder) => self.ask_to_discard(folder),
            Request::DiscardLeft(folder) => self.discard_left_work(&folder),
            Request::CancelExport => {
                if let Some((_, job)) = &self.errands.exporting {
                    job.cancel();
                }
            }
            request => {
                let canvas = &self.canvas;
                if let Some(document) = &mut self.document {
                    edit(&mut document.editor, request, |pos| canvas.screen_point(pos));
                }
            }
        }
    }

    fn perform(&mut self, ctx: &Context, action: Action) {
        let action = match action {
            Action::EditText if self.focus.is_on_tab(ctx) => Action::RenameMap,
            action => action,
        };
        if !menu::is_enabled(action, self.document.as_ref()) {
            if self.document.is_none() && (Action::WalkLeft..=Action::WalkLast).contains(&action) {
                self.start.take_focus();
            }
            let is_open = self.document.as_ref();
            if action.changes_project() && is_open.is_some_and(|it| it.editor.is_read_only()) {
                self.toasts.warn(self.text.read_only_refused());
            }
            return;
        }
        if self.turn_for(ctx, action) {
            return;
        }
        if let Some(page) = Page::of(action) {
            self.show_page(ctx, page);
            return;
        }
        match action {
            Action::New => self.ask(ctx, Next::New(Template::Blank)),
            Action::NewRetail => self.ask(ctx, Next::New(Template::Retail)),
            Action::NewTwenty => self.ask(ctx, Next::New(Template::Twenty)),
            Action::NewBlueprint => self.ask(ctx, Next::New(Template::Blueprint)),
            Action::NewSample => self.ask(ctx, Next::New(Template::Sample)),
            Action::Open => self.pick(Purpose::Open),
            Action::Save => self.save(None),
            Action::SaveAs => self.pick(Purpose::SaveAs { then: None }),
            Action::EarlierVersions => {
                if let Some(path) = self.document.as_ref().and_then(|it| it.path.clone()) {
                    self.show_versions(path);
                }
            }
            Action::ExportPng => self.open_export_dialog(),
            Action::CloseProject => self.ask(ctx, Next::Close),
            Action::Quit => self.ask(ctx, Next::Quit),
            Action::ThemeLight => self.set_theme(ctx, ThemeChoice::Always(Theme::Light)),
            Action::ThemeDark => self.set_theme(ctx, ThemeChoice::Always(Theme::Dark)),
            Action::ThemeSystem => self.set_theme(ctx, ThemeChoice::System),
            Action::LanguageSystem
            | Action::LanguageEnglish
            | Action::LanguageRussian
            | Action::LanguageChinese => self.set_language(action.language().flatten()),
            Action::ToggleLibrary => {
                self.settings.library.is_open = !self.settings.shows(LeftView::Library);
                self.settings.left = LeftView::Library;
            }
            Action::ToggleOutline => {
                if self.toggle_left(ctx, LeftView::Outline, OutlineView::id()) {
                    self.outline.focus();
                }
            }
            Action::ToggleFindings => {
                if self.toggle_left(ctx, LeftView::Findings, FindingsView::id()) {
                    self.findings.focus();
                }
            }
            Action::ToggleInspector => self.settings.inspector.is_open ^= true,
            Action::SearchLibrary => {
                self.settings.library.is_open = true;
                self.settings.left = LeftView::Library;
                self.library.focus_search();
            }
            Action::QuickAdd => self.open_quick_add(),
            Action::Palette => self.open_palette(),
            Action::Find => self.find_bar.open(),
            Action::FindNext | Action::FindPrevious => self.find_next(action),
            Action::Filter => self.filter_bar.toggle(),
            Action::NextRegion => self.focus.turn(false),
            Action::PreviousRegion => self.focus.turn(true),
            Action::MenuBar => menu::open(ctx),
            Action::Shortcuts => {
                self.dialog = Some(Dialog::Shortcuts(ShortcutSheet::new(&self.text)));
            }
            Action::InterfaceLarger => self.step_interface_scale(ctx, true),
            Action::InterfaceSmaller => self.step_interface_scale(ctx, false),
            Action::InterfaceNormal => self.set_interface_scale(ctx, 100),
            Action::Settings => self.dialog = Some(Dialog::Settings),
            Action::ToggleMean => self.settings.shows_mean ^= true,
            Action::ReviewNow => self.ask_to_review(),
            Action::ShowReviews => self.show_reviews(None),
            Action::Folders => self.dialog = Some(Dialog::Folders(self.folders())),
            Action::About => self.dialog = Some(Dialog::About(Licence::default())),
            Action::Copy | Action::Cut => self.copy(ctx, action),
            Action::Paste => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            Action::ContextMenu => self.canvas.open_menu(),
            Action::AddPersona => self.add_persona(ctx),
            Action::RenameMap => {
                if let Some(map) = self.document.as_ref().and_then(|it| it.editor.map()) {
                    self.tabs.rename(map);
                }
            }
            action => {
                if let Some(document) = &mut self.document {
                    document.editor.perform(action);
                }
            }
        }
    }

    /// A new persona, whose name is to be typed next.
    fn add_persona(&mut self, ctx: &Context) {
        let Some(document) = &mut self.document else { return };
        let editor = &mut document.editor;
        let before = editor.revision();
        editor.perform(Action::AddPersona);
        let added = editor.project().personas.last().filter(|_| editor.revision() != before);
        if let Some(persona) = added {
            text_field::begin(ctx, inspector::persona_field(persona.id), &persona.name);
        }
    }

    /// With the bar closed, the last search is taken up again; where there was none, it is opened.
    fn find_next(&mut self, action: Action) {
        if let Some(document) = &mut self.document {
            document.editor.find(self.find_bar.show());
            document.editor.perform(action);
            if document.editor.find_text().trim().is_empty() {
                self.find_bar.open();
            }
        }
    }

    fn copy(&mut self, ctx: &Context, action: Action) {
        let Some(document) = &mut self.document else {
            return;
        };
        let editor = &mut document.editor;
        let copied = if action == Action::Cut { editor.cut() } else { editor.copy() };
        if let Some(text) = copied {
            ctx.copy_text(text);
        }
    }

    /// Speaks another language from the next frame on, on the map too.
    fn set_language(&mut self, language: Option<Language>) {
        self.settings.language = language;
        let language = language.unwrap_or(self.host.language);
        if language == self.language {
            return;
        }
        self.language = language;
        self.text = Arc::new(language.load());
        if let Some(document) = &mut self.document {
            document.editor.set_type(Arc::clone(&self.fonts), Arc::clone(&self.text));
        }
    }

    /// Shows something at the left; gives whether it is to get the keyboard. Closes it if it has
    /// that already.
    fn toggle_left(&mut self, ctx: &Context, view: LeftView, id: Id) -> bool {
        let is_shown = self.settings.shows(view);
        if is_shown && ctx.memory(|memory| memory.has_focus(id)) {
            self.settings.library.is_open = false;
            ctx.memory_mut(|memory| memory.request_focus(Canvas::id()));
            return false;
        }
        self.settings.library.is_open = true;
        self.settings.left = view;
        true
    }

    /// After all is drawn: somebody has the keyboard, and it is to be seen who.
    pub(super) fn keep_focus(&mut self, ctx: &Context) {
        let is_busy = self.errands.picker.is_some() || self.errands.opening.is_some();
        let is_asking = is_busy || self.dialog.is_some() || self.palette.is_some();
        let page = self.document.as_ref().map(|document| document.page);
        self.focus.keep(ctx, page, is_asking);
    }

    /// Says what the editor has to say.
    pub(super) fn tell(&mut self, ctx: &Context) {
        let Self { document: Some(document), announcer, toasts, text, .. } = self else {
            return;
        };
        let notices = document.editor.take_notices();
        let changes = document.editor.take_changes();
        // What a notice says is not said again.
        if notices.iter().all(|notice| matches!(notice, Notice::MovedToInbox { .. })) {
            for change in &changes {
                announcer.say(announce::change(text, &document.editor, change));
            }
        }
        announcer.follow_selection(&document.editor, text);
        let state = document.saved_state();
        if document.was_saving && state == SavedState::Saved {
            announcer.say(text.status_saved());
        }
        document.was_saving = state == SavedState::Saving;
        if notices.is_empty() {
            return;
        }
        let revision = document.editor.revision();
        for notice in &notices {
            let (words, offer) = words::notice(text, notice, revision);
            let words = message::capitalized(&words);
            let is_refusal =
                matches!(notice, Notice::ReadOnly | Notice::Refused(_) | Notice::OnlyDecisionsLead);
            if is_refusal {
                toasts.warn(words);
            } else {
                toasts.say(words, offer);
            }
        }
        ctx.request_repaint();
    }
}

/// Requests that are the editor's alone.
pub(super) fn edit(
    editor: &mut Editor,
    request: Request,
    screen_point: impl Fn(egui::Pos2) -> crate::editor::ScreenPoint,
) {
    match request {
        Request::Run(command) => editor.run(command),
        Request::Seal => editor.seal(),
        Request::Select(selection) => editor.select(selection),
        Request::GoTo(selection) => editor.go_to(selection),
        Request::Write(source, text) => editor.write_text(source, &text),
        Request::WriteActions(step, lines) => editor.write_actions(step, &lines),
        Request::PutAt(card, step, lane) => editor.put_at_step(&card, step, lane),
        Request::AddTitled(title) => editor.add_titled(title),
        Request::AddTasks(card, lines) => editor.add_tasks(card, &lines),
        Request::ShowMap(map) => editor.show_map(map),
        Request::Carry(card, at) => editor.carry_in(card, screen_point(at)),
        Request::Put(card) => editor.put(card),
        Request::Send(cards, to) => editor.send(&cards, to),
        Request::Collect(card) => {
            editor.put_in_inbox(&card);
        }
        Request::Paste(text) => editor.paste(&text),
        Request::BeginAudit { by, date } => editor.begin_audit(by, date),
        Request::Find(text) => editor.find(&text),
        Request::FindOn(map) => editor.find_on(map),
        Request::ToggleFilter(facet) => editor.toggle_filter(facet),
        _ => {}
    }
}

/// A scale in whole pixels a unit.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the dialog offers 1 to 4"
)]
fn whole(scale: f32) -> u32 {
    scale.round() as u32
}
