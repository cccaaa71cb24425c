import type { Candidate } from "@holdpoint/core";
import type { ResourceDescriptor } from "./statement.ts";

/** The commit, its tree and every artifact of a candidate, as subjects of a statement. */
export function candidateSubjects(candidate: Candidate): ResourceDescriptor[] {
  const { service, commit, tree, artifacts } = candidate;
  return [
    { name: service, digest: { gitCommit: commit } },
    { name: `${service}#tree`, digest: { gitTree: tree } },
    ...artifacts.map(({ name, sha256 }) => ({ name, digest: { sha256 } })),
  ];
}

/** Hexadecimal digits of a `sha256:` digest, as in-toto writes them. */
export function sha256Digest(digest: string): { readonly sha256: string } {
  return { sha256: digest.replace(/^sha256:/, "") };
}
