//! Answers by hand: what is wrong is said beside what was typed, and what is right shows on the
//! facility's page with how far it counts.

use crate::story::{Visitor, alone, for_each_engine, row, side};
use serde_json::{Value, json};

const GOOD: [(&str, &str); 7] = [
    ("indicator", "union.present"),
    ("said", "answered"),
    ("value", "yes"),
    ("source_kind", "union"),
    ("source_name", "Federation of Invented Workers"),
    ("day", "2026-03-30"),
    ("note", "The union's chair showed the register."),
];

/// A good answer with some fields changed.
fn but<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields: Vec<(&str, &str)> = GOOD
        .iter()
        .copied()
        .filter(|(name, _)| changes.iter().all(|(other, _)| other != name))
        .collect();
    fields.extend_from_slice(changes);
    fields
}

async fn facility(officer: &Visitor) -> String {
    officer.add_facility("Hilsa Knitwear", "BD").await
}

/// The fields at fault in an answer to a program.
fn at_fault(reply: &Value) -> Vec<&str> {
    let faults = reply["faults"].as_array().unwrap();
    faults
        .iter()
        .map(|fault| fault["field"].as_str().unwrap())
        .collect()
}

#[test]
fn every_fault_is_named_and_everything_typed_is_kept() {
    alone(async |place| {
        let officer = place.officer();
        let facility = facility(&officer).await;
        let address = format!("{facility}/answers");
        let long = "n".repeat(10_001);
        let cases = [
            ("said", "said", "sung"),
            ("value", "value", "perhaps"),
            ("value", "value", ""),
            ("source_kind", "source_kind", ""),
            ("source_kind", "source_kind", "hearsay"),
            ("day", "day", ""),
            ("day", "day", "30-03-2026"),
            ("day", "day", "2199-01-01"),
            ("day", "day", "1066-10-14"),
            ("page", "page", "0"),
            ("page", "page", "first"),
            ("link", "link", "javascript:alert(1)"),
            ("link", "link", "not an address"),
            ("note", "note", ""),
            ("note", "note", &long),
            ("quote", "quote", &long),
            ("source_name", "source_name", &long),
            ("indicator", "indicator", "union.invented"),
        ];
        for (field, name, value) in cases {
            let typed = but(&[(name, value)]);
            let told = officer.send_for_json(&address, &typed).await.is(422).json();
            assert_eq!(at_fault(&told), [field], "{name}={value:.20}");
            for (name, value) in &typed {
                assert_eq!(told["typed"][name], *value, "{name} is kept");
            }
            let page = officer.send(&address, &typed).await;
            let message = told["faults"][0]["message"].as_str().unwrap();
            // Quotation marks stand in a page as their codes.
            let begin = message.split(['"', '\'', '<', '&']).next().unwrap();
            page.is(422).says(begin);
            if !["indicator", "note"].contains(&field) {
                page.says("The union&#39;s chair").says("name=\"day\"");
            }
        }
        assert_eq!(officer.json(&facility).await["profile"]["answered"], 0);
        let many = but(&[("said", ""), ("day", "x"), ("note", "")]);
        let told = officer.send_for_json(&address, &many).await.is(422).json();
        assert_eq!(
            at_fault(&told),
            ["said", "day", "note"],
            "all at once, not one after the other"
        );
    });
}

#[test]
fn a_form_with_faults_comes_back_as_it_was_filled_in() {
    alone(async |place| {
        let officer = place.officer();
        let facility = facility(&officer).await;
        let typed = but(&[
            ("day", "2199-01-01"),
            ("quote", "<i>“verbatim”</i>"),
            ("page", "7"),
            ("link", "https://example.org/a?b=c&d=e"),
        ]);
        let page = officer.send(&format!("{facility}/answers"), &typed).await;
        page.is(422);
        for kept in [
            "name=\"value\" value=\"yes\" checked",
            "<option value=\"union\" selected>",
            "value=\"Federation of Invented Workers\"",
            "value=\"2199-01-01\"",
            "name=\"page\"",
            "value=\"7\"",
            "&#60;i&#62;“verbatim”&#60;/i&#62;",
            "https://example.org/a?b=c&#38;d=e",
        ] {
            page.says(kept);
        }
        let dutch = officer
            .reading("nl")
            .send(&format!("{facility}/answers"), &typed)
            .await;
        dutch.is(422).does_not_say("Enter the day");
    });
}

