//! Reads files and prints one reading as JSON a line, for measuring the reader against labelled
//! texts: `cargo run --example score -- FILE...`. A `.json` file with a `text` (and `id`) is read
//! as plain text; any other file is taken as plain text itself.

use documents::read::{Lexicon, read};
use documents::text::Document;
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let lexicon = Lexicon::new()?;
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read_to_string(&path)?;
        let stem = Path::new(&path)
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        let (id, text) = match serde_json::from_str::<serde_json::Value>(&bytes) {
            Ok(record) if record["text"].is_string() => (
                record["id"].as_str().unwrap_or(&stem).to_owned(),
                record["text"].as_str().unwrap_or_default().to_owned(),
            ),
            Ok(_) => continue,
            Err(_) => (stem, bytes),
        };
        println!(
            "{}",
            read(&Document::from_plain(&text), &lexicon).to_record(&id)
        );
    }
    Ok(())
}
