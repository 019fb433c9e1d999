//! What the tree promises to those who hold it.

use super::*;

fn shared_between_threads<T: Send + Sync + 'static>() {}

#[test]
fn the_tree_is_shared_between_threads() {
    shared_between_threads::<CompilationUnit>();
}

/// A node is allocated at the size of its largest kind: a kind that grows makes every tree grow.
#[test]
fn nodes_stay_small() {
    assert!(size_of::<Expr>() <= 24);
    assert!(size_of::<ExprKind>() <= 56, "{}", size_of::<ExprKind>());
    assert!(size_of::<StmtKind>() <= 40, "{}", size_of::<StmtKind>());
    assert!(size_of::<Link>() <= 56, "{}", size_of::<Link>());
}
