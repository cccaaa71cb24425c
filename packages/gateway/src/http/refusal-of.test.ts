import assert from "node:assert/strict";
import { test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import { refusalOf } from "./refusal-of.ts";
import { validationDetail } from "./validation-detail.ts";

test("an error of ours is itself", () => {
  const error = new HoldpointError("HP-GATEWAY-BUSY", "full");
  assert.equal(refusalOf(error), error);
});

const FRAMEWORK: readonly (readonly [thrown: unknown, code: string])[] = [
  [{ code: "FST_ERR_CTP_INVALID_MEDIA_TYPE" }, "HP-GATEWAY-MEDIA-TYPE"],
  [{ code: "FST_ERR_CTP_BODY_TOO_LARGE" }, "HP-GATEWAY-BODY-TOO-LARGE"],
  [{ code: "FST_ERR_CTP_INVALID_CONTENT_LENGTH" }, "HP-GATEWAY-BODY"],
  [{ code: "FST_ERR_BAD_URL" }, "HP-GATEWAY-NOT-FOUND"],
  [{ code: "FST_ERR_MAX_PARAM_LENGTH" }, "HP-GATEWAY-NOT-FOUND"],
  [{ code: "ECONNRESET" }, "HP-GATEWAY-TIMEOUT"],
  [{ validation: [{ message: "must be object" }], validationContext: "body" }, "HP-GATEWAY-BODY"],
  [{ validation: [], validationContext: "querystring" }, "HP-GATEWAY-QUERY"],
];

for (const [thrown, code] of FRAMEWORK) {
  test(`${JSON.stringify(thrown)} becomes ${code}`, () => assert.equal(refusalOf(thrown).code, code));
}

test("what nobody foresaw says nothing of itself, whatever it is", () => {
  const hostile = {
    get code(): string {
      return "FST_ERR_OF_TOMORROW";
    },
    message: "secret",
  };
  for (const thrown of [new Error("secret"), "secret", null, undefined, 7, { statusCode: 418 }, hostile]) {
    const refusal = refusalOf(thrown);
    assert.equal(refusal.code, "HP-INTERNAL");
    assert.doesNotMatch(refusal.message, /secret/);
    assert.equal(refusal.cause, thrown);
  }
});

test("details name the field", () => {
  const fault = (keyword: string, params: object = {}, instancePath = ""): string =>
    validationDetail({ keyword, params: params as never, instancePath, message: "must be right" }, "the body");
  assert.equal(fault("minimum"), "the body must be right");
  assert.equal(fault("minimum", {}, "/filter/ids/3"), "'filter.ids.3' must be right");
  assert.equal(fault("type", { type: "object" }), "the body must be object");
  assert.equal(fault("type", { type: ["integer", "null"] }, "/deadline_ms"), "'deadline_ms' must be integer or null");
  assert.equal(fault("additionalProperties", { additionalProperty: "x" }), "the body has no field 'x'");
  assert.equal(fault("required", { missingProperty: "id" }, "/filter"), "'filter' must have the field 'id'");
  assert.equal(fault("enum", { allowedValues: ["a", "b", null] }, "/risk"), "'risk' must be one of a, b, null");
  assert.equal(fault("pattern", {}, "/adapter"), "'adapter' has characters or a length that are not taken");
  assert.match(fault("discriminator", { tag: "mode" }), /a field 'mode' with a known value/);
  assert.equal(validationDetail(undefined, "the query"), "the query is not of the expected shape");
});

test("a name that somebody chose does not fill the answer", () => {
  const additionalProperty = "x".repeat(1_000_000);
  const detail = validationDetail({ keyword: "additionalProperties", params: { additionalProperty } }, "the body");
  assert.ok(detail.length < 200);
});
