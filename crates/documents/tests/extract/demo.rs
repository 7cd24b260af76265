//! The audit reports of the demo, whose sources are plain text: every sentence of a source is
//! found, word for word and in one block, in the file that was made from it.

use super::made::{installed, normal};
use documents::extract::{self, Limits};
use std::path::Path;

#[test]
fn every_sentence_of_the_demo_audits_is_found_in_one_block() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/audits");
    let mut files = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let stem = name.split('.').next().unwrap();
        let source = folder.join("sources").join(format!("{stem}.txt"));
        // A scan has one more ending, and what is recognised may hold mistakes.
        let read = match name.split('.').skip(1).collect::<Vec<_>>().as_slice() {
            ["docx" | "xlsx" | "html"] => true,
            ["pdf"] => installed("pdftotext"),
            _ => false,
        };
        if !read || !source.exists() {
            continue;
        }
        files += 1;
        let document = extract::extract(&path, &name, &Limits::default()).unwrap();
        let blocks: Vec<String> = super::made::blocks(&document)
            .into_iter()
            .map(normal)
            .collect();
        for sentence in sentences(&std::fs::read_to_string(source).unwrap()) {
            assert!(
                blocks.iter().any(|block| block.contains(&sentence)),
                "{name} lacks {sentence:?}"
            );
        }
    }
    assert!(files >= 4, "the demo has audits to read");
}

/// Sentences of prose lines; marks of headings, tables and directives are the source's own.
fn sentences(source: &str) -> Vec<String> {
    source
        .lines()
        .filter(|line| line.starts_with(char::is_alphabetic))
        .flat_map(|line| line.split_inclusive(". "))
        .map(normal)
        .filter(|sentence| sentence.len() > 20)
        .collect()
}
