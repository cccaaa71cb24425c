import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Outbox } from "./outbox.ts";

function socket(): { bufferedAmount: number; sent: string[]; send(text: string, done?: () => void): void } {
  return {
    bufferedAmount: 0,
    sent: [],
    send(text, done) {
      this.sent.push(text);
      done?.();
    },
  };
}

describe("what waits for a reader is bounded", () => {
  test("up to the bound all is sent; beyond it nothing more, and it is told once", () => {
    const reader = socket();
    let told = 0;
    const outbox = new Outbox(reader, { bufferSizeBytesMax: 10 }, () => (told += 1));
    reader.bufferedAmount = 10;
    outbox.send("a");
    reader.bufferedAmount = 11;
    outbox.send("b");
    outbox.send("c");
    reader.bufferedAmount = 0;
    outbox.send("d");
    assert.deepEqual([reader.sent, told], [["a"], 1]);
    outbox.last("why");
    assert.deepEqual(reader.sent, ["a", "why"]);
  });

  test("a closed one sends nothing, and waits for nothing", async () => {
    const reader = socket();
    const outbox = new Outbox(reader, { bufferSizeBytesMax: 10 }, () => assert.fail());
    await outbox.sent("a");
    outbox.close();
    await outbox.sent("b");
    outbox.send("c");
    assert.deepEqual(reader.sent, ["a"]);
  });
});
