import assert from "node:assert/strict";
import { test } from "node:test";
import { FIXTURES, readAs } from "./testing.test.ts";

/** `line status id (ms): message`, each test of each report that is not JUnit. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  "tap/bail-out.tap": ["2 passed x", "3 errored (run): Bail out! db gone"],
  "tap/node-tap.tap": ["6 passed a.js › x (3 ms)", "10 passed fn() {", "18 skipped b › q"],
  "tap/node-test.tap": [
    "3 passed top passes (0.715 ms)",
    "9 failed fails\\nwith # hash \\ é (0.613 ms): 1 == 2",
    "31 skipped skip me (0.846 ms): no # yen",
    "37 skipped todo fails (3.159 ms): The expression evaluated to a falsy value:",
    "63 skipped todo plain (0.098 ms)",
    "70 passed outer › a (0.109 ms)",
    "77 passed outer › inner › b (0.99 ms)",
    "84 failed outer › inner › c (0.144 ms): boom",
    "125 passed sub › s1 (0.164 ms)",
    "131 failed sub › s2 (0.52 ms): The expression evaluated to a falsy value:",
    "183 failed b.test.mjs (28.171 ms): test failed",
  ],
  "tap/perl.tap": [
    "1 passed first",
    "2 failed second # hash",
    "5 passed inner sub › a",
    "6 failed inner sub › b",
    "8 skipped test 4: no yen",
    "9 skipped test 5: no yen",
    "10 skipped todo one: later",
    "13 passed test 7",
    "14 passed test 8",
    "17 skipped skipall: none",
  ],
  "ctrf/ctrf-0.json": ["1 passed cart > empty › adds (3 ms)", "1 failed pays (4 ms): no"],
  "ctrf/ctrf-1.json": [
    "11 passed test/cart.spec.ts › cart › empty › adds (12 ms)",
    "12 flaky passed test/cart.spec.ts › empties (40 ms)",
    "16 failed test/pay.spec.ts › pays (5 ms): expected 3",
    "17 skipped pays in yen (0 ms)",
    "18 skipped refunds (0 ms)",
    "19 errored ships (1 ms): status other, interrupted",
  ],
  "go-test/go-1.19.jsonl": [
    "1 errored example.com/m/nobuild › (package): the build failed",
    "12 failed example.com/m/ok › TestFail (0 ms): ok_test.go:4: want 3",
    "17 skipped example.com/m/ok › TestSkip (0 ms): ok_test.go:5: not today",
    "31 failed example.com/m/ok › TestSub/two/x (0 ms): ok_test.go:6: no",
    "33 passed example.com/m/ok › TestSub/one (0 ms)",
    "34 failed example.com/m/ok › TestSub (0 ms)",
    "42 passed example.com/m/ok › TestPar (0 ms)",
    "46 passed example.com/m/ok › ExampleA (0 ms)",
    "4 passed example.com/m/ok › TestA",
    "54 passed example.com/m/pan › TestOk (0 ms)",
    "62 failed example.com/m/pan › TestPanic (0 ms): panic: boom [recovered]",
    "65 errored example.com/m/sub › TestExit: the package ended while it ran",
  ],
  "go-test/go-1.24.jsonl": [
    "19 flaky passed example.com/shop/cart › TestAdd (10 ms): cart_test.go:9: want 3",
    "20 passed example.com/shop/cart › BenchmarkAdd",
    "15 errored example.com/shop/tax › (package): # example.com/shop/tax [example.com/shop/tax.test]",
  ],
  "trx/crashed.trx": [
    "4 passed Shop.CartTests › Adds (12 ms)",
    "7 errored (run): The active test run was aborted. Reason: Test host",
  ],
  "trx/vstest.trx": [
    "6 passed Shop.CartTests › Adds (12 ms)",
    "7 failed Shop.CartTests › Pays (1500 ms): Expected: 3",
    "17 skipped Shop.CartTests › Yen: no yen today",
    "22 passed Shop.TaxTests › Rates (1) (1 ms)",
    "23 failed Shop.TaxTests › Rates (2) (2 ms): row 2",
  ],
  "node-test/node-24.jsonl": [
    "2 passed a.test.mjs › top passes (0.716 ms)",
    "4 failed a.test.mjs › fails\nwith # hash \\ é (0.625 ms): 1 == 2",
    "6 skipped a.test.mjs › skip me (1.161 ms): no # yen",
    "8 skipped a.test.mjs › todo fails (3.259 ms): later",
    "10 skipped a.test.mjs › todo plain (0.097 ms)",
    "13 passed a.test.mjs › outer › a (0.108 ms)",
    "16 passed a.test.mjs › outer › inner › b (0.117 ms)",
    "19 failed a.test.mjs › outer › inner › c (0.659 ms): boom",
    "26 passed a.test.mjs › sub › s1 (0.111 ms)",
    "28 failed a.test.mjs › sub › s2 (0.574 ms): The expression evaluated to a falsy value:",
    "35 failed b.test.mjs › b.test.mjs (34.973 ms): test failed",
  ],
  "xunit/xunit-2.xml": [
    "5 errored assembly-cleanup shop.dll › (assembly): assembly-cleanup shop.dll: clean up broke",
    "8 passed Shop.CartTests › Adds (12 ms)",
    "9 failed Shop.CartTests › Pays(amount: 3) (48 ms): Expected: 3",
    "13 skipped Shop.CartTests › Yen (0 ms): no yen today",
    "16 passed Shop.TaxTests › rates are known (3 ms)",
  ],
  "xunit/xunit-3.xml": ["6 passed Shop.A › One (2 ms)", "7 skipped Shop.A › Two (0 ms)"],
  "nunit/nunit-2.xml": [
    "9 passed Shop.CartTests › Adds (12 ms)",
    "10 passed Shop.CartTests › Rates (12 ms)",
    '11 failed Shop.CartTests › Pays("a.b") (48 ms): Expected 3',
    "12 errored Shop.CartTests › Throws (1 ms): NullReference",
    "13 skipped Shop.CartTests › Yen: no yen today",
  ],
  "nunit/nunit-3.xml": [
    "9 passed Shop.CartTests › Adds (12 ms)",
    "10 failed Shop.CartTests › Pays(3) (48 ms): Expected: 3",
    "17 errored Shop.CartTests › Throws (1 ms): NullReference",
    "18 skipped Shop.CartTests › Yen (0 ms): no yen today",
    "19 skipped Shop.CartTests › Maybe (0 ms)",
    "20 passed Shop.CartTests › Warns (0 ms): nearly",
    "24 passed Shop.TaxTests › Rates (3 ms)",
    "22 errored Shop.TaxTests › (suite): TearDown : disk full",
  ],
};

test("every test of every report is read as it stands there", () => {
  for (const { format, name, bytes } of FIXTURES) {
    if (format === "junit") continue;
    const shown = readAs(format, bytes).cases.map(({ durationMs, flaky, id, line, message, status }) => {
      const time = durationMs === null ? "" : ` (${durationMs} ms)`;
      const said = message === null ? "" : `: ${message.split("\n", 1)[0]?.slice(0, 50)}`;
      return `${line} ${flaky ? "flaky " : ""}${status} ${id}${time}${said}`;
    });
    assert.deepEqual(shown, EXPECTED[`${format}/${name}`], name);
  }
});
