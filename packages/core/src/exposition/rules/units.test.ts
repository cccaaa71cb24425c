import assert from "node:assert/strict";
import { test } from "node:test";
import { familyText, told } from "../told.test.ts";

const gauge = (name: string): string[] => told(familyText("gauge", name, [`${name} 1`]));

test("base units and words that are none are fine", () => {
  for (const name of [
    "http_request_duration_seconds",
    "heap_bytes",
    "disk_usage_ratio",
    "room_temperature_celsius",
    "process_start_time_seconds",
    "items",
    "mbean_count_of_it",
    "teams_online",
  ])
    assert.deepEqual(gauge(name), [], name);
});

test("the first word says whose it is, so it is no unit", () => {
  for (const name of ["ms", "days_left", "percent_of_it", "kb_articles"]) assert.deepEqual(gauge(name), [], name);
});

test("other units are told wherever they stand behind it", () => {
  for (const name of ["wait_ms", "wait_ms_max", "cache_mb", "cpu_percent", "uptime_hours", "road_km", "bill_kwh"])
    assert.deepEqual(gauge(name), ["unit-not-base 2"], name);
  const counter = familyText("counter", "wait_milliseconds_total", ["wait_milliseconds_total 1"]);
  assert.deepEqual(told(counter), ["unit-not-base 2"]);
});

test("UNIT is the end of the name, before what its type adds", () => {
  const unit = (type: string, name: string, unitName: string, sample: string): string[] =>
    told(`# HELP ${name} A.\n# TYPE ${name} ${type}\n# UNIT ${name} ${unitName}\n${sample}\n# EOF\n`);
  assert.deepEqual(unit("gauge", "a_seconds", "seconds", "a_seconds 1"), []);
  assert.deepEqual(unit("counter", "a_seconds", "seconds", "a_seconds_total 1"), []);
  assert.deepEqual(unit("gauge", "aseconds", "seconds", "aseconds 1"), ["unit-not-suffix 1"]);
  assert.deepEqual(unit("gauge", "a_seconds", "bytes", "a_seconds 1"), ["unit-not-suffix 1"]);
  assert.deepEqual(unit("gauge", "a", "", "a 1"), [], "an empty unit is none");
});

test("what only says something has no unit", () => {
  const page = '# HELP a_x A.\n# TYPE a_x stateset\n# UNIT a_x x\na_x{a_x="on"} 1\n# EOF\n';
  assert.deepEqual(told(page), ["unit-not-allowed 1"]);
});

test("UNIT in the classic format is a comment like any other", () => {
  assert.deepEqual(told("# HELP a A.\n# TYPE a gauge\n# UNIT a seconds\na 1\n"), []);
});
