//! What the fuzz targets share: small limits, packages around a part, and the promises that every
//! document has to keep.

use documents::extract::{self, ExtractError, Limits, Tools};
use documents::text::{BlockKind, Document};
use std::io::{Cursor, Write};
use std::time::Duration;
use zip::write::SimpleFileOptions;

/// Limits under which a run is quick, and no installed program is used.
pub fn limits() -> Limits {
    Limits {
        bytes: 1 << 20,
        text: 1 << 20,
        unpacked: 8 << 20,
        pages: 50,
        time: Duration::from_secs(5),
        tools: Tools::None,
        ..Limits::default()
    }
}

/// Reads bytes and checks what comes out.
pub fn read(bytes: &[u8], name: &str) {
    check(extract::extract_bytes(bytes, name, &limits()));
}

/// A zip package of the given parts.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .expect("a part begins");
        writer.write_all(content).expect("a part is written");
    }
    writer.finish().expect("a package ends").into_inner()
}

/// Stops the run where a promise of `documents::text` is broken.
pub fn check(result: Result<Document, ExtractError>) {
    let document = match result {
        Ok(document) => document,
        Err(ExtractError::Timeout { .. }) => panic!("a small file took too long"),
        Err(_) => return,
    };
    let mut end = 0;
    for block in &document.blocks {
        assert!(block.range.start >= end && block.range.end > block.range.start);
        assert_eq!(document.text[end..block.range.start].trim(), "");
        let text = &document.text[block.range.clone()];
        assert_eq!(text.trim_end(), text);
        assert!(block.kind == BlockKind::Row || text.trim_start() == text);
        end = block.range.end;
    }
    assert_eq!(document.text[end..].trim(), "");
    let mut end = 0;
    for page in &document.pages {
        assert!(page.start >= end && page.end >= page.start);
        assert_eq!(document.text[end..page.start].trim(), "");
        end = page.end;
    }
}
