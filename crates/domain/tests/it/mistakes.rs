//! Mistakes in a catalogue or playbook: the message names the entry and says what to do.

use crate::support::{CATALOGUE, INDICATORS, ROUTES};
use domain::act::route::Playbook;
use domain::see::indicator::Catalogue;

const BASE: &str = r#"
[meta]
id = "test"
version = "1"
[source_types.union]
label = "Union"
default_credibility = 1
side = "worker"
verifies = "always"
column = "union"
[[cluster]]
id = "union"
order = 1
title = "Unions"
"#;

fn indicator(id: &str, more: &str) -> String {
    format!(
        "[[indicator]]\nid = \"{id}\"\ncluster = \"union\"\nquestion = \"?\"\nsources = [\"union\"]\n\
         severity = \"high\"\nfollow_up = \"Ask\"\n{more}\n"
    )
}

fn refused(more: &str) -> String {
    Catalogue::parse(&format!("{BASE}{more}"))
        .unwrap_err()
        .to_string()
}

const YES_NO: &str = "value_type = \"bool\"";

#[test]
fn a_valid_indicator_is_accepted() {
    assert!(Catalogue::parse(&format!("{BASE}{}", indicator("a.b", YES_NO))).is_ok());
}

#[test]
fn a_text_that_is_no_toml_is_refused_with_its_line() {
    let message = refused("[[indicator]\n");
    assert!(message.contains("line 15"), "{message}");
}

#[test]
fn an_unknown_topic_is_named_with_the_known_ones() {
    let message =
        refused(&indicator("a.b", YES_NO).replace("\"union\"\nquestion", "\"unoin\"\nquestion"));
    assert!(message.contains("indicator a.b: cluster"), "{message}");
    assert!(
        message.contains("\"unoin\"") && message.contains("use one of: union"),
        "{message}"
    );
}

#[test]
fn a_duplicate_id_is_refused() {
    let message = refused(&(indicator("a.b", YES_NO) + &indicator("a.b", YES_NO)));
    assert!(
        message.contains("indicator a.b: id: stands twice"),
        "{message}"
    );
}

#[test]
fn an_unknown_rule_a_rule_for_another_type_and_a_missing_option_are_refused() {
    let message = refused(&indicator(
        "a.b",
        &format!("{YES_NO}\nrule = {{ op = \"like\", value = true }}"),
    ));
    assert!(
        message.contains("indicator a.b: rule") && message.contains("expires_within"),
        "{message}"
    );
    let message = refused(&indicator(
        "a.b",
        &format!("{YES_NO}\nrule = {{ op = \"gt\", value = 3 }}"),
    ));
    assert!(message.contains("gt does not fit"), "{message}");
    let options = "value_type = \"enum\"\noptions = [\"yes\", \"no\"]";
    let message = refused(&indicator(
        "a.b",
        &format!("{options}\nrule = {{ op = \"in\", value = [\"nope\"] }}"),
    ));
    assert!(
        message.contains("\"nope\"") && message.contains("yes, no"),
        "{message}"
    );
    let message = refused(&indicator("a.b", "value_type = \"enum\""));
    assert!(message.contains("indicator a.b: options"), "{message}");
}

#[test]
fn an_unknown_source_key_or_missing_key_is_refused_by_name() {
    let message = refused(&indicator("a.b", YES_NO).replace("[\"union\"]", "[\"spy\"]"));
    assert!(
        message.contains("indicator a.b: sources") && message.contains("\"spy\""),
        "{message}"
    );
    let message = refused(&indicator("a.b", &format!("{YES_NO}\nsevertiy = \"low\"")));
    assert!(
        message.contains("indicator a.b") && message.contains("severtiy"),
        "{message}"
    );
    let message = refused(&indicator("a.b", ""));
    assert!(
        message.contains("indicator a.b") && message.contains("value_type"),
        "{message}"
    );
}

#[test]
fn a_condition_that_cannot_be_read_names_nothing_or_goes_round_is_refused() {
    let with = |condition: &str| {
        refused(
            &(indicator("a.b", &format!("{YES_NO}\napplies_when = \"{condition}\""))
                + &indicator("c.d", &format!("{YES_NO}\napplies_when = \"a.b = true\""))),
        )
    };
    assert!(with("perhaps").contains("cannot be read"));
    assert!(with("count(c.d) > many").contains("cannot be read"));
    assert!(with("count(c.d) > 1").contains("needs a list"));
    assert!(with("x.y = true").contains("no indicator has the id \"x.y\""));
    assert!(with("any_negative(nowhere)").contains("no topic"));
    assert!(with("a.b = true").contains("itself"));
    assert!(with("c.d = perhaps").contains("neither yes nor no"));
    let circle = with("c.d = true");
    assert!(circle.contains("circle through a.b, c.d"), "{circle}");
}

