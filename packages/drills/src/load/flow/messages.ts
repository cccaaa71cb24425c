import type { LoadPlan, RequestPlan } from "@holdpoint/core";
import { partSeed, seededDraw } from "../schedule/random.ts";
import { correlationOf } from "../websocket/correlate.ts";
import { requireHeaderValue } from "./header-rules.ts";
import { escapePath } from "./http1-bytes.ts";
import type { PlaceOf } from "./place.ts";
import { mistake, planPlace } from "./place.ts";
import { joinPath, targetOf } from "./target.ts";
import type { Template } from "./template.ts";
import { fill, parseTemplate } from "./template.ts";
import type { ArrivalValues } from "./values.ts";
import { valueOf } from "./values.ts";

/** The request with which a WebSocket is opened, its texts filled in. */
interface Opening {
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Keeps these draws apart from those of flows and arrivals. */
const OPENING_WORD = 4;

/** What the opening request says itself. */
const OF_HANDSHAKE = /^(?:host|connection|sec-websocket-(?:key|version|accept|extensions))$/i;

/**
 * The opening request of each connection of a WebSocket load: path and headers of the first step, whose placeholders
 * are filled in for the connection of that number as they would be for an arrival of that number.
 *
 * @throws HoldpointError `HP-LOAD-REQUEST` or `-PLACEHOLDER`
 * @example
 * compileOpening(plan)(0).url; // "ws://127.0.0.1:8080/feed?user=ann"
 */
export function compileOpening(plan: LoadPlan, placeOf: PlaceOf = planPlace): (connection: number) => Opening {
  const target = targetOf(plan.url);
  const first = plan.flows[0]?.steps[0];
  const pointer = "flows[0].steps[0]";
  const text = (text: string, member: string): Template<ArrivalValues> => {
    const planned = { text, pointer: `${pointer}.${member}`, placeOf };
    return parseTemplate(planned, (name, index) => valueOf(name, planned, index, { data: plan.data, extracted: [] }));
  };
  const path = text(first?.path ?? "", "path");
  const headers = (first?.headers ?? []).map(([name, value], index) => {
    const planned = { text: name, pointer: `${pointer}.headers[${index}]`, placeOf };
    if (OF_HANDSHAKE.test(name)) {
      throw mistake("HP-LOAD-REQUEST", planned, 0, `${name} is set by whoever opens a WebSocket`);
    }
    return { name, planned, value: text(value, `headers[${index}]`) };
  });
  return (connection) => {
    const draw = seededDraw(partSeed(plan.seed, OPENING_WORD, connection));
    const values: ArrivalValues = { index: connection, draw, extracted: new Map(), rows: new Map() };
    return {
      url: new URL(escapePath(joinPath(target, fill(path, values))), target.url).href,
      headers: headers.map(({ name, planned, value }): readonly [string, string] => {
        const filled = fill(value, values);
        requireHeaderValue({ ...planned, text: filled });
        return [name, filled];
      }),
    };
  };
}

/**
 * Refuses what a protocol would pass over: of messages there are neither paths, headers nor methods but those of the
 * opening request, and only messages have to be told apart.
 *
 * @throws HoldpointError `HP-LOAD-REQUEST`
 */
export function requireMessages(plan: LoadPlan, placeOf: PlaceOf): void {
  const first = plan.flows[0]?.steps[0];
  for (const [flow, { steps }] of plan.flows.entries()) {
    for (const [at, step] of steps.entries()) {
      const pointer = `flows[${flow}].steps[${at}]`;
      const refuse = (member: string, text: string, detail: string): never => {
        throw mistake("HP-LOAD-REQUEST", { text, pointer: `${pointer}.${member}`, placeOf }, 0, detail);
      };
      if (plan.protocol === "websocket") requireMessage(step, first, refuse);
      else if (step.correlate !== undefined) {
        refuse("correlate", step.correlate, `an answer of ${plan.protocol} is known without it`);
      }
    }
  }
  if (plan.protocol === "websocket") compileOpening(plan, placeOf);
}

type Refuse = (member: string, text: string, detail: string) => never;

function requireMessage(step: RequestPlan, first: RequestPlan | undefined, refuse: Refuse): void {
  const { path, body, correlate, checks, extract } = step;
  if (path !== "" && path !== first?.path) {
    refuse("path", path, "a message has no path; that of the first step opens the connection");
  }
  if (step !== first && ownHeaders(step) !== "[]" && ownHeaders(step) !== ownHeaders(first)) {
    refuse("headers", "", "a message has no headers; those of the first step open the connection");
  }
  for (const [index, check] of checks.entries()) {
    if (check.kind === "header") refuse(`checks[${index}]`, check.header, "a message has no headers");
  }
  for (const [index, one] of extract.entries()) {
    if (one.from === "header") refuse(`extract[${index}]`, one.header, "a message has no headers");
  }
  if (correlate === undefined) return;
  const isFilledIn = body?.includes("${") === true;
  if (body === null || (!isFilledIn && correlationOf(Buffer.from(body), correlate) === undefined)) {
    refuse("correlate", correlate, `the message has no member "${correlate}", so no answer could be its own`);
  }
}

/** Without the type of a body, which JSON brings along. */
function ownHeaders(step: Pick<RequestPlan, "headers"> | undefined): string {
  return JSON.stringify(step?.headers.filter(([name]) => name.toLowerCase() !== "content-type") ?? []);
}
