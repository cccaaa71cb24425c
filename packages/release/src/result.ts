import type { Judgement } from "@holdpoint/core";

/** What a run leaves behind; reporters read this and nothing else. */
export interface RunResult {
  readonly judgement: Judgement;
  /** Absolute path of `.holdpoint/runs/<id>`. */
  readonly runDirectory: string;
  /** Paths relative to the root, of everything that was written for people and tools. */
  readonly artifacts: readonly string[];
  readonly ledger: {
    readonly origin: string;
    readonly size: number;
    readonly root: string;
    readonly anchoredUpTo: number;
  };
  /** `SHA256:` fingerprint of the key that signed; `isNew` when this run made it. */
  readonly key: { readonly fingerprint: string; readonly isNew: boolean };
  readonly durationMs: number;
  readonly steps: readonly StepResult[];
}

export interface StepResult {
  readonly kind: StepKind;
  readonly id: string;
  readonly durationMs: number;
  /** One word for a person: exit code, outcome, verdict. */
  readonly ended: string;
}

export type StepKind = "suite" | "collector" | "selftest" | "gate" | "rejudge" | "record";

/** What a person at a terminal is shown while it runs. */
export type ProgressEvent =
  | { readonly type: "started"; readonly kind: StepKind; readonly id: string }
  | ({ readonly type: "ended" } & StepResult);
