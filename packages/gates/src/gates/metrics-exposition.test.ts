import assert from "node:assert/strict";
import { test } from "node:test";
import type { ExpositionBody, PlantScene } from "@holdpoint/core";
import { EXPOSITION_CODES, expositionBody, KIND, readExposition, SCENE_NOW_MS } from "@holdpoint/core";
import { exposition, expositionScene, family, problemOf } from "../scenes/exposition.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { metricsExposition } from "./metrics-exposition.ts";

const TYPE = "text/plain; version=0.0.4";
const START = SCENE_NOW_MS / 1000 - 100;

const page = (requests: number, more = ""): string =>
  `# HELP process_start_time_seconds Start.\n# TYPE process_start_time_seconds gauge\nprocess_start_time_seconds ${START}\n` +
  `# HELP requests_total Requests.\n# TYPE requests_total counter\nrequests_total ${requests}\n${more}`;

function scraped(...pages: readonly string[]): PlantScene {
  const scrapes = pages.map((text, index) =>
    readExposition(text, { atMs: SCENE_NOW_MS - 10_000 + index, contentType: TYPE }),
  );
  const body: ExpositionBody = expositionBody({ source: "api", scrapes, wanted: ["requests_total"] });
  return { bodies: { [KIND.metricsExposition]: [body] } };
}

test("a sound page passes, and so does what the validator makes of one", () => {
  assert.equal(judgeWhole(metricsExposition, expositionScene()).verdict, "PASS");
  const result = judgeWhole(metricsExposition, scraped(page(1), page(2)));
  assert.deepEqual([result.verdict, ending(result, "fail", "warn", "missing", "error")], ["PASS", []]);
});

test("each harm of a text is told by the check that answers for it, and by no other", () => {
  const histogram = (samples: string): string => `# HELP h H.\n# TYPE h histogram\n${samples}`;
  const cases: readonly (readonly [string, string])[] = [
    [page(2, "# HELP g G.\n# TYPE g gauge\ng many\n"), "format-sound"],
    [page(2, "# HELP g G.\n# TYPE g gauge\ng 1\ng 1\n"), "no-duplicate-series"],
    [page(2, "# TYPE g gauge\ng 1\n"), "help-and-type"],
    [page(2, "# HELP wait_ms W.\n# TYPE wait_ms gauge\nwait_ms 1\n"), "names-and-units"],
    [page(2, histogram('h_bucket{le="+Inf"} 1\nh_sum 1\nh_count 2\n')), "histograms-consistent"],
    [page(0), "counters-never-fall"],
    [page(2, "# HELP g G.\n# TYPE g gauge\ng 1 5\n"), "timestamps-sane"],
    [page(2).replaceAll("requests_total", "other_total"), "wanted-families"],
  ];
  for (const [text, check] of cases) {
    assert.deepEqual(ending(judgeWhole(metricsExposition, scraped(page(1), text)), "fail"), [check], text);
  }
});

test("one scrape is not enough to say that nothing fell", () => {
  const result = judgeWhole(metricsExposition, scraped(page(1)));
  assert.deepEqual([result.verdict, ending(result, "missing")], ["INCONCLUSIVE", ["enough-scrapes"]]);
});

test("an empty page passes nowhere", () => {
  const result = judgeWhole(metricsExposition, scraped("", ""));
  assert.notEqual(result.verdict, "PASS");
  assert.deepEqual(ending(result, "missing"), ["enough-samples"]);
  assert.deepEqual(ending(result, "fail"), ["wanted-families"]);
});

test("no evidence is no release", () => {
  assert.equal(judgeWhole(metricsExposition, { bodies: {} }).verdict, "INCONCLUSIVE");
});

test("pages of several services are judged together", () => {
  const other = exposition({ source: "worker", wanted: [{ family: "jobs_total", found: false }] });
  const scene = { bodies: { [KIND.metricsExposition]: [exposition(), other] } };
  assert.deepEqual(ending(judgeWhole(metricsExposition, scene), "fail"), ["wanted-families"]);
});

test("whatever the validator tells, exactly one check answers for it, and none of the others", () => {
  for (const code of EXPOSITION_CODES) {
    const result = judgeWhole(metricsExposition, expositionScene({ problems: [problemOf(code)] }));
    const answering = ending(result, "fail", "warn", "missing", "error");
    assert.equal(answering.length, 1, `${code}: ${answering.join()}`);
    assert.notEqual(result.verdict, "PASS", code);
  }
});

test("a problem holds in whichever scrape and on whichever page it is", () => {
  for (const scrape of [0, 1, 99]) {
    const bad = exposition({ source: "worker", problems: [problemOf("counter-fell", { scrape })] });
    for (const bodies of [
      [exposition(), bad],
      [bad, exposition()],
    ]) {
      const result = judgeWhole(metricsExposition, { bodies: { [KIND.metricsExposition]: bodies } });
      assert.deepEqual(ending(result, "fail"), ["counters-never-fall"], String(scrape));
    }
  }
});

test("parameters reach their checks", () => {
  const families = [family("requests_total", { series: 60 }), family("wait_ms")];
  const problems = [problemOf("unit-not-base", { family: "wait_ms", severity: "finding" })];
  const scene = expositionScene({ families, problems, wanted: [] });
  assert.deepEqual(ending(judgeWhole(metricsExposition, scene), "fail"), ["names-and-units"]);
  const params = {
    "names-and-units": { except: ["wait_ms"] },
    "cardinality-bounded": { familySeriesMax: 50 },
    "wanted-families": { families: ["gone_total"] },
    "enough-scrapes": { min: 3 },
  };
  const result = judgeWhole(metricsExposition, scene, params);
  assert.deepEqual(ending(result, "fail"), ["wanted-families", "cardinality-bounded"]);
  assert.deepEqual(ending(result, "missing"), ["enough-scrapes"]);
});

test("parameters that are none are errors, not passes", () => {
  for (const [check, params] of [
    ["enough-scrapes", { min: -1 }],
    ["enough-samples", { samplesMin: "many" }],
    ["cardinality-bounded", { seriesMax: 1.5 }],
    ["help-and-type", { except: "all" }],
    ["wanted-families", { families: [1] }],
    ["restarts-told", { restartsMax: null }],
  ] as const) {
    const result = judgeWhole(metricsExposition, expositionScene(), { [check]: params });
    assert.deepEqual(ending(result, "error"), [check]);
    assert.notEqual(result.verdict, "PASS");
  }
});

test("a page of OpenMetrics is judged as one", () => {
  const page = (value: number): string =>
    `# TYPE jobs counter\n# HELP jobs Jobs.\njobs_total ${value}\njobs_created ${START}\n` +
    `# TYPE process_start_time_seconds gauge\n# HELP process_start_time_seconds Start.\n` +
    `process_start_time_seconds ${START}\n# EOF\n`;
  const contentType = "application/openmetrics-text; version=1.0.0; charset=utf-8";
  const scrapes = [1, 2].map((value) =>
    readExposition(page(value), { atMs: SCENE_NOW_MS - 10_000 + value, contentType }),
  );
  const body = expositionBody({ source: "jobs", scrapes, wanted: ["jobs_total", "jobs"] });
  const result = judgeWhole(metricsExposition, { bodies: { [KIND.metricsExposition]: [body] } });
  assert.deepEqual([body.format, result.verdict], ["openmetrics", "PASS"]);
});
