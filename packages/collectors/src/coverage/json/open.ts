import { assertUtf8Text, withoutByteOrderMark } from "../../reading/utf8.ts";
import type { CoverageReadOptions } from "../read-report.ts";
import { JsonCursor } from "./cursor.ts";

/**
 * Reads a whole JSON report with a reader that walks over it.
 *
 * Throws `HoldpointError` with file, line and column (in bytes): `HP-READ-EMPTY`, `-ENCODING`, `-TRUNCATED`, `-DEPTH`,
 * `-DUPLICATE-KEY`, `-SYNTAX` for what is not JSON or not of the form that the reader asks for, `-NOT-THE-FORMAT`.
 */
export function readJsonReport<Result>(
  bytes: Uint8Array,
  { file }: Pick<CoverageReadOptions, "file">,
  reader: (cursor: JsonCursor) => Result,
): Result {
  assertUtf8Text(bytes, file);
  return new JsonCursor(withoutByteOrderMark(bytes), file).read(reader);
}
