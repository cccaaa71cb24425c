import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { Socket } from "node:net";
import { describe, test } from "node:test";
import type { TestContext } from "node:test";
import type { Exchange, Transport } from "../../load/wire.ts";
import { ask, clockUs, NO_TLS, until } from "./testing-asking.ts";
import { listening } from "./testing-servers.ts";
import { webSocketTransport } from "./websocket-transport.ts";

const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const [TEXT, CLOSE, PING, PONG] = [1, 8, 9, 10] as const;

/** A short frame of a server. */
const frame = (opcode: number, payload: Buffer | string): Buffer =>
  Buffer.concat([Buffer.from([0x80 | opcode, Buffer.byteLength(payload)]), Buffer.from(payload)]);

/** Short frames of a client, unmasked: `opcode payload`. */
function taken(bytes: Buffer): string[] {
  const frames: string[] = [];
  for (let at = 0; at + 6 <= bytes.length;) {
    assert.equal((bytes[at + 1] ?? 0) & 0x80, 0x80, "a client masks");
    const size = (bytes[at + 1] ?? 0) & 0x7f;
    const mask = bytes.subarray(at + 2, at + 6);
    const payload = bytes.subarray(at + 6, at + 6 + size).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
    frames.push(`${(bytes[at] ?? 0) & 15} ${Buffer.from(payload).toString("hex")}`);
    at += 6 + size;
  }
  return frames;
}

interface Scene {
  readonly transport: Transport;
  /** Frames of the client, over all connections. */
  readonly told: () => readonly string[];
}

async function scene(t: TestContext, act: (socket: Socket, opcode: number) => void, more = ""): Promise<Scene> {
  const parts: Buffer[] = [];
  const made = createServer().on("upgrade", (request, socket: Socket) => {
    const accept = createHash("sha1").update(`${request.headers["sec-websocket-key"]}${GUID}`).digest("base64");
    const head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n";
    socket.on("error", () => undefined);
    socket.write(`${head}Sec-WebSocket-Accept: ${accept}\r\n${more}\r\n`);
    socket.on("data", (bytes: Buffer) => {
      parts.push(bytes);
      act(socket, (bytes[0] ?? 0) & 15);
    });
  });
  const server = await listening(made);
  const url = `ws://127.0.0.1:${server.port}/`;
  const transport = webSocketTransport<Exchange>({ url, tls: NO_TLS, timeoutMs: 5000, clockUs });
  t.after(async () => {
    await transport.close();
    await server.close();
  });
  return { transport, told: () => taken(Buffer.concat(parts)) };
}

describe("what a client of WebSockets owes", () => {
  test("a ping is answered with all that it said, also between the fragments of an answer", async (t) => {
    const any = Buffer.from(Array.from({ length: 125 }, (_, index) => index * 2));
    const { transport, told } = await scene(t, (socket, opcode) => {
      if (opcode !== TEXT) return;
      const first = frame(TEXT, "an");
      first[0] = TEXT;
      socket.write(Buffer.concat([first, frame(PING, any), frame(PING, ""), frame(0, "swer")]));
    });
    await transport.connect(1);
    const { answer } = await ask(transport, { body: "a", keep: "all" });
    assert.equal(answer?.body?.toString(), "answer");
    await until(() => told().length === 3);
    assert.deepEqual(told(), [`${TEXT} 61`, `${PONG} ${any.toString("hex")}`, `${PONG} `]);
  });

  for (const [what, sent, close, failure] of [
    [
      "a close is said back, code and reason",
      frame(CLOSE, Buffer.from("0fa3627965", "hex")),
      "0fa3627965",
      "closed-early",
    ],
    ["a close without a code too", frame(CLOSE, ""), "", "closed-early"],
    ["a close with a code that there is not", frame(CLOSE, Buffer.from("03ed", "hex")), "03ea", "malformed-answer"],
    ["text that is none", frame(TEXT, Buffer.from("c328", "hex")), "03ef", "malformed-answer"],
    ["reserved bits", Buffer.from([0xc1, 0]), "03ea", "malformed-answer"],
    ["an opcode that means nothing", frame(3, ""), "03ea", "malformed-answer"],
    ["a mask", Buffer.from([0x81, 0x80, 0, 0, 0, 0]), "03ea", "malformed-answer"],
    ["more than is taken", Buffer.from([0x82, 127, 0, 0, 0, 0, 1, 0, 0, 1]), "03f1", "answer-too-large"],
  ] as const) {
    test(`${what}: the server is told, the request has failed, the next one goes well`, async (t) => {
      let asked = 0;
      const { transport, told } = await scene(t, (socket, opcode) => {
        if (opcode === TEXT) socket.write((asked += 1) === 1 ? sent : frame(TEXT, "fine"));
      });
      await transport.connect(1);
      assert.equal((await ask(transport, { body: "a" })).failure, failure);
      assert.equal((await ask(transport, { body: "b", keep: "all" })).answer?.body?.toString(), "fine");
      assert.deepEqual(told(), [`${TEXT} 61`, `${CLOSE} ${close}`, `${TEXT} 62`]);
    });
  }

  test("at its end it says good-bye", async (t) => {
    const { transport, told } = await scene(t, (socket) => socket.write(frame(TEXT, "fine")));
    await transport.connect(2);
    await ask(transport, { body: "a" });
    await transport.close();
    await until(() => told().length === 3);
    assert.deepEqual(told().toSorted(), [`${TEXT} 61`, `${CLOSE} 03e8`, `${CLOSE} 03e8`]);
  });

  test("a subprotocol or an extension that nobody asked for opens nothing", async (t) => {
    for (const more of ["Sec-WebSocket-Protocol: chat\r\n", "Sec-WebSocket-Extensions: permessage-deflate\r\n"]) {
      const { transport } = await scene(t, () => undefined, more);
      assert.deepEqual(await transport.connect(1), ["no-websocket"]);
    }
  });
});
