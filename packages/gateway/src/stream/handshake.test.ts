import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import type { Principal } from "../contract/principal.ts";
import type { UpgradeRequest } from "./handshake.ts";
import { chosenSubprotocol, openingOf } from "./handshake.ts";

const ADA: Principal = { actor: "ada", roles: new Set(["requester"]) };
const TOKENS = {
  authenticate: (header: string | undefined) => (header === "Bearer good" ? ADA : null),
  holderOf: (token: string) => (token === "good" ? ADA : null),
};
const HOST = "gateway.example:8377";

function opened(headers: UpgradeRequest["headers"], url: string = "/v1/stream"): ReturnType<typeof openingOf> {
  return openingOf({ url, headers: { host: HOST, ...headers } }, TOKENS);
}

function refused(headers: UpgradeRequest["headers"], url?: string): string {
  try {
    opened(headers, url);
  } catch (error) {
    return error instanceof HoldpointError ? error.code : String(error);
  }
  return "let in";
}

describe("tokens", () => {
  test("in the header or as a subprotocol", () => {
    const begun = { principal: ADA, session: null, lastId: null };
    assert.deepEqual(opened({ authorization: "Bearer good" }), begun);
    assert.deepEqual(opened({ "sec-websocket-protocol": "holdpoint.v1, holdpoint.bearer.good" }), begun);
  });

  test("none, a wrong one, two, and a wrong header beside a good subprotocol are refused", () => {
    const cases = [
      {},
      { authorization: "Bearer bad" },
      { authorization: "good" },
      { "sec-websocket-protocol": "holdpoint.v1" },
      { "sec-websocket-protocol": "holdpoint.bearer.bad" },
      { "sec-websocket-protocol": "holdpoint.bearer.good, holdpoint.bearer.good" },
      { authorization: "Bearer bad", "sec-websocket-protocol": "holdpoint.bearer.good" },
    ];
    for (const headers of cases) {
      assert.equal(refused(headers), "HP-GATEWAY-UNAUTHENTICATED", JSON.stringify(headers));
    }
  });

  test("the token is not chosen as the subprotocol when there is a choice", () => {
    assert.equal(chosenSubprotocol(new Set(["holdpoint.bearer.x", "holdpoint.v1"])), "holdpoint.v1");
    assert.equal(chosenSubprotocol(new Set(["holdpoint.bearer.x"])), "holdpoint.bearer.x");
    assert.equal(chosenSubprotocol(new Set(["graphql-ws"])), false);
  });
});

describe("origins", () => {
  const authorization = "Bearer good";

  test("none, as programs have none, and the own host's", () => {
    assert.equal(refused({ authorization }), "let in");
    assert.equal(refused({ authorization, origin: `http://${HOST}` }), "let in");
    assert.equal(refused({ authorization, origin: `https://${HOST.toUpperCase()}` }), "let in");
  });

  test("any other is refused before the token is looked at", () => {
    const others = ["null", "", "http://gateway.example", "http://gateway.example:8378", "https://evil", `x${HOST}`];
    for (const origin of others) {
      assert.equal(refused({ authorization, origin }), "HP-GATEWAY-FORBIDDEN", origin);
      assert.equal(refused({ origin }), "HP-GATEWAY-FORBIDDEN", origin);
    }
    assert.equal(refused({ authorization, origin: "http://a", host: undefined }), "HP-GATEWAY-FORBIDDEN");
  });
});

describe("parameters", () => {
  const authorization = "Bearer good";

  test("session and last id, the latter in a header too", () => {
    const { session, lastId } = opened({ authorization }, "/v1/stream?session=s%3A1&last_id=17");
    assert.deepEqual([session, lastId], ["s:1", 17]);
    assert.equal(opened({ authorization, "last-event-id": "0" }).lastId, 0);
    assert.equal(opened({ authorization, "last-event-id": "3" }, "/v1/stream?last_id=4").lastId, 4);
  });

  test("unknown, repeated and malformed ones are refused", () => {
    const queries = [
      "?a=1",
      "?session=a&session=b",
      "?session=",
      "?session=a%20b",
      `?session=${"x".repeat(129)}`,
      "?last_id=",
      "?last_id=01",
      "?last_id=1e3",
      "?last_id=9999999999999999",
    ];
    for (const query of queries) {
      assert.equal(refused({ authorization }, `/v1/stream${query}`), "HP-GATEWAY-QUERY", query);
    }
    assert.equal(refused({ authorization, "last-event-id": ["1", "2"] }), "HP-GATEWAY-QUERY");
  });

  test("other paths are not there", () => {
    for (const path of ["/", "/v1/stream/", "/v1/streams", "//v1/stream", "/v1/actions"]) {
      assert.equal(refused({ authorization }, path), "HP-GATEWAY-NOT-FOUND", path);
    }
  });
});
