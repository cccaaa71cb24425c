import type { FileCounts } from "../counts/file-counts.ts";
import { LineHitsBuilder } from "../counts/line-hits.ts";
import { PointsBuilder } from "../counts/points.ts";
import type { JsonCursor } from "../json/cursor.ts";
import type { JsonRemarks } from "../json/remarks.ts";
import type { CoverageReadOptions } from "../read-report.ts";
import { recogniseInstrumenter } from "./instrumenter.ts";
import type { Mapped, MappedBranch } from "./maps.ts";
import { readBranches, readFunctions, readStatements } from "./maps.ts";
import type { Members } from "./members.ts";
import { joinMembers, readMembers } from "./members.ts";

export interface FileEntry {
  readonly counts: FileCounts;
  readonly instrumenter: string;
}

interface Parts {
  statementMap: Members<Mapped>;
  fnMap: Members<Mapped>;
  branchMap: Members<MappedBranch>;
  s: Members<number>;
  f: Members<number>;
  b: Members<readonly number[]>;
}

const PARTS = ["statementMap", "fnMap", "branchMap", "s", "f", "b"] as const;

/** Reads the entry of one file; lines are those on which a statement begins, as Istanbul's own reports derive them. */
export function readFileEntry(
  cursor: JsonCursor,
  path: string,
  remarks: JsonRemarks,
  { interner, keepHits }: CoverageReadOptions,
): FileEntry {
  const { at: offset } = cursor;
  if (cursor.kind() !== "object") cursor.failFormat("this is no entry of a file");
  const keys = new Set<string>();
  const parts: Partial<Parts> = {};
  const hits = (): number => remarks.hits();
  cursor.object((key) => {
    keys.add(key);
    if (key === "path") readPath(cursor, path);
    else if (key === "statementMap") parts.statementMap = readStatements(cursor, interner);
    else if (key === "fnMap") parts.fnMap = readFunctions(cursor, interner);
    else if (key === "branchMap") parts.branchMap = readBranches(cursor, interner);
    else if (key === "s") parts.s = readMembers(cursor, key, hits);
    else if (key === "f") parts.f = readMembers(cursor, key, hits);
    else if (key === "b") parts.b = readMembers(cursor, key, () => readWays(cursor, hits));
    else cursor.skip();
  });
  if (!keys.has("statementMap") || !keys.has("s")) cursor.failFormat("this is no entry of a file", offset);
  for (const part of ["path", ...PARTS]) if (!keys.has(part)) cursor.fail(`the entry has no ${part}`, offset);
  const counts = countParts(cursor, parts as Parts, keepHits);
  if (counts.lines?.length === 0 && counts.branches?.length === 0 && counts.functions?.length === 0) {
    remarks.add("nothing-measured", offset, "the file has no statement, no function and no branch");
  }
  return { counts, instrumenter: recogniseInstrumenter(keys) };
}

function readPath(cursor: JsonCursor, path: string): void {
  const { at } = cursor;
  if (cursor.kind() !== "string" || cursor.text() !== path) cursor.fail("path must be the key of the entry", at);
}

function readWays(cursor: JsonCursor, hits: () => number): readonly number[] {
  const counts: number[] = [];
  cursor.array(() => counts.push(hits()));
  return counts;
}

function countParts(cursor: JsonCursor, parts: Parts, keepHits: boolean | undefined): FileCounts {
  const lines = new LineHitsBuilder(keepHits);
  const statements = new PointsBuilder();
  joinMembers(cursor, parts.statementMap, parts.s, ({ line, key }, count) => {
    lines.add(line, count);
    statements.add(line, key, 0, count > 0);
  });
  const functions = new PointsBuilder();
  joinMembers(cursor, parts.fnMap, parts.f, ({ line, key }, count) => functions.add(line, key, 0, count > 0));
  const branches = new PointsBuilder();
  joinMembers(cursor, parts.branchMap, parts.b, ({ line, keys }, counts, offset) => {
    if (keys.length !== counts.length) {
      cursor.fail(`has ${keys.length} ways in branchMap and ${counts.length} counts in b`, offset);
    }
    keys.forEach((key, index) => branches.add(line, key, 0, (counts[index] ?? 0) > 0));
  });
  return {
    ...lines.finish(),
    statements: statements.finish(),
    functions: functions.finish(),
    branches: branches.finish(),
    regions: null,
  };
}
