use super::*;
use crate::{
    method::compare::compare,
    model::{
        JourneyMap, Line, MapState, Mark, Problem, Quality, Role, TaskState, Touchpoint, lines_of,
    },
};
use std::{collections::BTreeSet, sync::Arc};

/// What both articles name, by period, each with the entry that stands for it. Where both name
/// the same thing, one entry does.
const SOURCES: [(Period, &[(&str, &str)]); 7] = [
    (
        Period::Before,
        &[
            ("website", "website"),
            ("reviews and testimonials", "reviews-testimonials"),
            ("directory listings", "directory-listings"),
            ("on-hold messaging", "on-hold-messaging"),
            ("auto-attendant and phone menu", "phone-menu"),
            ("advertising and promotions", "advertising"),
            ("store addresses", "store-address"),
            ("in-store advertising", "in-store-advertising"),
            ("word of mouth", "word-of-mouth"),
            ("in-store events", "in-store-events"),
            ("digital menu boards", "digital-menu-boards"),
            ("content marketing", "content-marketing"),
        ],
    ),
    (
        Period::During,
        &[
            ("website, e-commerce section", "online-shop"),
            ("showroom design", "showroom"),
            ("product demo videos", "demo-videos"),
            ("staff engagement", "staff"),
            ("overhead music and messaging", "overhead-music"),
            ("checkout kiosks / point of sale", "point-of-sale"),
            ("checkout lines", "checkout-lines"),
        ],
    ),
    (
        Period::After,
        &[
            ("order fulfilment", "order-fulfilment"),
            ("thank-you cards", "thank-you"),
            ("customer portals", "customer-portal"),
            ("billing and invoices", "billing"),
            ("packaging", "packaging"),
            ("discounts", "discounts"),
            ("follow-up emails", "follow-up-email"),
            ("online help centre", "help-centre"),
            ("education and further resources", "education"),
            ("support phone lines", "support-line"),
            ("questionnaires and surveys", "survey"),
        ],
    ),
    (
        Period::Before,
        &[
            ("social media", "social-media"),
            ("online advertising", "online-advertising"),
            ("digital marketing content", "content-marketing"),
            ("company events", "company-events"),
            ("peer referral", "peer-referral"),
        ],
    ),
    (
        Period::During,
        &[
            ("conversation with a company representative", "sales-conversation"),
            ("product catalogue", "product-catalogue"),
            ("e-commerce", "online-shop"),
            ("product reviews", "product-reviews"),
            ("point of sale", "point-of-sale"),
        ],
    ),
    (
        Period::After,
        &[
            ("thank-you letter", "thank-you"),
            ("product feedback survey", "feedback-survey"),
            ("upsell and cross-sell email", "upsell-email"),
            ("billing", "billing"),
            ("subscription renewal", "subscription-renewal"),
        ],
    ),
    (
        Period::Service,
        &[
            ("support channels", "support-channels"),
            ("customer success programme", "customer-success"),
            ("customer onboarding", "onboarding"),
            ("loyalty programme", "loyalty-programme"),
            ("self-service resources", "self-service"),
        ],
    ),
];

fn languages() -> impl Iterator<Item = Language> {
    Language::iter().copied()
}

#[test]
fn every_touchpoint_of_both_articles_is_there_in_every_language() {
    for language in languages() {
        let entries = entries(language);
        let mut sources = 0;
        let mut wanted = BTreeSet::new();
        for (period, names) in SOURCES {
            for (name, key) in names {
                let entry = entries.iter().find(|entry| entry.key == *key);
                assert_eq!(entry.map(|entry| entry.period), Some(period), "{name}");
                wanted.insert(*key);
                sources += 1;
            }
        }
        assert_eq!(sources, 12 + 7 + 11 + 20);
        let keys: BTreeSet<_> = entries.iter().map(|entry| entry.key).collect();
        assert_eq!(keys, wanted);
        assert_eq!(keys.len(), entries.len(), "a key is there twice");
        let count = |period| entries.iter().filter(|entry| entry.period == period).count();
        assert_eq!(Period::ALL.map(count), [16, 10, 14, 5]);
    }
}

