import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_TOTALS } from "../differences.ts";
import type { Totals } from "../differences.ts";
import type { NunitCount } from "./totals.ts";
import { XmlReader } from "../../xml/reader.ts";
import { addCases, declared2, declared3, differences2, differences3, noCases } from "./totals.ts";

const seen = (patch: Partial<NunitCount>): NunitCount => ({ ...noCases(), ...patch });
const shown = (found: ReturnType<typeof differences3>): readonly string[] =>
  found.map(({ what, declared, counted }) => `${what} ${declared}≠${counted}`);
const three = (declared: Partial<Totals>, count: NunitCount): readonly string[] =>
  shown(differences3({ suite: "s", line: 1, declared: { ...NO_TOTALS, ...declared } }, count));
const two = (declared: Partial<Totals>, count: NunitCount): readonly string[] =>
  shown(differences2({ suite: "s", line: 1, declared: { ...NO_TOTALS, ...declared } }, count));

test("version 3 counts errors as failures, and warnings as neither passed nor failed", () => {
  const count = seen({ passed: 2, failed: 1, errored: 1, warning: 1, inconclusive: 1, skipped: 1 });
  assert.deepEqual(three({ tests: 7, passed: 2, failures: 2, skipped: 2 }, count), []);
  assert.deepEqual(three({ tests: 7, passed: 3, failures: 2, skipped: 2 }, count), ["passed 3≠2"]);
  assert.deepEqual(three({ tests: 7, passed: 2, failures: 1, skipped: 2 }, count), ["failures 1≠2"]);
});

test("explicit tests are in both totals, in neither, or in one of them", () => {
  const count = seen({ passed: 1, explicit: 1 });
  for (const [tests, skipped] of [
    [2, 1],
    [1, 0],
    [2, 0],
    [1, 1],
  ] as const) {
    assert.deepEqual(three({ tests, skipped, passed: 1 }, count), [], `${tests} ${skipped}`);
  }
  assert.deepEqual(three({ tests: 3, skipped: 1 }, count), ["tests 3≠2"]);
});

test("version 2 counts what was run, and some of its producers what was not", () => {
  const count = seen({ passed: 2, failed: 1, errored: 1, skipped: 2 });
  assert.deepEqual(two({ tests: 4, failures: 1, errors: 1, skipped: 2 }, count), []);
  assert.deepEqual(two({ tests: 6, failures: 1, errors: 1, skipped: 2 }, count), []);
  assert.deepEqual(two({ tests: 3, failures: 1, errors: 0, skipped: 3 }, count), []);
  assert.deepEqual(two({ tests: 5, failures: 1, errors: 1, skipped: 2 }, count), ["tests 5≠4"]);
});

test("a start tag declares what it names, and what is inconclusive is skipped where skipped is named", () => {
  const of = (attributes: string, read: typeof declared3): Totals => {
    const xml = new XmlReader(Buffer.from(`<run ${attributes}/>`), { file: "a" });
    xml.next();
    return read(xml);
  };
  const all = 'total="9" passed="4" failed="2" warnings="1" skipped="1" inconclusive="2"';
  assert.deepEqual(of(all, declared3), { tests: 9, passed: 4, failures: 2, errors: null, skipped: 3 });
  assert.deepEqual(of('skipped="1"', declared3), { ...NO_TOTALS, skipped: 1 });
  assert.deepEqual(of('inconclusive="2"', declared3), NO_TOTALS);
  const old = 'total="9" errors="1" failures="2" not-run="3" inconclusive="1" ignored="2" skipped="7"';
  assert.deepEqual(of(old, declared2), { tests: 9, passed: null, failures: 2, errors: 1, skipped: 4 });
  assert.deepEqual(of('inconclusive="2"', declared2), NO_TOTALS);
  for (const read of [declared2, declared3]) {
    assert.throws(() => of('total="many"', read), { code: "HP-READ-SYNTAX", place: { file: "a", line: 1, column: 1 } });
  }
});

test("counts add up field by field", () => {
  const sum = seen({ passed: 1, explicit: 2 });
  addCases(sum, seen({ passed: 2, failed: 3, warning: 4 }));
  assert.deepEqual(sum, seen({ passed: 3, failed: 3, warning: 4, explicit: 2 }));
});
