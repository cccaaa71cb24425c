import type { FileCounts } from "../counts/file-counts.ts";
import { readJsonReport } from "../json/open.ts";
import { JsonRemarks } from "../json/remarks.ts";
import type { CoverageReadOptions, ReadCoverage } from "../read-report.ts";
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
 * const bytes = Buffer.from(JSON.stringify({ "/w/a.ts": entry }));
 * readIstanbul(bytes, { file: "coverage-final.json", interner: new Interner() }).files.size; // 1
 */
export function readIstanbul(bytes: Uint8Array, options: CoverageReadOptions): ReadCoverage {
  return readJsonReport(bytes, options, (cursor) => {
    const files = new Map<string, FileCounts>();
    const instrumenters = new Set<string>();
    const remarks = new JsonRemarks(cursor);
    if (cursor.kind() !== "object") cursor.failFormat("the document is not an object of files");
    cursor.object((path) => {
      const entry = readFileEntry(cursor, path, remarks, options);
      instrumenters.add(entry.instrumenter);
      addFileCounts(files, path, entry.counts);
    });
    if (files.size === 0) remarks.add("nothing-measured", 0, "the report lists no file");
    const [instrumenter = "unknown", ...others] = instrumenters;
    return {
      files,
      contexts: new Map(),
      mismatches: [],
      remarks: remarks.finish(),
      instrumenter: others.length === 0 ? instrumenter : "unknown",
    };
  });
}
