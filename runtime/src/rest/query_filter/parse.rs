//! The grammar of query filters, by recursive descent of bounded depth.
//!
//! ```text
//! Or      = And ('or' And)*
//! And     = Not ('and' Not)*
//! Not     = '!' Primary | Primary
//! Primary = '(' Or ')' | Pointer 'pr' | Pointer Operator Value | 'true' | 'false'
//! Value   = "text" | 'text' | 'true' | 'false' | whole number | number with a point
//! ```

use super::tokens::{Token, Tokens};
use super::{Comparison, Literal, Pointer, QueryFilter, QueryFilterError};

/// How deep rules may call each other. As in CREST each of the four rules counts, so that a
/// parenthesis takes four levels.
pub(super) const MAXIMUM_DEPTH: usize = 256;

type Parsed<T> = Result<T, QueryFilterError>;

pub(super) fn parse(text: &str) -> Parsed<QueryFilter> {
    let mut parser = Parser {
        tokens: Tokens::new(text)?,
    };
    let filter = parser.or(0)?;
    match parser.tokens.peek() {
        None => Ok(filter),
        Some(_) => Err(parser.invalid()),
    }
}

struct Parser<'text> {
    tokens: Tokens<'text>,
}

impl Parser<'_> {
    fn or(&mut self, depth: usize) -> Parsed<QueryFilter> {
        self.check(depth)?;
        let mut operands = vec![self.and(depth + 1)?];
        while self.skip_word("or")? {
            operands.push(self.and(depth + 1)?);
        }
        Ok(joined(operands, QueryFilter::Or))
    }

    fn and(&mut self, depth: usize) -> Parsed<QueryFilter> {
        self.check(depth)?;
        let mut operands = vec![self.not(depth + 1)?];
        while self.skip_word("and")? {
            operands.push(self.not(depth + 1)?);
        }
        Ok(joined(operands, QueryFilter::And))
    }

    fn not(&mut self, depth: usize) -> Parsed<QueryFilter> {
        self.check(depth)?;
        if self.skip_word("!")? {
            Ok(QueryFilter::Not(Box::new(self.primary(depth + 1)?)))
        } else {
            self.primary(depth + 1)
        }
    }

    fn primary(&mut self, depth: usize) -> Parsed<QueryFilter> {
        self.check(depth)?;
        match self.next()? {
            Token::Mark('(') => {
                let filter = self.or(depth + 1)?;
                self.expect(')')?;
                Ok(filter)
            }
            Token::Word(word) if word.eq_ignore_ascii_case("true") => Ok(QueryFilter::Literal(true)),
            Token::Word(word) if word.eq_ignore_ascii_case("false") => Ok(QueryFilter::Literal(false)),
            Token::Word(word) => self.assertion(Pointer::new(&word)),
            Token::Mark(_) | Token::Text(_) => Err(self.invalid()),
        }
    }

    fn assertion(&mut self, pointer: Pointer) -> Parsed<QueryFilter> {
        let operator = self.next()?.text();
        if operator.eq_ignore_ascii_case("pr") {
            return Ok(QueryFilter::Present(pointer));
        }
        let value = self.value()?;
        match Comparison::named(&operator) {
            Some(comparison) => Ok(QueryFilter::Comparison(pointer, comparison, value)),
            None if is_operator(&operator) => Ok(QueryFilter::Extended(pointer, operator, value)),
            None => Err(self.invalid()),
        }
    }

    fn value(&mut self) -> Parsed<Literal> {
        match self.next()? {
            Token::Mark(quote @ ('"' | '\'')) => {
                let text = self.next()?.text();
                self.expect(quote)?;
                Ok(Literal::Text(text))
            }
            token if token.is_word("true") => Ok(Literal::Boolean(true)),
            token if token.is_word("false") => Ok(Literal::Boolean(false)),
            token => number(token.text()),
        }
    }

    fn next(&mut self) -> Parsed<Token> {
        match self.tokens.next()? {
            Some(token) => Ok(token),
            None => Err(self.invalid()),
        }
    }

    fn expect(&mut self, mark: char) -> Parsed<()> {
        match self.next()? {
            Token::Mark(found) if found == mark => Ok(()),
            _ => Err(self.invalid()),
        }
    }

    fn skip_word(&mut self, word: &str) -> Parsed<bool> {
        let found = self.tokens.peek().is_some_and(|token| token.is_word(word));
        if found {
            self.tokens.next()?;
        }
        Ok(found)
    }

    fn check(&self, depth: usize) -> Parsed<()> {
        if depth > MAXIMUM_DEPTH {
            Err(QueryFilterError::TooDeep(self.tokens.shown()))
        } else {
            Ok(())
        }
    }

    fn invalid(&self) -> QueryFilterError {
        QueryFilterError::Invalid(self.tokens.shown())
    }
}

