import type {
  Baseline,
  Candidate,
  ErrorCode,
  JudgeInput,
  Json,
  Judgement,
  Policy,
  StoredEvidence,
} from "@holdpoint/core";
import { digestOf, HoldpointError, isHoldpointError, judge } from "@holdpoint/core";
import { conclude } from "./conclude.ts";
import { frozen } from "./frozen.ts";
import { gather } from "./gather/gather.ts";
import { RunDirectory } from "./io/run-directory.ts";
import { openRunLedger } from "./io/run-ledger.ts";
import type { JudgedGate } from "./judged-gates.ts";
import { gateRecords, judgePhase, readArtifacts } from "./judged-gates.ts";
import type { RunOptions } from "./options.ts";
import { baseOf } from "./plan/base.ts";
import { candidateOf } from "./plan/candidate.ts";
import { planFile } from "./plan/plan-file.ts";
import { resolvePolicy } from "./plan/policy.ts";
import { runId } from "./plan/run-id.ts";
import type { RunResult } from "./result.ts";
import type { NewRecord, RunLedger } from "./run-ledger.ts";
import { gatherSelf } from "./self/gather-self.ts";
import { dueSelftest } from "./self/due-selftest.ts";
import { Steps } from "./steps.ts";

/** The whole way of a release: plan, gather, judge, decide, record. Resolves for PROMOTE and HOLD alike. */
export async function runRelease(given: RunOptions): Promise<RunResult> {
  const options: RunOptions = { ...given, config: frozen(given.config) };
  const policy = resolvePolicy(options.config, options.profile, options.gates, options.only);
  const candidate = frozen(candidateOf(options.config, await options.readCandidate(options.root)));
  const startedAtMs = options.nowMs();
  const run = runId(startedAtMs, options.randomBytes(6));
  const ledger = await openRunLedger({ ...options, run, candidate });
  try {
    const directory = new RunDirectory(options.root, run);
    const { baseline, firstRelease } = inherited(policy, candidate, ledger);
    const plan = frozen({
      policy: { ...policy, firstRelease },
      candidate,
      run,
      nowMs: startedAtMs,
      baseline,
      waivers: ledger.waivers,
    });
    return await new Release(options, plan, ledger, directory, startedAtMs).go();
  } finally {
    ledger.close();
  }
}

/** Codes that say that there may be an earlier promotion, but that nobody can tell what it was. */
const UNTOLD: ReadonlySet<ErrorCode> = new Set(["HP-LEDGER-CORRUPT", "HP-GOVERNANCE-INVALID"]);

/** What is inherited. History that cannot be read is not a first release: the checks that need it become `missing`. */
function inherited(
  policy: Policy,
  candidate: Candidate,
  ledger: RunLedger,
): Pick<Policy, "firstRelease"> & { readonly baseline: Baseline | null } {
  try {
    const baseline = ledger.baseline(policy, candidate.service, candidate.environment);
    // A pin names a promotion that there was, so to find none is not a first release.
    const untold = baseline === null && policy.baseline.startsWith("pinned:");
    return { baseline, firstRelease: untold ? "refuse" : policy.firstRelease };
  } catch (thrown) {
    if (isHoldpointError(thrown) && UNTOLD.has(thrown.code)) return { baseline: null, firstRelease: "refuse" };
    throw thrown;
  }
}

class Release {
  readonly #options: RunOptions;
  readonly #ledger: RunLedger;
  readonly #directory: RunDirectory;
  readonly #startedAtMs: number;
  readonly #steps: Steps;
  readonly #evidence: StoredEvidence[] = [];
  #plan: Omit<JudgeInput, "evidence">;

  constructor(
    options: RunOptions,
    plan: Omit<JudgeInput, "evidence">,
    ledger: RunLedger,
    directory: RunDirectory,
    startedAtMs: number,
  ) {
    this.#options = options;
    this.#plan = plan;
    this.#ledger = ledger;
    this.#directory = directory;
    this.#startedAtMs = startedAtMs;
    this.#steps = new Steps(options.nowMs, options.onProgress);
  }

