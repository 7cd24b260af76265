//! Driving a server with `wrk` and reading what it prints.

use std::fmt;

use anyhow::{Context, Result, bail};

use crate::step::Step;

/// What one run of wrk found.
pub(super) struct Load {
    pub(super) per_second: f64,
    pub(super) p50: Latency,
    pub(super) p99: Latency,
}

/// A latency in milliseconds.
pub(super) struct Latency(f64);

impl fmt::Display for Latency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 10.0 {
            write!(formatter, "{:.1} ms", self.0)
        } else {
            write!(formatter, "{:.0} ms", self.0)
        }
    }
}

/// Asks for one address with 16 callers for some seconds; an answer other than 2xx is an error.
pub(super) fn drive(url: &str, cookie: &str, seconds: u32) -> Result<Load> {
    let output = Step::new(
        "wrk",
        ["--threads", "1", "--connections", "16", "--latency"],
    )
    .arg(format!("--duration={seconds}s"))
    .args(["--timeout", "20s", "--header"])
    .arg(format!("Cookie: {cookie}"))
    .args(["--header", "Accept: text/html"])
    .arg(url)
    .output()
    .context("wrk drives the servers; on Debian `apt-get install wrk` installs it")?;
    if output.contains("Non-2xx") || output.contains("Socket errors") {
        bail!("{url} did not answer well under load:\n{output}");
    }
    read(&output).with_context(|| format!("wrk printed no figures:\n{output}"))
}

fn read(output: &str) -> Option<Load> {
    let after = |start: &str| -> Option<String> {
        output
            .lines()
            .find_map(|line| Some(line.trim().strip_prefix(start)?.trim().to_owned()))
    };
    Some(Load {
        per_second: after("Requests/sec:")?.parse().ok()?,
        p50: latency(&after("50%")?)?,
        p99: latency(&after("99%")?)?,
    })
}

/// Reads `1.20ms`, `350.00us` or `1.05s`.
fn latency(text: &str) -> Option<Latency> {
    let (number, factor) = if let Some(number) = text.strip_suffix("us") {
        (number, 0.001)
    } else if let Some(number) = text.strip_suffix("ms") {
        (number, 1.0)
    } else {
        (text.strip_suffix('s')?, 1000.0)
    };
    Some(Latency(number.parse::<f64>().ok()? * factor))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_wrk_prints_is_understood() {
        let output = "  Latency Distribution\n     50%    2.60ms\n     75%    3.43ms\n     90%    6.10ms\n     99%    1.50s \n\
                      Requests/sec:   2618.46\nTransfer/sec:      0.92MB\n";
        let load = read(output).unwrap();
        assert_eq!(
            format!("{:.0} {} {}", load.per_second, load.p50, load.p99),
            "2618 2.6 ms 1500 ms"
        );
    }
}
