import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestFormat } from "@holdpoint/core";
import fc from "fast-check";
import { mismatchesOf, readAs } from "./testing.test.ts";
import type { Writer } from "./writers.test.ts";
import { all, groups, WRITERS } from "./writers.test.ts";

for (const [format, write] of Object.entries(WRITERS) as [TestFormat, Writer][]) {
  test(`${format}: whatever is written is read back: suites, names, verdicts, order`, () => {
    fc.assert(
      fc.property(groups, (list) => {
        fc.pre(list.length > 0 || format !== "go-test");
        const read = readAs(format, write(list, 0));
        assert.deepEqual(
          read.cases.map(({ name: title, status: ended }) => ({ name: title, status: ended })),
          all(list).map(({ name: title, status: ended }) => ({ name: title, status: ended })),
        );
        assert.deepEqual(mismatchesOf(read), []);
        for (const [index, one] of list.flatMap((group) => group.tests.map(() => group.name)).entries()) {
          const id = read.cases[index]?.id ?? "";
          const isRepeated =
            read.cases[index]?.name.startsWith(one) === true || read.cases[index]?.name.endsWith(one) === true;
          assert.ok(id.includes(one) || isRepeated, `${id} is not in ${one}`);
        }
      }),
      { numRuns: 300 },
    );
  });

  // The events of go declare nothing.
  if (format === "go-test") continue;
  test(`${format}: a declared total that is wrong is always found`, () => {
    fc.assert(
      fc.property(groups, fc.constantFrom(1, 5), (list, wrong) => {
        fc.pre(list.length > 0);
        assert.ok(readAs(format, write(list, wrong)).mismatches.some(({ what }) => what === "tests"));
      }),
      { numRuns: 100 },
    );
  });
}
