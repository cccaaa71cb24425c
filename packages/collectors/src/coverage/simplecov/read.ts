import type { FileCounts } from "../counts/file-counts.ts";
import { mergePoints } from "../counts/points.ts";
import type { Points } from "../counts/points.ts";
import type { JsonCursor } from "../json/cursor.ts";
import type { JsonNode, JsonSpot } from "../json/node.ts";
import { SKIPPED } from "../json/node.ts";
import { openJsonReport } from "../json/open.ts";
import { BEGIN } from "../json/places.ts";
import { JsonRemarks } from "../json/remarks.ts";
import type { CoverageReader, CoverageReadOptions, ReadCoverage } from "../read-report.ts";
import { combineLines, countLines } from "./combined-lines.ts";
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
 * const reader = openSimplecov({ file: ".resultset.json", interner: new Interner() });
 * reader.push(Buffer.from('{"RSpec": {"coverage": {"/w/a.rb": {"lines": [1, null, 0]}}, "timestamp": 1}}'));
 * reader.finish().files.size; // 1
 */
export function openSimplecov(options: CoverageReadOptions): CoverageReader {
  return openJsonReport(options, (cursor) => {
    const reader = new SimplecovReader(cursor, options);
    return { root: (spot) => reader.root(spot), finish: () => reader.finish() };
  });
}

class SimplecovReader {
  readonly #options: CoverageReadOptions;
  readonly #remarks: JsonRemarks;
  readonly #files = new Map<string, FileCounts>();
  #isFormatter = false;
  #hasCoverage = false;

  constructor(cursor: JsonCursor, options: CoverageReadOptions) {
    this.#options = options;
    this.#remarks = new JsonRemarks(cursor);
  }

  root(spot: JsonSpot): JsonNode {
    if (spot.kind !== "object") spot.failFormat("the document is not an object of commands");
    return {
      kind: "object",
      member: (key, value) => this.#member(key, value),
      end: () => {
        if (!this.#isFormatter || this.#hasCoverage) return;
        spot.failFormat("the document has no coverage, as SimpleCov writes", BEGIN);
      },
    };
  }

  finish(): ReadCoverage {
    if (this.#files.size === 0) this.#remarks.add("nothing-measured", BEGIN, "the report lists no file");
    return {
      files: this.#files,
      contexts: new Map(),
      mismatches: [],
      remarks: this.#remarks.finish(),
      instrumenter: "simplecov",
    };
  }

  #member(key: string, spot: JsonSpot): JsonNode {
    if (key === "coverage") {
      this.#hasCoverage = true;
      return this.#filesNode();
    }
    if (key === "meta") this.#isFormatter = true;
    return this.#isFormatter || this.#hasCoverage ? SKIPPED : this.#commandNode(spot);
  }

  #commandNode(spot: JsonSpot): JsonNode {
    if (spot.kind !== "object") spot.failFormat("this is no command of a result set");
    let hasCoverage = false;
    return {
      kind: "object",
      member: (key) => {
        if (key !== "coverage") return SKIPPED;
        hasCoverage = true;
        return this.#filesNode();
      },
      end: () => {
        if (!hasCoverage) spot.failFormat("this is no command of a result set: it has no coverage");
      },
    };
  }

  #filesNode(): JsonNode {
    return { kind: "object", member: (path) => ({ kind: "value", read: (cursor) => this.#readFile(cursor, path) }) };
  }

  #readFile(cursor: JsonCursor, path: string): void {
    const { at } = cursor;
    const { lines, branches, functions } = readSourceFile(cursor, this.#remarks, this.#options.interner);
    if (lines === null) cursor.fail("a file has no lines", at);
    if (lines.every((hits) => hits < 0)) {
      this.#remarks.add("nothing-measured", at, "the file has no line that could be covered");
    }
    const counts = {
      ...countLines(lines, this.#options.keepHits),
      branches,
      functions,
      statements: null,
      regions: null,
    };
    const before = this.#files.get(path);
    this.#files.set(path, before === undefined ? counts : combine(before, counts));
  }
}

/** What two commands made of one file. */
function combine(a: FileCounts, b: FileCounts): FileCounts {
  return {
    ...combineLines(a, b),
    branches: both(a.branches, b.branches),
    functions: both(a.functions, b.functions),
    statements: null,
    regions: null,
  };
}

function both(a: Points | null, b: Points | null): Points | null {
  if (a === null) return b;
  return b === null ? a : mergePoints(a, b);
}
