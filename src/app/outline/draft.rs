//! The text of a row while it is edited in place, or of a card that is not there yet.

use crate::{
    app::{
        request::{Pane, Request},
        style, text_field,
    },
    command::{Command, MapField},
    editor::{
        Editor, NewCard,
        outline::{Node, Outline},
    },
    font::Weight,
    model::limit,
    theme::{Tone, type_size},
};
use egui::{Align2, EventFilter, Id, Key, Margin, Rect, TextEdit, Ui};

/// Where a draft stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The text of this row.
    Text(Node),
    /// A new card after this row, and after what is inside it if that is a card.
    After(Node),
    /// A new card at the end of the inbox.
    Inbox,
}

/// A text being edited.
pub struct Draft {
    pub place: Place,
    words: String,
    /// Frames in which it asked for the keyboard.
    asked: u8,
    has_had_focus: bool,
}

/// How it was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Enter: taken; a new card is followed by the next.
    Enter,
    /// The keyboard went elsewhere: taken.
    Left,
    Escape,
}

impl Draft {
    /// An empty one.
    pub fn new(place: Place) -> Self {
        Self { place, words: String::new(), asked: 0, has_had_focus: false }
    }

    /// Of a row's text; `None` for headings.
    pub fn of(node: Node, editor: &Editor) -> Option<Self> {
        let words = match node.source() {
            Some(source) => editor.text_of(source)?,
            None if node == Node::Map => editor.map()?.title.clone(),
            None => return None,
        };
        Some(Self { words, ..Self::new(Place::Text(node)) })
    }

    /// Where its row is, if it is one of its own.
    pub fn row(&self, outline: &Outline) -> Option<usize> {
        let rows = outline.rows();
        match self.place {
            Place::Text(_) => None,
            Place::Inbox => Some(rows.len()),
            Place::After(node) => {
                let at = outline.find(node)?;
                let level = rows.get(at)?.level;
                let is_card = matches!(node, Node::Card(_));
                let after = rows.get(at + 1..).unwrap_or_default();
                let inside = after.iter().take_while(|row| is_card && row.level > level);
                Some(at + 1 + inside.count())
            }
        }
    }

    /// How deep its row is: as a card in the inbox, or as one of a step.
    pub fn level(&self) -> usize {
        if self.place == Place::Inbox { 1 } else { 3 }
    }

    /// Draws it; says how it was left.
    pub fn ui(&mut self, ui: &mut Ui, area: Rect, pane: &Pane<'_>) -> Option<Done> {
        let id = Id::unique("outline text");
        let is_first = !self.has_had_focus && self.asked < 3;
        if is_first {
            self.asked += 1;
            text_field::begin(ui, id, &self.words);
        }
        let tone = |tone| style::color(pane.theme, tone);
        ui.spacing_mut().interact_size.y = area.height();
        let is_new = !matches!(self.place, Place::Text(_));
        let field = TextEdit::singleline(&mut self.words)
            .id(id)
            .font(style::font(Weight::Regular, type_size::BODY))
            .margin(Margin::symmetric(4, 2))
            .background_color(tone(Tone::Panel))
            .desired_width(area.width())
            .min_size(area.size())
            .align(Align2::LEFT_CENTER)
            .char_limit(limit::LINE);
        let field = if is_new { field.hint_text(pane.text.new_touchpoint()) } else { field };
        // Else the map would take Escape as its own.
        let keys = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
            ..EventFilter::default()
        };
        let field = field.event_filter(keys);
        let response = ui.put(area, field).accessible_name(pane.text.canvas_text_field());
        self.has_had_focus |= response.has_focus();
        if is_first && !self.has_had_focus {
            ui.request_repaint();
        }
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        if response.has_focus() && pressed(Key::Escape) {
            return Some(Done::Escape);
        }
        if is_first || response.has_focus() {
            return None;
        }
        Some(if pressed(Key::Enter) { Done::Enter } else { Done::Left })
    }

    /// Does what was written. Gives whether another card is to follow the one that is made.
    pub fn take(self, done: Done, pane: &mut Pane<'_>) -> bool {
        let words = self.words.trim();
        if done == Done::Escape {
            return false;
        }
        match self.place {
            Place::Text(Node::Map) => {
                let map = pane.editor.map().filter(|map| map.title != words && !words.is_empty());
                if let Some(map) = map {
                    let field = MapField::Title(words.to_owned());
                    pane.run(Command::EditMap { map: map.id, field });
                    pane.push(Request::Seal);
                }
                false
            }
            Place::Text(node) => {
                if let Some(source) = node.source() {
                    pane.push(Request::Write(source, words.to_owned()));
                }
                false
            }
            _ if words.is_empty() => false,
            Place::After(_) => {
                pane.push(Request::AddTitled(words.to_owned()));
                done == Done::Enter
            }
            Place::Inbox => {
                pane.push(Request::Collect(NewCard::Typed { title: words.to_owned() }));
                false
            }
        }
    }
}
