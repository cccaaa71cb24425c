import { HoldpointError, readJson } from "@holdpoint/core";
import { REPORT_DEPTH_MAX, REPORT_SIZE_BYTES_MAX } from "../../reading/limits.ts";
import type { FileCounts } from "../counts/file-counts.ts";
import type { CoverageReadOptions, ReadCoverage } from "../read-report.ts";
import { addFileCounts } from "../read-report.ts";
import { fileCounts } from "./file-entry.ts";
import { recogniseInstrumenter } from "./instrumenter.ts";
import type { JsonPlace } from "./shape.ts";
import { failAt, inside, isObject } from "./shape.ts";

/**
 * Reads Istanbul's `coverage-final.json`: an object of files, each with its maps and counters. Strict where a number
 * could hide: every map has exactly its counters, counts are integers from 0, the key is the path. Source maps and
 * the logical counts of `bT` are left aside.
 *
 * Throws `HoldpointError`: what the JSON reader throws, with line and column; `HP-READ-SYNTAX` with a JSON pointer for
 * a value of the wrong form; `-NOT-THE-FORMAT` when the document is not an object of file entries.
 *
 * @example
 * const entry = { path: "/w/a.ts", statementMap: {}, s: {}, fnMap: {}, f: {}, branchMap: {}, b: {} };
 * const bytes = Buffer.from(JSON.stringify({ "/w/a.ts": entry }));
 * readIstanbul(bytes, { file: "coverage-final.json", interner: new Interner() }).files.size; // 1
 */
export function readIstanbul(bytes: Uint8Array, options: CoverageReadOptions): ReadCoverage {
  const { file, interner } = options;
  const root: JsonPlace = { file, pointer: "" };
  const limits = { sizeBytesMax: REPORT_SIZE_BYTES_MAX, depthMax: REPORT_DEPTH_MAX };
  const document = readJson(bytes, { file, ...limits });
  if (!isObject(document)) {
    throw new HoldpointError("HP-READ-NOT-THE-FORMAT", "the document is not an object of files", { file });
  }
  const files = new Map<string, FileCounts>();
  const instrumenters = new Set<string>();
  for (const [path, entry] of Object.entries(document)) {
    const place = inside(root, path);
    if (!isObject(entry) || !Object.hasOwn(entry, "statementMap") || !Object.hasOwn(entry, "s")) {
      throw new HoldpointError("HP-READ-NOT-THE-FORMAT", `${place.pointer} is no entry of a file`, { file });
    }
    if (entry["path"] !== path) failAt(inside(place, "path"), "must be the key of the entry");
    instrumenters.add(recogniseInstrumenter(entry));
    addFileCounts(files, path, fileCounts(entry, place, interner));
  }
  const [instrumenter = "unknown", ...others] = instrumenters;
  return { files, mismatches: [], instrumenter: others.length === 0 ? instrumenter : "unknown" };
}
