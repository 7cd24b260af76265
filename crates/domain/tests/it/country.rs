//! Facts about countries: what a file must say, and what it gets told if it does not.

use domain::see::country::{Country, FactSource, RetaliationRisk, Section};

const HEADER: &str = r#"
schema_version = 1
iso2 = "XA"
iso3 = "XAA"
name = "Exampleland"
name_local = "Exampleland"
region = "europe"
roles = ["production"]
sectors = ["garment"]
working_languages = ["en"]
compiled = "2026-11-22"
review_due = "2027-01-31"
completeness = "partial"
sourced_share_percent = 60
"#;

fn with(facts: &str) -> Result<Country, String> {
    Country::parse("xa", &format!("{HEADER}{facts}")).map_err(|error| error.to_string())
}

fn refused(facts: &str) -> String {
    with(facts).unwrap_err()
}

#[test]
fn keys_that_the_program_does_not_know_are_kept_and_shown() {
    let country = with(
        r#"
        [law.moonlight]
        value = "Allowed."
        phase = "full"
        source = "https://example.org/law"
        as_of = "2025-10"
        confidence = "high"
        note = "recalled in part"
        "#,
    )
    .unwrap();
    let fact = country.fact(Section::Law, "moonlight").unwrap();
    assert_eq!(
        fact.field("phase").and_then(|value| value.text()),
        Some("full")
    );
    assert_eq!(
        fact.source,
        FactSource::Cited("https://example.org/law".into())
    );
    assert_eq!(fact.note.as_deref(), Some("recalled in part"));
}

#[test]
fn a_fact_without_source_date_or_confidence_is_refused_by_name() {
    let message = refused("[law.strike]\nvalue = \"x\"\nas_of = \"2025\"\nconfidence = \"low\"");
    assert!(message.contains("law.strike: source"), "{message}");
    let message = refused("[law.strike]\nsource = \"x\"\nconfidence = \"low\"");
    assert!(message.contains("law.strike: as_of"), "{message}");
    let message = refused("[law.strike]\nsource = \"x\"\nas_of = \"lately\"\nconfidence = \"low\"");
    assert!(message.contains("YYYY"), "{message}");
    let message = refused("[[actor]]\nname = \"Union A\"\nsource = \"x\"\nas_of = \"2025\"");
    assert!(
        message.contains("actor \"Union A\": confidence"),
        "{message}"
    );
}

#[test]
fn unsourced_is_said_exactly_where_there_is_no_source_and_then_confidence_is_low() {
    let message = refused("[law.strike]\nsource = \"\"\nas_of = \"2025\"\nconfidence = \"low\"");
    assert!(message.contains("law.strike: unsourced"), "{message}");
    let message = refused(
        "[law.strike]\nsource = \"x\"\nas_of = \"2025\"\nconfidence = \"low\"\nunsourced = true",
    );
    assert!(message.contains("law.strike: unsourced"), "{message}");
    let message = refused(
        "[law.strike]\nsource = \"\"\nas_of = \"2025\"\nconfidence = \"high\"\nunsourced = true",
    );
    assert!(message.contains("law.strike: confidence"), "{message}");
}

#[test]
fn judgement_stands_under_guidance_only_and_rests_on_something_in_the_file() {
    let message =
        refused("[law.strike]\nsource = \"editorial\"\nas_of = \"2025\"\nconfidence = \"low\"");
    assert!(message.contains("guidance only"), "{message}");
    let message = refused(
        "[guidance.x]\nvalue = \"yes\"\nbasis = [\"law.nothing\"]\nsource = \"editorial\"\nas_of = \"2025\"\nconfidence = \"low\"",
    );
    assert!(message.contains("law.nothing"), "{message}");
}

#[test]
fn the_files_name_is_the_countrys_code() {
    let error = Country::parse("xb", HEADER).unwrap_err().to_string();
    assert!(error.contains("xb"), "{error}");
    assert!(Country::parse("xa", HEADER).is_ok());
}

#[test]
fn a_section_that_nobody_knows_is_refused_with_the_known_ones() {
    let message = refused("[[alerts]]\ntitle = \"x\"");
    assert!(message.starts_with("alerts"), "{message}");
    assert!(message.contains("worker_body"), "{message}");
}

#[test]
fn a_law_fact_is_old_after_five_years_and_other_facts_are_not() {
    let country = with(
        "[law.strike]\nsource = \"x\"\nas_of = \"2020\"\nconfidence = \"low\"\n\
         [gri.2020]\nrating = \"5\"\nsource = \"x\"\nas_of = \"2020\"\nconfidence = \"low\"",
    )
    .unwrap();
    let law = country.fact(Section::Law, "strike").unwrap();
    assert!(!law.is_old(jiff::civil::date(2025, 12, 31)));
    assert!(law.is_old(jiff::civil::date(2026, 1, 1)));
    let rating = country.fact(Section::Gri, "2020").unwrap();
    assert!(!rating.is_old(jiff::civil::date(2040, 1, 1)));
}

#[test]
fn guidance_limits_the_routes_and_names_the_risk() {
    let country = with(
        r#"
        [guidance.retaliation_risk]
        value = "severe"
        source = "editorial"
        as_of = "2026-11"
        confidence = "medium"
        [guidance.action_routes]
        value = ["A", "B"]
        source = "editorial"
        as_of = "2026-11"
        confidence = "medium"
        "#,
    )
    .unwrap();
    assert_eq!(country.retaliation_risk(), Some(RetaliationRisk::Severe));
    let limits = country.limits().unwrap();
    assert_eq!(limits.routes, ["A", "B"]);
    assert!(limits.retaliation_risk_high);
}
