import assert from "node:assert/strict";
import { test } from "node:test";
import type { ExpositionCode } from "./codes.ts";
import { EXPOSITION_CODES, severityOf } from "./codes.ts";
import type { ExpositionOptions } from "./read-exposition.ts";
import { readExposition } from "./read-exposition.ts";
import { validateExposition } from "./validate.ts";

const NOW_MS = 1_700_000_000_000;
const OPENMETRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

type Told = readonly [code: ExpositionCode, line: number | null, column?: number];

interface Planted {
  readonly text: string | Uint8Array;
  readonly told: readonly Told[];
  readonly options?: Partial<ExpositionOptions>;
}

/** A family of the classic format whose first sample is in line 3. */
function classic(type: string, samples: string, name = "x", ...told: readonly Told[]): Planted {
  return { text: `# HELP ${name} About it.\n# TYPE ${name} ${type}\n${samples}`, told };
}

/** The same in OpenMetrics, closed by its last line. */
function open(type: string, samples: string, name = "x", ...told: readonly Told[]): Planted {
  return { text: `# HELP ${name} About it.\n# TYPE ${name} ${type}\n${samples}# EOF\n`, told };
}

function plain(text: string, ...told: readonly Told[]): Planted {
  return { text, told };
}

function histogram(samples: string, ...told: readonly Told[]): Planted {
  return classic("histogram", samples, "x", ...told);
}

function summary(samples: string, ...told: readonly Told[]): Planted {
  return classic("summary", `${samples}x_sum 1\nx_count 1\n`, "x", ...told);
}

