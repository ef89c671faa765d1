//! A rating from 1 to 5 as five fields: by click, by the keys 1 to 5 and 0, and by the arrows.

use super::style;
use crate::{
    font::Weight,
    model::Score,
    text::Text,
    theme::{Theme, Tone, type_size},
};
use egui::{
    Align2, Context, Event, EventFilter, Id, InputState, Key, Modifiers, Pos2, Rect, Response,
    Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit,
};

/// A rating that is shown and can be changed.
pub struct Rating<'a> {
    pub id: Id,
    /// What is rated, for those who cannot see it.
    pub name: &'a str,
    /// `None`: several touchpoints that differ.
    pub value: Option<Option<Score>>,
    /// What it was the last time, to be marked.
    pub before: Option<Score>,
    /// Fields with their numbers in them, instead of narrow ones without.
    pub is_large: bool,
}

impl Rating<'_> {
    /// Draws it into a place. Gives the other value that was chosen, if one was.
    pub fn ui(
        &self,
        ui: &Ui,
        rect: Rect,
        text: &Text,
        theme: Theme,
    ) -> (Response, Option<Option<Score>>) {
        let response = ui.interact(rect, self.id, Sense::click());
        own_digits(ui.ctx(), self.id);
        self.tell(ui, &response, text);
        let under = response.hover_pos().filter(|_| ui.is_enabled()).and_then(|pos| at(rect, pos));
        self.paint(ui, rect, under, theme);
        let shown = self.value.flatten();
        // Enter and Space have no place: they choose nothing.
        let clicked = response.clicked().then(|| response.interact_pointer_pos()).flatten();
        if clicked.is_some() {
            response.request_focus();
        }
        let clicked = clicked.and_then(|pos| at(rect, pos));
        // The same again takes it back.
        let clicked = clicked.map(|score| Some(score).filter(|_| Some(score) != shown));
        let chosen = clicked.or_else(|| self.keys(ui, &response));
        (response, chosen.filter(|chosen| self.value != Some(*chosen)))
    }

    fn tell(&self, ui: &Ui, response: &Response, text: &Text) {
        let value = self.value.flatten().map_or(0.0, |score| f64::from(score.value()));
        response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), value, self.name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_min_numeric_value(1.0);
            node.set_max_numeric_value(5.0);
            node.set_numeric_value_step(1.0);
            node.set_value(self.words(text));
            node.add_action(accesskit::Action::Increment);
            node.add_action(accesskit::Action::Decrement);
        });
    }

    /// Its value in words.
    fn words(&self, text: &Text) -> String {
        match self.value {
            Some(score) => words(text, score),
            None => text.inspector_mixed(),
        }
    }

    /// What the keyboard, or an assistive technology, asks for.
    fn keys(&self, ui: &Ui, response: &Response) -> Option<Option<Score>> {
        use accesskit::Action::{Decrement, Increment};
        let now = self.value.flatten();
        let asks = |action| ui.input(|input| input.has_accesskit_action_request(self.id, action));
        if asks(Increment) {
            return Some(step(now, 1));
        }
        if asks(Decrement) {
            return Some(step(now, -1));
        }
        if !response.has_focus() {
            return None;
        }
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
        ui.input_mut(|input| {
            // Fast fingers: of several keys in one frame, the first is this rating's.
            let digit = typed_score(input);
            if let Some(score) = digit {
                return Some(score);
            }
            let mut pressed = |key| take_key(input, Modifiers::NONE, key);
            if pressed(Key::Backspace) || pressed(Key::Delete) || pressed(Key::Home) {
                return Some(None);
            }
            if pressed(Key::End) {
                return Some(Score::new(5));
            }
            if pressed(Key::ArrowRight) {
                return Some(step(now, 1));
            }
            pressed(Key::ArrowLeft).then(|| step(now, -1))
        })
    }

    fn paint(&self, ui: &Ui, rect: Rect, under: Option<Score>, theme: Theme) {
        let tone = |tone| style::color(theme, tone);
        let painter = ui.painter();
        let shown = self.value.flatten();
        for (score, field) in Score::ALL.into_iter().zip(fields(rect, self.is_large)) {
            let is_full = shown.is_some_and(|shown| score <= shown);
            let is_under = under.is_some_and(|under| score <= under);
            let radius = if self.is_large { 6.0 } else { field.height() / 2.0 };
            let fill = match (is_full, is_under) {
                (true, _) => tone(Tone::Accent),
                (false, true) => tone(Tone::AccentSoft),
                (false, false) if self.is_large => tone(Tone::Panel),
                (false, false) => tone(Tone::Header),
            };
            let line = if is_full { Tone::Accent } else { Tone::Quiet };
            let line = Stroke::new(1.0, tone(line));
            painter.rect(field, radius, fill, line, StrokeKind::Inside);
            if self.is_large {
                let ink = tone(if is_full { Tone::OnAccent } else { Tone::Text });
                let font = style::font(Weight::Medium, type_size::LARGE);
                let digit = score.value().to_string();
                painter.text(field.center(), Align2::CENTER_CENTER, digit, font, ink);
            }
            if self.before == Some(score) {
                let below = Pos2::new(field.center().x, field.bottom() + 5.5);
                painter.circle_filled(below, 2.5, tone(Tone::Secondary));
            }
        }
        if self.value.is_none() {
            let font = style::font(Weight::Regular, type_size::BODY);
            let at = rect.right_center() + egui::vec2(8.0, 0.0);
            painter.text(at, Align2::LEFT_CENTER, "–", font, tone(Tone::Secondary));
        }
    }
}

