import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { MetricsFormat } from "./accept.ts";
import { metricsFormatFor } from "./accept.ts";

const OPEN = "application/openmetrics-text";

function all(wanted: MetricsFormat, headers: readonly (string | undefined)[]): void {
  for (const header of headers) assert.equal(metricsFormatFor(header), wanted, String(header));
}

describe("what a scraper would rather have", () => {
  test("the headers that Prometheus sends, old and new", () => {
    all("openmetrics", [
      `${OPEN};version=1.0.0;q=0.5,${OPEN};version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2`,
      `application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.7,` +
        `${OPEN};version=1.0.0;escaping=allow-utf-8;q=0.6,${OPEN};version=0.0.1;q=0.5,` +
        `text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2`,
    ]);
    all("prometheus", [
      "text/plain;version=0.0.4;q=1,*/*;q=0.1",
      "application/vnd.google.protobuf;proto=a;encoding=delimited;q=0.7,text/plain;version=0.0.4;q=0.3",
    ]);
  });

  test("whoever says nothing, takes anything, or wants neither gets the classic format", () => {
    all("prometheus", [undefined, "", "*/*", "text/*", "application/json", "text/html, */*;q=0.8", "a/b, c/d"]);
  });

  test("the larger quality value decides, and of two that are the same the one that few would name", () => {
    all("openmetrics", [OPEN, `text/plain, ${OPEN}`, `text/plain;q=0.3,${OPEN};q=0.4`, `*/*,${OPEN}`]);
    all("prometheus", [`text/plain;q=0.41,${OPEN};q=0.4`, `${OPEN};q=0.9,*/*`, `${OPEN};q=0, text/plain;q=0.1`]);
  });

  test("0 is a refusal, also where a wider range takes everything", () => {
    all("openmetrics", ["application/*", "text/plain;q=0, */*", "text/*;q=0, */*;q=0.1"]);
    all("prometheus", [`${OPEN};q=0`, `${OPEN};q=0.0, */*`, `${OPEN};q=0, text/plain;q=0`]);
  });

  test("only the version that is written is offered", () => {
    all("openmetrics", [`${OPEN}; version="1.0.0"`, `${OPEN};VERSION=1.0.0;charset=UTF-8`, `${OPEN};charset="utf-8"`]);
    all("prometheus", [`${OPEN};version=0.0.1`, `${OPEN};version=2.0.0`, `${OPEN};charset=latin1`, `${OPEN};version=`]);
    // Whoever takes only another version of it has not named ours.
    all("prometheus", [`${OPEN};version=0.0.1;q=1, text/plain;version=0.0.4;q=0.1`]);
  });

  test("the most specific range counts, not the first or the best", () => {
    all("prometheus", [`${OPEN}, ${OPEN};version=1.0.0;q=0.1, text/plain;q=0.5`, `*/*;q=1, ${OPEN};q=0.2`]);
    all("openmetrics", [`${OPEN};q=0.1, ${OPEN};version=1.0.0, text/plain;q=0.5`]);
  });

  test("what is no range asks for nothing, and does no harm to the others", () => {
    all("prometheus", [
      `${OPEN};q=2`,
      `${OPEN};q=x`,
      `${OPEN};q=`,
      `${OPEN};q=0.1234`,
      ",,;;,",
      '"',
      'a="',
      OPEN.slice(1),
    ]);
    all("openmetrics", [`;q=x, ${OPEN}`, `text/plain;q=9, ${OPEN};q=0.1`, ` , ${OPEN.toUpperCase()} ; q=0.5 ,`]);
    all("openmetrics", [`text/plain;a="x,${OPEN};q=0,";q=0.1, ${OPEN};q=0.2`]);
  });

  test("a header without end is not read", () => {
    const header = `${OPEN},${"a/b;c=d,".repeat(2000)}`;
    all("openmetrics", [`${OPEN},${"a/b;c=d,".repeat(1000)}`]);
    const began = performance.now();
    all("prometheus", [header, `${OPEN};${'"'.repeat(8000)}x`, `${OPEN};${"\\".repeat(100_000)}`]);
    assert.ok(performance.now() - began < 5000);
  });
});
