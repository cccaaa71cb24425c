import type { GatewayCall, JsonObject } from "@holdpoint/core";
import type { Exchange, ProbeRequest } from "../http-probe.ts";
import { objectOf } from "../http-probe.ts";
import type { House } from "../gateway/house.ts";

export interface OneCall {
  /** `METHOD /path/{template}` */
  readonly operation: string;
  readonly purpose: string;
  readonly expected: GatewayCall["expected"];
  /** The template with its places filled, and a query. */
  readonly path: string;
  readonly request?: ProbeRequest;
}

/** Calls routes and keeps what came of each. */
export interface Caller {
  readonly operations: readonly string[];
  readonly calls: readonly GatewayCall[];
  call(one: OneCall): Promise<Exchange>;
}

const METHODS: ReadonlySet<string> = new Set(["get", "post", "put", "patch", "delete"]);

/** Reads the gateway's own OpenAPI document: it says which routes there are and what they may answer. */
export async function callerOf(house: House): Promise<Caller> {
  const document = objectOf((await house.ask("GET", "/v1/openapi.json")).json);
  const paths = objectOf(document["paths"]);
  const calls: GatewayCall[] = [];
  return {
    operations: operationsOf(paths),
    calls,
    call: async ({ operation, purpose, expected, path, request }) => {
      const [method = "GET", template = ""] = operation.split(" ");
      const answer = await house.ask(method, path, request ?? {});
      const described = objectOf(objectOf(paths[template])[method.toLowerCase()]);
      calls.push({
        operation,
        expected,
        purpose,
        status: answer.status,
        contentType: answer.headers["content-type"] ?? "",
        code: answer.code,
        documented: Object.hasOwn(objectOf(described["responses"]), String(answer.status)),
      });
      return answer;
    },
  };
}

function operationsOf(paths: JsonObject): string[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(objectOf(methods))
      .filter((method) => METHODS.has(method))
      .map((method) => `${method.toUpperCase()} ${path}`),
  );
}
