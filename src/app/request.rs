//! What panels ask for. They see the editor as it is and push requests; these run last in the
//! frame, so that nothing changes while it is being drawn.

use super::conflict::Choice;
use crate::{
    catalog::Template,
    command::Command,
    editor::{Action, Destination, Editor, Facet, NewCard, Selection},
    export::png,
    layout::Shows,
    model::{Date, LaneId, MapId, SnapshotId, StepId, TouchpointId},
    scene::Source,
    settings::MotionChoice,
    text::Text,
    theme::Theme,
};
use std::{collections::BTreeSet, path::PathBuf, time::SystemTime};

/// What a panel asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    Perform(Action),
    Run(Command),
    /// A field lost its focus: the next change is a step of its own.
    Seal,
    Select(Selection),
    /// Selects and brings into view.
    GoTo(Selection),
    /// Another text for a thing of the map.
    Write(Source, String),
    /// A list of customer actions: that of a step, and those of new steps after it.
    WriteActions(StepId, Vec<String>),
    /// A new card at a step, in a lane or where customers meet the business.
    PutAt(NewCard, StepId, Option<LaneId>),
    /// A new card with this title after what is selected.
    AddTitled(String),
    ShowMap(MapId),
    /// It need not be said any more that one map is not enough.
    KnowMaps,
    /// A card is dragged out of a panel; the pointer is there, in points of the window.
    Carry(NewCard, egui::Pos2),
    /// A card goes where it is most likely wanted.
    Put(NewCard),
    /// A card goes to the inbox of the shown map.
    Collect(NewCard),
    /// Cards of the shown map go to a place that was chosen by its name.
    Send(BTreeSet<TouchpointId>, Destination),
    /// Text of the system's clipboard.
    Paste(String),
    /// An audit of the shown map.
    BeginAudit {
        by: String,
        date: Date,
    },
    /// A text is looked for on the maps of the project.
    Find(String),
    /// The first match on another map.
    FindOn(MapId),
    ToggleFilter(Facet),
    /// New tasks of a card, one for each line.
    AddTasks(TouchpointId, String),
    /// Cards from lines of text (quick add).
    AddLines(String),
    Open(PathBuf),
    ForgetRecent(PathBuf),
    ClearRecent,
    Export(Picture),
    DismissNotes,
    /// Says something in passing.
    Say(String),
    /// "Not today": the bar about the review goes.
    PutReviewOff,
    /// A review is done, under this name.
    KeepSnapshot(String),
    /// Whether things slide to their places.
    Motion(MotionChoice),
    /// Which version is to be the file's, where both were changed.
    Settle(Choice, PathBuf, Option<Next>),
    /// Answers of the bar over a project that was recovered.
    KeepRecovered,
    ShowSavedFile,
    CompareWithSaved,
    /// Work that was left unsaved, by the folder that it is kept in.
    OpenLeft(PathBuf),
    AskToDiscard(PathBuf),
    DiscardLeft(PathBuf),
    CancelExport,
    /// What was waiting for the answer to a question.
    Proceed(Next),
    /// The work is kept on this computer, and not waited for while it is saved.
    LeaveKept(Next),
    /// Save first, then proceed.
    SaveThen(Next),
    /// Saves to a file, which did not work before, then proceeds.
    SaveTo(PathBuf, Option<Next>),
    /// Asks for another file to save to, then proceeds.
    SaveElsewhere(Option<Next>),
    /// Goes on with something, after asking where work would be lost.
    Ask(Next),
    /// Lists the earlier versions of a file that is not open.
    ShowVersions(PathBuf),
    /// An earlier version, kept here and saved then, takes the place of the project.
    BringBack(PathBuf, SystemTime),
}

/// What happens to the open project next; asked about first where work would be lost.
#[derive(Debug, Clone, PartialEq)]
pub enum Next {
    New(Template),
    Open(PathBuf),
    /// A project that is nobody's file yet, with the content of a file.
    OpenCopy(PathBuf),
    /// The same with the maps that a review kept.
    OpenSnapshot(SnapshotId),
    /// A file that somebody else is editing, only to be looked at.
    OpenToLook(PathBuf),
    /// The same file, to be edited by both.
    OpenAllTheSame(PathBuf),
    /// Work that was left unsaved, by the folder that it is kept in.
    OpenLeft(PathBuf),
    /// A project of its own with what can be read of a damaged file.
    Salvage(PathBuf),
    Close,
    Quit,
}

/// A picture that was asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Picture {
    pub map: MapId,
    pub options: png::Options,
    pub shows: Shows,
}

/// What a panel draws with.
pub struct Pane<'a> {
    pub editor: &'a Editor,
    pub text: &'a Text,
    pub theme: Theme,
    /// Which day it is.
    pub today: Date,
    pub requests: &'a mut Vec<Request>,
}

impl Pane<'_> {
    pub fn push(&mut self, request: Request) {
        self.requests.push(request);
    }

    pub fn run(&mut self, command: Command) {
        self.requests.push(Request::Run(command));
    }
}
