import assert from "node:assert/strict";
import { test } from "node:test";
import type { ComponentConfig } from "../noun/config.ts";
import { asksFor, exceptionNeed } from "./exception-need.ts";
import type { MetricCounts } from "./exempted.ts";

function component(id: string, changes: Partial<ComponentConfig> = {}): ComponentConfig {
  const paths = [`src/${id}/**`];
  return {
    id,
    paths,
    floors: { lines: 80 },
    maxUncovered: {},
    shards: [],
    tags: [],
    critical: false,
    advisoryUntil: null,
    ...changes,
  };
}

const file = (path: string, covered: number, total: number): MetricCounts => ({ path, lines: { covered, total } });
const STORE = component("store");
const ALL = component("all", { paths: ["src/**"], floors: { lines: 90 } });
const FILES = [file("src/store/disk.ts", 85, 100), file("src/store/new.ts", 10, 100), file("src/api/a.ts", 1, 1)];

test("the highest floor of all components that a file is in decides", () => {
  const alone = exceptionNeed(["src/store/disk.ts"], "lines", FILES, [STORE]);
  assert.deepEqual([alone.floor, alone.count, alone.reached], [80, { covered: 85, total: 100 }, true]);
  const both = exceptionNeed(["src/store/disk.ts"], "lines", FILES, [STORE, ALL]);
  assert.deepEqual([both.floor, both.reached, both.components.map(({ id }) => id)], [90, false, ["store", "all"]]);
});

test("several files are judged by their sum", () => {
  const need = exceptionNeed(["src/store/disk.ts", "src/store/new.ts"], "lines", FILES, [STORE]);
  assert.deepEqual([need.count, need.reached], [{ covered: 95, total: 200 }, false]);
});

test("nothing asked or nothing measured is neither reached nor missed", () => {
  assert.deepEqual(exceptionNeed(["src/api/a.ts"], "lines", FILES, [STORE]), {
    components: [],
    floor: null,
    count: { covered: 1, total: 1 },
    reached: null,
  });
  const { count, reached } = exceptionNeed(["src/store/gone.ts"], "lines", FILES, [STORE]);
  assert.deepEqual([count, reached], [null, null], "0 of 0 would say that it was measured");
  assert.equal(exceptionNeed(["src/store/disk.ts"], "branches", FILES, [STORE]).reached, null);
  assert.equal(exceptionNeed(["src/store/e.ts"], "lines", [file("src/store/e.ts", 0, 0)], [STORE]).reached, null);
  assert.equal(exceptionNeed([], "lines", FILES, [STORE]).reached, null);
});

test("a limit of uncovered lines asks for all of a file", () => {
  const limited = component("store", { floors: {}, maxUncovered: { lines: 3 } });
  assert.ok(asksFor(limited, "lines") && !asksFor(limited, "branches"));
  const need = exceptionNeed(["src/store/disk.ts"], "lines", FILES, [limited]);
  assert.deepEqual([need.floor, need.reached], [null, false]);
  assert.equal(exceptionNeed(["src/store/x.ts"], "lines", [file("src/store/x.ts", 3, 3)], [limited]).reached, true);
});
