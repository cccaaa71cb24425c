import assert from "node:assert/strict";
import { test } from "node:test";
import { formatOfContentType } from "./content-type.ts";

test("a content type promises a format", () => {
  const classic = [
    "text/plain",
    "text/plain; version=0.0.4",
    "TEXT/PLAIN;version=0.0.4; charset=UTF-8; escaping=values",
  ];
  for (const type of classic) assert.equal(formatOfContentType(type), "prometheus", type);
  const open = ["application/openmetrics-text", 'application/openmetrics-text; version="1.0.0"; charset=utf-8'];
  for (const type of [...open, "application/openmetrics-text; version=0.0.1"])
    assert.equal(formatOfContentType(type), "openmetrics", type);
});

test("anything else promises none", () => {
  const others = [
    "",
    "text/html",
    "application/json",
    "text/plain; version=1.0.0",
    "text/plain; charset=latin1",
    "application/openmetrics-text; version=2.0.0",
    "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited",
  ];
  for (const type of others) assert.equal(formatOfContentType(type), null, type);
});
