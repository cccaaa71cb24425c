import type { Baseline, BaselineGate } from "./baseline.ts";
import type { Candidate } from "./candidate.ts";
import type { Evidence, EvidenceInput, StoredEvidence } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import type { JsonObject } from "./json.ts";
import type { SectionId } from "./section.ts";

/** What a person reads about a check; documentation is generated from it. */
export interface CheckDefinition {
  /** Kebab case, unique within its gate, true when it passes: `no-failed-tests`. */
  readonly id: string;
  readonly title: string;
  /** The one question that it answers. */
  readonly question: string;
  readonly motivation: string;
  readonly remediation: string;
  readonly effort: "low" | "medium" | "high";
  readonly sections: readonly SectionId[];
  /** Evidence kinds without which it cannot be judged. */
  readonly needs: readonly string[];
  /**
   * `required`: without a baseline the outcome is `missing` unless the profile allows a first release.
   * `base`: the same, unless the `changes` evidence has a base of its own, named by whoever asked.
   */
  readonly baseline: "none" | "required" | "base";
  /** Reason codes that `judge` may return besides `pass`, each with what it means. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Parameters with their defaults; the policy may override each, and no others. */
  readonly params: JsonObject;
}

export interface CheckInput {
  readonly candidate: Candidate;
  readonly params: JsonObject;
  readonly baseline: Baseline | null;
  /** The instant of judgement, milliseconds since the epoch. */
  readonly nowMs: number;
  /** All evidence of a kind, at least one for every kind in `needs`. */
  of<Body>(kind: string): readonly StoredEvidence<Body>[];
}

/** What a plant starts from, and what it harms. Plain data, so that a plant cannot reach anything else. */
export interface PlantScene {
  readonly bodies: Readonly<Record<string, readonly unknown[]>>;
  readonly baselineFacts?: JsonObject;
  /** Gates of the earlier promotion; only looked at together with `baselineFacts`. */
  readonly baselineGates?: readonly BaselineGate[];
  /** By kind, one list for each body: the raw files that it was read from. */
  readonly inputs?: Readonly<Record<string, readonly (readonly EvidenceInput[])[]>>;
  /** By kind, one for each body: in what its envelope differs from a sound one. */
  readonly envelopes?: Readonly<Record<string, readonly Partial<Pick<Evidence, "candidate" | "run">>[]>>;
  readonly params?: JsonObject;
  readonly candidate?: Partial<Candidate>;
}

/** A violation that the check must catch, for the stated reason. */
export interface Plant {
  readonly id: string;
  /** What is wrong in it, in one sentence. */
  readonly harm: string;
  readonly expect: { readonly outcome: "warn" | "fail" | "missing"; readonly code: string };
  /** Makes the harmed scene out of the sound one. Must not change its argument. */
  plant(sound: PlantScene): PlantScene;
}

export interface Check {
  readonly definition: CheckDefinition;
  /** Pure: no clock, no randomness, no files, no network. */
  judge(input: CheckInput): Finding;
  /** A scene that passes, so that a plant shows the check able to tell the two apart. */
  sound(): PlantScene;
  readonly plants: readonly Plant[];
}

export interface Gate {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly sections: readonly SectionId[];
  /** `self` gates are judged last, on the other gates' artifacts. */
  readonly phase: "candidate" | "self";
  readonly checks: readonly Check[];
  /** Pure: what the next release will be compared with, stored with the promotion under the gate's id. */
  facts?(input: CheckInput): JsonObject;
  /**
   * Pure: what a run looked like, kept for digests and trends whatever the verdict; bounded. `params` are the policy's
   * by check id.
   */
  figures?(input: CheckInput, params: Readonly<Record<string, JsonObject>>): JsonObject;
}

export const GATE_CHECKS_MIN = 8;
