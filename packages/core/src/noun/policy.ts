import type { BaselineChoice } from "./baseline.ts";
import type { JsonObject } from "./json.ts";
import type { SectionId } from "./section.ts";

/** A profile with everything resolved: what is judged, against what, and what must be there. */
export interface Policy {
  readonly profile: string;
  readonly gates: readonly GatePolicy[];
  readonly requiredGates: readonly string[];
  readonly requiredSections: readonly SectionId[];
  /** Milliseconds after `finishedAt` at which evidence of a kind is stale; `*` is the default. */
  readonly maxAgeMs: Readonly<Record<string, number>>;
  readonly baseline: BaselineChoice;
  /** `allow`: a candidate line without any promotion is judged without a baseline. */
  readonly firstRelease: "allow" | "refuse";
  /** Suites that exist but are not judged in this profile, with the reason. */
  readonly notJudged: readonly { readonly suite: string; readonly reason: string }[];
  /** True when only some gates were asked for; such a run can never PROMOTE. */
  readonly partial: boolean;
}

export interface GatePolicy {
  readonly id: string;
  readonly blocking: boolean;
  /** By check id; merged over the definition's defaults. */
  readonly params: Readonly<Record<string, JsonObject>>;
}
