import type { LoadPlan, Objective } from "@holdpoint/core";
import type { Trouble } from "../config/trouble.ts";
import { planTrouble } from "./plan-trouble.ts";

/**
 * Objectives about a phase, endpoint or tag that the plan does not have: they would see no request, and be told only
 * after the whole run.
 *
 * @param objectives in the order of the document
 */
export function scopeTroubles(
  objectives: readonly Objective[],
  { phases, flows }: Pick<LoadPlan, "phases" | "flows">,
  path: readonly string[],
): Trouble[] {
  const steps = flows.flatMap((flow) => flow.steps);
  const known = {
    phase: phases.map(({ name }) => name),
    endpoint: steps.map(({ endpoint }) => endpoint),
    tag: steps.flatMap(({ tags }) => tags),
  };
  return objectives.flatMap(({ scope }, index) =>
    (["phase", "endpoint", "tag"] as const).flatMap((kind) => {
      const name = scope[kind];
      if (name === null || known[kind].includes(name)) return [];
      const text = `there is no ${kind} "${name}"; ${told(kind, known[kind])}`;
      return [planTrouble([...path, "objectives", String(index)], "value", text).trouble];
    }),
  );
}

const SHOWN_MAX = 10;

function told(kind: string, names: readonly string[]): string {
  const unique = [...new Set(names)];
  if (unique.length === 0) return `the plan has no ${kind}`;
  const more = unique.length > SHOWN_MAX ? ` and ${unique.length - SHOWN_MAX} more` : "";
  return `there are ${unique.slice(0, SHOWN_MAX).join(", ")}${more}`;
}
