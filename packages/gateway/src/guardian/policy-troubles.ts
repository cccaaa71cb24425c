import { durationMs } from "@holdpoint/core";
import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Trouble } from "../config/trouble.ts";
import { troublesOf } from "../config/validate.ts";
import { POLICY_SCHEMA } from "./policy-schema.ts";
import type { RawPolicy } from "./raw-policy.ts";

const DAY_MS = 86_400_000;
export const WINDOW_MS_MIN = 1_000;
export const WINDOW_MS_MAX: number = 31 * DAY_MS;
const TTL_MS_MIN = 1_000;
const TTL_MS_MAX: number = 7 * DAY_MS;

let compiled: ValidateFunction | null = null;

/** Everything in which a value differs from `schemas/policy.v1.json`; empty when it is valid. */
export function shapeTroubles(value: unknown): Trouble[] {
  compiled ??= new Ajv2020({ allErrors: true, verbose: true, strict: true, strictTypes: false }).compile(POLICY_SCHEMA);
  return compiled(value) ? [] : troublesOf(withoutEchoes(compiled.errors ?? []));
}

/** Where a key is unknown, the one that is missing is most likely the same; the suggestion says it better. */
function withoutEchoes(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const places = new Set(
    errors.flatMap((error) => (error.keyword === "additionalProperties" ? [error.instancePath] : [])),
  );
  return errors.filter(({ keyword, instancePath }) => keyword !== "required" || !places.has(instancePath));
}

/** What a schema cannot say: ids that come twice, rules that say nothing, spans beyond their bounds. */
export function meaningTroubles(raw: RawPolicy): Trouble[] {
  const budgets = raw.budgets ?? [];
  return [
    ...twice(raw.rules, "rules"),
    ...twice(budgets, "budgets"),
    ...raw.rules.flatMap((rule, index) => {
      if (rule.then !== undefined || rule.raise_risk_to !== undefined) return [];
      return [value(["rules", String(index)], `the rule "${rule.id}" needs "then" or "raise_risk_to"`)];
    }),
    ...budgets.flatMap(({ window }, index) =>
      outside(window, WINDOW_MS_MIN, WINDOW_MS_MAX, "from 1s to 31d", ["budgets", String(index), "window"]),
    ),
    ...outside(raw.approvals?.ttl, TTL_MS_MIN, TTL_MS_MAX, "from 1s to 7d", ["approvals", "ttl"]),
  ];
}

function twice(items: readonly { readonly id: string }[], list: string): Trouble[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [value([list, String(index), "id"], `the id "${id}" is given twice in ${list}`)];
  });
}

function outside(
  text: string | undefined,
  min: number,
  max: number,
  wanted: string,
  path: readonly string[],
): Trouble[] {
  if (text === undefined) return [];
  const ms = durationMs(text);
  if (ms !== null && ms >= min && ms <= max) return [];
  return [value(path, `${path.at(-1)} must be ${wanted}, this says ${text}`)];
}

function value(path: readonly string[], text: string): Trouble {
  return { path, at: "value", text };
}
