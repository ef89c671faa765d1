//! What is being typed in a field that takes it only when it is left: held together with what
//! leaving the field would do, so that it can be taken before anything asks about work or saves it.

use super::request::Request;
use egui::{Context, Id};

/// What the field with the caret would do. Only one field has the caret.
#[derive(Clone)]
struct Held {
    field: Id,
    requests: Vec<Request>,
}

fn held_id() -> Id {
    Id::unique("typing")
}

/// A field has the caret: leaving it now would do this, or nothing.
pub fn hold(ctx: &Context, field: Id, requests: Vec<Request>) {
    ctx.data_mut(|data| {
        if !requests.is_empty() {
            data.insert_temp(held_id(), Held { field, requests });
        } else if data.get_temp::<Held>(held_id()).is_some_and(|held| held.field == field) {
            data.remove::<Held>(held_id());
        }
    });
}

/// Takes what is typed; the field goes on with the new value.
pub fn take(ctx: &Context) -> Vec<Request> {
    ctx.data_mut(|data| {
        let Some(held) = data.get_temp::<Held>(held_id()) else {
            return Vec::new();
        };
        data.remove::<Held>(held_id());
        data.insert_temp(held.field.with("taken"), true);
        held.requests
    })
}

/// Whether a field's text was taken since it was drawn last: its draft is done with.
pub fn was_taken(ctx: &Context, field: Id) -> bool {
    ctx.data_mut(|data| data.remove_temp::<bool>(field.with("taken"))).unwrap_or_default()
}

/// What was typed was about a project that is not open any more.
pub fn forget(ctx: &Context) {
    ctx.data_mut(|data| data.remove::<Held>(held_id()));
}
