import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { FrameFault } from "./frame-reader.ts";
import { FrameReader } from "./frame-reader.ts";
import { BINARY, clientFrame, CLOSE, CONTINUATION, PING, PONG, TEXT } from "./frames.ts";

/** One frame as a server sends it. */
function frame(
  opcode: number,
  payload: string | Buffer,
  bits: { fin?: boolean; reserved?: number; mask?: number } = {},
): Buffer {
  const bytes = Buffer.from(payload);
  const { fin = true, reserved = 0, mask = 0 } = bits;
  const size = bytes.length;
  const head = size < 126 ? [size | mask] : size < 65_536 ? [126 | mask, size >> 8, size & 255] : [127 | mask];
  const start = Buffer.from([(fin ? 128 : 0) | reserved | opcode, ...head]);
  if (size < 65_536) return Buffer.concat([start, bytes]);
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(size));
  return Buffer.concat([start, length, bytes]);
}

interface Seen {
  readonly events: readonly string[];
  readonly fault: FrameFault | null;
}

function read(bytes: Buffer, cuts: readonly number[] = [], max?: number): Seen {
  const events: string[] = [];
  const reader = new FrameReader(
    {
      message: (payload, text) =>
        events.push(`${text ? "text" : "binary"} ${payload.length} ${payload.toString("latin1", 0, 20)}`),
      ping: (payload) => events.push(`ping ${payload.toString("latin1")}`),
      closed: () => events.push("closed"),
    },
    max,
  );
  let from = 0;
  for (const to of [...cuts.filter((cut) => cut < bytes.length).toSorted((a, b) => a - b), bytes.length]) {
    const piece = Buffer.concat([Buffer.from("?"), bytes.subarray(from, to)]);
    reader.read(piece, 1, piece.length);
    piece.fill("!");
    from = to;
  }
  return { events, fault: reader.fault };
}

describe("frames of a server", () => {
  test("messages of every length, text and binary", () => {
    for (const size of [0, 1, 125, 126, 127, 65_535, 65_536, 100_000]) {
      const payload = "m".repeat(size);
      const wanted = `${size} ${payload.slice(0, 20)}`;
      assert.deepEqual(read(frame(TEXT, payload)), { events: [`text ${wanted}`], fault: null });
      assert.deepEqual(read(frame(BINARY, payload)), { events: [`binary ${wanted}`], fault: null });
    }
  });

  test("a message in fragments with a ping between them; a pong is nobody's business", () => {
    const bytes = Buffer.concat([
      frame(TEXT, "a", { fin: false }),
      frame(PING, "p"),
      frame(CONTINUATION, "", { fin: false }),
      frame(PONG, "x"),
      frame(CONTINUATION, "bc"),
      frame(TEXT, "d"),
    ]);
    assert.deepEqual(read(bytes).events, ["ping p", "text 3 abc", "text 1 d"]);
  });

  test("after a close frame nothing is read", () => {
    const bytes = Buffer.concat([frame(CLOSE, Buffer.from([3, 232])), frame(TEXT, "late"), Buffer.from("noise")]);
    assert.deepEqual(read(bytes), { events: ["closed"], fault: null });
  });

  test("a character that is cut by a fragment is whole in its message", () => {
    const [first, second] = [Buffer.from("ä").subarray(0, 1), Buffer.from("ä").subarray(1)];
    assert.deepEqual(
      read(Buffer.concat([frame(TEXT, first, { fin: false }), frame(CONTINUATION, second)])).fault,
      null,
    );
  });
});

describe("what is no frame", () => {
  const plants: readonly (readonly [fault: FrameFault, bytes: Buffer])[] = [
    ["reserved-bits", frame(TEXT, "a", { reserved: 64 })],
    ["masked", frame(TEXT, "a", { mask: 128 })],
    ["opcode", frame(3, "a")],
    ["opcode", frame(11, "a")],
    ["control-frame", frame(PING, "a", { fin: false })],
    ["control-frame", frame(PING, "a".repeat(126))],
    ["continuation", frame(CONTINUATION, "a")],
    ["continuation", Buffer.concat([frame(TEXT, "a", { fin: false }), frame(TEXT, "b")])],
    ["length", Buffer.from([129, 126, 0, 5, 104])],
    ["length", Buffer.from([129, 127, 0, 0, 0, 0, 0, 0, 0, 5, 104])],
    ["message-too-large", Buffer.from([129, 127, 127, 0, 0, 0, 0, 0, 0, 0])],
    ["message-too-large", frame(TEXT, "a".repeat(65))],
    [
      "message-too-large",
      Buffer.concat([frame(TEXT, "a".repeat(60), { fin: false }), frame(CONTINUATION, "b".repeat(5))]),
    ],
    ["not-utf-8", frame(TEXT, Buffer.from([0xc3, 0x28]))],
  ];
  for (const [fault, bytes] of plants) {
    test(`${fault}: ${bytes.toString("hex").slice(0, 30)}`, () => {
      const whole = read(bytes, [], 64);
      assert.deepEqual([whole.fault, whole.events], [fault, []]);
      const everywhere = [...bytes.keys()];
      assert.deepEqual(read(bytes, everywhere, 64), whole, "byte after byte too");
    });
  }

  test("where it is cut makes no difference, whatever it is", () => {
    const part = fc.oneof(
      fc
        .tuple(fc.constantFrom(0, 1, 2, 9, 10), fc.string({ maxLength: 9 }), fc.boolean())
        .map(([opcode, text, fin]) => frame(opcode, text, { fin })),
      fc.uint8Array({ maxLength: 4 }).map((noise) => Buffer.from(noise)),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.array(fc.nat(60), { maxLength: 6 }), (parts, cuts) => {
        const bytes = Buffer.concat(parts);
        assert.deepEqual(read(bytes, cuts), read(bytes));
      }),
    );
  });
});

test("frames of a client are masked, and come out as they went in", () => {
  const mask = Buffer.from([1, 2, 3, 255]);
  for (const size of [0, 5, 125, 126, 65_535, 65_536]) {
    const payload = Buffer.alloc(size, "xyz");
    const sent = clientFrame(TEXT, payload, mask);
    const start = sent.length - size;
    assert.deepEqual([sent[0], (sent[1] ?? 0) >> 7], [129, 1]);
    assert.deepEqual(sent.subarray(start - 4, start), mask);
    const plain = sent.subarray(start).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
    assert.ok(payload.equals(plain));
    const unmasked = Buffer.concat([sent.subarray(0, start - 4), plain]);
    unmasked[1] = (unmasked[1] ?? 0) & 127;
    assert.deepEqual(read(unmasked).events, [`text ${size} ${payload.toString("latin1", 0, 20)}`]);
  }
});
