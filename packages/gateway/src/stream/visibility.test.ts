import assert from "node:assert/strict";
import { test } from "node:test";
import { eventOf, openingAs } from "./testing-events.ts";
import { filterFor, seesAll, toldAs } from "./visibility.ts";

/** Who, which session they opened, and what they are told of ada's RUNNING in s1 and of her AWAITING_APPROVAL in s1. */
const TABLE: readonly (readonly [string, string | null, string | null, string | null])[] = [
  ["ada:requester", null, "action.state", "action.state"],
  ["ada:requester", "s1", "action.state", "action.state"],
  ["ada:requester", "s2", null, null],
  ["bo:requester", null, null, null],
  ["bo:approver", null, null, "approval.required"],
  ["bo:approver", "s1", null, "approval.required"],
  ["bo:approver", "s2", null, null],
  ["ada:approver", null, "action.state", "action.state"],
  ["ada:requester+approver", null, "action.state", "action.state"],
  ["bo:requester+approver", null, null, "approval.required"],
  ["bo:operator", null, "action.state", "action.state"],
  ["bo:observer", null, "action.state", "action.state"],
  ["bo:observer", "s2", null, null],
  ["bo:operator+approver", null, "action.state", "approval.required"],
];

for (const [who, session, running, awaiting] of TABLE) {
  test(`${who} of session ${session ?? "any"}`, () => {
    const opening = openingAs(who, session);
    assert.equal(toldAs(eventOf(1, "RUNNING", "ada", "s1"), opening), running);
    assert.equal(toldAs(eventOf(2, "AWAITING_APPROVAL", "ada", "s1"), opening), awaiting);
  });
}

test("what is looked up never hides what is told", () => {
  for (const [who, session] of TABLE) {
    const opening = openingAs(who, session);
    const { actor, session: only } = filterFor(opening);
    for (const asker of ["ada", "bo"]) {
      for (const place of ["s1", "s2", null]) {
        const event = eventOf(1, "AWAITING_APPROVAL", asker, place);
        if (toldAs(event, opening) === null) continue;
        assert.ok((actor === null || actor === asker) && (only === null || only === place), `${who} ${asker} ${place}`);
      }
    }
  }
});

test("an approver hears how the waiting ended, in the session that it opened, and nothing of what follows", () => {
  for (const state of ["READY", "DENIED", "EXPIRED", "CANCELLED"] as const) {
    const ended = { ...eventOf(3, state, "ada", "s1"), from: "AWAITING_APPROVAL" as const };
    assert.equal(toldAs(ended, openingAs("bo:approver")), "action.state", state);
    assert.equal(toldAs(ended, openingAs("bo:approver", "s2")), null, state);
    assert.equal(toldAs(ended, openingAs("bo:requester")), null, state);
  }
  const next = { ...eventOf(4, "RUNNING", "ada", "s1"), from: "READY" as const };
  assert.equal(toldAs(next, openingAs("bo:approver")), null);
});

test("only operators and observers see all", () => {
  const seeing = ["requester", "approver", "operator", "observer"].filter((role) => seesAll(openingAs(role).principal));
  assert.deepEqual(seeing, ["operator", "observer"]);
});
