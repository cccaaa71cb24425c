import type { LoadTrust } from "@holdpoint/core";
import type { Cursor } from "../cursor.ts";

const OPEN: ReadonlySet<string> = new Set(["constant-arrival-rate", "ramping-arrival-rate"]);
const CLOSED: ReadonlySet<string> = new Set([
  "shared-iterations",
  "per-vu-iterations",
  "constant-vus",
  "ramping-vus",
  "externally-controlled",
]);

/** How requests arrived, by the executors of the scenarios; unknown unless all are of one model. */
export function modelOf(options: Cursor): {
  readonly trust: LoadTrust;
  readonly arrivals: readonly string[];
  readonly target: number | null;
} {
  const scenarios = options.at("scenarios");
  const executors = scenarios.isObject ? scenarios.entries().map(([, one]) => one.at("executor").textOrNull()) : [];
  const named = executors.filter((one) => one !== null);
  const arrivals = [...new Set(named)].sort();
  const all = (of: ReadonlySet<string>): boolean =>
    named.length > 0 && named.length === executors.length && named.every((one) => of.has(one));
  const [only, ...others] = scenarios.isObject ? scenarios.entries().map(([, one]) => one) : [];
  const target = only === undefined || others.length > 0 ? null : rateOf(only);
  if (all(OPEN)) return { trust: "open-service-only", arrivals, target };
  return { trust: all(CLOSED) ? "closed-service-only" : "unknown", arrivals, target: null };
}

const UNIT_S: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** Iterations a second that were asked for; null where they were not one number, or its unit is none that is known. */
function rateOf(scenario: Cursor): number | null {
  if (scenario.at("executor").textOrNull() !== "constant-arrival-rate") return null;
  const rate = scenario.at("rate").amountOrNull();
  const [, many = "", unit = ""] = /^(\d+)(ms|s|m|h)$/.exec(scenario.at("timeUnit").textOrNull() ?? "1s") ?? [];
  const seconds = Number(many) * (UNIT_S[unit] ?? 0);
  return rate === null || rate === 0 || seconds === 0 ? null : rate / seconds;
}
