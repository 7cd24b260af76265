//! Whole documents as the reader reads them, fictional ones of our own: a report with boxes, a
//! table of findings, a complaint retold, a company's statement.

use super::{Lexicon, read};
use documents::text::Document;

fn record(text: &str) -> serde_json::Value {
    read(&Document::from_plain(text), &Lexicon::new().unwrap()).to_record("fictional")
}

#[test]
fn a_report_with_boxes() {
    insta::assert_json_snapshot!(record(include_str!("documents/layout.txt")));
}

#[test]
fn a_table_of_findings() {
    insta::assert_json_snapshot!(record(include_str!("documents/table.txt")));
}

#[test]
fn a_complaint_retold() {
    insta::assert_json_snapshot!(record(include_str!("documents/complaint.txt")));
}

#[test]
fn a_company_statement_says_nothing_about_a_factory() {
    insta::assert_json_snapshot!(record(include_str!("documents/statement.txt")));
}
