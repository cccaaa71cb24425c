import assert from "node:assert/strict";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { scratch } from "@holdpoint/testkit";
import { startRealGateway } from "./fixture/real-gateway.ts";

/** Far less than a silent connection is kept, and more than a drain and the time to read an answer. */
const TIMEOUT_MS = 45_000;

test("who sends a body without an end does not hold up the end of the gateway", { timeout: TIMEOUT_MS }, async (t) => {
  const data = scratch(t);
  const gateway = await startRealGateway(t, { data });
  const { hostname, port } = new URL(gateway.url);
  const socket = connect(Number(port), hostname);
  t.after(() => socket.destroy());
  socket.on("error", () => undefined);
  await once(socket, "connect");
  const head = ["POST /v1/actions HTTP/1.1", "Host: x", `Authorization: Bearer ${gateway.tokens["requester"]}`];
  socket.write([...head, "Content-Type: application/json", "Content-Length: 1000", "", "{"].join("\r\n"));
  const cut = once(socket, "close");
  await delay(200);
  assert.equal(socket.readyState, "open");
  assert.equal(await gateway.end("SIGTERM"), 0);
  await cut;
  const store = readdirSync(data).filter((name) => name.startsWith("ledger.db"));
  assert.deepEqual(store, ["ledger.db"], "its journal is gone");
});
