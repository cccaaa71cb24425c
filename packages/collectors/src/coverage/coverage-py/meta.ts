import type { JsonCursor } from "../json/cursor.ts";

/** Formats of the document that are read; it was not numbered before the second. */
export const FORMATS: readonly number[] = [2, 3];
const FORMAT_UNNUMBERED = 2;

/** What coverage.py says of the whole report. */
export interface Meta {
  /** One of `FORMATS`. */
  format: number;
  /** Null where it is not told. */
  hasBranches: boolean | null;
}

export function readMeta(cursor: JsonCursor): Meta {
  const { at: offset } = cursor;
  const meta: Meta = { format: FORMAT_UNNUMBERED, hasBranches: null };
  const seen = new Set<string>();
  cursor.object((key) => {
    seen.add(key);
    const { at } = cursor;
    if (key === "branch_coverage") meta.hasBranches = cursor.truth();
    else if (key === "format") {
      meta.format = cursor.count();
      if (!FORMATS.includes(meta.format)) {
        cursor.failFormat(`format ${meta.format} of coverage.py is not read, only ${FORMATS.join(" and ")}`, at);
      }
    } else cursor.skip();
  });
  if (!seen.has("branch_coverage") && !seen.has("show_contexts"))
    cursor.failFormat("this is no meta of coverage.py", offset);
  return meta;
}
