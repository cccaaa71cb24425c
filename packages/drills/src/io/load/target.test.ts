import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { WireFailure } from "../../load/wire.ts";
import { Addresses } from "./addresses.ts";
import { http2Headers } from "./http2-headers.ts";
import { socketFailure } from "./socket-failure.ts";
import { targetOf } from "./target.ts";
import { NO_TLS, requestOf } from "./testing-asking.ts";

describe("where connections lead", () => {
  test("host, port and the name that is asked for", () => {
    const of = (url: string): unknown[] => {
      const { host, port, tls, serverName } = targetOf(url, NO_TLS);
      return [host, port, tls === null ? "plain" : "tls", serverName];
    };
    assert.deepEqual(of("http://a.example/x"), ["a.example", 80, "plain", "a.example"]);
    assert.deepEqual(of("https://a.example"), ["a.example", 443, "tls", "a.example"]);
    assert.deepEqual(of("ws://a.example:81"), ["a.example", 81, "plain", "a.example"]);
    assert.deepEqual(of("wss://127.0.0.1:81"), ["127.0.0.1", 81, "tls", ""]);
    assert.deepEqual(of("https://[::1]:82/"), ["::1", 82, "tls", ""]);
    assert.equal(targetOf("https://127.0.0.1", { ...NO_TLS, serverName: "b.example" }).serverName, "b.example");
  });

  test("the address that answered comes first; a name is asked for again once it is forgotten", async () => {
    const addresses = new Addresses("127.0.0.1");
    assert.deepEqual(await addresses.all(), ["127.0.0.1"]);
    addresses.prefer("::1");
    assert.deepEqual(await addresses.all(), ["::1", "127.0.0.1"]);
    addresses.prefer("127.0.0.1");
    assert.deepEqual(await addresses.all(), ["127.0.0.1", "::1"]);
    addresses.forget();
    assert.deepEqual(await addresses.all(), ["127.0.0.1"]);
    await assert.rejects(new Addresses("nowhere.invalid").all());
  });
});

describe("what errors of sockets are called", () => {
  const error = (code: string): Error => Object.assign(new Error("planted"), { code });
  const cases: readonly (readonly [code: string, stage: "connecting" | "handshake" | "open", failure: WireFailure])[] =
    [
      ["ECONNREFUSED", "connecting", "refused"],
      ["ETIMEDOUT", "connecting", "connect-timeout"],
      ["EHOSTUNREACH", "connecting", "connection"],
      ["ECONNRESET", "handshake", "tls"],
      ["DEPTH_ZERO_SELF_SIGNED_CERT", "handshake", "tls-untrusted"],
      ["CERT_HAS_EXPIRED", "handshake", "tls-expired"],
      ["ERR_TLS_CERT_ALTNAME_INVALID", "handshake", "tls-wrong-name"],
      ["ERR_SSL_WRONG_VERSION_NUMBER", "handshake", "tls"],
      ["constructor", "handshake", "tls"],
      ["ECONNRESET", "open", "reset"],
      ["EPIPE", "open", "reset"],
      ["ETIMEDOUT", "open", "connection"],
      ["EMFILE", "connecting", "connection"],
    ];
  for (const [code, stage, failure] of cases) {
    test(`${code} while ${stage}`, () => assert.equal(socketFailure(error(code), stage), failure));
  }

  test("something without a code", () => assert.equal(socketFailure(null, "open"), "connection"));
});

test("headers of HTTP/2: lower case, of one name apart, none of a connection", () => {
  const headers = [
    ["Connection", "close"],
    ["Transfer-Encoding", "chunked"],
    ["Accept", "a"],
    ["ACCEPT", "b"],
  ] as const;
  assert.deepEqual(http2Headers(requestOf({ path: "/x?y", headers }), new URL("https://a.example:8443/base")), {
    accept: ["a", "b"],
    ":method": "GET",
    ":path": "/x?y",
    ":scheme": "https",
    ":authority": "a.example:8443",
  });
});
