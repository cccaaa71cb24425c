import type { Check, Evidence, Gate, JudgeInput, Judgement, Json, StoredEvidence } from "@holdpoint/core";
import {
  canonicalize,
  digestOf,
  EVIDENCE_SCHEMA,
  judge,
  readJson,
  SCENE_CANDIDATE,
  SCENE_NOW_MS,
} from "@holdpoint/core";
import { interleave, rowOf, timesFaster } from "../harness/rounds.ts";
import type { Row } from "../harness/row.ts";

export const rounds = 7;

const GATES = 100;
const CHECKS_IN_GATE = 1000;
const CHECKS = GATES * CHECKS_IN_GATE;
const JUDGING = "judging 100,000 checks";
const FROM_BYTES = "reading 10 MB of stored evidence and judging it";
const PEER = "JSON.parse + JSON.stringify of the same evidence";

interface Reading {
  readonly name: string;
  readonly milliseconds: number;
  readonly samples: number;
}

/** Judging against merely reading and writing the evidence that is judged; 100,000 checks in a second is the budget. */
export async function rows(): Promise<Row[]> {
  const gates = Array.from({ length: GATES }, (_, gate) => gateOf(gate));
  const evidence = Array.from({ length: GATES }, (_, gate) => evidenceOf(gate));
  const files = evidence.map((one) => Buffer.from(canonicalize(one as unknown as Json)));
  const stored = evidence.map(address);
  const seconds = interleave(
    {
      [JUDGING]: () => assertJudged(judge(gates, inputOf(stored))),
      [FROM_BYTES]: () => assertJudged(judge(gates, inputOf(files.map(readStored)))),
      [PEER]: () => files.map((file) => JSON.stringify(JSON.parse(file.toString()))),
    },
    rounds,
  );
  const sizeBytes = files.reduce((sum, file) => sum + file.length, 0);
  const info = { checks: CHECKS, gates: GATES, evidence: GATES, sizeBytes };
  const { [JUDGING]: judging, [FROM_BYTES]: fromBytes, [PEER]: peer } = seconds;
  const perSecond = judging.map((each) => CHECKS / each);
  return [
    rowOf(JUDGING, "s", judging, { [PEER]: timesFaster(judging, peer) }, info),
    rowOf("checks judged a second", "checks/s", perSecond, { [PEER]: timesFaster(judging, peer) }, info),
    rowOf(FROM_BYTES, "s", fromBytes, { [PEER]: timesFaster(fromBytes, peer) }, info),
  ];
}

function inputOf(evidence: readonly StoredEvidence[]): JudgeInput {
  const ids = Array.from({ length: GATES }, (_, gate) => `gate-${gate}`);
  return {
    policy: {
      profile: "bench",
      gates: ids.map((id) => ({ id, blocking: true, params: { "check-1": { max: 500 } } })),
      requiredGates: ids,
      requiredSections: ["K"],
      maxAgeMs: {},
      baseline: "last-promoted",
      firstRelease: "allow",
      notJudged: [],
      partial: false,
    },
    candidate: SCENE_CANDIDATE,
    run: "bench",
    nowMs: SCENE_NOW_MS,
    baseline: null,
    waivers: [],
    evidence,
  };
}

function gateOf(gate: number): Gate {
  const kind = `kind-${gate}`;
  const checks = Array.from({ length: CHECKS_IN_GATE }, (_, index) => checkOf(kind, index));
  return { id: `gate-${gate}`, title: kind, question: "Is it fast?", sections: ["K"], phase: "candidate", checks };
}

function checkOf(kind: string, index: number): Check {
  return {
    definition: {
      id: `check-${index}`,
      title: "One reading is below its limit",
      question: "Is it below?",
      motivation: "Slow answers cost users.",
      remediation: "Make it faster.",
      effort: "low",
      sections: ["K"],
      needs: [kind],
      baseline: "none",
      reasons: { "too-slow": "It is above." },
      params: { max: 1000 },
    },
    judge: ({ of, params }) => {
      const reading = of<{ readings: readonly Reading[] }>(kind)[0]?.evidence.body.readings[index];
      const observed = reading?.milliseconds ?? null;
      const threshold = Number(params["max"]);
      const reason = `${reading?.name} took ${observed} ms, at most ${threshold} ms are allowed`;
      if (observed !== null && observed <= threshold) {
        return { outcome: "pass", code: "pass", observed, threshold, reason };
      }
      return {
        outcome: "fail",
        code: "too-slow",
        observed,
        threshold,
        reason,
        flip: `would pass at <= ${threshold} ms`,
      };
    },
    sound: () => ({ bodies: {} }),
    plants: [],
  };
}

function evidenceOf(gate: number): Evidence {
  const at = new Date(SCENE_NOW_MS - 1000).toISOString();
  const readings = Array.from({ length: CHECKS_IN_GATE }, (_, index): Reading => ({
    name: `packages/service-${gate}/src/handler-${index}.ts › answers in time`,
    milliseconds: (index * 7919) % 500,
    samples: index + 1,
  }));
  return {
    schema: EVIDENCE_SCHEMA,
    kind: `kind-${gate}`,
    candidate: SCENE_CANDIDATE,
    run: "bench",
    provenance: "measured",
    producer: { name: "bench", version: "1" },
    startedAt: at,
    finishedAt: at,
    samples: readings.length,
    inputs: [],
    body: { readings },
  };
}

function address(evidence: Evidence): StoredEvidence {
  return { digest: digestOf(evidence as unknown as Json), evidence };
}

function readStored(file: Uint8Array): StoredEvidence {
  return address(readJson(file, { file: "evidence.json" }) as unknown as Evidence);
}

/** A judgement that judged nothing would be fast. */
function assertJudged({ score, verdict }: Judgement): void {
  if (verdict !== "PROMOTE" || score.passed !== CHECKS) throw new Error(`${verdict} with ${score.passed} passed`);
}
