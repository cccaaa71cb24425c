import type { ErrorCode, JsonObject } from "@holdpoint/core";
import type { MetricsFormat, MetricsPage } from "@holdpoint/kit";
import type { Engine } from "../contract/engine.ts";
import type { Caller, Role } from "../contract/principal.ts";
import type { Query } from "./read/query.ts";

/** What every route works with. */
export interface HttpContext {
  readonly engine: Engine;
  readonly version: string;
  readonly nowMs: () => number;
  readonly metricsPage: (format: MetricsFormat) => MetricsPage;
  /** The OpenAPI document as JSON text. */
  readonly openapiText: () => string;
}

/** A request after its token, roles, query and body were checked. */
export interface Asked {
  readonly caller: Caller;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: JsonObject;
  /** As Node gives them: names in lowercase, several of a name joined. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export interface Answer {
  readonly status: number;
  /** An object is sent as JSON, a text as it is. */
  readonly body: object | string;
  /** Of a text; JSON has its own. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AnswerSpec {
  readonly title: string;
  /** Name of a component. */
  readonly schema?: string;
  /** Of a text. */
  readonly type?: string;
  /** Another one, which the client may ask for. */
  readonly otherType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One method of one path; routing, validation and the OpenAPI document all come from it. */
export interface Route {
  readonly method: "GET" | "POST" | "PATCH";
  /** As OpenAPI writes it: `/v1/actions/{id}`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  /** Any of these; null needs no token. */
  readonly roles: readonly Role[] | null;
  /** Schemas of the query's parameters, all optional texts. */
  readonly query?: Readonly<Record<string, JsonObject>>;
  /** Request headers that mean something here. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: {
    readonly schema: JsonObject;
    readonly component?: string;
    readonly optional?: true;
    readonly mergePatch?: true;
  };
  readonly answers: Readonly<Record<number, AnswerSpec>>;
  /** What may be refused, besides what any route may answer. */
  readonly errors: readonly ErrorCode[];
  readonly handle: (context: HttpContext, asked: Asked) => Answer | Promise<Answer>;
}

export const ANY_ROLE: readonly Role[] = ["requester", "approver", "operator", "observer"];
export const READERS: readonly Role[] = ["approver", "operator", "observer"];

/** The one value of a header that is given at most once. */
export function headerOf(asked: Asked, name: string): string | undefined {
  const value = asked.headers[name];
  return typeof value === "object" ? value.join(", ") : value;
}

export function ok(body: object): Answer {
  return { status: 200, body };
}
