//! Lists that can be read, and what is said about them.

use crate::made::*;
use documents::list::{self, Choice, Format, Limits, Mark, Note};

const LINES: &str = "Factory;Address;Country\nLotus Knit;Plot 7, Savar;BD\nDelta Sew;\"12 Mill Rd\n2nd floor\";VN\n\nRiver Dye;5 Quay;KH\n";

#[test]
fn each_separator_is_found_though_cells_hold_the_others() {
    for separator in [',', ';', '\t', '|'] {
        let text = format!(
            "name{separator}address{separator}country\n\"Lotus, Knit; A|B\"{separator}\"Plot 7, Road; 5\"{separator}BD\nDelta{separator}\"1, 2\"{separator}VN\n"
        );
        let table = table(text);
        assert_eq!(table.separator, Some(separator));
        assert_eq!(table.headers, ["name", "address", "country"]);
        assert_eq!(table.rows[0].cell(0), "Lotus, Knit; A|B");
    }
    let decimal = table("name;lat;lng\nA;23,81;90,41\nB;23,82;90,42\n");
    assert_eq!(decimal.separator, Some(';'));
    let stated = table("sep=|\nname|country\nA, B|BD\n");
    assert_eq!((stated.separator, stated.header_row), (Some('|'), Some(2)));
    // A separator that would cut letters in two is not taken.
    let choice = Choice {
        separator: Some('é'),
        ..Choice::default()
    };
    let text = "name,country\nCafé,BD\n".as_bytes();
    let chosen = list::open_with(text, "", &Limits::default(), &choice).unwrap();
    assert_eq!(chosen.separator, Some(','));
}

#[test]
fn rows_keep_the_numbers_a_spreadsheet_shows_them_with() {
    for ending in ["\n", "\r\n", "\r"] {
        let table = table(LINES.replace('\n', ending));
        let numbers: Vec<u32> = table.rows.iter().map(|row| row.number).collect();
        assert_eq!(
            (table.header_row, numbers),
            (Some(1), vec![2, 3, 5]),
            "{ending:?}"
        );
        assert_eq!(
            table.rows[1].cell(1),
            format!("12 Mill Rd{ending}2nd floor")
        );
    }
}

#[test]
fn encodings_are_found_by_mark_by_zeros_and_by_letters() {
    let text = "naam,adres,land\nČeská šička,Žižkova 5,CZ\n";
    let utf16 = |big: bool| -> Vec<u8> {
        let pair = |unit: u16| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        };
        text.encode_utf16().flat_map(pair).collect()
    };
    let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), "UTF-8"),
        (marked(b"\xef\xbb\xbf", text.as_bytes()), "UTF-8"),
        (marked(b"\xff\xfe", &utf16(false)), "UTF-16LE"),
        (marked(b"\xfe\xff", &utf16(true)), "UTF-16BE"),
        (utf16(false), "UTF-16LE"),
        (utf16(true), "UTF-16BE"),
    ] {
        let table = table(bytes);
        assert_eq!(table.encoding, Some(encoding));
        assert_eq!(table.headers[0], "naam");
        assert_eq!(table.rows[0].cell(0), "Česká šička");
    }
}

#[test]
fn an_old_encoding_is_guessed_with_a_note_and_can_be_chosen() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode("Nombre;Dirección;País\nConfección Peña;Calle Muñoz 5;ES\nAlgodón Ibáñez;Av. Constitución;ES\n");
    let guessed = table(&bytes);
    assert_eq!(guessed.rows[0].cell(0), "Confección Peña");
    assert_eq!(notes(&guessed), ["list-note-encoding-guessed"]);
    let (bytes, _, _) = encoding_rs::GBK.encode("工厂名称,地址,国家\n莲花针织有限公司,苏州市工业园区七号,中国\n三角洲服装厂,广州市白云区五号,中国\n");
    assert_eq!(table(&bytes).rows[0].cell(0), "莲花针织有限公司");
    let choice = Choice {
        encoding: Some("gbk".to_owned()),
        ..Choice::default()
    };
    let chosen = list::open_with(&bytes, "list.csv", &Limits::default(), &choice).unwrap();
    assert_eq!((chosen.encoding, notes(&chosen)), (Some("GBK"), vec![]));
}

