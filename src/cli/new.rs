//! `touchline new`: a new project.

use super::{Exit, New, Template, terminal};
use crate::{
    catalog,
    file::{Basis, Files, Reason, SaveErrorKind},
    message,
    model::IdSource,
    text::{self, Text},
};

pub(super) fn run(new: &New, text: &Text) -> anyhow::Result<Exit> {
    let template = match new.template {
        Template::Blank => catalog::Template::Blank,
        Template::Retail => catalog::Template::Retail,
        Template::Twenty => catalog::Template::Twenty,
        Template::Blueprint => catalog::Template::Blueprint,
        Template::Sample => catalog::Template::Sample,
    };
    let language = new.lang.unwrap_or_else(text::system_language);
    let project = catalog::new_project(template, language, &mut IdSource::random());
    let project = catalog::as_of(project, jiff::Zoned::now().date());
    let basis = if new.force { Basis::Anything } else { Basis::Nothing };
    match Files::of_user().save(&project, &new.file, basis) {
        Ok(_) => terminal::remark(&text.cli_wrote(new.file.to_string_lossy())),
        Err(error) if !new.force && error.kind == SaveErrorKind::System(Reason::Exists) => {
            return Err(super::exists(&new.file, text));
        }
        Err(error) => return Err(super::sorry(message::save(text, &error))),
    }
    Ok(Exit::Fine)
}
