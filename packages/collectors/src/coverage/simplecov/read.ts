import type { FileCounts } from "../counts/file-counts.ts";
import { mergePoints } from "../counts/points.ts";
import type { Points } from "../counts/points.ts";
import type { JsonCursor } from "../json/cursor.ts";
import { readJsonReport } from "../json/open.ts";
import { JsonRemarks } from "../json/remarks.ts";
import type { CoverageReadOptions, ReadCoverage } from "../read-report.ts";
import { combineLines } from "./combined-lines.ts";
import type { SourceFile } from "./source-file.ts";
import { readSourceFile } from "./source-file.ts";

/**
 * Reads what SimpleCov leaves behind: `.resultset.json`, an object of commands with what each executed, or the
 * `coverage.json` of its JSON formatter. Commands are combined as SimpleCov does it. A line is null, never counted,
 * where there is no code; `:nocov:` is only known to `coverage.json`, a result set counts what stands between.
 *
 * Throws `HoldpointError` with file, line and column (in bytes): `HP-READ-SYNTAX` for a value of the wrong form,
 * `-NOT-THE-FORMAT`, and what every JSON report can be.
 *
 * @example
 * const bytes = Buffer.from('{"RSpec": {"coverage": {"/w/a.rb": {"lines": [1, null, 0]}}, "timestamp": 1}}');
 * readSimplecov(bytes, { file: ".resultset.json", interner: new Interner() }).files.size; // 1
 */
export function readSimplecov(bytes: Uint8Array, options: CoverageReadOptions): ReadCoverage {
  return readJsonReport(bytes, options, (cursor) => {
    const remarks = new JsonRemarks(cursor);
    const files = new Map<string, SourceFile[]>();
    if (cursor.kind() !== "object") cursor.failFormat("the document is not an object of commands");
    let isFormatter = false;
    let hasCoverage = false;
    cursor.object((key) => {
      if (key === "meta") {
        isFormatter = true;
        cursor.skip();
      } else if (key === "coverage") {
        hasCoverage = true;
        readFiles(cursor, remarks, options, files);
      } else if (isFormatter || hasCoverage) cursor.skip();
      else readCommand(cursor, remarks, options, files);
    });
    if (isFormatter && !hasCoverage) cursor.failFormat("the document has no coverage, as SimpleCov writes", 0);
    if (files.size === 0) remarks.add("nothing-measured", 0, "the report lists no file");
    return {
      files: new Map([...files].map(([path, parts]) => [path, combine(parts, options)])),
      contexts: new Map(),
      mismatches: [],
      remarks: remarks.finish(),
      instrumenter: "simplecov",
    };
  });
}

function readCommand(
  cursor: JsonCursor,
  remarks: JsonRemarks,
  options: CoverageReadOptions,
  files: Map<string, SourceFile[]>,
): void {
  const { at } = cursor;
  if (cursor.kind() !== "object") cursor.failFormat("this is no command of a result set");
  let hasCoverage = false;
  cursor.object((key) => {
    if (key !== "coverage") return cursor.skip();
    hasCoverage = true;
    readFiles(cursor, remarks, options, files);
  });
  if (!hasCoverage) cursor.failFormat("this is no command of a result set: it has no coverage", at);
}

function readFiles(
  cursor: JsonCursor,
  remarks: JsonRemarks,
  { interner }: CoverageReadOptions,
  files: Map<string, SourceFile[]>,
): void {
  cursor.object((path) => {
    const file = readSourceFile(cursor, remarks, interner);
    if (file.lines === null) cursor.fail("a file has no lines", file.offset);
    if (file.lines.every((hits) => hits < 0)) {
      remarks.add("nothing-measured", file.offset, "the file has no line that could be covered");
    }
    files.set(path, [...(files.get(path) ?? []), file]);
  });
}

function combine(parts: readonly SourceFile[], { keepHits }: CoverageReadOptions): FileCounts {
  return {
    ...combineLines(
      parts.map(({ lines }) => lines ?? []),
      keepHits,
    ),
    branches: all(parts.map(({ branches }) => branches)),
    functions: all(parts.map(({ functions }) => functions)),
    statements: null,
    regions: null,
  };
}

function all(points: readonly (Points | null)[]): Points | null {
  let merged: Points | null = null;
  for (const one of points) if (one !== null) merged = merged === null ? one : mergePoints(merged, one);
  return merged;
}
