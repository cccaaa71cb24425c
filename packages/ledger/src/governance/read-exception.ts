import type { Count } from "@holdpoint/core";
import { COVERAGE_METRICS, RESOLUTION_REASONS } from "@holdpoint/core";
import type { Shape } from "../json/shape.ts";
import { SHA256_PATTERN, ShapeError } from "../json/shape.ts";
import { GOVERNANCE_ID_PATTERN, readDecision, words } from "./read-decision.ts";
import type { GovernanceException, GovernanceExceptionEvent } from "./records.ts";

/** One word, kebab case. */
export const EXCEPTION_TYPE_PATTERN: RegExp = /^[a-z][a-z0-9-]{0,39}$/;

/** Reads an exception; throws `ShapeError`. */
export function readException(shape: Shape): GovernanceException {
  const exception = {
    schema: shape.oneOf("schema", ["holdpoint/exception/v1"]),
    id: shape.matching("id", GOVERNANCE_ID_PATTERN),
    path: words(shape, "path"),
    metric: shape.oneOf("metric", COVERAGE_METRICS),
    type: shape.matching("type", EXCEPTION_TYPE_PATTERN),
    rationale: words(shape, "rationale"),
    mitigation: words(shape, "mitigation"),
    atDecision: readCount(shape.object("atDecision")),
    nextReviewAt: shape.time("nextReviewAt"),
    ...readDecision(shape),
  };
  needBetween(exception.nextReviewAt, exception.createdAt, exception.expiresAt);
  return exception;
}

/** Reads what became of an exception; throws `ShapeError`. */
export function readExceptionEvent(shape: Shape): GovernanceExceptionEvent {
  const event = shape.oneOf("event", ["reviewed", "resolved"]);
  const isReview = event === "reviewed";
  const common = {
    schema: shape.oneOf("schema", ["holdpoint/exception-event/v1"]),
    exception: shape.matching("exception", GOVERNANCE_ID_PATTERN),
    digest: shape.matching("digest", SHA256_PATTERN),
    at: shape.time("at"),
    by: words(shape, "by"),
    event,
  };
  if (!isReview) {
    const final = shape.objectOrNull("final");
    return {
      ...common,
      note: shape.nothing("note"),
      nextReviewAt: shape.nothing("nextReviewAt"),
      why: shape.oneOf("why", RESOLUTION_REASONS),
      final: final === null ? null : readCount(final),
    };
  }
  const nextReviewAt = shape.time("nextReviewAt");
  if (!(Date.parse(common.at) < Date.parse(nextReviewAt)))
    throw new ShapeError("the next review is not after this one");
  return {
    ...common,
    note: words(shape, "note"),
    nextReviewAt,
    why: shape.nothing("why"),
    final: shape.nothing("final"),
  };
}

function readCount(shape: Shape): Count {
  const count = { covered: shape.count("covered"), total: shape.count("total") };
  if (count.covered > count.total) throw new ShapeError(`${count.covered} of ${count.total} is no count`);
  return count;
}

function needBetween(at: string, from: string, to: string): void {
  const [when, begin, end] = [at, from, to].map((text) => Date.parse(text)) as [number, number, number];
  if (!(begin < when && when <= end)) throw new ShapeError("the next review is not between its beginning and its end");
}
