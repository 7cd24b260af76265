//! What answers come to: verified, claimed or unknown; contested ones stand in `contested`.

use crate::support::{Answering, CATALOGUE, TODAY, by, date, number, profile, row, said, word};
use domain::see::answer::Said;
use domain::see::indicator::{Column, Mark, Site, Tone};
use domain::see::profile::{Kind, UnknownReason, Why, fold, fold_at};

#[test]
fn an_audit_and_the_management_alone_stay_a_claim_however_many_say_it() {
    let answers = [
        by("audit", "union.present", true),
        by("audit", "union.present", true).named("a second audit"),
        by("manager_interview", "union.present", true),
        by("supplier_self", "union.present", true),
    ];
    let standing = row(&answers, "union.present").standing;
    assert_eq!(standing.word(), "claimed-yes");
    assert_eq!(standing.why, Why::OnlyAuditOrManagement);
}

#[test]
fn the_union_verifies() {
    let answers = [by("union", "union.access", "free")];
    let standing = row(&answers, "union.access").standing;
    assert_eq!(standing.word(), "verified-yes");
    assert_eq!(standing.why, Why::WorkerSide);
    assert_eq!(standing.newest, Some(jiff::civil::date(2026, 6, 1)));
}

#[test]
fn an_inspector_or_a_document_verifies_only_what_does_not_need_the_workers_side() {
    for kind in ["inspector", "assessor", "document"] {
        let answers = [
            by(kind, "union.present", true),
            by(kind, "associate.free_to_join", "yes"),
        ];
        assert_eq!(word(&answers, "union.present"), "verified-yes", "{kind}");
        let standing = row(&answers, "associate.free_to_join").standing;
        assert_eq!(standing.word(), "claimed-yes", "{kind}");
        assert_eq!(standing.why, Why::NeedsWorkerSide);
    }
}

#[test]
fn a_brand_settles_its_own_buying_and_nothing_else() {
    let answers = [
        by("brand", "buyer.stays", true),
        by("brand", "union.present", true),
        by("desk", "context.rights_index", "4"),
    ];
    assert_eq!(word(&answers, "buyer.stays"), "verified-yes");
    assert_eq!(word(&answers, "union.present"), "claimed-yes");
    assert_eq!(
        row(&answers, "union.present").standing.why,
        Why::NobodyWhoVerifies
    );
    assert_eq!(word(&answers, "context.rights_index"), "verified-yes");
}

#[test]
fn a_rejected_answer_counts_nowhere_and_is_not_shown() {
    let answers = [by("union", "union.present", true).rejected()];
    let row = row(&answers, "union.present");
    assert_eq!(row.standing.word(), "unknown");
    assert!(row.cells.is_empty());
}

#[test]
fn an_answer_dated_in_the_future_does_not_count_before_its_day() {
    let answers = [by("union", "union.present", true).on("2026-12-01")];
    assert_eq!(word(&answers, "union.present"), "unknown");
    assert_eq!(
        profile(&answers).changes_on,
        Some(jiff::civil::date(2026, 12, 1))
    );
    let then = fold(&CATALOGUE, &answers, jiff::civil::date(2026, 12, 1));
    assert_eq!(
        then.row("union.present").unwrap().standing.word(),
        "verified-yes"
    );
}

#[test]
fn the_newer_answer_of_the_same_source_replaces_the_older_and_the_older_stays_as_history() {
    let answers = [
        by("union", "union.present", false).on("2026-01-10"),
        by("union", "union.present", true).on("2026-05-10"),
    ];
    let row = row(&answers, "union.present");
    assert_eq!(row.standing.word(), "verified-yes");
    let cells = row.column(Column::Union);
    assert_eq!(cells.len(), 2);
    assert!(!cells[0].superseded && cells[1].superseded);
    assert_eq!(cells[1].answer.day, jiff::civil::date(2026, 1, 10));
}

#[test]
fn of_two_answers_on_one_day_the_one_entered_last_counts() {
    let answers = [
        by("union", "union.present", false),
        by("union", "union.present", true),
    ];
    assert_eq!(word(&answers, "union.present"), "verified-yes");
}

