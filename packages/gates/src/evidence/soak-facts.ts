import type { CheckInput, JsonObject } from "@holdpoint/core";
import { soaksOf } from "./soaks.ts";

export const SOAK_KPI = "soak-kpi";

/** What the next release is compared with: a KPI that was decided, of one soak. */
export interface KpiFact {
  readonly soak: string;
  readonly kpi: string;
  readonly value: number;
  readonly operator: ">=" | "<=";
}

export function kpiFactsNow(input: CheckInput): readonly KpiFact[] {
  return soaksOf(input)
    .flatMap(({ id, kpis }) =>
      kpis.strict.flatMap(({ id: kpi, value, bound }): KpiFact[] =>
        value === null ? [] : [{ soak: id, kpi, value, operator: bound.operator }],
      ),
    )
    .toSorted((a, b) => compare(a.soak, b.soak) || compare(a.kpi, b.kpi));
}

export function soakFacts(input: CheckInput): JsonObject {
  return { kpis: kpiFactsNow(input).map((fact) => ({ ...fact })) };
}

/** Those of the last promotion; null where it left none, or none that can be read. */
export function kpiFactsThen(input: CheckInput): readonly KpiFact[] | null {
  const facts = input.baseline?.facts[SOAK_KPI] as JsonObject | undefined;
  const kpis = facts?.["kpis"];
  return Array.isArray(kpis) && kpis.every(isKpiFact) ? kpis : null;
}

function isKpiFact(value: unknown): value is KpiFact {
  if (typeof value !== "object" || value === null) return false;
  const { soak, kpi, value: figure, operator } = value as Partial<Record<keyof KpiFact, unknown>>;
  const named = typeof soak === "string" && typeof kpi === "string";
  return named && typeof figure === "number" && (operator === ">=" || operator === "<=");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
