//! Above the matrix: what it can be filtered by, and whose cards it shows.

use super::MatrixPage;
use crate::{
    app::{request::Pane, style, words},
    method::feasibility::Plan,
    model::{CostBand, When},
    theme::Tone,
};
use egui::{Align, ComboBox, Layout, RichText, Ui};

impl MatrixPage {
    pub(super) fn head_ui(&mut self, ui: &mut Ui, plan: &Plan, pane: &Pane<'_>) {
        let text = pane.text;
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let mut options = vec![(None, text.matrix_all())];
            options.extend(When::ALL.map(|it| (Some(Some(it)), words::when(text, it))));
            options.push((Some(None), text.inspector_not_set()));
            choice(ui, &text.feasibility_when(), &mut self.filter.when, &options, pane);
            let mut options = vec![(None, text.matrix_all())];
            options.extend(CostBand::ALL.map(|it| (Some(Some(it)), words::cost_band(text, it))));
            options.push((Some(None), text.inspector_not_set()));
            choice(ui, &text.feasibility_band(), &mut self.filter.cost_band, &options, pane);
            if pane.editor.project().maps.len() > 1 {
                let options = [(false, text.matrix_this_map()), (true, text.matrix_all_maps())];
                choice(ui, &text.matrix_maps(), &mut self.shows_all, &options, pane);
            }
            if plan.ranked.is_empty() && plan.waiting.is_empty() {
                ui.label(text.matrix_none_left());
            }
        });
    }
}

fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    current: &mut T,
    options: &[(T, String)],
    pane: &Pane<'_>,
) {
    let ink = style::color(pane.theme, Tone::Secondary);
    let label = ui.label(RichText::new(name).color(ink));
    let shown = options.iter().find(|(value, _)| value == current);
    let words = shown.map_or("", |(_, words)| words);
    ComboBox::from_id_salt(("matrix", name))
        .icon(style::arrow)
        .selected_text(words)
        .show_ui(ui, |ui| {
            for (value, words) in options {
                ui.selectable_value(current, *value, words);
            }
        })
        .response
        .labelled_by(label.id);
    ui.add_space(8.0);
}
