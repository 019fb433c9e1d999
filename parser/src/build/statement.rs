//! Statements, blocks and the whole file.

use rovy_lexer::Span;

use super::{Builder, Item, Items};
use crate::ast::*;
use crate::diagnostic::codes;

impl Builder<'_> {
    pub(crate) fn unit(&mut self, items: Items) -> CompilationUnit {
        let mut unit = CompilationUnit {
            span: Span::new(0, self.source.len() as u32),
            ..CompilationUnit::default()
        };
        for (before, item) in items.others {
            match item {
                Item::Import(import) => unit.imports.push(*import),
                Item::Package(package) => {
                    if unit.package.is_some() || before > 0 || !unit.imports.is_empty() {
                        self.error(
                            codes::MISPLACED,
                            package.span,
                            "`package` must stand at the start of the file",
                        );
                    }
                    unit.package = Some(*package);
                }
                other => self.misplaced(&other),
            }
        }
        unit.statements = items.statements;
        unit
    }

    /// Statements inside a block or closure.
    pub(crate) fn statements(&mut self, items: Items) -> Vec<Stmt> {
        for (_, other) in &items.others {
            self.misplaced(other);
        }
        for stmt in &items.statements {
            self.refuse_declaration(stmt);
        }
        items.statements
    }

    /// Methods and classes may stand in scripts and classes, not in blocks.
    fn refuse_declaration(&mut self, stmt: &Stmt) {
        match &*stmt.kind {
            StmtKind::Method(method) => {
                let message = format!("the method `{}` cannot stand inside a block", method.name.name);
                self.error(codes::MISPLACED, method.name.span, message);
            }
            StmtKind::Class(class) => {
                let message = format!(
                    "the {} `{}` cannot stand inside a block",
                    class.kind.text(),
                    class.name.name
                );
                self.error(codes::MISPLACED, class.span, message);
            }
            _ => {}
        }
    }

    pub(super) fn misplaced(&mut self, item: &Item) {
        let (span, message) = match item {
            Item::Stmt(stmt) => (stmt.span, "a statement cannot stand here"),
            Item::Import(import) => (import.span, "`import` must stand at the top level of the file"),
            Item::Package(package) => (package.span, "`package` must stand at the start of the file"),
            Item::Constructor(constructor) => (constructor.span, "a constructor must stand in a class"),
            Item::Initializer(_, block) => (block.span, "an initializer must stand in a class"),
        };
        self.error(codes::MISPLACED, span, message);
    }

    pub(crate) fn block(&mut self, l: u32, items: Items, r: u32) -> Block {
        let statements = self.statements(items);
        Block {
            span: self.span(l, r),
            statements,
        }
    }

    pub(crate) fn expression_statements(&mut self, list: Vec<Expr>) -> Vec<Stmt> {
        list.into_iter()
            .map(|expr| Stmt::new(expr.span, StmtKind::Expr(expr)))
            .collect()
    }

    pub(crate) fn if_(&mut self, l: u32, condition: Expr, then: Stmt, otherwise: Option<Stmt>, r: u32) -> Stmt {
        self.stmt(
            l,
            StmtKind::If(Box::new(If {
                condition,
                then,
                otherwise,
            })),
            r,
        )
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of the rule")]
    pub(crate) fn for_in(
        &mut self,
        l: u32,
        modifiers: Box<Modifiers>,
        ty: Option<Box<TypeRef>>,
        name: Ident,
        source: Expr,
        body: Stmt,
        r: u32,
    ) -> Stmt {
        let ty = ty.map(|ty| *ty);
        self.stmt(
            l,
            StmtKind::ForIn(Box::new(ForIn {
                modifiers: *modifiers,
                ty,
                name,
                source,
                body,
            })),
            r,
        )
    }

    /// `label: body`; the label's span has its colon, up to `label_end`.
    pub(crate) fn labeled(&mut self, l: u32, label_end: u32, body: Stmt, r: u32) -> Stmt {
        let text = self.text(Span::new(l, label_end));
        let name = text.trim_end_matches(':').trim_end();
        let label = self.ident(l, l + name.len() as u32);
        self.stmt(l, StmtKind::Labeled(Box::new(Labeled { label, body })), r)
    }

    pub(crate) fn try_(
        &mut self,
        l: u32,
        resources: Items,
        body: Block,
        catches: Vec<Catch>,
        finally: Option<Block>,
        r: u32,
    ) -> Stmt {
        let resources = self.statements(resources);
        self.stmt(
            l,
            StmtKind::Try(Box::new(Try {
                resources,
                body,
                catches,
                finally,
            })),
            r,
        )
    }

    pub(crate) fn catch(
        &mut self,
        l: u32,
        modifiers: Box<Modifiers>,
        types: Vec<Box<TypeRef>>,
        name: Ident,
        body: Block,
        r: u32,
    ) -> Box<Catch> {
        let types = self.unboxed(types);
        Box::new(Catch {
            span: self.span(l, r),
            modifiers: *modifiers,
            types,
            name,
            body,
        })
    }

    pub(crate) fn case_group(&mut self, l: u32, labels: Vec<(CaseLabel, bool)>, items: Items, r: u32) -> SwitchGroup {
        let arrow = labels.last().is_some_and(|(_, arrow)| *arrow);
        let labels = labels.into_iter().map(|(label, _)| label).collect();
        let body = self.statements(items);
        SwitchGroup {
            span: self.span(l, r),
            labels,
            arrow,
            body,
        }
    }

    pub(crate) fn case_label(&mut self, l: u32, kind: CaseKind, arrow: bool, r: u32) -> Box<(CaseLabel, bool)> {
        Box::new((
            CaseLabel {
                span: self.span(l, r),
                kind,
            },
            arrow,
        ))
    }
}
