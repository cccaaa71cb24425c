import assert from "node:assert/strict";
import { test } from "node:test";
import type { ExpositionBody, GateResult } from "@holdpoint/core";
import { expositionBody, KIND, readExposition, SCENE_NOW_MS } from "@holdpoint/core";
import { ending, judgeWhole } from "../testing-gate.ts";
import { metricsExposition } from "./metrics-exposition.ts";

const CLASSIC = "text/plain; version=0.0.4; charset=utf-8";
const OPEN = "application/openmetrics-text; version=1.0.0; charset=utf-8";
const START = SCENE_NOW_MS / 1000 - 100;
const HEAD =
  "# HELP process_start_time_seconds Start.\n# TYPE process_start_time_seconds gauge\n" +
  `process_start_time_seconds ${START}\n# HELP jobs_total Jobs.\n# TYPE jobs_total counter\n`;

interface Page {
  readonly text: string | Uint8Array;
  readonly contentType?: string | null;
}

/** The gate's judgement of pages as they come from a service, a second apart. */
function judged(...pages: readonly Page[]): GateResult {
  const scrapes = pages.map(({ text, contentType = CLASSIC }, index) =>
    readExposition(text, { atMs: SCENE_NOW_MS - 10_000 + 1000 * index, contentType }),
  );
  const body: ExpositionBody = expositionBody({ source: "jobs", scrapes, wanted: ["jobs_total"] });
  return judgeWhole(metricsExposition, { bodies: { [KIND.metricsExposition]: [body] } });
}

const page = (jobs: number | string, more = ""): Page => ({ text: `${HEAD}jobs_total ${jobs}\n${more}` });
const family = (type: string, name: string, ...samples: readonly string[]): string =>
  `# HELP ${name} About it.\n# TYPE ${name} ${type}\n${samples.map((sample) => `${sample}\n`).join("")}`;
const histogram = (...samples: readonly string[]): Page => page(2, family("histogram", "h", ...samples));

/** What a service writes, by the check that must hold for it. */
const HELD: Readonly<Record<string, readonly Page[]>> = {
  "format-sound": [
    page(2, family("gauge", "g", "g many")),
    page(2, "no line\n"),
    page(2, 'g{a="1" 2\n'),
    page(2, family("gauge", "g", 'g{a="\\x"} 1')),
    page(2, family("gauge", "g", "g 1").trimEnd()),
    page(2, family("gauge", "g", "g 1\r")),
    page(2, `${family("gauge", "g", "g 1")}# TYPE g gauge\n`),
    page(2, `${family("gauge", "g", 'g{a="1"} 1')}${family("gauge", "k", "k 1")}g{a="2"} 1\n`),
    page(2, "# HELP g G.\ng 1\n# TYPE g gauge\n"),
    page(2, family("gauge", "g", 'g 1 # {a="1"} 1')),
    { text: new Uint8Array([...new TextEncoder().encode(`${HEAD}jobs_total 2\n# a comment `), 0xff, 0x0a]) },
  ],
  "no-duplicate-series": [
    page(2, "jobs_total 2\n"),
    page(2, family("gauge", "g", 'g{a="1",b="2"} 1', 'g{b="2",a="1"} 1')),
  ],
  "histograms-consistent": [
    histogram('h_bucket{le="1"} 2', 'h_bucket{le="+Inf"} 1', "h_sum 1", "h_count 1"),
    histogram('h_bucket{le="1"} 1', "h_sum 1", "h_count 1"),
    histogram('h_bucket{le="+Inf"} 2', "h_sum 1", "h_count 1"),
    histogram('h_bucket{le="1"} 1', 'h_bucket{le="1.0"} 1', 'h_bucket{le="+Inf"} 1', "h_sum 1", "h_count 1"),
    histogram('h_bucket{le="1"} 1', 'h_bucket{le="+Inf"} 1', "h_sum -1", "h_count 1"),
    histogram("h_sum 1", "h_count 1"),
    page(2, family("summary", "s", 's{quantile="99"} 1', "s_sum 1", "s_count 1")),
    page(2, family("summary", "s", 's{quantile="0.5"} 2', 's{quantile="0.9"} 1', "s_sum 1", "s_count 1")),
  ],
  "counters-never-fall": [page(0), page(-1), page("NaN")],
  "help-and-type": [page(2, "g 1\n"), page(2, "# TYPE g gauge\ng 1\n"), page(2, "# HELP g G.\ng 1\n")],
  "names-and-units": [
    page(2, family("gauge", "wait_ms", "wait_ms 1")),
    page(2, family("counter", "waits", "waits 1")),
    page(2, family("gauge", "waits_total", "waits_total 1")),
    page(2, family("gauge", "g", 'g{le="1"} 1')),
  ],
  "timestamps-sane": [
    page(2, family("gauge", "g", `g 1 ${SCENE_NOW_MS + 100_000}`)),
    page(2, family("gauge", "g", `g 1 ${Math.trunc(SCENE_NOW_MS / 1000)}`)),
  ],
  "content-type-matches": [
    { ...page(2), contentType: "text/html; charset=utf-8" },
    { ...page(2), contentType: "application/json" },
    { text: `${HEAD}jobs_total 2\n# EOF\n` },
  ],
  "restarts-told": [
    { text: `${HEAD}jobs_total 2\n`.replace(String(START), String(START + 50)) },
    { text: `${HEAD}jobs_total 2\n`.replace(String(START), String(START - 50)) },
  ],
  "cardinality-bounded": [
    page(2, family("gauge", "g", ...Array.from({ length: 1001 }, (_, index) => `g{user="${index}"} 1`))),
  ],
};

for (const [check, pages] of Object.entries(HELD)) {
  test(`what ${check} is for is found in texts, and told by no other check`, () => {
    for (const second of pages) {
      const result = judged(page(1), second);
      assert.deepEqual(ending(result, "fail", "missing", "error"), [check], String(second.text).slice(-200));
      assert.notEqual(result.verdict, "PASS");
    }
  });
}

test("a series that goes away warns, and so does a page that cannot tell a restart", () => {
  const two = family("gauge", "g", 'g{a="1"} 1', 'g{a="2"} 1');
  const one = family("gauge", "g", 'g{a="1"} 1');
  const gone = judged(page(1, two), page(2, one));
  assert.deepEqual([gone.verdict, ending(gone, "warn")], ["WARN", ["series-stay"]]);
  const silent = family("counter", "jobs_total", "jobs_total 1");
  const result = judged({ text: silent }, { text: silent });
  assert.deepEqual([result.verdict, ending(result, "warn")], ["WARN", ["restarts-told"]]);
});

test("nothing passes that says nothing", () => {
  const nothing: readonly (readonly Page[])[] = [
    [],
    [page(1)],
    [{ text: "" }, { text: "" }],
    [
      { text: "# EOF\n", contentType: OPEN },
      { text: "# EOF\n", contentType: OPEN },
    ],
    [{ text: HEAD.replace(/^process_start.*\n/m, "") }, { text: HEAD.replace(/^process_start.*\n/m, "") }],
    [page(1), { text: "" }],
    [
      { text: "<html></html>\n", contentType: "text/html" },
      { text: "<html></html>\n", contentType: "text/html" },
    ],
    [{ text: "\u{0}".repeat(50) }, { text: "\u{0}".repeat(50) }],
  ];
  for (const pages of nothing) {
    const verdict =
      pages.length === 0 ? judgeWhole(metricsExposition, { bodies: {} }).verdict : judged(...pages).verdict;
    assert.ok(verdict === "FAIL" || verdict === "INCONCLUSIVE", `${verdict}: ${pages.length}`);
  }
});
