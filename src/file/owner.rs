//! Who has something: which person, on which computer, in which run of the program. Written beside
//! what is held, so that others can say who it is, and whether that program still lives.

use std::{
    fmt::Write as _,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// A running program and who works with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// As the system calls the person.
    pub user: String,
    /// The computer's name.
    pub host: String,
    pub process: u32,
    /// Of the computer's last start; empty where the system does not say.
    pub boot: String,
    /// Since when, in seconds since 1970.
    pub since: u64,
}

impl Owner {
    /// This program, from now on.
    pub fn me() -> Self {
        let user = ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok());
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
        Self {
            user: user.unwrap_or_default(),
            host: host(),
            process: std::process::id(),
            boot: boot(),
            since: since.as_secs(),
        }
    }

    /// Whether this is known to have ended: it ran on this computer, and the computer was started
    /// again since, or there is no such process any more. Of other computers nothing is known.
    pub fn has_ended(&self) -> bool {
        let here = Self::me();
        self.host == here.host
            && (self.boot != here.boot || is_running(self.process) == Some(false))
    }

    /// Whether this is the same run of the same program.
    pub fn is_me(&self) -> bool {
        let me = Self::me();
        self.host == me.host && self.boot == me.boot && self.process == me.process
    }

    /// As text, one fact a line.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for (key, value) in [
            ("user", self.user.as_str()),
            ("host", &self.host),
            ("process", &self.process.to_string()),
            ("boot", &self.boot),
            ("since", &self.since.to_string()),
        ] {
            let value: String = value.chars().filter(|c| !c.is_control()).collect();
            // Writing to a string cannot fail.
            writeln!(text, "{key} = {value}").ok();
        }
        text
    }

    /// From text; `None` where it does not say enough.
    pub fn parse(text: &str) -> Option<Self> {
        let find = |wanted: &str| {
            text.lines().find_map(|line| {
                let (key, value) = line.split_once('=')?;
                (key.trim() == wanted).then(|| value.trim().to_owned())
            })
        };
        Some(Self {
            user: find("user")?,
            host: find("host")?,
            process: find("process")?.parse().ok()?,
            boot: find("boot")?,
            since: find("since")?.parse().ok()?,
        })
    }
}

/// The computer's name.
fn host() -> String {
    #[cfg(unix)]
    let name = rustix::system::uname().nodename().to_string_lossy().into_owned();
    #[cfg(not(unix))]
    let name = std::env::var("COMPUTERNAME").unwrap_or_default();
    name
}

/// What changes with each start of the computer.
fn boot() -> String {
    let id = std::fs::read_to_string("/proc/sys/kernel/random/boot_id");
    id.map(|id| id.trim().to_owned()).unwrap_or_default()
}

/// Whether a process of this computer is running; `None` where the system does not say.
fn is_running(process: u32) -> Option<bool> {
    #[cfg(unix)]
    {
        let process = rustix::process::Pid::from_raw(i32::try_from(process).ok()?)?;
        match rustix::process::test_kill_process(process) {
            Ok(()) | Err(rustix::io::Errno::PERM) => Some(true),
            Err(rustix::io::Errno::SRCH) => Some(false),
            Err(_) => None,
        }
    }
    #[cfg(not(unix))]
    {
        let _ = process;
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_is_read_back_and_known_to_live_or_to_have_ended() {
        let me = Owner { user: "Анна = 李".into(), ..Owner::me() };
        assert_eq!(Owner::parse(&me.to_text()), Some(me.clone()));
        assert!(me.is_me() && !me.has_ended());
        let elsewhere = Owner { host: "another".into(), process: 1, ..me.clone() };
        assert!(!elsewhere.is_me() && !elsewhere.has_ended());
        #[cfg(unix)]
        {
            let rebooted = Owner { boot: "before".into(), ..me.clone() };
            assert!(!rebooted.is_me() && rebooted.has_ended());
            let ended = Owner { process: i32::MAX.unsigned_abs(), ..me };
            assert!(ended.has_ended());
        }
        for text in ["", "user = a", "user = a\nhost = b\nprocess = x\nboot = \nsince = 1"] {
            assert_eq!(Owner::parse(text), None, "{text}");
        }
    }
}
