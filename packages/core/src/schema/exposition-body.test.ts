import assert from "node:assert/strict";
import { test } from "node:test";
import type { ExpositionBody } from "../evidence/exposition.ts";
import { expositionBody } from "../exposition/body.ts";
import { readExposition } from "../exposition/read-exposition.ts";
import { validatorOf } from "./schemas.test.ts";

export const metricsExposition: ExpositionBody = {
  source: "api",
  format: "openmetrics",
  contentType: "application/openmetrics-text; version=1.0.0",
  sizeBytes: 1000,
  scrapes: [{ file: "metrics/1.prom", atMs: 1_700_000_000_000.5, samples: 7, families: 2, processStartS: 1.5 }],
  problems: [
    {
      code: "counter-fell",
      severity: "error",
      text: "a_total fell from 2 to 1",
      family: "a",
      scrape: 1,
      line: 3,
      column: 1,
    },
  ],
  problemsLeftOut: 3,
  families: [{ name: "a", type: "counter", unit: "seconds", help: true, series: 4 }],
  familiesLeftOut: 1,
  wanted: [{ family: "a_total", found: true }],
};

test("what is made of any text fits its schema", () => {
  const validate = validatorOf("metrics-exposition-body");
  for (const text of ["", "a 1\n", "{} 1\n", "# TYPE a gauge\n", "\u{FEFF}a{b=\n# EOF\n", "a NaN 1e9\nb\r\n"]) {
    const page = readExposition(text, { atMs: 0 });
    const body = expositionBody({ source: "api", scrapes: [page, page], wanted: ["a"] });
    assert.deepEqual(validate(body), [], JSON.stringify(text));
  }
});
