import { availableParallelism } from "node:os";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { CoverageFormat, CoverageReportConfig } from "@holdpoint/core";
import { HoldpointError, isHoldpointError } from "@holdpoint/core";
import { joinParts } from "../../coverage/lcov/join-parts.ts";
import type { LcovPart } from "../../coverage/lcov/part.ts";
import type { ReadCoverage } from "../../coverage/read-report.ts";
import { SeenInputs } from "../../reading/seen-inputs.ts";
import { findAll } from "../find-all.ts";
import type { Job, JobResult } from "./job.ts";
import { planJobs } from "./plan-jobs.ts";
import { runJobs } from "./run-jobs.ts";

/** A report whose files have been read. */
export interface ReadReport {
  /** One for each file, in the order of their paths. */
  readonly reads: readonly ReadCoverage[];
  /** Of all its files. */
  readonly format: CoverageFormat;
  readonly seen: SeenInputs;
}

export interface ReadReportOptions {
  readonly signal: AbortSignal;
  /** Keep how often each line was hit. */
  readonly keepHits?: boolean;
  /** Most threads that read; by default as many as the machine has cores, up to 8. The result is always the same. */
  readonly threads?: number;
  /** A report smaller than this is read in one thread, because starting another takes longer. */
  readonly parallelFromBytes?: number;
  /** About how large the parts are into which a large LCOV file is parted. */
  readonly partBytes?: number;
}

const THREADS_MAX = 8;
const PARALLEL_FROM_BYTES: number = 24 * 1024 * 1024;
const PART_BYTES: number = 8 * 1024 * 1024;

/**
 * Reads all files of a configured report, with their digests.
 *
 * @param root absolute path of the repository's root
 * @throws HoldpointError what reading the first faulty file throws; `HP-READ-ABSENT` for a glob that fits no file;
 * `HP-READ-NOT-THE-FORMAT` when the files are of several formats
 * @example
 * const report = { id: "unit", format: "auto", files: ["reports/*.info"], shard: null, context: null };
 * const { reads, format, seen } = await readCoverageReport(root, report, { signal });
 */
export async function readCoverageReport(
  root: string,
  report: Pick<CoverageReportConfig, "id" | "format" | "files">,
  options: ReadReportOptions,
): Promise<ReadReport> {
  const { signal, keepHits = false, parallelFromBytes = PARALLEL_FROM_BYTES, partBytes = PART_BYTES } = options;
  const threads = options.threads ?? Math.min(availableParallelism(), THREADS_MAX);
  const sizes = await sizesOf(root, await findAll(root, report.files));
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const isParallel = threads > 1 && total >= parallelFromBytes;
  const jobs: readonly Job[] = isParallel
    ? await planJobs(sizes, { root, format: report.format, partBytes })
    : [...sizes.keys()].map((path) => ({ type: "file", path }));
  const terms = { root, format: report.format, keepHits };
  const results = await runJobs(jobs, terms, { threads: isParallel ? threads : 1, signal });
  return gather(report, results);
}

/** A file that is not there, or no file, has no size; reading it says what is wrong. */
async function sizesOf(root: string, paths: readonly string[]): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for (const path of paths) {
    const stats = await stat(join(root, path)).catch(() => null);
    sizes.set(path, stats?.isFile() === true ? stats.size : 0);
  }
  return sizes;
}

function gather(report: Pick<CoverageReportConfig, "id" | "files">, results: readonly JobResult[]): ReadReport {
  const seen = new SeenInputs();
  const reads: ReadCoverage[] = [];
  const formats = new Map<CoverageFormat, string>();
  for (let index = 0; index < results.length; index += 1) {
    const result = results[index];
    if (result === undefined) throw new RangeError(`the job ${index} has no result`);
    if (result.type === "failed") throw result.thrown;
    if (result.type === "part") throw new RangeError("a part without a digest before it");
    seen.add(result.seen);
    if (result.type === "file") {
      reads.push(result.read);
      if (!formats.has(result.format)) formats.set(result.format, result.seen.path);
      continue;
    }
    const parts = partsAfter(results, index);
    reads.push(joinParts(parts, { file: result.seen.path }));
    if (!formats.has("lcov")) formats.set("lcov", result.seen.path);
    index += parts.length;
  }
  const [first, second] = formats;
  if (first === undefined) throw new RangeError("no file was read");
  if (second === undefined) return { reads, format: first[0], seen };
  const named = `${first[1]} is ${first[0]}, ${second[1]} is ${second[0]}`;
  const detail = `the report ${report.id} has files of several formats: ${named}`;
  throw new HoldpointError("HP-READ-NOT-THE-FORMAT", detail, { file: second[1] });
}

/** The parts of the file whose digest stands at the index; throws the first that failed, at its place in the file. */
function partsAfter(results: readonly JobResult[], index: number): readonly LcovPart[] {
  const parts: LcovPart[] = [];
  for (const result of results.slice(index + 1)) {
    if (result.type === "part") parts.push(result.part);
    else if (result.type === "failed" && result.job.type === "part") throw inFile(result.thrown, parts);
    else break;
  }
  return parts;
}

function inFile(thrown: unknown, before: readonly LcovPart[]): unknown {
  if (!isHoldpointError(thrown) || thrown.place.line === undefined) return thrown;
  const line = before.reduce((sum, { lines }) => sum + lines, thrown.place.line);
  return new HoldpointError(thrown.code, thrown.message, { ...thrown.place, line }, thrown);
}
