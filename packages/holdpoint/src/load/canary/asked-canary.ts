import type { CanaryTerms } from "@holdpoint/core";
import { CANARY_DEFAULTS, durationMs, HoldpointError } from "@holdpoint/core";
import type { LoadCanaryOwn } from "../../commands/load-canary-flags.ts";
import type { MetricTerms } from "./judge-metric.ts";
import { LOAD_METRICS, LOAD_METRICS_DEFAULT } from "./load-metrics.ts";
import type { CanarySource } from "./source.ts";

type Asked = Omit<LoadCanaryOwn, "anyway">;

const NUMBER = /^(\d{1,12}(?:\.\d{1,9})?)(%?)$/;
const PERCENT_DEFAULT = 5;
const METRICS_MAX = 200;

/**
 * Which metrics are judged, and by what.
 *
 * @throws HoldpointError `HP-USAGE` that names the flag
 */
export function askedCanary(asked: Asked, baseline: CanarySource, candidate: CanarySource): readonly MetricTerms[] {
  const { direction = null, metric: named = [] } = asked;
  const metrics = [...new Set(named.length === 0 ? defaultMetrics(baseline, candidate) : named)];
  if (metrics.length > METRICS_MAX) {
    throw new HoldpointError("HP-USAGE", `${metrics.length} metrics, at most ${METRICS_MAX} are judged: --metric`);
  }
  const { percent, by } = tolerancesOf(asked.tolerance ?? []);
  const isLoad = baseline.kind === "load" || candidate.kind === "load";
  const terms: Omit<CanaryTerms, "worse"> = {
    ...CANARY_DEFAULTS,
    outliers: asked.outliers,
    missing: asked.missing,
    effectMin: effectOf(asked.minEffect),
    tolerancePercent: percent ?? (by === null ? PERCENT_DEFAULT : 0),
  };
  return metrics.map((metric): MetricTerms => {
    const known = isLoad ? LOAD_METRICS.get(metric) : undefined;
    const own = percent === null && by === null ? (known?.toleranceBy ?? 0) : 0;
    const better = direction ?? known?.better ?? null;
    return { metric, unit: known?.unit ?? "", better, terms: { ...terms, toleranceBy: by ?? own } };
  });
}

/** Milliseconds of `--every`; null: not said. */
export function everyOf(every: string | undefined): number | null {
  if (every === undefined) return null;
  const ms = durationMs(every);
  if (ms !== null) return ms;
  throw new HoldpointError("HP-USAGE", `--every ${every} is no time, like 1s or 15s`);
}

/** Scrapes hold hundreds of metrics, most of which are no question. */
function defaultMetrics(...sources: readonly CanarySource[]): readonly string[] {
  if (sources.some(({ kind }) => kind === "load")) return LOAD_METRICS_DEFAULT;
  const names = [...new Set(sources.flatMap((source) => source.names))];
  if (sources.every(({ kind }) => kind === "series")) return names;
  const some = names.slice(0, 20).join(", ");
  throw new HoldpointError(
    "HP-USAGE",
    `--metric says what is judged; there is ${some}${names.length > 20 ? ", …" : ""}`,
  );
}

function tolerancesOf(texts: readonly string[]): { readonly percent: number | null; readonly by: number | null } {
  const told: { percent: number | null; by: number | null } = { percent: null, by: null };
  for (const text of texts) {
    const [, number, sign] = NUMBER.exec(text) ?? [];
    if (number === undefined) {
      throw new HoldpointError("HP-USAGE", `--tolerance ${text} is neither percent, like 5%, nor a number`);
    }
    const key = sign === "%" ? "percent" : "by";
    if (told[key] !== null) throw new HoldpointError("HP-USAGE", `--tolerance ${text} is said twice`);
    told[key] = Number(number);
  }
  return told;
}

function effectOf(text: string | undefined): number {
  if (text === undefined) return CANARY_DEFAULTS.effectMin;
  const [, number, sign] = NUMBER.exec(text) ?? [];
  if (number !== undefined && sign === "" && Number(number) < 1) return Number(number);
  throw new HoldpointError("HP-USAGE", `--min-effect ${text} is not a number from 0 to below 1 (Cliff's delta)`);
}
