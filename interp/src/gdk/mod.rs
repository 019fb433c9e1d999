//! What Groovy adds to Java's classes: one file a receiver, taken in by the class's `.groovy(…)`.

pub mod object;
