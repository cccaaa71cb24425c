import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ECHO } from "./testing-http.ts";
import { answersIn, exchange, opened, wireRequest } from "../io/testing-socket.ts";

const SERVER = fileURLToPath(new URL("fixture/serve.ts", import.meta.url));
const SOCKETS = 9990;
const AT_ONCE = 200;

test("10,000 open sockets that say nothing leave room for a request", async (t) => {
  const server = spawn(process.execPath, ["--conditions=holdpoint-source", SERVER], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  t.after(() => server.stdin.end());
  const [line] = (await once(server.stdout, "data")) as [Buffer];
  const port = Number(new URL(line.toString()).port);
  const sockets: Socket[] = [];
  t.after(() => {
    for (const socket of sockets) socket.destroy();
  });
  while (sockets.length < SOCKETS) {
    const count = Math.min(AT_ONCE, SOCKETS - sockets.length);
    sockets.push(...(await Promise.all(Array.from({ length: count }, () => opened(port)))));
  }
  assert.equal(sockets.filter(({ destroyed }) => destroyed).length, 0);
  for (let request = 0; request < 5; request += 1) {
    const [answer] = answersIn(await exchange(port, wireRequest(JSON.stringify(ECHO))));
    assert.equal(answer?.status, 200);
  }
});
