//! Random pointers and keys: no panic, a valid project after each, and a way back to the start.

use crate::editor::{
    Action, Button, Modifiers, NewCard, PointerEvent, ScreenPoint, ScreenSize,
    driver::{Hand, sample},
};
use proptest::prelude::*;

/// Something that a person may do.
#[derive(Debug, Clone)]
enum Deed {
    Press(ScreenPoint, Button),
    Move(ScreenPoint),
    Release(ScreenPoint, Button),
    DoubleClick(ScreenPoint),
    Leave,
    Keys(Modifiers),
    Do(Action),
    Type(String, bool),
    Carry(ScreenPoint),
    ToInbox,
    Copy,
    Paste,
    PasteText(String),
    Put,
    Tick,
    View(ScreenSize),
    Zoom(f32, ScreenPoint),
    Pan(f32, f32),
}

fn deed() -> impl Strategy<Value = Deed> {
    let at = || (-100.0..1500.0f32, -100.0..900.0f32).prop_map(|(x, y)| ScreenPoint::new(x, y));
    let button = || prop_oneof![5 => Just(Button::Primary), 1 => Just(Button::Middle), 1 => Just(Button::Secondary)];
    prop_oneof![
        6 => (at(), button()).prop_map(|(at, button)| Deed::Press(at, button)),
        8 => at().prop_map(Deed::Move),
        6 => (at(), button()).prop_map(|(at, button)| Deed::Release(at, button)),
        2 => at().prop_map(Deed::DoubleClick),
        1 => Just(Deed::Leave),
        2 => any::<[bool; 4]>().prop_map(|[ctrl, shift, alt, space]| {
            Deed::Keys(Modifiers { ctrl, shift, alt, space: space && alt })
        }),
        12 => prop::sample::select(Action::ALL).prop_map(Deed::Do),
        3 => ("[a-zж \n]{0,4}", any::<bool>()).prop_map(|(text, next)| Deed::Type(text, next)),
        2 => at().prop_map(Deed::Carry),
        1 => Just(Deed::ToInbox),
        1 => Just(Deed::Copy),
        1 => Just(Deed::Paste),
        1 => "[-a-z\n ]{0,12}".prop_map(Deed::PasteText),
        1 => Just(Deed::Put),
        1 => Just(Deed::Tick),
        1 => (0.0..1600.0f32, 0.0..1000.0f32)
            .prop_map(|(width, height)| Deed::View(ScreenSize { width, height })),
        1 => (-1.0..9.0f32, at()).prop_map(|(factor, at)| Deed::Zoom(factor, at)),
        1 => (-3e3..3e3f32, -3e3..3e3f32).prop_map(|(x, y)| Deed::Pan(x, y)),
    ]
}

fn act(hand: &mut Hand, modifiers: &mut Modifiers, copied: &mut String, deed: Deed) {
    let editor = &mut hand.editor;
    let modifiers_now = *modifiers;
    let pointer = |event| event;
    match deed {
        Deed::Press(at, button) => {
            editor.pointer(pointer(PointerEvent::Press { at, button, modifiers: modifiers_now }));
        }
        Deed::Move(at) => editor.pointer(PointerEvent::Move { at, modifiers: modifiers_now }),
        Deed::Release(at, button) => {
            editor.pointer(PointerEvent::Release { at, button, modifiers: modifiers_now });
        }
        Deed::DoubleClick(at) => {
            editor.pointer(PointerEvent::DoubleClick { at, modifiers: modifiers_now });
        }
        Deed::Leave => editor.pointer(PointerEvent::Leave),
        Deed::Keys(keys) => *modifiers = keys,
        Deed::Do(action) => drop(editor.perform(action)),
        Deed::Type(text, next) => editor.finish_text(&text, next),
        Deed::Carry(at) => editor.carry_in(NewCard::Typed { title: "new".into() }, at),
        Deed::ToInbox => drop(editor.put_in_inbox(&NewCard::Typed { title: "in".into() })),
        Deed::Copy => *copied = editor.copy().unwrap_or_default(),
        Deed::Paste => editor.paste(copied),
        Deed::PasteText(text) => editor.paste(&text),
        Deed::Put => editor.put(NewCard::Inbox(8.into())),
        Deed::Tick => drop(editor.tick(0.1)),
        Deed::View(size) => editor.set_view(size),
        Deed::Zoom(factor, at) => editor.zoom(factor, at),
        Deed::Pan(x, y) => editor.pan((x, y)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_one_does_the_project_is_valid_and_can_be_undone(
        deeds in prop::collection::vec(deed(), 1..60),
    ) {
        let mut hand = Hand::new();
        hand.editor.set_view(ScreenSize { width: 1400.0, height: 800.0 });
        let (mut modifiers, mut copied) = (Modifiers::default(), String::new());
        for deed in deeds {
            act(&mut hand, &mut modifiers, &mut copied, deed);
            prop_assert_eq!(hand.editor.project().check(), []);
            let camera = hand.editor.camera();
            prop_assert!(camera.origin.x.is_finite() && camera.origin.y.is_finite());
            for action in Action::ALL {
                action.is_enabled(&hand.editor);
            }
            hand.editor.overlay();
            hand.editor.hint();
            hand.editor.cursor();
        }
        hand.perform(&[Action::Cancel, Action::Cancel]);
        let end = hand.editor.project().clone();
        let mut steps = 0;
        while hand.editor.undo_name().is_some() {
            hand.perform(&[Action::Undo]);
            steps += 1;
        }
        prop_assert_eq!(hand.editor.project(), &sample());
        for _ in 0..steps {
            hand.perform(&[Action::Redo]);
        }
        // What was undone by hand comes back as well.
        while hand.editor.redo_name().is_some() && *hand.editor.project() != end {
            hand.perform(&[Action::Redo]);
        }
        prop_assert_eq!(hand.editor.project(), &end);
    }
}
