import type { ErrorProvocation } from "@holdpoint/core";
import { tokenOf } from "../gateway/token-of.ts";
import { objectOf, textOf } from "../http-probe.ts";
import type { Exchange, ProbeRequest } from "../http-probe.ts";
import { sendRaw } from "../io/raw-http.ts";
import { pause } from "../io/pause.ts";
import { HTTP_PROVOCATIONS } from "./http-provocations.ts";
import type { RawProvocation } from "./raw-provocations.ts";
import { RAW_PROVOCATIONS } from "./raw-provocations.ts";
import { httpError } from "./record-error.ts";
import type { Room } from "./room.ts";
import { answered } from "./room.ts";
import { POLICY } from "./scene.ts";

const ACTIONS = "/v1/actions";
const SUBMISSION = { adapter: "sound", operation: "ok", arguments: {} };
const ASKED = { adapter: "asked", operation: "asked", arguments: {} };
const ASYNC = { prefer: "respond-async" };
const RATE_PAUSE_MS = 1200;
const REQUESTS_OVER_RATE = 5;

/** Errors of requests that need nothing before them. */
export async function provokeHttp(room: Room): Promise<ErrorProvocation[]> {
  const { probe, tokens, secrets } = room;
  const errors: ErrorProvocation[] = [];
  for (const one of HTTP_PROVOCATIONS) {
    const token = one.role === null ? null : tokenOf(tokens, one.role);
    const headers = { ...one.request?.headers };
    const answer = await answered(probe(one.method, one.path, { ...one.request, headers: latin1(headers), token }));
    const operation = one.route === null ? null : { method: one.method, path: one.route };
    errors.push(httpError(one, answer, operation, secrets));
  }
  for (const one of RAW_PROVOCATIONS) errors.push(await provokeRaw(room, one));
  return errors;
}

export async function provokeRaw(
  { context, tokens, secrets, url }: Room,
  one: RawProvocation,
): Promise<ErrorProvocation> {
  const { signal, nowMs, record } = context;
  const answer = await sendRaw(url(), one.bytes(tokenOf(tokens, "requester")), { timeoutMs: one.timeoutMs, signal });
  record({ atMs: nowMs(), what: `raw ${one.id}`, text: answer === null ? "no answer" : String(answer.status) });
  const operation = one.route === null ? null : { method: "POST", path: one.route };
  return httpError(one, answer === null ? null : { ...answer, text: answer.body }, operation, secrets);
}

/** Errors that need something to have happened before. */
export async function provokeStates(room: Room): Promise<ErrorProvocation[]> {
  const { secrets } = room;
  const submit = (role: string, request: ProbeRequest): Promise<Exchange | null> => post(room, role, ACTIONS, request);
  const errors: ErrorProvocation[] = [];
  const add = (
    id: string,
    done: string,
    expected: string,
    answer: Exchange | null,
    path: string,
    method = "POST",
  ): void => {
    errors.push(httpError({ id, done, expected }, answer, { method, path }, secrets));
  };

  const key = { "idempotency-key": "taxonomy-key" };
  const first = await submit("requester", { body: SUBMISSION, headers: key });
  const other = await submit("requester", { body: { ...SUBMISSION, arguments: { text: "b" } }, headers: key });
  add("key-reused", "sends another body under a used key", "HP-GATEWAY-KEY-REUSED", other, ACTIONS);
  const conflict = await post(room, "requester", `${ACTIONS}/${idIn(first)}/cancel`, { body: {} });
  add("cancel-ended", "cancels what has ended", "HP-GATEWAY-STATE-CONFLICT", conflict, `${ACTIONS}/{id}/cancel`);
  const both = await submit("both", { body: ASKED, headers: ASYNC });
  const own = await post(room, "both", `${ACTIONS}/${idIn(both)}/approve`, { body: {} });
  add(
    "approves-own",
    "approves what they asked for",
    "HP-GATEWAY-APPROVER-IS-REQUESTER",
    own,
    `${ACTIONS}/{id}/approve`,
  );

  const bounds = await change(room, { retry: { base_ms: -5 } });
  add("setting-out-of-bounds", "sets a setting out of its bounds", "HP-GATEWAY-SETTING", bounds, "/v1/config", "PATCH");
  const unknown = await change(room, { no: { such: 1 } });
  add("setting-unknown", "sets a setting that is not there", "HP-GATEWAY-SETTING", unknown, "/v1/config", "PATCH");

  await change(room, { limits: { live_actions: 1 } });
  await submit("requester", { body: ASKED, headers: ASYNC });
  const busy = await submit("requester", { body: SUBMISSION });
  add("too-many-live", "submits beyond the bound of live actions", "HP-GATEWAY-BUSY", busy, ACTIONS);
  await change(room, { limits: { live_actions: null } });

  room.folder.write("policy.yaml", "version: 1\nrules:\n  - id: broken\n    wehn: true\n");
  const reload = await post(room, "operator", "/v1/policy/reload", { body: {} });
  add("policy-broken", "reloads a policy with an error", "HP-GATEWAY-POLICY", reload, "/v1/policy/reload");
  room.folder.write("policy.yaml", POLICY);

  errors.push(await rateLimit(room));
  return errors;
}

/** Last of all, because it makes everybody wait. */
async function rateLimit(room: Room): Promise<ErrorProvocation> {
  const outline = { id: "too-often", done: "asks beyond the rate", expected: "HP-GATEWAY-RATE-LIMITED" };
  await change(room, { limits: { requests_per_second_per_actor: 1, burst_per_actor: 1 } });
  let answer: Exchange | null = null;
  for (let asked = 0; asked < REQUESTS_OVER_RATE && answer?.status !== 429; asked += 1) {
    answer = await answered(room.probe("GET", ACTIONS, { token: tokenOf(room.tokens, "observer") }));
  }
  await pause(RATE_PAUSE_MS, room.context.signal);
  const config = await answered(room.probe("GET", "/v1/config", { token: tokenOf(room.tokens, "operator") }));
  await pause(RATE_PAUSE_MS, room.context.signal);
  await patch(room, config, { limits: { requests_per_second_per_actor: null, burst_per_actor: null } });
  return httpError(outline, answer, { method: "GET", path: ACTIONS }, room.secrets);
}

async function change(room: Room, body: object): Promise<Exchange | null> {
  const config = await answered(room.probe("GET", "/v1/config", { token: tokenOf(room.tokens, "operator") }));
  return patch(room, config, body);
}

function patch(room: Room, config: Exchange | null, body: object): Promise<Exchange | null> {
  const headers = { "if-match": config?.headers["etag"] ?? "" };
  const token = tokenOf(room.tokens, "operator");
  return answered(room.probe("PATCH", "/v1/config", { body: body as never, headers, token }));
}

function post(room: Room, role: string, path: string, request: ProbeRequest): Promise<Exchange | null> {
  return answered(room.probe("POST", path, { ...request, token: tokenOf(room.tokens, role) }));
}

function idIn(answer: Exchange | null): string {
  return textOf(objectOf(answer?.json)["id"]);
}

/** Fetch takes header values as bytes of Latin-1; what lies beyond is sent as it would be by a careless client. */
function latin1(headers: Readonly<Record<string, string>>): Record<string, string> {
  const careless = (value: string): string => Buffer.from(value, "utf8").toString("latin1");
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, careless(value)]));
}