#[test]
fn titles_above_the_headers_are_passed_over() {
    let table = table(
        "Supplier list of Orchid Brands,,\nAs of March 2026,,\n,,\nFactory name,Full address,Country\nLotus,Plot 7,BD\n",
    );
    assert_eq!(
        (table.header_row, table.headers.len(), table.rows.len()),
        (Some(4), 3, 1)
    );
    assert_eq!(table.notes, [Note::LinesSkipped { count: 2 }]);
}

#[test]
fn unknown_headers_are_headers_and_a_list_without_any_gets_letters() {
    let strange = table("Alpha,Beta,Gamma\nLotus,Plot 7,BD\nDelta,Quay 5,VN\n");
    assert_eq!((strange.header_row, strange.rows.len()), (Some(1), 2));
    let bare = table("Lotus,Plot 7,BD\nDelta,Quay 5,VN\n");
    assert_eq!((bare.header_row, bare.rows.len()), (None, 2));
    assert_eq!(bare.headers, ["A", "B", "C"]);
    assert_eq!(notes(&bare), ["list-note-no-headers"]);
    let choice = Choice {
        header_row: Some(1),
        ..Choice::default()
    };
    let chosen = list::open_with(
        b"Lotus,Plot 7,BD\nDelta,Quay 5,VN\n",
        "",
        &Limits::default(),
        &choice,
    )
    .unwrap();
    assert_eq!(chosen.headers, ["Lotus", "Plot 7", "BD"]);
}

#[test]
fn headers_that_stand_twice_get_numbers() {
    let table = table("Name,Brand,brand,,Brand (2)\nLotus,A,B,C,D\n");
    assert_eq!(
        table.headers,
        ["Name", "Brand", "brand (2)", "D", "Brand (2) (2)"]
            .map(str::to_owned)
            .to_vec()
    );
    assert_eq!(
        notes(&table)
            .iter()
            .filter(|code| **code == "list-note-header-twice")
            .count(),
        2
    );
}

#[test]
fn two_hundred_columns_are_no_trouble() {
    let headers: Vec<String> = (0..200).map(|at| format!("Column {at}")).collect();
    let values: Vec<String> = (0..200).map(|at| at.to_string()).collect();
    let table = table(format!(
        "Name,Country,{}\nLotus,BD,{}\n",
        headers.join(","),
        values.join(",")
    ));
    assert_eq!((table.headers.len(), table.rows[0].cell(201)), (202, "199"));
}

#[test]
fn a_workbook_is_read_by_content_whatever_its_name() {
    let rows = row(1, &["Name", "Country"]) + &row(3, &["Lotus &amp; Sons", "BD"]);
    let bytes = xlsx(&[("List", &rows, "")]);
    let table = list::open(&bytes, "list.csv", &Limits::default()).unwrap();
    assert_eq!((table.format, table.rows[0].number), (Format::Xlsx, 3));
    assert_eq!(cells(&table), [["Lotus & Sons", "BD"]]);
    assert_eq!(
        table.notes,
        [Note::WrongName {
            format: Format::Xlsx
        }]
    );
}

#[test]
fn the_sheet_with_the_most_rows_is_taken_and_another_can_be_chosen() {
    let small = row(1, &["How to fill this list"]) + &row(2, &["Use English"]);
    let large =
        row(1, &["Name", "Country"]) + &row(2, &["Lotus", "BD"]) + &row(3, &["Delta", "VN"]);
    let bytes = xlsx(&[("Read me", &small, ""), ("Facilities", &large, "")]);
    let taken = table(&bytes);
    assert_eq!(
        (taken.sheet.as_deref(), taken.sheets.len()),
        (Some("Facilities"), 2)
    );
    assert_eq!(notes(&taken), ["list-note-other-sheets"]);
    let choose = |sheet: &str| {
        let choice = Choice {
            sheet: Some(sheet.to_owned()),
            ..Choice::default()
        };
        list::open_with(&bytes, "", &Limits::default(), &choice)
    };
    assert_eq!(choose("Read me").unwrap().sheet.as_deref(), Some("Read me"));
    assert_eq!(choose("Missing").unwrap_err().code(), "list-no-such-sheet");
}

