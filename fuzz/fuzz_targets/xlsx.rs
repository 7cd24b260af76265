//! Workbooks: the input is the only sheet of an XLSX file, the content of an ODS file if its first
//! byte says so, or a whole package if it looks like one.
#![no_main]

use libfuzzer_sys::fuzz_target;

const BOOK: &[u8] = b"<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
const LINKS: &[u8] = b"<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
const WORDS: &[u8] = b"<sst><si><t>Union?</t></si><si><t>No</t></si></sst>";

fuzz_target!(|bytes: &[u8]| {
    match bytes {
        [b'P', b'K', ..] => fuzz::read(bytes, "a.xlsx"),
        [b'o', content @ ..] => fuzz::read(
            &fuzz::package(&[
                ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", content),
            ]),
            "a.ods",
        ),
        sheet => fuzz::read(
            &fuzz::package(&[
                ("xl/workbook.xml", BOOK),
                ("xl/_rels/workbook.xml.rels", LINKS),
                ("xl/sharedStrings.xml", WORDS),
                ("xl/worksheets/sheet1.xml", sheet),
            ]),
            "a.xlsx",
        ),
    }
});
