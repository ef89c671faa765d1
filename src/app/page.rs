//! Pages: the middle of the window shows the map, or another page of the project. Which one, what
//! has the keyboard there, and the switch at the right end of the tab bar.

use super::{
    App,
    canvas::Canvas,
    focus::Region,
    menu::{self, MenuView},
    request::{Pane, Request},
    style,
};
use crate::{
    editor::Action,
    font::Weight,
    text::Text,
    theme::{Theme, Tone, type_size},
};
use egui::{Button, CentralPanel, Context, Frame, Id, Popup, Rect, RichText, Ui, UiBuilder, Vec2};
use lucide_icons::Icon;

/// Height of the switch in points.
const HEIGHT: f32 = 28.0;
/// Beside it.
const MARGIN: f32 = 8.0;
/// Of the arrow in it, with the gap before that.
const ARROW: f32 = 20.0;

/// What the middle of the window shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    #[default]
    Map,
    Table,
    Checklist,
    Qualities,
    Audit,
    Matrix,
    Compare,
    Numbers,
}

impl Page {
    /// Every page, in the order of the menu.
    pub const ALL: [Page; 8] = [
        Page::Map,
        Page::Table,
        Page::Checklist,
        Page::Qualities,
        Page::Audit,
        Page::Matrix,
        Page::Compare,
        Page::Numbers,
    ];

    /// The action that shows it; its name is the page's.
    pub fn action(self) -> Action {
        match self {
            Self::Map => Action::ShowMap,
            Self::Table => Action::ShowTable,
            Self::Checklist => Action::ShowChecklist,
            Self::Qualities => Action::ShowQualities,
            Self::Audit => Action::ShowAudit,
            Self::Matrix => Action::ShowMatrix,
            Self::Compare => Action::ShowCompare,
            Self::Numbers => Action::ShowNumbers,
        }
    }

    /// The page that an action shows.
    pub fn of(action: Action) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.action() == action)
    }

    pub fn name(self, text: &Text) -> String {
        self.action().label(text)
    }

    /// The widget of the page that has the keyboard while nothing else has it.
    pub fn id(self) -> Id {
        match self {
            Self::Map => Canvas::id(),
            Self::Table => Id::unique("table page"),
            Self::Checklist => Id::unique("checklist page"),
            Self::Qualities => Id::unique("qualities page"),
            Self::Audit => Id::unique("audit page"),
            Self::Matrix => Id::unique("matrix page"),
            Self::Compare => Id::unique("compare page"),
            Self::Numbers => Id::unique("numbers page"),
        }
    }

    /// Whether a widget is one that takes the keyboard for a whole page other than the map.
    pub fn has(id: Id) -> bool {
        Self::ALL.into_iter().any(|page| page != Self::Map && page.id() == id)
    }

    /// Whether an action can be seen on the map only: from another page, it goes there first.
    fn leads_to_map(action: Action) -> bool {
        use Action as A;
        let within = |first: A, last: A| (first..=last).contains(&action);
        within(A::WalkLeft, A::ZoomToSelection)
            || within(A::AddTouchpoint, A::AddLane)
            || matches!(action, A::EditText | A::AddLink | A::ContextMenu)
            || matches!(action, A::Find | A::FindNext | A::FindPrevious | A::Filter)
            || within(A::ToggleLibrary, A::ToggleFindings)
            || action == A::SearchLibrary
    }
}

impl App {
    /// What the middle of the window shows.
    pub(super) fn page(&self) -> Page {
        self.document.as_ref().map_or(Page::Map, |document| document.page)
    }

    /// Shows a page, with the keyboard in it. On the map, what is selected comes into view.
    pub(super) fn show_page(&mut self, ctx: &Context, page: Page) {
        self.take_text();
        let Some(document) = &mut self.document else { return };
        document.page = page;
        if page == Page::Map {
            let selection = document.editor.selection().clone();
            document.editor.reveal(&selection);
        }
        ctx.memory_mut(|memory| memory.request_focus(page.id()));
    }

