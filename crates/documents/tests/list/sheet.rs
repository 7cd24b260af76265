//! Tables that go out, read again as any other list.

use crate::made::{cells, facilities, table};
use calamine::{Data, Reader};
use documents::list::Format;
use documents::sheet::{Cell, Mark, Sheet, write_csv, write_xlsx};
use jiff::civil::date;

fn sheet() -> Sheet {
    Sheet {
        name: "Facilities: all/2026".to_owned(),
        title: "Suppliers with and without a union".to_owned(),
        about: vec![
            ("Programme".to_owned(), "Orchid (fictional)".to_owned()),
            ("Facilities".to_owned(), "2 of 60".to_owned()),
        ],
        headers: [
            "Name",
            "Country",
            "Workers",
            "Latitude",
            "Longitude",
            "Seen on",
            "Page",
            "Remark",
        ]
        .map(str::to_owned)
        .to_vec(),
        rows: vec![
            vec![
                "Lotus, \"Knit\"".into(),
                "BD".into(),
                1250.into(),
                Cell::Number(23.81),
                Cell::Number(90.41),
                Cell::Date(date(2026, 3, 9)),
                Cell::Link {
                    url: "https://example.org/f/1".to_owned(),
                    text: "open".to_owned(),
                },
                "=1+1".into(),
            ],
            vec![
                "ডেল্টা\nUnit 2".into(),
                "VN".into(),
                Cell::Empty,
                Cell::Empty,
                Cell::Empty,
                Cell::Empty,
                Cell::Empty,
                "+880 1711".into(),
            ],
        ],
        legend: vec![("●".to_owned(), "verified".to_owned())],
    }
}

#[test]
fn a_workbook_of_ours_reads_again_with_its_title_passed_over() {
    let bytes = write_xlsx(&[sheet()]).unwrap();
    let read = table(&bytes);
    assert_eq!((read.format, read.header_row), (Format::Xlsx, Some(6)));
    assert_eq!(read.headers, sheet().headers);
    assert_eq!(
        cells(&read)[0],
        [
            "Lotus, \"Knit\"",
            "BD",
            "1250",
            "23.81",
            "90.41",
            "2026-03-09",
            "open",
            "=1+1"
        ]
    );
    assert_eq!(read.rows[1].cell(0), "ডেল্টা\nUnit 2");
    // A formula in a name must never become one.
    let mut workbook = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let tab = workbook.sheet_names()[0].clone();
    assert_eq!(tab, "Facilities  all 2026");
    assert!(workbook.worksheet_formula(&tab).unwrap().is_empty());
    let range = workbook.worksheet_range(&tab).unwrap();
    assert!(matches!(range.get_value((6, 5)), Some(Data::DateTime(_))));
    assert_eq!(
        range.get_value((3, 0)),
        Some(&Data::String("●: verified".to_owned()))
    );
}

#[test]
fn csv_of_ours_reads_again_and_starts_no_formula() {
    let mut plain = sheet();
    plain.rows[0][6] = "-2+3+cmd|' /C calc'!A0".into();
    for (mark, start) in [(Mark::ForExcel, "\u{feff}Name,"), (Mark::Plain, "Name,")] {
        let bytes = write_csv(&plain, mark);
        let text = std::str::from_utf8(&bytes).unwrap();
        assert!(text.starts_with(start));
        assert!(text.contains(",'=1+1\r\n"), "{text}");
        assert!(text.contains(",'-2+3+cmd|"), "{text}");
        assert!(text.contains(",+880 1711\r\n"), "{text}");
        let read = table(&bytes);
        assert_eq!(read.headers, plain.headers);
        assert_eq!(
            cells(&read)[0],
            [
                "Lotus, \"Knit\"",
                "BD",
                "1250",
                "23.81",
                "90.41",
                "2026-03-09",
                "-2+3+cmd|' /C calc'!A0",
                "=1+1"
            ]
        );
        assert_eq!(read.rows[1].cell(0), "ডেল্টা\nUnit 2");
    }
}

#[test]
fn what_goes_out_comes_in_as_the_same_facilities() {
    let from_csv = facilities(write_csv(&sheet(), Mark::Plain));
    assert_eq!(from_csv.errors, []);
    assert_eq!(from_csv.rows.len(), 2);
    assert_eq!(from_csv.rows[0].workers, Some(1250));
    assert_eq!(
        from_csv.rows[0].position.map(|position| position.latitude),
        Some(23.81)
    );
}

#[test]
fn tabs_get_names_that_spreadsheets_accept() {
    let named = |name: &str| Sheet {
        name: name.to_owned(),
        headers: vec!["Name".to_owned()],
        ..Sheet::default()
    };
    let long = "A name that is far too long for a tab of a workbook";
    let bytes = write_xlsx(&[named(long), named(long), named("['/]"), named("")]).unwrap();
    let workbook = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(
        workbook.sheet_names(),
        [
            "A name that is far too long for",
            "A name that is far too long (2)",
            "List",
            "List (2)"
        ]
    );
}

#[test]
fn more_columns_than_a_worksheet_holds_are_refused() {
    let sheet = Sheet {
        headers: vec!["x".to_owned(); 16_385],
        ..Sheet::default()
    };
    assert!(
        write_xlsx(&[sheet])
            .unwrap_err()
            .to_string()
            .contains("16,384")
    );
}

#[test]
fn text_longer_than_a_cell_is_cut_not_refused() {
    let sheet = Sheet {
        headers: vec!["Name".to_owned()],
        rows: vec![
            vec!["😀".repeat(20_000).into()],
            vec![Cell::Number(f64::NAN)],
            vec![Cell::Date(date(1850, 1, 1))],
        ],
        ..Sheet::default()
    };
    assert!(write_xlsx(&[sheet]).is_ok());
}
