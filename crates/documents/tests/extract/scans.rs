//! Scans, with and without the programs that can read them.

use super::made::{blocks, fixture, installed, read, read_bytes};
use documents::extract::ExtractError;
use documents::text::Note;

#[test]
fn a_scan_is_recognised_where_tesseract_is_installed() {
    if ["pdftotext", "pdftoppm", "pdfimages", "tesseract"]
        .into_iter()
        .all(installed)
    {
        let document = read("scan.pdf").unwrap();
        assert_eq!(document.notes, vec![Note::Recognised]);
        let texts = blocks(&document);
        assert!(texts.contains(&"Trade union\tnone was found"), "{texts:?}");
        assert!(texts.contains(&"Nine workers were interviewed outside the factory."));
    }
}

#[test]
fn a_scan_without_the_programs_names_the_one_to_install() {
    let bytes = std::fs::read(fixture("scan.pdf")).unwrap();
    let error = read_bytes(&bytes, "scan.pdf").unwrap_err();
    assert_eq!(error.code(), "extract-tool-missing");
    assert_eq!(
        error.arguments(),
        [
            ("tool", "tesseract".to_owned()),
            ("package", "tesseract-ocr".to_owned())
        ]
    );
    assert!(error.is_passing());
    assert!(matches!(error, ExtractError::ToolMissing { .. }));
}
