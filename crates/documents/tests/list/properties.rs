//! What holds for every file, whatever its bytes.

use crate::made::{open, pack, row, xlsx};
use documents::list::{self, mapping};
use documents::sheet::{Cell, Mark, Sheet, write_csv, write_xlsx};
use proptest::prelude::*;

/// Reads bytes as far as they can be read; the point is that it comes back.
fn read_all(bytes: &[u8]) {
    if let Ok(table) = open(bytes) {
        let mapping = mapping::guess(&table.headers, &table.rows);
        let report = list::facility_rows(&table, &mapping);
        assert!(report.rows.len() + report.refused + report.duplicates.len() == table.rows.len());
    }
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z]{1,8}",
        "[ -~]{0,12}",
        "\\PC{0,6}",
        Just("line\nbreak".to_owned()),
        Just("say \"this\"; or, that|".to_owned()),
        Just("=1+1".to_owned()),
        // Apostrophes that were there before ours.
        Just("'-".to_owned()),
        Just("''=1+1".to_owned()),
    ]
}

fn sheet(rows: &[Vec<String>]) -> Sheet {
    Sheet {
        headers: ["name", "address", "country"].map(str::to_owned).to_vec(),
        rows: rows
            .iter()
            .map(|row| row.iter().map(|cell| Cell::from(cell.as_str())).collect())
            .collect(),
        ..Sheet::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes_come_back(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        read_all(&bytes);
    }

    #[test]
    fn any_text_comes_back(text in "[,;\t|\"\r\n a-zA-Z0-9é中°'=+.-]{0,300}") {
        read_all(text.as_bytes());
    }

    #[test]
    fn a_workbook_with_changed_bytes_comes_back(at in 0_usize..1400, value: u8, cut in 0_usize..1400) {
        let mut bytes = xlsx(&[("List", &(row(1, &["Name", "Country"]) + &row(2, &["Lotus", "BD"])), "")]);
        let length = bytes.len();
        bytes[at % length] = value;
        read_all(&bytes);
        read_all(&bytes[..cut % length]);
    }

    #[test]
    fn any_content_of_a_spreadsheet_comes_back(xml in "(<table:table>|<table:table-row>|<table:table-cell>|</table:table-row>|<text:p>x|</text:p>|</table:table-cell>|<table:covered-table-cell/>|&amp;|&#0;|</table:table>|<a b=){0,20}") {
        read_all(&pack(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &xml)]));
        read_all(&xlsx(&[("List", &xml.replace("table:table-cell", "c").replace("table:table-row", "row"), "")]));
    }

    #[test]
    fn rows_keep_their_count_and_numbers(
        rows in proptest::collection::vec((any::<bool>(), proptest::collection::vec(cell(), 3)), 1..12),
    ) {
        let mut text = String::from("name,address,country\r\n");
        let mut numbers = Vec::new();
        let mut number = 1;
        for (blank_before, cells) in &rows {
            if *blank_before {
                text.push_str("\r\n");
                number += 1;
            }
            number += 1;
            numbers.push(number);
            let quoted: Vec<String> =
                cells.iter().map(|cell| format!("\"x{}\"", cell.replace('"', "\"\""))).collect();
            text.push_str(&quoted.join(","));
            text.push_str("\r\n");
        }
        let table = open(&text).unwrap();
        let read: Vec<u32> = table.rows.iter().map(|row| row.number).collect();
        prop_assert_eq!(read, numbers);
        for ((_, cells), row) in rows.iter().zip(&table.rows) {
            for (at, cell) in cells.iter().enumerate() {
                prop_assert_eq!(row.cell(at), format!("x{cell}"));
            }
        }
    }

    #[test]
    fn what_is_written_is_what_is_read(
        rows in proptest::collection::vec(proptest::collection::vec(cell(), 3), 1..8),
    ) {
        // A first cell that holds something keeps the row from being blank.
        let rows: Vec<Vec<String>> = rows
            .into_iter()
            .enumerate()
            .map(|(at, mut row)| {
                row[0] = format!("Facility {at}");
                row
            })
            .collect();
        for bytes in [write_csv(&sheet(&rows), Mark::ForExcel), write_xlsx(&[sheet(&rows)]).unwrap()] {
            let table = open(&bytes).unwrap();
            prop_assert_eq!(table.rows.len(), rows.len());
            for (row, read) in rows.iter().zip(&table.rows) {
                for (at, cell) in row.iter().enumerate() {
                    prop_assert_eq!(read.cell(at), cell.as_str());
                }
            }
        }
    }
}
