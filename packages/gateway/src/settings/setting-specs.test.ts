import assert from "node:assert/strict";
import { test } from "node:test";
import type { SettingPath } from "../contract/settings.ts";
import { RuntimeSettings } from "./runtime-settings.ts";
import { SETTING_ORDER, SETTING_PATHS, SETTING_SPECS } from "./setting-specs.ts";

/** Path, default, least, most: written by hand. */
const TABLE: readonly (readonly [SettingPath, number | boolean, number, number])[] = [
  ["freeze.active", false, 0, 1],
  ["executor.concurrency", 256, 1, 10_000],
  ["executor.per_adapter_concurrency", 128, 1, 10_000],
  ["executor.timeout_ms", 30_000, 1, 3_600_000],
  ["executor.result_size_bytes", 262_144, 1024, 16_777_216],
  ["retry.base_ms", 200, 1, 60_000],
  ["retry.cap_ms", 10_000, 1, 3_600_000],
  ["retry.connection_bootstrap", 3, 0, 10],
  ["retry.timeout", 2, 0, 10],
  ["retry.execution_error", 2, 0, 10],
  ["retry.backpressure", 3, 0, 10],
  ["retry.unknown", 1, 0, 10],
  ["breaker.window_calls", 20, 1, 10_000],
  ["breaker.minimum_calls", 10, 1, 10_000],
  ["breaker.failure_rate_percent", 50, 1, 100],
  ["breaker.slow_call_ms", 5000, 1, 3_600_000],
  ["breaker.slow_call_rate_percent", 80, 1, 100],
  ["breaker.open_ms", 5000, 1, 86_400_000],
  ["breaker.probe_timeout_ms", 10_000, 1, 3_600_000],
  ["limits.live_actions", 10_000, 1, 1_000_000],
  ["limits.requests_per_second_per_actor", 20_000, 1, 100_000],
  ["limits.burst_per_actor", 20_000, 1, 100_000],
  ["http.wait_ms", 10_000, 0, 120_000],
  ["http.wait_ms_max", 30_000, 0, 120_000],
];

/** What has to be set besides, so that an extreme value of one leaf does not break the order of two. */
const COMPANIONS: Readonly<Record<string, readonly [SettingPath, number]>> = {
  "retry.base_ms": ["retry.cap_ms", 3_600_000],
  "retry.cap_ms": ["retry.base_ms", 1],
  "breaker.minimum_calls": ["breaker.window_calls", 10_000],
  "breaker.window_calls": ["breaker.minimum_calls", 1],
  "http.wait_ms": ["http.wait_ms_max", 120_000],
  "http.wait_ms_max": ["http.wait_ms", 0],
};

function patchOf(path: string, value: unknown, companion?: readonly [SettingPath, number]): never {
  const [group = "", name = ""] = path.split(".");
  const [, otherName = ""] = companion?.[0].split(".") ?? [];
  return { [group]: { [name]: value, ...(companion === undefined ? {} : { [otherName]: companion[1] }) } } as never;
}

function valueOf(settings: RuntimeSettings, path: string): unknown {
  const [group = "", name = ""] = path.split(".");
  return (settings.current as unknown as Record<string, Record<string, unknown>>)[group]?.[name];
}

test("the table names every setting", () => {
  assert.deepEqual(
    TABLE.map(([path]) => path),
    SETTING_PATHS,
  );
});

for (const [path, normal, min, max] of TABLE) {
  test(`${path}: default, bounds and kind`, () => {
    const spec = SETTING_SPECS[path];
    assert.deepEqual([spec.default, spec.min, spec.max], [normal, min, max]);
    assert.ok(spec.title.length > 10 && spec.unit.length > 0);
    assert.equal(valueOf(new RuntimeSettings(), path), normal);
    const isBoolean = typeof normal === "boolean";
    const taken = isBoolean ? [true, false] : [min, max];
    for (const value of taken) {
      const settings = new RuntimeSettings();
      settings.apply(settings.plan(patchOf(path, value, COMPANIONS[path])));
      assert.equal(valueOf(settings, path), value);
    }
    const refused = isBoolean ? [0, 1, "true"] : [min - 1, max + 1, min + 0.5, String(min), true, [min], {}];
    for (const value of refused) {
      assert.throws(() => new RuntimeSettings().plan(patchOf(path, value)), {
        code: "HP-GATEWAY-SETTING",
        message: new RegExp(`^'${path}' must be`),
      });
    }
  });
}

test("pairs that have an order keep it", () => {
  assert.ok(SETTING_ORDER.length > 0);
  for (const [lower, upper] of SETTING_ORDER) {
    const settings = new RuntimeSettings();
    const above = Number(SETTING_SPECS[upper].default) + 1;
    assert.throws(() => settings.plan(patchOf(lower, above)), {
      code: "HP-GATEWAY-SETTING",
      message: /must not be above/,
    });
    assert.equal(settings.generation, 0);
  }
});
