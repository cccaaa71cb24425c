import assert from "node:assert/strict";
import { createServer } from "node:http";
import { createServer as createHttps } from "node:https";
import type { Server } from "node:http";
import type { Socket } from "node:net";
import { after, before, describe, test } from "node:test";
import { createHash } from "node:crypto";
import type { Exchange, Transport, WireFailure } from "../../load/wire.ts";
import { ask, clockUs, NO_TLS, requestOf, until } from "./testing-asking.ts";
import { selfSigned } from "./testing-certificate.ts";
import type { Listening } from "./testing-servers.ts";
import { listening } from "./testing-servers.ts";
import type { WebSocketTransportTerms } from "./websocket-transport.ts";
import { webSocketTransport } from "./websocket-transport.ts";

const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/** A frame of a server, not masked; under 126 bytes. */
function frame(opcode: number, text: string): Buffer {
  return Buffer.concat([Buffer.from([128 | opcode, text.length]), Buffer.from(text)]);
}

/** What is said back to each message, as bytes. */
function answerTo(message: string, socket: Socket): void {
  const [word = "", id = "0"] = message.startsWith("{")
    ? ["id", String((JSON.parse(message) as { id: number }).id)]
    : [message];
  const answers: Readonly<Record<string, () => unknown>> = {
    hello: () => socket.write(frame(1, "world")),
    ping: () => socket.write(Buffer.concat([frame(9, "are you there"), frame(1, "pinged")])),
    two: () => socket.write(Buffer.concat([frame(1, "first"), frame(1, "second")])),
    id: () => socket.write(Buffer.concat([frame(1, '{"id":-1}'), frame(1, "push"), frame(1, `{"id":${id},"ok":1}`)])),
    close: () => socket.write(frame(8, "")),
    gone: () => socket.destroy(),
    reset: () => socket.resetAndDestroy(),
    masked: () => socket.write(Buffer.from([129, 129, 0, 0, 0, 0, 65])),
    pieces: () => {
      socket.write(frame(1, "whole").subarray(0, 3));
      setTimeout(() => socket.write(frame(1, "whole").subarray(3)), 20);
    },
  };
  answers[word]?.();
}

/** Opcodes that came in. */
const opcodes: number[] = [];

