//! Search: found in every script, by parts of words, with the words marked; never beyond what the
//! actor may see.

use crate::answer::{CATALOGUE, TODAY, union};
use crate::facility::{add, draft};
use domain::people::access::{OrganisationKind, Scope};
use domain::see::answer::Evidence;
use jiff::SignedDuration;
use store::files::{Hash, Stored};
use store::people::organisation;
use store::search::{self, Hit, Noun};
use store::see::facility::list::{self, Filter, Sort};
use store::see::{answer, audit, facility};
use store::testing::{for_each_engine, found, now};
use store::{Db, jobs};

fn find(db: &Db, scope: &Scope, query: &str) -> Vec<Hit> {
    db.read(|tx| search::find(tx, scope, query, 20)).unwrap()
}

fn titles(db: &Db, scope: &Scope, query: &str) -> Vec<String> {
    find(db, scope, query)
        .into_iter()
        .map(|hit| hit.title)
        .collect()
}

/// The marked words of a hit.
fn marked(hit: &Hit) -> Vec<&str> {
    hit.marks
        .iter()
        .map(|mark| &hit.snippet[mark.clone()])
        .collect()
}

#[test]
fn facilities_are_found_in_every_script_and_without_accents() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        for name in [
            "Công ty TNHH May Đồng Nai",
            "পদ্মা নিট কম্পোজিট লিমিটেড",
            "រោងចក្រកាត់ដេរ មេគង្គ",
            "东莞市华美电子有限公司",
            "Padma Knit Composite Ltd",
        ] {
            add(db, &scope, &draft(name, "BD"));
        }
        for (query, name, words) in [
            ("dong nai", "Công ty TNHH May Đồng Nai", vec!["Đồng", "Nai"]),
            ("Đồng", "Công ty TNHH May Đồng Nai", vec!["Đồng"]),
            ("নিট", "পদ্মা নিট কম্পোজিট লিমিটেড", vec!["নিট"]),
            (
                "পদ্মা কম্পোজিট",
                "পদ্মা নিট কম্পোজিট লিমিটেড",
                vec!["পদ্মা", "কম্পোজিট"],
            ),
            ("មេគង្គ", "រោងចក្រកាត់ដេរ មេគង្គ", vec!["មេគង្គ"]),
            ("华美", "东莞市华美电子有限公司", vec!["华美"]),
            ("电子有限", "东莞市华美电子有限公司", vec!["电子有限"]),
            (
                "knit PADMA",
                "Padma Knit Composite Ltd",
                vec!["Padma", "Knit"],
            ),
        ] {
            let hits = find(db, &scope, query);
            assert_eq!(hits.len(), 1, "{query}: {hits:?}");
            assert_eq!(hits[0].title, name, "{query}");
            assert_eq!(hits[0].noun, Noun::Facility);
            let found = marked(&hits[0]);
            assert!(
                words.iter().all(|word| found.contains(word)),
                "{query}: {found:?}"
            );
        }
        assert!(titles(db, &scope, "no such thing").is_empty());
        assert!(titles(db, &scope, "  ").is_empty());
        assert!(titles(db, &scope, "\" OR * NEAR( %_!'").is_empty());
    });
}

#[test]
fn a_name_comes_before_a_text_and_a_whole_word_before_a_part() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let mut in_address = draft("Alpha", "BD");
        in_address.address = "Delta road".into();
        add(db, &scope, &in_address);
        add(db, &scope, &draft("Deltamax", "BD"));
        add(db, &scope, &draft("Delta", "BD"));
        assert_eq!(titles(db, &scope, "delta"), ["Delta", "Deltamax", "Alpha"]);
    });
}

