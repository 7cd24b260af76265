//! Reads files and prints one reading as JSON a line, for measuring the reader against labelled
//! texts: `cargo run --example score -- FILE...`. A `.json` file with a `text` (and `id`) is read
//! as plain text; any other file is extracted first, and its name without the ending is its id.

use documents::extract::{Limits, extract};
use documents::read::{Lexicon, read};
use documents::text::Document;
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let lexicon = Lexicon::new()?;
    for name in std::env::args().skip(1) {
        let path = Path::new(&name);
        let stem = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let (id, document) = if path.extension().is_some_and(|ending| ending == "json") {
            let record: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path)?)?;
            let Some(text) = record["text"].as_str() else {
                continue;
            };
            (
                record["id"].as_str().unwrap_or(&stem).to_owned(),
                Document::from_plain(text),
            )
        } else {
            (stem, extract(path, &name, &Limits::default())?)
        };
        println!("{}", read(&document, &lexicon).to_record(&id));
    }
    Ok(())
}
