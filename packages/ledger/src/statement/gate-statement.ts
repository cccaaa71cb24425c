import type { Candidate } from "@holdpoint/core";
import { sha256Hex } from "@holdpoint/core";
import type { Statement } from "./statement.ts";
import { STATEMENT_TYPE } from "./statement.ts";
import { candidateSubjects } from "./subjects.ts";

export const GATE_PREDICATE_TYPE = "urn:holdpoint:gate:v1";

export interface GatePredicate {
  readonly run: string;
  readonly candidate: Candidate;
  /** The artifact that was signed: its file name and the SHA-256 of its exact bytes. */
  readonly artifact: { readonly name: string; readonly sha256: string };
}

/** The statement over a gate's artifact: the artifact first, then the candidate that it is about. Pure. */
export function gateStatement(
  name: string,
  text: string,
  about: { readonly candidate: Candidate; readonly run: string },
): Statement<GatePredicate> {
  const artifact = { name, sha256: sha256Hex(text) };
  const { candidate, run } = about;
  return {
    _type: STATEMENT_TYPE,
    subject: [{ name, digest: { sha256: artifact.sha256 } }, ...candidateSubjects(candidate)],
    predicateType: GATE_PREDICATE_TYPE,
    predicate: { run, candidate, artifact },
  };
}
