import type { DeltaVerification, LeafReading, ProposedDelta, SoakIteration } from "../evidence/soak.ts";

/** Attempts on end that may leave a parameter as it is before it counts as stuck. */
const STUCK_MIN = 2;

/** A proposal that was let through, with what was read back. */
interface Attempt {
  readonly proposal: ProposedDelta;
  readonly reading: LeafReading | undefined;
  /** It was what was wanted, and was something else the next time that somebody looked. */
  isLost: boolean;
}

/**
 * `DELTA_VERIFY_REPORT`: what of all that was let through was really there afterwards, by the values that were read and
 * not by the words that stand beside them. What was skipped stands apart; where nothing was attempted there is no
 * ratio. `missing` counts all that nobody could read as what it was to be: no such path, another type, unreadable, no
 * reading at all. A parameter is stuck when its last two attempts left it where it was.
 *
 * @example
 * verifyDeltas([]).fullApplyRatio; // null
 */
export function verifyDeltas(iterations: readonly SoakIteration[]): DeltaVerification {
  const proposals = iterations.flatMap(({ tuning }) => tuning.proposed);
  const attempts = iterations.flatMap(attemptsOf);
  markLost(iterations, attempts);
  const outcomes = attempts.map(outcomeOf);
  const count = (wanted: Outcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  const fullyApplied = count("applied");
  return {
    proposed: proposals.length,
    skipped: proposals.length - attempts.length,
    attempted: attempts.length,
    fullyApplied,
    clamped: count("clamped"),
    ignored: count("ignored"),
    missing: count("missing"),
    fullApplyRatio: attempts.length === 0 ? null : fullyApplied / attempts.length,
    nestedMissPaths: missPaths(iterations),
    stuck: stuckPaths(attempts),
    otherPaths: [...new Set(iterations.flatMap(({ tuning }) => tuning.others))].toSorted(),
  };
}

type Outcome = "applied" | "clamped" | "ignored" | "missing";

function attemptsOf({ tuning }: SoakIteration): readonly Attempt[] {
  return tuning.proposed
    .filter(({ skipped }) => skipped === null)
    .map((proposal) => ({
      proposal,
      reading: tuning.readings.find(({ path, verdict }) => path === proposal.parameter && verdict !== "drifted"),
      isLost: false,
    }));
}

/**
 * A proposal of a later iteration that starts from another value than the attempt left shows that it did not last;
 * those of the same one were all made before anything was written.
 */
function markLost(iterations: readonly SoakIteration[], attempts: readonly Attempt[]): void {
  const byProposal = new Map(attempts.map((attempt) => [attempt.proposal, attempt]));
  const last = new Map<string, Attempt>();
  for (const { tuning } of iterations) {
    for (const proposal of tuning.proposed) {
      const before = last.get(proposal.parameter);
      const left = before === undefined ? null : numeric(before.reading?.after);
      if (before !== undefined && proposal.from !== null && left !== null) before.isLost = proposal.from !== left;
    }
    for (const { parameter } of tuning.proposed) last.delete(parameter);
    for (const proposal of tuning.proposed) {
      const attempt = byProposal.get(proposal);
      if (attempt !== undefined) last.set(proposal.parameter, attempt);
    }
  }
}

function outcomeOf({ reading, isLost, proposal }: Attempt): Outcome {
  if (reading === undefined) return "missing";
  const { before, wanted, after, verdict } = reading;
  if (verdict === "missing" || verdict === "type-changed" || verdict === "unreadable" || after === null)
    return "missing";
  if (after === before || isLost) return "ignored";
  return after === wanted && numeric(wanted) === proposal.to ? "applied" : "clamped";
}

function missPaths(iterations: readonly SoakIteration[]): readonly string[] {
  const paths = iterations.flatMap(({ tuning: { proposed, readings } }) => {
    // A target that could not be read at all says nothing about its paths.
    const unread = new Set(readings.filter(({ verdict }) => verdict === "unreadable").map(({ path }) => path));
    const unknown = proposed.filter(({ skipped }) => skipped?.reason === "unknown-path");
    const missing = readings.filter(({ verdict }) => verdict === "missing");
    return [
      ...unknown.map(({ parameter }) => parameter).filter((path) => !unread.has(path)),
      ...missing.map(({ path }) => path),
    ];
  });
  return [...new Set(paths)].toSorted();
}

function stuckPaths(attempts: readonly Attempt[]): readonly string[] {
  const byPath = Map.groupBy(attempts, ({ proposal }) => proposal.parameter);
  return [...byPath]
    .filter(([, tried]) => tried.length >= STUCK_MIN && tried.slice(-STUCK_MIN).every(isUnmoved))
    .map(([path]) => path)
    .toSorted();
}

function isUnmoved({ reading }: Attempt): boolean {
  return reading !== undefined && reading.after !== null && reading.after === reading.before;
}

function numeric(value: LeafReading["after"] | undefined): number | null {
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "number" ? value : null;
}
