import type {
  HistogramSlice,
  LatencySummary,
  LoadBody,
  LoadReason,
  LoadRunTerms,
  LoadSeries,
  LoadTrust,
  LoadWindow,
  ToldLatency,
} from "@holdpoint/core";
import { orderProblem } from "./percentile-order.ts";

/** What a file of another tool tells of a run. */
export interface LoadDraft {
  readonly tool: { readonly name: string; readonly version: string | null };
  readonly trust: LoadTrust;
  readonly url?: string | null;
  readonly sent: number;
  readonly completed: number;
  /** Null where the file does not tell failures: that makes it invalid, because 0 would be a claim. */
  readonly failed: number | null;
  readonly dropped?: number;
  readonly durationMs: number;
  readonly failures?: readonly (readonly [kind: string, count: number])[];
  readonly checks?: LoadBody["checks"];
  /** Whole summary of service times, where the file has one. */
  readonly service?: LatencySummary | null;
  readonly slice?: HistogramSlice | null;
  /** The part of `slice` that failed; null where nothing did, left out where that is not told apart. */
  readonly failedSlice?: HistogramSlice | null;
  readonly told?: ToldLatency | null;
  /** By what share figures may be rounded, so that a percentile may be above the maximum. */
  readonly rounding?: number;
  readonly windows?: readonly LoadWindow[];
  readonly series?: readonly LoadSeries[];
  readonly target?: number | null;
  readonly achieved?: number | null;
  readonly terms?: Partial<LoadRunTerms>;
  readonly reasons?: readonly LoadReason[];
}

const NO_TERMS: LoadRunTerms = {
  model: "unknown",
  arrivals: [],
  connections: null,
  poolFull: null,
  pacing: null,
  workers: null,
  warmUpMs: null,
  seed: null,
  planSha256: null,
  testbedSha256: null,
  testbed: null,
  cpuS: null,
};

const MODELS: Readonly<Record<LoadTrust, LoadRunTerms["model"]>> = {
  "open-both-clocks": "open",
  "open-service-only": "open",
  "closed-service-only": "closed",
  unknown: "unknown",
};

/** Evidence of another tool's run: nothing is filled in that was not told, what contradicts itself is invalid. */
export function draftBody(draft: LoadDraft): LoadBody {
  const { sent, completed, slice = null, service = null, told = null, rounding = 0 } = draft;
  const reasons = [...(draft.reasons ?? []), ...selfReasons(draft)];
  const whole: LoadSeries = {
    of: "run",
    name: "",
    completed,
    failed: draft.failed ?? 0,
    response: null,
    service: slice,
    ...failedPart(draft),
    summary: null,
    ...(told === null ? {} : { told }),
  };
  return {
    schema: "holdpoint/load/v1",
    id: "load",
    tool: draft.tool,
    trust: draft.trust,
    url: withoutCredentials(draft.url ?? null),
    validity: reasons.length === 0 ? "valid" : "invalid",
    reasons,
    target: draft.target ?? null,
    achieved: draft.achieved ?? null,
    due: null,
    sent,
    completed,
    failed: draft.failed ?? 0,
    dropped: draft.dropped ?? 0,
    durationMs: Number.isFinite(draft.durationMs) ? draft.durationMs : 0,
    failures: (draft.failures ?? []).filter(([, count]) => count > 0).map(([kind, count]) => ({ kind, count })),
    checks: draft.checks ?? [],
    response: null,
    service,
    lag: null,
    queue: null,
    windows: draft.windows ?? [],
    series: [whole, ...(draft.series ?? [])],
    slo: [],
    terms: { ...NO_TERMS, model: MODELS[draft.trust], ...draft.terms },
    ...(rounding === 0 ? {} : { rounding }),
  };
}

function failedPart({ failedSlice }: LoadDraft): Pick<LoadSeries, "failedService"> {
  return failedSlice === undefined || failedSlice === null ? {} : { failedService: failedSlice };
}

/** A total that is not the sum of its parts. */
export function disagree(text: string): LoadReason {
  return { code: "totals-disagree", text };
}

/** The reason, where two counts that must be one are not. */
export function differing(what: string, said: number | null, counted: number): readonly LoadReason[] {
  return said === null || said === counted ? [] : [disagree(`it says ${said} ${what}, its parts make ${counted}`)];
}

function selfReasons(draft: LoadDraft): LoadReason[] {
  const { sent, completed, failed, rounding = 0 } = draft;
  const reasons: LoadReason[] = [];
  if (failed === null)
    reasons.push({ code: "failures-unsaid", text: `${draft.tool.name} does not tell here how many requests failed` });
  const ended = completed + (failed ?? 0);
  if (ended === 0) reasons.push({ code: "no-samples", text: "no request ended" });
  else if (completed === 0) reasons.push({ code: "all-failed", text: `all ${ended} requests failed` });
  if (ended > sent) reasons.push(disagree(`${ended} requests ended of ${sent} that were sent`));
  const kinds = (draft.failures ?? []).reduce((sum, [, count]) => sum + count, 0);
  if (kinds > (failed ?? 0)) reasons.push(disagree(`${kinds} failures by kind of ${failed ?? 0}`));
  if (sent > Number.MAX_SAFE_INTEGER) reasons.push(disagree("it says more requests than can be counted"));
  if (ended > 0 && !(draft.durationMs > 0 && Number.isFinite(draft.durationMs)))
    reasons.push({ code: "duration-unsaid", text: "it does not say how long it took" });
  if (ended > 0 && (draft.service ?? null) === null && !tellsTimes(draft.told ?? null))
    reasons.push({ code: "no-samples", text: "it tells no time of any request" });
  for (const times of [draft.service, draft.told, ...(draft.series ?? []).map(({ told }) => told)]) {
    const problem = times === null || times === undefined ? null : orderProblem(times, rounding);
    if (problem !== null) reasons.push(disagree(problem));
  }
  return reasons;
}

/** How many there were is no time of any. */
function tellsTimes(told: ToldLatency | null): boolean {
  if (told === null) return false;
  return told.percentiles.length > 0 || [told.min, told.mean, told.max].some((ms) => ms !== null);
}

/** Credentials in an address are nobody's evidence. */
function withoutCredentials(url: string | null): string | null {
  return url === null ? null : url.replace(/^([a-z]+:\/\/)[^/?#]*@/i, "$1");
}
