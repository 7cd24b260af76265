//! Audits: many at once, every kind of bad file, reading, reviewing, and two officers at one
//! reading.

use crate::story::{Place, REPORT, Visitor, alone, for_each_engine, row, side, with};
use amplify::testing::Setting;
use serde_json::{Value, json};
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

/// A package of Office Open XML with these parts.
fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn docx(text: &str) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
    );
    package(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
    ])
}

/// A PDF of one page, with the words of an audit in it.
fn pdf(text: &str) -> Vec<u8> {
    let content = format!("BT /F1 12 Tf 72 720 Td ({text}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", number + 1));
    }
    let table = file.len();
    file.push_str(&format!(
        "xref\n0 {}\n0000000000 65535 f \n",
        objects.len() + 1
    ));
    for place in places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    file.push_str(&format!(
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    ));
    file.into_bytes()
}

/// A PDF that opens with a password only, as far as a reader can tell.
fn locked_pdf() -> Vec<u8> {
    let text = String::from_utf8(pdf("No union.")).unwrap();
    let trailer = format!(
        "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O <{0}> /U <{1}> >> /ID [<{2}><{2}>] /Root 1 0 R",
        "5a".repeat(32),
        "a5".repeat(32),
        "11".repeat(16)
    );
    text.replace("/Root 1 0 R", &trailer).into_bytes()
}

/// An Office file behind a password: a compound file that names its encrypted part.
fn locked_office() -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.resize(600, 0);
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

fn bomb() -> Vec<u8> {
    package(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", &vec![b' '; 64 << 20]),
    ])
}

#[test]
fn many_audits_go_up_at_once_and_are_read_one_by_one() {
    for_each_engine(async |place| {
        let officer = place.officer();
        let texts: Vec<(String, Vec<u8>)> = (0..12)
            .map(|number| {
                (
                    format!("report-{number}.txt"),
                    format!("Report {number}\n{REPORT}").into_bytes(),
                )
            })
            .collect();
        let files: Vec<(&str, &[u8])> = texts
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_slice()))
            .collect();
        let reply = officer.upload(&[], &files).await;
        assert_eq!(reply.is(303).location(), "/audits");
        assert!(reply.cookie("amplify_flash").unwrap().contains("12"));
        let waiting = officer.json("/audits").await;
        assert_eq!(waiting["total"], 12);
        assert!(
            waiting["rows"]
                .as_array()
                .unwrap()
                .iter()
                .all(|row| row["state"] == "queued")
        );
        place.work();
        let read = officer.json("/audits").await;
        assert!(
            read["rows"]
                .as_array()
                .unwrap()
                .iter()
                .all(|row| row["state"] == "read" && row["percent"] == 100),
            "{read}"
        );
        assert_eq!(place.stored().len(), 12);
        let again = officer.upload(&[], &files[..1]).await;
        again
            .is(422)
            .says("was uploaded before; it was not added twice");
        assert_eq!(officer.json("/audits").await["total"], 12);
    });
}

#[test]
fn a_file_that_is_none_is_named_with_what_to_do_and_leaves_nothing() {
    for_each_engine(async |place| {
        let officer = place.officer();
        let garbage: Vec<u8> = (0..4096_u32)
            .map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[1])
            .collect();
        let cut = docx(&"a long text ".repeat(100));
        let cases: [(&str, &[u8], &str, &str); 6] = [
            ("empty.pdf", b"", "The file is empty", "leeg"),
            (
                "locked.docx",
                &locked_office(),
                "protected by a password",
                "wachtwoord",
            ),
            (
                "picture.pdf",
                b"\x89PNG\r\n\x1A\n0000",
                "cannot be read. Save it as PDF",
                "PDF",
            ),
            (
                "noise.bin",
                &garbage,
                "cannot be read. Save it as PDF",
                "PDF",
            ),
            (
                "old.doc",
                b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE10000",
                "old Word or Excel file",
                "oud",
            ),
            (
                "cut.docx",
                &cut[..cut.len() / 2],
                "damaged or cut off",
                "beschadigd",
            ),
        ];
        for (name, content, why, dutch) in cases {
            let reply = officer.upload(&[], &[(name, content)]).await;
            reply.is(422).says(&format!("{name}: ")).says(why);
            let reply = officer.reading("nl").upload(&[], &[(name, content)]).await;
            reply
                .is(422)
                .says(&format!("{name}: "))
                .says(dutch)
                .does_not_say(why);
            assert_eq!(officer.json("/audits").await["total"], 0, "{name}");
            assert!(
                place.stored().is_empty(),
                "{name} left {:?}",
                place.stored()
            );
        }
        officer
            .upload(&[], &[])
            .await
            .is(422)
            .says("Choose at least one file");
    });
}

