import assert from "node:assert/strict";
import { test } from "node:test";
import { isNetwork } from "./networks.ts";

test("networks of both families", () => {
  const networks = ["10.0.0.0/8", "127.0.0.1/32", "0.0.0.0/0", "fd00::/8", "::1/128", "::/0", "2001:db8::/32"];
  assert.deepEqual(
    networks.filter((text) => !isNetwork(text)),
    [],
  );
});

test("anything else is none", () => {
  const none = [
    "",
    "10.0.0.0",
    "10.0.0/8",
    "10.0.0.0/33",
    "10.0.0.256/8",
    "010.0.0.0/8",
    "10.0.0.0/08",
    "10.0.0.0/-1",
    "10.0.0.0/8/8",
    "fd00::/129",
    "fd00:::/8",
    "::g/8",
    "example.com/8",
    "]/8",
    "a:b]c/8",
  ];
  assert.deepEqual(none.filter(isNetwork), []);
});
