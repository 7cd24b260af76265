//! Whether a question applies, by the answers to other questions.

use crate::support::{Answering, by, row, word};
use domain::see::profile::Why;

#[test]
fn questions_about_a_union_do_not_apply_where_workers_say_there_is_none() {
    let answers = [by("worker_survey", "union.present", false)];
    let standing = row(&answers, "union.density").standing;
    assert_eq!(
        (standing.word(), standing.why),
        ("not-applicable", Why::OutOfScope)
    );
}

#[test]
fn an_audit_that_saw_no_union_leaves_unasked_questions_out_and_cannot_silence_the_union() {
    let audit = by("audit", "union.present", false);
    assert_eq!(
        word(std::slice::from_ref(&audit), "union.officers_elected"),
        "not-applicable"
    );
    let with_union = [audit, by("union", "union.officers_elected", true)];
    assert_eq!(word(&with_union, "union.officers_elected"), "verified-yes");
}

#[test]
fn a_verified_no_rules_out_older_answers_to_what_hangs_on_it() {
    let answers = [
        by("union", "bargain.signed_by", "union").on("2026-01-01"),
        by("union", "bargain.cba_in_force", false).on("2026-09-01"),
    ];
    assert_eq!(word(&answers, "bargain.signed_by"), "not-applicable");
}

#[test]
fn an_open_contested_or_unreviewed_answer_rules_nothing_out() {
    assert_eq!(word(&[], "union.density"), "unknown");
    let contested = [
        by("audit", "union.present", false),
        by("manager_interview", "union.present", true),
    ];
    assert_eq!(word(&contested, "union.density"), "unknown");
    let unreviewed = [by("audit", "union.present", false).unreviewed()];
    assert_eq!(word(&unreviewed, "union.density"), "unknown");
}

#[test]
fn a_list_condition_asks_whether_the_list_names_the_option() {
    let none = [by("union", "committee.present", ["none"])];
    assert_eq!(word(&none, "committee.elected"), "not-applicable");
    let some = [by("union", "committee.present", ["safety", "welfare"])];
    assert_eq!(word(&some, "committee.elected"), "unknown");
}

#[test]
fn a_count_condition_counts_names() {
    let one = [by("union", "union.names", ["NGWF"])];
    assert_eq!(word(&one, "union.multiple_equal"), "not-applicable");
    let two = [by("union", "union.names", ["NGWF", "BGIWF"])];
    assert_eq!(word(&two, "union.multiple_equal"), "unknown");
}

#[test]
fn remedy_is_asked_while_any_question_on_interference_is_open_or_answered_badly() {
    let questions = [
        "hiring_screen",
        "penalties",
        "violence",
        "rewards",
        "captive_talk",
        "management_members",
        "finance",
        "relocation_threat",
    ];
    let mut answers: Vec<_> = questions
        .iter()
        .map(|question| by("union", &format!("interfere.{question}"), false))
        .collect();
    assert_eq!(
        word(&answers, "interfere.remedied"),
        "unknown",
        "dismissal is open"
    );
    answers.push(by("union", "interfere.dismissal", "none_known"));
    assert_eq!(word(&answers, "interfere.remedied"), "not-applicable");
    answers.push(by("union", "interfere.dismissal", "confirmed"));
    assert_eq!(word(&answers, "interfere.remedied"), "unknown");
}
