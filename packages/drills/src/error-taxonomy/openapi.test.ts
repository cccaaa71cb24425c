import assert from "node:assert/strict";
import { test } from "node:test";
import { documentErrors, ERRORS } from "@holdpoint/core";
import { codesOnPage, operationsOf } from "./openapi.ts";

test("operations are told with their responses, other members of a path are none", () => {
  const document = { paths: { "/a": { get: { responses: { 200: {}, "4XX": {} } }, parameters: [], summary: "x" } } };
  assert.deepEqual(operationsOf(document), [{ method: "GET", path: "/a", responses: ["200", "4XX"] }]);
});

test("what is no such document has no operations", () => {
  for (const wrong of [undefined, null, [], "x", { paths: 7 }, { paths: { "/a": null } }]) {
    assert.deepEqual(operationsOf(wrong as never), []);
  }
  assert.deepEqual(operationsOf({ paths: { "/a": { get: {} } } }), [{ method: "GET", path: "/a", responses: [] }]);
});

test("the generated page names every registered code", () => {
  assert.deepEqual(codesOnPage(documentErrors(ERRORS)).sort(), Object.keys(ERRORS).sort());
  assert.deepEqual(codesOnPage("see `HP-GATEWAY-BODY`"), []);
});
