import assert from "node:assert/strict";
import { test } from "node:test";
import { readExposition } from "./read-exposition.ts";
import { validateExposition } from "./validate.ts";

const START = "# HELP process_start_time_seconds Start.\n# TYPE process_start_time_seconds gauge\n";
const COUNTER = "# HELP a_total A.\n# TYPE a_total counter\n";
const HISTOGRAM = "# HELP h H.\n# TYPE h histogram\n";

/** Codes told of the second of two scrapes, a second apart. */
function told(before: string, after: string, afterMs = 11_000): string[] {
  const scrapes = [readExposition(before, { atMs: 10_000 }), readExposition(after, { atMs: afterMs })];
  return validateExposition(scrapes).map(({ code, line, scrape }) => `${scrape} ${code} ${line}`);
}

const counter = (value: number, start = 5): string =>
  `${START}process_start_time_seconds ${start}\n${COUNTER}a_total{b="1"} ${value}\n`;

test("a counter may stand still or rise, and falls only with a restart", () => {
  assert.deepEqual(told(counter(3), counter(3)), []);
  assert.deepEqual(told(counter(3), counter(4)), []);
  assert.deepEqual(told(counter(3), counter(2)), ["1 counter-fell 6"]);
  assert.deepEqual(told(counter(3), counter(2, 9)), []);
  assert.deepEqual(told(counter(3), counter(2, 5.5)), ["1 counter-fell 6"], "half a second is no restart");
});

test("without a start of the process a fall is a fall", () => {
  const bare = (value: number): string => `${COUNTER}a_total ${value}\n`;
  assert.deepEqual(told(bare(3), bare(2)), ["1 counter-fell 3"]);
});

test("a process that is older than the one before is another one", () => {
  assert.deepEqual(told(counter(3, 9), counter(3, 5)), ["1 start-went-back null"]);
});

test("in OpenMetrics a new beginning of a metric explains its fall, and only its own", () => {
  const page = (a: string, b: string): string =>
    `# HELP a A.\n# TYPE a counter\na_total{b="1"} ${a}\na_created{b="1"} ${b}\na_total{b="2"} ${a}\n# EOF\n`;
  assert.deepEqual(told(page("3", "1"), page("2", "2")), ["1 counter-fell 5"]);
  assert.deepEqual(told(page("3", "1"), page("2", "1")), ["1 counter-fell 3", "1 counter-fell 5"]);
});

test("buckets, counts and sums only rise; a sum may fall where something below 0 is observed", () => {
  const page = (le: string, bucket: number, sum: number): string =>
    `${HISTOGRAM}h_bucket{le="${le}"} ${bucket}\nh_bucket{le="+Inf"} 9\nh_sum ${sum}\nh_count 9\n`;
  assert.deepEqual(told(page("1", 5, 7), page("1", 4, 7)), ["1 counter-fell 3"]);
  assert.deepEqual(told(page("1", 5, 7), page("1", 5, 6)), ["1 counter-fell 5"]);
  assert.deepEqual(told(page("-1", 5, 7), page("-1", 5, 6)), []);
});

test("the count of a summary only rises, its quantiles and sum do as they like", () => {
  const page = (p50: number, sum: number, count: number): string =>
    `# HELP s S.\n# TYPE s summary\ns{quantile="0.5"} ${p50}\ns_sum ${sum}\ns_count ${count}\n`;
  assert.deepEqual(told(page(3, 9, 4), page(2, 8, 4)), []);
  assert.deepEqual(told(page(3, 9, 4), page(3, 9, 3)), ["1 counter-fell 5"]);
});

test("a gauge may fall", () => {
  const page = (value: number): string => `# HELP g G.\n# TYPE g gauge\ng ${value}\n`;
  assert.deepEqual(told(page(3), page(-2)), []);
});

test("a family keeps its type, even over a restart", () => {
  const page = (type: string): string => `# HELP a_total A.\n# TYPE a_total ${type}\na_total 1\n`;
  assert.deepEqual(told(page("counter"), page("gauge")), ["1 total-without-counter 2", "1 type-changed 2"]);
  const summary = counter(1, 9).replace("a_total counter", "a_total summary");
  const restarted = told(counter(1, 5), summary).find((one) => one.includes("type-changed"));
  assert.equal(restarted, "1 type-changed 5");
});

test("series and families that go away are told, unless the process began again", () => {
  const two = `${counter(3)}a_total{b="2"} 1\na_total{b="3"} 1\n`;
  assert.deepEqual(told(two, counter(3)), ["1 series-vanished null"]);
  const [scrapeA, scrapeB] = [readExposition(two, { atMs: 1 }), readExposition(counter(3), { atMs: 2 })];
  assert.match(validateExposition([scrapeA, scrapeB])[0]?.text ?? "", /^a_total\{b="2"\} and 1 more of its family/);
  assert.deepEqual(told(two, counter(3, 9)), []);
  assert.deepEqual(told(`${two}# HELP g G.\n# TYPE g gauge\ng 1\n`, two), ["1 series-vanished null"]);
  assert.deepEqual(told(counter(3), two), [], "new ones may come");
});

test("scrapes have an order, and stay in one format", () => {
  assert.deepEqual(told(counter(3), counter(3), 9_000), ["1 scrapes-out-of-order null"]);
  const open = "# HELP a A.\n# TYPE a counter\na_total 1\n# EOF\n";
  assert.deepEqual(told(open, counter(3)), ["1 format-changed null"]);
});
