//! The body of a failed REST call.

use serde_json::{Map, Value};

/// `ResourceException`: a status with its message.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", message.as_deref().unwrap_or_else(|| self.reason()))]
pub struct RestError {
    /// The HTTP status.
    pub code: u16,
    /// What went wrong; none where an exception has no message.
    pub message: Option<String>,
    /// What else there is to say.
    pub detail: Option<Box<Value>>,
}

impl RestError {
    /// An error without detail.
    pub fn new(code: u16, message: impl Into<String>) -> Self {
        Self {
            code,
            message: Some(message.into()),
            detail: None,
        }
    }

    /// 400: the request is wrong.
    pub fn bad_request(message: impl Into<String>) -> Self {
        Self::new(400, message)
    }

    /// 404: what was asked for is not there.
    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new(404, message)
    }

    /// The status in words.
    pub fn reason(&self) -> &'static str {
        match self.code {
            400 => "Bad Request",
            401 => "Unauthorized",
            403 => "Forbidden",
            404 => "Not Found",
            412 => "Precondition Failed",
            428 => "Precondition Required",
            501 => "Not Implemented",
            503 => "Service Unavailable",
            _ => "Internal Server Error",
        }
    }

    /// The body of the answer.
    pub fn to_json(&self) -> Value {
        let mut body = Map::new();
        body.insert("code".to_owned(), self.code.into());
        body.insert("reason".to_owned(), self.reason().into());
        if let Some(message) = &self.message {
            body.insert("message".to_owned(), message.as_str().into());
        }
        if let Some(detail) = &self.detail {
            body.insert("detail".to_owned(), Value::clone(detail));
        }
        Value::Object(body)
    }
}

impl From<super::query_filter::QueryFilterError> for RestError {
    fn from(error: super::query_filter::QueryFilterError) -> Self {
        Self::bad_request(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn bodies() {
        let error = RestError::bad_request("Unrecognized request parameter '_query'");
        assert_eq!(
            error.to_json().to_string(),
            r#"{"code":400,"reason":"Bad Request","message":"Unrecognized request parameter '_query'"}"#
        );
        let error = RestError {
            detail: Some(Box::new(json!({}))),
            ..RestError::new(500, "x")
        };
        assert_eq!(
            error.to_json(),
            json!({"code": 500, "reason": "Internal Server Error", "message": "x", "detail": {}})
        );
    }
}
