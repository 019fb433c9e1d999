//! The ICF operations that requests become.

use crate::toolkit::handler::Consumer;
use rovy_interp::value::Value;
use rovy_interp::{Res, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// The operations of a connector behind its facade. Values are those of the ICF object model.
pub trait Operations {
    /// The interpreter in which the values live.
    fn vm(&mut self) -> &mut Vm;

    /// SCHEMA: the `Schema`.
    fn schema(&mut self) -> Res<Value>;

    /// TEST.
    fn test(&mut self) -> Res<()>;

    /// SEARCH with a `Filter` or null: `ConnectorObject`s to the consumer, and the `SearchResult` or null.
    fn search(&mut self, object_class: &Value, filter: &Value, options: &Value, consumer: Consumer) -> Res<Value>;

    /// GET: the `ConnectorObject` of a `Uid`, or null.
    fn get(&mut self, object_class: &Value, uid: &Value, options: &Value) -> Res<Value>;

    /// SYNC from a `SyncToken` or null: `SyncDelta`s to the consumer, and the new `SyncToken` or null.
    fn sync(&mut self, object_class: &Value, token: &Value, options: &Value, consumer: Consumer) -> Res<Value>;

    /// GET_LATEST_SYNC_TOKEN: a `SyncToken` or null.
    fn latest_sync_token(&mut self, object_class: &Value) -> Res<Value>;
}

/// A consumer with a state of its own; a script that calls it from within itself is not heard.
pub(super) fn consumer_of(take: impl FnMut(&mut Vm, &Value) -> Res<bool> + 'static) -> Consumer {
    let take = RefCell::new(take);
    Rc::new(move |vm: &mut Vm, found: &Value| match take.try_borrow_mut() {
        Ok(mut take) => take(vm, found),
        Err(_) => Ok(true),
    })
}
