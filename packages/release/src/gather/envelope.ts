import type { Candidate, Collected, CollectionFailure, Evidence, StoredEvidence } from "@holdpoint/core";
import { COLLECTION_FAILURE, ERRORS, EVIDENCE_SCHEMA, isHoldpointError, storeEvidence } from "@holdpoint/core";
import { frozen } from "../frozen.ts";

/** What every piece of evidence of a run has in common. */
export interface EnvelopeTerms {
  readonly candidate: Candidate;
  readonly run: string;
}

/**
 * Wraps what a collector handed over into the one envelope. It is a copy that nobody can change, so that what is
 * judged stays what its digest names.
 */
export function envelope(collected: Collected, terms: EnvelopeTerms): StoredEvidence {
  const { kind, provenance, producer, startedAtMs, finishedAtMs, samples, inputs, body } = collected;
  const evidence: Evidence = {
    schema: EVIDENCE_SCHEMA,
    kind,
    candidate: terms.candidate,
    run: terms.run,
    provenance,
    producer,
    startedAt: new Date(startedAtMs).toISOString(),
    finishedAt: new Date(finishedAtMs).toISOString(),
    samples,
    inputs,
    body,
  };
  return Object.freeze(storeEvidence(frozen(evidence)));
}

/** Evidence of having no evidence: what was wanted, and why it is not there. */
export function failureEvidence(of: string, thrown: unknown, nowMs: number, terms: EnvelopeTerms): StoredEvidence {
  const at = { startedAtMs: nowMs, finishedAtMs: nowMs };
  const producer = { name: "holdpoint", version: "1" };
  const body = failureBody(of, thrown);
  return envelope(
    { kind: COLLECTION_FAILURE, provenance: "measured", producer, ...at, samples: 1, inputs: [], body },
    terms,
  );
}

function failureBody(of: string, thrown: unknown): CollectionFailure {
  if (!isHoldpointError(thrown) || !Object.hasOwn(ERRORS, thrown.code)) {
    const code = "HP-RUN-COLLECTOR-CRASHED";
    const text = textOf(thrown);
    return { of, outcome: "error", code, text, hint: ERRORS[code].hint, file: null, line: null, column: null };
  }
  const { outcome, hint } = ERRORS[thrown.code];
  const { file = null, line = null, column = null } = thrown.place;
  return { of, outcome, code: thrown.code, text: textOf(thrown), hint, file, line, column };
}

/** Whatever was thrown, it must not keep the evidence of it from being written. */
function textOf(thrown: unknown): string {
  try {
    return (thrown instanceof Error ? thrown.message : String(thrown)).toWellFormed();
  } catch {
    return "something that has no text was thrown";
  }
}
