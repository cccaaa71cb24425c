import type { ErrorPlace } from "@holdpoint/core";

/**
 * Where a part of a YAML scalar stands: exact for scalars that are written as they are read (plain and quoted ones on
 * one line, literal blocks), else the scalar's beginning.
 *
 * @param source the whole document
 * @param place where the scalar begins
 * @param offset characters from the beginning of its value
 */
export function placeWithin(source: string, place: ErrorPlace, value: string, offset: number): ErrorPlace {
  const { line, column } = place;
  if (line === undefined || column === undefined) return place;
  const lines = source.split("\n");
  const written = lines[line - 1]?.slice(column - 1);
  if (written === undefined) return place;
  if (written.startsWith("|")) return inBlock(lines, place, line, value, offset);
  const quote = written.startsWith('"') || written.startsWith("'") ? 1 : 0;
  if (!written.startsWith(value, quote)) return place;
  return { ...place, column: column + quote + offset };
}

function inBlock(lines: readonly string[], place: ErrorPlace, line: number, value: string, offset: number): ErrorPlace {
  const before = value.slice(0, offset).split("\n").length;
  const start = value.slice(0, offset).lastIndexOf("\n") + 1;
  const wanted = value.slice(start).replace(/\n.*/s, "");
  const written = lines[line - 1 + before];
  if (!written?.trimEnd().endsWith(wanted.trimEnd())) return place;
  const indent = written.length - written.trimStart().length - (wanted.length - wanted.trimStart().length);
  return { ...place, line: line + before, column: indent + offset - start + 1 };
}
