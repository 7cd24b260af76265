//! A real Amplify server on a free loopback port, for the parts of the tests that
//! need one.
//!
//! Its data lies in a fresh folder among the build files; it is killed when the
//! value is dropped. It never touches a server or data that somebody else uses.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::http::Client;
use crate::step::{Step, root, target};

/// How long a server may take to fill its demo programme and answer.
const PATIENCE: Duration = Duration::from_mins(3);

/// Signs in with this after the one-time link was used.
pub(crate) const EMAIL: &str = "tester@amplify.example";
/// See [`EMAIL`].
pub(crate) const PASSWORD: &str = "a-long-password-for-tests";

/// Builds the program with what the unit tests have compiled already and returns its path.
pub(crate) fn build() -> Result<PathBuf> {
    // The same selection of packages as for the unit tests, so that the same features are chosen
    // and nothing is compiled twice.
    Step::cargo(["build", "--workspace", "--bins", "--tests"]).run()?;
    let program = target().join("debug/amplify");
    // A copy, so that a build that runs meanwhile cannot replace it.
    let copy = target().join("under-test");
    fs::create_dir_all(&copy)?;
    let copy = copy.join("amplify");
    fs::copy(&program, &copy).with_context(|| format!("no {}", program.display()))?;
    Ok(copy)
}

/// A running server.
pub(crate) struct Server {
    child: Child,
    program: PathBuf,
    /// Its host and port.
    pub(crate) host: String,
    /// Its data folder.
    pub(crate) data: PathBuf,
}

impl Server {
    /// Starts `amplify demo` over a fresh folder.
    pub(crate) fn demo(program: &Path, name: &str) -> Result<Self> {
        let data = fresh_folder(name)?;
        Self::start(program, "demo", data)
    }

    /// Starts `amplify COMMAND` over a folder that may hold data already.
    pub(crate) fn start(program: &Path, command: &str, data: PathBuf) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let host = format!("127.0.0.1:{port}");
        let log = File::create(data.with_extension("log"))?;
        let child = Command::new(program)
            .args([command, "--listen", &host, "--data"])
            .arg(&data)
            .current_dir(root())
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .with_context(|| format!("{} could not be started", program.display()))?;
        let mut server = Self {
            child,
            program: program.to_path_buf(),
            host,
            data,
        };
        server.wait_until_ready()?;
        Ok(server)
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let client = Client {
            host: self.host.clone(),
            cookie: String::new(),
        };
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if client
                .json("/health")
                .is_ok_and(|answer| answer.status == 200)
            {
                return Ok(());
            }
            if let Some(status) = self.child.try_wait()? {
                bail!("the server ended with {status}:\n{}", self.last_lines());
            }
            sleep(Duration::from_millis(50));
        }
        bail!(
            "the server did not answer within {} s:\n{}",
            PATIENCE.as_secs(),
            self.last_lines()
        )
    }

    /// Where its log lies.
    pub(crate) fn log(&self) -> PathBuf {
        self.data.with_extension("log")
    }

    fn last_lines(&self) -> String {
        let log = fs::read_to_string(self.log()).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(20)..].join("\n")
    }

    /// Uses a new one-time link to set the account's password, and returns a signed-in client.
    pub(crate) fn sign_in(&self) -> Result<Client> {
        let link = Step::new(&self.program, ["link"])
            .env("AMPLIFY_LISTEN", &self.host)
            .env("AMPLIFY_DATA", &self.data)
            .output()?;
        let path = link
            .trim()
            .split_once(self.host.as_str())
            .map(|(_, path)| path.trim().to_owned())
            .with_context(|| format!("`amplify link` printed no address of the server: {link}"))?;
        let visitor = Client {
            host: self.host.clone(),
            cookie: String::new(),
        };
        let answer = visitor.form(
            &path,
            &[
                ("name", "Test Officer"),
                ("email", EMAIL),
                ("password", PASSWORD),
            ],
        )?;
        let cookie = answer
            .header("set-cookie")
            .and_then(|cookie| cookie.split(';').next());
        let Some(cookie) = cookie else {
            bail!(
                "signing in by the one-time link answered {}: {}",
                answer.status,
                answer.text()
            );
        };
        Ok(Client {
            host: self.host.clone(),
            cookie: cookie.to_owned(),
        })
    }

    /// Ends it at once, as a power cut would.
    pub(crate) fn kill(&mut self) {
        // Both fail only if it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

/// An empty folder among the build files.
pub(crate) fn fresh_folder(name: &str) -> Result<PathBuf> {
    let folder = target().join("under-test").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
