import type { Check } from "../noun/check.ts";
import type { CollectionFailure, Evidence, StoredEvidence } from "../noun/evidence.ts";
import { COLLECTION_FAILURE } from "../noun/evidence.ts";
import { storeEvidence, SCENE_NOW_MS } from "./plant.ts";

/** Harm done to the envelopes of one kind of evidence, which no check at all may let through. */
export interface UniversalPlant {
  readonly id: string;
  readonly harm: string;
  readonly expected: string;
  harmed(evidence: readonly StoredEvidence[]): StoredEvidence[];
}

/** Law 1: each way of not knowing is its own visible outcome, for every kind that a check needs. */
export function universalPlants(check: Check): UniversalPlant[] {
  return check.definition.needs.flatMap((kind, index) => plantsOf(kind, index === 0 ? "" : `-${kind}`));
}

function plantsOf(kind: string, suffix: string): UniversalPlant[] {
  const change =
    (patch: (evidence: Evidence) => Partial<Evidence>): UniversalPlant["harmed"] =>
    (all) =>
      all.map((stored) =>
        stored.evidence.kind === kind ? storeEvidence({ ...stored.evidence, ...patch(stored.evidence) }) : stored,
      );
  return [
    {
      id: `evidence-absent${suffix}`,
      harm: `the ${kind} evidence is not there`,
      expected: "missing evidence-missing",
      harmed: (all) => all.filter((stored) => stored.evidence.kind !== kind),
    },
    {
      id: `evidence-aged${suffix}`,
      harm: `the ${kind} evidence is older than allowed`,
      expected: "stale evidence-stale",
      harmed: change(() => spanAt(SCENE_NOW_MS - 7_200_000)),
    },
    {
      id: `evidence-from-the-future${suffix}`,
      harm: `the ${kind} evidence ends after it is judged`,
      expected: "error evidence-from-the-future",
      harmed: change(() => spanAt(SCENE_NOW_MS + 7_200_000)),
    },
    {
      id: `evidence-made-up${suffix}`,
      harm: `the ${kind} evidence is synthetic`,
      expected: "missing evidence-synthetic",
      harmed: change(() => ({ provenance: "synthetic" })),
    },
    {
      id: `evidence-elsewhere${suffix}`,
      harm: `the ${kind} evidence is for another commit`,
      expected: "missing evidence-other-candidate",
      harmed: change(({ candidate }) => ({ candidate: { ...candidate, commit: "f".repeat(40) } })),
    },
    {
      id: `evidence-of-nothing${suffix}`,
      harm: `the ${kind} evidence looked at nothing`,
      expected: "missing evidence-empty",
      harmed: change(() => ({ samples: 0 })),
    },
    {
      id: `evidence-unreadable${suffix}`,
      harm: `the ${kind} evidence could not be read`,
      expected: "error HP-READ-TRUNCATED",
      harmed: (all) => [...all, ...failed(kind, all)],
    },
  ];
}

function spanAt(atMs: number): Partial<Evidence> {
  const at = new Date(atMs).toISOString();
  return { startedAt: at, finishedAt: at };
}

function failed(kind: string, all: readonly StoredEvidence[]): StoredEvidence[] {
  const body: CollectionFailure = {
    of: kind,
    outcome: "error",
    code: "HP-READ-TRUNCATED",
    text: "it ends in the middle",
    hint: null,
    file: "report",
    line: 1,
    column: 1,
  };
  return all.slice(0, 1).map((stored) => storeEvidence({ ...stored.evidence, kind: COLLECTION_FAILURE, body }));
}
