//! What the desktop asks of its programs: light or dark, less motion. On Linux the toolkit does not
//! know; the settings portal of the session bus does, and tells when it changes. Elsewhere the toolkit
//! follows the system's theme by itself.

use crate::theme::Theme;
use egui::Context;
use std::sync::{Arc, Mutex};

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wishes {
    /// `None`: nothing is said.
    pub theme: Option<Theme>,
    pub less_motion: bool,
}

/// The desktop's wishes as they are known now.
#[derive(Debug, Clone, Default)]
pub struct Desktop(Arc<Mutex<Wishes>>);

impl Desktop {
    /// Wishes that do not change: for tests.
    pub fn of(wishes: Wishes) -> Self {
        Self(Arc::new(Mutex::new(wishes)))
    }

    /// Asks beside the window, and wakes it when there is an answer.
    pub fn watched(ctx: &Context) -> Self {
        let desktop = Self::default();
        #[cfg(target_os = "linux")]
        {
            let (desktop, ctx) = (desktop.clone(), ctx.clone());
            std::thread::spawn(move || {
                if let Err(error) = portal::watch(&desktop, &ctx) {
                    log::info!("the desktop's wishes are not known: {error}");
                }
            });
        }
        #[cfg(not(target_os = "linux"))]
        let _ = ctx;
        desktop
    }

    /// What is asked for now.
    pub fn wishes(&self) -> Wishes {
        self.0.lock().map(|wishes| *wishes).unwrap_or_default()
    }

    #[cfg(target_os = "linux")]
    fn take(&self, namespace: &str, key: &str, value: &zbus::zvariant::Value<'_>) {
        if let Ok(mut wishes) = self.0.lock() {
            wishes.take(namespace, key, value);
        }
    }
}

#[cfg(target_os = "linux")]
impl Wishes {
    /// Learns from one setting of the portal.
    fn take(&mut self, namespace: &str, key: &str, value: &zbus::zvariant::Value<'_>) {
        use zbus::zvariant::Value;
        match (namespace, key, value) {
            // A value within a value, as the older call answers.
            (_, _, Value::Value(inner)) => self.take(namespace, key, inner),
            (portal::APPEARANCE, "color-scheme", Value::U32(scheme)) => {
                self.theme = match scheme {
                    1 => Some(Theme::Dark),
                    2 => Some(Theme::Light),
                    _ => None,
                };
            }
            (portal::APPEARANCE, "reduced-motion", Value::U32(wish)) => {
                self.less_motion = *wish == 1;
            }
            (portal::GNOME, "enable-animations", Value::Bool(is_on)) => self.less_motion = !is_on,
            _ => {}
        }
    }
}

#[cfg(target_os = "linux")]
mod portal {
    use super::Desktop;
    use egui::Context;
    use futures_lite::{StreamExt, future::block_on};
    use zbus::{Connection, Proxy, zvariant::OwnedValue};

    pub const APPEARANCE: &str = "org.freedesktop.appearance";
    pub const GNOME: &str = "org.gnome.desktop.interface";

    /// GNOME's own switch first: the newer common one has the last word.
    const ASKED: [(&str, &str); 3] = [
        (GNOME, "enable-animations"),
        (APPEARANCE, "reduced-motion"),
        (APPEARANCE, "color-scheme"),
    ];

    /// Asks, and goes on listening as long as there is a session bus.
    pub fn watch(desktop: &Desktop, ctx: &Context) -> zbus::Result<()> {
        block_on(async {
            let bus = Connection::session().await?;
            let settings = Proxy::new(
                &bus,
                "org.freedesktop.portal.Desktop",
                "/org/freedesktop/portal/desktop",
                "org.freedesktop.portal.Settings",
            )
            .await?;
            let mut changes = settings.receive_signal("SettingChanged").await?;
            for (namespace, key) in ASKED {
                let answer = settings.call::<_, _, OwnedValue>("Read", &(namespace, key)).await;
                if let Ok(value) = answer {
                    desktop.take(namespace, key, &value);
                }
            }
            ctx.request_repaint();
            while let Some(change) = changes.next().await {
                let change = change.body();
                if let Ok((namespace, key, value)) =
                    change.deserialize::<(String, String, OwnedValue)>()
                {
                    desktop.take(&namespace, &key, &value);
                    ctx.request_repaint();
                }
            }
            Ok(())
        })
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::{portal::*, *};
    use zbus::zvariant::Value;

    #[test]
    fn the_portal_is_understood() {
        let nested = Value::Value(Box::new(Value::U32(1)));
        for (namespace, key, value, theme, less_motion) in [
            (APPEARANCE, "color-scheme", Value::U32(1), Some(Theme::Dark), false),
            (APPEARANCE, "color-scheme", nested, Some(Theme::Dark), false),
            (APPEARANCE, "color-scheme", Value::U32(2), Some(Theme::Light), false),
            (APPEARANCE, "color-scheme", Value::U32(0), None, false),
            (APPEARANCE, "reduced-motion", Value::U32(1), None, true),
            (GNOME, "enable-animations", Value::Bool(false), None, true),
            (GNOME, "enable-animations", Value::Bool(true), None, false),
            (GNOME, "color-scheme", Value::U32(1), None, false),
        ] {
            let mut wishes = Wishes::default();
            wishes.take(namespace, key, &value);
            assert_eq!(wishes, Wishes { theme, less_motion }, "{namespace} {key} {value:?}");
        }
    }
}
