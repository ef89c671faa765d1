//! Editor: the open project with what is selected, where the camera stands and what the pointer is
//! doing. Verbs come in as [`Action`], the pointer as [`PointerEvent`]; no toolkit. Tests drive it
//! without a window.
//!
//! Selection, camera and gesture live here and never in the project: undo cannot move the view,
//! and the file has no view state.

pub mod action;
mod actions;
mod audit;
mod board;
pub mod camera;
mod change;
mod clipboard;
#[cfg(test)]
mod driver;
mod drop;
mod filter;
mod find;
mod frame;
pub mod fuzzy;
pub mod gesture;
mod group;
mod landing;
mod lead;
pub mod outline;
mod overlay;
mod perform;
mod picture;
mod pointer;
pub mod quick_add;
mod read_only;
pub mod selection;
mod send;
mod shortcut;
mod task;
#[cfg(test)]
mod tests;
mod text_edit;
mod view;
mod walk;

pub use action::{Action, Menu};
pub use actions::action_lines;
pub use camera::{Camera, ScreenPoint, ScreenSize};
pub use change::Change;
pub use filter::{Bright, Facet, facets};
pub use gesture::{
    Button, Carry, Cursor, Gesture, Hint, Landing, Modifiers, NewCard, Pending, PointerEvent,
};
pub use overlay::{Carried, Overlay};
pub use selection::Selection;
pub use send::Destination;
pub use shortcut::{Key, Shortcut};
pub use text_edit::TextEdit;

use crate::{
    command::{Command, CommandError, CommandName},
    font::Fonts,
    history::History,
    layout::Shows,
    model::{IdSource, JourneyMap, MapId, Project, Touchpoint},
    scene::{Hit, Scene},
    text::Text,
};
use picture::Pictures;
use std::{collections::BTreeMap, sync::Arc};
use text_edit::Writing;

/// The open project and all that editing it needs.
pub struct Editor {
    history: History<Context>,
    /// The map that is shown; one of the project's, if it has any.
    shown: Option<MapId>,
    selection: Selection,
    gesture: Gesture,
    writing: Option<Writing>,
    /// Of the shown map.
    camera: Camera,
    /// Of the maps that were shown before.
    cameras: BTreeMap<MapId, Camera>,
    /// The shown map is fitted into the view as soon as the view's size is known.
    fits_next: bool,
    /// The camera as it was fitted last, and the smallest zoom then: while nobody has moved it, it
    /// stays fitted.
    fitted: Option<(Camera, f32)>,
    /// Where the pointer was last seen on the canvas, and with which keys.
    pointer: Option<ScreenPoint>,
    modifiers: Modifiers,
    hover: Option<Hit>,
    find: find::Find,
    filter: filter::Filter,
    pictures: Pictures,
    text: Arc<Text>,
    ids: IdSource,
    notices: Vec<Notice>,
    changes: Vec<Change>,
    /// The project is only to be looked at.
    is_read_only: bool,
}

/// What undo brings back beside the project.
#[derive(Debug, Clone)]
struct Context {
    map: Option<MapId>,
    selection: Selection,
}

/// What the editor wants said to the user, once. The app shows it (a toast) and announces it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A change was refused: the project is only to be looked at.
    ReadOnly,
    /// A command was refused.
    Refused(CommandError),
    /// So many cards went to the inbox: sent there, or because their stage, step or lane was
    /// deleted.
    MovedToInbox {
        count: usize,
    },
    /// A decision leads to so many more cards at once.
    Linked {
        count: usize,
    },
    Undone(CommandName),
    Redone(CommandName),
    /// So many cards were copied or cut.
    Copied {
        count: usize,
    },
    /// So many cards were pasted.
    Pasted {
        count: usize,
    },
    /// Outcome links start at a decision.
    OnlyDecisionsLead,
    /// So many new cards went to the inbox: nothing on the map was selected, or they were text.
    PutInInbox {
        count: usize,
    },
}

impl Editor {
    /// An editor for a project that is as on disk. The first map is shown, and fitted as soon as
    /// the view's size is known.
    pub fn new(project: Project, fonts: Arc<Fonts>, text: Arc<Text>, ids: IdSource) -> Self {
        let shown = project.maps.first().map(|map| map.id);
        let mut editor = Self {
            history: History::new(project),
            shown,
            selection: Selection::Nothing,
            gesture: Gesture::Idle,
            writing: None,
            camera: Camera::default(),
            cameras: BTreeMap::new(),
            fits_next: true,
            fitted: None,
            pointer: None,
            modifiers: Modifiers::default(),
            hover: None,
            find: find::Find::default(),
            filter: filter::Filter::default(),
            pictures: Pictures::new(fonts, Arc::clone(&text), Shows::default()),
            text,
            ids,
            notices: Vec::new(),
            changes: Vec::new(),
            is_read_only: false,
        };
        editor.refresh();
        editor
    }

    // What it holds.

    pub fn project(&self) -> &Project {
        self.history.project()
    }

    /// The map that is shown; `None` in a project without maps.
    pub fn map(&self) -> Option<&Arc<JourneyMap>> {
        self.shown.and_then(|id| self.project().map(id))
    }

    /// Which of the project's maps is shown.
    pub fn map_at(&self) -> Option<usize> {
        self.project().maps.iter().position(|map| Some(map.id) == self.shown)
    }

    /// The scene of the map that is shown: with the drop that is under way, if there is one.
    /// Computed when project, map or drop target changed, never per frame.
    pub fn scene(&self) -> &Arc<Scene> {
        self.pictures.scene(self.shown)
    }

