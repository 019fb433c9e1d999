//! Rovy lexer.