#[test]
fn saved_results_of_formulas_are_taken_and_missing_ones_flagged() {
    let rows = row(1, &["Name", "Country", "Workers"])
        + r#"<row r="2"><c r="A2" t="str"><f>A9</f><v>Lotus</v></c><c r="B2" t="inlineStr"><is><t>BD</t></is></c><c r="C2"><f>1+2</f><v>300</v></c></row>"#
        + r#"<row r="3"><c r="A3" t="inlineStr"><is><t>Delta</t></is></c><c r="B3" t="inlineStr"><is><t>VN</t></is></c><c r="C3"><f>1+2</f></c></row>"#
        + r#"<row r="4"><c r="A4" t="inlineStr"><is><t>River</t></is></c><c r="B4" t="inlineStr"><is><t>KH</t></is></c><c r="C4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>"#;
    let bytes = xlsx(&[("List", &rows, "")]);
    let read = table(&bytes);
    assert_eq!(read.notes, [Note::Formulas { count: 4 }]);
    let marks: Vec<(u32, Mark)> = read
        .flags
        .iter()
        .map(|flag| (flag.row, flag.mark))
        .collect();
    assert_eq!(
        marks,
        [(3, Mark::FormulaWithoutValue), (4, Mark::ErrorValue)]
    );
    let report = facilities(&bytes);
    assert_eq!(
        remarks(&report),
        [
            (3, "C", "row-formula-without-value"),
            (4, "C", "row-cell-error")
        ]
    );
    let taken: Vec<_> = report
        .rows
        .iter()
        .map(|row| (row.name.as_str(), row.workers))
        .collect();
    assert_eq!(taken, [("Lotus", Some(300)), ("River", None)]);
}

#[test]
fn cells_merged_downwards_give_each_row_their_value() {
    let rows = row(1, &["Country", "Name", "Address"])
        + &row(2, &["BD", "Lotus", "Plot 7"])
        + &row(3, &["", "Delta", "Quay 5"])
        + &row(4, &["VN", "River", "Mill 1"]);
    let merged =
        r#"<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="B4:C4"/></mergeCells>"#;
    let read = table(xlsx(&[("List", &rows, merged)]));
    assert_eq!(cells(&read)[1], ["BD", "Delta", "Quay 5"]);
    assert_eq!(read.notes, [Note::Merged { count: 1 }]);

    let text = |cell: &str| {
        format!(
            r#"<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>"#
        )
    };
    let rows = ods_row(&["Country", "Name"])
        + r#"<table:table-row><table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>BD</text:p></table:table-cell>"#
        + &text("Lotus")
        + "</table:table-row>"
        + "<table:table-row><table:covered-table-cell/>"
        + &text("Delta")
        + "</table:table-row>"
        + &ods_row(&["", "River"]);
    let read = table(ods(&[("List", &rows)]));
    assert_eq!(
        cells(&read),
        [vec!["BD", "Lotus"], vec!["BD", "Delta"], vec!["", "River"]]
    );
    assert_eq!(read.notes, [Note::Merged { count: 1 }]);
}

#[test]
fn an_opendocument_sheet_is_read_with_exact_numbers_and_repeats() {
    let rows = ods_row(&["Name", "Country", "Lat"])
        + r#"<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>"#
        + r#"<table:table-row><table:table-cell office:value-type="string"><text:p>Lotus</text:p><text:p>Unit<text:s text:c="2"/>2</text:p><office:annotation><text:p>a comment</text:p></office:annotation></table:table-cell><table:table-cell office:value-type="string"><text:p>BD</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="23.8103"><text:p>23.8</text:p></table:table-cell></table:table-row>"#
        + r#"<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    let read = table(ods(&[("Notes", ""), ("List", &rows)]));
    assert_eq!(read.format, Format::Ods);
    assert_eq!(cells(&read), [["Lotus\nUnit  2", "BD", "23.8103"]]);
    assert_eq!(read.rows[0].number, 5);
}

#[test]
fn text_that_looks_like_a_formula_stays_text_with_a_note() {
    let read = table(
        "Name,Country,Phone,Code\n\"=HYPERLINK(\"\"http://x\"\")\",BD,+880 1711-000,\"=\"\"00123\"\"\"\n",
    );
    assert_eq!(
        cells(&read),
        [["=HYPERLINK(\"http://x\")", "BD", "+880 1711-000", "00123"]]
    );
    assert_eq!(read.notes, [Note::FormulaText { count: 1 }]);
}

#[test]
fn a_very_long_cell_is_cut_and_flagged() {
    let read = table(format!("Name,Country\n{},BD\n", "ñ".repeat(9_000)));
    assert_eq!(read.rows[0].cell(0).chars().count(), 8_000);
    assert_eq!(read.notes, [Note::Cut { count: 1 }]);
}
