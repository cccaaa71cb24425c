import type { Json } from "@holdpoint/core";
import { digestOf } from "@holdpoint/core";
import type { Governance, GovernanceProblem, Verified } from "./governance.ts";
import type { GovernanceException, GovernanceExceptionEvent } from "./records.ts";

/** An exception with everything that was signed about it since. */
export interface ExceptionState {
  readonly exception: GovernanceException;
  /** Relative to `governance/`. */
  readonly file: string;
  /** In the order in which they were made. */
  readonly reviews: readonly GovernanceExceptionEvent[];
  /** Null while it is open; the first end counts. */
  readonly resolution: GovernanceExceptionEvent | null;
  readonly nextReviewAt: string;
}

export interface ExceptionStates {
  /** Sorted by id. */
  readonly states: readonly ExceptionState[];
  /** Events that fit no exception, or that its state does not allow; they change nothing. */
  readonly problems: readonly GovernanceProblem[];
}

/** Digest by which events name the exception that they are about. */
export function exceptionDigest(exception: GovernanceException): string {
  return digestOf(exception as unknown as Json);
}

/**
 * How every exception stands after its events. Pure; the order of files makes no difference.
 *
 * @example
 * exceptionStates(readGovernance("governance")).states.filter((one) => one.resolution === null); // the open ones
 */
export function exceptionStates(governance: Pick<Governance, "exceptions" | "exceptionEvents">): ExceptionStates {
  const problems: GovernanceProblem[] = [];
  const taken = new Map<string, Verified<GovernanceExceptionEvent>[]>();
  for (const event of governance.exceptionEvents.toSorted(byTime)) {
    const { exception: id, digest } = event.record;
    const decision = governance.exceptions.find(({ record }) => record.id === id)?.record;
    const before = taken.get(id) ?? [];
    const problem =
      decision === undefined || exceptionDigest(decision) !== digest
        ? `there is no exception "${id}" of this content`
        : refusal(event.record, decision, before);
    if (problem === null) taken.set(id, [...before, event]);
    else problems.push({ file: event.file, code: "misplaced", text: problem });
  }
  const states = governance.exceptions.map(({ record, file }) =>
    stateOf(
      record,
      file,
      (taken.get(record.id) ?? []).map((event) => event.record),
    ),
  );
  return { states: states.sort((a, b) => byText(a.exception.id, b.exception.id)), problems };
}

function stateOf(
  exception: GovernanceException,
  file: string,
  events: readonly GovernanceExceptionEvent[],
): ExceptionState {
  const reviews = events.filter(({ event }) => event === "reviewed");
  return {
    exception,
    file,
    reviews,
    resolution: events.find(({ event }) => event === "resolved") ?? null,
    nextReviewAt: reviews.at(-1)?.nextReviewAt ?? exception.nextReviewAt,
  };
}

/** Only who decided may keep it for longer; a review cannot reach beyond what was decided, nor follow an end. */
function refusal(
  event: GovernanceExceptionEvent,
  decision: GovernanceException,
  before: readonly Verified<GovernanceExceptionEvent>[],
): string | null {
  const ended = before.find(({ record }) => record.event === "resolved");
  if (ended !== undefined) return `the exception was resolved at ${ended.record.at}`;
  if (Date.parse(event.at) < Date.parse(decision.createdAt)) return "it is older than the exception";
  if (event.event === "resolved") return null;
  if (event.by !== decision.owner && event.by !== decision.approver)
    return `${event.by} is neither owner nor approver of the exception`;
  return Date.parse(event.nextReviewAt ?? "") <= Date.parse(decision.expiresAt)
    ? null
    : "the next review is later than the exception's end";
}

function byTime(a: Verified<GovernanceExceptionEvent>, b: Verified<GovernanceExceptionEvent>): number {
  return Date.parse(a.record.at) - Date.parse(b.record.at) || byText(a.file, b.file);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
