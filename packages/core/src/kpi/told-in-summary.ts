import type { SoakIteration } from "../evidence/soak.ts";
import { numberAtPath } from "./dotted-path.ts";
import type { KpiSelector } from "./kpi.ts";
import { selectValue } from "./select-value.ts";

/**
 * What the record of an iteration itself says about a KPI: null is a gap, undefined that it does not tell. The summary
 * of a load holds most of its figures; scrapes are not kept.
 */
export function toldInSummary(
  select: KpiSelector,
  { summary, problem }: Pick<SoakIteration, "summary" | "problem">,
): number | null | undefined {
  // What failed has no values, whatever it said on its way.
  if (problem !== null || summary === null) return null;
  if (select.from === "load") return numberAtPath(summary, select.path) ?? undefined;
  return select.from === "prometheus" ? undefined : selectValue(select, { summary, load: null, exposition: null });
}
