//! Queries and reads.

use rovy_interp::Res;
use rovy_interp::value::{Str, Value};
use serde_json::{Map, Value as Json};

use super::failure::Request;
use super::filter::{self, Mapped};
use super::query_filter::QueryFilter;
use super::system::System;
use super::{Failure, Fields, Operations, Query, RestError, consumer_of, object, options};
use crate::icf::attribute::Attribute;
use crate::icf::connector_object::ConnectorObject;
use crate::icf::object_class::ObjectClass;
use crate::icf::search_result::SearchResult;
use crate::provisioner::ObjectType;

impl<O: Operations> System<O> {
    /// Asks for the objects of a type that match. Each goes to `consumer` as it comes, whose false asks for no more; the
    /// result is the cookie of the next page.
    pub fn query(
        &mut self,
        name: &str,
        query: &Query,
        mut consumer: impl FnMut(Map<String, Json>) -> bool + 'static,
    ) -> Result<Option<String>, Failure> {
        let request = Request::unnamed("QUERY");
        let parsed: QueryFilter = query.filter.parse().map_err(RestError::from)?;
        let target = self.target(name, &request)?;
        let object_type = target.object_type.as_ref();
        let filter = filter::map(self.operations.vm(), &parsed, object_type);
        let Mapped::Filter(filter) = self.answered(filter, &request)? else {
            return Ok(None);
        };
        let options = options::of_query(self.operations.vm(), query, object_type);
        let options = self.answered(options, &request)?;
        let class = ObjectClass::value(&target.object_class);
        let (fields, shown_type) = (query.fields.clone(), target.object_type.clone());
        let consumer = consumer_of(move |vm, found| {
            let Some(found) = found.as_host::<ConnectorObject>() else {
                return Ok(true);
            };
            let shown = object::to_json(vm, found, shown_type.as_ref())?;
            Ok(consumer(fields.project(shown)))
        });
        let result = self.operations.search(&class, &filter, &options, consumer);
        let result = self.answered(result, &request)?;
        let cookie = result
            .as_host::<SearchResult>()
            .and_then(|result| result.cookie.clone());
        Ok(cookie.map(|cookie| cookie.text().into_owned()))
    }

    /// Asks for one object: the first that the connector finds for the identifier.
    pub fn read(&mut self, name: &str, id: &str, fields: &Fields) -> Result<Map<String, Json>, Failure> {
        let system = format!("system/{}/{name}", self.provisioner.name);
        if id.is_empty() {
            let message = format!("The resource collection {system} cannot be read");
            return Err(RestError::bad_request(message).into());
        }
        let request = Request {
            operation: "READ",
            id: id.to_owned(),
            system,
        };
        let target = self.target(name, &request)?;
        let object_type = target.object_type.as_ref();
        let class = ObjectClass::value(&target.object_class);
        let found = self.get(&class, id, fields, object_type);
        let found = self.answered(found, &request)?;
        let Some(found) = found.as_host::<ConnectorObject>() else {
            let message = format!("Object {id} not found on {}", request.system);
            return Err(RestError::not_found(message).into());
        };
        let shown = object::to_json(self.operations.vm(), found, object_type);
        let shown = self.answered(shown, &request)?;
        Ok(fields.project(shown))
    }

    fn get(&mut self, class: &Value, id: &str, fields: &Fields, object_type: Option<&ObjectType>) -> Res<Value> {
        let vm = self.operations.vm();
        let uid = Attribute::uid(vm, Some(&Str::new(id)), None)?;
        let options = options::of_read(vm, fields, object_type)?;
        self.operations.get(class, &uid, &options)
    }
}
