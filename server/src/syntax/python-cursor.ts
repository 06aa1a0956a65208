// Walks a tree over the parser's own WASM exports. The library's TreeCursor copies its state into WASM memory and back
// around every call; here it stays there from `open` to `close`, which makes a walk three times as quick. Between the two
// nothing else of the library may be called: the state lies in its transfer buffer. Undocumented, so the version is pinned
// and a test compares the walk with the library's.

import type { Tree } from 'web-tree-sitter';

type Handle = number;

export interface CursorExports {
  _ts_tree_root_node_wasm(tree: Handle): void;
  _ts_tree_cursor_new_wasm(tree: Handle): void;
  _ts_tree_cursor_delete_wasm(tree: Handle): void;
  _ts_tree_cursor_goto_first_child_wasm(tree: Handle): number;
  _ts_tree_cursor_goto_next_sibling_wasm(tree: Handle): number;
  _ts_tree_cursor_goto_parent_wasm(tree: Handle): number;
  _ts_tree_cursor_current_node_type_id_wasm(tree: Handle): number;
  _ts_tree_cursor_current_node_is_missing_wasm(tree: Handle): number;
  _ts_tree_cursor_current_field_id_wasm(tree: Handle): number;
  _ts_tree_cursor_start_index_wasm(tree: Handle): number;
  _ts_tree_cursor_end_index_wasm(tree: Handle): number;
}

export class Cursor {
  private tree: Handle = 0;

  constructor(private readonly exports: CursorExports) {}

  /** Stands on the root of a tree. */
  open(tree: Tree): void {
    this.tree = (tree as unknown as readonly Handle[])[0] ?? 0;
    this.exports._ts_tree_root_node_wasm(this.tree);
    this.exports._ts_tree_cursor_new_wasm(this.tree);
  }

  close(): void {
    this.exports._ts_tree_cursor_delete_wasm(this.tree);
  }

  firstChild(): boolean {
    return this.exports._ts_tree_cursor_goto_first_child_wasm(this.tree) === 1;
  }

  nextSibling(): boolean {
    return this.exports._ts_tree_cursor_goto_next_sibling_wasm(this.tree) === 1;
  }

  parent(): void {
    this.exports._ts_tree_cursor_goto_parent_wasm(this.tree);
  }

  /** Id of the node's type; an error has one that the grammar does not name. */
  type(): number {
    return this.exports._ts_tree_cursor_current_node_type_id_wasm(this.tree);
  }

  isMissing(): boolean {
    return this.exports._ts_tree_cursor_current_node_is_missing_wasm(this.tree) === 1;
  }

  field(): number {
    return this.exports._ts_tree_cursor_current_field_id_wasm(this.tree);
  }

  /** In UTF-16 code units. */
  start(): number {
    return this.exports._ts_tree_cursor_start_index_wasm(this.tree);
  }

  /** In UTF-16 code units. */
  end(): number {
    return this.exports._ts_tree_cursor_end_index_wasm(this.tree);
  }
}
