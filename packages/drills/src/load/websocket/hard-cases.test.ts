import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { closeBody, isCloseBody } from "./close-body.ts";
import type { FrameFault } from "./frame-reader.ts";
import { FrameReader } from "./frame-reader.ts";
import { BINARY, CLOSE, CONTINUATION, PING, PONG, TEXT } from "./frames.ts";

interface Bits {
  readonly fin?: boolean;
  readonly reserved?: number;
}

const FIN = 0x80;
const open = { fin: false } as const;

/** A frame of a server; its length in the form of so many bytes, or in the shortest one. */
function frame(
  opcode: number,
  payload: Buffer | string = "",
  { fin = true, reserved = 0 }: Bits = {},
  form = 0,
): Buffer {
  const bytes = Buffer.from(payload);
  const wide = Buffer.alloc(8);
  wide.writeBigUInt64BE(BigInt(bytes.length));
  const least = bytes.length < 126 ? 1 : bytes.length < 65_536 ? 2 : 8;
  const length = {
    1: Buffer.from([bytes.length]),
    2: Buffer.concat([Buffer.from([126]), wide.subarray(6)]),
    8: Buffer.concat([Buffer.from([127]), wide]),
  }[form === 0 ? least : form];
  return Buffer.concat([Buffer.from([(fin ? FIN : 0) | reserved | opcode]), length ?? Buffer.alloc(0), bytes]);
}

function closing(code: number, reason: Buffer | string = ""): Buffer {
  const body = Buffer.alloc(2);
  body.writeUInt16BE(code);
  return frame(CLOSE, Buffer.concat([body, Buffer.from(reason)]));
}

/** What is seen, whole or byte after byte: always the same. */
function seen(...frames: readonly Buffer[]): readonly string[] {
  const [whole, cut] = [false, true].map((isCut) => {
    const events: string[] = [];
    const reader = new FrameReader({
      message: (payload, text) =>
        void events.push(`${text ? "text" : "binary"}:${payload.toString("utf8").slice(0, 30)}`),
      ping: (payload) => void events.push(`ping:${payload.toString("latin1").slice(0, 30)}`),
      closed: (payload) => void events.push(`closed:${payload.toString("hex")}`),
    });
    const bytes = Buffer.concat(frames);
    // Long payloads are cut at their beginning alone: a call a byte of 64 KiB says nothing new.
    const cuts = isCut ? Math.min(bytes.length, 300) : 0;
    for (let at = 0; at < cuts; at += 1) reader.read(bytes, at, at + 1);
    reader.read(bytes, cuts, bytes.length);
    return [...events, ...(reader.fault === null ? [] : [`fault:${reader.fault}`])];
  });
  assert.deepEqual(cut, whole);
  return whole ?? [];
}

/** Nothing is told but the fault. */
const faulty = (fault: FrameFault, ...frames: readonly Buffer[]): void =>
  assert.deepEqual(seen(...frames), [`fault:${fault}`], Buffer.concat(frames).toString("hex").slice(0, 60));

