//! The window: one frame, read from top to bottom.
//!
//! Panels take `&Editor` and push requests; these run last, so that nothing changes while it is
//! drawn. What takes longer than a frame runs beside the window and wakes it when it is done.

mod about;
mod announce;
mod answer_bar;
mod appearance;
mod audit;
pub mod canvas;
mod checklist;
mod choices;
mod compare;
mod conflict;
mod crash;
mod date_field;
pub mod desktop;
mod dialog;
mod document;
mod errand;
mod export_dialog;
mod filter;
mod find;
mod findings;
mod focus;
mod host;
mod inbox;
mod inspector;
pub mod job;
pub mod keeper;
mod leaving;
mod library;
mod mark;
mod matrix;
mod menu;
pub mod minimap;
mod moment;
mod note;
mod numbers;
mod outline;
mod outside;
mod over;
mod pace;
mod page;
pub mod painter;
mod palette;
mod path_field;
mod perform;
pub mod picker;
mod qualities;
mod quick_add;
mod radar;
mod rating;
mod read_only;
mod recovered;
mod request;
mod review;
mod run;
mod score_grid;
mod settings_dialog;
mod shortcut;
mod shortcut_sheet;
mod side;
mod spoken;
mod start;
mod status;
pub mod style;
mod table;
mod tabs;
pub mod text_field;
mod toast;
mod type_notice;
mod typing;
mod version_dialog;
mod watcher;
mod words;

use self::{
    announce::Announcer,
    audit::AuditPage,
    canvas::Canvas,
    checklist::ChecklistPage,
    compare::ComparePage,
    dialog::Dialog,
    document::Document,
    errand::Errands,
    filter::FilterBar,
    find::FindBar,
    findings::FindingsView,
    focus::{Focus, Region},
    inspector::Inspector,
    job::{Job, Worker},
    keeper::Keeper,
    leaving::Leaving,
    library::Library,
    matrix::MatrixPage,
    menu::MenuView,
    numbers::NumbersPage,
    outline::OutlineView,
    palette::Palette,
    qualities::QualitiesPage,
    quick_add::QuickAdd,
    recovered::LeftWork,
    request::{Next, Pane, Request},
    start::{Start, StartView},
    status::StatusBar,
    table::TablePage,
    tabs::Tabs,
    toast::Toasts,
    type_notice::TypeNotice,
    watcher::Watcher,
};
use crate::{
    editor::Editor,
    file::recovery::Recovery,
    font::Fonts,
    settings::Settings,
    text::{Language, Text},
    theme::{Theme, Tone},
};
use egui::{CentralPanel, Context, Frame, Margin, Panel, Ui, ViewportCommand};
use std::sync::Arc;

pub use host::Host;
pub use run::{RunError, run};

/// The window's state.
pub struct App {
    host: Host,
    /// What is typed in fields is kept there.
    ctx: Context,
    language: Language,
    text: Arc<Text>,
    fonts: Arc<Fonts>,
    settings: Settings,
    /// The settings as they are on disk.
    written: Settings,
    /// `None`: the start screen.
    document: Option<Document>,
    start: Start,
    canvas: Canvas,
    library: Library,
    outline: OutlineView,
    findings: FindingsView,
    inspector: Inspector,
    tabs: Tabs,
    table: TablePage,
    checklist: ChecklistPage,
    qualities: QualitiesPage,
    audit: AuditPage,
    matrix: MatrixPage,
    compare: ComparePage,
    numbers: NumbersPage,
    find_bar: FindBar,
    filter_bar: FilterBar,
    focus: Focus,
    status: StatusBar,
    toasts: Toasts,
    palette: Option<Palette>,
    quick_add: QuickAdd,
    announcer: Announcer,
    type_notice: TypeNotice,
    dialog: Option<Dialog>,
    /// The dialog was there in the last frame.
    is_asking: bool,
    errands: Errands,
    keeper: Keeper,
    watcher: Watcher,
    left: LeftWork,
    leaving: Leaving,
    /// How many documents were shown so far.
    shown: u64,
    requests: Vec<Request>,
    /// Of the window, as it was set last.
    title: String,
    /// The question about unsaved work was answered: the window may close.
    may_quit: bool,
}

