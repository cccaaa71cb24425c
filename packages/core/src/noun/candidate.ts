/** What a verdict is about. Two candidates are the same only if every field is the same. */
export interface Candidate {
  readonly service: string;
  /** Git object id, 40 or 64 hexadecimal digits. */
  readonly commit: string;
  readonly tree: string;
  /** True when the working tree holds anything that the commit does not. */
  readonly dirty: boolean;
  readonly artifacts: readonly Artifact[];
  /** `sha256:` digest of the configuration in canonical form. */
  readonly configDigest: string;
  readonly environment: string;
}

/** A built file that belongs to a candidate; `sha256` is lower-case hexadecimal. */
export interface Artifact {
  readonly name: string;
  readonly sha256: string;
}

/** Names of the fields in which two candidates differ; empty when they are the same. */
export function candidateDifferences(a: Candidate, b: Candidate): string[] {
  const differing: string[] = [];
  for (const key of ["service", "commit", "tree", "dirty", "configDigest", "environment"] as const) {
    if (a[key] !== b[key]) differing.push(key);
  }
  const list = (c: Candidate): string =>
    c.artifacts
      .map((artifact) => JSON.stringify([artifact.name, artifact.sha256]))
      .sort()
      .join();
  if (list(a) !== list(b)) differing.push("artifacts");
  return differing;
}
