//! Styles, scripts and fonts, built by Vite and embedded in the binary. Their names carry a hash
//! of their content, so browsers may keep them for good.

use crate::web::problem::Problem;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "../../ui/dist"]
struct Dist;

/// The entry of the manifest that pages load.
const ENTRY: &str = "src/main.ts";

#[derive(Deserialize)]
struct Chunk {
    file: String,
    #[serde(default)]
    css: Vec<String>,
}

struct Entry {
    script: Option<String>,
    styles: Vec<String>,
}

static MAIN: LazyLock<Entry> = LazyLock::new(|| {
    let manifest: BTreeMap<String, Chunk> = Dist::get(".vite/manifest.json")
        .and_then(|file| serde_json::from_slice(&file.data).ok())
        .unwrap_or_default();
    manifest.get(ENTRY).map_or_else(
        || {
            tracing::error!("this build has no web assets: run `cargo xtask demo`, or `npm ci && npm run build` in ui/");
            Entry { script: None, styles: Vec::new() }
        },
        |chunk| Entry {
            script: Some(format!("/{}", chunk.file)),
            styles: chunk.css.iter().map(|file| format!("/{file}")).collect(),
        },
    )
});

/// Addresses of the style sheets.
pub(crate) fn styles() -> &'static [String] {
    &MAIN.styles
}

/// Address of the script.
pub(crate) fn script() -> Option<&'static str> {
    MAIN.script.as_deref()
}

/// Serves one file of the build.
pub(crate) async fn serve(Path(path): Path<String>) -> Result<Response, Problem> {
    file(&format!("assets/{path}"), "public, max-age=31536000, immutable")
}

/// The icon in the browser's tab.
pub(crate) async fn favicon() -> Result<Response, Problem> {
    file("favicon.svg", "public, max-age=86400")
}

fn file(path: &str, cache: &'static str) -> Result<Response, Problem> {
    let file = Dist::get(path).ok_or(Problem::NotFound)?;
    let kind = HeaderValue::from_str(file.metadata.mimetype()).map_err(Problem::internal)?;
    let mut response = file.data.into_owned().into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    Ok(response)
}
