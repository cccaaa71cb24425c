import assert from "node:assert/strict";
import { test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import { assertMayListen, isLoopback } from "./may-listen.ts";

const LOCAL = ["127.0.0.1", "127.255.0.9", "localhost", "LOCALHOST", "::1", "[::1]"];
const REACHABLE = [
  "0.0.0.0",
  "::",
  "",
  "10.0.0.1",
  "127.0.0.1.example.com",
  "127.0.0.256",
  "127.1",
  "0127.0.0.1",
  "localhost.example.com",
  "::ffff:127.0.0.1",
  "::2",
  "example.com",
];

test("only this machine's own addresses are loopback; what is not known counts as reachable", () => {
  assert.deepEqual(
    LOCAL.filter((host) => !isLoopback(host)),
    [],
  );
  assert.deepEqual(REACHABLE.filter(isLoopback), []);
});

test("a gateway that others reach does not start without tokens of somebody's making", () => {
  for (const host of REACHABLE) {
    assert.throws(
      () => assertMayListen(host, false),
      (error) => error instanceof HoldpointError && error.code === "HP-GATEWAY-TOKENS-REQUIRED",
      host,
    );
    assert.doesNotThrow(() => assertMayListen(host, true));
  }
  for (const host of LOCAL) assert.doesNotThrow(() => assertMayListen(host, false));
});