    /// The scene of the map that is shown, without what is pending.
    fn base(&self) -> &Arc<Scene> {
        self.pictures.base(self.shown)
    }

    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// The selected cards, on the map and in the inbox.
    pub fn selected_cards(&self) -> impl Iterator<Item = &Arc<Touchpoint>> {
        let cards = self.map().into_iter().flat_map(|map| &map.touchpoints);
        cards.filter(|card| self.selection.has(card.id))
    }

    pub fn camera(&self) -> &Camera {
        &self.camera
    }

    pub fn gesture(&self) -> &Gesture {
        &self.gesture
    }

    pub fn revision(&self) -> u64 {
        self.history.revision()
    }

    pub fn is_unsaved(&self) -> bool {
        self.history.is_unsaved()
    }

    pub fn mark_saved(&mut self, revision: u64) {
        self.history.mark_saved(revision);
    }

    /// Which state of the project is on disk.
    pub fn saved_revision(&self) -> u64 {
        self.history.saved_revision()
    }

    /// No state of the project is on disk any more.
    pub fn mark_unsaved(&mut self) {
        self.history.mark_unsaved();
    }

    pub fn undo_name(&self) -> Option<CommandName> {
        self.history.undo_name()
    }

    pub fn redo_name(&self) -> Option<CommandName> {
        self.history.redo_name()
    }

    /// Takes what is to be said; the list is empty afterwards.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    /// Takes what was done; the list is empty afterwards.
    pub fn take_changes(&mut self) -> Vec<Change> {
        std::mem::take(&mut self.changes)
    }

    /// The source of new ids.
    pub fn ids(&mut self) -> &mut IdSource {
        &mut self.ids
    }

    // What comes in.

    /// Fonts or language changed: lays out again.
    pub fn set_type(&mut self, fonts: Arc<Fonts>, text: Arc<Text>) {
        self.pictures = Pictures::new(fonts, Arc::clone(&text), self.pictures.shows());
        self.text = text;
        self.refresh();
    }

    /// What cards show; lays out again where that is something else.
    pub fn set_shows(&mut self, shows: Shows) {
        if self.pictures.shows() != shows {
            self.pictures.show(shows);
            self.refresh();
        }
    }

    /// A change from the inspector or another panel: one step, merged with the one before where
    /// that is the same field.
    pub fn run(&mut self, command: Command) {
        self.cancel_gesture();
        self.apply(command, None);
    }

    /// The project as somebody else saved it takes its place, as one step. It is as on disk.
    pub fn take_in(&mut self, project: Arc<Project>) {
        self.cancel_text();
        self.cancel_gesture();
        let was_read_only = std::mem::take(&mut self.is_read_only);
        self.commit(Command::Restore(project), None);
        self.is_read_only = was_read_only;
        self.mark_saved(self.revision());
    }

    /// Ends a run of merging commands (a field lost its focus).
    pub fn seal(&mut self) {
        self.history.seal();
    }

    pub fn select(&mut self, selection: Selection) {
        let selection = selection.within(self.map().map(Arc::as_ref));
        if self.selection != selection {
            self.history.seal();
            self.selection = selection;
        }
    }

    // What the rooms below share.

    /// One whole step of the history. `then` is selected where something changed. Gives whether
    /// something did.
    fn commit(&mut self, command: Command, then: Option<Selection>) -> bool {
        self.history.seal();
        let has_changed = self.apply(command, then);
        self.history.seal();
        has_changed
    }

    fn apply(&mut self, command: Command, then: Option<Selection>) -> bool {
        if self.refuses() {
            return false;
        }
        let change = Change::of(&command, self);
        let ran = self.history.run(command, self.context());
        let has_changed = match ran {
            Ok(has_changed) => has_changed,
            Err(error) => {
                self.notices.push(Notice::Refused(error));
                false
            }
        };
        self.changes.extend(change.filter(|_| has_changed));
        if let Some(then) = then.filter(|_| has_changed) {
            self.selection = then;
        }
        self.refresh();
        has_changed
    }

    fn context(&self) -> Context {
        Context { map: self.shown, selection: self.selection.clone() }
    }

    fn undo(&mut self) {
        self.cancel_text();
        let name = self.history.undo_name();
        if let Some((context, name)) = self.history.undo(self.context()).zip(name) {
            self.restore(context);
            self.notices.push(Notice::Undone(name));
        }
    }

    fn redo(&mut self) {
        self.cancel_text();
        let name = self.history.redo_name();
        if let Some((context, name)) = self.history.redo(self.context()).zip(name) {
            self.restore(context);
            self.notices.push(Notice::Redone(name));
        }
    }

    fn restore(&mut self, context: Context) {
        self.selection = context.selection;
        let before = self.shown;
        if context.map.is_some_and(|id| self.project().map(id).is_some()) {
            self.turn_to(context.map);
        }
        self.refresh();
        if self.shown != before {
            self.view_of_shown_map();
        }
        self.reveal_selection();
    }

    /// After a change: a map that is there is shown, only what is there is selected, and the scene
    /// is up to date with what is pending.
    fn refresh(&mut self) {
        if self.map().is_none() {
            let first = self.project().maps.first().map(|map| map.id);
            if first != self.shown {
                self.turn_to(first);
                self.fits_next = true;
            }
        }
        let selection = std::mem::take(&mut self.selection);
        self.selection = selection.within(self.map().map(Arc::as_ref));
        self.pictures.update(self.history.project(), self.shown);
        self.find.update(self.history.project());
        let map = self.shown.and_then(|id| self.history.project().map(id));
        self.filter.update(map);
        let pending = self.gesture.pending().map(|pending| &pending.command);
        let pending = pending.or(self.writing.as_ref().and_then(|it| it.pending.as_ref()));
        if let Some(command) = pending {
            self.pictures.preview(self.history.project(), self.shown, command);
        }
        let bounds = self.bounds();
        self.camera.keep_in_view(&bounds);
    }
}
