import type { FlowPlan, LoadBody, LoadPlan } from "@holdpoint/core";
import { figureOf, seriesOf } from "../../harness/load-figure.ts";
import { flowOf, loadPlan } from "../../harness/load-plan.ts";
import type { Walk } from "./page-walk.ts";
import { ACTIONS_PATH, SUCCEEDED_TEXT } from "./submission.ts";

export interface QueryTerms {
  readonly url: string;
  readonly token: string;
  /** Of a listing. */
  readonly limit: number;
  readonly measureMs: number;
}

/** What a page begins with that has something, or nothing, on it. */
const SOME = '^\\{"items":\\[\\{';
const NONE = '^\\{"items":\\[\\]';

/** Each filter with what it has to find. */
const FILTERS: readonly (readonly [name: string, query: string, begins: string])[] = [
  ["state that all have", "state=SUCCEEDED", SOME],
  ["state that none has", "state=DEAD", NONE],
  ["adapter that all have", "adapter=echo", SOME],
  ["adapter that none has", "adapter=notify", NONE],
  ["session that none has", "session=absent", NONE],
  ["since", "since=2026-01-01T00%3A00%3A00Z", SOME],
];

const ALL = "all";
/** Pages differ with their depth, a filter's first page never does. */
const ALL_WEIGHT = 4;
const LOOKUP = "lookup";
const OK = 200;

/** One caller who looks up actions of all ages. */
export function lookupPlan(terms: QueryTerms, { ids }: Walk): LoadPlan {
  const rows = ids.map((id) => ({ id: encodeURIComponent(id) }));
  const flow = query(LOOKUP, `${ACTIONS_PATH}/\${actions.id}`, SUCCEEDED_TEXT, terms);
  return plan(terms, [flow], { name: "actions", rows, pick: "random" });
}

/** One caller who lists: pages of everything at any depth, and the first page of each filter. */
export function listingPlan(terms: QueryTerms, { pages }: Walk): LoadPlan {
  const rows = pages.map((path) => ({ path }));
  const filtered = FILTERS.map(([name, filter, begins]) =>
    query(name, `${ACTIONS_PATH}?limit=${terms.limit}&${filter}`, begins, terms),
  );
  const flows = [query(ALL, "${pages.path}", SOME, terms, ALL_WEIGHT), ...filtered];
  return plan(terms, flows, { name: "pages", rows, pick: "random" });
}

/** p99 of each endpoint of such a load, milliseconds. */
export function p99ByEndpoint(body: LoadBody): Record<string, { readonly count: number; readonly p99Ms: number }> {
  const names = body.series.filter(({ of }) => of === "endpoint").map(({ name }) => name);
  const each = names.map((name) => {
    const { done, p99Ms } = figureOf(seriesOf(body, "endpoint", name).response, body.durationMs, body.sent);
    return [name, { count: done, p99Ms }] as const;
  });
  return Object.fromEntries(each);
}

function query(name: string, path: string, matches: string, { token }: QueryTerms, weight = 1): FlowPlan {
  const request = {
    path,
    headers: [["authorization", `Bearer ${token}`]] as const,
    checks: [{ kind: "status", in: [[OK, OK]] } as const, { kind: "body", matches } as const],
  };
  return flowOf(name, request, weight);
}

function plan({ url, measureMs }: QueryTerms, flows: readonly FlowPlan[], data: LoadPlan["data"][number]): LoadPlan {
  return loadPlan({ url, connections: 1, arrival: { kind: "closed", users: 1 }, measureMs, flows, data: [data] });
}
