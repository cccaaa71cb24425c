import type { CorrelationRefusal } from "@holdpoint/kit";
import type { FastifyRequest } from "fastify";
import type { Caller } from "../contract/principal.ts";

/** What the gateway knows of a request besides what Fastify does. */
export interface RequestState {
  /** Without a name and roles where no token was asked for. */
  caller: Caller;
  readonly correlationRefused: CorrelationRefusal | null;
  /** Registered code of the refusal, when there was one. */
  failure: string | null;
  /** What an unforeseen error said: for the log and nobody else. */
  cause: string | null;
}

/** One line of the log; never a token, arguments or a result. */
export type Log = (line: Readonly<Record<string, string | number | null>>) => void;

/** Name of the property that Fastify's requests are decorated with. */
export const STATE = "holdpoint";

interface Stateful {
  [STATE]: RequestState | null;
}

export function stateOf(request: FastifyRequest): RequestState | null {
  return (request as unknown as Stateful)[STATE];
}

export function setState(request: FastifyRequest, state: RequestState): void {
  (request as unknown as Stateful)[STATE] = state;
}
