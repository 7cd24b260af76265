//! The facilities: list, filters, order, pages, map, and the list of suppliers that is taken away.

use crate::story::{Visitor, alone, for_each_engine};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Read as _;

/// Facilities of two countries with answers about their unions.
async fn some(officer: &Visitor) {
    let day = officer.json("/suppliers").await["made_on"]
        .as_str()
        .unwrap()
        .to_owned();
    for (name, country, workers, union) in [
        ("Anchovy Apparel", "BD", "900", Some(("union", "yes"))),
        (
            "Bream Blouses",
            "BD",
            "2100",
            Some(("manager_interview", "no")),
        ),
        ("Carp Cotton", "KH", "50", None),
        ("Dorado Denim", "KH", "", Some(("manager_interview", "yes"))),
    ] {
        let mut fields = vec![("name", name), ("country", country), ("workers", workers)];
        if country == "KH" {
            fields.extend([("latitude", "11.55"), ("longitude", "104.91")]);
        }
        let facility = officer.add_facility_with(&fields).await;
        if let Some((kind, value)) = union {
            let said = json!({"indicator": "union.present", "said": "answered", "value": value,
                "source_kind": kind, "source_name": "A source", "day": day, "note": "Seen."});
            officer
                .post(&format!("{facility}/answers"), &said)
                .await
                .is(200);
        }
    }
}

async fn names(officer: &Visitor, address: &str) -> Vec<String> {
    let list = officer.json(address).await;
    let rows = list["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| {
            row["name"]
                .as_str()
                .unwrap()
                .split(' ')
                .next()
                .unwrap()
                .to_owned()
        })
        .collect()
}

#[test]
fn the_list_shows_what_the_filters_ask_for_in_the_order_asked() {
    for_each_engine(async |place| {
        let officer = place.officer();
        some(&officer).await;
        for (address, expected) in [
            ("/facilities", vec!["Anchovy", "Bream", "Carp", "Dorado"]),
            (
                "/facilities?sort=-name",
                vec!["Dorado", "Carp", "Bream", "Anchovy"],
            ),
            (
                "/facilities?sort=-workers",
                vec!["Bream", "Anchovy", "Carp", "Dorado"],
            ),
            ("/facilities?country=KH", vec!["Carp", "Dorado"]),
            (
                "/facilities?country=KH&country=BD&country=",
                vec!["Anchovy", "Bream", "Carp", "Dorado"],
            ),
            ("/facilities?union=verified-yes", vec!["Anchovy"]),
            (
                "/facilities?union=verified-yes&union=claimed-yes",
                vec!["Anchovy", "Dorado"],
            ),
            ("/facilities?union=unknown", vec!["Carp"]),
            ("/facilities?union=claimed-no&country=KH", vec![]),
            ("/facilities?freshness=none", vec!["Carp"]),
            (
                "/facilities?freshness=year&sort=-name",
                vec!["Dorado", "Bream", "Anchovy"],
            ),
            ("/facilities?freshness=older", vec![]),
            ("/facilities?q=ream", vec!["Bream"]),
            ("/facilities?q=%25", vec![]),
        ] {
            assert_eq!(names(&officer, address).await, expected, "{address}");
        }
        officer
            .page("/facilities?union=claimed-no&country=KH")
            .await
            .says("No facility fits these filters");
        officer
            .page("/facilities?country=KH")
            .await
            .says("value=\"KH\" selected")
            .does_not_say("Anchovy Apparel");
    });
}

#[test]
fn a_filter_that_no_form_sends_is_refused_instead_of_left_out() {
    alone(async |place| {
        let officer = place.officer();
        for query in [
            "union=surely",
            "committee=x",
            "freshness=never",
            "sort=luck",
            "brand=nobody",
            "page=first",
        ] {
            for path in [
                "/facilities",
                "/facilities/map",
                "/facilities/points",
                "/suppliers",
                "/suppliers.csv",
                "/suppliers.xlsx",
                "/suppliers.json",
            ] {
                let ignored = query.starts_with("sort") && path.starts_with("/facilities/");
                if !ignored {
                    let told = officer.get(&format!("{path}?{query}")).await;
                    assert_eq!(told.status, 400, "{path}?{query}");
                }
            }
        }
    });
}

