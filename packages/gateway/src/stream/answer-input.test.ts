import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import { createTestingEngine } from "../testing-engine.ts";
import { ANSWER_CHARS_MAX, ANSWER_PARTS_MAX, answerInput } from "./answer-input.ts";
import type { InputContext, InputHandler } from "./input.ts";
import { echoInput } from "./input.ts";

function context(signal: AbortSignal = new AbortController().signal): InputContext {
  const caller = {
    actor: "ada",
    roles: new Set(["requester"] as const),
    correlationId: "c",
    traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    tracestate: null,
  };
  return { caller, sessionId: "s", turnId: "t", messageId: "m", signal };
}

async function run(handler: InputHandler, text: string = "hi", signal?: AbortSignal) {
  const told: string[] = [];
  const telling = {
    acknowledged: (id: string) => told.push(`ack ${id}`),
    partial: (piece: string, index: number) => told.push(`${index} ${piece.length > 20 ? piece.length : piece}`),
  };
  try {
    return { told, answer: await answerInput(handler, text, context(signal), telling), code: null };
  } catch (error) {
    return { told, answer: null, code: error instanceof HoldpointError ? error.code : String(error) };
  }
}

describe("an answer in parts", () => {
  test("each part is told, each action once, and the whole at the end", async () => {
    const { told, answer } = await run(async function* parts() {
      yield { text: "", actionId: "a" };
      yield { text: "one ", actionId: "a" };
      yield { text: "", actionId: "b" };
      yield { text: "two" };
    });
    assert.deepEqual(told, ["ack a", "0 one ", "ack b", "1 two"]);
    assert.deepEqual(answer, { text: "one two", actionIds: ["a", "b"] });
  });

  test("too long or in too many parts is refused", async () => {
    const long = await run(async function* endless() {
      for (;;) yield { text: "x".repeat(ANSWER_CHARS_MAX / 4) };
    });
    assert.deepEqual([long.code, long.told.length], ["HP-ACTION-RESULT-TOO-LARGE", 4]);
    const many = await run(async function* endless() {
      for (;;) yield { text: "" };
    });
    assert.equal(many.code, "HP-ACTION-RESULT-TOO-LARGE");
    assert.ok(ANSWER_PARTS_MAX > 0);
  });

  test("a cancelled one is left at once, also while its handler hangs", async () => {
    const controller = new AbortController();
    let left = false;
    const hanging = run(
      async function* hangs() {
        try {
          yield { text: "a" };
          setImmediate(() => controller.abort());
          await new Promise(() => undefined);
        } finally {
          left = true;
        }
      },
      "x",
      controller.signal,
    );
    assert.equal((await hanging).code, "HP-ACTION-CANCELLED");
    assert.equal(left, false, "a handler that hangs is not waited for");
    assert.equal((await run(async function* none() {}, "x", AbortSignal.abort())).code, null);
  });

  test("what a handler throws is thrown", async () => {
    const { code } = await run(async function* throws() {
      yield { text: "a" };
      throw new RangeError("oh");
    });
    assert.equal(code, "RangeError: oh");
  });
});

describe("the echo", () => {
  test("answers with the action's result, submitted as the caller in the session", async () => {
    const engine = createTestingEngine();
    const { answer, told } = await run(
      echoInput(engine, () => 100),
      "x".repeat(5000),
    );
    assert.equal(answer?.text, "x".repeat(5000));
    assert.deepEqual(told.slice(1), ["0 4096", "1 904"]);
    const [{ submission, caller } = assert.fail()] = engine.submissions;
    assert.deepEqual(
      [submission.adapter, submission.sessionId, submission.turnId, caller.actor],
      ["echo", "s", "t", "ada"],
    );
  });

  test("tells the action's own end where it is another", async () => {
    const ends = { deny: "HP-ACTION-DENIED", fail: null, lost: "HP-ACTION-UNKNOWN", sleep: "HP-ACTION-TIMEOUT" };
    for (const [adapter, wanted] of Object.entries(ends)) {
      const engine = createTestingEngine();
      const other = {
        submit: (submission: Parameters<typeof engine.submit>[0], caller: Parameters<typeof engine.submit>[1]) =>
          engine.submit({ ...submission, adapter, operation: adapter }, caller),
        settled: engine.settled.bind(engine),
      };
      const { code, told } = await run(echoInput(other, () => 20));
      assert.equal(told.length, 1, "acknowledged");
      if (wanted === null) assert.match(code ?? "", /^HP-ACTION-/);
      else assert.equal(code, wanted, adapter);
    }
  });
});
