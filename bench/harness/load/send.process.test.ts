import assert from "node:assert/strict";
import type { RequestListener, Server } from "node:http";
import { createServer } from "node:http";
import { after, describe, test } from "node:test";
import type { HttpLoad } from "./http-load.ts";
import { send } from "./send.ts";

const LOAD: Omit<HttpLoad, "url"> = {
  headers: { Authorization: "Bearer a" },
  bodies: ['{"n":1}', '{"n":2}'],
  connections: 4,
  warmUpMs: 50,
  measureMs: 200,
  expectStatus: 200,
  expectText: '"ok":true',
};

const servers: Server[] = [];

function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
    });
  });
}

function answer(text: string, status = 200): RequestListener {
  return (_, response) => response.writeHead(status, { "content-length": Buffer.byteLength(text) }).end(text);
}

describe("the sender", () => {
  after(() => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });

  test("sends every body in turn, over as many connections as it was told, and counts the answers", async () => {
    const bodies = new Map<string, number>();
    const sockets = new Set<unknown>();
    let requests = 0;
    const url = await serve((request, response) => {
      requests += 1;
      sockets.add(request.socket);
      assert.equal(request.headers.authorization, "Bearer a");
      let body = "";
      request.setEncoding("utf8").on("data", (text: string) => {
        body += text;
      });
      request.on("end", () => {
        bodies.set(body, (bodies.get(body) ?? 0) + 1);
        answer('{"ok":true}')(request, response);
      });
    });
    const result = await send({ ...LOAD, url });
    assert.deepEqual([...bodies.keys()].toSorted(), LOAD.bodies);
    assert.equal(sockets.size, LOAD.connections);
    assert.equal(result.all, requests);
    assert.ok(result.done > 0 && result.done <= result.all);
    assert.equal(result.lastBody, '{"ok":true}');
    assert.ok(result.senderCores >= 0);
  });

  test("on a schedule it sends as many as are due, no more", async () => {
    let requests = 0;
    const url = await serve((request, response) => {
      requests += 1;
      request.resume();
      answer('{"ok":true}')(request, response);
    });
    const result = await send({ ...LOAD, url, perSecond: 100 });
    assert.equal(requests, 25);
    assert.deepEqual([result.all, result.done], [25, 20]);
    assert.ok(result.lateMs !== undefined);
  });

  test("paths are asked for in turn", async () => {
    const paths = new Set<string>();
    const url = await serve((request, response) => {
      paths.add(`${request.method ?? ""} ${request.url ?? ""}`);
      answer('{"ok":true}')(request, response);
    });
    await send({ ...LOAD, url, bodies: [null], paths: ["/a", "/b?c=1"] });
    assert.deepEqual([...paths].toSorted(), ["GET /a", "GET /b?c=1"]);
  });

  test("an answer that is not the expected one, or none, fails the load and says what it was", async () => {
    const plants: readonly (readonly [RequestListener, RegExp])[] = [
      [answer('{"ok":true}', 503), /expected 200 with "ok":true, got 503/],
      [answer('{"ok":false}'), /got 200: \{"ok":false\}/],
      [(request) => request.socket.destroy(), /closed a connection|ECONNRESET/],
      [
        (request) => {
          request.socket.end("HTTP/1.1 200 OK\r\n\r\n");
        },
        /not an HTTP\/1\.1 answer/,
      ],
    ];
    let refused = 0;
    for (const [listener, expected] of plants) {
      await assert.rejects(send({ ...LOAD, url: await serve(listener) }), expected);
      refused += 1;
    }
    assert.equal(refused, 4);
  });

  test("where nobody listens it fails", async () => {
    await assert.rejects(send({ ...LOAD, url: "http://127.0.0.1:1" }), /ECONNREFUSED/);
  });
});
