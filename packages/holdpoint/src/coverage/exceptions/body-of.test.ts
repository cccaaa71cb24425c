import assert from "node:assert/strict";
import { test } from "node:test";
import type { GovernanceExceptionEvent, GovernanceProblem } from "@holdpoint/ledger";
import { recordedPart } from "./body-of.ts";
import { matchingFiles, matchingFilesOrNone } from "./matching-files.ts";
import { coverageExceptionOf, openState, resolvedState } from "./testing-register.ts";

const problem = (file: string): GovernanceProblem => ({ file, code: "malformed", text: "broken" });
const TERMS = {
  governance: { problems: [] },
  folder: "governance",
  tracked: ["src/a.ts", "src/b.ts"],
  introducedIn: new Map([["exceptions/cov-20260102-0a1b2c3d.dsse.json", "b".repeat(40)]]),
};

test("an exception is told with its files and the commit that brought it", () => {
  const { exceptions } = recordedPart({ ...TERMS, states: { states: [openState()], problems: [] } });
  assert.deepEqual(exceptions, [coverageExceptionOf()]);
  const [elsewhere] = recordedPart({
    ...TERMS,
    introducedIn: new Map(),
    states: { states: [openState({ path: "src/*" })], problems: [] },
  }).exceptions;
  assert.deepEqual([elsewhere?.introducedIn, elsewhere?.matches], [null, ["src/a.ts", "src/b.ts"]]);
});

test("an end is told with its numbers", () => {
  const [exception] = recordedPart({ ...TERMS, states: { states: [resolvedState()], problems: [] } }).exceptions;
  assert.deepEqual(exception?.resolved, {
    at: "2026-07-01T00:00:00Z",
    by: "Ben",
    why: "reached",
    final: { covered: 24, total: 25 },
  });
});

test("problems of what exceptions rest on are told, others are not theirs", () => {
  const files = ["keys/a.json", "revocations/r.dsse.json", "exceptions/e.dsse.json", "waivers/w.dsse.json"];
  const { problems } = recordedPart({
    ...TERMS,
    governance: { problems: files.map(problem) },
    states: { states: [], problems: [problem("exception-events/x.dsse.json")] },
  });
  assert.deepEqual(
    problems.map(({ file }) => file),
    [
      "governance/keys/a.json",
      "governance/revocations/r.dsse.json",
      "governance/exceptions/e.dsse.json",
      "governance/exception-events/x.dsse.json",
    ],
  );
});

test("a name that is there is that file, anything else is a glob", () => {
  assert.deepEqual(matchingFiles("src/[a].ts", ["src/[a].ts", "src/a.ts"]), ["src/[a].ts"]);
  assert.deepEqual(matchingFiles("src/[ab].ts", TERMS.tracked), ["src/a.ts", "src/b.ts"]);
  assert.throws(() => matchingFiles("/src", TERMS.tracked), { code: "HP-CONFIG-VALUE" });
  assert.deepEqual(matchingFilesOrNone("/src", TERMS.tracked), []);
});

test("reviews are told in their order, one without a note with an empty one", () => {
  const review = (at: string, note: string | null): GovernanceExceptionEvent => {
    const { resolution } = resolvedState({ event: "reviewed", at, note, why: null, final: null });
    assert.ok(resolution !== null);
    return resolution;
  };
  const reviews = [review("2026-03-01T00:00:00Z", "looked at it"), review("2026-05-01T00:00:00Z", null)];
  const state = { ...openState(), reviews, nextReviewAt: "2026-09-01T00:00:00Z" };
  const [exception] = recordedPart({ ...TERMS, states: { states: [state], problems: [] } }).exceptions;
  assert.deepEqual(exception?.reviews, [
    { at: "2026-03-01T00:00:00Z", by: "Ben", note: "looked at it" },
    { at: "2026-05-01T00:00:00Z", by: "Ben", note: "" },
  ]);
  assert.deepEqual([exception.nextReviewAt, exception.resolved], ["2026-09-01T00:00:00Z", null]);
});
