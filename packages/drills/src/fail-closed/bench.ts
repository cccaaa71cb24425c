import { join } from "node:path";
import type { Json, JsonObject, SignedTrace } from "@holdpoint/core";
import type { Room } from "../error-taxonomy/room.ts";
import { answered } from "../error-taxonomy/room.ts";
import type { Exchange, ProbeRequest } from "../http-probe.ts";
import { objectOf, textOf } from "../http-probe.ts";
import { publicKeysIn } from "../io/key-folder.ts";
import { until } from "../io/pause.ts";
import { denialTrace, receiptTrace } from "./signatures.ts";

const ACTIONS = "/v1/actions";
const SETTLE_MS = 4000;
const PERSONS: ReadonlySet<string> = new Set(["AWAITING_APPROVAL", "READY", "RUNNING", "RECEIVED"]);

/** What came of something that was tried. */
export interface Tried {
  /** Reason code of a denial, code of an error, else the state; null when nothing came back. */
  readonly word: string | null;
  readonly id: string | null;
  readonly correlationId: string;
  /** Effects that the upstream counted meanwhile. */
  readonly effects: number;
}

const NOTHING: Tried = { word: null, id: null, correlationId: "", effects: 0 };

/** Ways of trying something against a room's gateway, with the effects counted. */
export interface Bench {
  readonly room: Room;
  effects(): number;
  /** Submits and waits for the end. */
  submit(adapter: string, args?: JsonObject, request?: ProbeRequest): Promise<Tried>;
  /** Sends anything as a requester; what is answered is read as an action or as a problem. */
  send(request: ProbeRequest): Promise<Tried>;
  /** Submits what a person has to approve; the action's id. */
  ask(role?: string): Promise<Tried>;
  /** Decides on what was asked; where nothing was, nothing comes back. */
  person(role: string, id: string | null, verb: "approve" | "deny"): Promise<Tried>;
  /** The word of an action once it has ended; where there is none, nothing comes back. */
  ended(id: string | null): Promise<Tried>;
  post(role: string, path: string, body: JsonObject): Promise<Exchange | null>;
  patch(body: JsonObject): Promise<Exchange | null>;
  denial(tried: Tried): Promise<SignedTrace>;
  receipt(tried: Tried): Promise<SignedTrace>;
}

export function benchOf(room: Room): Bench {
  const { probe, tokens, upstream, dataFolder, context } = room;
  const effects = (): number => upstream.calls.length;
  const ask = (method: string, path: string, role: string, request: ProbeRequest = {}): Promise<Exchange | null> =>
    answered(probe(method, path, { ...request, token: tokens[role] ?? null }));
  const counted = async (trying: () => Promise<Exchange | null>): Promise<Tried> => {
    const before = effects();
    const answer = await trying();
    return { ...triedOf(answer), effects: effects() - before };
  };
  const bench: Bench = {
    room,
    effects,
    send: (request) => counted(() => ask("POST", ACTIONS, "requester", request)),
    submit: (adapter, args = { text: "x" }, request = {}) =>
      bench.send({ body: { adapter, operation: "run", arguments: args }, ...request }),
    ask: (role = "requester") => {
      const body = { adapter: "asked", operation: "run", arguments: { text: "x" } };
      return counted(() => ask("POST", ACTIONS, role, { body, headers: { prefer: "respond-async" } }));
    },
    person: async (role, id, verb) =>
      id === null ? NOTHING : counted(() => ask("POST", `${ACTIONS}/${id}/${verb}`, role, { body: {} })),
    ended: async (id) =>
      id === null
        ? NOTHING
        : counted(() =>
            until(
              () => ask("GET", `${ACTIONS}/${id}`, "observer"),
              (answer) => !PERSONS.has(textOf(objectOf(answer?.json)["state"])),
              { timeoutMs: SETTLE_MS, signal: context.signal },
            ),
          ),
    post: (role, path, body) => ask("POST", path, role, { body }),
    patch: async (body) => {
      const config = await ask("GET", "/v1/config", "operator");
      return ask("PATCH", "/v1/config", "operator", { body, headers: { "if-match": config?.headers["etag"] ?? "" } });
    },
    denial: async ({ id, correlationId }) => {
      const trail = await ask("GET", `/v1/audit-trails/${correlationId}`, "observer");
      return denialTrace(trail?.json, id ?? "", publicKeysIn(join(dataFolder, "guardian-keys")));
    },
    receipt: async ({ id }) => {
      const view = await ask("GET", `/v1/receipts/${id}`, "observer");
      return receiptTrace(view?.json, id ?? "", publicKeysIn(join(dataFolder, "keys")));
    },
  };
  return bench;
}

function triedOf(answer: Exchange | null): Omit<Tried, "effects"> {
  if (answer === null) return { word: null, id: null, correlationId: "" };
  const body = objectOf(answer.json);
  const id = textOf(body["id"]);
  const correlationId = textOf(body["correlation_id"]);
  return { word: answer.code ?? wordOf(body), id: id === "" ? null : id, correlationId };
}

/** The closest word that an action has for how it stands. */
function wordOf(action: JsonObject): string {
  const state = textOf(action["state"]);
  const reason: Json | undefined = objectOf(action["verdict"])["reason_code"];
  if (state === "DENIED") return textOf(reason);
  // Whatever else it carries: who reads the state takes it for done.
  if (state === "SUCCEEDED") return state;
  const code = textOf(objectOf(action["error"])["code"]);
  return code === "" ? state : code;
}
