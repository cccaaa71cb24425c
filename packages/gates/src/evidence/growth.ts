import type { CheckInput, Finding, LeakResult, LeakTerms, ResourcesBody } from "@holdpoint/core";
import { judgeLeak, KIND, LEAK_DEFAULTS } from "@holdpoint/core";
import { bodiesOf } from "../bodies.ts";
import type { Problem } from "../conclude.ts";
import { conclude } from "../conclude.ts";
import { countParam } from "../params.ts";

/** Reasons of every check that asks whether something grows. */
export const GROWTH_REASONS: Readonly<Record<string, string>> = {
  leak: "The floor grows without end, faster than the limit.",
  "one-step": "It grew once and stood still before and after: not a leak yet, and not nothing.",
  "below-resolution": "It grows faster than the limit, but by too little in so short a time to be sure.",
  "not-measured": "The resource was never read.",
  unreadable: "Too many readings failed.",
  "not-a-series": "The readings are no numbers in order of time.",
  "too-few-windows": "The steady part is too short, too sparse or too faulted to tell.",
  "no-requests": "The subject served nothing in the meantime.",
};

/** Of those that do not apply to a program that does not tell the resource. */
export const GROWTH_REASONS_WHERE_TOLD: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(GROWTH_REASONS).filter(([code]) => code !== "not-measured"),
);

export interface GrowthTerms {
  readonly resource: string;
  /** What it is called in a sentence: `resident memory`. */
  readonly noun: string;
  /** False: not every program tells it, and the check does not apply to one that does not. */
  readonly isAlwaysTold: boolean;
}

/** Whether one resource of any subject leaks. */
export function judgeGrowth(input: CheckInput, terms: GrowthTerms): Finding {
  const limitPer24h = countParam(input.params, "limitPer24h");
  const resolution = countParam(input.params, "resolution");
  const bodies = bodiesOf<ResourcesBody>(input, KIND.resources);
  const told = bodies.filter((body) => terms.isAlwaysTold || isTold(body, terms.resource));
  if (told.length === 0) return nobodyTells(terms);
  const results = told.map((body) => ({
    subject: body.subject,
    result: resultOf(body, terms.resource, { limitPer24h, resolution }),
  }));
  const problems = results.flatMap(({ subject, result }) => problemOf(`${terms.noun} of ${subject}`, result));
  const slowest = results.reduce((worst, one) => Math.max(worst, one.result.per24h ?? -Infinity), -Infinity);
  return conclude(problems, {
    reason: results.map(({ subject, result }) => `${terms.noun} of ${subject}: ${told24h(result)}`).join("; "),
    observed: Number.isFinite(slowest) ? Math.round(slowest) : null,
    threshold: limitPer24h,
  });
}

function isTold({ series }: ResourcesBody, resource: string): boolean {
  return series.some((one) => one.resource === resource && one.points.length > 0);
}

function resultOf(
  body: ResourcesBody,
  resource: string,
  limits: Pick<LeakTerms, "limitPer24h" | "resolution">,
): LeakResult {
  const nothing = { resource, unit: "count", points: [], unreadable: 0 } as const;
  const series = body.series.find((one) => one.resource === resource) ?? nothing;
  const { steadyFromMs, faulted, requests } = body;
  return judgeLeak(series, { ...LEAK_DEFAULTS, ...limits, steadyFromMs, faulted, requests });
}

/** Reason codes where a result's own is none of the check's. */
const CODES: Readonly<Partial<Record<LeakResult["code"], string>>> = { growing: "leak", "no-readings": "not-measured" };
const OUTCOMES = { leak: "fail", suspect: "warn", undecided: "missing" } as const;

function problemOf(what: string, result: LeakResult): Problem[] {
  const { outcome, code, reason, limitPer24h, per24h } = result;
  if (outcome === "none") return [];
  const flip =
    outcome === "undecided"
      ? "would be judged with readings of a longer steady part"
      : `would pass at <= ${shown(limitPer24h, result.unit)} per 24 h`;
  return [
    {
      outcome: OUTCOMES[outcome],
      code: CODES[code] ?? code,
      text: outcome === "undecided" ? `${what}: ${reason}` : `${what}: ${reason} (${told24h(result)})`,
      observed: per24h === null ? reason : Math.round(per24h),
      threshold: limitPer24h,
      flip,
    },
  ];
}

function told24h({ interval, limitPer24h, unit }: LeakResult): string {
  const span = interval === null ? "unknown growth" : `${shown(interval[0], unit)} to ${shown(interval[1], unit)}`;
  return `${span} per 24 h, ${shown(limitPer24h, unit)} may`;
}

function shown(value: number, unit: LeakResult["unit"]): string {
  return unit === "bytes" ? `${(value / 1e6).toFixed(1)} MB` : value.toFixed(1);
}

function nobodyTells({ noun }: GrowthTerms): Finding {
  return {
    outcome: "not-applicable",
    code: "not-told",
    reason: `no subject tells its ${noun}`,
    observed: "nothing",
    threshold: `readings of ${noun}`,
    flip: "would be judged with readings",
  };
}