#[test]
fn a_value_that_is_no_answer_is_refused_for_every_kind_of_question() {
    alone(async |place| {
        let officer = place.officer();
        let facility = facility(&officer).await;
        let form = officer.json(&format!("{facility}/answers/new")).await;
        let mut seen = std::collections::BTreeMap::new();
        for topic in form["topics"].as_array().unwrap() {
            for question in topic["questions"].as_array().unwrap() {
                let id = question[0].as_str().unwrap();
                let asked = officer
                    .json(&format!("{facility}/answers/new?indicator={id}"))
                    .await;
                let question = &asked["question"];
                let kind = question["kind"].as_str().unwrap().to_owned();
                let options = question["options"].as_array().unwrap();
                let option = options
                    .first()
                    .map(|option| option[0].as_str().unwrap().to_owned());
                seen.entry(kind).or_insert((id.to_owned(), option));
            }
        }
        assert!(seen.len() >= 6, "{seen:?}");
        for (kind, (id, option)) in &seen {
            let option = option.clone().unwrap_or_else(|| "A name".to_owned());
            let (wrong, right): (&[&str], &str) = match kind.as_str() {
                "bool" => (&["perhaps", "ja", "2"], "yes"),
                "enum" => (&["none of these"], &option),
                "list" => (&["|", "same|same"], &option),
                "percent" => (&["101", "-1", "half", "1,234"], "40.5"),
                "count" => (&["1.5", "-3", "many", "1,234", "NaN", "1e9"], "12"),
                "ratio" => (&["many", "-0.1", "inf"], "0.4"),
                "date" => (&["24-11-2026", "2026-02-30", "soon"], "2026-01-31"),
                _ => (&["", "   "], "In their own words"),
            };
            for value in wrong {
                let typed = but(&[("indicator", id), ("value", value)]);
                let told = officer
                    .send_for_json(&format!("{facility}/answers"), &typed)
                    .await
                    .is(422)
                    .json();
                assert_eq!(at_fault(&told), ["value"], "{kind} {id} {value}");
                assert!(told["faults"][0]["message"].as_str().unwrap().len() > 10);
            }
            let typed = but(&[("indicator", id), ("value", right)]);
            officer
                .send(&format!("{facility}/answers"), &typed)
                .await
                .is(303);
        }
    });
}

#[test]
fn form_and_json_do_the_same_and_unknown_fields_are_refused() {
    for_each_engine(async |place| {
        let officer = place.officer();
        let one = officer.add_facility("One", "BD").await;
        let two = officer.add_facility("Two", "BD").await;
        let reply = officer.send(&format!("{one}/answers"), &GOOD).await;
        assert_eq!(reply.is(303).location(), format!("{one}#union-present"));
        assert!(
            reply
                .cookie("amplify_flash")
                .unwrap()
                .contains("answer-added")
        );
        let body: serde_json::Map<String, Value> = GOOD
            .iter()
            .map(|(name, value)| ((*name).to_owned(), json!(value)))
            .collect();
        let done = officer
            .post(&format!("{two}/answers"), &Value::Object(body.clone()))
            .await
            .is(200)
            .json();
        assert_eq!(
            done,
            json!({"see": format!("{two}#union-present"), "done": "answer-added"})
        );
        let strip = |page: Value| {
            let mut row = row(&page, "union.present").clone();
            for column in row["columns"].as_array_mut().unwrap() {
                for answer in column["answers"].as_array_mut().unwrap() {
                    answer["id"] = Value::Null;
                }
            }
            row
        };
        assert_eq!(
            strip(officer.json(&one).await),
            strip(officer.json(&two).await)
        );

        let mut odd = body;
        odd.insert("reviewed".to_owned(), json!("yes"));
        officer
            .post(&format!("{two}/answers"), &Value::Object(odd))
            .await
            .is(400);
        let mut fields = GOOD.to_vec();
        fields.push(("owner", "somebody"));
        officer
            .send(&format!("{two}/answers"), &fields)
            .await
            .is(400);
        assert_eq!(officer.json(&two).await["profile"]["answered"], 1);
    });
}

