import type { JsonObject } from "@holdpoint/core";
import { HoldpointError, readJson } from "@holdpoint/core";
import { REPORT_DEPTH_MAX, REPORT_SIZE_BYTES_MAX } from "../reading/limits.ts";
import type { TextLine } from "./text-lines.ts";

/**
 * The JSON object of one line.
 *
 * @throws HoldpointError what the JSON reader throws, at this line; `HP-READ-TRUNCATED` when it is the last one and has
 * no line break, because then the writer was interrupted; `HP-READ-SYNTAX` for a value that is no object
 */
export function jsonLine({ text, number, ended }: TextLine, file: string): JsonObject {
  const place = { file, line: number, column: 1 };
  let value;
  try {
    value = readJson(text, { file, sizeBytesMax: REPORT_SIZE_BYTES_MAX, depthMax: REPORT_DEPTH_MAX });
  } catch (thrown) {
    if (!(thrown instanceof HoldpointError)) throw thrown;
    const at = { ...place, column: thrown.place.column ?? 1 };
    const code = thrown.code === "HP-READ-TRUNCATED" && ended ? "HP-READ-SYNTAX" : thrown.code;
    throw new HoldpointError(code, thrown.message, at, thrown);
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw new HoldpointError("HP-READ-SYNTAX", "the line is no JSON object", place);
}

/** A member that must be a string when it is there. */
export function textMember(event: JsonObject, key: string, file: string, line: number): string | null {
  const value = event[key];
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value;
  throw new HoldpointError("HP-READ-SYNTAX", `${key} must be a string`, { file, line, column: 1 });
}
