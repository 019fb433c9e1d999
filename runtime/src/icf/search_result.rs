//! `SearchResult` and its `CountPolicy`: what a search says at its end.

use rovy_interp::enumeration;
use rovy_interp::jdk::lang::enumeration::{self, Constant};
use rovy_interp::registry::{Class, class, constant, constructor, method, native, unbound};
use rovy_interp::value::{HostType, Str, Value};
use std::rc::Rc;

enumeration! {
    /// `SearchResult.CountPolicy`.
    COUNT_POLICY "org.identityconnectors.framework.common.objects.SearchResult$CountPolicy" { "NONE" "ESTIMATE" "EXACT" }
}

/// What a search says at its end.
#[derive(Clone)]
pub struct SearchResult {
    /// Where the next page begins; opaque, none at the end.
    pub cookie: Option<Rc<Str>>,
    /// How the total was counted: a [`COUNT_POLICY`] constant.
    pub policy: Value,
    /// How many results there are in all, -1 for not known.
    pub total: i32,
    /// How many are left after this page, -1 for not known.
    pub remaining: i32,
}

impl HostType for SearchResult {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.SearchResult";
    fn class() -> &'static Class {
        &CLASS
    }
}

impl SearchResult {
    /// A result with a cookie and a number of remaining results.
    pub fn new(cookie: Option<&Rc<Str>>, remaining: i32) -> SearchResult {
        SearchResult {
            cookie: cookie.cloned(),
            policy: enumeration::constant(&COUNT_POLICY, "NONE"),
            total: -1,
            remaining,
        }
    }

    /// The count policy's name.
    pub fn policy_name(&self) -> String {
        self.policy
            .as_host::<Constant>()
            .map_or("NONE".into(), |c| c.name.to_string())
    }
}

/// `org.identityconnectors.framework.common.objects.SearchResult`.
pub static CLASS: Class = class(SearchResult::NAME).doc("What a search says at its end.").members(&[
    constructor("SearchResult()", &unbound(|| SearchResult::new(None, -1))),
    constructor("SearchResult(String pagedResultsCookie, int remainingPagedResults)", &unbound(SearchResult::new)),
    constructor(
        "SearchResult(String pagedResultsCookie, SearchResult.CountPolicy totalPagedResultsPolicy, int totalPagedResults, int remainingPagedResults)",
        &unbound(create),
    ),
    constant("NO_COUNT: int", &unbound(|| -1)),
    method("equals(Object other): boolean", &native(equals)),
    method("getPagedResultsCookie(): String", &native(|r: &SearchResult| r.cookie.clone())),
    method("getTotalPagedResultsPolicy(): SearchResult.CountPolicy", &native(|r: &SearchResult| r.policy.clone())),
    method("getTotalPagedResults(): int", &native(|r: &SearchResult| r.total)),
    method("getRemainingPagedResults(): int", &native(|r: &SearchResult| r.remaining)),
]);

/// The toolkit compares each cookie with itself, so that only counts and policy decide.
fn equals(r: &SearchResult, other: &Value) -> bool {
    other
        .as_host::<SearchResult>()
        .is_some_and(|o| r.total == o.total && r.remaining == o.remaining && r.policy_name() == o.policy_name())
}

fn create(cookie: Option<&Rc<Str>>, policy: &Value, total: i32, remaining: i32) -> SearchResult {
    let policy = if policy.is_null() {
        enumeration::constant(&COUNT_POLICY, "NONE")
    } else {
        policy.clone()
    };
    SearchResult {
        cookie: cookie.cloned(),
        policy,
        total,
        remaining,
    }
}
