//! The real program as a process of its own, and a small client for it: for what only a process
//! shows, such as its log and a full disk.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A running server; it ends with this value.
pub(crate) struct Server {
    child: Child,
    address: String,
    /// Path of the one-time link, printed at the first start.
    pub(crate) link: Option<String>,
    log: std::thread::JoinHandle<String>,
    printed: std::thread::JoinHandle<String>,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) text: String,
    pub(crate) cookie: String,
}

impl Server {
    /// Starts `amplify serve`; `before` stands before the program, such as `unshare`.
    pub(crate) fn start(before: &[&str], data: &Path, variables: &[(&str, &str)]) -> Server {
        let port = std::net::TcpListener::bind(("127.0.0.1", 0))
            .and_then(|listener| listener.local_addr())
            .unwrap()
            .port();
        let address = format!("127.0.0.1:{port}");
        let mut words: Vec<&str> = before.to_vec();
        words.extend([env!("CARGO_BIN_EXE_amplify"), "serve", "--listen", &address]);
        let mut child = Command::new(words[0])
            .args(&words[1..])
            .env("AMPLIFY_DATA", data)
            .env_remove("DATABASE_URL")
            .envs(variables.iter().copied())
            .current_dir(data)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stderr = child.stderr.take().unwrap();
        let log = std::thread::spawn(move || {
            let mut text = Vec::new();
            let _ = stderr.read_to_end(&mut text);
            String::from_utf8_lossy(&text).into_owned()
        });
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut link = None;
        let mut line = String::new();
        while stdout.read_line(&mut line).unwrap() > 0 && !line.starts_with("Amplify is at") {
            if let Some((_, token)) = line.trim().split_once("/welcome/") {
                link = Some(format!("/welcome/{token}"));
            }
            line.clear();
        }
        let printed = std::thread::spawn(move || {
            let mut text = String::new();
            let _ = stdout.read_to_string(&mut text);
            text
        });
        let server = Server {
            child,
            address,
            link,
            log,
            printed,
        };
        for _ in 0..200 {
            if TcpStream::connect(&server.address).is_ok() {
                return server;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("the server does not listen: {}", server.stop());
    }

    /// Sends a request and reads the answer.
    pub(crate) fn ask(&self, head: &str, cookie: &str, kind: &str, body: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_mins(1)))
            .unwrap();
        let request = format!(
            "{head} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\nConnection: close\r\nCookie: {cookie}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
            self.address,
            body.len()
        );
        stream.write_all(request.as_bytes()).unwrap();
        // The server may answer before it has read a body that it refuses.
        let _ = stream.write_all(body);
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let status = text.split(' ').nth(1).and_then(|word| word.parse().ok());
        let cookie = text
            .lines()
            .find_map(|line| line.strip_prefix("set-cookie: amplify_session="))
            .map(|rest| format!("amplify_session={}", rest.split(';').next().unwrap()))
            .unwrap_or_default();
        Answer {
            status: status.unwrap_or_else(|| panic!("no answer: {text:?}")),
            cookie,
            text,
        }
    }

    /// Sends a form.
    pub(crate) fn form(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        self.ask(
            &format!("POST {path}"),
            cookie,
            "application/x-www-form-urlencoded",
            body.as_bytes(),
        )
    }

    /// Uploads audits.
    pub(crate) fn upload(&self, cookie: &str, files: &[(&str, &[u8])]) -> Answer {
        let body = crate::story::multipart(&[], files, "files");
        let kind = format!("multipart/form-data; boundary={}", crate::story::BOUNDARY);
        self.ask("POST /audits", cookie, &kind, &body)
    }

    /// The process, to look at its files.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// Ends the server; everything it wrote to its log and printed after its start.
    pub(crate) fn stop(mut self) -> String {
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.log.join().unwrap() + &self.printed.join().unwrap()
    }
}
