import type { SoakPlan } from "./plan.ts";

/** `run.json` of a stored soak: what was run, on what, when; the figures are in `soak.json`. */
export interface SoakRunRecord {
  readonly schema: "holdpoint/soak-run/v1";
  /** `RUN_<epoch_ms>`, as its folder is called. */
  readonly run: string;
  readonly tool: { readonly name: "holdpoint"; readonly version: string };
  /** What the repository was when it began. */
  readonly candidate: { readonly commit: string; readonly tree: string; readonly dirty: boolean };
  readonly testbed: { readonly text: string; readonly sha256: string };
  readonly startedAtMs: number;
  readonly finishedAtMs: number;
  /** Values of the parameters by path; null: nothing of the declared type could be read. */
  readonly parameters: {
    readonly first: Readonly<Record<string, number | null>>;
    readonly last: Readonly<Record<string, number | null>>;
  };
  readonly plan: SoakPlan;
}

/** `manifest.json`, written last: the files of a run and what they were. */
export interface SoakManifest {
  readonly schema: "holdpoint/soak-manifest/v1";
  readonly run: string;
  /** Relative to the run's folder, sorted. */
  readonly files: readonly { readonly path: string; readonly sha256: string; readonly sizeBytes: number }[];
}

export const SOAK_ITERATIONS_MAX = 10_000;
