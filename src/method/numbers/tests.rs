use super::*;
use crate::{method::finding::tests::Story, model::Score};

const TODAY: Date = Date::constant(2026, 11, 23);

fn of(story: &Story) -> Numbers {
    numbers(&story.project.maps[0], TODAY)
}

fn names(story: &Story, counted: Counted) -> String {
    let map = &story.project.maps[0];
    let cards = cards_of(map, counted, TODAY);
    cards.iter().map(|id| map.touchpoint(*id).unwrap().title.clone()).collect()
}

#[test]
fn marks_are_counted_for_the_map_and_each_stage() {
    let mut story = Story::new("x:a+b?,y:c!|z:d!e/f+,u:|", "");
    story.card('e').place.cell = None;
    let found = of(&story);
    let marks = |[positive, decision, friction, unmarked]: [usize; 4]| Marks {
        positive,
        decision,
        friction,
        unmarked,
    };
    assert_eq!(found.marks, marks([2, 1, 2, 0]));
    let stages: Vec<Marks> = found.stages.iter().map(|stage| stage.marks).collect();
    assert_eq!(stages, [marks([1, 1, 1, 0]), marks([1, 0, 1, 0]), marks([0; 4])]);
    assert_eq!((found.inbox, found.marks.all()), (1, 5));
    let second = found.stages[1].stage;
    for (counted, cards) in [
        (Counted::Mark(Some(Mark::Friction)), "cd"),
        (Counted::Mark(None), ""),
        (Counted::Stage(second), "df"),
        (Counted::StageMark(second, Some(Mark::Positive)), "f"),
        (Counted::Inbox, "e"),
    ] {
        assert_eq!(names(&story, counted), cards, "{counted:?}");
    }
}

#[test]
fn the_share_of_friction_is_of_what_is_marked() {
    for (cards, share) in [
        ("", None),
        ("ab", None),
        ("a!", Some(100)),
        ("a!b", Some(100)),
        ("a!b+c+", Some(33)),
        ("a!b!c?", Some(67)),
        ("a+b?", Some(0)),
    ] {
        let found = of(&Story::new(&format!("x:{cards}"), ""));
        assert_eq!(found.marks.share_of_friction(), share, "{cards}");
    }
}

#[test]
fn the_longest_stretch_without_a_positive_touchpoint_is_found() {
    for (steps, stretch) in [
        ("", None),
        ("x:,y:", None),
        ("x:a+", None),
        ("x:a!", Some((1, 1))),
        ("x:a+,y:b!|z:,u:c+", Some((2, 3))),
        ("x:a!,y:b+,z:c", Some((1, 1))),
        ("x:a,y:b+,z:,u:|v:d", Some((3, 5))),
        ("x:a!b+,y:c+", None),
    ] {
        let story = Story::new(steps, "");
        let found = of(&story).longest_without_positive;
        assert_eq!(found.map(|it| (it.first, it.last)), stretch, "{steps}");
    }
    let story = Story::new("x:a+,y:b!|z:c,u:d+", "");
    assert_eq!(names(&story, Counted::Stretch(Stretch { first: 2, last: 3 })), "bc");
}

#[test]
fn qualities_controls_and_tasks_are_summed_up() {
    let mut story = Story::new("x:a,y:b|z:c", "");
    for (card, quality, score) in [
        ('a', Quality::Simple, 5),
        ('b', Quality::Simple, 2),
        ('b', Quality::Personal, 2),
        ('c', Quality::Personal, 1),
    ] {
        story.card(card).qualities.set_score(quality, Score::new(score));
    }
    story.card('a').control = Some(Control::Direct);
    story.card('b').control = Some(Control::Indirect);
    story.card('c').control = Some(Control::Direct);
    story.task('a', "2026-11-22", TaskState::Open);
    story.task('a', "2026-11-23", TaskState::Doing);
    story.task('b', "2026-11-01", TaskState::Done);
    story.task('c', "2026-11-01", TaskState::Doing);
    story.card('c').place.cell = None;
    let found = of(&story);
    assert_eq!(found.qualities, [Some(3.5), None, None, None, None, Some(2.0)]);
    assert_eq!(found.quality, Some(3.0));
    assert_eq!((found.direct, found.indirect), (1, 1));
    assert_eq!(found.tasks, Tasks { open: 1, doing: 2, done: 1, overdue: 2 });
    for (counted, cards) in [
        (Counted::Tasks(TaskState::Doing), "ac"),
        (Counted::Tasks(TaskState::Done), "b"),
        (Counted::Overdue, "ac"),
        (Counted::Control(Some(Control::Direct)), "a"),
        (Counted::Control(None), ""),
        (Counted::Rated(Some(Quality::Personal)), "b"),
        (Counted::Rated(None), "ab"),
    ] {
        assert_eq!(names(&story, counted), cards, "{counted:?}");
    }
}
