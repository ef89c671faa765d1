//! The fields of the project, and its personas.

use super::{
    field::{Fields, Line},
    heading_ui, kind_ui, note_ui, review,
};
use crate::{
    app::{
        request::{Pane, Request},
        style,
    },
    command::{Command, PersonaField, ProjectField},
    editor::Action,
    model::{Persona, PersonaId},
    theme::Tone,
};
use egui::{Frame, Id, Margin, Ui};
use lucide_icons::Icon;

pub fn project_ui(ui: &mut Ui, fields: &mut Fields, pane: &mut Pane<'_>) {
    let text = pane.text;
    let project = pane.editor.project();
    kind_ui(ui, None, text.inspector_project(), pane);
    let line = Line::new(Id::unique("project title"), &project.title, text.untitled());
    fields.heading_ui(ui, text.inspector_title(), line, pane, |title| {
        Some(Command::EditProject(ProjectField::Title(title)))
    });
    heading_ui(ui, text.inspector_notes(), pane);
    let line = Line::new(Id::unique("project notes"), &project.notes, text.inspector_notes_hint());
    fields.block_ui(ui, text.inspector_notes(), &line.rows(3), pane, |notes| {
        Some(Command::EditProject(ProjectField::Notes(notes)))
    });
    review::review_ui(ui, fields, pane);
    heading_ui(ui, text.inspector_personas(), pane);
    if project.personas.is_empty() {
        note_ui(ui, text.inspector_personas_none(), pane);
    }
    for (at, persona) in project.personas.iter().enumerate() {
        persona_ui(ui, at, persona, fields, pane);
    }
    if ui.button(text.inspector_persona_add()).clicked() {
        pane.push(Request::Perform(Action::AddPersona));
    }
}

/// The field of a persona's name.
pub fn persona_field(persona: PersonaId) -> Id {
    Id::unique(("persona", persona))
}

fn persona_ui(ui: &mut Ui, at: usize, persona: &Persona, fields: &mut Fields, pane: &mut Pane<'_>) {
    let text = pane.text;
    let edit = |field| Command::EditPersona { persona: persona.id, field };
    let frame = Frame::new()
        .fill(style::color(pane.theme, Tone::Band))
        .corner_radius(8)
        .inner_margin(Margin::same(8));
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            let [r, g, b, _] = pane.theme.persona(at).0;
            let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(12.0), egui::Sense::hover());
            let color = egui::Color32::from_rgb(r, g, b);
            ui.painter().circle_filled(rect.center(), 5.0, color);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let name = text.inspector_persona_delete_name(&persona.name);
                if style::icon_button_here(ui, Icon::Trash2, &name).clicked() {
                    pane.run(Command::DeletePersona(persona.id));
                }
                let id = persona_field(persona.id);
                let line = Line::new(id, &persona.name, text.inspector_name());
                fields
                    .text_ui(ui, &line, pane, |name| Some(edit(PersonaField::Name(name))))
                    .accessible_name(text.inspector_name());
            });
        });
        let id = Id::unique(("persona notes", persona.id));
        let line = Line::new(id, &persona.notes, text.inspector_persona_notes());
        fields
            .text_ui(ui, &line.rows(2), pane, |notes| Some(edit(PersonaField::Notes(notes))))
            .accessible_name(text.inspector_persona_notes());
    });
}
