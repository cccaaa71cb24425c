import type { LoadReason, ValidityLimits } from "@holdpoint/core";

/** What has to be known of a run to say whether its figures are worth anything. */
export interface ValidityFacts {
  readonly limits: ValidityLimits;
  /** Requests that fell due; for a run that was ended early, until then. */
  readonly due: number;
  readonly sent: number;
  /** Of them, first steps: later ones must not water down how many arrivals never went out. */
  readonly arrivalsDue: number;
  readonly arrivalsStarted: number;
  readonly completed: number;
  readonly failed: number;
  /** Answers that came while nothing was asked: where they do, others may have been taken for what they were not. */
  readonly strayAnswers: number;
  /** Arrivals beyond the bound of the queue. */
  readonly overflowed: number;
  /** Found waiting by the end. */
  readonly unsent: number;
  readonly lagP99Ms: number | null;
  /** Failed attempts to connect, by kind, also before the clock ran. */
  readonly connectFailures: readonly (readonly [kind: string, count: number])[];
  /** Of all workers, the longest time in which one did nothing at all. */
  readonly blockedMsMax: number;
  /** Largest difference between what the system's clock and the monotonic one say has passed. */
  readonly clockStepMs: number;
  readonly workersLost: readonly string[];
  /** Why somebody ended it; null when it ended by itself or by an objective. */
  readonly interrupted: string | null;
  /** Objective that ended it; null when none did. */
  readonly abortedBy: string | null;
}

/** A generator that stood still for so long has not measured what happened meanwhile. */
export const BLOCKED_MS_MAX = 1000;
export const CLOCK_STEP_MS_MAX = 1000;

/**
 * Why a run proves nothing, neither that a target is fast enough nor that it is not; empty when it is valid. A run that
 * an objective ended is valid: that objective was missed for as long as the plan asked for, and says so itself.
 *
 * @example
 * judgeValidity({ ...facts, sent: 0 })[0]?.code; // "no-samples"
 */
export function judgeValidity(facts: ValidityFacts): readonly LoadReason[] {
  return RULES.flatMap(([code, rule]) => {
    const text = rule(facts);
    return text === null ? [] : [{ code, text }];
  });
}

type Rule = (facts: ValidityFacts) => string | null;

const RULES: readonly (readonly [code: string, rule: Rule])[] = [
  ["aborted", ({ interrupted }) => (interrupted === null ? null : `ended before its time: ${interrupted}`)],
  ["target-down", targetDown],
  ["no-samples", ({ completed, failed }) => (completed + failed > 0 ? null : "nothing was measured")],
  ["all-failed", ({ completed, failed }) => (completed === 0 && failed > 0 ? `all ${failed} requests failed` : null)],
  ["worker-lost", workerLost],
  ["queue-full", queueFull],
  ["rate-missed", rateMissed],
  ["stray-answers", strayed],
  ["lag", lagging],
  ["generator-blocked", blocked],
  ["clock-step", clockStep],
];

function targetDown({ sent, completed, connectFailures }: ValidityFacts): string | null {
  const tried = connectFailures.reduce((sum, [, count]) => sum + count, 0);
  if (completed > 0 || tried === 0) return null;
  const kinds = connectFailures.map(([kind, count]) => `${kind} ${count}`).join(", ");
  return sent === 0
    ? `no connection could be opened (${kinds})`
    : `connections failed (${kinds}) and nothing succeeded`;
}

function workerLost({ workersLost }: ValidityFacts): string | null {
  return workersLost.length === 0 ? null : `a part of the load was not sent: ${workersLost.join("; ")}`;
}

function queueFull({ overflowed }: ValidityFacts): string | null {
  return overflowed === 0 ? null : `${overflowed} arrivals found the queue full`;
}

/** What an objective cut short while it waited was not missed by the generator. */
function rateMissed(facts: ValidityFacts): string | null {
  const { limits, due, sent, arrivalsDue, arrivalsStarted, unsent, abortedBy } = facts;
  const cut = abortedBy === null ? 0 : unsent;
  const requests = missed(sent, due - cut, "", limits);
  return requests ?? missed(arrivalsStarted, arrivalsDue - cut, " arrivals", limits);
}

function missed(sent: number, wanted: number, what: string, { achievedRatio }: ValidityLimits): string | null {
  const ratio = wanted <= 0 ? 1 : sent / wanted;
  if (ratio >= achievedRatio) return null;
  const least = share(achievedRatio);
  return `${sent} of ${wanted}${what} that were due went out, ${share(ratio)}, at least ${least} are wanted`;
}

/** As many as may be missed: a server that says good-bye to idle connections does no harm. */
function strayed({ limits, completed, failed, strayAnswers }: ValidityFacts): string | null {
  const all = completed + failed;
  if (strayAnswers <= all * (1 - limits.achievedRatio) || all === 0) return null;
  return `${strayAnswers} answers came unasked beside ${all} that were asked for: which is whose cannot be told`;
}

function lagging({ limits, lagP99Ms }: ValidityFacts): string | null {
  if (lagP99Ms === null || lagP99Ms <= limits.lagP99Ms) return null;
  return `the generator was late: p99 of the lag is ${lagP99Ms} ms, at most ${limits.lagP99Ms} ms are allowed`;
}

function blocked({ blockedMsMax }: ValidityFacts): string | null {
  return blockedMsMax <= BLOCKED_MS_MAX ? null : `the generator stood still for ${Math.round(blockedMsMax)} ms`;
}

function clockStep({ clockStepMs }: ValidityFacts): string | null {
  if (Math.abs(clockStepMs) <= CLOCK_STEP_MS_MAX) return null;
  return `the system's clock was set by ${Math.round(clockStepMs)} ms while the run went on`;
}

function share(ratio: number): string {
  return `${Math.floor(ratio * 10_000) / 100} %`;
}
