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
export function modelOf(options: Cursor): { readonly trust: LoadTrust; readonly arrivals: readonly string[] } {
  const scenarios = options.at("scenarios");
  const executors = scenarios.isObject ? scenarios.entries().map(([, one]) => one.at("executor").textOrNull()) : [];
  const named = executors.filter((one) => one !== null);
  const arrivals = [...new Set(named)].sort();
  const all = (of: ReadonlySet<string>): boolean =>
    named.length > 0 && named.length === executors.length && named.every((one) => of.has(one));
  if (all(OPEN)) return { trust: "open-service-only", arrivals };
  return { trust: all(CLOSED) ? "closed-service-only" : "unknown", arrivals };
}