#[test]
fn no_line_of_the_tables_is_left_out() {
    let count = lines(include_str!("../../assets/catalog/touchpoints.txt")).count();
    for words in [
        include_str!("../../assets/catalog/en.txt"),
        include_str!("../../assets/catalog/ru.txt"),
        include_str!("../../assets/catalog/zh.txt"),
    ] {
        assert_eq!(lines(words).count(), count);
    }
    for language in languages() {
        assert_eq!(entries(language).len(), count);
        for entry in entries(language) {
            assert!(!entry.title.is_empty() && !entry.keywords.contains('|'), "{entry:?}");
        }
    }
}

#[test]
fn what_others_say_is_not_in_the_hands_of_the_business() {
    let indirect: Vec<_> = entries(Language::En)
        .iter()
        .filter(|entry| entry.control == Control::Indirect)
        .map(|entry| entry.key)
        .collect();
    assert_eq!(
        indirect,
        [
            "reviews-testimonials",
            "directory-listings",
            "word-of-mouth",
            "peer-referral",
            "product-reviews"
        ]
    );
}

#[test]
fn templates_are_valid_canonical_files() {
    for template in Template::ALL {
        for language in languages() {
            let opened = file::read(bytes(template, language)).expect("a template is readable");
            assert_eq!(opened.notes, [], "{template:?}");
            assert_eq!(file::write(&opened.project), opened.bytes, "{template:?}");
            let project = new_project(template, language, &mut IdSource::seeded(3));
            assert_eq!(project.check(), Vec::<Problem>::new(), "{template:?}");
            let again = new_project(template, language, &mut IdSource::seeded(4));
            assert_ne!(project.maps[0].id, again.maps[0].id);
            for card in project.maps.iter().flat_map(|map| &map.touchpoints) {
                let key = card.catalog.as_deref();
                let known = |key| entries(language).iter().any(|entry| entry.key == key);
                assert!(key.is_none_or(known), "{key:?}");
            }
        }
    }
}

/// A project without its words: what is the same in every language.
fn bones(mut project: Project) -> Project {
    [&mut project.title, &mut project.notes, &mut project.owner].into_iter().for_each(hide);
    for persona in &mut project.personas {
        [&mut persona.name, &mut persona.notes].into_iter().for_each(hide);
    }
    project.maps.iter_mut().map(Arc::make_mut).for_each(strip);
    for snapshot in project.snapshots.iter_mut().map(Arc::make_mut) {
        hide(&mut snapshot.name);
        snapshot.maps.iter_mut().map(Arc::make_mut).for_each(strip);
    }
    project
}

/// Of a word stays whether there is one.
fn hide(words: &mut String) {
    *words = words.chars().take(1).map(|_| '…').collect();
}

fn strip(map: &mut JourneyMap) {
    let JourneyMap { title, notes, scenario, goal, owner, .. } = map;
    [title, notes, scenario, goal, owner].into_iter().for_each(hide);
    for stage in &mut map.stages {
        hide(&mut stage.name);
        stage.steps.iter_mut().for_each(|step| hide(&mut step.action));
    }
    map.lanes.iter_mut().for_each(|lane| hide(&mut lane.name));
    for card in map.touchpoints.iter_mut().map(Arc::make_mut) {
        let Touchpoint { title, channel, owner, notes, feasibility, .. } = card;
        [title, channel, owner, notes, &mut feasibility.cost].into_iter().for_each(hide);
        for task in &mut card.tasks {
            [&mut task.text, &mut task.owner, &mut task.tool].into_iter().for_each(hide);
        }
        for quality in Quality::ALL {
            let mut note = card.qualities.note(quality).to_owned();
            hide(&mut note);
            card.qualities.set_note(quality, note);
        }
    }
    map.links.iter_mut().map(Arc::make_mut).for_each(|link| hide(&mut link.label));
    for audit in map.audits.iter_mut().map(Arc::make_mut) {
        hide(&mut audit.by);
        for entry in audit.entries.iter_mut().map(Arc::make_mut) {
            [&mut entry.title, &mut entry.note].into_iter().for_each(hide);
        }
    }
}