#[test]
fn the_facilitys_page_says_in_words_how_far_an_answer_counts() {
    for_each_engine(async |place| {
        let officer = place.officer();
        let facility = facility(&officer).await;
        let answers = format!("{facility}/answers");
        let day = officer.json("/suppliers").await["made_on"]
            .as_str()
            .unwrap()
            .to_owned();
        let said = |kind: &'static str, value: &'static str, name: &'static str| {
            [
                ("source_kind", kind),
                ("value", value),
                ("source_name", name),
            ]
        };

        let mut typed = but(&said("manager_interview", "yes", "Site management"));
        typed.retain(|(name, _)| *name != "day");
        typed.push(("day", &day));
        officer.send(&answers, &typed).await.is(303);
        officer
            .page(&facility)
            .await
            .says("Claimed: ")
            .says("data-is=\"claimed-yes\"")
            .does_not_say("data-is=\"verified-no\" data");
        let seen = officer.json(&facility).await;
        let standing = &row(&seen, "union.present")["standing"];
        assert_eq!(standing["word"], "claimed-yes");
        assert!(
            standing["why"].as_str().unwrap().len() > 10,
            "it says why it is not more"
        );

        let mut typed = but(&said("union", "yes", "Federation of Invented Workers"));
        typed.retain(|(name, _)| *name != "day");
        typed.push(("day", &day));
        officer.send(&answers, &typed).await.is(303);
        let seen = officer.json(&facility).await;
        assert_eq!(
            row(&seen, "union.present")["standing"]["word"],
            "verified-yes"
        );
        assert_eq!(
            side(row(&seen, "union.present"), "union")["mark"],
            "verified-yes"
        );
        officer
            .page(&facility)
            .await
            .says("Verified: ")
            .says("Federation of Invented Workers");

        let mut typed = but(&said(
            "worker_interview",
            "no",
            "Names that must not be shown",
        ));
        typed.retain(|(name, _)| *name != "day");
        typed.push(("day", &day));
        officer.send(&answers, &typed).await.is(303);
        let page = officer.page(&facility).await;
        page.says("Contested")
            .does_not_say("Names that must not be shown");
        let seen = officer.json(&facility).await;
        assert_eq!(row(&seen, "union.present")["standing"]["word"], "contested");
        assert_eq!(
            officer.json("/facilities?union=contested").await["total"],
            1,
            "the list says the same"
        );
    });
}

#[test]
fn not_known_refused_and_not_asked_are_three_different_things() {
    alone(async |place| {
        let officer = place.officer();
        let mut texts = Vec::new();
        for said in ["unknown", "refused", "not_applicable"] {
            let facility = officer.add_facility(said, "BD").await;
            officer
                .send(
                    &format!("{facility}/answers"),
                    &but(&[("said", said), ("value", "")]),
                )
                .await
                .is(303);
            let seen = officer.json(&facility).await;
            texts.push(
                row(&seen, "union.present")["standing"]["text"]
                    .as_str()
                    .unwrap()
                    .to_owned(),
            );
        }
        let untouched = officer.add_facility("untouched", "BD").await;
        let seen = officer.json(&untouched).await;
        texts.push(
            row(&seen, "union.present")["standing"]["text"]
                .as_str()
                .unwrap()
                .to_owned(),
        );
        let different: std::collections::BTreeSet<&String> = texts.iter().collect();
        assert_eq!(different.len(), 4, "{texts:?}");
    });
}
