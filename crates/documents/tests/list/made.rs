//! Files made for the tests, part by part, so that they can be wrong in exactly one way.

use documents::list::{self, Limits, ListError, RowsReport, Table};
use std::fmt::Write as _;
use std::io::Write as _;
use zip::write::SimpleFileOptions;

pub(crate) fn open(bytes: impl AsRef<[u8]>) -> Result<Table, ListError> {
    list::open(bytes.as_ref(), "list", &Limits::default())
}

pub(crate) fn table(bytes: impl AsRef<[u8]>) -> Table {
    open(bytes).unwrap()
}

/// What the list holds under the mapping that is guessed for it.
pub(crate) fn facilities(bytes: impl AsRef<[u8]>) -> RowsReport {
    let table = table(bytes);
    let mapping = list::mapping::guess(&table.headers, &table.rows);
    assert_eq!(mapping.check(&table), []);
    list::facility_rows(&table, &mapping)
}

pub(crate) fn cells(table: &Table) -> Vec<Vec<&str>> {
    table.rows.iter().map(|row| row.cells().collect()).collect()
}

/// Codes of the notes of a table.
pub(crate) fn notes(table: &Table) -> Vec<&'static str> {
    table.notes.iter().map(list::Note::code).collect()
}

/// Row, letter and code of each remark.
pub(crate) fn remarks(report: &RowsReport) -> Vec<(u32, &str, &str)> {
    report
        .errors
        .iter()
        .map(|error| {
            (
                error.row,
                error
                    .column
                    .as_ref()
                    .map_or("", |place| place.letter.as_str()),
                error.code,
            )
        })
        .collect()
}

pub(crate) fn pack(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        // The type of an OpenDocument file stands in it unpacked.
        let method = match *name {
            "mimetype" => zip::CompressionMethod::Stored,
            _ => zip::CompressionMethod::Deflated,
        };
        let options = SimpleFileOptions::default().compression_method(method);
        archive.start_file(*name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A workbook whose sheets are given as the XML of their rows and what follows them.
pub(crate) fn xlsx(sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const DOC: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACK: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let (mut listed, mut related) = (String::new(), String::new());
    let mut parts: Vec<(String, String)> = Vec::new();
    for (at, (name, rows, after)) in sheets.iter().enumerate() {
        let id = at + 1;
        write!(
            listed,
            r#"<sheet name="{name}" sheetId="{id}" r:id="rId{id}"/>"#
        )
        .unwrap();
        write!(related, r#"<Relationship Id="rId{id}" Type="{DOC}/worksheet" Target="worksheets/sheet{id}.xml"/>"#).unwrap();
        parts.push((
            format!("xl/worksheets/sheet{id}.xml"),
            format!(r#"<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>"#),
        ));
    }
    parts.push((
        "[Content_Types].xml".into(),
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#.into(),
    ));
    parts.push(("_rels/.rels".into(), format!(r#"<Relationships xmlns="{PACK}"><Relationship Id="rId1" Type="{DOC}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#)));
    parts.push((
        "xl/workbook.xml".into(),
        format!(r#"<workbook xmlns="{MAIN}" xmlns:r="{DOC}"><sheets>{listed}</sheets></workbook>"#),
    ));
    parts.push((
        "xl/_rels/workbook.xml.rels".into(),
        format!(r#"<Relationships xmlns="{PACK}">{related}</Relationships>"#),
    ));
    let parts: Vec<(&str, &str)> = parts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    pack(&parts)
}

/// A row of text cells for [`xlsx`].
pub(crate) fn row(number: u32, cells: &[&str]) -> String {
    let mut xml = format!(r#"<row r="{number}">"#);
    for (at, cell) in cells.iter().enumerate() {
        if !cell.is_empty() {
            let place = list::letter(at);
            write!(
                xml,
                r#"<c r="{place}{number}" t="inlineStr"><is><t>{cell}</t></is></c>"#
            )
            .unwrap();
        }
    }
    xml + "</row>"
}

/// A spreadsheet of OpenDocument whose sheets are given as the XML of their rows.
pub(crate) fn ods(sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut tables = String::new();
    for (name, rows) in sheets {
        write!(
            tables,
            r#"<table:table table:name="{name}">{rows}</table:table>"#
        )
        .unwrap();
    }
    pack(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        (
            "content.xml",
            &format!(
                r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
            ),
        ),
    ])
}

/// A row of text cells for [`ods`].
pub(crate) fn ods_row(cells: &[&str]) -> String {
    let mut xml = String::from("<table:table-row>");
    for cell in cells {
        if cell.is_empty() {
            xml.push_str("<table:table-cell/>");
        } else {
            write!(xml, r#"<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>"#).unwrap();
        }
    }
    xml + "</table:table-row>"
}
