import type {
  Baseline,
  CheckInput,
  Collector,
  Config,
  Gate,
  JudgeInput,
  Policy,
  SelftestLive,
  StoredEvidence,
} from "@holdpoint/core";
import { EvidenceSet, judge } from "@holdpoint/core";
import { envelope, gather, resolvePolicy } from "@holdpoint/release";
import type { CandidateFacts } from "@holdpoint/release";
import type { Gathered, LivePlant } from "./live-plant.ts";

export interface LivePlantTerms {
  readonly gates: readonly Gate[];
  readonly collectors: readonly Collector[];
  readonly readCandidate: (root: string) => Promise<CandidateFacts>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
  /** Gives a fresh folder to the function and removes it afterwards. */
  withFolder<T>(use: (folder: string) => Promise<T>): Promise<T>;
}

/** Plants each harm for real: on the sound input the check must pass, on the harmed one the release must hold. */
export async function runLivePlants(plants: readonly LivePlant[], terms: LivePlantTerms): Promise<SelftestLive[]> {
  const results: SelftestLive[] = [];
  for (const plant of plants) {
    terms.signal.throwIfAborted();
    results.push(await runOne(plant, terms));
  }
  return results;
}

async function runOne(plant: LivePlant, terms: LivePlantTerms): Promise<SelftestLive> {
  const { gate, id, expect } = plant;
  const expected = `sound: pass pass; harmed: ${expect.outcome} ${expect.code}, HOLD`;
  const got = await observe(plant, terms).catch(
    (thrown: unknown) => `threw: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
  );
  return { gate, plant: id, expected, got, caught: got === expected };
}

function observe(plant: LivePlant, terms: LivePlantTerms): Promise<string> {
  return terms.withFolder(async (folder) => {
    await plant.sound(folder);
    const first = await judged(plant, folder, terms, null);
    const baseline = plant.inherits === true ? promoted(plant, first.input, terms) : null;
    const sound = baseline === null ? first : await judged(plant, folder, terms, baseline);
    await plant.harm(folder);
    const harmed = await judged(plant, folder, terms, baseline);
    return `sound: ${sound.check}; harmed: ${harmed.check}, ${harmed.verdict}`;
  });
}

interface Judged {
  readonly check: string;
  /** HOLD only when the expected check is among the reasons. */
  readonly verdict: string;
  readonly input: JudgeInput;
}

/** What the sound input would leave behind as a promotion. */
function promoted({ gate: id }: LivePlant, input: JudgeInput, { gates }: LivePlantTerms): Baseline {
  const set = new EvidenceSet(input.evidence);
  const { candidate, nowMs } = input;
  const asked: CheckInput = { candidate, nowMs, params: {}, baseline: null, of: (kind) => set.of(kind) };
  return {
    choice: "last-promoted",
    verdict: "sha256:live",
    candidate,
    promotedAt: new Date(nowMs).toISOString(),
    policyDigest: "sha256:live",
    gates: [],
    facts: { [id]: gates.find((gate) => gate.id === id)?.facts?.(asked) ?? {} },
  };
}

async function judged(
  plant: LivePlant,
  folder: string,
  terms: LivePlantTerms,
  baseline: Baseline | null,
): Promise<Judged> {
  const config = configOf(plant);
  const policy = resolvePolicy(config, "live", terms.gates);
  const facts = await terms.readCandidate(folder);
  const candidate = {
    service: config.service,
    ...facts,
    artifacts: [],
    configDigest: "sha256:live",
    environment: "selftest",
  };
  const evidence = await gatherFor(plant, folder, policy, config, candidate, baseline, terms);
  const input: JudgeInput = {
    policy,
    candidate,
    run: "live",
    nowMs: terms.nowMs(),
    baseline,
    waivers: [],
    evidence,
  };
  const { gates, holdReasons, verdict } = judge(terms.gates, input);
  const check = gates[0]?.checks.find((one) => one.id === plant.expect.check);
  const named = holdReasons.some((reason) => reason.gate === plant.gate && reason.check === plant.expect.check);
  return {
    check: check === undefined ? "not judged" : `${check.outcome} ${check.code}`,
    verdict: verdict === "HOLD" && named ? "HOLD" : "not held for it",
    input,
  };
}

async function gatherFor(
  plant: LivePlant,
  root: string,
  policy: Policy,
  config: Config,
  candidate: JudgeInput["candidate"],
  baseline: Baseline | null,
  terms: LivePlantTerms,
): Promise<readonly StoredEvidence[]> {
  if (plant.gather !== undefined) {
    const gathered = await plant.gather(root, candidate);
    return gathered.map((one) => measured(one, candidate, terms.nowMs()));
  }
  const { gates, collectors, environment, nowMs, signal } = terms;
  const quiet = (): void => undefined;
  return gather(
    policy,
    { config, gates, collectors, evidence: "fresh", environment },
    {
      root,
      run: "live",
      candidate,
      config,
      base: baseline === null ? null : { commit: baseline.candidate.commit, from: "last-promoted" },
      nowMs,
      signal,
      onProgress: quiet,
      keep: quiet,
    },
  );
}

function measured(
  { kind, samples, body }: Gathered,
  candidate: JudgeInput["candidate"],
  nowMs: number,
): StoredEvidence {
  const producer = { name: "holdpoint", version: "1" };
  const times = { startedAtMs: nowMs, finishedAtMs: nowMs };
  return envelope(
    { kind, provenance: "measured", producer, ...times, samples, inputs: [], body },
    { candidate, run: "live" },
  );
}

function configOf(plant: LivePlant): Config {
  return {
    version: 1,
    service: "live-plant",
    environment: "selftest",
    suites: [],
    repository: { versionFiles: ["package.json"], changelog: "CHANGELOG.md" },
    coverage: null,
    dependencies: { manager: "npm", folder: "." },
    drills: null,
    ...plant.config,
    profiles: {
      live: {
        gates: [{ id: plant.gate, blocking: true, checks: plant.params ?? {} }],
        requireGates: [plant.gate],
        requireSections: [],
        maxAgeMs: { "*": 3_600_000 },
        baseline: "last-promoted",
        firstRelease: "allow",
      },
    },
  };
}
