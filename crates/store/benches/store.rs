//! What lists, imports and searches cost in the store alone, with 100,000 facilities. Prints a
//! table; asserts nothing, since machines differ. `BENCH_FACILITIES` sets another number, and
//! `BENCH_DATABASE` another database than a temporary file of SQLite; it must be empty.
#![expect(
    clippy::cast_precision_loss,
    clippy::too_many_lines,
    clippy::unwrap_used,
    reason = "a benchmark that meets the unexpected has failed"
)]

use domain::people::access::{OrganisationKind, Scope};
use domain::see::answer::{Evidence, Said, Source, Value};
use domain::see::facility::Position;
use domain::see::indicator::Catalogue;
use jiff::civil::date;
use std::time::{Duration, Instant};
use store::files::{Hash, Stored};
use store::people::organisation;
use store::see::facility::Draft;
use store::see::facility::list::{self, Filter, Freshness, Order, Sort};
use store::see::list::{self as supplier, Input, Line, New};
use store::see::standing::Word;
use store::see::{answer, profile};
use store::testing::{Fresh, found, now};
use store::{Db, search};

const COUNTRIES: [&str; 12] = [
    "BD", "IN", "CN", "VN", "KH", "TR", "ID", "PK", "LK", "MM", "MA", "ET",
];
const TOWNS: [&str; 8] = [
    "Gazipur",
    "Savar",
    "Tiruppur",
    "Dongguan",
    "Đồng Nai",
    "Phnom Penh",
    "Bursa",
    "Bandung",
];

fn draft(number: usize) -> Draft {
    let town = TOWNS[number * 7 % TOWNS.len()];
    Draft {
        name: format!(
            "{} Knit Composite {number}",
            ["Padma", "Meghna", "Jamuna", "Surma"][number % 4]
        ),
        address: format!("Plot {}, Road {}, {town}", number % 900, number % 70),
        country: COUNTRIES[number * number % COUNTRIES.len()].to_owned(),
        position: Position::new((number % 170) as f64 - 85.0, (number % 350) as f64 - 175.0),
        sector: "Apparel".to_owned(),
        workers: Some(u32::try_from(number * 37 % 9000).unwrap()),
        details: vec![("Product".to_owned(), "Knitwear".to_owned())],
        fictional: true,
        ..Draft::default()
    }
}

fn import(db: &Db, scope: &Scope, lines: &[Line]) -> Duration {
    let owner = db
        .write(|tx| organisation::add(tx, scope, OrganisationKind::Brand, "Brand", true, now()))
        .unwrap();
    let header = ["name".to_owned()];
    let new = New {
        stored: Stored {
            hash: Hash([1; 32]),
            size: 1,
        },
        name: "suppliers.csv",
        media_type: "text/csv",
        owner,
        header: &header,
    };
    let id = db
        .write(|tx| supplier::add(tx, scope, &new, now()))
        .unwrap()
        .id;
    db.write(|tx| supplier::map(tx, scope, id, 1, &header, "name", "{}", now()))
        .unwrap();
    let begun = Instant::now();
    db.write(|tx| supplier::import(tx, scope, id, lines, now()))
        .unwrap();
    begun.elapsed()
}

