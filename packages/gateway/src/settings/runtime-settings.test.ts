import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import fc from "fast-check";
import { leavesOf } from "./leaves.ts";
import { RuntimeSettings } from "./runtime-settings.ts";
import { SETTING_PATHS, SETTING_SPECS } from "./setting-specs.ts";

const CHANGED = { executor: { concurrency: 8 } };

test("a patch is above the file, the file above the default; null takes back", () => {
  const settings = new RuntimeSettings({ file: { executor: { concurrency: 100, timeout_ms: 900 } } });
  const origin = (): unknown => (settings.wire["origin"] as { executor: JsonObject }).executor["concurrency"];
  assert.deepEqual([settings.current.executor.concurrency, origin()], [100, "file"]);
  settings.apply(settings.plan(CHANGED));
  assert.deepEqual([settings.current.executor.concurrency, origin()], [8, "patch"]);
  settings.apply(settings.plan({ executor: { concurrency: null } }));
  assert.deepEqual([settings.current.executor.concurrency, origin()], [100, "file"]);
  settings.apply(settings.plan({ executor: { concurrency: 8, timeout_ms: 1 }, retry: { timeout: 0 } }));
  settings.apply(settings.plan({ executor: null }));
  assert.deepEqual([settings.current.executor.concurrency, settings.current.executor.timeout_ms], [100, 900]);
  assert.equal(settings.current.retry.timeout, 0);
});

test("a plan says what would change and changes nothing", () => {
  const settings = new RuntimeSettings();
  const planned = settings.plan({ executor: { concurrency: 8 }, freeze: { active: true } });
  assert.deepEqual(planned.changes, [
    { path: "freeze.active", from: false, to: true, origin: "patch" },
    { path: "executor.concurrency", from: 256, to: 8, origin: "patch" },
  ]);
  assert.deepEqual([planned.basedOn, planned.generation, settings.generation], [0, 1, 0]);
  assert.equal(settings.current.freeze.active, false);
});

test("generation and entity tag count changes, and nothing else", () => {
  const settings = new RuntimeSettings();
  const first = settings.etag;
  assert.match(first, /^"g0-[0-9a-f]{16}"$/);
  const nothing = settings.plan({});
  assert.deepEqual(nothing.changes, []);
  settings.apply(nothing);
  assert.deepEqual([settings.generation, settings.etag], [0, first]);
  settings.apply(settings.plan(CHANGED));
  const second = settings.etag;
  assert.notEqual(second, first);
  settings.apply(settings.plan(CHANGED));
  assert.deepEqual([settings.generation, settings.etag], [1, second]);
  settings.apply(settings.plan({ executor: null }));
  assert.notEqual(settings.etag, first);
  assert.equal(settings.generation, 2);
});

test("a value that equals the default is still somebody's choice", () => {
  const settings = new RuntimeSettings();
  settings.apply(settings.plan({ executor: { concurrency: 256 } }));
  assert.equal(settings.generation, 1);
  assert.equal((settings.wire["origin"] as { executor: JsonObject }).executor["concurrency"], "patch");
});

test("a plan of another generation is not applied", () => {
  const settings = new RuntimeSettings();
  const stale = settings.plan(CHANGED);
  settings.apply(settings.plan({ retry: { timeout: 1 } }));
  assert.throws(() => settings.apply(stale), RangeError);
  assert.equal(settings.current.executor.concurrency, 256);
});

test("what patches set is given back at the next start", () => {
  const before = new RuntimeSettings({ file: { http: { wait_ms: 5 } } });
  const planned = before.plan(CHANGED);
  before.apply(planned);
  const stored = JSON.parse(JSON.stringify(planned.patched)) as typeof planned.patched;
  const after = new RuntimeSettings({
    file: { http: { wait_ms: 5 } },
    patched: stored,
    generation: planned.generation,
  });
  assert.deepEqual([after.wire, after.etag], [before.wire, before.etag]);
});

test("one wrong leaf refuses the whole patch", () => {
  const settings = new RuntimeSettings();
  assert.throws(() => settings.plan({ executor: { concurrency: 8, speed: 1 } }), /no setting 'executor.speed'/);
  assert.throws(() => settings.plan({ executor: { concurrency: 8 }, engine: {} }), /no setting 'engine'/);
  assert.throws(() => settings.plan({ generation: 7 }), /no setting 'generation'/);
  assert.throws(() => settings.plan({ origin: {} }), /no setting 'origin'/);
  assert.equal(settings.generation, 0);
});

test("what is no object of objects is refused, also what looks like a setting by its prototype", () => {
  const settings = new RuntimeSettings();
  for (const patch of [null, 1, "x", [], { executor: 1 }, { executor: [] }, { "executor.concurrency": 1 }] as const) {
    assert.throws(() => settings.plan(patch), { code: "HP-GATEWAY-SETTING" });
  }
  for (const name of ["constructor", "toString", "__proto__"]) {
    const patch = JSON.parse(`{"executor":{"${name}":1}}`) as JsonObject;
    assert.throws(() => settings.plan(patch), { code: "HP-GATEWAY-SETTING" });
    assert.throws(() => settings.plan(JSON.parse(`{"${name}":{}}`) as JsonObject), { code: "HP-GATEWAY-SETTING" });
  }
  const long = { ["x".repeat(100_000)]: {} };
  assert.throws(
    () => settings.plan(long),
    (error: Error) => error.message.length < 200,
  );
});

test("a file that says nonsense is refused at the start", () => {
  assert.throws(() => new RuntimeSettings({ file: { executor: { concurrency: 0 } } }), { code: "HP-GATEWAY-SETTING" });
  assert.throws(() => new RuntimeSettings({ file: { retry: { base_ms: 20_000 } } }), /must not be above/);
});

test("null on a group names each of its leaves", () => {
  assert.deepEqual(
    [...leavesOf({ http: null })],
    [
      ["http.wait_ms", null],
      ["http.wait_ms_max", null],
    ],
  );
});

test("any sequence of patches ends where a merge of them does", () => {
  const leaf = fc.constantFrom(...SETTING_PATHS).chain((path) => {
    const { default: normal, min, max } = SETTING_SPECS[path];
    const value: fc.Arbitrary<number | boolean> = typeof normal === "boolean" ? fc.boolean() : fc.integer({ min, max });
    return fc.tuple(fc.constant(path), fc.option(value, { nil: null }));
  });
  fc.assert(
    fc.property(fc.array(leaf, { maxLength: 12 }), (patches) => {
      const settings = new RuntimeSettings();
      const expected = new Map<string, number | boolean>();
      for (const [path, value] of patches) {
        const [group = "", name = ""] = path.split(".");
        const before = settings.etag;
        try {
          settings.apply(settings.plan({ [group]: { [name]: value } }));
        } catch {
          assert.equal(settings.etag, before);
          continue;
        }
        if (value === null) expected.delete(path);
        else expected.set(path, value);
      }
      const current = settings.current as unknown as Record<string, Record<string, unknown>>;
      for (const path of SETTING_PATHS) {
        const [group = "", name = ""] = path.split(".");
        assert.equal(current[group]?.[name], expected.get(path) ?? SETTING_SPECS[path].default);
      }
    }),
    { numRuns: 100 },
  );
});