#[test]
fn a_template_is_the_same_map_in_every_language() {
    for template in Template::ALL {
        let of = |language| new_project(template, language, &mut IdSource::seeded(5));
        for language in languages() {
            assert_eq!(bones(of(language)), bones(of(Language::En)), "{template:?} {language}");
        }
        if template != Template::Blank {
            assert_ne!(of(Language::Ru).title, of(Language::En).title);
            assert_ne!(of(Language::Zh).title, of(Language::En).title);
        }
    }
}

fn map_of(template: Template, language: Language) -> Arc<JourneyMap> {
    let project = new_project(template, language, &mut IdSource::seeded(1));
    let [map] = project.maps.as_slice() else { panic!("{} maps", project.maps.len()) };
    Arc::clone(map)
}

fn periods_of(map: &JourneyMap) -> Vec<Period> {
    map.stages.iter().filter_map(|stage| stage.period).collect()
}

#[test]
fn the_blank_journey_has_a_stage_for_each_period_and_no_card() {
    let map = map_of(Template::Blank, Language::En);
    assert_eq!(periods_of(&map), Period::ALL);
    assert!(map.stages.iter().all(|stage| !stage.steps.is_empty()));
    assert!(map.lanes.len() >= 3 && map.touchpoints.is_empty());
}

/// The cards of a map carry the key, the words, the period and the control of their entries.
#[track_caller]
fn check_entries(map: &JourneyMap, language: Language, expected: &[&str]) {
    let keys: Vec<_> = map.touchpoints.iter().filter_map(|card| card.catalog.as_deref()).collect();
    assert_eq!(keys, expected);
    for card in &map.touchpoints {
        let entry =
            entries(language).iter().find(|entry| Some(entry.key) == card.catalog.as_deref());
        let entry = entry.expect("it is in the catalogue");
        let found = (card.title.as_str(), card.period, card.control);
        assert_eq!(found, (entry.title, Some(entry.period), Some(entry.control)));
    }
}

#[test]
fn the_shop_has_four_stages_and_its_touchpoints_in_the_inbox_by_period() {
    use Period::{After, Before, During};
    let keys: Vec<_> =
        SOURCES[..3].iter().flat_map(|(_, names)| names.iter().map(|(_, key)| *key)).collect();
    for language in languages() {
        let map = map_of(Template::Retail, language);
        assert_eq!(periods_of(&map), [Before, Before, During, After]);
        check_entries(&map, language, &keys);
        let inbox: Vec<_> = map.cards_in(None).into_iter().cloned().collect();
        assert_eq!(inbox, map.touchpoints, "all of them, in their order");
    }
}

#[test]
fn the_twenty_stand_in_the_stages_of_their_periods() {
    let keys: BTreeSet<_> =
        SOURCES[3..].iter().flat_map(|(_, names)| names.iter().map(|(_, key)| *key)).collect();
    for language in languages() {
        let map = map_of(Template::Twenty, language);
        assert_eq!(periods_of(&map), Period::ALL);
        let found: Vec<_> =
            map.touchpoints.iter().filter_map(|card| card.catalog.as_deref()).collect();
        assert_eq!(found.iter().copied().collect::<BTreeSet<_>>(), keys);
        check_entries(&map, language, &found);
        for card in &map.touchpoints {
            let column = card.place.cell.and_then(|cell| map.column(cell.step)).expect("placed");
            assert_eq!(column.stage.period, card.period, "{}", card.title);
            assert!(!column.step.action.is_empty() && card.mark.is_none());
        }
    }
}

#[test]
fn the_blueprint_shows_both_lines_and_a_fork() {
    let map = map_of(Template::Blueprint, Language::En);
    let lines: Vec<_> = lines_of(&map.lanes).into_iter().map(|(_, line)| line).collect();
    assert_eq!(lines, [Line::Interaction, Line::Visibility]);
    assert!(map.lanes.iter().any(|lane| lane.role == Role::Support));
    for lane in &map.lanes {
        let here = |card: &&Arc<Touchpoint>| card.place.cell.is_some_and(|it| it.lane == lane.id);
        assert!(map.touchpoints.iter().filter(here).count() > 2, "{}", lane.name);
    }
    assert!(map.columns().all(|column| !column.step.action.is_empty()));
    let outcomes = map.links.iter().filter_map(|link| map.touchpoint(link.to)?.mark);
    assert_eq!(outcomes.collect::<Vec<_>>(), [Mark::Positive, Mark::Friction]);
}

