import type { Json } from "@holdpoint/core";
import { HoldpointError, problemOf } from "@holdpoint/core";
import type { ErrorCode } from "@holdpoint/core";
import type { ClientOptions, GatewayClient } from "./create-client.ts";
import { createClient } from "./create-client.ts";

/** What one call is answered with; an Error is a connection that fails. */
export type Reply =
  | Error
  | {
      readonly status?: number;
      readonly json?: Json | object;
      readonly text?: string;
      readonly headers?: Readonly<Record<string, string>>;
    };

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
}

/** A problem document as the gateway answers it. */
export function problem(code: ErrorCode, headers: Readonly<Record<string, string>> = {}): Reply {
  const json = problemOf(new HoldpointError(code, `told to say ${code}`));
  return { status: json.status, json, headers };
}

/** A client whose network answers what it is told, in order; waits are noted and take no time. */
export function scriptedClient(
  replies: readonly Reply[],
  options: Partial<ClientOptions> = {},
): { readonly client: GatewayClient; readonly asked: Asked[]; readonly slept: number[] } {
  const asked: Asked[] = [];
  const slept: number[] = [];
  let nowMs = 1_000_000;
  let key = 0;
  const client = createClient({
    url: "http://gateway.example:8377",
    token: "secret-token",
    random: () => 0.5,
    nowMs: () => nowMs,
    newKey: () => `key-${(key += 1)}`,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      nowMs += ms;
    },
    fetch: async (url, init) => {
      const headers = init.headers as Record<string, string>;
      const body = init.body === undefined ? null : (JSON.parse(init.body as string) as Json);
      asked.push({ method: init.method ?? "GET", url, headers, body });
      const reply = replies[asked.length - 1];
      if (reply === undefined) throw new Error(`the call ${asked.length} was not expected`);
      if (reply instanceof Error) throw reply;
      const { status = 200, json, text } = reply;
      return new Response(text ?? JSON.stringify(json ?? {}), { status, headers: reply.headers ?? {} });
    },
    ...options,
  });
  return { client, asked, slept };
}