const TAIL = "x_sum 1\nx_count 1\n";
const G = "# HELP g About it.\n# TYPE g gauge\n";
const BYTES = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const ENCODED = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Texts with exactly these problems at these lines and, where it is said, columns. */
const PLANTED: readonly Planted[] = [
  {
    text: Uint8Array.from([...ENCODED(`${G}g{a="`), ...BYTES("fffe"), ...ENCODED('"} 1\n')]),
    told: [["not-utf8", 3, 6]],
  },
  plain(`\u{FEFF}${G}g 1\n`, ["byte-order-mark", 1, 1]),
  plain(`${G}g 1\r\n`, ["carriage-return", 3, 4]),
  plain(`${G}g 1`, ["no-final-line-feed", 3]),
  { ...plain(`${G}g 1\n`, ["no-eof", 4]), options: { contentType: OPENMETRICS } },
  { ...plain(`${G}g 1\n# EOF\ng 2\n`, ["after-eof", 5]), options: { contentType: OPENMETRICS } },
  { ...plain(`${G}g 1\n# EOF\n`, ["eof-in-classic", 4]), options: { contentType: "text/plain; version=0.0.4" } },
  { ...plain(`${G}g 1\n`, ["wrong-content-type", null]), options: { contentType: "application/json" } },
  { ...plain(`${G}g 1\n`, ["wrong-content-type", null]), options: { contentType: "text/plain; charset=latin1" } },
  plain(`${G}g 1\n\n# EOF\n`, ["blank-line", 4]),
  plain(`${G}g  1\n# EOF\n`, ["bad-spacing", 3, 2]),
  plain(`${G}g 1 \n# EOF\n`, ["bad-spacing", 3, 4]),
  plain(`${G}g 1 \n`, ["bad-spacing", 3, 4]),
  plain(`${G}g 1 ${NOW_MS} \n`, ["bad-spacing", 3, 18]),
  plain(`${G}g{ a="1"} 1\n# EOF\n`, ["bad-spacing", 3, 3]),
  plain(`#  HELP g A.\n# TYPE g gauge\ng 1\n# EOF\n`, ["bad-spacing", 1, 2]),
  plain(`${G}g 1\n# TYPE h\n`, ["bad-comment", 4]),
  plain(`${G}g 1\n# TYPE h gauge gauge\n`, ["bad-comment", 4, 16]),
  plain(`${G}g 1\n# UNIT h_seconds\n# EOF\n`, ["bad-comment", 4]),
  plain(`${G}# just so\ng 1\n# EOF\n`, ["unknown-comment", 3, 1]),
  plain(`# HELP g A.\n# TYPE g thermometer\ng 1\n`, ["missing-type", 1], ["unknown-type", 2, 10]),
  plain(`# HELP g A.\n# TYPE g untyped\ng 1\n# EOF\n`, ["missing-type", 1], ["unknown-type", 2]),
  plain(`# HELP g A.\n# TYPE g stateset\ng 1\n`, ["missing-type", 1], ["unknown-type", 2]),
  plain(`# HELP a-b A.\n# TYPE g gauge\n# HELP g A.\ng 1\n`, ["bad-name", 1, 8]),
  plain(`${G}g 1\n1a 1\n`, ["sample-without-family", 4], ["bad-name", 4, 1]),
  plain(`${G}g 1\na-b{c="d"} 1\n`, ["sample-without-family", 4], ["bad-name", 4, 1]),
  plain(`${G}g{"h",a="1"} 1\n`, ["bad-name", 3, 1], ["no-samples", null]),
  plain(`${G}g{a="1"} 1\n{a="1"} 1\n`, ["bad-name", 4, 1]),
  plain(`${G}g{a-b="1"} 1\n`, ["bad-label-name", 3, 3]),
  plain(`${G}g{1a="1"} 1\n`, ["bad-label-name", 3, 3]),
  plain(`${G}g 1\ng{a="1" 1\n`, ["bad-labels", 4, 9]),
  plain(`${G}g 1\ng{a=1} 1\n`, ["bad-labels", 4, 5]),
  plain(`${G}g 1\ng{a="1} 1\n`, ["bad-labels", 4, 5]),
  plain(`${G}g 1\ng{a="1",,b="2"} 1\n`, ["bad-labels", 4, 9]),
  plain(`${G}g 1\ng{a} 1\n`, ["bad-labels", 4, 4]),
  plain(`${G}g{a="1",} 1\n# EOF\n`, ["bad-labels", 3, 9]),
  plain(`${G}g{a="\\t"} 1\n`, ["bad-escape", 3, 6]),
  plain(`# HELP g A\\t.\n# TYPE g gauge\ng 1\n`, ["bad-escape", 1, 11]),
  plain(`${G}g{a="1",a="2"} 1\n`, ["duplicate-label", 3, 9]),
  plain(`${G}g 1\ng{a="1"} many\n`, ["bad-value", 4, 10]),
  plain(`${G}g 1\ng{a="1"}2\n`, ["bad-value", 4, 9]),
  plain(`${G}g 1\ng{a="1"}\n`, ["bad-value", 4]),
  plain(`${G}g 1\ng{a="1"} 0x10\n`, ["bad-value", 4]),
  plain(`${G}g 1\ng{a="1"} 1_000\n`, ["bad-value", 4]),
  plain(`${G}g 1\ng{a="1"} 1 1.5\n`, ["bad-timestamp", 4, 12]),
  plain(`${G}g 1\ng{a="1"} 1 soon\n# EOF\n`, ["bad-timestamp", 4, 12]),
  plain(`${G}g 1 ${NOW_MS} 3\n`, ["trailing-text", 3, 19]),
  plain(`${G}g 1 # {a="1"} 1\n`, ["exemplar-in-classic", 3, 5]),
  open("counter", "x_total 1 # a 1\n", "x", ["bad-exemplar", 3, 11]),
  open("counter", 'x_total 1 # {a="1"}\n', "x", ["bad-exemplar", 3]),
  open("counter", 'x_total 1 # {a="1"} much\n', "x", ["bad-exemplar", 3, 21]),
  histogram(`x 1\nx_bucket{le="+Inf"} 1\n${TAIL}`, ["wrong-suffix", 3]),
  open("info", "x 1\n", "x", ["wrong-suffix", 3]),
  plain(`# HELP g A.\n# HELP g B.\n# TYPE g gauge\ng 1\n`, ["duplicate-help", 2]),
  plain(`${G}# TYPE g counter\ng 1\n`, ["duplicate-type", 3]),
  plain(
    `# UNIT g_seconds seconds\n# UNIT g_seconds seconds\n# HELP g_seconds A.\n# TYPE g_seconds gauge\n# EOF\n`,
    ["duplicate-unit", 2],
    ["no-samples", null],
  ),
  plain(`# TYPE g gauge\ng 1\n# HELP g A.\n`, ["help-after-samples", 3]),
  plain(`# HELP g A.\ng 1\n# TYPE g gauge\n`, ["type-after-samples", 3]),
  plain(
    `x_bucket{le="+Inf"} 1\n${TAIL}# TYPE x histogram\n# HELP x A.\n`,
    ["type-after-samples", 4],
    ["help-after-samples", 5],
  ),
  plain(`# HELP g_seconds A.\n# TYPE g_seconds gauge\ng_seconds 1\n# UNIT g_seconds seconds\n# EOF\n`, [
    "unit-after-samples",
    4,
  ]),
  plain(`${G}g{a="1"} 1\n# HELP h A.\n# TYPE h gauge\nh 1\ng{a="2"} 1\n`, ["interleaved-family", 7]),
  plain(
    `# HELP g A.\n# HELP h A.\n# TYPE h gauge\n# TYPE g gauge\ng 1\nh 1\n`,
    ["interleaved-family", 4],
    ["interleaved-family", 6],
  ),
  { ...plain(`${G}g 1\n`, ["too-large", null], ["no-samples", null]), options: { limits: { sizeBytesMax: 20 } } },
  { ...plain(`${G}g{a="12345678901234567890"} 1\ng 1\n`, ["too-large", 3]), options: { limits: { lineCharsMax: 24 } } },
  { ...plain(`${G}g 1\ng{a="1",b="2"} 1\n`, ["too-large", 4, 9]), options: { limits: { labelsMax: 1 } } },
  { ...plain(`${G}g{a="1"} 1\ng{a="2"} 1\ng 3\n`, ["too-large", 4]), options: { limits: { samplesMax: 1 } } },
  plain("up 1\n", ["sample-without-family", 1]),
  plain("# HELP up A.\nup 1\n", ["missing-type", 1]),
  plain("# TYPE up gauge\nup 1\n", ["missing-help", 1]),
  plain("# HELP up\n# TYPE up gauge\nup 1\n", ["missing-help", 1]),
  plain(`${G}g 1\n# HELP g_count A.\n# TYPE g_count gauge\ng_count 1\n`, ["reserved-name", 4]),
  classic("gauge", "job:x 1\n", "job:x", ["reserved-name", 1]),
  plain(
    `# HELP h A.\n# TYPE h histogram\nh_bucket{le="+Inf"} 1\nh_sum 1\nh_count 1\n# HELP h_count A.\n# TYPE h_count gauge\n`,
    ["name-clash", 6],
    ["reserved-name", 6],
  ),
  plain(`${G}g{__name__="h"} 1\n`, ["reserved-label", 3]),
  plain(`${G}g{le="1"} 1\ng{quantile="1"} 1\n`, ["misplaced-label", 3], ["misplaced-label", 4]),
  classic("counter", "x 1\n", "x", ["counter-without-total", 2]),
  open("counter", "x 1\n", "x", ["counter-without-total", 3]),
  open("counter", "x_total 1\n", "x_total", ["counter-without-total", 2]),
  classic("gauge", "x_total 1\n", "x_total", ["total-without-counter", 2]),
  plain("# HELP x A.\n# TYPE x gauge\n# UNIT x seconds\nx 1\n# EOF\n", ["unit-not-suffix", 1]),
  plain('# HELP x_meters A.\n# TYPE x_meters info\n# UNIT x_meters meters\nx_meters_info{a="1"} 1\n# EOF\n', [
    "unit-not-allowed",
    1,
  ]),
  classic("gauge", "x_latency_ms 1\n", "x_latency_ms", ["unit-not-base", 2]),
  classic("counter", "x_milliseconds_total 1\n", "x_milliseconds_total", ["unit-not-base", 2]),
  classic("gauge", "x_megabytes_max 1\n", "x_megabytes_max", ["unit-not-base", 2]),
  plain(`${G}g{a="1",b="2"} 1\ng{b="2",a="1"} 2\n`, ["duplicate-series", 4]),
  plain(`${G}g{a="1",b=""} 1\ng{a="1"} 2\ng{a=""} 1\ng 2\n`, ["duplicate-series", 4], ["duplicate-series", 6]),
  plain(`${G}g 1 ${NOW_MS}\ng 2 ${NOW_MS + 1}\n`, ["duplicate-series", 4]),
  plain(`${G}g 1 ${NOW_MS / 1000}\ng 2 ${NOW_MS / 1000 - 1}\n# EOF\n`, ["duplicate-series", 4]),
  open(
    "histogram",
    'x_bucket{a="1",le="+Inf"} 1\nx_bucket{a="2",le="+Inf"} 1\nx_sum{a="1"} 1\nx_count{a="1"} 1\nx_sum{a="2"} 1\nx_count{a="2"} 1\n',
    "x",
    ["interleaved-series", 5],
    ["interleaved-series", 7],
  ),
  classic("counter", "x_total -1\n", "x_total", ["negative-counter", 3]),
  classic("counter", "x_total NaN\n", "x_total", ["counter-not-a-number", 3]),
  histogram(`x_bucket 1\nx_bucket{le="+Inf"} 1\n${TAIL}`, ["bucket-without-le", 3]),
  histogram(`x_bucket{le="low"} 1\nx_bucket{le="+Inf"} 1\n${TAIL}`, ["le-not-a-number", 3]),
  histogram(`x_bucket{le="NaN"} 1\nx_bucket{le="+Inf"} 1\n${TAIL}`, ["le-not-a-number", 3]),
  histogram(`x_bucket{le="1"} 1\nx_bucket{le="1.0"} 1\nx_bucket{le="+Inf"} 1\n${TAIL}`, ["le-twice", 4]),
  histogram(`x_bucket{le="2"} 1\nx_bucket{le="1"} 1\nx_bucket{le="+Inf"} 1\n${TAIL}`, ["le-not-sorted", 4]),
  open("histogram", `x_bucket{le="1"} 1\nx_bucket{le="+Inf"} 1\n${TAIL}`, "x", ["le-not-canonical", 3]),
  histogram(`x_bucket{le="1"} 0.5\nx_bucket{le="+Inf"} 1\n${TAIL}`, ["bucket-not-a-count", 3]),
  histogram(`x_bucket{le="1"} -1\nx_bucket{le="+Inf"} 1\n${TAIL}`, ["bucket-not-a-count", 3]),
  histogram(TAIL, ["buckets-missing", 3]),
  histogram(`x_bucket{le="1"} 2\nx_bucket{le="+Inf"} 1\n${TAIL}`, ["buckets-not-cumulative", 4]),
  histogram(`x_bucket{le="1"} 1\n${TAIL}`, ["inf-missing", 3]),
  histogram('x_bucket{le="+Inf"} 2\nx_sum 1\nx_count 1\n', ["inf-not-count", 5]),
  histogram('x_bucket{le="+Inf"} 1\nx_sum 1\n', ["count-missing", 3]),
  histogram('x_bucket{le="+Inf"} 1\nx_count 1\n', ["sum-missing", 3]),
  summary('x{quantile="0.5"} 1\n'),
  classic("summary", 'x{quantile="0.5"} 1\n', "x", ["count-missing", 3], ["sum-missing", 3]),
  histogram('x_bucket{le="1"} 1\nx_bucket{le="+Inf"} 1\nx_sum -1\nx_count 1\n', ["sum-negative", 5]),
  open("histogram", 'x_bucket{le="-1.0"} 1\nx_bucket{le="+Inf"} 1\nx_sum -1\nx_count 1\n', "x", ["sum-negative", 5]),
  summary("x 1\n", ["quantile-missing", 3]),
  summary('x{quantile="1.5"} 1\n', ["quantile-not-a-share", 3]),
  summary('x{quantile="most"} 1\n', ["quantile-not-a-share", 3]),
  summary('x{quantile="0.5"} 1\nx{quantile="0.50"} 1\n', ["quantile-twice", 4]),
  summary('x{quantile="0.9"} 1\nx{quantile="0.5"} 1\n', ["quantile-not-sorted", 4]),
  summary('x{quantile="0.5"} 2\nx{quantile="0.9"} 1\n', ["quantiles-not-monotone", 4]),
  classic("summary", "x_sum 1\nx_count -1\n", "x", ["bucket-not-a-count", 4]),
  open("stateset", 'x{state="a"} 1\n', "x", ["stateset-label-missing", 3]),
  open("stateset", 'x{x="a"} 1\nx{x="b"} 2\n', "x", ["stateset-not-boolean", 4]),
  open("info", 'x_info{a="1"} 0\n', "x", ["info-not-one", 3]),
  open("gauge", 'x 1 # {a="1"} 1\n', "x", ["exemplar-not-allowed", 3, 5]),
  open("counter", `x_total 1 # {a="${"é".repeat(128)}"} 1\n`, "x", ["exemplar-too-long", 3, 11]),
  open("histogram", `x_bucket{le="1.0"} 1 # {a="1"} 1.5\nx_bucket{le="+Inf"} 1\n${TAIL}`, "x", [
    "exemplar-outside-bucket",
    3,
  ]),
  plain(`${G}g 1 ${NOW_MS + 61_000}\n`, ["timestamp-future", 3]),
  plain(`${G}g 1 ${NOW_MS - 86_401_000}\n`, ["timestamp-old", 3]),
  plain(`${G}g 1 ${NOW_MS / 1000 + 61}\n# EOF\n`, ["timestamp-future", 3]),
  open("counter", `x_total 1\nx_created ${NOW_MS / 1000 + 61}\n`, "x", ["created-in-future", 4]),
  plain("", ["no-samples", null]),
  plain("# EOF\n", ["no-samples", null]),
];

