import type { Interner } from "../counts/interner.ts";
import type { Points } from "../counts/points.ts";
import { PointsBuilder } from "../counts/points.ts";
import type { JsonCursor } from "../json/cursor.ts";
import type { JsonRemarks } from "../json/remarks.ts";
import { NEVER } from "./combined-lines.ts";
import { readRubyPlace } from "./ruby-key.ts";

/** What SimpleCov writes of a line or branch between `:nocov:` marks. */
const IGNORED = "ignored";

/** One file of one command. */
export interface SourceFile {
  /** By line from 0: `NEVER`, or hits. */
  lines: readonly number[] | null;
  branches: Points | null;
  functions: Points | null;
}

/** @param cursor at `{"lines": […], "branches": …}`, or at the lines alone, as SimpleCov wrote before 0.18 */
export function readSourceFile(cursor: JsonCursor, remarks: JsonRemarks, interner: Interner): SourceFile {
  const file: SourceFile = { lines: null, branches: null, functions: null };
  if (cursor.kind() === "array") return { ...file, lines: readLines(cursor, remarks) };
  if (cursor.kind() !== "object") cursor.failFormat("this is no entry of a file");
  cursor.object((key) => {
    if (key === "lines") file.lines = readLines(cursor, remarks);
    else if (key === "branches" && !cursor.isNull()) file.branches = readBranches(cursor, remarks, interner);
    else if (key === "methods" && !cursor.isNull()) file.functions = readMethods(cursor, remarks, interner);
    else if (key !== "branches" && key !== "methods") cursor.skip();
  });
  return file;
}

function readLines(cursor: JsonCursor, remarks: JsonRemarks): readonly number[] {
  const lines: number[] = [];
  cursor.array(() => lines.push(readHits(cursor, remarks)));
  return lines;
}

/** Hits, or `NEVER` for null and what is ignored. */
function readHits(cursor: JsonCursor, remarks: JsonRemarks): number {
  if (cursor.isNull()) return NEVER;
  if (cursor.kind() !== "string") return remarks.hits();
  const { at } = cursor;
  if (cursor.text() !== IGNORED) cursor.fail(`must be a count, null or "${IGNORED}"`, at);
  return NEVER;
}

/** Conditions with their ways: Ruby's own hash in a result set, a list of ways in `coverage.json`. */
function readBranches(cursor: JsonCursor, remarks: JsonRemarks, interner: Interner): Points {
  const points = new PointsBuilder();
  if (cursor.kind() === "array") cursor.array(() => readWay(cursor, remarks, interner, points));
  else
    cursor.object((condition) => {
      const whole = readRubyPlace(cursor, condition);
      cursor.object((way) => {
        const { line, key } = readRubyPlace(cursor, way);
        const hits = readHits(cursor, remarks);
        const at = `${whole.key} ${line - whole.line} ${key}`;
        if (hits !== NEVER) points.add(line, interner.of(at), 0, hits > 0);
      });
    });
  return points.finish();
}

function readWay(cursor: JsonCursor, remarks: JsonRemarks, interner: Interner, points: PointsBuilder): void {
  const { at } = cursor;
  const way = { type: "", line: 0, endLine: 0, hits: NEVER, hasHits: false };
  cursor.object((key) => {
    if (key === "type") way.type = cursor.text();
    else if (key === "start_line") way.line = cursor.line();
    else if (key === "end_line") way.endLine = cursor.line();
    else if (key === "coverage") {
      way.hits = readHits(cursor, remarks);
      way.hasHits = true;
    } else cursor.skip();
  });
  if (way.line === 0 || !way.hasHits) cursor.fail("a branch has no start_line or no coverage", at);
  if (way.hits === NEVER) return;
  points.add(way.line, interner.of(`${way.type} ${way.endLine - way.line}`), points.size, way.hits > 0);
}

function readMethods(cursor: JsonCursor, remarks: JsonRemarks, interner: Interner): Points {
  const points = new PointsBuilder();
  if (cursor.kind() === "array") cursor.array(() => readWay(cursor, remarks, interner, points));
  else
    cursor.object((method) => {
      const { line, key } = readRubyPlace(cursor, method);
      const hits = readHits(cursor, remarks);
      if (hits !== NEVER) points.add(line, interner.of(key), 0, hits > 0);
    });
  return points.finish();
}
