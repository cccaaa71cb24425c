import assert from "node:assert/strict";
import { test } from "node:test";
import { approvalCapObjection } from "./approval-cap.ts";
import { TERMS } from "./testing.ts";

test("as many may wait as the policy says, of a session and in all", () => {
  const objection = (session: number, inAll: number): string | null => approvalCapObjection({ session, inAll }, TERMS);
  assert.equal(objection(0, 0), null);
  assert.equal(objection(9, 999), null);
  assert.equal(objection(10, 10), "10 of the session wait already");
  assert.equal(objection(11, 11), "11 of the session wait already");
  assert.equal(objection(0, 1_000), "1000 wait already");
});

test("with a cap of 0 nothing may wait", () => {
  assert.notEqual(approvalCapObjection({ session: 0, inAll: 0 }, { ...TERMS, inAllMax: 0 }), null);
  assert.notEqual(approvalCapObjection({ session: 0, inAll: 0 }, { ...TERMS, perSessionMax: 0 }), null);
});

test("a count that is no number is too many", () => {
  assert.notEqual(approvalCapObjection({ session: Number.NaN, inAll: 0 }, TERMS), null);
  assert.notEqual(approvalCapObjection({ session: 0, inAll: Number.NaN }, TERMS), null);
});
