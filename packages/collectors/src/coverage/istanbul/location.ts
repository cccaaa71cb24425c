import type { Json, JsonObject } from "@holdpoint/core";
import { LINE_MAX } from "../counts/line-hits.ts";
import type { JsonPlace } from "./shape.ts";
import { failAt, inside, isObject } from "./shape.ts";

/** First line of a location `{start: {line, column}, end}`; null where it is left empty, as for an absent `else`. */
export function startLine(location: Json | undefined, place: JsonPlace): number | null {
  const start = isObject(location) ? location["start"] : undefined;
  const line = isObject(start) ? start["line"] : undefined;
  if (line === undefined || line === null) return null;
  if (typeof line !== "number" || !Number.isInteger(line) || line < 1 || line > LINE_MAX) {
    failAt(inside(inside(place, "start"), "line"), "must be the number of a line");
  }
  return line;
}

/** The same text for the same place in the source, whatever number a report gives it. */
export function locationKey(location: Json | undefined): string {
  if (!isObject(location)) return "";
  return `${position(location["start"])}-${position(location["end"])}`;
}

function position(value: Json | undefined): string {
  const at: JsonObject = isObject(value) ? value : {};
  return JSON.stringify([at["line"] ?? null, at["column"] ?? null]);
}
