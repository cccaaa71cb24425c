import type { Json } from "@holdpoint/core";
import type { ProbeRequest } from "../http-probe.ts";
import type { Outline } from "./record-error.ts";

export type Role = "requester" | "approver" | "operator" | "observer";

/** A request that must be refused. */
export interface HttpProvocation extends Outline {
  readonly method: string;
  /** As it is sent. */
  readonly path: string;
  /** The route's path in the OpenAPI document; null where there is no such route. */
  readonly route: string | null;
  readonly role: Role | null;
  readonly request?: ProbeRequest;
}

const ACTIONS = "/v1/actions";
const GONE = "act_0000000000000000";
const SUBMISSION = { adapter: "sound", operation: "ok", arguments: {} };
const BODY_SIZE_CHARS = 1_200_000;
const DEPTH = 2000;

/** Requests that need nothing before them. */
export const HTTP_PROVOCATIONS: readonly HttpProvocation[] = [
  ...bodies(),
  ...headers(),
  ...places(),
  ...access(),
  ...queries(),
  ...governance(),
];

function submit(id: string, done: string, expected: string, request: ProbeRequest): HttpProvocation {
  return { id, done, expected, method: "POST", path: ACTIONS, route: ACTIONS, role: "requester", request };
}

function bodies(): HttpProvocation[] {
  const body = (id: string, done: string, text: string): HttpProvocation =>
    submit(id, done, "HP-GATEWAY-BODY", { text });
  const typed = (id: string, done: string, change: Record<string, Json>): HttpProvocation =>
    body(id, done, JSON.stringify({ ...SUBMISSION, ...change }));
  return [
    body("json-malformed", "sends half a document", '{"adapter":'),
    body("json-empty", "sends an empty body", ""),
    body("json-not-an-object", "sends a list", "[]"),
    body("json-comment", "sends JSON with a comment", "{} // hello"),
    body(
      "json-surrogate",
      "sends a lone surrogate",
      '{"adapter":"sound","operation":"ok","arguments":{"text":"\\ud800"}}',
    ),
    body(
      "json-overflow",
      "sends a number that overflows",
      '{"adapter":"sound","operation":"ok","arguments":{"n":1e400}}',
    ),
    body(
      "json-prototype",
      "sends `__proto__`",
      '{"adapter":"sound","operation":"ok","arguments":{"__proto__":{"a":1}}}',
    ),
    body(
      "json-deep",
      "sends lists inside of lists",
      `{"adapter":"sound","operation":"ok","arguments":{"a":${"[".repeat(DEPTH)}${"]".repeat(DEPTH)}}}`,
    ),
    typed("member-unknown", "sends a member that nobody knows", { surprise: 1 }),
    typed("member-wrong-type", "sends a number as the adapter", { adapter: 7 }),
    typed("member-null", "sends no arguments", { arguments: null }),
    typed("deadline-negative", "sends a deadline in the past", { deadline_ms: -1 }),
    typed("risk-unheard-of", "sends a risk that is none", { risk: "boundless" }),
    body("member-absent", "leaves the operation out", '{"adapter":"sound","arguments":{}}'),
    submit("body-too-large", "sends more than a mebibyte", "HP-GATEWAY-BODY-TOO-LARGE", {
      body: { ...SUBMISSION, arguments: { text: "x".repeat(BODY_SIZE_CHARS) } },
    }),
    submit("media-type", "sends a form", "HP-GATEWAY-MEDIA-TYPE", {
      text: "adapter=sound",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    }),
    submit("adapter-unknown", "names an adapter that is not there", "HP-GATEWAY-ADAPTER-UNKNOWN", {
      body: { ...SUBMISSION, adapter: "nowhere" },
    }),
  ];
}

function headers(): HttpProvocation[] {
  const key = (id: string, done: string, value: string): HttpProvocation =>
    submit(id, done, "HP-GATEWAY-HEADER", { body: SUBMISSION, headers: { "idempotency-key": value } });
  return [
    key("key-empty", "sends an empty idempotency key", '""'),
    key("key-too-long", "sends a key of 300 characters", "k".repeat(300)),
    key("key-not-ascii", "sends a key that is not ASCII", "schl\u00fcssel"),
  ];
}

