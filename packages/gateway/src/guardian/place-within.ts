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
  const written = (lines[line - 1] ?? "").slice(column - 1);
  if (written.startsWith("|")) return inBlock(lines, place, line, value, offset);
  const quote = written.startsWith('"') || written.startsWith("'") ? 1 : 0;
  if (!written.startsWith(value, quote)) return place;
  return { ...place, column: column + quote + offset };
}

function inBlock(lines: readonly string[], place: ErrorPlace, line: number, value: string, offset: number): ErrorPlace {
  const before = value.slice(0, offset).split("\n");
  const wanted = value.split("\n")[before.length - 1] ?? "";
  const written = lines[line - 1 + before.length] ?? "";
  if (!written.trimEnd().endsWith(wanted.trimEnd())) return place;
  const indent = written.length - written.trimStart().length - (wanted.length - wanted.trimStart().length);
  return { ...place, line: line + before.length, column: indent + (before.at(-1) ?? "").length + 1 };
}