// In the order of the sections of the Autobahn test suite.
describe("hard cases of frames", () => {
  test("1: lengths at the edges of their three forms, and forms that are too long", () => {
    for (const size of [0, 125, 126, 127, 128, 65_535, 65_536])
      assert.deepEqual(seen(frame(TEXT, "x".repeat(size))), [`text:${"x".repeat(Math.min(30, size))}`]);
    for (const [size, form] of [
      [0, 2],
      [125, 2],
      [0, 8],
      [126, 8],
      [65_535, 8],
    ] as const)
      faulty("length", frame(BINARY, "x".repeat(size), {}, form));
  });

  test("1: a length whose first bit is set is none; one that nobody can hold is refused before it comes", () => {
    const head = (first: number): Buffer => Buffer.from([FIN | BINARY, 127, first, 0, 0, 0, 0, 0, 0, 0]);
    faulty("length", head(0x80));
    faulty("length", head(0xff));
    faulty("message-too-large", head(0x7f));
    faulty("message-too-large", head(0x00).fill(1, 5));
  });

  test("2: pings with nothing, with 125 bytes of anything, many in a row; pongs that nobody asked for", () => {
    assert.deepEqual(seen(frame(PING)), ["ping:"]);
    const any = Buffer.from(Array.from({ length: 125 }, (_, index) => 255 - index));
    assert.deepEqual(seen(frame(PING, any)), [`ping:${any.toString("latin1").slice(0, 30)}`]);
    faulty("control-frame", frame(PING, "x".repeat(126)));
    faulty("control-frame", frame(PONG, "x".repeat(126)));
    faulty("control-frame", frame(PING, "x", {}, 2));
    assert.deepEqual(seen(frame(PONG), frame(PONG, "x"), frame(TEXT, "a"), frame(PONG)), ["text:a"]);
    const ten = Array.from({ length: 10 }, (_, index) => frame(PING, String(index)));
    assert.equal(seen(...ten, frame(TEXT, "a")).length, 11);
  });

  test("3: reserved bits, each alone and all, of data and of control frames, after sound ones", () => {
    for (const reserved of [0x40, 0x20, 0x10, 0x70, 0x50]) {
      for (const opcode of [TEXT, BINARY, PING, PONG, CLOSE]) faulty("reserved-bits", frame(opcode, "", { reserved }));
      assert.deepEqual(seen(frame(TEXT, "a"), frame(TEXT, "b", { reserved }), frame(PING)), [
        "text:a",
        "fault:reserved-bits",
      ]);
    }
  });

  test("4: opcodes that mean nothing yet", () => {
    for (const opcode of [3, 4, 5, 6, 7, 11, 12, 13, 14, 15]) {
      faulty("opcode", frame(opcode));
      assert.deepEqual(seen(frame(TEXT, "a"), frame(opcode, "b"), frame(PING)), ["text:a", "fault:opcode"]);
    }
  });

  test("5: fragments, also empty ones, with control frames between them; control frames are none", () => {
    const pieces = [frame(TEXT, "a", open), frame(PING, "p"), frame(CONTINUATION, "", open), frame(PONG)];
    assert.deepEqual(seen(...pieces, frame(CONTINUATION, "b", open), frame(CONTINUATION, "c")), ["ping:p", "text:abc"]);
    assert.deepEqual(seen(frame(BINARY, "", open), frame(CONTINUATION, "", open), frame(CONTINUATION)), ["binary:"]);
    for (const opcode of [PING, PONG, CLOSE]) faulty("control-frame", frame(opcode, "", open));
    faulty("continuation", frame(CONTINUATION, "a"));
    faulty("continuation", frame(CONTINUATION, "a", open));
    faulty("continuation", frame(TEXT, "a", open), frame(BINARY, "b"));
    assert.deepEqual(seen(frame(TEXT, "a", open), frame(CONTINUATION, "b"), frame(CONTINUATION, "c")), [
      "text:ab",
      "fault:continuation",
    ]);
    assert.deepEqual(seen(frame(TEXT, "a", open), closing(1000), frame(CONTINUATION, "b")), ["closed:03e8"]);
  });

  test("6: UTF-8, also cut within a character; what looks like it and is none", () => {
    const said = "κόσμε-öäüß-😀-\u{10FFFF}-\u0000";
    const bytes = Buffer.from(said);
    assert.deepEqual(seen(frame(TEXT, bytes)), [`text:${said.slice(0, 30)}`]);
    const ofOne = [...bytes].map((byte, index) =>
      frame(index === 0 ? TEXT : CONTINUATION, Buffer.from([byte]), { fin: index === bytes.length - 1 }),
    );
    assert.deepEqual(seen(...ofOne), [`text:${said.slice(0, 30)}`]);
    // Overlong, half a pair, beyond Unicode, a stray second byte, cut off at the end.
    for (const hex of [
      "c080",
      "e08080",
      "eda080",
      "edbfbf",
      "f4908080",
      "f8888080",
      "80",
      "ce",
      "f09f98",
      "fe",
      "ff",
    ]) {
      faulty("not-utf-8", frame(TEXT, Buffer.from(hex, "hex")));
      faulty("not-utf-8", frame(TEXT, "a", open), frame(CONTINUATION, Buffer.from(hex, "hex")));
      assert.equal(seen(frame(BINARY, Buffer.from(hex, "hex"))).length, 1);
    }
  });

  test("7: a close says nothing, or a code with a reason; what follows it is not looked at", () => {
    assert.deepEqual(seen(frame(CLOSE), frame(TEXT, "late"), frame(PING), Buffer.from("noise")), ["closed:"]);
    assert.deepEqual(seen(closing(1000, "bye")), ["closed:03e8627965"]);
    assert.deepEqual(seen(closing(1001, "x".repeat(123))), [`closed:03e9${"78".repeat(123)}`]);
    faulty("control-frame", closing(1000, "x".repeat(124)));
    faulty("close", frame(CLOSE, "x"));
    faulty("close", closing(1000, Buffer.from([0xce])));
  });

  test("7: the codes that may be sent, and those that may not", () => {
    for (const code of [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999])
      assert.equal(seen(closing(code))[0]?.slice(0, 6), "closed", String(code));
    for (const code of [0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535])
      faulty("close", closing(code));
  });

  test("9: messages up to the bound, and no byte more, in one frame or in many", () => {
    const half = Buffer.alloc(8 * 1024 * 1024, "x");
    const whole = `binary:${"x".repeat(30)}`;
    assert.deepEqual(seen(frame(BINARY, Buffer.concat([half, half]))), [whole]);
    assert.deepEqual(seen(frame(BINARY, half, open), frame(PING), frame(CONTINUATION, half)), ["ping:", whole]);
    assert.deepEqual(seen(frame(BINARY, half, open), frame(CONTINUATION, half, open), frame(CONTINUATION, "x")), [
      "fault:message-too-large",
    ]);
  });

  test("a server never masks", () => {
    for (const opcode of [TEXT, PING, CLOSE]) faulty("masked", Buffer.from([FIN | opcode, 0x80, 1, 2, 3, 4]));
  });
});

test("what a client says that goes is itself a close that may be sent", () => {
  const codeOf = (fault: FrameFault | null): number => closeBody(fault).readUInt16BE(0);
  assert.deepEqual(
    [null, "not-utf-8", "message-too-large", "masked", "close"].map((fault) => codeOf(fault as FrameFault | null)),
    [1000, 1007, 1009, 1002, 1002],
  );
  assert.ok(isCloseBody(closeBody(null)));
});
