import type { Candidate } from "../noun/candidate.ts";
import { candidateDifferences } from "../noun/candidate.ts";
import type { CollectionFailure, StoredEvidence } from "../noun/evidence.ts";
import { COLLECTION_FAILURE } from "../noun/evidence.ts";
import { parseInstant } from "../time/instant.ts";

/**
 * All evidence of a run by kind, with what could not be gathered.
 * In the order of kinds and digests, each once: neither the order of gathering nor a second copy can change a verdict.
 */
export class EvidenceSet {
  readonly all: readonly StoredEvidence[];
  readonly #byKind = new Map<string, StoredEvidence[]>();
  readonly #failures = new Map<string, StoredEvidence<CollectionFailure>[]>();
  readonly #admission = new Map<string, Refusal | null>();

  constructor(all: readonly StoredEvidence[]) {
    this.all = inOrder(all);
    for (const stored of this.all) {
      if (stored.evidence.kind === COLLECTION_FAILURE) {
        const failure = stored as StoredEvidence<CollectionFailure>;
        push(this.#failures, failure.evidence.body.of, failure);
      } else {
        push(this.#byKind, stored.evidence.kind, stored);
      }
    }
    // The lists are handed to checks: one that changed them would judge for the next.
    for (const list of this.#byKind.values()) Object.freeze(list);
  }

  of<Body>(kind: string): readonly StoredEvidence<Body>[] {
    return (this.#byKind.get(kind) ?? NONE) as readonly StoredEvidence<Body>[];
  }

  failures(kind: string): readonly StoredEvidence<CollectionFailure>[] {
    return this.#failures.get(kind) ?? [];
  }

  /** Why the evidence of a kind may not be judged, or null when it may. The same for all checks, so asked once. */
  refusal(kind: string, terms: AdmissionTerms): Refusal | null {
    const key = `${kind} ${terms.blocking}`;
    let refusal = this.#admission.get(key);
    if (refusal === undefined) {
      refusal = admit(this, kind, terms);
      this.#admission.set(key, refusal);
    }
    return refusal;
  }
}

const NONE: readonly StoredEvidence[] = Object.freeze([]);

export interface AdmissionTerms {
  readonly candidate: Candidate;
  readonly run: string;
  readonly nowMs: number;
  readonly maxAgeMs: number;
  readonly blocking: boolean;
}

export interface Refusal {
  readonly outcome: "error" | "missing" | "stale";
  readonly code: string;
  readonly reason: string;
  readonly evidence: readonly string[];
  readonly flip: string | null;
}

/** Clocks of two machines may differ by this much before evidence counts as coming from the future. */
export const CLOCK_SKEW_MAX_MS = 300_000;

function admit(set: EvidenceSet, kind: string, terms: AdmissionTerms): Refusal | null {
  const failures = set.failures(kind);
  const failure = failures.find((one) => one.evidence.body.outcome === "error") ?? failures[0];
  if (failure !== undefined) {
    const { outcome, code, text, file, line, column } = failure.evidence.body;
    const place = [file, line, column].filter((part) => part !== null).join(":");
    const reason = `${kind}: ${place === "" ? "" : `${place}: `}${text}`;
    return { outcome, code, reason, evidence: [failure.digest], flip: null };
  }
  const all = set.of(kind);
  if (all.length === 0) {
    return refuse("missing", "evidence-missing", `there is no ${kind} evidence`, []);
  }
  for (const stored of all) {
    const refusal = admitOne(stored, terms);
    if (refusal !== null) return refusal;
  }
  return null;
}

function admitOne(stored: StoredEvidence, terms: AdmissionTerms): Refusal | null {
  const { evidence, digest } = stored;
  const differing = candidateDifferences(evidence.candidate, terms.candidate);
  if (differing.length > 0) {
    const what = `${evidence.kind} evidence is for another candidate (${differing.join(", ")} differ)`;
    return refuse("missing", "evidence-other-candidate", what, [digest]);
  }
  if (evidence.provenance === "synthetic" && terms.blocking) {
    return refuse("missing", "evidence-synthetic", `${evidence.kind} evidence is synthetic`, [digest]);
  }
  const finishedAtMs = parseInstant(evidence.finishedAt);
  const ageMs = terms.nowMs - finishedAtMs;
  if (Number.isNaN(ageMs) || !(parseInstant(evidence.startedAt) <= finishedAtMs)) {
    return refuse("error", "evidence-time-unreadable", `${evidence.kind} evidence has no readable time span`, [digest]);
  }
  if (ageMs < -CLOCK_SKEW_MAX_MS) {
    const reason = `${evidence.kind} evidence ends ${-ageMs} ms after the judgement`;
    return refuse("error", "evidence-from-the-future", reason, [digest]);
  }
  // Written so that a limit that is not a number refuses.
  if (!(ageMs <= terms.maxAgeMs)) {
    const reason = `${evidence.kind} evidence is ${ageMs} ms old, at most ${terms.maxAgeMs} ms are allowed`;
    return {
      ...refuse("stale", "evidence-stale", reason, [digest]),
      flip: `would be judged at <= ${terms.maxAgeMs} ms`,
    };
  }
  if (!Number.isSafeInteger(evidence.samples) || evidence.samples < 1) {
    return refuse("missing", "evidence-empty", `${evidence.kind} evidence looked at ${evidence.samples} things`, [
      digest,
    ]);
  }
  return null;
}

function refuse(outcome: Refusal["outcome"], code: string, reason: string, evidence: readonly string[]): Refusal {
  return { outcome, code, reason, evidence, flip: null };
}

function inOrder(all: readonly StoredEvidence[]): StoredEvidence[] {
  const byDigest = new Map(all.map((stored) => [stored.digest, stored]));
  return [...byDigest.values()].sort(
    (a, b) => compare(a.evidence.kind, b.evidence.kind) || compare(a.digest, b.digest),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
