//! What goes wrong, and what the person is told: in words, with a way on, and never with the
//! inside of the program.

use crate::story::{alone, for_each_engine};
use axum::body::Body;
use axum::http::{Method, Request, header};
use serde_json::json;

#[test]
fn an_address_that_leads_nowhere_says_so_in_both_forms() {
    alone(async |place| {
        let officer = place.officer();
        for address in [
            "/no-such-page",
            "/facilities/nonsense",
            "/audits/nonsense",
            "/countries/XX",
            "/countries/nonsense",
        ] {
            officer.page(address).await.is(404).says("Nothing is here");
            let told = officer.get(address).await;
            assert_eq!(
                told.is(404).header("content-type"),
                "application/problem+json"
            );
            let problem = told.json();
            assert_eq!(problem["type"], "urn:amplify:problem:not-found");
            assert_eq!(problem["status"], 404);
            assert_eq!(problem["instance"], told.header("x-request-id"));
        }
        officer
            .reading("nl")
            .page("/no-such-page")
            .await
            .says("Hier is niets");
    });
}

#[test]
fn an_address_asked_in_the_wrong_way_says_so() {
    alone(async |place| {
        let officer = place.officer();
        let told = officer
            .call(Method::DELETE, "/facilities", String::new())
            .await;
        assert_eq!(told.is(405).json()["status"], 405);
        assert!(told.header("allow").contains("GET"), "{:?}", told.headers);
        let request = Request::post("/facilities/map").header(header::ACCEPT, "text/html");
        officer
            .ask(request, Body::empty())
            .await
            .is(405)
            .says("This could not be understood");
    });
}

#[test]
fn a_body_that_makes_no_sense_changes_nothing_and_keeps_the_inside_inside() {
    for_each_engine(async |place| {
        let officer = place.officer();
        let facility = officer.add_facility("Hilsa Knitwear", "BD").await;
        let answers = format!("{facility}/answers");
        let twice = "{\"indicator\":\"union.present\",\"indicator\":\"x\"}";
        for body in [
            "",
            "{",
            "[]",
            "null",
            "7",
            "{\"indicator\": 7}",
            "{\"surprise\": 1, \"indicator\": \"x\"}",
            twice,
            "\u{0}",
        ] {
            let told = officer.call(Method::POST, &answers, body.to_owned()).await;
            let problem = told.is(400).json();
            assert_eq!(problem["type"], "urn:amplify:problem:malformed", "{body}");
            for inside in ["serde", "line 1", "expected", "unknown field"] {
                told.does_not_say(inside);
            }
        }
        let request = Request::post(&answers)
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "text/csv");
        officer.ask(request, "a,b").await.is(400);
        let request = Request::post("/audits")
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
        officer
            .ask(request, "--x\r\nnothing that fits")
            .await
            .is(400);
        assert_eq!(officer.json(&facility).await["profile"]["answered"], 0);
    });
}

#[test]
fn characters_that_no_database_keeps_are_no_fault_of_ours() {
    for_each_engine(async |place| {
        let officer = place.officer();
        let facility = officer.add_facility("Hilsa Knitwear", "BD").await;
        for name in ["a\0b", "\u{fffe}", "\u{202e}gnp.exe", "𝕳𝖎𝖑𝖘𝖆", "\u{1}"] {
            let fields = [("name", name), ("country", "BD")];
            let status = officer.send("/facilities/new", &fields).await.status;
            assert!(!status.is_server_error(), "{name:?}: {status}");
            let said = json!({"indicator": "union.present", "said": "unknown", "source_kind": "audit",
                "day": "2026-01-01", "note": name, "source_name": name});
            let status = officer
                .post(&format!("{facility}/answers"), &said)
                .await
                .status;
            assert!(!status.is_server_error(), "{name:?}: {status}");
            officer
                .upload(&[], &[(name, format!("Report {name}").as_bytes())])
                .await;
        }
        place.work();
        for address in [
            "/facilities?q=a%00b",
            "/facilities?country=%00",
            "/search?q=%00",
            "/suppliers.csv?q=%00",
            "/audits",
            "/facilities",
        ] {
            let status = officer.get(address).await.status;
            assert!(!status.is_server_error(), "{address}: {status}");
        }
    });
}

#[test]
fn a_form_beyond_all_measure_is_refused_by_its_size() {
    alone(async |place| {
        let officer = place.officer();
        let facility = officer.add_facility("Hilsa Knitwear", "BD").await;
        let note = "n".repeat(3 << 20);
        let told = officer
            .post(
                &format!("{facility}/answers"),
                &json!({"indicator": "union.present", "note": note}),
            )
            .await;
        assert_eq!(told.is(413).json()["type"], "urn:amplify:problem:too-large");
        officer
            .send(&format!("{facility}/answers"), &[("note", &note)])
            .await
            .is(413);
    });
}

#[test]
fn odd_addresses_are_answered_and_not_stumbled_over() {
    alone(async |place| {
        let officer = place.officer();
        for address in [
            "/facilities/%FF",
            "/facilities/%00",
            "/audits/%2E%2E%2Foriginal",
            "/assets/%2E%2E/Cargo.toml",
            "/assets/../Cargo.toml",
            "/countries/%F0%9F%8F%AD",
            "//",
            "/facilities?page=-1",
            "/facilities?page=abc",
            "/facilities?page=99999999999",
            "/audits?page=x",
            "/facilities?country=BD&country=%FF",
            "/language",
            "/suppliers.csv?sort=%27",
            "/facilities?q=%25%5F%27%22%3B--",
        ] {
            let status = officer.get(address).await.status;
            assert!(!status.is_server_error(), "{address}: {status}");
        }
        assert_eq!(
            officer.json("/facilities?page=4000000000").await["page"],
            1,
            "a page beyond the last shows the last"
        );
    });
}

#[test]
fn a_fault_of_ours_is_told_without_its_inner_words() {
    alone(async |place| {
        let visitor = place.officer().before(place.started.router_with_a_fault());
        let told = visitor.get("/panic").await;
        assert_eq!(told.is(500).json()["type"], "urn:amplify:problem:internal");
        told.does_not_say("inner words");
        let page = visitor.page("/panic").await;
        page.is(500)
            .says("Something went wrong on our side")
            .does_not_say("inner words");
        page.says(page.header("x-request-id"));
    });
}
