import assert from "node:assert/strict";
import { test } from "node:test";
import type { ExceptionStates, GovernanceExceptionEvent } from "@holdpoint/ledger";
import { exceptionDigest, governanceKey, makeSigner, readGovernanceFiles, signGovernance } from "@holdpoint/ledger";
import { eventId, openException, resolutionOf, reviewOf, signerName } from "./events.ts";
import { EXCEPTION, openState, resolvedState } from "./testing-register.ts";

const NOW_MS = Date.UTC(2026, 4, 1);
const BY_BEN = { by: "Ben", nowMs: NOW_MS };
const statesOf = (...states: ExceptionStates["states"]): ExceptionStates => ({ states, problems: [] });

test("an open exception is found by its id, with a word about the others", () => {
  const open = openState();
  assert.equal(openException(statesOf(open), EXCEPTION.id), open);
  const said = (states: ExceptionStates, id: string): string => {
    try {
      return openException(states, id).file;
    } catch (thrown) {
      return `${(thrown as { code: string }).code}: ${(thrown as Error).message}`;
    }
  };
  assert.equal(
    said(statesOf(open), "x"),
    `HP-USAGE-NAME: there is no exception "x" that both have signed (there are ${EXCEPTION.id})`,
  );
  assert.match(said(statesOf(), "x"), /both have signed$/);
  assert.match(said(statesOf(resolvedState()), EXCEPTION.id), /^HP-USAGE: .* was resolved at 2026-07-01/);
});

test("a review says who looked, what was found and when it is next", () => {
  const expected: GovernanceExceptionEvent = {
    schema: "holdpoint/exception-event/v1",
    exception: EXCEPTION.id,
    digest: exceptionDigest(EXCEPTION),
    at: "2026-05-01T00:00:00.000Z",
    by: "Ben",
    event: "reviewed",
    note: "still so",
    nextReviewAt: "2026-05-31T00:00:00.000Z",
    why: null,
    final: null,
  };
  assert.deepEqual(reviewOf(openState(), { note: " still so ", next: "30d" }, BY_BEN), expected);
  assert.doesNotThrow(() => signGovernance("exception-event", expected, [makeSigner().signer]));
  assert.equal(eventId(expected), `${EXCEPTION.id}.reviewed.20260501000000000`);
});

test("a review that may not be is refused", () => {
  const cases: readonly (readonly [{ note?: string; next?: string }, string, RegExp])[] = [
    [{ note: " " }, "Ben", /one line of text/],
    [{ note: "a\nb" }, "Ben", /one line of text/],
    [{}, "Eve", /reviewed by Ben or Ana, not by Eve/],
    [{ next: "2027-01-02" }, "Ana", /ends at 2027-01-01.*decided anew/],
    [{ next: "2026-04-01" }, "Ana", /too late/],
  ];
  for (const [change, by, says] of cases) {
    const wish = { note: "still so", next: "30d", ...change };
    assert.throws(() => reviewOf(openState(), wish, { by, nowMs: NOW_MS }), { code: "HP-USAGE", message: says });
  }
});

test("a resolution carries its numbers", () => {
  const final = { covered: 9, total: 10 };
  const { why, final: numbers, event, note } = resolutionOf(openState(), { why: "reached", final }, BY_BEN);
  assert.deepEqual([why, numbers, event, note], ["reached", final, "resolved", null]);
});

test("a key is of whoever committed it, until it is revoked", () => {
  const [ana, log] = [makeSigner().signer, makeSigner().signer];
  const keys = [
    { owner: "Ana", use: "person", signer: ana },
    { owner: "ledger", use: "ledger", signer: log },
  ] as const;
  const governance = readGovernanceFiles(
    keys.map(({ owner, use, signer }) => {
      const record = governanceKey(signer, { id: owner, owner, use, createdAt: "2026-01-01T00:00:00Z" });
      const bytes = Buffer.from(signGovernance("key", record, [signer]));
      return { kind: "key", file: `keys/${owner}.json`, bytes };
    }),
  );
  const { fingerprint } = ana.publicKey;
  assert.equal(signerName(governance, fingerprint), "Ana");
  assert.throws(() => signerName(governance, log.publicKey.fingerprint), /of nobody under governance\/keys/);
  const revocations = [{ fingerprint, revokedAt: "2026-02-01T00:00:00Z" }];
  assert.throws(() => signerName({ ...governance, revocations }, fingerprint), /the key of Ana is revoked/);
});
