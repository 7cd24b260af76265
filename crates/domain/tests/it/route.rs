//! Which actions the gaps of a facility suggest.

use crate::support::{CATALOGUE, ROUTES, by, profile};
use domain::act::route::{Limits, Playbook, suggest};
use domain::see::answer::Answer;
use domain::see::gap::{GapKind, gaps};
use std::sync::LazyLock;

static PLAYBOOK: LazyLock<Playbook> = LazyLock::new(|| Playbook::parse(ROUTES).unwrap());

fn suggested(answers: &[Answer], limits: Option<&Limits>) -> Vec<String> {
    let profile = profile(answers);
    suggest(&PLAYBOOK, &CATALOGUE, &gaps(&profile), limits)
        .into_iter()
        .map(|suggestion| suggestion.action.id.clone())
        .collect()
}

#[test]
fn of_a_facility_nobody_knows_the_first_steps_are_to_find_out() {
    let actions = suggested(&[], None);
    assert!(actions.len() <= 5, "{actions:?}");
    assert!(actions[0].starts_with('A'), "{actions:?}");
    assert!(actions.contains(&"A1".to_owned()), "{actions:?}");
    assert!(
        !actions.iter().any(|action| action.starts_with('E')),
        "{actions:?}"
    );
    assert!(
        !actions.contains(&"C5".to_owned()),
        "nothing to remedy yet: {actions:?}"
    );
}

#[test]
fn what_only_an_audit_says_about_fear_leads_to_asking_workers() {
    let answers = [by(
        "audit",
        "grievance.trusted",
        crate::support::percent(90.0),
    )];
    let profile = profile(&answers);
    let gaps: Vec<_> = gaps(&profile)
        .into_iter()
        .filter(|gap| gap.kind == GapKind::NeedsWorkerSide)
        .collect();
    let suggestions = suggest(&PLAYBOOK, &CATALOGUE, &gaps, None);
    assert_eq!(suggestions[0].action.id, "A4");
    assert_eq!(suggestions[0].reason.indicator.id, "grievance.trusted");
}

#[test]
fn a_violation_leads_to_its_remedy_first() {
    for answer in [
        by("union", "interfere.dismissal", "confirmed"),
        by("union", "interfere.violence", true),
        by("union", "strike.punished", true),
    ] {
        let id = answer.indicator.clone();
        let answers = [answer];
        let profile = profile(&answers);
        let suggestions = suggest(&PLAYBOOK, &CATALOGUE, &gaps(&profile), None);
        let remedy = &suggestions[0];
        assert_eq!(remedy.action.id, "C5", "{id}");
        assert_eq!(remedy.reason.indicator.id, id);
        assert_eq!(remedy.reason.kind, GapKind::Negative);
    }
}

#[test]
fn bargaining_is_suggested_only_where_a_union_exists() {
    let refused = by("union", "bargain.refused", true);
    let without = suggested(std::slice::from_ref(&refused), None);
    assert!(
        !without.iter().any(|action| action.starts_with('E')),
        "{without:?}"
    );
    let with = suggested(&[refused, by("union", "union.present", true)], None);
    assert!(
        with.iter().any(|action| action.starts_with('E')),
        "{with:?}"
    );
}

#[test]
fn a_denial_by_the_workers_word_is_remedied_and_not_only_asked_about_again() {
    let answers = [
        by("union", "associate.free_to_join", "no"),
        by("manager_interview", "associate.free_to_join", "yes"),
    ];
    assert_eq!(suggested(&answers, None)[0], "C5");
}

#[test]
fn a_union_without_an_agreement_is_a_reason_to_weigh_bargaining_and_not_yet_to_negotiate() {
    let answers = [
        by("union", "union.present", true),
        by("union", "bargain.cba_in_force", false),
    ];
    let actions = suggested(&answers, None);
    assert!(actions.contains(&"E1".to_owned()), "{actions:?}");
    assert!(!actions.contains(&"E3".to_owned()), "{actions:?}");
}

#[test]
fn routes_that_are_not_workable_in_a_country_are_left_out_and_risk_asks_for_a_safety_check() {
    let limits = Limits {
        routes: vec!["A".into(), "D".into()],
        retaliation_risk_high: true,
    };
    let answers = [by("union", "interfere.violence", true)];
    let profile = profile(&answers);
    let suggestions = suggest(&PLAYBOOK, &CATALOGUE, &gaps(&profile), Some(&limits));
    assert!(!suggestions.is_empty());
    for suggestion in &suggestions {
        assert!(
            ["A", "D"].contains(&suggestion.route.id.as_str()),
            "{}",
            suggestion.action.id
        );
        let with_workers = suggestion
            .action
            .participants
            .iter()
            .any(|role| role == "worker_rep" || role == "union_local");
        assert_eq!(
            suggestion.safety_first, with_workers,
            "{}",
            suggestion.action.id
        );
    }
}

#[test]
fn the_same_gaps_suggest_the_same_and_each_gap_is_worked_on_once() {
    let answers = [
        by("audit", "union.present", true),
        by("union", "union.access", "refused"),
        by("union", "committee.elected", "appointed"),
    ];
    assert_eq!(suggested(&answers, None), suggested(&answers, None));
    let profile = profile(&answers);
    let mut seen = std::collections::HashSet::new();
    for suggestion in suggest(&PLAYBOOK, &CATALOGUE, &gaps(&profile), None) {
        assert!(suggestion.gaps.contains(&suggestion.reason));
        for gap in &suggestion.gaps {
            assert!(
                seen.insert(gap.indicator.number),
                "{} twice",
                gap.indicator.id
            );
        }
    }
}

#[test]
fn without_gaps_nothing_is_suggested() {
    assert!(suggest(&PLAYBOOK, &CATALOGUE, &[], None).is_empty());
}
