import assert from "node:assert/strict";
import { test } from "node:test";
import { familyText, told } from "../told.test.ts";

test("a counter ends in _total in both formats, each in its own way", () => {
  assert.deepEqual(told(familyText("counter", "a_total", ["a_total 1"])), []);
  assert.deepEqual(told(familyText("counter", "a", ["a_total 1"], true)), []);
  assert.deepEqual(told(familyText("counter", "a_count_of_it", ["a_count_of_it 1"])), ["counter-without-total 2"]);
  assert.deepEqual(told(familyText("counter", "total", ["total 1"])), ["counter-without-total 2"]);
});

test("other types do not end so, unless nobody said of which type it is", () => {
  for (const type of ["gauge", "untyped"])
    assert.deepEqual(told(familyText(type, "a_total", ["a_total 1"])), ["total-without-counter 2"], type);
  assert.deepEqual(told("a_total 1\n"), ["sample-without-family 1"]);
});

test("endings of histograms and summaries are theirs", () => {
  for (const name of ["a_bucket", "a_sum", "a_count"])
    assert.deepEqual(told(familyText("gauge", name, [`${name} 1`])), ["reserved-name 1"], name);
  for (const name of ["a_discount", "a_sums", "bucket", "a_created"])
    assert.deepEqual(told(familyText("gauge", name, [`${name} 1`])), [], name);
});

test("colons and two underscores in front are kept for Prometheus", () => {
  for (const name of ["a:b", ":a", "__a"])
    assert.deepEqual(told(familyText("gauge", name, [`${name} 1`])), ["reserved-name 1"], name);
  assert.deepEqual(told(familyText("gauge", "_a__b", ["_a__b 1"])), []);
});

test("a label that offends is told once for a family", () => {
  const samples = ['g{__x="1"} 1', 'g{__x="2"} 1', 'g{__y="1"} 1'];
  assert.deepEqual(told(familyText("gauge", "g", samples)), ["reserved-label 3", "reserved-label 5"]);
});

test("le and quantile belong to types, and where there is no type nobody knows", () => {
  assert.deepEqual(told(familyText("counter", "a_total", ['a_total{le="1"} 1'])), ["misplaced-label 3"]);
  assert.deepEqual(told('a{le="1",quantile="1"} 1\n'), ["sample-without-family 1"]);
  const samples = ['s{quantile="0.5"} 1', 's_sum{le="1"} 1', "s_count 1"];
  assert.ok(told(familyText("summary", "s", samples)).includes("misplaced-label 4"));
});

test("names clash across families, also where one of them writes no such sample", () => {
  const gauge = "# HELP a_sum S.\n# TYPE a_sum gauge\na_sum 1\n";
  const summary = "# HELP a A.\n# TYPE a summary\na_sum 1\na_count 1\n";
  assert.deepEqual(told(`${gauge}${summary}`), ["reserved-name 1", "name-clash 4"]);
  const counter = "# HELP b B.\n# TYPE b counter\nb_total 1\n";
  const created = "# HELP b_created C.\n# TYPE b_created gauge\nb_created 1\n";
  assert.deepEqual(told(`${counter}${created}# EOF\n`), ["name-clash 4"]);
  const classic = "# HELP b_total B.\n# TYPE b_total counter\nb_total 1\n";
  assert.deepEqual(told(`${classic}${created}`), [], "the classic format has no such part of a counter");
});
