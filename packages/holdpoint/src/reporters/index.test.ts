import assert from "node:assert/strict";
import { test } from "node:test";
import { HOSTILE, hostileRun } from "./fixture/hostile.ts";
import { HELD, PROMOTED } from "./fixture/runs.ts";
import type { ReporterName } from "./index.ts";
import { isReporterName, loadRenderer, REPORTERS } from "./index.ts";

const names = Object.keys(REPORTERS) as ReporterName[];

test("every format loads, ends with a newline, is pure and tells the verdicts apart", async () => {
  assert.equal(names.length, 10);
  for (const name of names) {
    const render = await REPORTERS[name].load();
    const before = JSON.stringify(HELD);
    const held = render(HELD);
    assert.ok(held.endsWith("\n"), name);
    assert.equal(held, render(HELD), name);
    assert.notEqual(held, render(PROMOTED), name);
    assert.equal(JSON.stringify(HELD), before, name);
  }
});

test("each format has a file of its own", () => {
  const files = names.map((name) => REPORTERS[name].file);
  assert.equal(new Set(files).size, names.length);
  for (const file of files) assert.match(file, /^[a-z][a-z.-]+$/);
});

test("no format says where the run's folder is on this machine", async () => {
  for (const name of names) {
    const render = await REPORTERS[name].load();
    for (const run of [HELD, PROMOTED]) assert.ok(!render(run).includes("/srv/"), name);
  }
});

test("no format throws at hostile text, nor gives text that is not well formed", async () => {
  assert.ok(HOSTILE.length > 10);
  for (const name of names) {
    const render = await REPORTERS[name].load();
    for (const text of HOSTILE) assert.ok(render(hostileRun(text)).isWellFormed(), `${name} ${JSON.stringify(text)}`);
  }
});

test("a renderer carries its options", async () => {
  const renderer = await loadRenderer("sarif", { toolVersion: "9.8.7" });
  assert.equal(renderer.file, "verdict.sarif");
  assert.match(renderer.render(HELD), /"version": "9\.8\.7"/);
});

test("names are the reporters' own, not those that every object has", () => {
  assert.ok(isReporterName("text"));
  for (const name of ["toString", "constructor", "TEXT", "", "yaml"]) assert.ok(!isReporterName(name), name);
});
