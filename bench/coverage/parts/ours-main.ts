import { basename, dirname } from "node:path";
import { metricCount, readCoverageReport } from "@holdpoint/collectors";
import type { Measured } from "./measured.ts";
import { add } from "./totals.ts";
import { peakMemoryBytes } from "./peak-memory.ts";

/**
 * Reads one report as the collector does: found by its glob, its format told by its content, checked to be text, with
 * its digest, into the full model, and counted. Bundled as what is published is, because starting a thread is timed.
 */
const [path = "", threads = "1"] = process.argv.slice(2);

const startedMs = performance.now();
const { reads } = await readCoverageReport(
  dirname(path),
  { id: "bench", format: "auto", files: [basename(path)] },
  { signal: new AbortController().signal, threads: Number(threads) },
);
const lines = { covered: 0, total: 0 };
const branches = { covered: 0, total: 0 };
const functions = { covered: 0, total: 0 };
let files = 0;
for (const read of reads) {
  files += read.files.size;
  for (const counts of read.files.values()) {
    add(lines, metricCount(counts, "lines"));
    add(branches, metricCount(counts, "branches"));
    add(functions, metricCount(counts, "functions"));
  }
}
const seconds = (performance.now() - startedMs) / 1000;
const measured: Measured = {
  seconds,
  peakBytes: peakMemoryBytes(),
  files,
  lines,
  branches,
  functions: functions.total === 0 ? null : functions,
};
console.log(JSON.stringify(measured));
