//! What every request passes before and after its handler: headers that keep the browser strict,
//! the same-origin rule for writes, and one log line and one count per request. The log never
//! holds a query, a body, a cookie or an address of a person.

use crate::web::problem::Problem;
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::time::Instant;

/// Scripts, styles, fonts and pictures come from this server alone; nothing inline runs.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
     img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; \
     form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'";

/// Paths that answer without a session and without the database.
pub(crate) fn is_open_path(path: &str) -> bool {
    path == "/health" || path == "/metrics" || path.starts_with("/assets/")
}

/// Layer: security headers on every answer; pages are not kept by caches.
pub(crate) async fn security_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let fixed = [
        ("content-security-policy", CONTENT_SECURITY_POLICY),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        (
            "permissions-policy",
            "camera=(), geolocation=(), microphone=(), payment=()",
        ),
    ];
    for (name, value) in fixed {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    headers.append(
        header::VARY,
        HeaderValue::from_static("accept, accept-language, cookie"),
    );
    response
}

/// Layer: a request that changes something must come from a page of this server. Browsers say so
/// in `Sec-Fetch-Site` or, older ones, in `Origin`; programs send neither and carry no cookie of
/// a person unless somebody gave it to them. With `SameSite=Lax` on the session cookie this keeps
/// other sites from acting in a person's name, and it needs no token in any form.
pub(crate) async fn same_origin(request: Request, next: Next) -> Response {
    let safe = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    if safe || comes_from_here(request.headers()) {
        return next.run(request).await;
    }
    Problem::OtherSite.into_response()
}

fn comes_from_here(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match (text("origin"), text("host")) {
        (None, _) => true,
        (Some(origin), Some(host)) => origin
            .split_once("://")
            .is_some_and(|(_, origin_host)| origin_host.eq_ignore_ascii_case(host)),
        (Some(_), None) => false,
    }
}

/// Layer: one structured log line and one count per request, by route pattern.
pub(crate) async fn log_and_count(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "unmatched".to_owned(), |path| path.as_str().to_owned());
    let id = request
        .headers()
        .get("x-request-id")
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    let response = next.run(request).await;
    let seconds = started.elapsed().as_secs_f64();
    let status = response.status().as_u16();
    let labels = [
        ("method", method.to_string()),
        ("route", route.clone()),
        ("status", status.to_string()),
    ];
    metrics::counter!("amplify_requests_total", &labels).increment(1);
    metrics::histogram!("amplify_request_seconds", &labels).record(seconds);
    if route != "/assets/{*path}" {
        tracing::info!(%method, route, status, seconds, request = id, "request");
    }
    response
}

#[cfg(test)]
mod tests {
    use super::comes_from_here;
    use axum::http::{HeaderMap, HeaderName, HeaderValue};

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| {
                (
                    HeaderName::from_static(name),
                    HeaderValue::from_static(value),
                )
            })
            .collect()
    }

    #[test]
    fn only_this_servers_pages_and_programs_may_write() {
        assert!(comes_from_here(&headers(&[(
            "sec-fetch-site",
            "same-origin"
        )])));
        assert!(!comes_from_here(&headers(&[(
            "sec-fetch-site",
            "cross-site"
        )])));
        assert!(!comes_from_here(&headers(&[(
            "sec-fetch-site",
            "same-site"
        )])));
        assert!(comes_from_here(&headers(&[
            ("origin", "http://127.0.0.1:8080"),
            ("host", "127.0.0.1:8080")
        ])));
        assert!(!comes_from_here(&headers(&[
            ("origin", "http://evil.example"),
            ("host", "127.0.0.1:8080")
        ])));
        assert!(!comes_from_here(&headers(&[
            ("origin", "null"),
            ("host", "127.0.0.1:8080")
        ])));
        assert!(comes_from_here(&HeaderMap::new()));
    }
}