impl App {
    /// A window's state without the window: given a context, whoever runs it calls
    /// [`App::before_frame`] and [`App::frame`] each frame.
    pub fn new(ctx: &Context, fonts: Arc<Fonts>, host: Host) -> Self {
        let (settings, set_aside) = host.settings.load();
        let language = settings.language.unwrap_or(host.language);
        let text = Arc::new(language.load());
        style::set_up(ctx);
        style::set_fonts(ctx, &fonts);
        ctx.set_theme(appearance::preference(settings.theme));
        ctx.set_zoom_factor(f32::from(settings.interface_scale) / 100.0);
        let mut toasts = Toasts::default();
        if let Some(path) = set_aside {
            toasts.say(text.toast_settings_set_aside(document::file_name(&path)), None);
        }
        let keeper = Keeper::new(Recovery::new(host.files.clone()));
        keeper.wakes(ctx);
        let watcher = Watcher::new(&host.worker, host.files.clone());
        let face = host.find_face.map(|find| Job::start(&host.worker, move |_| find()));
        Self {
            host,
            ctx: ctx.clone(),
            language,
            text,
            fonts,
            written: settings.clone(),
            settings,
            document: None,
            start: Start::default(),
            canvas: Canvas::default(),
            library: Library::default(),
            outline: OutlineView::default(),
            findings: FindingsView::default(),
            inspector: Inspector::default(),
            tabs: Tabs::default(),
            table: TablePage::default(),
            checklist: ChecklistPage::default(),
            qualities: QualitiesPage::default(),
            audit: AuditPage::default(),
            matrix: MatrixPage::default(),
            compare: ComparePage::default(),
            numbers: NumbersPage::default(),
            find_bar: FindBar::default(),
            filter_bar: FilterBar::default(),
            focus: Focus::default(),
            status: StatusBar::default(),
            toasts,
            palette: None,
            quick_add: QuickAdd::default(),
            announcer: Announcer::default(),
            type_notice: TypeNotice::default(),
            dialog: None,
            is_asking: false,
            errands: Errands { face, ..Errands::default() },
            keeper,
            watcher,
            left: LeftWork::default(),
            leaving: Leaving::default(),
            shown: 0,
            requests: Vec::new(),
            title: String::new(),
            may_quit: false,
        }
    }

    /// The editor of the open project; for tests and benches.
    pub fn editor(&self) -> Option<&Editor> {
        self.document.as_ref().map(|document| &document.editor)
    }