#[test]
fn readings_must_have_parts_that_exist_and_values_that_fit() {
    let message = refused(&indicator("a.b", &format!("{YES_NO}\nreads = [\"mood\"]")));
    assert!(
        message.contains("\"mood\"") && message.contains("worker_committee"),
        "{message}"
    );
    let reads = "reads = [\"union\"]\nreads_value = { present = \"surely\" }";
    let message = refused(&indicator("a.b", &format!("{YES_NO}\n{reads}")));
    assert!(
        message.contains("indicator a.b: reads_value: present"),
        "{message}"
    );
    let reads = "reads = [\"finding.ID\"]\nreads_value = { not_substantiated = false }";
    let message = refused(&indicator("a.b", &format!("{YES_NO}\n{reads}")));
    assert!(message.contains("neither yes nor no"), "{message}");
}

#[test]
fn an_operators_own_file_adds_topics_sources_and_indicators() {
    let own = r#"
        [meta]
        version = "7"
        [source_types.chaplain]
        label = "Chaplain"
        default_credibility = 3
        side = "independent"
        verifies = "never"
        column = "other"
        [[cluster]]
        id = "own"
        order = 99
        title = "Ours"
        [[indicator]]
        id = "own.prayer_room"
        cluster = "own"
        question = "Is there a prayer room?"
        value_type = "bool"
        sources = ["chaplain", "union"]
        severity = "low"
        follow_up = "Ask"
        applies_when = "union.present = true"
    "#;
    let catalogue = CATALOGUE.clone().with_own(own).unwrap();
    assert_eq!(catalogue.version(), format!("{}+7", CATALOGUE.version()));
    assert_eq!(
        catalogue.indicators().len(),
        CATALOGUE.indicators().len() + 1
    );
    assert!(
        catalogue
            .get("own.prayer_room")
            .unwrap()
            .applies_when
            .is_some()
    );
    assert!(catalogue.source_type("chaplain").is_some());
    assert_eq!(catalogue.clusters().last().unwrap().id, "own");
}

#[test]
fn an_own_file_cannot_replace_a_question_that_answers_hang_on() {
    let own = indicator("union.present", YES_NO);
    let message = CATALOGUE.clone().with_own(&own).unwrap_err().to_string();
    assert!(message.contains("indicator union.present: id"), "{message}");
    let own = "[source_types.audit]\nlabel = \"Audit\"\ndefault_credibility = 1\nside = \"worker\"\n\
               verifies = \"always\"\ncolumn = \"audit\"";
    let message = CATALOGUE.clone().with_own(own).unwrap_err().to_string();
    assert!(
        message.contains("source type audit"),
        "an audit must not learn to verify: {message}"
    );
}

#[test]
fn a_byte_order_mark_before_the_catalogue_does_no_harm() {
    assert!(Catalogue::parse(&format!("\u{feff}{INDICATORS}")).is_ok());
}

#[test]
fn mistakes_in_the_playbook_name_the_action() {
    let mistake = |from: &str, to: &str| {
        assert!(ROUTES.contains(from), "{from}");
        Playbook::parse(&ROUTES.replacen(from, to, 1))
            .and_then(|playbook| playbook.check(&CATALOGUE))
            .unwrap_err()
            .to_string()
    };
    let message = mistake("id = \"A2\"", "id = \"A1\"");
    assert!(message.contains("action A1: id: stands twice"), "{message}");
    let message = mistake("\nroute = \"A\"", "\nroute = \"Z\"");
    assert!(
        message.contains("action A1: route") && message.contains("\"Z\""),
        "{message}"
    );
    let message = mistake("duration_weeks = [2, 6]", "duration_weeks = [6, 2]");
    assert!(message.contains("action A1: duration_weeks"), "{message}");
    let message = mistake("\"union.present\", ", "\"union.presnt\", ");
    assert!(
        message.contains("action A1: indicators") && message.contains("union.presnt"),
        "{message}"
    );
}
