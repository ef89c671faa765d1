//! Says once that the system has no simplified Chinese face, when there are Chinese words to draw:
//! otherwise nobody would know why there are boxes, or what to install.

use super::{App, style};
use crate::{
    model::{JourneyMap, Project},
    text::{Language, Text},
    theme::{Theme, Tone},
};
use egui::{Frame, Label, Margin, Panel, Ui};
use lucide_icons::Icon;

/// What is known of the Chinese face, and what was said.
#[derive(Default)]
pub struct TypeNotice {
    /// The search is over and has found none.
    pub is_missing: bool,
    /// The project that was looked through last.
    looked_at: Option<u64>,
    is_shown: bool,
    was_shown: bool,
}

impl App {
    /// Draws the notice where it is needed.
    pub(super) fn type_notice_ui(&mut self, ui: &mut Ui, theme: Theme) {
        let Self { type_notice: notice, document, language, text, .. } = self;
        if !notice.is_missing {
            return;
        }
        if !notice.was_shown {
            let revision = document.as_ref().map(|document| document.editor.revision());
            let is_new = notice.looked_at != revision;
            notice.looked_at = revision;
            let project = document.as_ref().map(|document| document.editor.project());
            let has_han = || is_new && project.is_some_and(project_has_han);
            notice.is_shown = *language == Language::Zh || has_han();
            notice.was_shown = notice.is_shown;
        }
        if notice.is_shown {
            // In words that can be read without the face.
            let english = (*language == Language::Zh).then(|| Language::En.load());
            notice.is_shown = !notice_ui(ui, english.as_ref().unwrap_or(text), theme);
        }
    }

    /// Whether Chinese words of a map were left out of a picture.
    pub(super) fn leaves_han_out(&self, map: &JourneyMap) -> bool {
        self.type_notice.is_missing && map_has_han(map)
    }
}

/// Draws the bar; gives whether it was closed.
fn notice_ui(ui: &mut Ui, text: &Text, theme: Theme) -> bool {
    let frame = Frame::new()
        .fill(style::color(theme, Tone::DecisionSoft))
        .inner_margin(Margin::symmetric(16, 8));
    let advice = if cfg!(target_os = "windows") {
        text.type_windows()
    } else if cfg!(target_os = "macos") {
        text.type_mac()
    } else {
        text.type_linux()
    };
    Panel::top("type notice")
        .frame(frame)
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(ui.available_width() - 44.0);
                    ui.add(Label::new(format!("{} {advice}", text.type_missing())).wrap());
                });
                style::icon_button_here(ui, Icon::X, &text.type_close()).clicked()
            })
            .inner
        })
        .inner
}

fn project_has_han(project: &Project) -> bool {
    has_han(&project.title) || project.maps.iter().any(|map| map_has_han(map))
}

fn map_has_han(map: &JourneyMap) -> bool {
    let stages = map.stages.iter();
    has_han(&map.title)
        || map.touchpoints.iter().any(|card| has_han(&card.title))
        || map.lanes.iter().any(|lane| has_han(&lane.name))
        || stages.clone().any(|stage| has_han(&stage.name))
        || stages.flat_map(|stage| &stage.steps).any(|step| has_han(&step.action))
        || map.links.iter().any(|link| has_han(&link.label))
}

/// Whether there is a Chinese character in it.
fn has_han(text: &str) -> bool {
    let is_han = |c| matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}');
    !text.is_ascii() && text.chars().any(is_han)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_told_from_other_scripts() {
        for (text, expected) in
            [("Reviews", false), ("Отзывы – №1", false), ("李雷 续订", true), ("Shop 店", true)]
        {
            assert_eq!(has_han(text), expected, "{text}");
        }
    }
}
