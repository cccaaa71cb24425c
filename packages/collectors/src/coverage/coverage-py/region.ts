import type { JsonCursor } from "../json/cursor.ts";
import type { Summary } from "./summary.ts";
import { readSummary } from "./summary.ts";

/** A jump from one line to another; below 0 it leaves the code object that begins there. */
export type Arc = readonly [from: number, to: number];

/** What coverage.py lists of a file, a class or a function. */
export interface Region {
  readonly offset: number;
  executed: readonly number[];
  missing: readonly number[];
  excluded: readonly number[];
  /** Null unless branches were measured. */
  executedArcs: readonly Arc[] | null;
  missingArcs: readonly Arc[] | null;
  startLine: number | null;
  summary: Summary | null;
  /** Lines by the name of the context that executed them; only of files. */
  contexts: ReadonlyMap<string, number[]>;
  /** Only of files of format 3. */
  functions: readonly Region[] | null;
}

/** The key of what belongs to no function. */
const OUTSIDE = "";

/** @param isFile whether contexts and functions are wanted; those of a part repeat what the file says */
export function readRegion(cursor: JsonCursor, isFile: boolean): Region {
  const region: Region = {
    offset: cursor.at,
    executed: [],
    missing: [],
    excluded: [],
    executedArcs: null,
    missingArcs: null,
    startLine: null,
    summary: null,
    contexts: new Map(),
    functions: null,
  };
  const { at: offset } = cursor;
  const seen = new Set<string>();
  cursor.object((key) => {
    seen.add(key);
    if (key === "executed_lines") region.executed = readLines(cursor);
    else if (key === "missing_lines") region.missing = readLines(cursor);
    else if (key === "excluded_lines") region.excluded = readLines(cursor);
    else if (key === "executed_branches") region.executedArcs = readArcs(cursor);
    else if (key === "missing_branches") region.missingArcs = readArcs(cursor);
    else if (key === "start_line") region.startLine = cursor.line();
    else if (key === "summary" && isFile) region.summary = readSummary(cursor);
    else if (key === "contexts" && isFile) region.contexts = readContexts(cursor);
    else if (key === "functions" && isFile) region.functions = readFunctions(cursor);
    else cursor.skip();
  });
  for (const key of ["executed_lines", "missing_lines"]) {
    if (seen.has(key)) continue;
    if (isFile && seen.size > 0 && !seen.has("summary")) cursor.failFormat("this is no entry of a file", offset);
    cursor.fail(`there are no ${key}`, offset);
  }
  return region;
}

function readFunctions(cursor: JsonCursor): readonly Region[] {
  const functions: Region[] = [];
  cursor.object((name) => {
    if (name === OUTSIDE) cursor.skip();
    else functions.push(readRegion(cursor, false));
  });
  return functions;
}

function readLines(cursor: JsonCursor): number[] {
  const lines: number[] = [];
  cursor.array(() => lines.push(cursor.line()));
  return lines;
}

function readArcs(cursor: JsonCursor): Arc[] {
  const arcs: Arc[] = [];
  cursor.array(() => {
    const { at } = cursor;
    const ends: number[] = [];
    cursor.array(() => ends.push(cursor.number()));
    const [from = 0, to = 0] = ends;
    if (ends.length !== 2 || !Number.isInteger(from) || !Number.isInteger(to)) {
      cursor.fail("a branch must be two numbers of lines", at);
    }
    arcs.push([from, to]);
  });
  return arcs;
}

function readContexts(cursor: JsonCursor): ReadonlyMap<string, number[]> {
  const contexts = new Map<string, number[]>();
  cursor.object((key) => {
    const line = Number(key);
    if (!/^[1-9]\d{0,9}$/.test(key)) cursor.fail(`${JSON.stringify(key.slice(0, 40))} is not the number of a line`);
    cursor.array(() => {
      const name = cursor.text();
      const lines = contexts.get(name);
      if (lines === undefined) contexts.set(name, [line]);
      else lines.push(line);
    });
  });
  return contexts;
}
