import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { createServer } from "node:net";
import { test } from "node:test";
import { guardedConnector } from "./connector.ts";
import type { DestinationGuard } from "./destination-guard.ts";

test("what it is connected to in the end is judged again, and not used when it is refused", async (context) => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  context.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const connect = (guard: DestinationGuard): Promise<{ error: unknown; socket: Socket | null }> =>
    new Promise((resolve) => {
      const options = { hostname: "127.0.0.1", protocol: "http:", port: String(port) };
      guardedConnector(guard)(options, (error, socket) => resolve({ error, socket }));
    });
  const { error, socket } = await connect(() => null);
  assert.equal(error, null);
  socket?.destroy();
  let asked = 0;
  const fickle = await connect((address) => {
    asked += 1;
    return asked === 1 ? null : `${address} is not what was judged`;
  });
  assert.deepEqual(
    [fickle.socket, (fickle.error as { code: unknown }).code, asked],
    [null, "HP-ACTION-DESTINATION", 2],
  );
  while (sockets.length < 2) await once(server, "connection");
  const [, second] = sockets;
  if (second?.destroyed === false) await once(second.resume(), "close");
  assert.equal(second?.bytesRead, 0);
});
