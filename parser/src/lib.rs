//! Rovy parser.
