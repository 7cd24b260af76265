//! DOCX: the input is the main part of a document, or a whole package if it looks like one.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        fuzz::read(bytes, "a.docx");
    } else {
        fuzz::read(&fuzz::package(&[("word/document.xml", bytes)]), "a.docx");
    }
});