function withUpgrade<Each extends Server>(server: Each): Each {
  server.on("upgrade", (request, socket: Socket) => {
    socket.on("error", () => undefined);
    const key = String(request.headers["sec-websocket-key"]);
    const accept = createHash("sha1")
      .update(`${request.url === "/wrong" ? "x" : key}${GUID}`)
      .digest("base64");
    if (request.url === "/no") {
      socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    if (request.url === "/noise") {
      socket.end("noise\r\n");
      return;
    }
    const early = request.url === "/early" ? frame(1, "welcome").toString("latin1") : "";
    const head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade";
    socket.write(Buffer.from(`${head}\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n${early}`, "latin1"));
    socket.on("data", (bytes: Buffer) => {
      const size = (bytes[1] ?? 0) & 127;
      opcodes.push((bytes[0] ?? 0) & 15);
      const mask = bytes.subarray(2, 6);
      const text = bytes.subarray(6, 6 + size).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
      if (((bytes[0] ?? 0) & 15) === 1) answerTo(Buffer.from(text).toString("utf8"), socket);
    });
  });
  return server;
}

let server: Listening;
before(async () => {
  server = await listening(withUpgrade(createServer()));
});
after(() => server.close());

async function over<Value>(
  terms: Partial<WebSocketTransportTerms> & { path?: string },
  act: (transport: Transport, failures: readonly WireFailure[]) => Promise<Value>,
): Promise<Value> {
  const url = `ws://127.0.0.1:${server.port}${terms.path ?? "/"}`;
  const transport = webSocketTransport<Exchange>({ url, tls: NO_TLS, timeoutMs: 5000, clockUs, ...terms });
  try {
    return await act(transport, await transport.connect(1));
  } finally {
    await transport.close();
  }
}

async function say(transport: Transport, body: string): Promise<string> {
  const { answer, failure } = await ask(transport, { body, keep: "all" });
  return answer?.body?.toString() ?? String(failure);
}

describe("messages over a WebSocket", () => {
  test("question and answer, one after the other on one connection", async () => {
    const before = server.connections();
    await over({}, async (transport) => {
      for (const [question, answer] of [
        ["hello", "world"],
        ["pieces", "whole"],
        ["hello", "world"],
      ] as const) {
        assert.equal(await say(transport, question), answer);
      }
      const { answer } = await ask(transport, { body: "hello", keep: "nothing" });
      assert.deepEqual(answer, { status: 200, bodyBytes: 5, headers: null, body: null });
    });
    assert.equal(server.connections() - before, 1);
  });

  test("a ping is answered and is no answer", async () => {
    await over({}, async (transport) => {
      assert.equal(await say(transport, "ping"), "pinged");
      await until(() => opcodes.includes(10));
    });
  });

  test("what came in with an answer does not answer the next question", async () => {
    await over({}, async (transport) => {
      const answers: string[] = [];
      const send = (question: string): boolean =>
        transport.send({
          request: requestOf({ body: question }),
          keep: "all",
          sent: () => undefined,
          answered: (_, { body }) => answers.push(String(body)),
          failed: (_, failure) => answers.push(failure),
        });
      transport.onIdle = () => {
        if (answers.length === 1) assert.equal(send("hello"), true, "in the very moment of the answer");
      };
      send("two");
      await until(() => answers.length === 2);
      assert.deepEqual(answers, ["first", "world"]);
    });
  });

  test("a greeting that nobody asked for is passed over", async () => {
    await over({ path: "/early" }, async (transport) => {
      assert.equal(await say(transport, "hello"), "world");
      assert.equal(transport.strayAnswers, 0);
    });
  });

  test("with a member that both have, the answer is the one that has the question's", async () => {
    await over({ correlate: "id" }, async (transport) => {
      assert.equal(await say(transport, '{"id":7}'), '{"id":7,"ok":1}');
      assert.equal(await say(transport, '{"id":8}'), '{"id":8,"ok":1}');
    });
    await over({}, async (transport) => assert.equal(await say(transport, '{"id":7}'), '{"id":-1}'));
  });

  test("over TLS", async () => {
    const certificate = selfSigned();
    const secret = await listening(withUpgrade(createHttps(certificate)));
    try {
      const url = `wss://localhost:${secret.port}/`;
      await over({ url, tls: { ...NO_TLS, ca: certificate.cert } }, async (transport) => {
        assert.equal(await say(transport, "hello"), "world");
      });
      await over({ url }, (_, failures) => {
        assert.deepEqual(failures, ["tls-untrusted"]);
        return Promise.resolve();
      });
    } finally {
      await secret.close();
    }
  });
});

describe("failures", () => {
  const failures: Readonly<Record<string, WireFailure>> = {
    close: "closed-early",
    gone: "closed-early",
    reset: "reset",
    masked: "malformed-answer",
    silence: "timeout",
  };
  for (const [word, failure] of Object.entries(failures)) {
    test(`${word} is ${failure}, and the next one goes well`, async () => {
      await over({ timeoutMs: 1500 }, async (transport) => {
        assert.equal(await say(transport, word), failure);
        assert.equal(await say(transport, "hello"), "world");
      });
    });
  }

  test("a handshake that is turned down, answered wrongly, or no HTTP", async () => {
    for (const [path, failure] of [
      ["/no", "no-websocket"],
      ["/wrong", "no-websocket"],
      ["/noise", "malformed-answer"],
    ] as const) {
      await over({ path }, (transport, told) => {
        assert.deepEqual([told, transport.idle], [[failure], 0]);
        return Promise.resolve();
      });
    }
  });
});