#[test]
fn an_unreviewed_reading_never_replaces_a_reviewed_answer_of_the_same_source() {
    let answers = [
        by("audit", "bargain.cba_in_force", true).on("2026-01-10"),
        by("audit", "bargain.cba_in_force", false)
            .on("2026-05-10")
            .unreviewed(),
    ];
    let row = row(&answers, "bargain.cba_in_force");
    assert_eq!(row.standing.word(), "claimed-yes");
    assert!(!row.standing.unreviewed);
    assert!(row.cells[0].unreviewed && !row.cells[1].superseded);
}

#[test]
fn unreviewed_readings_make_the_standing_only_where_nothing_else_does_and_are_a_claim_at_best() {
    let reading = by("union", "union.present", true).unreviewed();
    let alone = [reading.clone()];
    let standing = row(&alone, "union.present").standing;
    assert_eq!(
        (standing.word(), standing.unreviewed),
        ("claimed-yes", true)
    );
    assert_eq!(standing.why, Why::OnlyUnreviewed);

    let with_reviewed = [reading, by("manager_interview", "union.present", false)];
    let standing = row(&with_reviewed, "union.present").standing;
    assert_eq!(
        (standing.word(), standing.unreviewed),
        ("claimed-no", false)
    );
}

#[test]
fn an_answer_is_fresh_on_its_last_day_and_old_on_the_next() {
    let answers = [by("union", "union.present", true).on("2025-06-02")];
    let last = jiff::civil::date(2025, 6, 2)
        .checked_add(jiff::ToSpan::days(540))
        .unwrap();
    let fresh = fold(&CATALOGUE, &answers, last);
    assert_eq!(
        fresh.row("union.present").unwrap().standing.word(),
        "verified-yes"
    );
    assert_eq!(fresh.changes_on, Some(last.tomorrow().unwrap()));
    let old = fold(&CATALOGUE, &answers, last.tomorrow().unwrap());
    let standing = old.row("union.present").unwrap().standing;
    assert_eq!((standing.word(), standing.aged), ("claimed-yes", true));
    assert_eq!(standing.why, Why::OnlyAged);
    assert_eq!(old.changes_on, None);
}

#[test]
fn an_old_answer_does_not_contest_a_fresh_one() {
    let answers = [
        by("union", "union.present", true),
        by("inspector", "union.present", false).on("2022-01-01"),
    ];
    let row = row(&answers, "union.present");
    assert_eq!(row.standing.word(), "verified-yes");
    assert!(row.column(Column::Inspector)[0].aged);
}

#[test]
fn an_indicator_may_grow_old_sooner_than_others() {
    let answers = [by("union", "bargain.stage", "mandate").on("2026-06-01")];
    assert!(row(&answers, "bargain.stage").standing.aged);
}

#[test]
fn not_asked_not_known_and_refused_are_told_apart() {
    let id = "union.present";
    assert_eq!(row(&[], id).standing.reason, Some(UnknownReason::NotAsked));
    let asked = [said("union", id, Said::Unknown)];
    assert_eq!(
        row(&asked, id).standing.reason,
        Some(UnknownReason::AskedUnknown)
    );
    let refused = [
        said("union", id, Said::Unknown),
        said("manager_interview", id, Said::Refused),
    ];
    assert_eq!(
        row(&refused, id).standing.reason,
        Some(UnknownReason::Refused)
    );
}

#[test]
fn the_option_unknown_is_the_same_as_not_knowing() {
    let answers = [
        by("union", "associate.free_to_join", "unknown"),
        by("worker_survey", "associate.free_to_join", "yes"),
    ];
    assert_eq!(word(&answers, "associate.free_to_join"), "verified-yes");
}

#[test]
fn who_does_not_know_does_not_outweigh_who_does() {
    let answers = [
        by("union", "union.present", true).on("2026-01-01"),
        said("manager_interview", "union.present", Said::Unknown).on("2026-07-01"),
    ];
    assert_eq!(word(&answers, "union.present"), "verified-yes");
}

#[test]
fn a_question_to_which_everyone_says_not_applicable_is_not_applicable() {
    let id = "union.multiple_equal";
    let answers = [said("union", id, Said::NotApplicable)];
    let standing = row(&answers, id).standing;
    assert_eq!(
        (standing.word(), standing.why),
        ("not-applicable", Why::SaidNotApplicable)
    );
    let mixed = [
        said("union", id, Said::NotApplicable),
        said("inspector", id, Said::Unknown),
    ];
    assert_eq!(word(&mixed, id), "unknown");
}

