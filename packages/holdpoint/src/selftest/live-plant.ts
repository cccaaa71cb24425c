import type { Candidate, Config, Outcome } from "@holdpoint/core";

/** A real harmed file, repository or ledger that goes through collector, check and verdict. */
export interface LivePlant {
  readonly gate: string;
  /** Kebab case, unique within the gate. */
  readonly id: string;
  /** What is wrong after `harm`, in one sentence. */
  readonly harms: string;
  readonly expect: { readonly check: string; readonly outcome: Outcome; readonly code: string };
  /** Parts of the configuration that the collectors are given; the rest is the default of a small npm project. */
  readonly config?: Partial<Config>;
  /** Parameters of the gate's checks, by check id. */
  readonly params?: Readonly<Record<string, Readonly<Record<string, string | number | boolean | null>>>>;
  /** True: the sound input is promoted first, and both are judged as what comes after it. */
  readonly inherits?: boolean;
  /** Builds a sound input in an empty folder; the gate's check must pass on it. */
  sound(folder: string): Promise<void>;
  /** Harms it for real. */
  harm(folder: string): Promise<void>;
  /** For gates whose evidence no collector gathers: makes it from the folder. */
  gather?(folder: string, candidate: Candidate): Promise<readonly Gathered[]>;
}

/** Evidence before it is bound to a candidate and a time. */
export interface Gathered {
  readonly kind: string;
  readonly samples: number;
  readonly body: unknown;
}
