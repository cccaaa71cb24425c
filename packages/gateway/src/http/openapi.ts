import type { ErrorCode, JsonObject } from "@holdpoint/core";
import { ERRORS } from "@holdpoint/core";
import type { AnswerSpec, Route } from "./route.ts";
import { COMPONENTS } from "./schemas/components.ts";
import { refTo, TEXT } from "./schemas/kinds.ts";
import { PROBLEM_TYPE } from "./send-problem.ts";

const JSON_TYPE = "application/json";
const MERGE_PATCH_TYPE = "application/merge-patch+json";

/** OpenAPI's Response Object. */
type ResponseObject = { readonly description: string; readonly headers?: JsonObject; readonly content: JsonObject };

/** What any request may be refused for. */
const ANY_ERRORS: readonly ErrorCode[] = ["HP-GATEWAY-HEADER", "HP-GATEWAY-QUERY", "HP-INTERNAL"];
const TOKEN_ERRORS: readonly ErrorCode[] = [
  "HP-GATEWAY-UNAUTHENTICATED",
  "HP-GATEWAY-FORBIDDEN",
  "HP-GATEWAY-RATE-LIMITED",
];

/** The OpenAPI 3.1 document of routes: the schemas in it are those that validate. */
export function openapiOf(routes: readonly Route[], version: string): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: "Holdpoint gateway",
      version,
      description: "The action hold point: durable, governed side effects with receipts.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    security: [{ token: [] }],
    paths,
    components: {
      schemas: COMPONENTS,
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "`hp_…`, of a role that may do it" } },
    },
  };
}

/** Codes that a route may answer, registered ones all. */
export function errorsOf({ roles, errors }: Route): readonly ErrorCode[] {
  return [...new Set([...ANY_ERRORS, ...(roles === null ? [] : TOKEN_ERRORS), ...errors])];
}

function operationOf(route: Route): JsonObject {
  const { operationId, summary, roles, body } = route;
  return {
    operationId,
    summary,
    ...(roles === null ? { security: [] } : { description: `Roles: ${roles.join(", ")}.` }),
    parameters: parametersOf(route),
    ...(body === undefined ? {} : { requestBody: requestBodyOf(body) }),
    responses: responsesOf(route),
  };
}

function parametersOf({ path, query = {}, headers = {} }: Route): JsonObject[] {
  const inPath = Array.from(path.matchAll(/\{([a-z_]+)\}/g), ([, name = ""]) => {
    return { name, in: "path", required: true, schema: { type: "string", maxLength: 128 } };
  });
  const inQuery = Object.entries(query).map(([name, schema]) => ({ name, in: "query", required: false, schema }));
  const inHeader = Object.entries(headers).map(([name, description]) => {
    return { name, in: "header", required: false, description, schema: TEXT };
  });
  return [...inPath, ...inQuery, ...inHeader];
}

function requestBodyOf(body: NonNullable<Route["body"]>): JsonObject {
  const media = { schema: body.component === undefined ? body.schema : refTo(body.component) };
  return {
    required: body.optional !== true,
    content: { [JSON_TYPE]: media, ...(body.mergePatch === true ? { [MERGE_PATCH_TYPE]: media } : {}) },
  };
}

function responsesOf(route: Route): JsonObject {
  const responses: Record<string, ResponseObject> = {};
  for (const [status, spec] of Object.entries(route.answers)) responses[status] = answerOf(spec);
  const byStatus = Map.groupBy(errorsOf(route), (code) => ERRORS[code].status);
  for (const [status, codes] of byStatus) {
    const problem = { [mediaType(PROBLEM_TYPE)]: { schema: refTo("Problem") } };
    const own = responses[status];
    const description = codes.map((code) => `\`${code}\`: ${ERRORS[code].title}.`).join(" ");
    responses[status] = own === undefined ? { description, content: problem } : merged(own, description, problem);
  }
  return responses;
}

function merged(own: ResponseObject, description: string, problem: JsonObject): ResponseObject {
  return { ...own, description: `${own.description} ${description}`, content: { ...own.content, ...problem } };
}

function answerOf({ title, schema, type, otherType, headers = {} }: AnswerSpec): ResponseObject {
  const media = type === undefined ? JSON_TYPE : mediaType(type);
  const described = Object.entries(headers).map(([name, description]) => [name, { description, schema: TEXT }]);
  return {
    description: `${title}.`,
    ...(described.length === 0 ? {} : { headers: Object.fromEntries(described) as JsonObject }),
    content: {
      [media]: { schema: schema === undefined ? (media === JSON_TYPE ? {} : TEXT) : refTo(schema) },
      ...(otherType === undefined ? {} : { [mediaType(otherType)]: { schema: TEXT } }),
    },
  };
}

function mediaType(type: string): string {
  return type.split(";")[0] ?? type;
}