#[test]
fn a_file_that_turns_out_bad_says_why_and_keeps_no_half_reading() {
    for_each_engine(async |place| {
        let officer = place.officer();
        let facility = officer.add_facility("Hilsa Knitwear", "BD").await;
        let id = facility.rsplit('/').next().unwrap();
        let whole = pdf("There is no trade union in the factory.");
        let cases: [(&str, Vec<u8>, &str, &str); 6] = [
            (
                "blank.txt",
                b" \n\n \t\n".to_vec(),
                "The file is empty",
                "leeg",
            ),
            (
                "cut.pdf",
                whole[..120].to_vec(),
                "damaged or cut off",
                "beschadigd",
            ),
            (
                "locked.pdf",
                locked_pdf(),
                "protected by a password",
                "wachtwoord",
            ),
            ("bomb.docx", bomb(), "unpacks to far more", "Uitgepakt"),
            (
                "broken.docx",
                package(&[(
                    "word/document.xml",
                    b"<w:document><w:p><w:r><w:t>Half a sent",
                )]),
                "damaged or cut off",
                "beschadigd",
            ),
            (
                "no-words.html",
                b"<html><body><script>1</script></body></html>".to_vec(),
                "There is no text",
                "geen tekst",
            ),
        ];
        for (name, content, _, _) in &cases {
            officer
                .upload(&[("facility", id)], &[(name, content)])
                .await
                .is(303);
        }
        place.work();
        for (name, _, why, dutch) in &cases {
            let row = officer.audit_named(name).await;
            assert_eq!(row["state"], "failed", "{row}");
            assert!(row["state_text"].as_str().unwrap().contains(why), "{row}");
            let url = row["url"].as_str().unwrap();
            officer.page(url).await.is(200).says(why).says("Read again");
            officer
                .reading("nl")
                .page(url)
                .await
                .is(200)
                .says(dutch)
                .does_not_say(why);
            assert_eq!(officer.json(url).await["proposals"], json!([]));
        }
        assert_eq!(officer.json(&facility).await["profile"]["answered"], 0);
    });
}

#[test]
fn a_good_file_among_bad_ones_goes_on() {
    for_each_engine(async |place| {
        let officer = place.officer();
        let files: [(&str, &[u8]); 3] = [
            ("empty.txt", b""),
            ("good.txt", REPORT.as_bytes()),
            ("locked.xlsx", &locked_office()),
        ];
        let reply = officer.upload(&[], &files).await;
        reply
            .is(422)
            .says("1 file was taken and is being read")
            .says("empty.txt: ")
            .says("locked.xlsx: ");
        reply.does_not_say("good.txt: ");
        place.work();
        assert_eq!(officer.audit_named("good.txt").await["state"], "read");
        assert_eq!(officer.json("/audits").await["total"], 1);
        assert_eq!(place.stored().len(), 1);
    });
}

#[test]
fn a_file_over_the_limit_is_refused_and_the_next_one_taken() {
    let setting = Setting {
        max_upload_bytes: Some(100_000),
        ..Setting::default()
    };
    with(&setting, async |place| {
        let officer = place.officer();
        let large = "No union. ".repeat(30_000);
        let reply = officer
            .upload(
                &[],
                &[
                    ("large.txt", large.as_bytes()),
                    ("good.txt", REPORT.as_bytes()),
                ],
            )
            .await;
        reply
            .is(422)
            .says("large.txt: The file is larger than allowed");
        officer
            .reading("nl")
            .upload(&[], &[("large.txt", large.as_bytes())])
            .await
            .is(422)
            .says("groter");
        assert_eq!(officer.json("/audits").await["total"], 1);
        assert_eq!(place.stored().len(), 1);
    });
}