#[test]
fn texts_of_audits_and_evidence_are_found_with_page_and_words() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let alpha = add(db, &scope, &draft("Alpha", "BD"));
        let new = audit::New {
            stored: Stored {
                hash: Hash([1; 32]),
                size: 1,
            },
            name: "Report.pdf",
            media_type: "application/pdf",
            facility: Some(alpha),
        };
        let id = db
            .write(|tx| audit::add(tx, &scope, &new, now()))
            .unwrap()
            .id;
        let job = jobs::claim(
            db,
            &[audit::JOB],
            "w",
            now(),
            now() + SignedDuration::from_secs(9),
        )
        .unwrap()
        .unwrap();
        let (first, second) = (
            "Cover page.\n",
            "Workers elected a participation committee in 2025.",
        );
        let mut proposal = union("audit", true, TODAY);
        proposal.evidence = vec![Evidence::Quote {
            audit: None,
            text: "শ্রমিক ইউনিয়ন সক্রিয়".into(),
            page: Some(2),
            range: None,
        }];
        let outcome = audit::Outcome {
            text: format!("{first}{second}"),
            pages: vec![0..first.len(), first.len()..first.len() + second.len()],
            proposals: vec![proposal],
            ..audit::Outcome::default()
        };
        db.write(|tx| {
            audit::read(tx, &job.scope, &CATALOGUE, id, &outcome, TODAY, now())?;
            jobs::finish(tx, &job, now())
        })
        .unwrap();
        let hits = find(db, &scope, "PARTICIPATION committee");
        assert_eq!(hits.len(), 1);
        assert_eq!(
            (hits[0].noun, hits[0].item, hits[0].page),
            (Noun::Audit, id.0, Some(2))
        );
        assert_eq!(hits[0].facility, Some((alpha, "Alpha".into())));
        assert_eq!(marked(&hits[0]), ["participation", "committee"]);
        assert_eq!(hits[0].snippet, second);
        let hits = find(db, &scope, "ইউনিয়ন");
        assert_eq!(
            (hits.len(), hits[0].noun, hits[0].title.as_str()),
            (1, Noun::Answer, "union.present")
        );
        let proposed = db
            .read(|tx| answer::of_audit(tx, &scope, id))
            .unwrap()
            .remove(0);
        db.write(|tx| {
            answer::withdraw(tx, &scope, &CATALOGUE, proposed.answer.id, 1, TODAY, now())
        })
        .unwrap();
        assert!(find(db, &scope, "ইউনিয়ন").is_empty());
    });
}

#[test]
fn a_long_text_shows_the_place_where_the_words_stand() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let alpha = add(db, &scope, &draft("Alpha", "BD"));
        let mut said = union("union", true, TODAY);
        let text = format!(
            "{} the needle was here {}",
            "যা আগে ছিল ".repeat(60),
            "এবং পরে ".repeat(60)
        );
        said.evidence = vec![Evidence::Note { text }];
        db.write(|tx| answer::add(tx, &scope, &CATALOGUE, alpha, &said, TODAY, now()))
            .unwrap();
        let hits = find(db, &scope, "needle");
        assert_eq!(marked(&hits[0]), ["needle"]);
        assert_eq!(hits[0].cut, (true, true));
        assert!(hits[0].snippet.len() <= 320);
    });
}

#[test]
fn a_change_of_name_is_found_under_the_new_one_only_and_lists_find_addresses() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let id = add(db, &scope, &draft("Alpha", "BD"));
        let mut changed = draft("Omega", "BD");
        changed.address = "Gazipur Sadar".into();
        db.write(|tx| facility::update(tx, &scope, id, 1, &changed, now()))
            .unwrap();
        assert!(titles(db, &scope, "alpha").is_empty());
        assert_eq!(titles(db, &scope, "omega"), ["Omega"]);
        let filter = Filter {
            text: Some("gazipur om".into()),
            ..Filter::default()
        };
        let page = db
            .read(|tx| list::list(tx, &scope, &filter, Sort::default(), 1))
            .unwrap();
        assert_eq!((page.total, page.rows.len()), (1, 1));
    });
}

#[test]
fn nobody_finds_what_belongs_to_others() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let [first, second] = ["First", "Second"].map(|name| {
            db.write(|tx| organisation::add(tx, &scope, OrganisationKind::Brand, name, true, now()))
                .unwrap()
        });
        let alpha = add(db, &scope, &draft("Alpha", "BD"));
        let [as_first, as_second] = [first, second].map(|organisation| Scope {
            organisation,
            kind: OrganisationKind::Brand,
            ..scope
        });
        let mut said = union("union", true, TODAY);
        said.evidence = vec![Evidence::Note {
            text: "a confidential talk".into(),
        }];
        db.write(|tx| answer::add(tx, &as_first, &CATALOGUE, alpha, &said, TODAY, now()))
            .unwrap();
        assert_eq!(find(db, &as_first, "confidential").len(), 1);
        assert_eq!(find(db, &scope, "confidential").len(), 1);
        assert!(find(db, &as_second, "confidential").is_empty());
        assert_eq!(find(db, &as_second, "alpha").len(), 1);
        let stranger = Scope {
            programme: domain::id::ProgrammeId(uuid::Uuid::now_v7()),
            ..scope
        };
        assert!(find(db, &stranger, "alpha").is_empty());
    });
}