#[test]
fn fifty_stand_on_a_page_and_every_one_on_some_page() {
    for_each_engine(async |place| {
        let officer = place.officer();
        for number in 0..103 {
            officer
                .add_facility(&format!("Mill {number:03}"), "BD")
                .await;
        }
        let mut seen = BTreeSet::new();
        for (page, count) in [(1, 50), (2, 50), (3, 3)] {
            let list = officer.json(&format!("/facilities?page={page}")).await;
            assert_eq!(
                (&list["total"], &list["pages"], &list["page"]),
                (&json!(103), &json!(3), &json!(page))
            );
            let rows = list["rows"].as_array().unwrap();
            assert_eq!(rows.len(), count);
            seen.extend(
                rows.iter()
                    .map(|row| row["name"].as_str().unwrap().to_owned()),
            );
        }
        assert_eq!(seen.len(), 103);
        officer
            .page("/facilities?page=2")
            .await
            .says("page=3")
            .says("aria-current=\"page\"");
        assert_eq!(officer.json("/facilities?page=99").await["page"], 3);
        assert_eq!(
            officer
                .json("/suppliers.json")
                .await
                .as_array()
                .unwrap()
                .len(),
            103
        );
    });
}

#[test]
fn the_map_has_a_point_for_each_facility_with_a_place_and_a_table_beside_it() {
    alone(async |place| {
        let officer = place.officer();
        some(&officer).await;
        let reply = officer.get("/facilities/points?union=claimed-yes").await;
        assert_eq!(reply.is(200).header("content-type"), "application/geo+json");
        let points = reply.json();
        assert_eq!(points["type"], "FeatureCollection");
        assert_eq!(points["features"].as_array().unwrap().len(), 1);
        let feature = &points["features"][0];
        assert_eq!(
            feature["geometry"],
            json!({"type": "Point", "coordinates": [104.91, 11.55]})
        );
        assert_eq!(feature["properties"]["standing"], "claimed-yes");
        officer
            .get(feature["properties"]["url"].as_str().unwrap())
            .await
            .is(200)
            .says("Dorado");
        let map = officer.json("/facilities/map").await;
        assert_eq!((&map["total"], &map["placed"]), (&json!(4), &json!(2)));
        officer
            .page("/facilities/map")
            .await
            .is(200)
            .says("<table")
            .says("Cambodia");
    });
}

/// Every text inside a workbook.
fn workbook(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        if part.name().unwrap().starts_with("xl/") {
            let _ = part.read_to_string(&mut text);
        }
    }
    text
}

