//! Where a profile asks for a next step.

use crate::support::{Answering, by, profile};
use domain::see::answer::Answer;
use domain::see::gap::{GapKind, gaps};
use domain::see::indicator::Severity;

fn kind(answers: &[Answer], id: &str) -> Option<GapKind> {
    gaps(&profile(answers))
        .into_iter()
        .find(|gap| gap.indicator.id == id)
        .map(|gap| gap.kind)
}

#[test]
fn of_a_facility_nobody_knows_the_eleven_core_questions_are_open() {
    let profile = profile(&[]);
    let gaps = gaps(&profile);
    assert_eq!(gaps.len(), 11);
    assert!(gaps.iter().all(|gap| gap.kind == GapKind::Unknown));
}

#[test]
fn the_absence_of_a_union_is_something_to_talk_about_and_a_denial_is_negative() {
    let answers = [
        by("union", "union.present", false),
        by("union", "associate.free_to_join", "no"),
    ];
    assert_eq!(kind(&answers, "union.present"), Some(GapKind::TalkAbout));
    assert_eq!(
        kind(&answers, "associate.free_to_join"),
        Some(GapKind::Negative)
    );
}

#[test]
fn what_only_an_audit_says_needs_the_workers_side_or_a_confirmation() {
    let answers = [
        by("audit", "associate.free_to_join", "yes"),
        by("audit", "union.present", true),
    ];
    assert_eq!(
        kind(&answers, "associate.free_to_join"),
        Some(GapKind::NeedsWorkerSide)
    );
    assert_eq!(kind(&answers, "union.present"), Some(GapKind::Unconfirmed));
}

#[test]
fn contested_old_unreviewed_and_partly_are_told_apart() {
    let answers = [
        by("audit", "union.present", true),
        by("manager_interview", "union.present", false),
        by("union", "bargain.cba_in_force", true).on("2023-01-01"),
        by("audit", "grievance.exists", true).unreviewed(),
        by("union", "associate.free_to_join", "partly"),
    ];
    assert_eq!(kind(&answers, "union.present"), Some(GapKind::Contested));
    assert_eq!(kind(&answers, "bargain.cba_in_force"), Some(GapKind::Aged));
    assert_eq!(
        kind(&answers, "grievance.exists"),
        Some(GapKind::Unreviewed)
    );
    assert_eq!(
        kind(&answers, "associate.free_to_join"),
        Some(GapKind::InPart)
    );
}

#[test]
fn what_is_verified_and_as_it_should_be_is_no_gap() {
    let answers = [
        by("union", "union.present", true),
        by("worker_survey", "grievance.exists", true),
    ];
    assert_eq!(kind(&answers, "union.present"), None);
    assert_eq!(kind(&answers, "grievance.exists"), None);
}

#[test]
fn what_does_not_apply_is_no_gap() {
    let answers = [by("union", "committee.present", ["none"])];
    assert_eq!(kind(&answers, "committee.elected"), None);
}

#[test]
fn the_heaviest_gap_comes_first_and_partly_weighs_one_step_less() {
    let answers = [
        by("union", "training.reps", false),
        by("union", "union.officers_elected", false),
        by("union", "strike.punished", true),
        by("union", "associate.free_to_join", "partly"),
    ];
    let profile = profile(&answers);
    let gaps = gaps(&profile);
    let weights: Vec<Severity> = gaps.iter().map(|gap| gap.severity).collect();
    assert!(
        weights.is_sorted_by(|one, other| one >= other),
        "{weights:?}"
    );
    assert_eq!(weights[0], Severity::Critical);
    let partly = gaps.iter().find(|gap| gap.kind == GapKind::InPart).unwrap();
    assert_eq!(partly.severity, Severity::High);
}

#[test]
fn a_gap_knows_the_day_of_the_audit_it_comes_from() {
    let answers = [by("audit", "union.present", true).on("2026-03-12")];
    let profile = profile(&answers);
    let gap = gaps(&profile)
        .into_iter()
        .find(|gap| gap.indicator.id == "union.present")
        .unwrap();
    assert_eq!(gap.audit_day, Some(jiff::civil::date(2026, 3, 12)));
}
