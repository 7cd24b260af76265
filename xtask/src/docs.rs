//! `cargo xtask docs`: the handbook and the documentation of the code.
//!
//! It writes into the build folder only.

use anyhow::Result;

use crate::step::{Step, is_installed, target};

/// Builds the API documentation, and the handbook where mdBook is installed.
pub(crate) fn run() -> Result<()> {
    Step::cargo(["doc", "--workspace", "--no-deps"]).run()?;
    println!(
        "The code: {}",
        target().join("doc/domain/index.html").display()
    );
    let book = target().join("handbook");
    if is_installed("mdbook") {
        Step::new("mdbook", ["build", "docs", "--dest-dir"])
            .arg(&book)
            .run()?;
        println!("The handbook: {}", book.join("index.html").display());
    } else {
        println!(
            "The handbook was left out: mdBook is not installed. `cargo install --locked mdbook` \
             installs it; the pages can be read in docs/src without it."
        );
    }
    Ok(())
}
