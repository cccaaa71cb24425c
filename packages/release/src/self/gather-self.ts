import type { Collected, Gate, GateResult, LedgerBody, Policy, SelftestBody, StoredEvidence } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import type { CollectTerms } from "../gather/collect.ts";
import { envelope, failureEvidence } from "../gather/envelope.ts";
import { loadValidator } from "../io/schema-validator.ts";
import { rejudge } from "../io/rejudge.ts";
import { neededKinds } from "../plan/policy.ts";
import type { Steps } from "../steps.ts";
import type { ArtifactFile } from "./artifacts.ts";
import { artifactsBody } from "./artifacts.ts";
import { planBody } from "./plan.ts";

export interface SelfTerms extends Omit<CollectTerms, "carried"> {
  readonly policy: Policy;
  readonly gates: readonly Gate[];
  /** Results of the candidate phase. */
  readonly judged: readonly GateResult[];
  readonly runDirectory: string;
  readonly steps: Steps;
  readArtifacts(): readonly ArtifactFile[];
  selftest(): Promise<{ readonly body: SelftestBody; readonly startedAtMs: number; readonly finishedAtMs: number }>;
  inspectLedger(): LedgerBody;
}

interface Gathered {
  readonly body: unknown;
  readonly samples: number;
  readonly startedAtMs?: number;
  readonly finishedAtMs?: number;
}

/** Gathers evidence about Holdpoint itself, for the gates that are judged last. */
export async function gatherSelf(terms: SelfTerms): Promise<StoredEvidence[]> {
  const sources: Readonly<Record<string, () => Promise<Gathered>>> = {
    [KIND.plan]: async () => {
      const body = planBody(terms.policy, terms.gates, terms.judged);
      return { body, samples: body.gates.length };
    },
    [KIND.artifacts]: async () => {
      const body = artifactsBody(terms.readArtifacts(), await loadValidator("gate-artifact.v1.json"));
      return { body, samples: body.artifacts.length };
    },
    [KIND.rejudgement]: async () => {
      const work = (): ReturnType<typeof rejudge> => rejudge(terms.runDirectory, terms.judged, terms.signal);
      const body = await terms.steps.measure("rejudge", "stored evidence", work, (one) =>
        one.differences.length === 0 ? "same" : "differs",
      );
      return { body, samples: terms.judged.length };
    },
    [KIND.selftest]: async () => {
      const work = (): ReturnType<SelfTerms["selftest"]> => terms.selftest();
      const done = await terms.steps.measure(
        "selftest",
        "planted violations",
        work,
        ({ body }) => `${body.caught} of ${body.planted} caught`,
      );
      return { ...done, samples: done.body.planted };
    },
    [KIND.ledger]: async () => {
      const body = terms.inspectLedger();
      return { body, samples: body.size };
    },
  };
  const gathered: StoredEvidence[] = [];
  for (const kind of neededKinds(terms.policy, terms.gates, "self")) {
    const source = sources[kind];
    // What a self gate needs besides, such as suite runs, was gathered for the candidate.
    if (source === undefined) continue;
    gathered.push(await gatherOne(kind, source, terms));
  }
  return gathered;
}

async function gatherOne(kind: string, source: () => Promise<Gathered>, terms: SelfTerms): Promise<StoredEvidence> {
  const startedAtMs = terms.nowMs();
  let evidence: StoredEvidence;
  try {
    const found = await source();
    const collected: Collected = {
      kind,
      provenance: "measured",
      producer: { name: "holdpoint", version: "1" },
      startedAtMs: found.startedAtMs ?? startedAtMs,
      finishedAtMs: found.finishedAtMs ?? terms.nowMs(),
      samples: found.samples,
      inputs: [],
      body: found.body,
    };
    evidence = envelope(collected, terms);
  } catch (thrown) {
    evidence = failureEvidence(kind, thrown, terms.nowMs(), terms);
  }
  terms.keep(evidence);
  return evidence;
}
