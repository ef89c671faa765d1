//! Which kinds of findings are looked for: a small list behind a button, where those that were
//! switched off come back.

use super::switch;
use crate::{
    app::{find::drop_button, request::Pane, style},
    message,
    model::FindingKind,
};
use egui::{
    Button, Color32, Id, Popup, PopupCloseBehavior, Role, ScrollArea, Ui, Vec2, WidgetInfo,
};
use lucide_icons::Icon;

/// The button's, once it was drawn.
fn place() -> Id {
    Id::unique("kinds of findings")
}

/// The button.
pub fn id(ui: &Ui) -> Option<Id> {
    ui.data(|data| data.get_temp(place()))
}

/// Draws the button and what it opens.
pub fn kinds_ui(ui: &mut Ui, pane: &mut Pane<'_>) {
    let silent = &pane.editor.project().silent;
    let label = match silent.len() {
        0 => pane.text.findings_kinds(),
        count => pane.text.findings_kinds_off(count),
    };
    let button = drop_button(ui, &label, false);
    ui.data_mut(|data| data.insert_temp(place(), button.id));
    Popup::menu(&button)
        .style(style::menu)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_min_width(240.0);
            ScrollArea::vertical().max_height(400.0).show(ui, |ui| {
                for kind in FindingKind::ALL {
                    let is_on = !silent.contains(&kind);
                    let name = message::finding_kind(pane.text, kind);
                    let ink = if is_on { Color32::PLACEHOLDER } else { Color32::TRANSPARENT };
                    let item = Button::new((style::icon(Icon::Check).color(ink), &name))
                        .min_size(Vec2::new(0.0, 28.0));
                    let item = ui.add(item);
                    item.widget_info(|| {
                        WidgetInfo::selected(Role::MenuItemCheckBox, true, is_on, &name)
                    });
                    if item.clicked() {
                        switch(kind, !is_on, pane);
                    }
                }
            });
        });
}
