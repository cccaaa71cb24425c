import type { ArtifactHeader } from "@holdpoint/core";

export interface TermsDifference {
  readonly term: string;
  readonly baseline: string;
  readonly candidate: string;
}

type Told = Pick<ArtifactHeader, "phases" | "workers" | "series" | "sentSha256" | "testbedSha256">;

const TERMS: readonly (readonly [term: string, tell: (header: Told) => string | null])[] = [
  ["phases", ({ phases }) => phases.map((one) => `${one.name} ${one.arrival} ${one.durationMs} ms`).join(", ")],
  ["workers", ({ workers }) => String(workers)],
  ["series", ({ series }) => series.map(({ of, name }) => `${of} ${name}`.trim()).join(", ")],
  ["what is sent", ({ sentSha256 }) => sentSha256 ?? null],
  ["machine", ({ testbedSha256 }) => testbedSha256 ?? null],
];

/** In what two runs differ that would make a difference of their figures; what one does not say differs too. */
export function differingTerms(baseline: Told, candidate: Told): readonly TermsDifference[] {
  return TERMS.flatMap(([term, tell]) => {
    const [then, now] = [tell(baseline), tell(candidate)];
    if (then !== null && then === now) return [];
    return [{ term, baseline: then ?? "not said", candidate: now ?? "not said" }];
  });
}