#[test]
fn the_sample_is_the_worked_example() {
    let project = new_project(Template::Sample, Language::En, &mut IdSource::seeded(1));
    let map = &project.maps[0];
    assert!(map.persona.is_some_and(|id| project.persona(id).is_some()));
    assert_eq!(map.columns().filter(|column| !column.step.action.is_empty()).count(), 6);
    assert_eq!(map.touchpoints.len(), 7);
    assert_eq!(project.title, "Online shop");
    for column in map.columns() {
        let has_card = |card: &&Arc<crate::model::Touchpoint>| {
            card.place.cell.is_some_and(|cell| cell.step == column.step.id)
        };
        assert!(map.touchpoints.iter().any(|card| has_card(&card)), "{}", column.step.action);
    }
    let decision = map.touchpoints.iter().find(|card| card.mark == Some(Mark::Decision)).unwrap();
    let outcomes: Vec<_> = map
        .links
        .iter()
        .filter(|link| link.from == decision.id)
        .map(|link| (map.touchpoint(link.to).unwrap().mark, link.share, link.label.is_empty()))
        .collect();
    let expected = [(Mark::Positive, 70), (Mark::Friction, 30)];
    assert_eq!(outcomes, expected.map(|(mark, share)| (Some(mark), Some(share), false)));
}

#[test]
fn the_sample_has_all_of_the_method_filled_in() {
    for language in languages() {
        let project = new_project(Template::Sample, language, &mut IdSource::seeded(1));
        let map = &project.maps[0];
        assert!(project.maps.len() >= 4, "as the article advises");
        for map in &project.maps {
            assert!(map.persona.is_some() && map.state.is_some(), "{}", map.title);
            assert!([&map.scenario, &map.goal, &map.owner].iter().all(|words| !words.is_empty()));
            let links = map.links.iter().map(|link| map.link_state(link));
            assert!(links.into_iter().all(|state| state == crate::model::LinkState::Outcome));
        }
        assert!(project.maps.iter().any(|map| map.state == Some(MapState::ToBe)));
        let cards = || project.maps.iter().flat_map(|map| &map.touchpoints);
        assert!(project.maps.iter().flat_map(|map| &map.links).any(|link| link.is_loop));
        // The tasks of the worked example: four, four and three.
        let tasks: Vec<_> = map.touchpoints.iter().map(|card| card.tasks.len()).collect();
        assert_eq!(tasks[..3], [4, 4, 3]);
        let all = || cards().flat_map(|card| &card.tasks);
        assert!(all().all(|task| !task.owner.is_empty() && task.due.is_some()));
        for state in TaskState::ALL {
            assert!(all().any(|task| task.state == state && !task.tool.is_empty()), "{state:?}");
        }
        assert!(cards().filter(|card| card.feasibility.priority().is_some()).count() > 8);
        assert!(map.touchpoints[..6].iter().all(|card| card.qualities.scores().0.len() == 6));
        assert!(cards().any(|card| !card.qualities.note(Quality::Simple).is_empty()));
        let means: Vec<f32> = map
            .audits
            .iter()
            .map(|audit| {
                let means = audit.entries.iter().filter_map(|entry| entry.scores.mean());
                means.sum()
            })
            .collect();
        assert!(means.len() == 2 && means[0] < means[1], "the later one is better: {means:?}");
        assert!(map.audits.iter().all(|audit| audit.is_done));
        assert!(project.review.rhythm.is_some() && !project.owner.is_empty());
        let before = &project.snapshots[0].maps[0];
        assert_ne!(before.touchpoints, map.touchpoints);
        assert_eq!(before.id, map.id, "the same map, then and now");
        let compared = compare(&project.maps);
        assert_eq!(compared.stages.len(), 5, "all maps have the same stages");
        assert!(compared.contrasts.len() >= 3, "{:?}", compared.contrasts);
    }
}
