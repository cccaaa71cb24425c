import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import type { ExceptionState } from "@holdpoint/ledger";
import fc from "fast-check";
import { registerDifference } from "./compare-register.ts";
import { stateOf } from "./columns.ts";
import { BEGIN_MARK, END_MARK, parseRegister } from "./parse-register.ts";
import type { Measured, Proposal } from "./sync-rows.ts";
import { syncRows } from "./sync-rows.ts";
import { openState, resolvedState } from "./testing-register.ts";
import { NEW_REGISTER, writeRegister } from "./write-register.ts";

const FILE = "docs/e.md";
const PATHS = ["src/a.ts", "src/b.ts", "lib/*_c.ts", "src/[id].ts"] as const;

const path = fc.constantFrom(...PATHS);
const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).map((text) => `x${text}x`);
const count = fc.tuple(fc.nat(30), fc.nat(30)).map(([covered, more]) => ({ covered, total: covered + more + 1 }));

const state: fc.Arbitrary<ExceptionState> = fc
  .record({ at: path, rationale: words, owner: words, isOpen: fc.boolean(), final: fc.option(count) })
  .map(({ at, rationale, owner, isOpen, final }) => {
    const open = openState({ path: at, rationale, owner, approver: `${owner} too` });
    return isOpen ? open : { ...open, resolution: { ...resolvedState().resolution, final } as never };
  });

/** Ids are given afterwards, so that no two are the same. */
const states = fc
  .array(state, { maxLength: 5 })
  .map((all) => all.map((one, index) => ({ ...one, exception: { ...one.exception, id: `cov-${index}` } })));

const measured: fc.Arbitrary<Measured> = fc
  .record({ proposals: fc.uniqueArray(fc.record({ path, count }), { selector: (one) => one.path }), share: count })
  .map(({ proposals, share }) => ({
    at: "2026-03-01T00:00:00.000Z",
    shareOf: (file) => (file === "src/b.ts" ? null : share),
    isReached: (file) => file === "src/a.ts",
    proposals: proposals.map((one): Proposal => ({ ...one, metric: "lines" })),
  }));

function synced(text: string, all: readonly ExceptionState[], now: Measured | null): string {
  const register = parseRegister(text, FILE);
  return writeRegister(register, syncRows(register.rows, all, now));
}

const steps = fc.array(fc.record({ all: states, now: fc.option(measured) }), { minLength: 1, maxLength: 5 });

test("whatever is decided, measured and taken back: no row goes, and every sync leaves a current register", () => {
  fc.assert(
    fc.property(steps, (list) => {
      let text = NEW_REGISTER;
      for (const { all, now } of list) {
        const before = parseRegister(text, FILE).rows;
        text = synced(text, all, now);
        const { rows } = parseRegister(text, FILE);
        const taken = before.filter(({ id }) => !rows.some((row) => row.id === id));
        // Only a proposal goes, into the row of the record that decided about it.
        for (const row of taken) {
          assert.equal(stateOf(row), "proposed");
          assert.ok(all.some(({ exception }) => exception.path === row.cells.Path));
        }
        for (const { exception } of all) assert.ok(rows.some(({ id }) => id === exception.id));
        assert.equal(registerDifference(parseRegister(text, FILE), all), null);
        assert.equal(synced(text, all, now), text, "again changes nothing");
      }
    }),
  );
});

test("what people wrote beside a row stays beside it", () => {
  const own = fc.string({ unit: fc.constantFrom("a", "*", "\\|", "`", "&", "<b>", " ") }).map((text) => text.trim());
  fc.assert(
    fc.property(steps, own, (list, note) => {
      const [first, ...rest] = list;
      assert.ok(first !== undefined);
      const register = parseRegister(synced(NEW_REGISTER, first.all, first.now), FILE);
      const noted = register.rows.map((row) => ({ ...row, own: { Note: note } }));
      let text = writeRegister({ ...register, own: [{ name: "Note", dashes: ":---" }] }, noted);
      const kept = new Set(noted.map(({ id }) => id));
      for (const { all, now } of rest) {
        text = synced(text, all, now);
        const there = new Set(parseRegister(text, FILE).rows.map(({ id }) => id));
        // A proposal's note goes on with the record that decided about it.
        for (const id of kept) if (!there.has(id)) kept.delete(id);
      }
      const after = parseRegister(text, FILE);
      assert.deepEqual(after.own, [{ name: "Note", dashes: ":---" }]);
      for (const id of kept) assert.equal(after.rows.find((row) => row.id === id)?.own["Note"], note);
    }),
  );
});

test("whatever a file holds, it is read or refused with its line, and never half understood", () => {
  const piece = fc.constantFrom(
    BEGIN_MARK,
    END_MARK,
    "| Id | State | Path |",
    "| --- | --- | --- |",
    "| a | open | b |",
    "| a |",
    "text",
    "",
    "<<<<<<< HEAD",
    "| \\| | b | c |",
  );
  const lines = fc.array(fc.oneof(piece, fc.string({ unit: "grapheme", maxLength: 12 })), { maxLength: 14 });
  fc.assert(
    fc.property(lines, fc.constantFrom("\n", "\r\n"), (all, lineBreak) => {
      const text = all.join(lineBreak);
      try {
        const register = parseRegister(text, FILE);
        const ids = register.rows.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
        assert.ok(text.startsWith(register.before) && text.endsWith(register.after));
        const again = parseRegister(writeRegister(register, syncRows(register.rows, [], null)), FILE);
        assert.deepEqual(again.rows.map(({ id }) => id).sort(), ids.sort());
      } catch (thrown) {
        if (!isHoldpointError(thrown)) throw thrown;
        assert.equal(thrown.code, "HP-GOVERNANCE-REGISTER");
        const line = thrown.place.line ?? 0;
        assert.ok(line >= 1 && line <= all.length + 1, `line ${line} of ${all.length}`);
      }
    }),
    { numRuns: 500 },
  );
});
