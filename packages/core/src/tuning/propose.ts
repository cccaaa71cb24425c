import type { ParameterPlan, SoakPlan, TuningRule } from "../soak/plan.ts";

/** What a rule asks for, before any guard was asked. */
export interface Proposal {
  readonly rule: TuningRule;
  readonly parameter: ParameterPlan;
  /** Null: its path leads to nothing of the declared type. */
  readonly from: number | null;
  /** Within bounds and step; where `from` is null, the bound that it is on its way to. */
  readonly to: number;
}

/**
 * What the rules make of the KPIs of one iteration, highest priority first, then by id. A KPI without a value proposes
 * nothing. Truth values are 0 and 1.
 *
 * @param current value by path; null or absent: its path leads to nothing of the declared type
 */
export function propose(
  { parameters, rules }: Pick<SoakPlan, "parameters" | "rules">,
  values: Readonly<Record<string, number | null>>,
  current: Readonly<Record<string, number | null>>,
): readonly Proposal[] {
  const byPath = new Map(parameters.map((parameter) => [parameter.path, parameter]));
  return rules
    .filter(({ kpi, when }) => isBeyond(values[kpi] ?? null, when))
    .toSorted((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))
    .flatMap((rule) => {
      const parameter = byPath.get(rule.parameter);
      if (parameter === undefined) return [];
      const from = current[rule.parameter] ?? null;
      return [{ rule, parameter, from, to: targetOf(parameter, from, rule.delta) }];
    });
}

/**
 * Where a delta leads: not further than a step, not beyond the bounds, a whole number where the type is one. Fractions
 * have the digits that a person would write: 0.1 and 0.2 are 0.3.
 */
export function targetOf({ type, min, max, step }: ParameterPlan, from: number | null, delta: number): number {
  if (from === null) return delta < 0 ? min : max;
  const bounded = Math.min(max, Math.max(min, from + Math.min(step, Math.max(-step, delta))));
  return type === "number" ? Number(bounded.toPrecision(12)) : Math.round(bounded);
}

function isBeyond(value: number | null, { operator, value: bound }: TuningRule["when"]): boolean {
  if (value === null || !Number.isFinite(value)) return false;
  return operator === ">" ? value > bound : value < bound;
}
