//! Editor: the open project with what is selected, where the camera stands and what the pointer is
//! doing. Verbs come in as [`Action`], the pointer as [`PointerEvent`]; no toolkit. Tests drive it
//! without a window.
//!
//! Selection, camera and gesture live here and never in the project: undo cannot move the view,
//! and the file has no view state.

pub mod action;
pub mod camera;
pub mod clipboard;
pub mod gesture;
pub mod selection;

pub use action::{Action, Key, Shortcut};
pub use camera::{Camera, ScreenPoint, ScreenRect, ScreenSize};
pub use gesture::{Button, Cursor, Gesture, Hint, Modifiers, NewCard, PointerEvent};
pub use selection::Selection;

use crate::{
    command::{Command, CommandError, CommandName},
    font::Fonts,
    model::{IdSource, JourneyMap, MapId, Project, TouchpointId},
    scene::{Rect, Scene, Source},
    text::Text,
};
use std::sync::Arc;

/// The open project and all that editing it needs.
pub struct Editor {
    _todo: (),
}

/// What the editor wants said to the user, once. The app shows it (a toast) and announces it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A command was refused.
    Refused(CommandError),
    /// So many cards went to the inbox because their stage, step or lane was deleted.
    MovedToInbox {
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
    /// There is no lane or stage yet to put a card in: it went to the inbox.
    PutInInbox {
        count: usize,
    },
}

/// What is drawn over the scene on screen, and only there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Overlay {
    /// Outlines of what is selected, in map units.
    pub selected: Vec<(Source, Rect)>,
    /// What the pointer is over, if it can be taken.
    pub hovered: Option<(Source, Rect)>,
    /// Where a drag would land: a cell, a gap between cards or between steps, a place for a header.
    pub landing: Option<Rect>,
    /// The rubber band.
    pub brush: Option<Rect>,
    /// An outcome link being drawn, from and to.
    pub linking: Option<(crate::scene::Point, crate::scene::Point)>,
    /// Titles of the cards in the air, and the pointer; the app draws the topmost as a floating card.
    pub carried: Option<Carried>,
    /// The handle of each selected or hovered decision, in map units.
    pub handles: Vec<(TouchpointId, crate::scene::Point)>,
}

/// Cards in the air.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    pub title: String,
    pub count: usize,
    pub at: ScreenPoint,
    pub mark: Option<crate::model::Mark>,
}

/// A text that is being edited in place.
#[derive(Debug, Clone, PartialEq)]
pub struct TextEdit {
    pub source: Source,
    /// What the field begins with.
    pub text: String,
    /// Whether the thing was made just now, so that Escape takes it away again.
    pub is_new: bool,
}

impl Editor {
    /// An editor for a project that is as on disk. The first map is shown, and fitted as soon as
    /// the view's size is known.
    pub fn new(project: Project, fonts: Arc<Fonts>, text: Arc<Text>, ids: IdSource) -> Self {
        let _ = (project, fonts, text, ids);
        todo!()
    }

    // What it holds.

    pub fn project(&self) -> &Project {
        todo!()
    }

    /// The map that is shown; `None` in a project without maps.
    pub fn map(&self) -> Option<&Arc<JourneyMap>> {
        todo!()
    }

    /// The scene of the map that is shown: with the drop that is under way, if there is one.
    /// Computed when project, map or drop target changed, never per frame.
    pub fn scene(&self) -> &Arc<Scene> {
        todo!()
    }

    pub fn selection(&self) -> &Selection {
        todo!()
    }

    pub fn camera(&self) -> &Camera {
        todo!()
    }

    pub fn gesture(&self) -> &Gesture {
        todo!()
    }

    /// What the pointer can do here, for the status bar.
    pub fn hint(&self) -> Hint {
        todo!()
    }

    pub fn cursor(&self) -> Cursor {
        todo!()
    }

    pub fn overlay(&self) -> Overlay {
        todo!()
    }

    pub fn editing(&self) -> Option<&TextEdit> {
        todo!()
    }

