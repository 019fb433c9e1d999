//! SEARCH, and GET, which is a search.

use super::with_options;
use crate::connector::Connector;
use crate::icf::behaviour::Behaviour;
use crate::icf::filter::translate::translate;
use crate::icf::search_result::SearchResult;
use crate::toolkit::handler::{self, Consumer};
use rovy_interp::Res;
use rovy_interp::value::Value;

impl Connector {
    /// A search with a filter or null, which is translated first. The `SearchResult`, or null.
    pub fn search(&mut self, object_class: &Value, filter: &Value, options: &Value, consumer: Consumer) -> Res {
        let filter = if filter.is_null() {
            Value::Null
        } else {
            let behaviour = Behaviour::of(&self.vm);
            translate(&mut self.vm, filter, behaviour)?.unwrap_or_default()
        };
        self.execute_query(object_class, &filter, options, consumer)
    }

    /// A search whose filter goes to the script as it is.
    pub fn execute_query(&mut self, object_class: &Value, filter: &Value, options: &Value, consumer: Consumer) -> Res {
        let owner = self.configuration().clone();
        let own = vec![
            ("objectClass", object_class.clone()),
            ("filter", filter.clone()),
            ("query", handler::for_query(owner.clone(), filter.clone())),
            ("handler", handler::for_search(owner, consumer)),
        ];
        let variables = self.variables("SEARCH", with_options(own, options))?;
        let result = self.run_configured("searchScriptFileName", variables, Some("SearchScript error"))?;
        Ok(match &result {
            Value::Str(cookie) => Value::host(SearchResult::new(Some(cookie), -1)),
            other if other.as_host::<SearchResult>().is_some() => result,
            _ => Value::Null,
        })
    }
}
