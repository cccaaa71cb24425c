import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { ERRORS } from "@holdpoint/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import { methodTable } from "./methods-of.ts";
import { openapiOf } from "./openapi.ts";
import { ROUTES } from "./routes/index.ts";
import { COMPONENTS } from "./schemas/components.ts";
import { createTestingHttp } from "./testing-http.ts";

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly security?: readonly unknown[];
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content: JsonObject }>>;
}

const document = openapiOf(ROUTES, "1.2.3") as unknown as {
  readonly openapi: string;
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);

test("the document is served as it is generated", async () => {
  const { ask } = createTestingHttp();
  const told = await ask(null, "GET", "/v1/openapi.json");
  assert.deepEqual(told.body, JSON.parse(JSON.stringify(openapiOf(ROUTES, "0.0.0-test"))));
  assert.equal(document.openapi, "3.1.0");
  assert.equal(document.info.version, "1.2.3");
});

test("every route that Fastify has is in the document, and the reverse", async () => {
  const { app } = createTestingHttp();
  await app.ready();
  assert.ok(operations.length > 20);
  for (const { path, method } of operations) {
    const url = path.replaceAll(/\{([a-z_]+)\}/g, ":$1");
    assert.ok(app.hasRoute({ method, url }), `${method} ${url} is not served`);
  }
  const printed = app.printRoutes({ commonPrefix: false, includeHooks: false });
  const served = [...printed.matchAll(/\(([A-Z, ]+)\)/g)].flatMap(([, methods = ""]) => methods.split(", "));
  const documented = operations.map(({ method }) => method);
  assert.equal(served.filter((method) => method !== "HEAD").length, documented.length);
});

test("operations have names of their own, and a parameter for each part of the path", () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  assert.equal(new Set(ids).size, ids.length);
  for (const { path, operation } of operations) {
    const inPath = operation.parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
    assert.deepEqual(
      inPath,
      Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name),
    );
  }
});

test("every schema compiles and every reference leads somewhere", () => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, discriminator: true });
  ajv.addVocabulary(["openapi", "jsonSchemaDialect", "info", "servers", "security", "paths", "components"]);
  ajv.addSchema(document, "openapi");
  const names = Object.keys(COMPONENTS);
  assert.ok(names.length > 15);
  for (const name of names) assert.ok(ajv.getSchema(`openapi#/components/schemas/${name}`), name);
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
  assert.ok(references.length > 20);
  for (const [, name = ""] of references) assert.ok(names.includes(name), name);
});

test("every operation says how it is refused, by registered codes", () => {
  for (const { path, operation } of operations) {
    const problems = Object.entries(operation.responses).filter(
      ([, { content }]) => content["application/problem+json"] !== undefined,
    );
    assert.ok(problems.length > 0, path);
    for (const [status, { description }] of problems) {
      const codes = [...description.matchAll(/`(HP-[A-Z-]+)`/g)].map(([, code = ""]) => code);
      assert.ok(codes.length > 0, description);
      for (const code of codes) assert.equal(String(ERRORS[code as keyof typeof ERRORS].status), status);
    }
  }
});

test("only what needs no token says so", () => {
  const open = operations.filter(({ operation }) => operation.security?.length === 0).map(({ path }) => path);
  assert.deepEqual(open.toSorted(), ["/livez", "/readyz", "/v1/keys", "/v1/openapi.json"]);
});

test("the methods of a path are those of its routes", () => {
  const methodsOf = methodTable(ROUTES);
  assert.deepEqual(methodsOf("/v1/actions"), ["GET", "HEAD", "POST"]);
  assert.deepEqual(methodsOf("/v1/actions/a.b/approve"), ["POST"]);
  assert.deepEqual(methodsOf("/v1/openapi.json"), ["GET", "HEAD"]);
  assert.deepEqual(methodsOf("/v1/openapi_json"), []);
  assert.deepEqual(methodsOf("/v1/actions/"), []);
  assert.deepEqual(methodsOf("/v2/actions"), []);
});
