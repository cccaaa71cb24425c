import assert from "node:assert/strict";
import { once } from "node:events";
import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import { describe, test } from "node:test";
import { createClient } from "./create-client.ts";
import { GatewayError } from "./errors.ts";
import { ANSWER_SIZE_BYTES_MAX, readBody } from "./read-body.ts";

const ECHO = { adapter: "echo", operation: "echo", arguments: {} } as const;

async function listening(t: TestContext, answer: Parameters<typeof createServer>[1]): Promise<[Server, string]> {
  const server = createServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return [server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`];
}

async function failure(promise: Promise<unknown>): Promise<GatewayError> {
  const error = await promise.catch((thrown: unknown) => thrown);
  assert.ok(error instanceof GatewayError, String(error));
  return error;
}

describe("over a real connection", () => {
  test("one that is cut is repeated with the same key until it is answered", async (t) => {
    const keys: (string | undefined)[] = [];
    const [, url] = await listening(t, (request, response) => {
      keys.push(request.headers["idempotency-key"] as string | undefined);
      if (keys.length < 3) request.socket.destroy();
      else response.end('{"id":"act_1","state":"SUCCEEDED"}');
    });
    const { action } = await createClient({ url, token: "t", random: () => 0 }).submit(ECHO);
    assert.equal(action.state, "SUCCEEDED");
    assert.equal(keys.length, 3);
    assert.equal(new Set(keys).size, 1);
    assert.match(keys[0] ?? "", /^"[0-9a-f-]{36}"$/);
  });

  test("nobody listens", async (t) => {
    const [server, url] = await listening(t, () => undefined);
    server.close();
    await once(server, "close");
    const error = await failure(createClient({ url, token: "t", retries: 1, random: () => 0 }).health());
    assert.deepEqual([error.code, error.status], ["HP-GATEWAY-UNREACHABLE", 0]);
    assert.match(error.message, /ECONNREFUSED/);
  });

  test("an answer that does not come is not waited for longer than said", async (t) => {
    const [, url] = await listening(t, () => undefined);
    const error = await failure(createClient({ url, token: "t", retries: 0, timeoutMs: 50 }).get("a"));
    assert.match(error.message, /timeout/i);
    const [, slow] = await listening(t, (_, response) => response.write("{"));
    await failure(createClient({ url: slow, token: "t", retries: 0, timeoutMs: 50 }).get("a"));
  });

  test("a redirect is not followed: the token would go with it", async (t) => {
    const seen: (string | undefined)[] = [];
    const [, other] = await listening(t, (request, response) => {
      seen.push(request.headers.authorization);
      response.end("{}");
    });
    const [, url] = await listening(t, (_, response) => response.writeHead(307, { location: other }).end());
    await failure(createClient({ url, token: "t", retries: 0 }).get("a"));
    assert.deepEqual(seen, []);
  });
});

test("an answer larger than the bound, or not UTF-8, is not read", async () => {
  assert.ok(ANSWER_SIZE_BYTES_MAX >= 1_048_576);
  assert.equal(await readBody(new Response("é".repeat(5)), 10), "é".repeat(5));
  assert.equal(await readBody(new Response(null), 0), "");
  await assert.rejects(readBody(new Response("x".repeat(11)), 10), /more than 10 bytes/);
  await assert.rejects(readBody(new Response(Uint8Array.from([0x22, 0xff])), 10));
});
