//! `touchline new`: a new project.

use super::{Exit, New, Template, terminal};
use crate::{
    catalog,
    file::{self, SaveError, atomic},
    model::IdSource,
    text::{Language, Text},
};
use std::io;

pub(super) fn run(new: &New, text: &Text) -> anyhow::Result<Exit> {
    let template = match new.template {
        Template::Blank => catalog::Template::Blank,
        Template::Sample => catalog::Template::Sample,
    };
    let project = catalog::new_project(template, Language::default(), &mut IdSource::random());
    let bytes = file::write(&project);
    let written = if new.force {
        atomic::write(&new.file, &bytes)
    } else {
        atomic::write_new_with(&new.file, |out| out.write_all(&bytes))
    };
    match written {
        Ok(()) => terminal::remark(&text.cli_wrote(new.file.to_string_lossy())),
        Err(error) if !new.force && error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(super::exists(&new.file, text));
        }
        Err(error) => return Err(SaveError::new(&new.file, &error).into()),
    }
    Ok(Exit::Fine)
}
