import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readExposition } from "./read-exposition.ts";
import { groupsOf, labelsKey, partLabelOf, partOf, seriesText } from "./series.ts";

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

test("a key is the same for the same labels in whatever order, and another for others; an empty one is none", () => {
  const pairs = fc.uniqueArray(fc.tuple(fc.string(), fc.string()), { selector: ([name]) => name, maxLength: 4 });
  fc.assert(
    fc.property(pairs, pairs, (one, two) => {
      assert.equal(labelsKey(new Map(one)), labelsKey(new Map(one.toReversed())));
      const sorted = (list: typeof one): string =>
        JSON.stringify(
          list
            .filter(([, value]) => value !== "")
            .map((pair) => JSON.stringify(pair))
            .toSorted(byText),
        );
      const same = sorted(one) === sorted(two);
      assert.equal(labelsKey(new Map(one)) === labelsKey(new Map(two)), same);
    }),
  );
});

test("one label may be left out", () => {
  const labels = new Map([
    ["le", "1"],
    ["a", "x"],
  ]);
  assert.equal(labelsKey(labels, "le"), labelsKey(new Map([["a", "x"]])));
  assert.equal(labelsKey(new Map([["le", "1"]]), "le"), labelsKey(new Map()));
});

test("samples of one metric are a group, each time by itself", () => {
  const text =
    '# TYPE h histogram\nh_bucket{a="1",le="1"} 1\nh_sum{a="1"} 1\nh_bucket{a="2",le="1"} 1\nh_sum{a="1"} 1 5\n';
  const [family] = readExposition(text, { atMs: 0 }).families;
  assert.ok(family !== undefined);
  const groups = groupsOf(family);
  assert.deepEqual(
    groups.map(({ samples, line }) => [samples.length, line]),
    [
      [2, 2],
      [1, 4],
      [1, 5],
    ],
  );
  assert.equal(partOf(groups[0]?.samples ?? [], "_sum")?.line, 3);
  assert.equal(partOf(groups[1]?.samples ?? [], "_sum"), undefined);
});

test("the label that tells parts apart is that of the type; states are told apart by the family's own name", () => {
  const label = (type: string, name: string): string | null => {
    const [family] = readExposition(`# TYPE ${name} ${type}\n# EOF\n`, { atMs: 0 }).families;
    return family === undefined ? null : partLabelOf(family);
  };
  assert.deepEqual(
    ["histogram", "gaugehistogram", "summary", "stateset", "gauge"].map((type) => label(type, "x")),
    ["le", "le", "quantile", "x", null],
  );
});

test("a series is shown as it is written, and cut", () => {
  assert.equal(seriesText({ name: "a", labels: new Map() }), "a");
  assert.equal(seriesText({ name: "a", labels: new Map([["b", 'c"\n']]) }), 'a{b="c\\"\\n"}');
  assert.equal(seriesText({ name: "a", labels: new Map([["b", "x".repeat(500)]]) }).length, 201);
});
