import type { CoverageFormat } from "@holdpoint/core";
import type { LcovPart } from "../../coverage/lcov/part.ts";
import type { ReadCoverage } from "../../coverage/read-report.ts";
import type { SeenReport } from "../stream-report.ts";

/** A piece of work on the way to a report; any thread may do it. */
export type Job =
  /** Read a whole file. */
  | { readonly type: "file"; readonly path: string }
  /** Only take a file's digest. */
  | { readonly type: "digest"; readonly path: string }
  /** Read the sections of a large LCOV file between two offsets. */
  | {
      readonly type: "part";
      readonly path: string;
      readonly start: number;
      readonly end: number;
      readonly sizeBytes: number;
      readonly modifiedAtMs: number;
    };

/** What all jobs of a report have in common. */
export interface JobTerms {
  /** Absolute path of the repository's root. */
  readonly root: string;
  readonly format: CoverageFormat | "auto";
  readonly keepHits: boolean;
}

export type JobResult =
  | { readonly type: "file"; readonly seen: SeenReport; readonly format: CoverageFormat; readonly read: ReadCoverage }
  | { readonly type: "digest"; readonly seen: SeenReport }
  | { readonly type: "part"; readonly part: LcovPart }
  | { readonly type: "failed"; readonly thrown: unknown; readonly job: Job };