/// The median of some runs.
fn median(mut run: impl FnMut()) -> Duration {
    run();
    let mut times: Vec<Duration> = (0..15)
        .map(|_| {
            let begun = Instant::now();
            run();
            begun.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}

fn show(what: &str, time: Duration) {
    println!("| {what} | {:.3} ms |", time.as_secs_f64() * 1000.0);
}

fn main() {
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let facilities: usize = std::env::var("BENCH_FACILITIES")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(100_000);
    let fresh = Fresh::sqlite();
    let url = std::env::var("BENCH_DATABASE").unwrap_or_else(|_| fresh.url.clone());
    let db = Db::open(&url).unwrap();
    let scope = found(&db).scope;
    println!(
        "{} facilities on {}\n\n| what | time |\n| --- | ---: |",
        facilities,
        db.engine().name()
    );
    let lines: Vec<Line> = (0..facilities)
        .map(|number| Line {
            number: u32::try_from(number + 2).unwrap(),
            input: Input::Facility(draft(number)),
            problems: Vec::new(),
            buyers: Vec::new(),
        })
        .collect();
    let small = lines.len().min(10_000);
    show(
        &format!("import of {small} new rows"),
        import(&db, &scope, &lines[..small]),
    );
    show(
        "the same again, nothing new",
        import(&db, &scope, &lines[..small]),
    );
    show(
        &format!("import of the other {} rows", lines.len() - small),
        import(&db, &scope, &lines[small..]),
    );

    let catalogue = Catalogue::parse(include_str!("../../../catalogue/indicators.toml")).unwrap();
    let today = date(2026, 11, 24);
    let mut ids = Vec::new();
    db.read(|tx| {
        list::for_export(tx, &scope, &Filter::default(), Sort::default(), |record| {
            ids.push(record.facility.id);
            Ok(())
        })
    })
    .unwrap();
    let begun = Instant::now();
    let answered = ids.len().min(20_000);
    for batch in ids[..answered].chunks(500) {
        db.write(|tx| {
            for (number, id) in batch.iter().enumerate() {
                let said = answer::Draft {
                    indicator: "union.present".to_owned(),
                    said: Said::Answered {
                        value: Value::Bool(number % 3 != 0),
                    },
                    source: Source {
                        kind: if number % 2 == 0 { "union" } else { "audit" }.to_owned(),
                        name: String::new(),
                    },
                    day: date(2026, 1, 1 + i8::try_from(number % 28).unwrap()),
                    evidence: vec![Evidence::Note {
                        text: "Said at the visit.".to_owned(),
                    }],
                };
                answer::add(tx, &scope, &catalogue, *id, &said, today, now())?;
            }
            Ok(())
        })
        .unwrap();
    }
    show(
        "one answer with its fold (mean)",
        begun.elapsed() / u32::try_from(answered.max(1)).unwrap(),
    );
    show(
        "tidying the totals",
        median(|| db.write(profile::tidy).unwrap()),
    );

    let brands: Vec<_> = db
        .read(|tx| organisation::list(tx, &scope))
        .unwrap()
        .into_iter()
        .filter(|organisation| organisation.kind == OrganisationKind::Brand)
        .map(|organisation| organisation.id)
        .collect();
    let sort = |order, descending| Sort { order, descending };
    let by_name = Sort::default();
    let cases: Vec<(&str, Filter, Sort, u32)> = vec![
        ("page 1 by name", Filter::default(), by_name, 1),
        ("page 1,000 by name", Filter::default(), by_name, 1000),
        ("last page by name", Filter::default(), by_name, u32::MAX),
        (
            "by workers, most first",
            Filter::default(),
            sort(Order::Workers, true),
            1,
        ),
        (
            "by newest answer",
            Filter::default(),
            sort(Order::Newest, true),
            1,
        ),
        (
            "one country, by name",
            Filter {
                countries: vec!["BD".into()],
                ..Filter::default()
            },
            by_name,
            1,
        ),
        (
            "two countries and two standings, by name",
            Filter {
                countries: vec!["VN".into(), "KH".into()],
                union: vec![Word::VerifiedYes, Word::ClaimedYes],
                ..Filter::default()
            },
            by_name,
            1,
        ),
        (
            "union unknown, by name",
            Filter {
                union: vec![Word::Unknown],
                ..Filter::default()
            },
            by_name,
            1,
        ),
        (
            "nothing matches, by name",
            Filter {
                agreement: vec![Word::Contested],
                ..Filter::default()
            },
            by_name,
            1,
        ),
        (
            "answer since a day, by newest",
            Filter {
                freshness: Some(Freshness::Since(date(2026, 1, 20))),
                ..Filter::default()
            },
            sort(Order::Newest, true),
            1,
        ),
        (
            "no answer, by name",
            Filter {
                freshness: Some(Freshness::Never),
                ..Filter::default()
            },
            by_name,
            1,
        ),
        (
            "a brand with many, by name",
            Filter {
                brand: brands.last().copied(),
                ..Filter::default()
            },
            by_name,
            1,
        ),
        (
            "a brand with some, by workers",
            Filter {
                brand: brands.first().copied(),
                ..Filter::default()
            },
            sort(Order::Workers, true),
            1,
        ),
        (
            "words that few contain",
            Filter {
                text: Some("composite 77777".into()),
                ..Filter::default()
            },
            by_name,
            1,
        ),
        (
            "a word that a quarter contain",
            Filter {
                text: Some("meghna".into()),
                ..Filter::default()
            },
            by_name,
            1,
        ),
        (
            "a word that all contain",
            Filter {
                text: Some("knit".into()),
                ..Filter::default()
            },
            by_name,
            1,
        ),
    ];
    for (what, filter, sort, page) in &cases {
        let mut total = 0;
        let time = median(|| {
            total = db
                .read(|tx| list::list(tx, &scope, filter, *sort, *page))
                .unwrap()
                .total;
        });
        show(&format!("list with total: {what} ({total} match)"), time);
    }
    show(
        "points of the map",
        median(|| {
            drop(
                db.read(|tx| list::points(tx, &scope, &Filter::default()))
                    .unwrap(),
            );
        }),
    );
    show(
        "countries with tallies",
        median(|| drop(db.read(|tx| list::countries_present(tx, &scope)).unwrap())),
    );
    for query in ["padma 4711", "đồng nai", "ai"] {
        let mut hits = 0;
        let time = median(|| {
            hits = db
                .read(|tx| search::find(tx, &scope, query, 20))
                .unwrap()
                .len();
        });
        show(&format!("search \"{query}\" ({hits} shown)"), time);
    }
}
