import type { LineCursor } from "./cursor.ts";

const PLAIN = /[^"\\]*/y;

/**
 * The text between quotation marks from here on, its escapes resolved; null when it does not end. Backslash, quotation
 * mark and line feed are escaped; OpenMetrics takes a backslash before any other character as it stands.
 */
export function readQuoted(cursor: LineCursor): string | null {
  const from = cursor.at;
  cursor.at += 1;
  let text = cursor.match(PLAIN) ?? "";
  while (cursor.char === "\\") {
    const next = cursor.line.charAt(cursor.at + 1);
    if (next === "n") text += "\n";
    else if (next === "\\" || next === '"') text += next;
    else {
      if (!cursor.openMetrics || next === "") cursor.note("bad-escape", `there is no escape \\${next}`);
      text += `\\${next}`;
    }
    cursor.at += 2;
    text += cursor.match(PLAIN) ?? "";
  }
  return cursor.take('"') ? text : cursor.fail("bad-labels", "the quotation mark is not closed", from);
}