#[test]
fn a_facility_without_a_union_is_a_fact_and_no_breach() {
    let answers = [by("union", "union.present", false)];
    let standing = row(&answers, "union.present").standing;
    assert_eq!(
        (standing.mark, standing.tone),
        (Some(Mark::No), Tone::Neutral)
    );
}

#[test]
fn yes_to_a_question_about_a_violation_is_yes_and_bad() {
    let answers = [by("union", "strike.punished", true)];
    let standing = row(&answers, "strike.punished").standing;
    assert_eq!((standing.mark, standing.tone), (Some(Mark::Yes), Tone::Bad));
    assert!(standing.unfavourable);
}

#[test]
fn partly_is_neither_good_nor_bad() {
    let answers = [by("union", "associate.free_to_join", "partly")];
    assert_eq!(
        row(&answers, "associate.free_to_join").standing.tone,
        Tone::Neutral
    );
}

#[test]
fn an_agreement_turns_unfavourable_when_its_end_comes_near() {
    let answers = [by("union", "bargain.expires", date("2027-05-31"))];
    let now = profile(&answers);
    assert_eq!(
        now.row("bargain.expires").unwrap().standing.tone,
        Tone::Good
    );
    let day = now.changes_on.unwrap();
    assert_eq!(day, jiff::civil::date(2027, 2, 1));
    let then = fold(&CATALOGUE, &answers, day);
    assert_eq!(
        then.row("bargain.expires").unwrap().standing.tone,
        Tone::Bad
    );
}

#[test]
fn no_complaints_at_a_large_site_are_a_warning_and_at_a_small_one_nothing() {
    let answers = [by("document", "grievance.use_rate", number(0.0))];
    let at = |workers| {
        let site = Site {
            workers,
            women_share_percent: None,
        };
        let profile = fold_at(&CATALOGUE, site, &answers, TODAY);
        profile
            .row("grievance.use_rate")
            .unwrap()
            .standing
            .unfavourable
    };
    assert!(at(Some(900)));
    assert!(!at(Some(150)));
    assert!(!at(None));
}

#[test]
fn cells_stand_in_columns_from_left_to_right_and_the_newest_first() {
    let answers = [
        by("audit", "union.present", true)
            .on("2026-02-01")
            .named("older"),
        by("brand", "union.present", true),
        by("worker_survey", "union.present", true),
        by("audit", "union.present", true)
            .on("2026-03-01")
            .named("newer"),
    ];
    let row = row(&answers, "union.present");
    let columns: Vec<&str> = row.cells.iter().map(|cell| cell.column.word()).collect();
    assert_eq!(columns, ["workers", "audit", "audit", "other"]);
    assert_eq!(row.column(Column::Audit)[0].answer.source.name, "newer");
    assert!(row.column(Column::Union).is_empty());
}

#[test]
fn answers_to_a_question_that_the_catalogue_no_longer_has_are_kept_aside() {
    let answers = [by("union", "gone.question", true)];
    let profile = profile(&answers);
    assert_eq!(profile.unplaced.len(), 1);
    assert!(
        profile
            .rows
            .iter()
            .all(|row| row.standing.kind == Kind::Unknown)
    );
}

#[test]
fn a_source_of_a_kind_the_catalogue_no_longer_has_claims_and_never_verifies() {
    let answers = [by("oracle", "union.present", true)];
    let row = row(&answers, "union.present");
    assert_eq!(row.standing.word(), "claimed-yes");
    assert_eq!(row.cells[0].column, Column::Other);
}

#[test]
fn the_summary_shows_the_headlines() {
    let answers = [
        by("union", "union.present", true),
        by("audit", "committee.present", ["participation"]),
        by("union", "bargain.cba_in_force", false).on("2026-08-01"),
        by("worker_survey", "grievance.exists", true),
        by("audit", "grievance.exists", false),
    ];
    let summary = profile(&answers).summary();
    assert_eq!(summary.union.word, "verified-yes");
    assert_eq!(summary.committee.word, "claimed-yes");
    assert_eq!(summary.committee_elected.word, "unknown");
    assert_eq!(summary.agreement.word, "verified-no");
    assert_eq!(summary.grievance.word, "contested");
    assert_eq!(summary.answered, 4);
    assert_eq!(summary.newest, Some(jiff::civil::date(2026, 8, 1)));
}
