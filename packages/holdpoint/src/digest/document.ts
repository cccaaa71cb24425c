/** A text that every renderer escapes in its own way. */
export type Cell = string | { readonly code: string };

export interface DocumentTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that are not shown. */
  readonly more: number;
}

export interface DocumentSection {
  readonly title: string;
  readonly says: readonly string[];
  readonly table?: DocumentTable;
}

/** What there is to read, before it is Markdown, HTML or text. */
export interface Document {
  readonly title: string;
  /** What somebody reads who reads nothing else; a sentence an item. */
  readonly lead: readonly string[];
  readonly sections: readonly DocumentSection[];
  readonly foot: string;
}

/** A table of at most so many rows that says how many it leaves out. */
export function boundedTable(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  rowsMax: number,
): DocumentTable {
  return { head, rows: rows.slice(0, rowsMax), more: Math.max(0, rows.length - rowsMax) };
}

export function cellText(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.code;
}