/// A score in words: "4 of 5".
pub fn words(text: &Text, score: Option<Score>) -> String {
    score.map_or_else(|| text.quality_not_rated(), |score| text.quality_score(score.value()))
}

/// The first key of this frame that is a score, or 0 for none, taken out of it.
fn typed_score(input: &mut InputState) -> Option<Option<Score>> {
    let at = input.events.iter().position(|event| score_of(event).is_some())?;
    score_of(&input.events.remove(at))
}

/// Whether a score is typed in this frame.
pub fn types_score(ui: &Ui) -> bool {
    ui.input(|input| input.events.iter().any(|event| score_of(event).is_some()))
}

fn score_of(event: &Event) -> Option<Option<Score>> {
    let Event::Key { key, pressed: true, modifiers: Modifiers::NONE, .. } = event else {
        return None;
    };
    let keys = [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
    let value = keys.iter().position(|it| it == key)?;
    Some(i64::try_from(value).ok().and_then(Score::new))
}

/// Takes a key out of this frame, with these modifiers and no others.
pub fn take_key(input: &mut InputState, with: Modifiers, wanted: Key) -> bool {
    let is_it = |event: &Event| {
        matches!(event, Event::Key { key, pressed: true, modifiers, .. }
            if *key == wanted && *modifiers == with)
    };
    let at = input.events.iter().position(is_it);
    at.map(|at| input.events.remove(at)).is_some()
}

/// One more or one less; before 1 there is no rating.
fn step(now: Option<Score>, by: i64) -> Option<Score> {
    let value = now.map_or(0, |score| i64::from(score.value())) + by;
    Score::new(value.min(5))
}

/// The field at a place.
fn at(rect: Rect, pos: Pos2) -> Option<Score> {
    let parts = (pos.x - rect.left()) / rect.width() * 5.0;
    let mut ends = Score::ALL.into_iter();
    ends.find(|score| parts < f32::from(score.value()))
}

/// Where the five fields are.
fn fields(rect: Rect, is_large: bool) -> [Rect; 5] {
    // Large ones leave room for the ring around all five.
    let (gap, height) = if is_large { (8.0, rect.height() - 8.0) } else { (4.0, 8.0) };
    let width = rect.width() / 5.0;
    [0.0, 1.0, 2.0, 3.0, 4.0].map(|at| {
        let center = Pos2::new(rect.left() + (at + 0.5) * width, rect.center().y);
        Rect::from_center_size(center, egui::vec2(width - gap, height))
    })
}

/// What is remembered of a widget that has the digits for itself.
#[derive(Clone)]
struct OwnDigits;

/// While a widget has the keyboard, letters and digits are its own.
pub fn own_digits(ctx: &Context, id: Id) {
    ctx.data_mut(|data| data.insert_temp(id, OwnDigits));
}

/// Whether letters and digits are a widget's own.
pub fn has_digits(ctx: &Context, id: Id) -> bool {
    ctx.data(|data| data.get_temp::<OwnDigits>(id)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fifth_is_a_score_and_steps_end_at_five_and_at_none() {
        let rect = Rect::from_min_size(Pos2::new(10.0, 0.0), egui::vec2(100.0, 20.0));
        for (x, expected) in [(10.0, 1), (29.0, 1), (31.0, 2), (109.0, 5)] {
            assert_eq!(at(rect, Pos2::new(x, 10.0)), Score::new(expected), "{x}");
        }
        let scores = [None, Score::new(1), Score::new(5)];
        assert_eq!(scores.map(|now| step(now, 1)), [Score::new(1), Score::new(2), Score::new(5)]);
        assert_eq!(scores.map(|now| step(now, -1)), [None, None, Score::new(4)]);
    }
}