/** Codes that need two scrapes; `between.test.ts` plants them. */
const BETWEEN: readonly ExpositionCode[] = [
  "counter-fell",
  "type-changed",
  "series-vanished",
  "start-went-back",
  "scrapes-out-of-order",
  "format-changed",
];

test("each planted text is told for its code, at its line, and for nothing else", () => {
  for (const { text, told, options } of PLANTED) {
    const page = readExposition(text, { atMs: NOW_MS, ...options });
    const problems = validateExposition([page]);
    const found = problems.map(({ code, line }) => `${code} ${line}`);
    const wanted = told.map(([code, line]) => `${code} ${line}`);
    assert.deepEqual(found.sort(), wanted.sort(), String(text));
    for (const [code, line, column] of told) {
      const same = problems.filter((one) => one.code === code && one.line === line);
      if (column !== undefined)
        assert.deepEqual(
          same.map((one) => one.column),
          [column],
          String(text),
        );
      for (const { severity, scrape, text: said } of same) {
        assert.deepEqual([severity, scrape], [severityOf(code, page.format), 0]);
        assert.ok(said.length > 5 && !/undefined|\[object/.test(said), said);
      }
    }
  }
});

test("every code is planted", () => {
  const planted = new Set<ExpositionCode>([...PLANTED.flatMap(({ told }) => told.map(([code]) => code)), ...BETWEEN]);
  assert.deepEqual([...planted].sort(), [...EXPOSITION_CODES].sort());
});
