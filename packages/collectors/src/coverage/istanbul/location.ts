import type { JsonCursor } from "../json/cursor.ts";

/** A place in the source, `{start: {line, column}, end: {line, column}}`; what is left empty is -1. */
export interface Location {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Nothing, as for an `else` that is not there. */
const nowhere = (): Location => ({ line: -1, column: -1, endLine: -1, endColumn: -1 });

/**
 * Reads a location; null where there is none. Lines must be lines where they are given; a column that is no number is
 * the end of the line, which JSON writes as null.
 */
export function readLocation(cursor: JsonCursor): Location | null {
  if (cursor.kind() !== "object") {
    cursor.skip();
    return null;
  }
  const location = nowhere();
  cursor.object((key) => {
    if (cursor.kind() !== "object" || (key !== "start" && key !== "end")) return cursor.skip();
    const isStart = key === "start";
    cursor.object((part) => {
      if (part === "line" && !cursor.isNull()) {
        if (isStart) location.line = cursor.line();
        else location.endLine = cursor.line();
      } else if (part === "column" && cursor.kind() === "number") {
        if (isStart) location.column = cursor.number();
        else location.endColumn = cursor.number();
      } else if (part !== "line") {
        cursor.skip();
      }
    });
  });
  return location;
}

/** The same text for the same place, whatever number a report gives it, apart from the line it is kept under. */
export function locationKey(location: Location | null, keptLine: number): string {
  if (location === null) return "";
  const { line, column, endLine, endColumn } = location;
  return `${line - keptLine}:${column}:${endLine - keptLine}:${endColumn}`;
}