#[test]
fn more_files_than_are_taken_at_a_time_are_named() {
    alone(async |place| {
        let names: Vec<String> = (0..202).map(|number| format!("{number}.txt")).collect();
        let texts: Vec<Vec<u8>> = names
            .iter()
            .map(|name| format!("Report {name}").into_bytes())
            .collect();
        let files: Vec<(&str, &[u8])> = names
            .iter()
            .zip(&texts)
            .map(|(name, text)| (name.as_str(), text.as_slice()))
            .collect();
        let reply = place.officer().upload(&[], &files).await;
        reply
            .is(422)
            .says("201.txt: ")
            .says("200.txt: ")
            .does_not_say("199.txt: ");
        assert_eq!(place.officer().json("/audits").await["total"], 200);
    });
}

#[test]
fn a_file_is_read_by_what_it_is_and_not_by_its_name() {
    alone(async |place| {
        let officer = place.officer();
        let old = b"There is no trade union in the factory.\nLes d\xe9l\xe9gu\xe9s \xe9lus sont pr\xe9sents.";
        let files: [(&str, &[u8]); 3] = [
            (
                "really-a-pdf.txt",
                &pdf("There is no trade union in the factory."),
            ),
            ("really-text.pdf", REPORT.as_bytes()),
            ("windows.txt", old),
        ];
        officer.upload(&[], &files).await.is(303);
        place.work();
        for (name, _) in files {
            let audit = officer.audit_named(name).await;
            assert_eq!(audit["state"], "read", "{audit}");
            officer
                .page(audit["url"].as_str().unwrap())
                .await
                .says("trade union");
        }
        let windows = officer.audit_named("windows.txt").await;
        officer
            .page(windows["url"].as_str().unwrap())
            .await
            .says("délégués élus");
    });
}

#[test]
fn a_foreign_page_is_never_shown_as_one() {
    alone(async |place| {
        let officer = place.officer();
        let facility = officer.add_facility("Hilsa Knitwear", "BD").await;
        let page = format!(
            "<html><body><script>alert(1)</script><p onclick=\"x()\">&lt;img src=x onerror=alert(2)&gt; {REPORT}</p></body></html>"
        );
        let audit = officer
            .read_audit(place, &facility, "<b>page</b>.html", page.as_bytes())
            .await;
        let review = officer.page(&audit).await;
        review
            .is(200)
            .says("&#60;img src=x")
            .does_not_say("<img src=x")
            .does_not_say("alert(1)")
            .does_not_say("<b>page</b>");
        let original = officer.page(&format!("{audit}/original")).await;
        assert_eq!(original.is(200).bytes, page.as_bytes());
        assert_eq!(original.header("content-type"), "application/octet-stream");
        assert!(
            original
                .header("content-disposition")
                .starts_with("attachment;")
        );
        assert!(!original.header("content-disposition").contains('<'));
        assert_eq!(original.header("x-content-type-options"), "nosniff");
    });
}

/// The proposal for an indicator on a review page.
fn proposal<'v>(page: &'v Value, indicator: &str) -> &'v Value {
    let proposals = page["proposals"].as_array().unwrap();
    proposals
        .iter()
        .find(|proposal| proposal["indicator"] == indicator)
        .unwrap_or_else(|| panic!("{indicator} in {page}"))
}

/// Decides about a proposal as the page shows it.
async fn decide(
    officer: &Visitor,
    audit: &str,
    proposal: &Value,
    decision: &str,
    value: &str,
) -> crate::story::Reply {
    let answer = proposal["answer"].as_str().unwrap();
    let version = proposal["version"].to_string();
    let fields = [
        ("decision", decision),
        ("value", value),
        ("version", &version),
    ];
    officer
        .send(&format!("{audit}/answers/{answer}"), &fields)
        .await
}

async fn reviewed(place: &Place) -> (Visitor, String, String) {
    let officer = place.officer();
    let facility = officer.add_facility("Hilsa Knitwear", "BD").await;
    let audit = officer
        .read_audit(place, &facility, "report.txt", REPORT.as_bytes())
        .await;
    (officer, facility, audit)
}

