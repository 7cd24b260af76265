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

/// The entries of the manifest that pages load.
const SCRIPT: &str = "src/main.ts";
const STYLE: &str = "src/styles/app.css";

#[derive(Deserialize)]
struct Chunk {
    file: String,
}

/// Addresses of style sheet and script, absent in a build without web assets.
static ADDRESSES: LazyLock<(Option<String>, Option<String>)> = LazyLock::new(|| {
    let manifest: BTreeMap<String, Chunk> = Dist::get(".vite/manifest.json")
        .and_then(|file| serde_json::from_slice(&file.data).ok())
        .unwrap_or_default();
    if manifest.is_empty() {
        tracing::error!(
            "this build has no web assets: run `cargo xtask demo`, or `npm ci && npm run build` in ui/"
        );
    }
    let address = |entry: &str| {
        manifest
            .get(entry)
            .map(|chunk| format!("/assets/{}", chunk.file))
    };
    (address(STYLE), address(SCRIPT))
});

/// Address of the style sheet.
pub(crate) fn style() -> Option<&'static str> {
    ADDRESSES.0.as_deref()
}

/// Address of the script, which only adds.
pub(crate) fn script() -> Option<&'static str> {
    ADDRESSES.1.as_deref()
}

/// Serves one file of the build. Names with a hash never change their content.
pub(crate) async fn serve(Path(path): Path<String>) -> Result<Response, Problem> {
    let file = Dist::get(&path).ok_or(Problem::NotFound)?;
    let kind = HeaderValue::from_str(file.metadata.mimetype()).map_err(Problem::internal)?;
    let hashed = path.contains('-');
    let cache = if hashed {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=86400"
    };
    let mut response = file.data.into_owned().into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    Ok(response)
}
