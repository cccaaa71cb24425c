import type { ErrorCode } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";

/** Throws with line and column, both from 1, of an offset in UTF-16 code units. */
export function failAt(file: string, text: string, offset: number, code: ErrorCode, detail: string): never {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  throw new HoldpointError(code, detail, { file, line, column: offset - before.lastIndexOf("\n") });
}
