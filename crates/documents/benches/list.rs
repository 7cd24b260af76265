//! How fast a supplier list of 10,000 rows is previewed: read, mapped, and turned into
//! facilities. Beside it the bare reader of the same bytes, which is the floor: nothing can read
//! the list faster than the library under it. Prints one line a format; the best of nine runs.
#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot go on should stop"
)]

use calamine::Reader;
use documents::list::{self, Limits, mapping};
use documents::sheet::{Cell, Mark, Sheet, write_csv, write_xlsx};
use std::io::Cursor;
use std::time::{Duration, Instant};

const ROWS: u32 = 10_000;
const RUNS: u32 = 9;

fn sheet() -> Sheet {
    let headers = [
        "country",
        "name",
        "address",
        "sector",
        "number_of_workers",
        "facility_type",
        "processing_type",
        "product_type",
        "parent_company",
        "lat",
        "lng",
        "remark",
    ];
    let rows = (0..ROWS)
        .map(|at| {
            vec![
                ["Bangladesh", "Viet Nam", "Türkiye", "KH"][at as usize % 4].into(),
                format!("Fictional Knitwear {at} Co., Ltd.").into(),
                format!(
                    "Plot {at}, Block {}, Imaginary Industrial Zone, Savar",
                    at % 40
                )
                .into(),
                "Apparel".into(),
                (200 + at % 3_000).into(),
                "Final product assembly".into(),
                "Cutting, sewing".into(),
                "T-shirts, polo shirts".into(),
                format!("Fictional Group {}", at % 100).into(),
                Cell::Number(23.0 + f64::from(at % 100) / 100.0),
                Cell::Number(90.0 + f64::from(at % 100) / 100.0),
                format!("line {at} of the list").into(),
            ]
        })
        .collect();
    Sheet {
        headers: headers.map(str::to_owned).to_vec(),
        rows,
        ..Sheet::default()
    }
}

fn best(mut run: impl FnMut() -> usize) -> Duration {
    (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            assert_eq!(std::hint::black_box(run()), ROWS as usize);
            start.elapsed()
        })
        .min()
        .unwrap()
}

fn preview(bytes: &[u8]) -> usize {
    let table = list::open(bytes, "list", &Limits::default()).unwrap();
    let mapping = mapping::guess(&table.headers, &table.rows);
    list::facility_rows(&table, &mapping).rows.len()
}

fn opened(bytes: &[u8]) -> usize {
    list::open(bytes, "list", &Limits::default())
        .unwrap()
        .rows
        .len()
}

fn bare_csv(bytes: &[u8]) -> usize {
    csv::Reader::from_reader(bytes)
        .records()
        .map(Result::unwrap)
        .count()
}

fn bare_workbook(bytes: &[u8]) -> usize {
    let mut workbook = calamine::Xlsx::new(Cursor::new(bytes)).unwrap();
    workbook.worksheet_range_at(0).unwrap().unwrap().height() - 1
}

fn line(name: &str, bytes: &[u8], floor: impl Fn(&[u8]) -> usize) {
    let floor = best(|| floor(bytes));
    let open = best(|| opened(bytes));
    let preview = best(|| preview(bytes));
    let ratio = |time: Duration| time.as_secs_f64() / floor.as_secs_f64();
    println!(
        "{name:<5} {:>9.1} ms {:>9.1} ms ({:>4.1}x) {:>9.1} ms ({:>4.1}x) {:>9.0} rows/s",
        floor.as_secs_f64() * 1e3,
        open.as_secs_f64() * 1e3,
        ratio(open),
        preview.as_secs_f64() * 1e3,
        ratio(preview),
        f64::from(ROWS) / preview.as_secs_f64(),
    );
}

fn main() {
    let sheet = sheet();
    println!(
        "{ROWS} rows of {} columns, best of {RUNS}",
        sheet.headers.len()
    );
    println!("       bare reader          opened               previewed");
    line("CSV", &write_csv(&sheet, Mark::Plain), bare_csv);
    line("XLSX", &write_xlsx(&[sheet]).unwrap(), bare_workbook);
}