    /// Before an action: to the map where only that shows it. Gives whether that was all: Escape is
    /// used up by going back there, and a page may have something of its own to find with.
    pub(super) fn turn_for(&mut self, ctx: &Context, action: Action) -> bool {
        if self.page() == Page::Map {
            return false;
        }
        match (self.page(), action) {
            (Page::Table, Action::Find) => {
                self.table.focus_search();
                return true;
            }
            (Page::Checklist, Action::Find) => {
                self.checklist.focus_search();
                return true;
            }
            _ => {}
        }
        let goes_back = action == Action::Cancel;
        if goes_back && self.matrix.put_back(ctx) {
            return true;
        }
        let stays = self.page() == Page::Table && action == Action::Filter;
        if goes_back || (Page::leads_to_map(action) && !stays) {
            self.show_page(ctx, Page::Map);
        }
        goes_back
    }

    /// Draws the page that is shown into what is left of the window.
    pub(super) fn page_ui(&mut self, ui: &mut Ui, theme: Theme) {
        if self.page() == Page::Map {
            self.map(ui, theme);
            return;
        }
        let Self { document: Some(document), text, requests, focus, host, .. } = self else {
            return;
        };
        let (table, matrix) = (&mut self.table, &mut self.matrix);
        let (compare, numbers) = (&mut self.compare, &mut self.numbers);
        let (qualities, audit) = (&mut self.qualities, &mut self.audit);
        let (checklist, filter_bar) = (&mut self.checklist, &mut self.filter_bar);
        let page = document.page;
        let frame = Frame::new().fill(style::color(theme, Tone::Canvas));
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            focus.region(Region::Page, ui.max_rect());
            let today = (host.today)();
            let mut pane = Pane { editor: &document.editor, text, theme, today, requests };
            match page {
                Page::Map => {}
                Page::Table => {
                    filter_bar.ui(ui, table.shows_all(), &mut pane);
                    table.ui(ui, &mut pane);
                }
                Page::Checklist => checklist.ui(ui, &mut pane, &host.worker),
                Page::Qualities => qualities.ui(ui, &mut pane, &host.worker),
                Page::Audit => audit.ui(ui, &mut pane),
                Page::Matrix => matrix.ui(ui, &mut pane),
                Page::Compare => compare.ui(ui, &mut pane, &host.worker),
                Page::Numbers => numbers.ui(ui, &mut pane, &host.worker),
            }
        });
    }
}

/// A bar with the switch at its right end, after something else in what is left of it.
pub fn with_switch(
    ui: &mut Ui,
    view: &MenuView<'_>,
    requests: &mut Vec<Request>,
    rest: impl FnOnce(&mut Ui, &mut Vec<Request>),
) {
    let Some(document) = view.document else { return };
    let name = document.page.name(view.text);
    let font = style::font(Weight::Regular, type_size::BODY);
    let ink = style::color(view.theme, Tone::Text);
    let words = ui.painter().layout_no_wrap(name.clone(), font, ink).size().x;
    let size = Vec2::new(words + ARROW + 2.0 * ui.spacing().button_padding.x, HEIGHT);
    let bar = ui.available_rect_before_wrap();
    let right = egui::pos2(bar.right() - MARGIN - size.x / 2.0, bar.center().y);
    let place = Rect::from_center_size(right, size);
    let left = bar.with_max_x(place.left() - MARGIN);
    ui.scope_builder(UiBuilder::new().max_rect(left), |ui| rest(ui, requests));
    let mut child = ui.new_child(UiBuilder::new().max_rect(place));
    switch_ui(&mut child, document.page, &name, view, requests);
}

/// The switch: a button that names the page, with a menu of all of them.
fn switch_ui(
    ui: &mut Ui,
    shown: Page,
    name: &str,
    view: &MenuView<'_>,
    requests: &mut Vec<Request>,
) {
    let tone = |tone| style::color(view.theme, tone);
    let is_map = shown == Page::Map;
    let ink = tone(if is_map { Tone::Text } else { Tone::Accent });
    let arrow = style::icon(Icon::ChevronDown).color(tone(Tone::Secondary));
    let mut button = Button::new((RichText::new(name).color(ink), arrow)).gap(4.0);
    if !is_map {
        button = button.fill(tone(Tone::AccentSoft));
    }
    let button = ui.add_sized(ui.available_size(), button);
    let button = button.accessible_name(view.text.page_switch(name));
    if button.clicked() {
        // So that the arrows walk the list.
        button.request_focus();
    }
    Popup::menu(&button).style(style::menu).show(|ui| {
        ui.set_min_width(200.0);
        for page in Page::ALL {
            menu::action_item(ui, page.action(), view, requests);
        }
    });
}
