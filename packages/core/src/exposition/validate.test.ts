import assert from "node:assert/strict";
import { test } from "node:test";
import { EXPOSITION_PROBLEMS_MAX } from "../evidence/exposition.ts";
import { readExposition } from "./read-exposition.ts";
import { expositionProblems, validateExposition } from "./validate.ts";

const NOW_MS = 1_700_000_000_000;

/** Pages that are sound in every detail; what is unusual in each is allowed. */
const SOUND: readonly string[] = [
  '# HELP up Up.\n# TYPE up gauge\nup{job="a"} 1\n',
  "# TYPE up gauge\n# HELP up Up.\nup 1\n",
  '# HELP up Up.\n# TYPE up gauge\n\n# a comment of no meaning\n  up { job = "a" , } \t 1  1700000000000\n',
  '# HELP g A \\\\ b \\n c "d".\n# TYPE g gauge\ng{a="\\\\ \\" \\n é"} NaN\ng{a="+"} +Inf\ng{a="-"} -inf\ng{a="e"} 1e-7\n',
  '# HELP h H.\n# TYPE h histogram\nh_bucket{le="0.5"} 1\nh_bucket{le="+Inf"} 2\nh_sum 1.5\nh_count 2\n',
  '# HELP h H.\n# TYPE h histogram\nh_bucket{le="-1"} 1\nh_bucket{le="+Inf"} 2\nh_sum -1.5\nh_count 2\n',
  '# HELP s S.\n# TYPE s summary\ns{quantile="0"} 1\ns{quantile="0.5"} NaN\ns{quantile="1"} 2\ns_sum 3\ns_count 2\n',
  "# HELP u U.\n# TYPE u untyped\nu 1\n",
  '# HELP "my.metric" M.\n# TYPE "my.metric" gauge\n{"my.metric","a.b"="1",c="2"} 1\n',
  "# HELP empty Nothing of it yet.\n# TYPE empty gauge\n# HELP g G.\n# TYPE g gauge\ng 1\n",
  '# HELP a A.\n# TYPE a counter\na_total{b="1"} 1 # {trace_id="x"} 0.5 1699999999.5\na_created{b="1"} 1699999990\n# EOF\n',
  "# TYPE a_seconds counter\n# UNIT a_seconds seconds\n# HELP a_seconds A.\na_seconds_total 1\n# EOF\n",
  '# HELP h H.\n# TYPE h histogram\nh_bucket{le="0.5"} 1 # {} 0.25\nh_bucket{le="+Inf"} 2\nh_sum 1.5\nh_count 2\n# EOF\n',
  '# HELP h H.\n# TYPE h histogram\nh_bucket{le="-1.0"} 1\nh_bucket{le="+Inf"} 2\n# EOF\n',
  '# HELP q Q.\n# TYPE q gaugehistogram\nq_bucket{le="1.0"} 1\nq_bucket{le="+Inf"} 2\nq_gsum -3\nq_gcount 2\n# EOF\n',
  '# HELP b B.\n# TYPE b info\nb_info{version="1"} 1\n# HELP t T.\n# TYPE t stateset\nt{t="on"} 1\nt{t="off"} 0\n# EOF\n',
  "# HELP s S.\n# TYPE s summary\ns_count 2\ns_sum 3\ns_created 1699999990\n# EOF\n",
  "# HELP x X.\n# TYPE x unknown\nx 1 1700000000.25\nx 2 1700000001\n# EOF\n",
];

test("what is sound is told as sound", () => {
  for (const text of SOUND) {
    const page = readExposition(text, { atMs: NOW_MS });
    assert.deepEqual(validateExposition([page]), [], text);
    assert.equal(page.format, text.endsWith("# EOF\n") ? "openmetrics" : "prometheus");
  }
});

test("the content type decides where it is known", () => {
  const [classic = ""] = SOUND;
  const type = "application/openmetrics-text; version=1.0.0";
  const page = readExposition(classic, { atMs: NOW_MS, contentType: type });
  assert.equal(page.format, "openmetrics");
  assert.deepEqual(
    validateExposition([page]).map(({ code }) => code),
    ["no-eof"],
  );
});

test("many problems of one code leave room for the others, and what is not listed is counted", () => {
  const lines = Array.from({ length: 5000 }, (_, index) => `no_${index} -1\n`).join("");
  const page = readExposition(`${lines}# HELP a_total A.\n# TYPE a_total counter\na_total -1\n`, { atMs: NOW_MS });
  const { problems, leftOut } = expositionProblems([page]);
  assert.equal(problems.length, EXPOSITION_PROBLEMS_MAX);
  assert.equal(problems.length + leftOut, 5001);
  assert.equal(problems.filter(({ code }) => code === "negative-counter").length, 1);
});

test("broken lines of one kind leave room for others, and are counted", () => {
  const page = readExposition(`${"a b c\n".repeat(100)}# HELP a\n# TYPE b\n`, { atMs: NOW_MS });
  assert.deepEqual([page.faults.length, page.faultsLeftOut], [51, 50]);
  const { problems, leftOut } = expositionProblems([page]);
  assert.equal(problems.length + leftOut, 103, "a family without TYPE, a TYPE without a type, and no sample");
});

test("nothing scraped has no problem, and is no body either", () => {
  assert.deepEqual(validateExposition([]), []);
});

test("a problem names the family that it is about, where it is about one", () => {
  const text = "# HELP a_total A.\n# TYPE a_total counter\na_total -1\n{}\n";
  const problems = validateExposition([readExposition(text, { atMs: NOW_MS })]);
  assert.deepEqual(
    problems.map(({ code, family }) => [code, family]),
    [
      ["negative-counter", "a_total"],
      ["bad-name", null],
    ],
  );
});