    pub fn revision(&self) -> u64 {
        todo!()
    }

    pub fn is_unsaved(&self) -> bool {
        todo!()
    }

    pub fn mark_saved(&mut self, revision: u64) {
        let _ = revision;
        todo!()
    }

    pub fn undo_name(&self) -> Option<CommandName> {
        todo!()
    }

    pub fn redo_name(&self) -> Option<CommandName> {
        todo!()
    }

    /// Takes what is to be said; the list is empty afterwards.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        todo!()
    }

    // What comes in.

    /// The canvas's size in screen points, each frame.
    pub fn set_view(&mut self, size: ScreenSize) {
        let _ = size;
        todo!()
    }

    /// Fonts or language changed: lays out again.
    pub fn set_type(&mut self, fonts: Arc<Fonts>, text: Arc<Text>) {
        let _ = (fonts, text);
        todo!()
    }

    /// Does an editing action. Actions of the window (open, save, export …) are the app's; they do
    /// nothing here and give `false`.
    pub fn perform(&mut self, action: Action) -> bool {
        let _ = action;
        todo!()
    }

    /// The pointer on the canvas. Positions are from the canvas's upper left corner and may be
    /// outside of it while a button is down.
    pub fn pointer(&mut self, event: PointerEvent) {
        let _ = event;
        todo!()
    }

    /// A card is taken from the library or the inbox; pointer events say where it goes.
    pub fn carry_in(&mut self, card: NewCard, at: ScreenPoint) {
        let _ = (card, at);
        todo!()
    }

    /// Puts a card where it is most likely wanted: the selected cell, else the inbox (Enter in the
    /// library, a line typed there).
    pub fn put(&mut self, card: NewCard) {
        let _ = card;
        todo!()
    }

    /// Time goes on while a drag is at the view's edge: scrolls. Gives whether another frame is
    /// wanted. `seconds` since the last call.
    pub fn tick(&mut self, seconds: f32) -> bool {
        let _ = seconds;
        todo!()
    }

    /// A change from the inspector or another panel: one step, merged with the one before where
    /// that is the same field.
    pub fn run(&mut self, command: Command) {
        let _ = command;
        todo!()
    }

    /// Ends a run of merging commands (a field lost its focus).
    pub fn seal(&mut self) {
        todo!()
    }

    pub fn select(&mut self, selection: Selection) {
        let _ = selection;
        todo!()
    }

    pub fn show_map(&mut self, map: MapId) {
        let _ = map;
        todo!()
    }

    /// Moves the view by so many screen points.
    pub fn pan(&mut self, by: (f32, f32)) {
        let _ = by;
        todo!()
    }

    /// Zooms by a factor; what is at `at` stays there.
    pub fn zoom(&mut self, factor: f32, at: ScreenPoint) {
        let _ = (factor, at);
        todo!()
    }

    /// The view's upper left corner goes to a place of the map (mini-map).
    pub fn look_at(&mut self, center: crate::scene::Point) {
        let _ = center;
        todo!()
    }

    /// Opens the text of a thing for editing in place.
    pub fn edit_text(&mut self, source: Source) {
        let _ = source;
        todo!()
    }

    /// The edited text is taken; `next` goes on to the next text of the same kind.
    pub fn finish_text(&mut self, text: &str, next: bool) {
        let _ = (text, next);
        todo!()
    }

    /// The edited text is left as it was.
    pub fn cancel_text(&mut self) {
        todo!()
    }

    // Clipboard.

    /// The selected cards as text for the clipboard; `None` where none is selected.
    pub fn copy(&mut self) -> Option<String> {
        todo!()
    }

    /// As copy, and deletes them.
    pub fn cut(&mut self) -> Option<String> {
        todo!()
    }

    /// Text from the clipboard: cards, or each line of any other text as a card in the inbox.
    pub fn paste(&mut self, text: &str) {
        let _ = text;
        todo!()
    }

    // Making things, with ids of its own.

    /// The source of new ids.
    pub fn ids(&mut self) -> &mut IdSource {
        todo!()
    }
}
