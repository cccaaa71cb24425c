import type { ErrorCode, ErrorPlace } from "@holdpoint/core";
import { HoldpointError, isHoldpointError } from "@holdpoint/core";
import type { PackedFiles } from "../../coverage/counts/pack.ts";
import { packFiles, unpackFiles } from "../../coverage/counts/pack.ts";
import type { LcovPart } from "../../coverage/lcov/part.ts";
import type { ReadCoverage } from "../../coverage/read-report.ts";
import type { Job, JobResult, JobTerms } from "./job.ts";

/** What a reading thread is started with. */
export interface ReaderStart {
  readonly jobs: readonly Job[];
  readonly terms: JobTerms;
  /** One number: the job that is taken next, by whoever adds to it first. */
  readonly next: SharedArrayBuffer;
}

/** The result of one job as it goes between threads. */
export interface WireResult {
  readonly index: number;
  readonly result: WireBody;
}

type WireBody =
  | Exclude<JobResult, { type: "file" | "part" | "failed" }>
  | (Omit<Extract<JobResult, { type: "file" }>, "read"> & { readonly read: Packed<ReadCoverage> })
  | { readonly type: "part"; readonly part: Packed<LcovPart> }
  | {
      readonly type: "refused";
      readonly code: string;
      readonly message: string;
      readonly place: ErrorPlace;
      readonly job: Job;
    }
  | { readonly type: "crashed"; readonly message: string; readonly job: Job };

type Packed<Read extends { files: unknown }> = Omit<Read, "files"> & { readonly files: PackedFiles };

/** The result to be sent, and its memory that is handed over with it. */
export function toWire(result: JobResult): { readonly result: WireBody; readonly transfer: readonly ArrayBuffer[] } {
  if (result.type === "digest") return { result, transfer: [] };
  if (result.type === "failed") return { result: failure(result), transfer: [] };
  if (result.type === "file") {
    const files = packFiles(result.read.files);
    return { result: { ...result, read: { ...result.read, files } }, transfer: memoryOf(files) };
  }
  const files = packFiles(result.part.files);
  return { result: { type: "part", part: { ...result.part, files } }, transfer: memoryOf(files) };
}

export function fromWire(result: WireBody): JobResult {
  if (result.type === "digest") return result;
  if (result.type === "file") {
    return { ...result, read: { ...result.read, files: unpackFiles(result.read.files) } };
  }
  if (result.type === "part") {
    return { type: "part", part: { ...result.part, files: unpackFiles(result.part.files) } };
  }
  const { job, message } = result;
  if (result.type === "crashed") return { type: "failed", thrown: new Error(message), job };
  return { type: "failed", thrown: new HoldpointError(result.code as ErrorCode, message, result.place), job };
}

function memoryOf({ lengths, entries, hits }: PackedFiles): readonly ArrayBuffer[] {
  return [lengths.buffer, entries.buffer, hits.buffer];
}

function failure({ thrown, job }: Extract<JobResult, { type: "failed" }>): WireBody {
  if (isHoldpointError(thrown)) {
    return { type: "refused", code: thrown.code, message: thrown.message, place: thrown.place, job };
  }
  return { type: "crashed", message: thrown instanceof Error ? thrown.message : String(thrown), job };
}
