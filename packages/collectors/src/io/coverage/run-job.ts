import { Interner } from "../../coverage/counts/interner.ts";
import { COVERAGE_READERS, formatOf } from "../../coverage/formats.ts";
import { LcovPartReader } from "../../coverage/lcov/part.ts";
import type { CoverageFormatReader, CoverageReader } from "../../coverage/read-report.ts";
import { changed, withReport } from "../open-report.ts";
import { readPieces, streamReport } from "../stream-report.ts";
import type { Job, JobResult, JobTerms } from "./job.ts";

/** Does a job; what it throws is its result. */
export async function runJob(job: Job, terms: JobTerms, signal: AbortSignal): Promise<JobResult> {
  try {
    if (job.type === "file") return await readFile(job.path, terms, signal);
    if (job.type === "part") return await readPart(job, terms, signal);
    return { type: "digest", seen: await streamReport(terms.root, job.path, () => () => undefined, signal) };
  } catch (thrown) {
    return { type: "failed", thrown, job };
  }
}

async function readFile(path: string, terms: JobTerms, signal: AbortSignal): Promise<JobResult> {
  const interner = new Interner();
  let format: CoverageFormatReader | null = null;
  let reader: CoverageReader | null = null;
  const seen = await streamReport(
    terms.root,
    path,
    () => (piece) => {
      format ??= terms.format === "auto" ? formatOf(piece, path) : COVERAGE_READERS[terms.format];
      reader ??= format.open({ file: path, interner, keepHits: terms.keepHits });
      reader.push(piece);
    },
    signal,
  );
  const opened = { format, reader } as { format: CoverageFormatReader | null; reader: CoverageReader | null };
  // An empty file was refused before, so that at least one piece has come.
  if (opened.format === null || opened.reader === null) return changed(path);
  return { type: "file", seen, format: opened.format.format, read: opened.reader.finish() };
}

async function readPart(job: Job & { type: "part" }, terms: JobTerms, signal: AbortSignal): Promise<JobResult> {
  const reader = new LcovPartReader(
    { file: job.path, interner: new Interner(), keepHits: terms.keepHits },
    job.start === 0,
  );
  await withReport(terms.root, job.path, async ({ handle, sizeBytes, modifiedAtMs }) => {
    if (sizeBytes !== job.sizeBytes || modifiedAtMs !== job.modifiedAtMs) changed(job.path);
    await readPieces(handle, job, (piece) => reader.push(piece), signal);
  });
  return { type: "part", part: reader.finish() };
}
