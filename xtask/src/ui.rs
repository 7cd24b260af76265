//! Building the styles and scripts that the program carries in itself.
//!
//! It calls npm in `ui/` and knows when the build is older than its sources.
//! It never touches the Rust side.

use std::path::Path;
use std::time::SystemTime;

use anyhow::Result;

use crate::step::{Step, root};

/// Installs the packages named in `ui/package-lock.json`, if that file changed since.
pub(crate) fn install() -> Result<()> {
    let lock = root().join("ui/package-lock.json");
    let installed = root().join("ui/node_modules/.package-lock.json");
    if modified(&installed) < modified(&lock) || modified(&installed).is_none() {
        Step::new("npm", ["ci", "--no-audit", "--no-fund"])
            .within("ui")
            .run()?;
    }
    Ok(())
}

/// Builds `ui/dist` if a source is newer than it.
pub(crate) fn build_if_stale() -> Result<()> {
    let built = modified(&root().join("ui/dist/.vite/manifest.json"));
    let sources = ["src", "public", "package-lock.json", "vite.config.ts"]
        .iter()
        .filter_map(|name| newest(&root().join("ui").join(name)))
        .chain(newest(&root().join("crates/amplify/templates")))
        .max();
    if built.is_none() || built < sources {
        install()?;
        Step::new("npm", ["run", "build"]).within("ui").run()?;
    }
    Ok(())
}

fn modified(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|about| about.modified()).ok()
}

/// The time of the newest file in a folder, or of the file itself.
fn newest(path: &Path) -> Option<SystemTime> {
    if !path.is_dir() {
        return modified(path);
    }
    path.read_dir()
        .ok()?
        .filter_map(Result::ok)
        .filter_map(|entry| newest(&entry.path()))
        .max()
}
