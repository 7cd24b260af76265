//! As much of HTTP as the chores need to talk to the server they started.
//!
//! One request per connection, to loopback only. It is no client for anything
//! else.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// What the server answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A file in a form.
pub(crate) struct Upload<'a> {
    pub(crate) field: &'a str,
    pub(crate) name: &'a str,
    pub(crate) bytes: &'a [u8],
}

/// Who asks where: the server's host and port, and the session's cookie.
#[derive(Clone)]
pub(crate) struct Client {
    pub(crate) host: String,
    pub(crate) cookie: String,
}

impl Client {
    /// Fetches a page as JSON.
    pub(crate) fn json(&self, path: &str) -> Result<Answer> {
        self.send("GET", path, "Accept: application/json\r\n", b"")
    }

    /// Sends a form.
    pub(crate) fn form(&self, path: &str, fields: &[(&str, &str)]) -> Result<Answer> {
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        let head = "Content-Type: application/x-www-form-urlencoded\r\n";
        self.send("POST", path, head, body.join("&").as_bytes())
    }

    /// Sends a form with files.
    pub(crate) fn send_parts(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        uploads: &[Upload],
    ) -> Result<Answer> {
        const BOUNDARY: &str = "between-the-parts-of-an-upload";
        let mut body = Vec::new();
        for (name, value) in fields {
            write!(
                body,
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            )?;
        }
        for Upload { field, name, bytes } in uploads {
            write!(
                body,
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            )?;
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        write!(body, "--{BOUNDARY}--\r\n")?;
        let head = format!("Content-Type: multipart/form-data; boundary={BOUNDARY}\r\n");
        self.send("POST", path, &head, &body)
    }

    fn send(&self, method: &str, path: &str, head: &str, body: &[u8]) -> Result<Answer> {
        let mut stream = TcpStream::connect(&self.host)?;
        stream.set_read_timeout(Some(Duration::from_mins(1)))?;
        let cookie = if self.cookie.is_empty() {
            String::new()
        } else {
            format!("Cookie: {}\r\n", self.cookie)
        };
        // Version 1.0: the answer ends where the connection ends.
        write!(
            stream,
            "{method} {path} HTTP/1.0\r\nHost: {}\r\n{cookie}{head}Content-Length: {}\r\n\r\n",
            self.host,
            body.len()
        )?;
        stream.write_all(body)?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        let end = bytes
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .context("the server closed the connection before it answered")?;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|word| word.parse().ok());
        let Some(status) = status else {
            bail!("not an HTTP answer: {head}")
        };
        Ok(Answer {
            status,
            head,
            body: bytes.split_off(end + 4),
        })
    }
}

fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