  async go(): Promise<RunResult> {
    const head = this.#ledger.head();
    const { run, candidate, policy } = this.#plan;
    const writePlan = (): string =>
      this.#directory.writeJson("plan.json", planFile(this.#plan, head, this.#options.gates));
    writePlan();
    this.#ledger.append([{ kind: "run-started", run, body: { profile: policy.profile, commit: candidate.commit } }]);
    await gather(policy, this.#options, this.#collectTerms());
    this.#stopIfInterrupted();
    this.#plan = { ...this.#plan, nowMs: this.#options.nowMs() };
    writePlan();
    const judged = await this.#judgePhase("candidate", this.#evidence.slice());
    await this.#gatherSelf(judged);
    this.#stopIfInterrupted();
    const self = this.#evidence.filter((one) => !judged.recorded.includes(one));
    const { gates } = await this.#judgePhase("self", self);
    const input = this.#input();
    const judgement = judge(this.#options.gates, input);
    needSameResults(judgement, [...judged.gates, ...gates]);
    return conclude(judgement, input, this.#options, {
      directory: this.#directory,
      ledger: this.#ledger,
      steps: this.#steps,
      startedAtMs: this.#startedAtMs,
      nowMs: this.#options.nowMs,
    });
  }

  #input(): JudgeInput {
    return { ...this.#plan, evidence: this.#evidence };
  }

  #collectTerms(): Parameters<typeof gather>[2] {
    const { root, config, nowMs, signal } = this.#options;
    const { run, candidate, baseline, policy } = this.#plan;
    const keep = (evidence: StoredEvidence): void => {
      this.#evidence.push(evidence);
      this.#directory.writeEvidence(evidence);
    };
    const base = baseOf(this.#options.base, baseline, policy.partial);
    return { root, config, nowMs, signal, run, candidate, base, keep, onProgress: this.#steps.report };
  }

  /** Judges the gates of a phase and records them with the evidence that was new to them. */
  async #judgePhase(
    phase: "candidate" | "self",
    evidence: readonly StoredEvidence[],
  ): Promise<{ readonly gates: JudgedGate[]; readonly recorded: readonly StoredEvidence[] }> {
    const { root, nowMs, gates: known } = this.#options;
    const terms = { root, nowMs, directory: this.#directory, ledger: this.#ledger, steps: this.#steps };
    const gates = await judgePhase(phase, known, this.#input(), terms);
    this.#record([...evidenceRecords(this.#plan.run, evidence), ...gateRecords(this.#plan.run, gates)]);
    return { gates, recorded: evidence };
  }

  async #gatherSelf(judged: {
    readonly gates: readonly JudgedGate[];
    readonly recorded: readonly StoredEvidence[];
  }): Promise<void> {
    const { root } = this.#options;
    const expected = [
      ...judged.recorded.map((one) => one.digest),
      ...judged.gates.map((gate) => `sha256:${gate.sha256}`),
    ];
    await gatherSelf({
      ...this.#collectTerms(),
      policy: this.#plan.policy,
      gates: this.#options.gates,
      judged: judged.gates.map((gate) => gate.result),
      runDirectory: this.#directory.path,
      steps: this.#steps,
      readArtifacts: () => readArtifacts(root, judged.gates),
      selftest: () => dueSelftest(this.#options, this.#plan, this.#ledger),
      inspectLedger: () => this.#ledger.inspect(expected),
    });
  }

  #record(records: readonly NewRecord[]): void {
    if (records.length > 0) this.#ledger.append(records);
  }

  /** An interrupted run keeps and records the evidence that it had; it never judges. */
  #stopIfInterrupted(): void {
    if (!this.#options.signal.aborted) return;
    const { run } = this.#plan;
    this.#record([
      ...evidenceRecords(run, this.#evidence),
      { kind: "run-interrupted", run, body: { evidence: this.#evidence.length } },
    ]);
    throw new HoldpointError("HP-RUN-INTERRUPTED", `the run ${run} was interrupted; its evidence is kept`, {
      file: this.#directory.path,
    });
  }
}

/** A check that changes its mind about the same evidence has decided nothing; the artifacts would say otherwise. */
function needSameResults({ gates }: Judgement, left: readonly JudgedGate[]): void {
  const digest = (result: unknown): string => digestOf(result as Json);
  for (const gate of gates) {
    const artifact = left.find(({ result }) => result.id === gate.id);
    if (artifact !== undefined && digest(artifact.result) === digest(gate)) continue;
    throw new TypeError(`the gate "${gate.id}" judged the same evidence twice with different results`);
  }
}

function evidenceRecords(run: string, evidence: readonly StoredEvidence[]): NewRecord[] {
  return evidence.map(({ digest, evidence: { kind, provenance, samples } }) => ({
    kind: "evidence",
    run,
    body: { kind, digest, provenance, samples },
  }));
}