#[test]
fn what_the_machine_read_counts_as_unreviewed_until_a_person_has_decided() {
    for_each_engine(async |place| {
        let (officer, facility, audit) = reviewed(place).await;
        let page = officer.json(&audit).await;
        let union = proposal(&page, "union.present");
        assert_eq!(
            (&union["value"], &union["state"]),
            (&json!("no"), &json!("unreviewed"))
        );
        let quote = union["quotes"][0]["text"].as_str().unwrap();
        assert!(REPORT.contains(quote), "a quote is verbatim: {quote}");
        assert_eq!(union["quotes"][0]["page"], 1);

        let seen = officer.json(&facility).await;
        let standing = &row(&seen, "union.present")["standing"];
        assert_eq!(standing["unreviewed"], true);
        assert_eq!(
            side(row(&seen, "union.present"), "audit")["mark"],
            "unreviewed"
        );
        officer.page(&facility).await.says("data-is=\"unreviewed\"");

        decide(&officer, &audit, union, "accept", "").await.is(303);
        let seen = officer.json(&facility).await;
        assert_eq!(row(&seen, "union.present")["standing"]["unreviewed"], false);
        assert_eq!(
            row(&seen, "union.present")["standing"]["word"],
            "claimed-no",
            "an audit alone verifies nothing"
        );
        assert_eq!(
            proposal(&officer.json(&audit).await, "union.present")["state"],
            "reviewed"
        );
    });
}

#[test]
fn a_wrong_reading_is_corrected_or_rejected_and_the_page_says_by_whom() {
    for_each_engine(async |place| {
        let (officer, facility, audit) = reviewed(place).await;
        let page = officer.json(&audit).await;
        decide(
            &officer,
            &audit,
            proposal(&page, "union.present"),
            "correct",
            "yes",
        )
        .await
        .is(303);
        let page = officer.json(&audit).await;
        let union = proposal(&page, "union.present");
        assert_eq!(
            (&union["value"], &union["state"]),
            (&json!("yes"), &json!("corrected"))
        );
        let decided = union["decided"].as_str().unwrap();
        assert!(
            decided.contains("Programme officer") && decided.contains("No"),
            "{decided}"
        );
        assert_eq!(
            row(&officer.json(&facility).await, "union.present")["standing"]["word"],
            "claimed-yes"
        );

        decide(&officer, &audit, union, "reject", "").await.is(303);
        let seen = officer.json(&facility).await;
        assert_eq!(
            row(&seen, "union.present")["standing"]["word"],
            "unknown",
            "what is rejected counts nowhere"
        );
        let page = officer.json(&audit).await;
        assert_eq!(proposal(&page, "union.present")["state"], "rejected");

        let wrong = decide(
            &officer,
            &audit,
            proposal(&page, "union.present"),
            "correct",
            "perhaps",
        )
        .await;
        wrong.is(422);
        officer
            .post(
                &format!("{audit}/answers/{}", union["answer"].as_str().unwrap()),
                &json!({"decision": "shrug", "version": 3}),
            )
            .await
            .is(400);
    });
}

#[test]
fn of_two_officers_the_second_learns_of_the_first_and_overwrites_nothing() {
    for_each_engine(async |place| {
        let (first, _, audit) = reviewed(place).await;
        let second = place.of(&place.started.account);
        let seen = second.json(&audit).await;
        let union = proposal(&seen, "union.present");
        decide(&first, &audit, union, "accept", "").await.is(303);
        let late = decide(&second, &audit, union, "reject", "").await;
        late.is(409)
            .says("Somebody else was faster")
            .says("Nothing of theirs was overwritten");
        decide(&second.reading("nl"), &audit, union, "reject", "")
            .await
            .is(409)
            .does_not_say("Somebody else");
        let told = second
            .post(
                &format!("{audit}/answers/{}", union["answer"].as_str().unwrap()),
                &json!({"decision": "reject", "version": 1}),
            )
            .await;
        assert_eq!(told.is(409).json()["type"], "urn:amplify:problem:conflict");
        assert_eq!(
            proposal(&first.json(&audit).await, "union.present")["state"],
            "reviewed"
        );
    });
}

