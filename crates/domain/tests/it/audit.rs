//! What an audit could not see, and which answers its reading proposes.

use crate::support::CATALOGUE;
use domain::see::answer::{Said, Value};
use domain::see::audit::{
    Announced, Basis, Blindness, Conditions, Examined, Label, Sight, Warning, answers_of,
    blind_spots,
};

fn sight(conditions: &Conditions, answered: &[&str], id: &str) -> Sight {
    blind_spots(&CATALOGUE, conditions, answered)
        .spots
        .into_iter()
        .find(|spot| spot.indicator.id == id)
        .unwrap()
        .sight
}

#[test]
fn silence_is_not_compliance() {
    let conditions = Conditions {
        examined: Examined::Yes,
        ..Conditions::default()
    };
    let spots = blind_spots(
        &CATALOGUE,
        &conditions,
        &["union.present", "grievance.exists"],
    );
    assert_eq!((spots.examined(), spots.expected()), (2, 11));
    assert_eq!(sight(&conditions, &[], "union.present"), Sight::NotExamined);
}

#[test]
fn an_audit_that_interviewed_nobody_cannot_see_what_workers_know() {
    let conditions = Conditions {
        workers_interviewed: Some(0),
        ..Conditions::default()
    };
    assert_eq!(
        sight(&conditions, &[], "associate.free_to_join"),
        Sight::CouldNotSee {
            reason: Blindness::NoWorkersInterviewed
        }
    );
    assert_eq!(sight(&conditions, &[], "union.present"), Sight::NotExamined);
    assert_eq!(
        sight(
            &conditions,
            &["associate.free_to_join"],
            "associate.free_to_join"
        ),
        Sight::Examined {
            doubt: Some(Blindness::NoWorkersInterviewed)
        }
    );
}

#[test]
fn without_the_unions_representatives_or_off_site_talks_an_audit_sees_less() {
    let no_representatives = Conditions {
        workers_interviewed: Some(30),
        union_representatives_interviewed: Some(false),
        ..Conditions::default()
    };
    assert_eq!(
        sight(&no_representatives, &[], "union.access"),
        Sight::CouldNotSee {
            reason: Blindness::NoRepresentativesInterviewed
        }
    );
    let on_site = Conditions {
        offsite_interviews: Some(false),
        ..Conditions::default()
    };
    assert_eq!(
        sight(&on_site, &[], "grievance.trusted"),
        Sight::CouldNotSee {
            reason: Blindness::OnlyOnSite
        }
    );
}

#[test]
fn policy_phrases_show_nothing() {
    let conditions = Conditions {
        examined: Examined::Boilerplate,
        ..Conditions::default()
    };
    assert_eq!(
        sight(&conditions, &[], "union.present"),
        Sight::CouldNotSee {
            reason: Blindness::BoilerplateOnly
        }
    );
}

#[test]
fn warnings_say_what_they_rest_on() {
    let conditions = Conditions {
        announced: Some(Announced::Announced),
        auditor_days: Some(2.0),
        workers_interviewed: Some(20),
        workforce: Some(1_200),
        union_representatives_interviewed: None,
        offsite_interviews: None,
        worker_coaching: true,
        examined: Examined::Yes,
    };
    let warnings = blind_spots(&CATALOGUE, &conditions, &[]).warnings;
    assert_eq!(
        warnings,
        [
            Warning::Announced { window: false },
            Warning::FewAuditorDays {
                days: 2.0,
                workforce: 1_200
            },
            Warning::FewInterviews {
                interviewed: 20,
                workforce: 1_200,
                expected: 35
            },
            Warning::Coaching,
        ]
    );
    assert_eq!(warnings[1].basis(), Basis::OurRuleOfThumb);
    assert_eq!(warnings[3].basis(), Basis::StatedInDocument);
}

#[test]
fn enough_days_and_interviews_give_no_warning_and_silence_about_them_does() {
    let enough = Conditions {
        auditor_days: Some(3.0),
        workers_interviewed: Some(35),
        workforce: Some(1_200),
        ..Conditions::default()
    };
    assert!(blind_spots(&CATALOGUE, &enough, &[]).warnings.is_empty());
    assert_eq!(
        blind_spots(&CATALOGUE, &Conditions::default(), &[]).warnings,
        [Warning::InterviewsNotStated]
    );
}

