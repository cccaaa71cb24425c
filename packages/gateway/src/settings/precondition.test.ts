import assert from "node:assert/strict";
import { test } from "node:test";
import { assertIfMatch } from "./precondition.ts";

const ETAG = '"g1-0123456789abcdef"';

test("the tag in force, a list with it, and * let a change through", () => {
  for (const header of [ETAG, ` ${ETAG} `, `"x", ${ETAG}`, "*", " * "]) assertIfMatch(header, ETAG);
});

test("anything else does not, weak tags neither", () => {
  for (const header of ["", '"x"', `W/${ETAG}`, ETAG.slice(1, -1), `${ETAG}x`, "**", ",", '"g1-0123456789abcdef']) {
    assert.throws(() => assertIfMatch(header, ETAG), { code: "HP-GATEWAY-PRECONDITION", message: /is "g1-/ });
  }
});
