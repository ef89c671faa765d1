//! A picture of a map: asked for, made beside the window, and said where it went.

use crate::{
    app::{
        App, crash,
        dialog::Dialog,
        document::file_name,
        export_dialog::ExportDialog,
        job::{Job, Poll},
        request::Picture,
        toast::Offer,
    },
    export::{ExportError, Progress, png},
    file::{self, disk::Disk},
    font::Fonts,
    layout::{self, Shows},
    message,
    model::Project,
    text::Text,
};
use egui::Context;
use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

impl App {
    /// Asks what the picture is to be.
    pub(in crate::app) fn open_export_dialog(&mut self) {
        let Some((document, map)) =
            self.document.as_ref().and_then(|document| Some((document, document.editor.map()?)))
        else {
            return;
        };
        let export = self.settings.export;
        let scale = u16::try_from(export.scale).map_or(2.0, f32::from);
        let options = png::Options { scale, theme: export.theme };
        let dialog = ExportDialog::new(
            document.editor.project().clone(),
            Picture { map: map.id, options, shows: self.shows() },
            Arc::clone(&self.fonts),
            Arc::clone(&self.text),
            self.host.worker.clone(),
        );
        self.dialog = Some(Dialog::Export(Box::new(dialog)));
    }

    /// What cards show, on the map and in pictures.
    pub(in crate::app) fn shows(&self) -> Shows {
        Shows { mean: self.settings.shows_mean }
    }

    pub(super) fn start_exporting(&mut self, path: PathBuf, picture: Picture) {
        let Some(document) = &self.document else {
            return;
        };
        let project = document.editor.project().clone();
        let (fonts, text) = (Arc::clone(&self.fonts), Arc::clone(&self.text));
        let (files, at) = (self.host.files.clone(), path.clone());
        let job = Job::start(&self.host.worker, move |progress| {
            crash::provoke("export");
            write_picture(files.disk(), &project, picture, &fonts, &text, progress, &at)
        });
        self.errands.exporting = Some((path, job));
    }

    pub(super) fn poll_exporting(&mut self, ctx: &Context) {
        let Some((_, job)) = &self.errands.exporting else {
            return;
        };
        let result = match job.poll() {
            Poll::Running => {
                ctx.request_repaint_after(Duration::from_millis(100));
                return;
            }
            Poll::Done(result) => Some(result),
            Poll::Lost => None,
        };
        let Some((path, _)) = self.errands.exporting.take() else {
            return;
        };
        match result {
            Some(Ok(())) => {
                let map = self.editor().and_then(|editor| editor.map());
                let words = if map.is_some_and(|map| self.leaves_han_out(map)) {
                    self.text.toast_exported_without_chinese(file_name(&path))
                } else {
                    self.text.toast_exported(file_name(&path))
                };
                self.toasts.say(words, Some(Offer::CopyPath(path.display().to_string())));
            }
            Some(Err(ExportError::Cancelled)) => {
                self.toasts.say(self.text.toast_export_cancelled(), None);
            }
            Some(Err(error)) => {
                let what = message::export(&self.text, &error);
                let body = self.text.message_with_path(what, path.to_string_lossy());
                self.fail(self.text.error_export_title(), &body, None);
            }
            None => self.lost(),
        }
        ctx.request_repaint();
    }
}

/// Lays a map out and writes its picture whole or not at all.
fn write_picture(
    disk: &dyn Disk,
    project: &Project,
    picture: Picture,
    fonts: &Fonts,
    text: &Text,
    progress: &Progress,
    path: &Path,
) -> Result<(), ExportError> {
    let Some(map) = project.map(picture.map) else {
        return Err(ExportError::Cancelled);
    };
    let scene =
        Arc::new(layout::layout(map, fonts, text, &mut layout::Cache::showing(picture.shows)));
    let sheet = layout::sheet(project, map, scene, fonts, text);
    let mut failure = None;
    let written = file::atomic::write_with(disk, path, |out| {
        png::write(&sheet, fonts, &picture.options, progress, out).map_err(|error| {
            let stop = io::Error::other(error.to_string());
            failure = Some(error);
            stop
        })
    });
    match (written, failure) {
        (Ok(()), _) => Ok(()),
        (Err(_), Some(error)) => Err(error),
        (Err(error), None) => Err(ExportError::Write(error)),
    }
}
