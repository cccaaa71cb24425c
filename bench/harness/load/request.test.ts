import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { requestBytes } from "./request.ts";

const url = new URL("http://127.0.0.1:81/v1/actions?limit=2");

describe("requests as bytes", () => {
  test("a body is counted in bytes, not in letters", () => {
    assert.equal(
      requestBytes(url, { Authorization: "Bearer a" }, '"\u00e4"').toString("utf8"),
      "POST /v1/actions?limit=2 HTTP/1.1\r\nHost: 127.0.0.1:81\r\nAuthorization: Bearer a\r\n" +
        'Content-Type: application/json\r\nContent-Length: 4\r\n\r\n"\u00e4"',
    );
  });

  test("without a body it is a GET", () => {
    assert.equal(
      requestBytes(url, {}, null).toString("utf8"),
      "GET /v1/actions?limit=2 HTTP/1.1\r\nHost: 127.0.0.1:81\r\n\r\n",
    );
  });
});
