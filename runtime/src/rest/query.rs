//! A query's parameters, and the answer that holds its result.

use serde_json::{Map, Value as Json, json};

use super::Fields;
use super::query_filter::Pointer;

/// The parameters of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// `_queryFilter`.
    pub filter: String,
    /// `_fields`.
    pub fields: Fields,
    /// `_sortKeys`.
    pub sort_keys: Vec<SortField>,
    /// `_pageSize`; 0 asks for no paging.
    pub page_size: u32,
    /// `_pagedResultsCookie`.
    pub cookie: Option<String>,
    /// `_pagedResultsOffset`.
    pub offset: u32,
}

impl Default for Query {
    /// Everything there is.
    fn default() -> Self {
        Self {
            filter: "true".to_owned(),
            fields: Fields::default(),
            sort_keys: Vec::new(),
            page_size: 0,
            cookie: None,
            offset: 0,
        }
    }
}

/// A field to sort by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SortField {
    /// The last part of its pointer.
    pub name: String,
    /// Smallest first?
    pub ascending: bool,
}

impl SortField {
    /// Reads a list of pointers, separated by commas; `-` before one sorts downwards.
    pub fn list(text: &str) -> Vec<Self> {
        text.split(',').filter_map(|key| Self::new(key.trim())).collect()
    }

    fn new(key: &str) -> Option<Self> {
        let ascending = !key.starts_with('-');
        let pointer = Pointer::new(key.strip_prefix(['-', '+']).unwrap_or(key));
        Some(Self {
            name: pointer.leaf()?.to_owned(),
            ascending,
        })
    }
}

/// The answer to a query. Counts are never passed on: IDM does not support them for connectors.
pub fn query_answer(objects: Vec<Map<String, Json>>, cookie: Option<String>) -> Json {
    let count = objects.len();
    json!({
        "result": objects,
        "resultCount": count,
        "pagedResultsCookie": cookie,
        "totalPagedResultsPolicy": "NONE",
        "totalPagedResults": -1,
        "remainingPagedResults": -1,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sort_keys() {
        let keys: Vec<(String, bool)> = SortField::list("name, -_id,+a/b,,-")
            .into_iter()
            .map(|key| (key.name, key.ascending))
            .collect();
        let expected = [("name", true), ("_id", false), ("b", true)];
        assert_eq!(keys, expected.map(|(name, ascending)| (name.to_owned(), ascending)));
    }

    #[test]
    fn an_empty_answer() {
        assert_eq!(
            query_answer(Vec::new(), None).to_string(),
            r#"{"result":[],"resultCount":0,"pagedResultsCookie":null,"totalPagedResultsPolicy":"NONE","totalPagedResults":-1,"remainingPagedResults":-1}"#
        );
    }
}
