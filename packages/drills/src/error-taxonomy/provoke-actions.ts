import type { ErrorProvocation, Json, JsonObject } from "@holdpoint/core";
import { tokenOf } from "../gateway/token-of.ts";
import type { Exchange } from "../http-probe.ts";
import { objectOf, textOf } from "../http-probe.ts";
import { until } from "../io/pause.ts";
import type { ActionProvocation } from "./action-provocations.ts";
import { ACTION_PROVOCATIONS } from "./action-provocations.ts";
import { codedError } from "./record-error.ts";
import type { Room } from "./room.ts";
import { answered } from "./room.ts";

const ACTIONS = "/v1/actions";
const END_TIMEOUT_MS = 4000;
const NOT_WAITING = "respond-async";
const RESTING: ReadonlySet<string> = new Set(["DENIED", "SUCCEEDED", "DEAD", "UNKNOWN", "EXPIRED", "CANCELLED"]);

/** Actions that are accepted and end with an error. */
export async function provokeActions(room: Room): Promise<ErrorProvocation[]> {
  const errors: ErrorProvocation[] = [];
  for (const one of ACTION_PROVOCATIONS) {
    for (let sent = 0; sent < (one.before ?? 0); sent += 1) await submit(room, one, "wait=2");
    for (let sent = 0; sent < (one.beside ?? 0); sent += 1)
      await submit(room, { ...one, deadlineMs: null }, NOT_WAITING);
    const submitted = await submit(room, one, one.person === undefined ? "wait=2" : NOT_WAITING);
    const id = textOf(objectOf(submitted?.json)["id"]);
    if (id !== "") await decide(room, id, one.person);
    errors.push(codedError(one, "action", id === "" ? null : await endOf(room, id), room.secrets));
  }
  return errors;
}

type Submitted = Pick<ActionProvocation, "adapter" | "operation"> & { readonly deadlineMs?: number | null };

function submit({ probe, tokens }: Room, one: Submitted, prefer: string): Promise<Exchange | null> {
  const body: JsonObject = {
    adapter: one.adapter,
    operation: one.operation,
    arguments: {},
    deadline_ms: one.deadlineMs ?? null,
  };
  return answered(probe("POST", ACTIONS, { body, headers: { prefer }, token: tokenOf(tokens, "requester") }));
}

async function decide({ probe, tokens }: Room, id: string, person: ActionProvocation["person"]): Promise<void> {
  const say = (role: string, verb: string): Promise<Exchange | null> =>
    answered(probe("POST", `${ACTIONS}/${id}/${verb}`, { body: {}, token: tokenOf(tokens, role) }));
  if (person === "denies") await say("approver", "deny");
  if (person === "cancels") await say("requester", "cancel");
}

/** The error that an action ended with: empty where it has none, null where it did not end. */
async function endOf({ probe, tokens, context }: Room, id: string): Promise<JsonObject | null> {
  const read = (): Promise<Exchange | null> =>
    answered(probe("GET", `${ACTIONS}/${id}`, { token: tokenOf(tokens, "observer") }));
  const state = (json: Json | undefined): string => textOf(objectOf(json)["state"]);
  const terms = { timeoutMs: END_TIMEOUT_MS, signal: context.signal };
  const last = await until(read, (answer) => RESTING.has(state(answer?.json)), terms);
  return RESTING.has(state(last?.json)) ? objectOf(objectOf(last?.json)["error"]) : null;
}
