import type { KpiBound, KpiPlan, KpiSelector } from "@holdpoint/core";
import type { Trouble } from "../config/trouble.ts";
import { planTrouble } from "../load/plan-trouble.ts";
import type { RawKpi, RawSelect } from "./raw-soak.ts";

const WINDOW_DEFAULT = 8;
const MIN_SAMPLES_DEFAULT = 3;

export function normalKpi({ select, strict, soft, ...raw }: RawKpi): KpiPlan {
  const window = raw.window ?? WINDOW_DEFAULT;
  return {
    id: raw.id,
    select: normalSelect(select),
    aggregate: raw.aggregate ?? "mean",
    window,
    minSamples: raw.minSamples ?? Math.min(window, MIN_SAMPLES_DEFAULT),
    strict: boundOf(strict),
    soft: soft === undefined ? null : boundOf(soft),
    unit: raw.unit ?? null,
  };
}

function boundOf(text: string): KpiBound {
  const [operator, value] = text.split(" ") as [KpiBound["operator"], string];
  return { operator, value: Number(value) };
}

function normalSelect({ summary, share, load, prometheus = "", labels = {}, as = "value" }: RawSelect): KpiSelector {
  if (summary !== undefined) return { from: "summary", path: summary };
  if (share !== undefined) return { from: "share", ...share };
  if (load !== undefined) return { from: "load", path: load };
  return { from: "prometheus", metric: prometheus, labels, as };
}

const SOURCES = ["summary", "share", "load", "prometheus"] as const;

/** What no schema can see of a KPI. */
export function kpiTroubles(
  raw: RawKpi,
  path: readonly string[],
  target: { readonly isLoad: boolean; readonly hasMetrics: boolean },
): Trouble[] {
  const { id, select, strict, soft } = raw;
  const troubles: Trouble[] = [];
  const say = (key: readonly string[], text: string): void =>
    void troubles.push(planTrouble([...path, ...key], "value", text).trouble);
  const sources = SOURCES.filter((source) => select[source] !== undefined);
  if (sources.length > 1) say(["select"], `${id} has one source, not ${sources.join(" and ")}`);
  if (select.load !== undefined && !target.isLoad) say(["select", "load"], "the target is no load");
  if (select.prometheus !== undefined && !target.hasMetrics)
    say(["select", "prometheus"], 'the target has no "metrics"');
  if (select.prometheus === undefined && (select.labels !== undefined || select.as !== undefined)) {
    say(["select"], '"labels" and "as" belong to "prometheus"');
  }
  if (select.share !== undefined && select.share.of.length !== select.share.rest.length) {
    say(["select", "share"], '"of" and "rest" are pairs, so that they have the same length');
  }
  const { window, minSamples } = normalKpi(raw);
  if (minSamples > window) say(["minSamples"], `${minSamples} values are never in a window of ${window}`);
  if (soft !== undefined && soft.slice(0, 2) !== strict.slice(0, 2))
    say(["soft"], `points another way than "${strict}"`);
  return troubles;
}
