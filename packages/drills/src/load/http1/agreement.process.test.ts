import assert from "node:assert/strict";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { ANSWER, HARMED } from "./testing-answers.ts";
import { PLANTS } from "./testing-faults.ts";
import { readAnswer } from "./testing-parser.ts";

/** What an answer is for Node's own parser: status and size of the body, or null where it finds none. */
type Opinion = { readonly status: number; readonly bodyBytes: number } | null;

const TIMEOUT_MS = 5000;

/** Node takes chunk extensions apart; we only look for their end, so that a space in one is nothing to us. */
const STRICTER = /\r\n[0-9A-Fa-f]+[ \t]*;/;

let next: Buffer = Buffer.alloc(0);
const server = createServer((socket) => {
  socket.on("error", () => undefined);
  socket.once("data", () => socket.end(next));
});
let port = 0;
before(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  ({ port } = server.address() as AddressInfo);
});
after(() => server.close());

/** The bytes and the end of the connection, read by `node:http`. */
function opinion(bytes: Buffer, method = "GET"): Promise<Opinion> {
  next = bytes;
  return new Promise((resolve) => {
    const asked = request({ host: "127.0.0.1", port, method, agent: false, timeout: TIMEOUT_MS });
    const none = (): void => {
      asked.destroy();
      resolve(null);
    };
    asked.on("error", none).on("timeout", none).on("upgrade", none).on("close", none);
    asked.on("response", (answer: IncomingMessage) => {
      let bodyBytes = 0;
      answer.on("error", none).on("data", (part: Buffer) => (bodyBytes += part.length));
      answer.on("end", () => resolve(answer.complete ? { status: answer.statusCode ?? 0, bodyBytes } : null));
    });
    asked.end();
  });
}

function ours(bytes: Buffer, method = "GET"): Opinion {
  const { state, status, bodyBytes } = readAnswer(bytes, { method, ends: true });
  return state === "done" ? { status, bodyBytes } : null;
}

describe("beside Node's own parser", () => {
  test("a sound answer is the same one", async () => {
    await fc.assert(
      fc.asyncProperty(ANSWER, async ({ text }) => {
        const bytes = Buffer.from(text, "latin1");
        assert.deepEqual(await opinion(bytes), ours(bytes));
      }),
      { numRuns: 200 },
    );
  });

  test("a harmed answer that counts for us counts for Node, and is the same one", async () => {
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(HARMED, async ({ bytes }) => {
        const mine = ours(bytes);
        if (mine === null) return;
        counted += 1;
        const theirs = await opinion(bytes);
        if (theirs === null && STRICTER.test(bytes.toString("latin1"))) return;
        assert.deepEqual(theirs, mine);
      }),
      { numRuns: 400 },
    );
    assert.ok(counted > 20, `${counted} were looked at`);
  });

  test("what Node takes and we do not", async () => {
    const laxer: string[] = [];
    for (const [fault, text, { method, limits }] of PLANTS.map((each) => [each[0], each[1], each[2] ?? {}] as const)) {
      if (limits !== undefined) continue;
      const theirs = await opinion(Buffer.from(text, "latin1"), method);
      if (theirs !== null) laxer.push(text);
      else assert.equal(readAnswer(text, { ends: true, ...(method === undefined ? {} : { method }) }).fault, fault);
    }
    const chunks = "0\r\n\r\n";
    assert.deepEqual(laxer, [
      // An empty line before, 099, NUL in the reason, versions 2.0 and 0.9.
      "\r\nHTTP/1.1 200 OK\r\n\r\n",
      "HTTP/1.1 099 Low\r\n\r\n",
      "HTTP/1.1 200 O\0K\r\n\r\n",
      "HTTP/2.0 200 OK\r\n\r\n",
      "HTTP/0.9 200 OK\r\n\r\n",
      // Chunked, but not last, or in 1.0: two readers may see two ends.
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, gzip\r\n\r\n",
      `HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}`,
      // A second answer to one question.
      "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
      // An upgrade that nobody asked for.
      "HTTP/1.1 101 Switching\r\n\r\n",
    ]);
  });
});
