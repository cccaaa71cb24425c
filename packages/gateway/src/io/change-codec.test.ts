import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Change } from "../store/change.ts";
import { decodeChanges, encodeChanges } from "./change-codec.ts";

const text = fc.string({ maxLength: 20 });
const orNull = fc.option(text);
const whole = fc.integer({ min: -1, max: 2 ** 40 });
const change: fc.Arbitrary<Change> = fc.record({
  verdict: whole,
  signedSingly: fc.boolean(),
  receipt: whole,
  isProvisional: fc.boolean(),
  records: fc.array(fc.record({ kind: text, run: text, text }), { maxLength: 3 }),
  action: fc.option(
    fc.record({
      id: text,
      isNew: fc.boolean(),
      state: text,
      actor: text,
      session: orNull,
      adapter: text,
      correlation: text,
      replayOf: orNull,
      failureClass: orNull,
      createdAtMs: whole,
      updatedAtMs: whole,
      arguments: text,
      given: text,
      decision: orNull,
      body: text,
    }),
  ),
  key: fc.option(fc.record({ actor: text, key: text, fingerprint: text })),
  budgets: fc.array(fc.record({ budget: text, key: text, windowStartMs: whole, reserved: whole, committed: whole }), {
    maxLength: 2,
  }),
  states: fc.array(fc.tuple(text, text), { maxLength: 2 }),
});

// fast-check makes objects without a prototype; what is compared is the data.
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("what goes to the writer's thread comes out as it went in", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 5 }), (changes) => {
      assert.deepEqual(plain(decodeChanges(encodeChanges(changes))), plain(changes));
    }),
  );
});

test("a text that was cut, lengthened or mixed up is refused, never read as something else", () => {
  fc.assert(
    fc.property(change, fc.nat(), (one, at) => {
      const cells = encodeChanges([one]).split("\u0000");
      assert.throws(() => decodeChanges(cells.slice(0, 1 + (at % (cells.length - 1))).join("\u0000")), TypeError);
      assert.throws(() => decodeChanges([...cells, "0"].join("\u0000")), /were sent/);
      assert.throws(() => decodeChanges([`${cells.length}`, ...cells.slice(1), "0"].join("\u0000")), /left over/);
    }),
  );
  assert.throws(() => decodeChanges("1\u0000x"), /no whole number/);
  assert.throws(() => decodeChanges("1\u00001"), /too early/);
  assert.throws(() => decodeChanges(""), TypeError);
});

test("a name that holds the separator is refused, not taken apart", () => {
  fc.assert(
    fc.property(change, (one) => {
      const records = [{ kind: "a\u0000b", run: "", text: "{}" }];
      assert.throws(() => decodeChanges(encodeChanges([{ ...one, records }])), TypeError);
    }),
  );
});
