//! A project file on a stick, a window that has it open, and somebody else who reaches it too.

#![allow(dead_code, reason = "each test uses a part of it")]

use crate::window::Window;
use egui::Event;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use tempfile::TempDir;
use touchline::{
    app::Host,
    file::{self, Basis, Files, disk::RealDisk},
    model::{Cell, IdSource, JourneyMap, Lane, Project, Role as LaneRole, Stage, Step, Touchpoint},
};

pub fn project(titles: &[&str]) -> Project {
    let mut ids = IdSource::seeded(1);
    let mut map = JourneyMap::new(ids.next(), "First purchase");
    let mut stage = Stage::new(ids.next(), "Consider", None);
    stage.steps.push(Step::new(ids.next(), "reads reviews"));
    map.stages.push(stage);
    map.lanes.push(Lane::new(ids.next(), "Website", LaneRole::Touchpoints));
    let mut project = Project { title: "Online shop".into(), ..Project::default() };
    for &title in titles {
        let cell = Cell { step: map.stages[0].steps[0].id, lane: map.lanes[0].id };
        let (code, place) = (project.next_code, map.place_at_end(Some(cell)));
        map.touchpoints.push(Arc::new(Touchpoint::new(ids.next(), code, title, place)));
        project.next_code.0 += 1;
    }
    project.maps.push(Arc::new(map));
    project
}

/// A file on a stick, and a window that has it open.
pub struct Place {
    pub folder: TempDir,
    pub files: Files,
    pub path: PathBuf,
}

impl Place {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::on(Arc::new(RealDisk), Some(folder.path().join("data")));
        let path = folder.path().join("stick/shop.ron");
        fs::create_dir(path.parent().unwrap()).unwrap();
        let place = Self { folder, files, path };
        place.put(&project(&["Reviews", "Queue"]));
        place
    }

    pub fn window(&self) -> Window {
        let files = self.files.clone();
        let mut window = Window::with_host(|_| Host { files, ..Host::alone() });
        window.drop_file(&self.path);
        window
    }

    /// Somebody else saves.
    pub fn put(&self, project: &Project) {
        self.files.save(project, &self.path, Basis::Anything).unwrap();
    }

    pub fn stick(&self) -> &Path {
        self.path.parent().unwrap()
    }

    pub fn pull_out(&self) {
        fs::rename(self.stick(), self.folder.path().join("away")).unwrap();
    }

    pub fn put_back(&self) {
        fs::rename(self.folder.path().join("away"), self.stick()).unwrap();
    }

    pub fn in_file(&self) -> Vec<String> {
        titles(&file::open(&self.path).unwrap().project)
    }

    /// The titles of each earlier version, the latest first.
    pub fn versions(&self) -> Vec<Vec<String>> {
        let versions = self.files.versions(&self.path).unwrap();
        versions.iter().map(|it| titles(&file::open(&it.path).unwrap().project)).collect()
    }
}

pub fn titles(project: &Project) -> Vec<String> {
    project.maps[0].touchpoints.iter().map(|card| card.title.clone()).collect()
}

pub fn shown(window: &Window) -> Vec<String> {
    window.editor(|editor| titles(editor.project()))
}

/// The window gets the keyboard again: what has become of the file is looked at.
pub fn come_back(window: &mut Window) {
    window.event(Event::WindowFocused(false));
    window.event(Event::WindowFocused(true));
}
