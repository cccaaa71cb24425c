import type { Json, JsonObject } from "@holdpoint/core";
import type { DrillContext } from "../drill.ts";
import type { Exchange, ProbeRequest } from "../http-probe.ts";
import { objectOf, textOf } from "../http-probe.ts";
import type { Upstream, UpstreamCall, UpstreamMode } from "../io/upstream.ts";
import type { House } from "./house.ts";

/** What a scripted gateway answers: a status and a body, or a body alone for 200. */
export type Script = (
  method: string,
  path: string,
  request: ProbeRequest,
) => {
  readonly status?: number;
  readonly json?: Json;
  readonly headers?: Record<string, string>;
  readonly text?: string;
};

export interface ScriptedHouse {
  readonly house: House;
  readonly context: DrillContext;
  /** `METHOD path` of everything that was asked, in order. */
  readonly asked: string[];
  readonly calls: UpstreamCall[];
  kills: number;
}

/** A house without a process: every answer comes out of the script. */
export function scriptedHouse(script: Script): ScriptedHouse {
  const asked: string[] = [];
  const calls: UpstreamCall[] = [];
  const ask: House["ask"] = async (method, path, request = {}) => {
    asked.push(`${method} ${path}`);
    return exchangeOf(method, path, script(method, path, request));
  };
  const get: House["get"] = (path) => ask("GET", path, { token: "of-operator" });
  const scripted: ScriptedHouse = {
    asked,
    calls,
    kills: 0,
    context: {
      root: "/nowhere",
      config: {},
      nowMs: () => 1,
      signal: new AbortController().signal,
      record: () => undefined,
    },
    house: {
      upstream: upstreamOf(calls),
      dataFolder: "/nowhere",
      url: () => "http://scripted",
      pid: () => 0,
      streamUrl: () => "http://scripted",
      tokens: { requester: "of-requester", approver: "of-approver", operator: "of-operator", observer: "of-observer" },
      ask,
      get,
      submit: ({ adapter, n = 0, key, headers }) =>
        ask("POST", "/v1/actions", {
          body: { adapter, operation: "do", arguments: { n } },
          headers: { ...headers, ...(key === undefined ? {} : { "idempotency-key": key }) },
        }),
      settled: async (id) => objectOf((await get(`/v1/actions/${id}`)).json),
      setPolicy: () => ask("POST", "/v1/policy/reload"),
      kill: async () => {
        scripted.kills += 1;
      },
      start: async () => undefined,
    },
  };
  return scripted;
}

function exchangeOf(method: string, path: string, answer: ReturnType<Script>): Exchange {
  const { status = 200, json, headers = {}, text = "" } = answer;
  const code = textOf(objectOf(json)["code"]);
  const type = code === "" ? "application/json" : "application/problem+json";
  return {
    method,
    path,
    status,
    headers: { "content-type": type, ...headers },
    text,
    json,
    code: code === "" ? null : code,
    durationMs: 1,
  };
}

function upstreamOf(calls: UpstreamCall[]): Upstream {
  const modes = new Map<string, UpstreamMode>();
  const callsTo: Upstream["callsTo"] = (path, from = 0) => calls.filter((call) => call.path === path).slice(from);
  return {
    url: "http://upstream",
    mode: "healthy",
    modes,
    slowMs: 0,
    delayMs: 0,
    calls,
    callsTo,
    effects: (path) => callsTo(path).filter((call) => call.mode === "healthy").length,
    atOnceMax: () => 1,
    close: async () => undefined,
  };
}

export function upstreamCall(path: string, changes: Partial<UpstreamCall> = {}): UpstreamCall {
  return { atMs: 1, path, headers: {}, body: "{}", mode: "healthy", ...changes };
}

/** A page with everything in it. */
export function page(...items: readonly JsonObject[]): { readonly json: Json } {
  return { json: { items, cursor: null } };
}