#[test]
fn what_is_taken_away_agrees_with_the_list_and_with_itself() {
    for_each_engine(async |place| {
        let officer = place.officer();
        some(&officer).await;
        for query in [
            "",
            "?country=KH",
            "?union=claimed-no",
            "?sort=-name",
            "?q=zzz",
        ] {
            let listed = officer.json(&format!("/facilities{query}")).await;
            let expected: Vec<(Value, Value)> = listed["rows"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| (row["name"].clone(), row["union"]["word"].clone()))
                .collect();
            let taken = officer.json(&format!("/suppliers.json{query}")).await;
            let json: Vec<(Value, Value)> = taken
                .as_array()
                .unwrap()
                .iter()
                .map(|row| (row["name"].clone(), row["union"].clone()))
                .collect();
            assert_eq!(json, expected, "{query}");
            let page = officer.json(&format!("/suppliers{query}")).await;
            assert_eq!(page["suppliers"], taken, "{query}");
            let union: u64 = page["tallies"][0]["counts"]
                .as_array()
                .unwrap()
                .iter()
                .map(|count| count["count"].as_u64().unwrap())
                .sum();
            assert_eq!(union, expected.len() as u64, "the counts add up");

            let csv = officer.get(&format!("/suppliers.csv{query}")).await;
            assert!(
                csv.is(200)
                    .header("content-disposition")
                    .starts_with("attachment; filename=\"suppliers-")
            );
            let book = officer.get(&format!("/suppliers.xlsx{query}")).await;
            let book = workbook(&book.is(200).bytes);
            let csv = csv.text();
            let lines: Vec<&str> = csv
                .lines()
                .filter(|line| line.contains("/facilities/"))
                .collect();
            assert_eq!(lines.len(), expected.len(), "{csv}");
            for ((name, _), line) in expected.iter().zip(lines) {
                let name = name.as_str().unwrap();
                assert!(line.starts_with(name), "{line}");
                assert!(book.contains(name), "{name}");
            }
            if query == "?country=KH" {
                assert!(!book.contains("Anchovy") && !csv.contains("Anchovy"));
            }
        }
    });
}

#[test]
fn a_name_that_is_a_formula_stays_a_name() {
    alone(async |place| {
        let officer = place.officer();
        let bad = "=HYPERLINK(\"https://evil.example\",\"open\")";
        officer.add_facility(bad, "BD").await;
        officer
            .add_facility("@SUM(1+1)*cmd|' /C calc'!A0", "BD")
            .await;
        let csv = officer.get("/suppliers.csv").await.text();
        for line in csv.lines().filter(|line| line.contains("/facilities/")) {
            let first = line.trim_start_matches(['\u{feff}', '"']);
            assert!(first.starts_with('\''), "{line}");
        }
        let book = workbook(&officer.get("/suppliers.xlsx").await.bytes);
        assert!(
            book.contains("evil.example") && !book.contains("<f>"),
            "{book}"
        );
        officer
            .page("/facilities")
            .await
            .does_not_say("\"https://evil.example\"");
    });
}

#[test]
fn a_facility_by_hand_is_checked_and_never_added_twice() {
    for_each_engine(async |place| {
        let officer = place.officer();
        let good = [
            ("name", "Eel Embroidery"),
            ("country", "BD"),
            ("address", "1 River Road"),
        ];
        for (field, value, fault) in [
            ("name", "", "name"),
            ("country", "Atlantis", "country"),
            ("country", "", "country"),
            ("latitude", "91", "latitude"),
            ("longitude", "east", "latitude"),
            ("workers", "many", "workers"),
            ("workers", "-1", "workers"),
        ] {
            let mut fields: Vec<(&str, &str)> = good
                .iter()
                .copied()
                .filter(|(name, _)| *name != field)
                .collect();
            fields.push((field, value));
            let told = officer
                .send_for_json("/facilities/new", &fields)
                .await
                .is(422)
                .json();
            assert_eq!(told["faults"][0]["field"], fault, "{field}={value}");
            officer
                .send("/facilities/new", &fields)
                .await
                .is(422)
                .says("1 River Road");
        }
        let first = officer.add_facility_with(&good).await;
        let twice = officer
            .send(
                "/facilities/new",
                &[
                    ("name", "EEL  embroidery"),
                    ("country", "BD"),
                    ("address", "1, River Road"),
                ],
            )
            .await;
        twice.is(409).says(&first).says("is here already");
        assert_eq!(officer.json("/facilities").await["total"], 1);
    });
}

#[test]
fn a_text_too_long_to_keep_is_told_beside_its_field() {
    alone(async |place| {
        let long = "n".repeat(301);
        let reply = place
            .officer()
            .send_for_json("/facilities/new", &[("name", &long), ("country", "BD")])
            .await;
        assert_eq!(reply.is(422).json()["faults"][0]["field"], "name");
    });
}
