//! When answers contradict each other, and whose word stands then.

use crate::support::{Answering, by, date, percent, row, word};
use domain::see::answer::Value;
use domain::see::indicator::Tone;
use domain::see::profile::Why;

#[test]
fn yes_against_no_is_contested_and_never_averaged() {
    let answers = [
        by("audit", "union.present", true),
        by("audit", "union.present", true).named("a second audit"),
        by("manager_interview", "union.present", false),
    ];
    let standing = row(&answers, "union.present").standing;
    assert_eq!(standing.word(), "contested");
    assert_eq!((standing.mark, standing.value), (None, None));
    assert_eq!(standing.why, Why::SourcesDiffer);
}

#[test]
fn two_options_of_a_choice_contradict_each_other() {
    let answers = [
        by("document", "bargain.level", "sector"),
        by("union", "bargain.level", "company"),
    ];
    assert_eq!(word(&answers, "bargain.level"), "contested");
}

#[test]
fn numbers_and_days_contradict_only_across_the_line_that_the_rule_draws() {
    let near = [
        by("document", "bargain.coverage", percent(81.0)),
        by("union", "bargain.coverage", percent(95.0)).on("2026-07-01"),
    ];
    let standing = row(&near, "bargain.coverage").standing;
    assert_eq!(standing.word(), "verified-yes");
    assert_eq!(standing.value, Some(&Value::Percent(95.0)));

    let across = [
        by("document", "bargain.coverage", percent(79.0)),
        by("union", "bargain.coverage", percent(81.0)),
    ];
    assert_eq!(word(&across, "bargain.coverage"), "contested");

    let days = [
        by("document", "bargain.expires", date("2027-12-31")),
        by("union", "bargain.expires", date("2028-01-31")),
    ];
    assert_eq!(word(&days, "bargain.expires"), "verified-yes");
}

#[test]
fn lists_add_up_and_only_none_contradicts_something() {
    let adding = [
        by("document", "committee.present", ["safety"]),
        by("union", "committee.present", ["participation"]),
    ];
    assert_eq!(word(&adding, "committee.present"), "verified-yes");
    let none = [
        by("document", "committee.present", ["safety"]),
        by("union", "committee.present", ["none"]),
    ];
    assert_eq!(word(&none, "committee.present"), "contested");
}

#[test]
fn the_workers_unanimous_no_stands_against_audit_and_management_and_the_contradiction_stays_visible()
 {
    let answers = [
        by("union", "associate.free_to_join", "no"),
        by("worker_survey", "associate.free_to_join", "no"),
        by("audit", "associate.free_to_join", "yes"),
        by("manager_interview", "associate.free_to_join", "yes"),
    ];
    let row = row(&answers, "associate.free_to_join");
    assert_eq!(row.standing.word(), "verified-no");
    assert_eq!(row.standing.tone, Tone::Bad);
    assert_eq!(row.standing.why, Why::WorkerSideAgainstOthers);
    let against: Vec<&str> = row
        .contradicted_by
        .iter()
        .map(|source| source.kind.as_str())
        .collect();
    assert_eq!(against, ["audit", "manager_interview"]);
}

#[test]
fn an_inspector_who_contradicts_the_workers_makes_it_contested() {
    let answers = [
        by("union", "associate.free_to_join", "no"),
        by("inspector", "associate.free_to_join", "yes"),
    ];
    assert_eq!(word(&answers, "associate.free_to_join"), "contested");
}

#[test]
fn the_workers_favourable_word_against_an_unfavourable_audit_is_contested() {
    let answers = [
        by("union", "associate.free_to_join", "yes"),
        by("audit", "associate.free_to_join", "no"),
    ];
    assert_eq!(word(&answers, "associate.free_to_join"), "contested");
}

#[test]
fn workers_who_differ_among_each_other_are_contested() {
    let answers = [
        by("union", "associate.free_to_join", "no"),
        by("worker_survey", "associate.free_to_join", "yes"),
    ];
    let standing = row(&answers, "associate.free_to_join").standing;
    assert_eq!(standing.word(), "contested");
    assert_eq!(standing.why, Why::WorkerSideDiffers);
}

#[test]
fn alleged_and_confirmed_are_both_unfavourable_so_the_workers_side_is_unanimous() {
    let answers = [
        by("union", "interfere.dismissal", "confirmed").on("2026-02-01"),
        by("worker_interview", "interfere.dismissal", "alleged").on("2026-01-01"),
        by("audit", "interfere.dismissal", "none_known"),
    ];
    let standing = row(&answers, "interfere.dismissal").standing;
    assert_eq!(standing.word(), "verified-no");
    assert_eq!(standing.value, Some(&Value::Choice("confirmed".into())));
}
