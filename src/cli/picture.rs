//! `touchline export`: a map as a PNG.

use super::{Exit, Export, Theme, sorry, terminal};
use crate::{
    export::{ExportError, Progress, png},
    file::{self, SaveError, atomic, disk::RealDisk},
    font::Fonts,
    layout, message,
    model::{JourneyMap, Project},
    text::{Language, Text},
    theme,
};
use std::{collections::BTreeSet, io, path::Path, sync::Arc};

/// Missing characters that a warning names.
const NAMED: usize = 20;

pub(super) fn run(export: &Export, spoken: Language, text: &Text) -> anyhow::Result<Exit> {
    if file::plain::is_same_file(&export.file, &export.output) {
        return Err(sorry(text.cli_same_file(export.output.to_string_lossy())));
    }
    if !export.force && file::plain::exists(&export.output) {
        return Err(super::exists(&export.output, text));
    }
    let options = png::Options {
        scale: export.scale,
        theme: match export.theme {
            Theme::Light => theme::Theme::Light,
            Theme::Dark => theme::Theme::Dark,
        },
    };
    let progress = Progress::default();
    let drawn = export.lang.filter(|lang| *lang != spoken).map(|lang| lang.load());
    let drawn = drawn.as_ref().unwrap_or(text);
    let (sheet, fonts) =
        terminal::watched(&progress, |_| text.cli_opening(), || prepare(export, drawn, text))?;
    let size = png::size(&sheet, &options);
    let (width, height) = size.map_err(|error| sorry(message::export(text, &error)))?;
    let percent = |fraction: f32| text.cli_painting((fraction * 100.0).floor());
    terminal::watched(&progress, percent, || {
        write(export, text, |out| png::write(&sheet, &fonts, &options, &progress, out))
    })?;
    terminal::remark(&text.cli_wrote_picture(export.output.to_string_lossy(), width, height));
    Ok(Exit::Fine)
}

/// Opens the project and lays the map out, with the words of a language. The project is not needed
/// after that.
fn prepare(export: &Export, drawn: &Text, text: &Text) -> anyhow::Result<(layout::Sheet, Fonts)> {
    let opened = file::open(&export.file).map_err(|error| super::unopened(&error, text))?;
    let project = opened.project;
    let map = choose(&project, export.map.as_deref(), &export.file, text)?;
    let fonts = fonts_for(&project, map, drawn, text);
    let scene = Arc::new(layout::layout(map, &fonts, drawn, &mut layout::Cache::default()));
    Ok((layout::sheet(&project, map, scene, &fonts, drawn), fonts))
}

/// Writes the picture, whole or not at all.
fn write(
    export: &Export,
    text: &Text,
    paint: impl FnOnce(&mut dyn io::Write) -> Result<(), ExportError>,
) -> anyhow::Result<()> {
    let mut failed = None;
    let fill = |out: &mut dyn io::Write| {
        paint(out).map_err(|error| match error {
            ExportError::Write(error) => error,
            other => {
                failed = Some(other);
                io::Error::other("not finished")
            }
        })
    };
    let path = &export.output;
    let written = if export.force {
        atomic::write_with(&RealDisk, path, fill)
    } else {
        atomic::write_new_with(&RealDisk, path, fill)
    };
    match (written, failed) {
        (Ok(()), _) => Ok(()),
        (Err(_), Some(error)) => Err(sorry(message::export(text, &error))),
        (Err(error), None) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(super::exists(path, text))
        }
        (Err(error), None) => Err(sorry(message::save(text, &SaveError::new(path, &error)))),
    }
}

/// The map that is asked for; where none is, the only one.
fn choose<'a>(
    project: &'a Project,
    wanted: Option<&str>,
    path: &Path,
    text: &Text,
) -> anyhow::Result<&'a JourneyMap> {
    let list = || {
        let lines = project.maps.iter().zip(1..);
        let lines =
            lines.map(|(map, number)| format!("{number}  {}", terminal::printable(&map.title)));
        lines.collect::<Vec<_>>().join("\n")
    };
    let Some(wanted) = wanted else {
        return match &*project.maps {
            [] => Err(sorry(text.cli_no_map(path.to_string_lossy()))),
            [map] => Ok(map),
            _ => Err(sorry(text.cli_choose_map(list()))),
        };
    };
    let mut called = project.maps.iter().filter(|map| map.title == wanted);
    match (called.next(), called.next()) {
        (Some(map), None) => Ok(map),
        (Some(_), Some(_)) => Err(sorry(text.cli_repeated_map(wanted, list()))),
        (None, _) => {
            let number = wanted.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let map = number.and_then(|at| project.maps.get(at));
            map.map(|map| &**map).ok_or_else(|| sorry(text.cli_unknown_map(wanted, list())))
        }
    }
}

/// The bundled faces, with the system's Chinese one if the map needs it. Says which characters are
/// still missing.
fn fonts_for(project: &Project, map: &JourneyMap, drawn: &Text, text: &Text) -> Fonts {
    let mut fonts = Fonts::bundled();
    // One word of a language tells whether its script is there.
    let is_bundled = fonts.missing(&drawn.map_emotion()).is_empty();
    if is_bundled && texts(project, map).all(|text| fonts.missing(text).is_empty()) {
        return fonts;
    }
    if let Some(han) = Fonts::find_han() {
        fonts = fonts.with_han(han);
    }
    let mut missing: BTreeSet<char> =
        texts(project, map).flat_map(|text| fonts.missing(text)).collect();
    missing.extend(fonts.missing(&drawn.map_emotion()));
    if !missing.is_empty() {
        let named: Vec<String> = missing.iter().take(NAMED).map(char::to_string).collect();
        terminal::complain(&text.cli_missing_characters(missing.len() as u64, named.join(" ")));
    }
    fonts
}

/// What a picture of a map can have written on it.
fn texts<'a>(project: &'a Project, map: &'a JourneyMap) -> impl Iterator<Item = &'a String> {
    let persona = map.persona.and_then(|id| project.persona(id)).map(|persona| &persona.name);
    let stages = map.stages.iter().flat_map(|stage| {
        std::iter::once(&stage.name).chain(stage.steps.iter().map(|step| &step.action))
    });
    [&project.title, &map.title]
        .into_iter()
        .chain(persona)
        .chain(stages)
        .chain(map.lanes.iter().map(|lane| &lane.name))
        .chain(map.touchpoints.iter().flat_map(|it| [&it.title, &it.channel, &it.owner]))
        .chain(map.links.iter().map(|link| &link.label))
}