#[test]
fn at_the_same_moment_only_one_decision_is_kept() {
    for_each_engine(async |place| {
        let (officer, _, audit) = reviewed(place).await;
        let page = officer.json(&audit).await;
        let union = proposal(&page, "union.present");
        let (a, b) = tokio::join!(
            decide(&officer, &audit, union, "accept", ""),
            decide(&officer, &audit, union, "reject", "")
        );
        let mut statuses = [a.status.as_u16(), b.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409]);
    });
}

#[test]
fn an_audit_is_given_to_a_facility_once_both_have_looked() {
    for_each_engine(async |place| {
        let officer = place.officer();
        let facility = officer.add_facility("Hilsa Knitwear", "BD").await;
        let id = facility.rsplit('/').next().unwrap();
        officer
            .upload(&[], &[("report.txt", REPORT.as_bytes())])
            .await
            .is(303);
        place.work();
        let audit = officer.audit_named("report.txt").await["url"]
            .as_str()
            .unwrap()
            .to_owned();
        let before = officer.json(&audit).await;
        assert_eq!(before["facility"], Value::Null);
        assert_eq!(
            proposal(&before, "union.present")["answer"],
            Value::Null,
            "nothing is an answer yet"
        );
        officer
            .page(&format!("{audit}?q=hilsa"))
            .await
            .says("Hilsa Knitwear");
        let version = before["version"].to_string();
        let give = [
            ("facility", id),
            ("day", "2026-05-12"),
            ("version", &version),
        ];
        officer
            .send(&format!("{audit}/facility"), &give)
            .await
            .is(303);
        let stale = officer.send(&format!("{audit}/facility"), &give).await;
        stale.is(409).says("Somebody else was faster");
        let after = officer.json(&audit).await;
        assert_eq!(
            (&after["facility"], &after["day"]),
            (&json!(id), &json!("2026-05-12"))
        );
        let seen = officer.json(&facility).await;
        assert_eq!(
            row(&seen, "union.present")["standing"]["newest"],
            "2026-05-12"
        );
        let version = after["version"].to_string();
        for day in ["2199-01-01", "1066-10-14", "yesterday"] {
            let reply = officer
                .send(
                    &format!("{audit}/facility"),
                    &[("facility", id), ("day", day), ("version", &version)],
                )
                .await;
            reply.is(422);
        }
        assert_eq!(officer.json(&audit).await["day"], "2026-05-12");
    });
}

#[test]
fn reading_can_be_stopped_and_begun_again() {
    for_each_engine(async |place| {
        let officer = place.officer();
        officer
            .upload(&[], &[("report.txt", REPORT.as_bytes())])
            .await
            .is(303);
        let audit = officer.audit_named("report.txt").await["url"]
            .as_str()
            .unwrap()
            .to_owned();
        officer.send(&format!("{audit}/cancel"), &[]).await.is(303);
        place.work();
        assert_eq!(
            officer.audit_named("report.txt").await["state"],
            "cancelled"
        );
        officer.page(&audit).await.is(200).says("Read again");
        assert_eq!(place.stored().len(), 1, "the file is kept");
        officer.send(&format!("{audit}/read"), &[]).await.is(303);
        officer.send(&format!("{audit}/read"), &[]).await.is(303);
        place.work();
        let row = officer.audit_named("report.txt").await;
        assert_eq!(row["state"], "read", "{row}");
        officer.send(&format!("{audit}/cancel"), &[]).await.is(303);
        assert_eq!(
            officer.audit_named("report.txt").await["state"],
            "read",
            "what is read is not stopped"
        );
    });
}

#[test]
fn what_a_person_decided_stands_when_the_file_is_read_again() {
    for_each_engine(async |place| {
        let (officer, _, audit) = reviewed(place).await;
        let page = officer.json(&audit).await;
        let before = page["proposals"].as_array().unwrap().len();
        decide(
            &officer,
            &audit,
            proposal(&page, "union.present"),
            "correct",
            "yes",
        )
        .await
        .is(303);
        officer.send(&format!("{audit}/read"), &[]).await.is(303);
        place.work();
        let page = officer.json(&audit).await;
        assert_eq!(proposal(&page, "union.present")["value"], "yes");
        assert_eq!(
            page["proposals"].as_array().unwrap().len(),
            before,
            "nothing is proposed twice"
        );
    });
}
