import assert from "node:assert/strict";
import { test } from "node:test";
import { renderLoadHtml } from "../../reporters/html/load-page.ts";
import { painter } from "../../reporters/text/paint.ts";
import { loadBody } from "../testing-load-body.ts";
import { loadText } from "./load-text.ts";
import { toldRows } from "./told-rows.ts";

const RUN = { of: "run", name: "", completed: 3, failed: 0, response: null, service: null, summary: null } as const;
const PERCENTILES = [{ name: "95%", q: 0.95, ms: 4 }];
const TOLD = { ...RUN, told: { count: 3, min: 0.1, mean: null, max: 41.6, percentiles: PERCENTILES } };

test("what is there is told under the tool's own names, what is not is left out", () => {
  assert.deepEqual(toldRows({ series: [TOLD] }), [
    ["min", "0.100 ms"],
    ["95%", "4.00 ms"],
    ["max", "41.6 ms"],
  ]);
  assert.deepEqual(toldRows({ series: [RUN] }), []);
  assert.deepEqual(toldRows({ series: [] }), []);
});

test("it is in the text and on the page", () => {
  const body = loadBody({ series: [TOLD], response: null, service: null, tool: { name: "hey", version: null } });
  const text = loadText(body, { outcome: "valid", paint: painter(false), columns: 80, written: [] });
  assert.match(text, /Service time as hey tells it\n {2}min {2}0\.100 ms\n {2}95% {2}4\.00 ms/);
  const page = renderLoadHtml(body, { outcome: "valid", toolVersion: "1" });
  assert.match(page, /Service time as hey tells it/);
  assert.match(page, /<th scope="row">95%<\/th>/);
});
