//! What programs rely on: the shape of the pages as JSON and the description of every address.
//! A change here is a change for somebody's script; accept a new snapshot only if it is meant.

use crate::story::{REPORT, alone, row};
use serde_json::json;
use std::fmt::Write as _;

#[test]
fn the_pages_as_json_keep_their_shape() {
    alone(async |place| {
        let officer = place.officer();
        let fields = [
            ("name", "Hilsa Knitwear"),
            ("country", "BD"),
            ("workers", "1200"),
            ("latitude", "23.9"),
            ("longitude", "90.4"),
            ("sector", "Knitwear"),
            ("address", "1 River Road"),
        ];
        let facility = officer.add_facility_with(&fields).await;
        let said = json!({"indicator": "union.present", "said": "answered", "value": "yes", "source_kind": "union",
            "source_name": "Federation of Invented Workers", "day": "2020-03-30", "note": "Seen.",
            "quote": "Words of a document", "page": "7", "link": "https://example.org/a"});
        officer
            .post(&format!("{facility}/answers"), &said)
            .await
            .is(200);
        officer
            .read_audit(place, &facility, "report.txt", REPORT.as_bytes())
            .await;

        let page = officer.json(&facility).await;
        let union = row(&page, "union.present");
        insta::assert_json_snapshot!("union_on_a_facilitys_page", union, {
            ".columns[].answers[].id" => "[answer]",
            ".columns[].answers[].day" => "[day]",
            ".columns[].answers[].evidence[].audit" => "[audit]",
            ".standing.newest" => "[day]",
        });
        insta::assert_json_snapshot!("facilities", officer.json("/facilities").await, {
            ".rows[].id" => "[facility]",
            ".rows[].url" => "[url]",
            ".rows[].newest" => "[day]",
            ".rows[].answers" => "[number]",
            ".rows[].*.word" => "[word]",
            ".rows[].*.text" => "[text]",
        });
        insta::assert_json_snapshot!("audits", officer.json("/audits").await, {
            ".rows[].id" => "[audit]",
            ".rows[].url" => "[url]",
            ".rows[].facility_url" => "[url]",
            ".rows[].uploaded" => "[moment and person]",
            ".rows[].answers" => "[number]",
            ".rows[].unreviewed" => "[number]",
        });
        insta::assert_json_snapshot!("points", officer.json("/facilities/points").await, {
            ".features[].properties.id" => "[facility]",
            ".features[].properties.url" => "[url]",
        });
        insta::assert_json_snapshot!("not_found", officer.get("/no-such-page").await.json(), {
            ".instance" => "[request]",
        });
    });
}

#[test]
fn every_address_is_described_with_what_it_takes_and_answers() {
    alone(async |place| {
        let description = place.stranger().json("/api/openapi.json").await;
        let mut lines = String::new();
        for (path, methods) in description["paths"].as_object().unwrap() {
            for (method, operation) in methods.as_object().unwrap() {
                let names = |list: &serde_json::Value| -> Vec<String> {
                    let list = list.as_array().into_iter().flatten();
                    list.map(|item| item["name"].as_str().unwrap().to_owned())
                        .collect()
                };
                let statuses: Vec<&String> =
                    operation["responses"].as_object().unwrap().keys().collect();
                let bodies: Vec<&String> = operation["requestBody"]["content"]
                    .as_object()
                    .into_iter()
                    .flat_map(|content| content.keys())
                    .collect();
                assert!(
                    operation["summary"].is_string() || operation["description"].is_string(),
                    "{method} {path}"
                );
                writeln!(
                    lines,
                    "{} {path} {:?} takes {bodies:?} answers {statuses:?}",
                    method.to_uppercase(),
                    names(&operation["parameters"])
                )
                .unwrap();
            }
        }
        insta::assert_snapshot!("addresses", lines);
    });
}