fn proposed(labels: &[(&str, &str)]) -> Vec<(String, Value, String)> {
    let labels: Vec<Label<'_>> = labels
        .iter()
        .map(|&(field, value)| Label { field, value })
        .collect();
    answers_of(&CATALOGUE, &labels)
        .into_iter()
        .map(|proposal| {
            let Said::Answered { value } = proposal.said else {
                panic!("a reading proposes values only");
            };
            (
                proposal.indicator.id.clone(),
                value,
                proposal.field.to_owned(),
            )
        })
        .collect()
}

#[test]
fn a_union_that_is_present_answers_that_question_and_says_nothing_of_its_independence() {
    assert_eq!(
        proposed(&[("union", "present"), ("cba", "not_stated")]),
        [(
            "union.present".to_owned(),
            Value::Bool(true),
            "union".to_owned()
        )]
    );
}

#[test]
fn a_union_run_by_management_is_none_and_controlled() {
    let ids: Vec<_> = proposed(&[("union", "pseudo")])
        .into_iter()
        .map(|(id, value, _)| (id, value))
        .collect();
    assert_eq!(
        ids,
        [
            ("union.present".to_owned(), Value::Bool(false)),
            (
                "union.independent".to_owned(),
                Value::Choice("controlled".into())
            ),
        ]
    );
}

#[test]
fn talks_are_no_agreement_and_say_the_stage() {
    let ids: Vec<_> = proposed(&[("cba", "in_negotiation")])
        .into_iter()
        .map(|(id, value, _)| (id, value))
        .collect();
    assert_eq!(
        ids,
        [
            ("bargain.cba_in_force".to_owned(), Value::Bool(false)),
            (
                "bargain.stage".to_owned(),
                Value::Choice("negotiation".into())
            ),
        ]
    );
}

#[test]
fn found_counts_over_alleged_and_not_substantiated_is_no_answer() {
    let dismissal = |labels: &[(&str, &str)]| {
        proposed(labels)
            .into_iter()
            .find(|(id, ..)| id == "interfere.dismissal")
            .map(|(_, value, _)| value)
    };
    assert_eq!(
        dismissal(&[("finding.ID", "alleged"), ("finding.ID", "found")]),
        Some(Value::Choice("confirmed".into()))
    );
    assert_eq!(
        dismissal(&[("finding.ID", "alleged")]),
        Some(Value::Choice("alleged".into()))
    );
    assert_eq!(dismissal(&[("finding.ID", "not_substantiated")]), None);
}

#[test]
fn two_different_labels_of_one_field_make_no_answer() {
    assert!(proposed(&[("union", "present"), ("union", "absent")]).is_empty());
}

#[test]
fn union_names_lose_their_other_names_and_the_end_of_an_agreement_is_its_last_day() {
    let answers = proposed(&[
        ("union_names", "National Garment Workers Federation|NGWF"),
        ("union_names", "National Garment Workers Federation"),
        ("cba_expiry", "2027-02"),
    ]);
    assert_eq!(
        answers[0].1,
        Value::List(vec!["National Garment Workers Federation".into()])
    );
    assert_eq!(answers[1].1, Value::Date(jiff::civil::date(2027, 2, 28)));
    let year = proposed(&[("cba_expiry", "2027")]);
    assert_eq!(year[0].1, Value::Date(jiff::civil::date(2027, 12, 31)));
    assert!(proposed(&[("cba_expiry", "soon"), ("union_names", "not_stated")]).is_empty());
}

#[test]
fn the_finding_on_grievances_is_asked_only_where_the_report_says_nothing_of_the_mechanism() {
    let grievance = |labels: &[(&str, &str)]| {
        proposed(labels)
            .into_iter()
            .find(|(id, ..)| id == "grievance.exists")
            .map(|(_, value, field)| (value, field))
    };
    assert_eq!(
        grievance(&[("grievance_mechanism", "present"), ("finding.GM", "found")]),
        Some((Value::Bool(true), "grievance_mechanism".to_owned()))
    );
    assert_eq!(
        grievance(&[
            ("grievance_mechanism", "not_stated"),
            ("finding.GM", "found")
        ]),
        Some((Value::Bool(false), "finding.GM".to_owned()))
    );
}