function places(): HttpProvocation[] {
  const missing = (id: string, done: string, method: string, path: string, route: string | null): HttpProvocation => ({
    id,
    done,
    expected: "HP-GATEWAY-NOT-FOUND",
    method,
    path,
    route,
    role: "operator",
    ...(method === "GET" ? {} : { request: { body: {} } }),
  });
  const run = "/v1/dead-letters/replay/{run}";
  return [
    missing("route-unknown", "asks for a path that is not there", "GET", "/v1/nothing", null),
    missing("route-root", "asks for the root", "GET", "/", null),
    missing("action-unknown", "asks for an action that is not there", "GET", `${ACTIONS}/${GONE}`, `${ACTIONS}/{id}`),
    missing(
      "cancel-unknown",
      "cancels what is not there",
      "POST",
      `${ACTIONS}/${GONE}/cancel`,
      `${ACTIONS}/{id}/cancel`,
    ),
    missing(
      "receipt-unknown",
      "asks for a receipt that is not there",
      "GET",
      `/v1/receipts/${GONE}`,
      "/v1/receipts/{id}",
    ),
    missing(
      "letter-unknown",
      "asks for a letter that is not there",
      "GET",
      `/v1/dead-letters/${GONE}`,
      "/v1/dead-letters/{id}",
    ),
    missing("run-unknown", "asks for a replay that is not there", "GET", "/v1/dead-letters/replay/run_0", run),
    missing(
      "abort-unknown",
      "aborts a replay that is not there",
      "POST",
      "/v1/dead-letters/replay/run_0/abort",
      `${run}/abort`,
    ),
    missing(
      "breaker-unknown",
      "resets a breaker that is not there",
      "POST",
      "/v1/breakers/none/reset",
      "/v1/breakers/{name}/reset",
    ),
    {
      id: "method-unknown",
      done: "deletes the list of actions",
      expected: "HP-GATEWAY-METHOD",
      method: "DELETE",
      path: ACTIONS,
      route: null,
      role: "operator",
    },
    {
      id: "method-of-another",
      done: "puts a configuration",
      expected: "HP-GATEWAY-METHOD",
      method: "PUT",
      path: "/v1/config",
      route: null,
      role: "operator",
      request: { body: {} },
    },
  ];
}

function access(): HttpProvocation[] {
  const get = (
    id: string,
    done: string,
    expected: string,
    role: Role | null,
    request?: ProbeRequest,
  ): HttpProvocation => ({
    id,
    done,
    expected,
    method: "GET",
    path: "/v1/config",
    route: "/v1/config",
    role,
    ...(request === undefined ? {} : { request }),
  });
  const stranger = "HP-GATEWAY-UNAUTHENTICATED";
  const forbidden = "HP-GATEWAY-FORBIDDEN";
  const bearer = (value: string): ProbeRequest => ({ headers: { authorization: value } });
  return [
    get("token-absent", "asks without a token", stranger, null),
    get(
      "token-unknown",
      "asks with a token that nobody was given",
      stranger,
      null,
      bearer(`Bearer hp_${"A".repeat(43)}`),
    ),
    get("token-not-bearer", "asks with another scheme", stranger, null, bearer("Basic YTpi")),
    get("token-empty", "asks with an empty token", stranger, null, bearer("Bearer ")),
    { ...submit("observer-submits", "submits as an observer", forbidden, { body: SUBMISSION }), role: "observer" },
    {
      id: "requester-resets",
      done: "resets a breaker as a requester",
      expected: forbidden,
      method: "POST",
      path: "/v1/breakers/sound/reset",
      route: "/v1/breakers/{name}/reset",
      role: "requester",
      request: { body: {} },
    },
  ];
}

function queries(): HttpProvocation[] {
  const list = (id: string, done: string, query: string): HttpProvocation => ({
    id,
    done,
    expected: "HP-GATEWAY-QUERY",
    method: "GET",
    path: `${ACTIONS}?${query}`,
    route: ACTIONS,
    role: "observer",
  });
  return [
    list("query-unknown", "asks by a parameter that nobody knows", "colour=red"),
    list("query-state", "asks for a state that is none", "state=PERHAPS"),
    list("query-limit", "asks for a page of a million", "limit=1000000"),
    list("query-since", "asks since a time that is none", "since=yesterday"),
  ];
}

function governance(): HttpProvocation[] {
  const patch = (id: string, done: string, expected: string, request: ProbeRequest): HttpProvocation => ({
    id,
    done,
    expected,
    method: "PATCH",
    path: "/v1/config",
    route: "/v1/config",
    role: "operator",
    request,
  });
  const replay = (id: string, done: string, expected: string, body: Json): HttpProvocation => ({
    id,
    done,
    expected,
    method: "POST",
    path: "/v1/dead-letters/replay",
    route: "/v1/dead-letters/replay",
    role: "operator",
    request: { body },
  });
  const stale = { "if-match": '"of-another-time"' };
  return [
    patch("precondition-absent", "changes a setting blindly", "HP-GATEWAY-PRECONDITION-REQUIRED", { body: {} }),
    patch("precondition-stale", "changes a setting that changed", "HP-GATEWAY-PRECONDITION", {
      body: {},
      headers: stale,
    }),
    replay("filter-empty", "plans a replay of everything", "HP-GATEWAY-REPLAY-FILTER", { mode: "plan", filter: {} }),
    replay("plan-gone", "runs a plan that is not there", "HP-GATEWAY-REPLAY-PLAN", { mode: "run", plan_id: "plan_0" }),
    replay("replay-mode", "asks for a mode that is none", "HP-GATEWAY-BODY", { mode: "everything" }),
  ];
}