    /// What has to be looked at also while the window cannot be seen: results that came in, and
    /// whether it is being closed.
    pub fn before_frame(&mut self, ctx: &Context) {
        self.poll(ctx);
        self.follow_desktop(ctx);
        if self.leaving.is_asked() && !self.may_quit {
            self.take_text();
            self.keep();
            self.may_quit = true;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        let closes = ctx.input(|input| input.viewport().close_requested());
        let is_away = ctx.input(|input| {
            let viewport = input.viewport();
            viewport.focused == Some(false) || viewport.minimized == Some(true)
        });
        if closes || is_away {
            self.keeper.hurry();
        }
        if closes && !self.may_quit {
            self.take_text();
            let is_at_risk = self
                .document
                .as_ref()
                .is_some_and(|it| it.saving.is_some() || it.editor.is_unsaved());
            if is_at_risk {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
                ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
                ctx.send_viewport_cmd(ViewportCommand::Focus);
                self.ask(ctx, Next::Quit);
            }
        }
    }

    /// What is being typed in place is work too: it is taken before anything asks about work, saves
    /// it or keeps it.
    fn take_text(&mut self) {
        let Self { document: Some(document), canvas, tabs, outline, table, text, host, .. } = self
        else {
            return;
        };
        canvas.take_text(&mut document.editor);
        let (mut requests, theme, today) = (Vec::new(), Theme::Light, (host.today)());
        let requested = &mut requests;
        let mut pane = Pane { editor: &document.editor, text, theme, today, requests: requested };
        tabs.take_text(&mut pane);
        outline.take_text(&mut pane);
        table.take_text(&mut pane);
        requests.extend(typing::take(&self.ctx));
        for request in requests {
            perform::edit(&mut document.editor, request, |pos| canvas.screen_point(pos));
        }
    }

    /// One frame.
    pub fn frame(&mut self, ui: &mut Ui) {
        let theme = style::theme(ui.ctx());
        let shows = self.shows();
        if let Some(document) = &mut self.document {
            document.editor.set_shows(shows);
        }
        shortcut::take(ui.ctx(), &self.focus, &mut self.requests);
        self.take_dropped(ui.ctx());
        self.menu_bar(ui, theme);
        self.type_notice_ui(ui, theme);
        if self.document.is_some() {
            self.tab_bar(ui, theme);
            self.status_bar(ui, theme);
            self.side_panels(ui, theme);
            self.page_ui(ui, theme);
        } else {
            self.left_work_bar(ui, theme);
            let Self { settings, text, fonts, requests, start, host, .. } = self;
            let (language, worker) = (self.language, &host.worker);
            let view = StartView { settings, language, fonts, text, worker, theme };
            CentralPanel::no_frame().show(ui, |ui| start.ui(ui, view, requests));
        }
        self.palette_ui(ui.ctx(), theme);
        self.over(ui, theme);
        self.keep_focus(ui.ctx());
        self.run_requests(ui.ctx());
        self.tell(ui.ctx());
        self.keep();
        self.watch();
        self.set_title(ui.ctx());
        self.write_settings(ui.ctx());
    }

    fn menu_bar(&mut self, ui: &mut Ui, theme: Theme) {
        let Self { document, settings, text, requests, focus, .. } = self;
        let view = MenuView { document: document.as_ref(), settings, text, theme };
        Panel::top("menu")
            .exact_size(36.0)
            .frame(bar(theme, 8).inner_margin(Margin::symmetric(8, 4)))
            .show(ui, |ui| {
                focus.region(Region::Menu, ui.max_rect());
                menu::menu_bar(ui, &view, requests);
            });
    }

    fn tab_bar(&mut self, ui: &mut Ui, theme: Theme) {
        let Self { document: Some(document), text, requests, tabs, focus, settings, host, .. } =
            self
        else {
            return;
        };
        let today = (host.today)();
        let view = MenuView { document: Some(document), settings, text, theme };
        Panel::top("tabs").exact_size(tabs::HEIGHT).frame(bar(theme, 0)).show(ui, |ui| {
            focus.region(Region::Tabs, ui.max_rect());
            page::with_switch(ui, &view, requests, |ui, requests| {
                let mut pane = Pane { editor: &document.editor, text, theme, today, requests };
                tabs.ui(ui, &mut pane);
            });
        });
        let mut pane = Pane { editor: &document.editor, text, theme, today, requests };
        if let Some(recovered) = &document.recovered {
            recovered::bar_ui(ui, recovered, &mut pane);
        }
        let file = document.path.as_deref().or(document.copy_of.as_deref());
        if let Some((why, path)) = document.read_only.as_ref().zip(file) {
            read_only::bar_ui(ui, why, path, &mut pane);
        }
        if let Some(path) = document.path.as_deref()
            && document.outside.is_in_conflict(document)
        {
            outside::conflict_bar(ui, path, &mut pane);
        }
        if !document.is_review_put_off {
            review::due_bar(ui, &mut pane);
        }
        if !document.notes.is_empty() {
            let frame = Frame::new()
                .fill(style::color(theme, Tone::DecisionSoft))
                .inner_margin(Margin::symmetric(16, 8));
            Panel::top("notes")
                .frame(frame)
                .show(ui, |ui| note::notes_ui(ui, &document.notes, &mut pane));
        }
    }

    fn status_bar(&mut self, ui: &mut Ui, theme: Theme) {
        let Self { document: Some(document), text, status, requests, errands, focus, .. } = self
        else {
            return;
        };
        let today = (self.host.today)();
        self.findings.follow(&document.editor, today, text, &self.host.worker);
        let findings = self.findings.count();
        Panel::bottom("status").exact_size(28.0).frame(bar(theme, 16)).show(ui, |ui| {
            focus.region(Region::Status, ui.max_rect());
            let busy = errands.exporting.as_ref().map(|(_, job)| job.done());
            status.ui(ui, document, findings, busy, text, theme, requests);
        });
    }

    fn map(&mut self, ui: &mut Ui, theme: Theme) {
        self.quick_add_ui(ui, theme);
        let Self { document: Some(document), text, requests, canvas, settings, host, .. } = self
        else {
            return;
        };
        let (find_bar, filter_bar) = (&mut self.find_bar, &mut self.filter_bar);
        let focus = &mut self.focus;
        canvas.lesson.is_wanted = !settings.knows_marks;
        let frame = Frame::new().fill(style::color(theme, Tone::Canvas));
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            let today = (host.today)();
            let mut pane = Pane { editor: &document.editor, text, theme, today, requests };
            focus.region(Region::Page, ui.max_rect());
            find_bar.ui(ui, &mut pane);
            filter_bar.ui(ui, false, &mut pane);
            if let Some(action) = canvas.ui(ui, &mut document.editor, theme, text) {
                requests.push(Request::Perform(action));
            }
        });
        settings.knows_marks |= canvas.lesson.is_learnt;
    }

    fn set_title(&mut self, ctx: &Context) {
        let title = match &self.document {
            Some(document) => {
                let mark = if document.editor.is_unsaved() { "• " } else { "" };
                format!("{mark}{} – Touchline", document.title(&self.text))
            }
            None => "Touchline".to_owned(),
        };
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

/// The frame of a bar across the window.
fn bar(theme: Theme, side: i8) -> Frame {
    Frame::new().fill(style::color(theme, Tone::Panel)).inner_margin(Margin::symmetric(side, 0))
}