/// One operand stays itself, several become a list.
fn joined(mut operands: Vec<QueryFilter>, join: fn(Vec<QueryFilter>) -> QueryFilter) -> QueryFilter {
    match operands.pop() {
        Some(only) if operands.is_empty() => only,
        Some(last) => {
            operands.push(last);
            join(operands)
        }
        None => join(operands),
    }
}

fn is_operator(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.')
}

/// A bare word is a number or a mistake: `Double.parseDouble` with a point, `Long.parseLong` without.
fn number(word: String) -> Parsed<Literal> {
    if !word.contains('.') {
        return match word.parse() {
            Ok(number) => Ok(Literal::Long(number)),
            Err(_) => Err(QueryFilterError::NotANumber(word)),
        };
    }
    let digits = word.strip_suffix(['d', 'D', 'f', 'F']).unwrap_or(&word);
    let mantissa = digits
        .split(|c: char| !matches!(c, '0'..='9' | '.' | '+' | '-'))
        .next()
        .unwrap_or_default();
    if mantissa.matches('.').count() > 1 {
        return Err(QueryFilterError::MultiplePoints);
    }
    match digits.parse() {
        Ok(number) => Ok(Literal::Double(number)),
        Err(_) => Err(QueryFilterError::NotANumber(word)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parsed(text: &str) -> QueryFilter {
        parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    fn message(text: &str) -> String {
        parse(text).expect_err(text).to_string()
    }

    fn eq(name: &str, value: Literal) -> QueryFilter {
        QueryFilter::Comparison(Pointer::new(name), Comparison::Equal, value)
    }

    fn text(value: &str) -> Literal {
        Literal::Text(value.to_owned())
    }

    #[test]
    fn literals() {
        assert_eq!(parsed("true"), QueryFilter::Literal(true));
        assert_eq!(parsed(" FALSE "), QueryFilter::Literal(false));
    }

    #[test]
    fn every_core_operator_in_any_case() {
        for (word, comparison) in [
            ("eq", Comparison::Equal),
            ("GT", Comparison::Greater),
            ("ge", Comparison::GreaterOrEqual),
            ("Lt", Comparison::Less),
            ("le", Comparison::LessOrEqual),
            ("co", Comparison::Contains),
            ("sW", Comparison::StartsWith),
        ] {
            assert_eq!(
                parsed(&format!("name {word} \"Jensen\"")),
                QueryFilter::Comparison(Pointer::new("name"), comparison, text("Jensen"))
            );
        }
        assert_eq!(parsed("name PR"), QueryFilter::Present(Pointer::new("name")));
    }

    #[test]
    fn other_operators_are_extended_and_kept_as_written() {
        for operator in ["ew", "ca", "Like_2.0"] {
            assert_eq!(
                parsed(&format!("name {operator} 'x'")),
                QueryFilter::Extended(Pointer::new("name"), operator.to_owned(), text("x"))
            );
        }
        assert_eq!(message("name ~= 'x'"), "Invalid query filter 'name ~= 'x''");
    }

    #[test]
    fn values() {
        assert_eq!(parsed("a eq 5"), eq("a", Literal::Long(5)));
        assert_eq!(parsed("a eq -7"), eq("a", Literal::Long(-7)));
        assert_eq!(parsed("a eq +7"), eq("a", Literal::Long(7)));
        assert_eq!(parsed("a eq 1.50"), eq("a", Literal::Double(1.5)));
        assert_eq!(parsed("a eq -.5e2"), eq("a", Literal::Double(-50.0)));
        assert_eq!(parsed("a eq 2.d"), eq("a", Literal::Double(2.0)));
        assert_eq!(parsed("a eq TRUE"), eq("a", Literal::Boolean(true)));
        assert_eq!(parsed("a eq false"), eq("a", Literal::Boolean(false)));
        assert_eq!(parsed("a eq \"\""), eq("a", text("")));
        assert_eq!(parsed("a eq 'it\\'s'"), eq("a", text("it's")));
        assert_eq!(parsed("a eq \"x\\\\y\\z\""), eq("a", text("x\\yz")));
        assert_eq!(parsed("a eq \"b (c) 'd'\""), eq("a", text("b (c) 'd'")));
    }

    #[test]
    fn bare_words_fail_as_numbers() {
        assert_eq!(message("a eq b"), "For input string: \"b\"");
        assert_eq!(message("a eq (b)"), "For input string: \"(\"");
        assert_eq!(message("a eq b.c"), "For input string: \"b.c\"");
        assert_eq!(message("a eq ."), "For input string: \".\"");
        assert_eq!(message("a eq 1.2.3"), "multiple points");
        assert_eq!(
            message("a eq 9223372036854775808"),
            "For input string: \"9223372036854775808\""
        );
        assert_eq!(message("a \"b\""), "For input string: \"b\"");
    }

    #[test]
    fn and_binds_closer_than_or() {
        let (a, b, c) = (
            eq("a", Literal::Long(1)),
            eq("b", Literal::Long(2)),
            eq("c", Literal::Long(3)),
        );
        assert_eq!(
            parsed("a eq 1 or b eq 2 and c eq 3"),
            QueryFilter::Or(vec![a.clone(), QueryFilter::And(vec![b.clone(), c.clone()])])
        );
        assert_eq!(
            parsed("(a eq 1 OR b eq 2) AND c eq 3"),
            QueryFilter::And(vec![QueryFilter::Or(vec![a.clone(), b.clone()]), c.clone()])
        );
        assert_eq!(parsed("a eq 1 and b eq 2 and c eq 3"), QueryFilter::And(vec![a, b, c]));
    }

    #[test]
    fn not_needs_a_blank_or_a_parenthesis() {
        let negated = QueryFilter::Not(Box::new(eq("a", Literal::Long(1))));
        assert_eq!(parsed("!(a eq 1)"), negated);
        assert_eq!(parsed("! a eq 1"), negated);
        assert_eq!(parsed("!a eq 1"), eq("!a", Literal::Long(1)));
        assert_eq!(message("! ! a eq 1"), "For input string: \"eq\"");
    }

    #[test]
    fn what_the_grammar_does_not_allow() {
        for text in [
            "",
            "   ",
            "a",
            "a eq",
            "a eq \"b",
            "a eq \"b' and c pr",
            "a eq 1 b",
            "(a eq 1",
            "a eq 1)",
            "()",
            "a eq 1 and",
            "\"a\" eq 1",
            "!",
        ] {
            assert_eq!(message(text), format!("Invalid query filter '{text}'"));
        }
    }

    #[test]
    fn messages_show_the_filter_without_the_escapes_read_so_far() {
        assert_eq!(message("a eq \"b\\c\" x"), "Invalid query filter 'a eq \"bc\" x'");
        assert_eq!(
            message("a eq \"b\\"),
            "The filter string cannot end with an escape character"
        );
    }

    #[test]
    fn nesting_is_bounded() {
        let nested = |levels: usize| format!("{}a pr{}", "(".repeat(levels), ")".repeat(levels));
        assert_eq!(parsed(&nested(63)), QueryFilter::Present(Pointer::new("a")));
        for levels in [64, 100_000] {
            let text = nested(levels);
            assert_eq!(
                message(&text),
                format!(
                    "The query filter '{text}' cannot be parsed because it contains more than 256 nexted expressions"
                )
            );
        }
    }

    #[test]
    fn chains_are_not_bounded() {
        let text = vec!["a eq 1"; 100_000].join(" or ");
        let QueryFilter::Or(operands) = parsed(&text) else {
            panic!("no chain");
        };
        assert_eq!(operands.len(), 100_000);
    }

    #[test]
    fn pointers() {
        assert_eq!(Pointer::new("name").single(), Some("name"));
        assert_eq!(Pointer::new("/name/").single(), Some("name"));
        assert_eq!(Pointer::new("a~1b~0c").single(), Some("a/b~c"));
        assert_eq!(Pointer::new("name/first").single(), None);
        assert_eq!(Pointer::new("name/first").leaf(), Some("first"));
        assert!(Pointer::new("/").is_root());
    }

    fn printed(filter: &QueryFilter) -> String {
        let list = |operands: &[QueryFilter], word: &str| {
            let parts: Vec<String> = operands.iter().map(printed).collect();
            format!("({})", parts.join(word))
        };
        let value = |value: &Literal| match value {
            Literal::Text(text) => {
                format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
            }
            Literal::Boolean(value) => value.to_string(),
            Literal::Long(value) => value.to_string(),
            Literal::Double(value) => format!("{value:?}"),
        };
        let name = |pointer: &Pointer| pointer.single().unwrap_or_default().to_owned();
        match filter {
            QueryFilter::Literal(value) => value.to_string(),
            QueryFilter::And(operands) => list(operands, " and "),
            QueryFilter::Or(operands) => list(operands, " or "),
            QueryFilter::Not(operand) => format!("!({})", printed(operand)),
            QueryFilter::Present(pointer) => format!("{} pr", name(pointer)),
            QueryFilter::Comparison(pointer, _, literal) => {
                format!("{} eq {}", name(pointer), value(literal))
            }
            QueryFilter::Extended(pointer, operator, literal) => {
                format!("{} {operator} {}", name(pointer), value(literal))
            }
        }
    }

    fn filters() -> impl Strategy<Value = QueryFilter> {
        let name = || "[a-d_]{2,6}".prop_map(|name| Pointer::new(&name));
        let literal = prop_oneof![
            ".*".prop_map(Literal::Text),
            any::<bool>().prop_map(Literal::Boolean),
            any::<i64>().prop_map(Literal::Long),
            any::<i32>().prop_map(|n| Literal::Double(f64::from(n) / 8.0)),
        ];
        let leaf = prop_oneof![
            any::<bool>().prop_map(QueryFilter::Literal),
            name().prop_map(QueryFilter::Present),
            (name(), literal.clone()).prop_map(|(n, v)| QueryFilter::Comparison(n, Comparison::Equal, v)),
            (name(), "[x-z.]{1,3}", literal).prop_map(|(n, o, v)| QueryFilter::Extended(n, o, v)),
        ];
        leaf.prop_recursive(6, 40, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 2..4).prop_map(QueryFilter::And),
                prop::collection::vec(inner.clone(), 2..4).prop_map(QueryFilter::Or),
                inner.prop_map(|operand| QueryFilter::Not(Box::new(operand))),
            ]
        })
    }

    proptest! {
        #[test]
        fn any_text_gives_a_filter_or_an_error(text in any::<String>()) {
            let _ = parse(&text);
        }

        #[test]
        fn any_soup_of_tokens_gives_a_filter_or_an_error(
            words in prop::collection::vec(
                prop::sample::select(vec!["(", ")", "!", "a", "eq", "and", "or", "pr", "\"", "'", "\\", "1", "1.", " ", "ü"]),
                0..30,
            )
        ) {
            let _ = parse(&words.concat());
            let _ = parse(&words.join(" "));
        }

        #[test]
        fn a_printed_filter_reads_back(filter in filters()) {
            prop_assert_eq!(parsed(&printed(&filter)), filter);
        }
    }
}
