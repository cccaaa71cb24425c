import type { SectionId } from "../noun/section.ts";

/** Body of `plan` evidence: what was asked for, and what the product has to offer. */
export interface PlanBody {
  readonly profile: string;
  readonly gates: readonly PlannedGate[];
  readonly requiredGates: readonly string[];
  readonly requiredSections: readonly SectionId[];
  /** Sections with an executed check when the self gates were about to be judged. */
  readonly coveredSections: readonly SectionId[];
}

export interface PlannedGate {
  readonly id: string;
  readonly blocking: boolean;
  /** False when the profile names a gate that does not exist. */
  readonly exists: boolean;
  readonly sections: readonly SectionId[];
  /** With the parameters in force. */
  readonly checks: readonly { readonly id: string; readonly params: Readonly<Record<string, unknown>> }[];
}

/** Body of `artifacts` evidence: the files that the judged gates left behind, read back from disk. */
export interface ArtifactsBody {
  readonly artifacts: readonly GateArtifact[];
}

export interface GateArtifact {
  readonly gate: string;
  readonly file: string;
  readonly present: boolean;
  readonly sha256: string | null;
  /** Problems that the published JSON Schema finds; null when it was not readable as JSON. */
  readonly problems: readonly string[] | null;
  readonly run: string | null;
  readonly commit: string | null;
  readonly judgedAt: string | null;
  readonly signed: boolean;
  readonly verdict: string | null;
}

/** Body of `rejudgement` evidence: the stored evidence judged again by another process with an empty environment. */
export interface RejudgementBody {
  readonly first: string;
  readonly second: string;
  /** JSON pointers of the first 20 differences. */
  readonly differences: readonly string[];
  /** Names of the variables that the second process had. */
  readonly environment: readonly string[];
}

/** Body of `selftest` evidence: every planted violation and whether it was caught. */
export interface SelftestBody {
  /** Digest of the code that judges, at the time of the selftest and now. */
  readonly codeDigest: string;
  readonly codeDigestNow: string;
  readonly planted: number;
  readonly caught: number;
  readonly checks: readonly SelftestCheck[];
  /** Harmed files, repositories and ledgers that went the whole way. */
  readonly live: readonly SelftestLive[];
}

export interface SelftestCheck {
  readonly gate: string;
  readonly check: string;
  /** Violations of its own; those that every check is given do not count. */
  readonly plants: number;
  readonly missed: readonly string[];
}

export interface SelftestLive {
  readonly gate: string;
  readonly plant: string;
  readonly expected: string;
  readonly got: string;
  readonly caught: boolean;
}

/** Body of `ledger` evidence: the log, its keys and checkpoints as they are on disk. */
export interface LedgerBody {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  /** Records up to which a checkpoint outside the store vouches. */
  readonly anchoredUpTo: number;
  readonly problems: readonly { readonly code: string; readonly where: string }[];
  readonly durability: { readonly journal: string; readonly synchronous: string };
  readonly checkpoints: { readonly outside: number; readonly disagreeing: readonly string[] };
  readonly keys: readonly LedgerKey[];
  /** Record index of the last promotion in this log, null when it holds none. */
  readonly lastPromotion: { readonly index: number; readonly size: number; readonly contiguous: boolean } | null;
  /** Evidence and gate results of this run that have no record. */
  readonly unrecorded: readonly string[];
  readonly recorded: number;
  readonly governance: {
    readonly files: number /** Verdicts of the promotions that this log took in from `governance/`. */;
    readonly promotions: readonly string[];
    readonly problems: readonly { readonly file: string; readonly code: string; readonly text: string }[];
  };
}

export interface LedgerKey {
  readonly fingerprint: string;
  readonly file: string;
  /** Permission bits, octal: `0600`. */
  readonly mode: string;
  readonly privateToOwner: boolean;
  readonly revoked: boolean;
  readonly current: boolean;
}
