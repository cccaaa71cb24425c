import type { JsonObject } from "@holdpoint/core";
import { ERRORS } from "@holdpoint/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { FastifyInstance } from "fastify";
import assert from "node:assert/strict";
import type { Principal, Role } from "../contract/principal.ts";
import { ROLES } from "../contract/principal.ts";
import type { TestingEngine } from "../testing-engine.ts";
import { createTestingEngine, ENGINE_START_MS } from "../testing-engine.ts";
import type { HttpOptions } from "./create-http.ts";
import { createHttp } from "./create-http.ts";
import { errorsOf, openapiOf } from "./openapi.ts";
import { ROUTES } from "./routes/index.ts";

type LogLine = Readonly<Record<string, string | number | null>>;

export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly text: string;
  /** The JSON that was answered, else an empty object. */
  readonly body: JsonObject;
}

export interface Asking {
  readonly body?: unknown;
  /** As it is, without being made JSON. */
  readonly raw?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestingHttp {
  readonly app: FastifyInstance;
  readonly engine: TestingEngine;
  readonly lines: LogLine[];
  /** Moves the clock of the server. */
  advance(ms: number): void;
  /** @param as a role, for an actor of that name; `role:actor` for another; null for nobody */
  ask(as: string | null, method: string, url: string, asking?: Asking): Promise<Told>;
}

export const ECHO: JsonObject = { adapter: "echo", operation: "echo", arguments: { text: "hello" } };

/** Tokens that say of themselves who holds them: `requester` or `requester:name`. */
export const TESTING_TOKENS: Pick<HttpOptions["tokens"], "authenticate"> = {
  authenticate: (header): Principal | null => {
    const [role = "", actor = role] = (header ?? "").replace(/^Bearer /, "").split(":");
    const roles = role.split("+").filter((name): name is Role => (ROLES as readonly string[]).includes(name));
    return roles.length === 0 ? null : { actor, roles: new Set(roles) };
  },
};

/** A source of bytes that never repeats itself. */
export function countingBytes(): (sizeBytes: number) => Uint8Array {
  let next = 1;
  return (sizeBytes) =>
    Uint8Array.from({ length: sizeBytes }, () => (next = (next * 1_103_515_245 + 12_345) >>> 0) >>> 16);
}

/** The whole of HTTP on a testing engine, asked without a socket; every answer is held against the OpenAPI document. */
export function createTestingHttp(options: Partial<HttpOptions> = {}): TestingHttp {
  const engine = createTestingEngine();
  const lines: LogLine[] = [];
  let nowMs = ENGINE_START_MS;
  const app = createHttp({
    engine,
    tokens: TESTING_TOKENS,
    version: "0.0.0-test",
    nowMs: () => nowMs,
    randomBytes: countingBytes(),
    log: (line) => void lines.push(line),
    ...options,
  });
  return {
    app,
    engine: (options.engine as TestingEngine | undefined) ?? engine,
    lines,
    advance: (ms) => {
      nowMs += ms;
    },
    ask: async (as, method, url, { body, raw, headers = {} } = {}) => {
      const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const response = await app.inject({
        method: method as "GET",
        url,
        headers: {
          ...(as === null ? {} : { authorization: `Bearer ${as}` }),
          ...(payload === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(payload === undefined ? {} : { payload }),
      });
      const isJson = String(response.headers["content-type"]).includes("json") && response.body !== "";
      const told: Told = {
        status: response.statusCode,
        headers: response.headers,
        text: response.body,
        body: isJson ? (response.json() as JsonObject) : {},
      };
      assertDocumented(method, url, told);
      return told;
    },
  };
}

/** Holds an answer against what the OpenAPI document says of it. */
export const assertDocumented: (method: string, url: string, told: Told) => void = answerChecker();

function answerChecker(): (method: string, url: string, told: Told) => void {
  const document = openapiOf(ROUTES, "0.0.0-test");
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(document, "openapi");
  const patterns = ROUTES.map((route) => {
    return { route, pattern: new RegExp(`^${route.path.replaceAll(/\{[a-z_]+\}/g, "[^/]+").replaceAll(".", "\\.")}$`) };
  });
  return (method, url, told) => {
    if (method === "HEAD") return;
    const path = url.split("?")[0] ?? "";
    const matching = patterns.filter(({ route, pattern }) => route.method === method && pattern.test(path));
    const found = matching.find(({ route }) => !route.path.includes("{")) ?? matching[0];
    if (String(told.headers["content-type"]).startsWith("application/problem+json")) {
      assertProblem(told);
      if (found === undefined) return;
      const code = field(told, "code");
      assert.ok(
        (errorsOf(found.route) as readonly string[]).includes(code),
        `${found.route.path} may not answer ${code}`,
      );
      return;
    }
    assert.ok(found, `${method} ${path} answers ${told.status} and is no route`);
    const spec = found.route.answers[told.status];
    assert.ok(spec, `${found.route.path} may not answer ${told.status}`);
    if (spec.schema === undefined) return;
    const isFitting = ajv.validate(`openapi#/components/schemas/${spec.schema}`, told.body);
    assert.ok(isFitting, `${found.route.path}: ${ajv.errorsText()} in ${told.text}`);
  };
}

/** A problem document of the registry, whole and consistent with its status. */
export function assertProblem(told: Told, code?: string): void {
  const { body } = told;
  assert.equal(told.headers["content-type"], "application/problem+json; charset=utf-8", told.text);
  const entry = (ERRORS as Readonly<Record<string, { status: number; title: string } | undefined>>)[
    field(told, "code")
  ];
  assert.ok(entry, `${field(told, "code")} is not registered`);
  assert.equal(body["status"], told.status);
  assert.equal(entry.status, told.status);
  assert.equal(body["title"], entry.title);
  assert.ok(typeof body["detail"] === "string" && body["detail"].length > 0);
  assert.equal(body["file"], undefined);
  if (code !== undefined) assert.equal(body["code"], code, told.text);
}

/** A member of what was answered that is a text. */
export function field(told: Told, name: string): string {
  const value = told.body[name];
  assert.ok(typeof value === "string", `${name} is no text in ${told.text}`);
  return value;
}
