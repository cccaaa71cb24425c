import assert from "node:assert/strict";
import { test } from "node:test";
import { EXCEPTION, RESOLUTION, REVIEW } from "../testing-exceptions.ts";
import type { ExceptionStates } from "./exception-states.ts";
import { exceptionDigest, exceptionStates } from "./exception-states.ts";
import type { Verified } from "./governance.ts";
import type { GovernanceException, GovernanceExceptionEvent } from "./records.ts";

const verified = <Record>(record: Record, file: string): Verified<Record> => ({ file, digest: "sha256:x", record });

function statesOf(
  events: readonly GovernanceExceptionEvent[],
  exceptions: readonly GovernanceException[] = [EXCEPTION],
): ExceptionStates {
  return exceptionStates({
    exceptions: exceptions.map((one) => verified(one, `exceptions/${one.id}.dsse.json`)),
    exceptionEvents: events.map((event, index) => verified(event, `exception-events/${index}.dsse.json`)),
  });
}

const texts = ({ problems }: ExceptionStates): string[] => problems.map(({ text }) => text);

test("without events it stands as it was decided", () => {
  assert.deepEqual(statesOf([]), {
    states: [
      {
        exception: EXCEPTION,
        file: `exceptions/${EXCEPTION.id}.dsse.json`,
        reviews: [],
        resolution: null,
        nextReviewAt: EXCEPTION.nextReviewAt,
      },
    ],
    problems: [],
  });
});

test("a review sets the next one, and a resolution ends it, in whatever order the files lie", () => {
  const later: GovernanceExceptionEvent = {
    ...REVIEW,
    at: "2026-06-01T00:00:00Z",
    by: "Ana",
    nextReviewAt: "2026-12-01T00:00:00Z",
  };
  for (const events of [
    [REVIEW, later, RESOLUTION],
    [RESOLUTION, later, REVIEW],
  ]) {
    const { states, problems } = statesOf(events);
    assert.deepEqual(problems, []);
    assert.deepEqual(states[0]?.reviews, [REVIEW, later]);
    assert.equal(states[0]?.nextReviewAt, "2026-12-01T00:00:00Z");
    assert.deepEqual(states[0]?.resolution, RESOLUTION);
  }
});

test("a review without a next one does not keep an exception open", () => {
  const { states, problems } = statesOf([{ ...REVIEW, nextReviewAt: null }]);
  assert.deepEqual(states[0]?.reviews, []);
  assert.match(problems[0]?.text ?? "", /next review/);
});

test("of events of one instant the files' names tell the order, and exceptions are sorted by id", () => {
  const review = { ...REVIEW, at: RESOLUTION.at };
  const told = (reviewFile: string, resolutionFile: string): string[] =>
    texts(
      exceptionStates({
        exceptions: [verified(EXCEPTION, "exceptions/one.dsse.json")],
        exceptionEvents: [verified(RESOLUTION, resolutionFile), verified(review, reviewFile)],
      }),
    );
  assert.deepEqual(told("exception-events/a.dsse.json", "exception-events/b.dsse.json"), []);
  assert.match(told("exception-events/b.dsse.json", "exception-events/a.dsse.json").join(), /was resolved at/);
  const ids = ["cov-b", "cov-a", "cov-c", "cov-a"].map((id) => ({ ...EXCEPTION, id }));
  assert.deepEqual(
    statesOf([], ids).states.map(({ exception }) => exception.id),
    ["cov-a", "cov-a", "cov-b", "cov-c"],
  );
});

test("what does not fit changes nothing and is told", () => {
  const cases: readonly (readonly [Partial<GovernanceExceptionEvent>, RegExp])[] = [
    [{ exception: "cov-other" }, /no exception "cov-other" of this content/],
    [{ digest: `sha256:${"0".repeat(64)}` }, /of this content/],
    [{ at: "2026-01-01T00:00:00Z" }, /older than the exception/],
    [{ by: "Eve" }, /Eve is neither owner nor approver/],
    [{ nextReviewAt: "2027-02-01T00:00:00Z" }, /later than the exception's end/],
  ];
  for (const [change, says] of cases) {
    const found = statesOf([{ ...REVIEW, ...change }]);
    assert.match(texts(found).join(), says);
    assert.deepEqual(found.states, statesOf([]).states);
  }
});

test("anybody who is known may end it, once; after that nothing more is said", () => {
  const second = { ...RESOLUTION, at: "2026-08-01T00:00:00Z", by: "Eve" };
  const found = statesOf([{ ...RESOLUTION, by: "Eve" }, second, { ...REVIEW, at: "2026-08-02T00:00:00Z" }]);
  assert.equal(found.states[0]?.resolution?.at, RESOLUTION.at);
  assert.deepEqual(texts(found), [
    "the exception was resolved at 2026-07-01T00:00:00Z",
    "the exception was resolved at 2026-07-01T00:00:00Z",
  ]);
});

test("an event of an exception that was written anew does not fit it", () => {
  const anew = { ...EXCEPTION, expiresAt: "2028-01-01T00:00:00Z" };
  assert.notEqual(exceptionDigest(anew), exceptionDigest(EXCEPTION));
  const found = statesOf([RESOLUTION], [anew]);
  assert.deepEqual([found.states[0]?.resolution, found.problems.length], [null, 1]);
});

test("states are sorted by id", () => {
  const ids = statesOf(
    [],
    [
      { ...EXCEPTION, id: "b" },
      { ...EXCEPTION, id: "a" },
    ],
  ).states.map(({ exception }) => exception.id);
  assert.deepEqual(ids, ["a", "b"]);
});
