import type { FileCounts } from "../counts/file-counts.ts";
import { openJsonReport } from "../json/open.ts";
import { BEGIN } from "../json/places.ts";
import { JsonRemarks } from "../json/remarks.ts";
import type { CoverageReader, CoverageReadOptions } from "../read-report.ts";
import { addFileCounts } from "../read-report.ts";
import { readFileEntry } from "./file-entry.ts";

/**
 * Reads Istanbul's `coverage-final.json`: an object of files, each with its maps and counters. Strict where a number
 * could hide: every map has exactly its counters, counts are integers from 0, the key is the path. Source maps and
 * the logical counts of `bT` are left aside.
 *
 * Throws `HoldpointError` with file, line and column (in bytes): `HP-READ-SYNTAX` for a value of the wrong form,
 * `-NOT-THE-FORMAT` when the document is not an object of file entries, and what every JSON report can be.
 *
 * @example
 * const entry = { path: "/w/a.ts", statementMap: {}, s: {}, fnMap: {}, f: {}, branchMap: {}, b: {} };
 * const reader = openIstanbul({ file: "coverage-final.json", interner: new Interner() });
 * reader.push(Buffer.from(JSON.stringify({ "/w/a.ts": entry })));
 * reader.finish().files.size; // 1
 */
export function openIstanbul(options: CoverageReadOptions): CoverageReader {
  return openJsonReport(options, (cursor) => {
    const files = new Map<string, FileCounts>();
    const instrumenters = new Set<string>();
    const remarks = new JsonRemarks(cursor);
    const readEntry = (path: string): void => {
      const entry = readFileEntry(cursor, path, remarks, options);
      instrumenters.add(entry.instrumenter);
      addFileCounts(files, path, entry.counts);
    };
    return {
      root(spot) {
        if (spot.kind !== "object") spot.failFormat("the document is not an object of files");
        return { kind: "object", member: (path) => ({ kind: "value", read: () => readEntry(path) }) };
      },
      finish() {
        if (files.size === 0) remarks.add("nothing-measured", BEGIN, "the report lists no file");
        const [instrumenter = "unknown", ...others] = instrumenters;
        return {
          files,
          contexts: new Map(),
          mismatches: [],
          remarks: remarks.finish(),
          instrumenter: others.length === 0 ? instrumenter : "unknown",
        };
      },
    };
  });
}
