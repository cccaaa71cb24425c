import type { JsonObject } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { Engine } from "../contract/engine.ts";
import type { Caller, Role } from "../contract/principal.ts";
import { actionWire } from "../contract/wire.ts";
import { answerInput } from "./answer-input.ts";
import type { InputHandler } from "./input.ts";
import type { ClientMessage } from "./read-message.ts";
import { submissionOf } from "./read-message.ts";
import type { ServerType } from "./message-schema.ts";

const SUBMITTERS: readonly Role[] = ["requester", "operator"];

export interface PerformTerms {
  readonly engine: Engine;
  readonly input: InputHandler;
  /** The connection's, for messages that name none. */
  readonly session: string | null;
  readonly send: (type: ServerType, payload: JsonObject) => void;
  /** Answers that are being given, by the id of the message that asked. */
  readonly answering: Map<string, AbortController>;
}

/**
 * Does what one message asks, and acknowledges it once it is durable.
 *
 * @throws HoldpointError what the engine refuses with, `HP-GATEWAY-FORBIDDEN`, `HP-GATEWAY-NOT-FOUND`
 */
export async function perform(message: ClientMessage, caller: Caller, terms: PerformTerms): Promise<void> {
  switch (message.type) {
    case "ping":
      terms.send("pong", {});
      return;
    case "action.submit":
      await submit(message, caller, terms);
      return;
    case "control.cancel":
      await cancel(message, caller, terms);
      return;
    case "input.text":
      await answer(message, caller, terms);
  }
}

async function submit(message: ClientMessage, caller: Caller, { engine, session, send }: PerformTerms): Promise<void> {
  assertRole(caller, SUBMITTERS);
  const { action, repeated } = await engine.submit(submissionOf(message, session), caller);
  send("ack", { action: wire(action), repeated });
}

async function cancel({ payload }: ClientMessage, caller: Caller, terms: PerformTerms): Promise<void> {
  const { action_id: id, message_id: asked, reason } = payload as Readonly<Record<string, string | undefined>>;
  if (asked !== undefined) {
    const answering = terms.answering.get(asked);
    if (answering === undefined) throw new HoldpointError("HP-GATEWAY-NOT-FOUND", `nothing answers ${asked}`);
    answering.abort();
    terms.send("ack", { message_id: asked });
    return;
  }
  assertRole(caller, SUBMITTERS);
  const action = id === undefined ? null : terms.engine.get(id);
  const isTheirs = action !== null && (action.actor === caller.actor || caller.roles.has("operator"));
  if (!isTheirs) throw new HoldpointError("HP-GATEWAY-NOT-FOUND", `there is no action ${id}`);
  const cancelled = await terms.engine.cancel(action.id, caller, reason ?? "");
  terms.send("ack", { action: wire(cancelled), repeated: false });
}

async function answer(message: ClientMessage, caller: Caller, terms: PerformTerms): Promise<void> {
  assertRole(caller, SUBMITTERS);
  if (terms.answering.has(message.id)) {
    throw new HoldpointError("HP-GATEWAY-STREAM-MESSAGE", `the message ${message.id} is being answered already`);
  }
  const controller = new AbortController();
  terms.answering.set(message.id, controller);
  try {
    const context = {
      caller,
      sessionId: message.session_id ?? terms.session,
      turnId: message.turn_id ?? null,
      messageId: message.id,
      signal: controller.signal,
    };
    const { text, actionIds } = await answerInput(terms.input, message.payload["text"] as string, context, {
      acknowledged: (actionId) => {
        const action = terms.engine.get(actionId);
        terms.send("ack", { action: action === null ? null : wire(action), action_id: actionId });
      },
      partial: (piece, index) => terms.send("response.partial", { text: piece, index }),
    });
    terms.send("response.final", { text, action_ids: actionIds });
  } finally {
    terms.answering.delete(message.id);
  }
}

function assertRole({ roles }: Caller, wanted: readonly Role[]): void {
  if (wanted.some((role) => roles.has(role))) return;
  throw new HoldpointError("HP-GATEWAY-FORBIDDEN", `one of the roles ${wanted.join(", ")} is needed`);
}

function wire(action: Parameters<typeof actionWire>[0]): JsonObject {
  return actionWire(action) as unknown as JsonObject;
}
