import type { Config, ProfileConfig, SuiteConfig } from "@holdpoint/core";
import { durationMs, EVIDENCE_AGE_DEFAULT_MAX_MS } from "@holdpoint/core";
import { normalAlerts } from "./normal-alerts.ts";
import { normalCoverage } from "./normal-coverage.ts";
import type { RawConfig, RawProfile, RawSuite } from "./raw-config.ts";

export const SUITE_TIMEOUT_DEFAULT_MS = 600_000;
/** A timer cannot wait for longer than 2^31 - 1 milliseconds; a suite never needs a day. */
export const SUITE_TIMEOUT_MAX_MS = 86_400_000;

/** Fills in every default and turns durations into milliseconds. */
export function normalize(raw: RawConfig): Config {
  const { coverage, dependencies, drills } = raw;
  return {
    version: 1,
    service: raw.service,
    environment: raw.environment ?? "release",
    suites: (raw.suites ?? []).map(suite),
    repository: {
      versionFiles: raw.repository?.versionFiles ?? [],
      changelog: raw.repository?.changelog ?? null,
    },
    coverage: coverage === undefined ? null : normalCoverage(coverage),
    dependencies:
      dependencies === undefined ? null : { manager: dependencies.manager, folder: dependencies.folder ?? "." },
    drills: drills === undefined ? null : { gateway: drills.gateway ?? null },
    ...(raw.metrics === undefined
      ? {}
      : { metrics: raw.metrics.map(({ id, files, wanted }) => ({ id, files, wanted: wanted ?? [] })) }),
    ...(raw.soak === undefined
      ? {}
      : { soaks: raw.soak.map(({ id, folder }) => ({ id, folder: folder ?? `.holdpoint/soak/${id}` })) }),
    ...(raw.alerts === undefined ? {} : { alerts: normalAlerts(raw.alerts) }),
    profiles: Object.fromEntries(Object.entries(raw.profiles).map(([id, one]) => [id, profile(one)])),
  };
}

function suite(raw: RawSuite): SuiteConfig {
  return {
    id: raw.id,
    run: raw.run ?? null,
    timeoutMs: raw.timeout === undefined ? SUITE_TIMEOUT_DEFAULT_MS : (durationMs(raw.timeout) ?? 0),
    results: raw.results ?? [],
    writes: raw.writes ?? [],
    alone: raw.alone ?? true,
    judged: raw.judged ?? true,
    reason: raw.reason ?? null,
    shard: raw.shard ?? null,
  };
}

function profile(raw: RawProfile): ProfileConfig {
  const gates = Object.entries(raw.gates).map(([id, gate]) => ({
    id,
    blocking: gate?.blocking ?? true,
    checks: gate?.checks ?? {},
  }));
  const ages = Object.entries({ "*": EVIDENCE_AGE_DEFAULT_MAX_MS, ...mapped(raw.maxAge ?? {}) });
  return {
    gates,
    requireGates: raw.requireGates ?? gates.filter((gate) => gate.blocking).map((gate) => gate.id),
    requireSections: raw.requireSections ?? [],
    maxAgeMs: Object.fromEntries(ages),
    baseline: raw.baseline ?? "last-promoted",
    firstRelease: raw.firstRelease ?? "refuse",
  };
}

function mapped(ages: Readonly<Record<string, string>>): Record<string, number> {
  return Object.fromEntries(Object.entries(ages).map(([kind, text]) => [kind, durationMs(text) ?? 0]));
}
