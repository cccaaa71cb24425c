import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeTest } from "./format.ts";
import { mismatchesOf, readAs, refusal, verdicts } from "../testing.test.ts";

const line = (type: string, data: object): string => `${JSON.stringify({ type: `test:${type}`, data })}\n`;
const start = (nesting: number, name: string): string => line("start", { nesting, name });
const end = (type: "pass" | "fail", nesting: number, name: string, more: object = {}, details: object = {}): string =>
  line(type, { nesting, name, details: { duration_ms: 1.5, ...details }, ...more });
const plan = (count: number): string => line("plan", { nesting: 0, count });
const read = (...events: readonly string[]): readonly string[] => verdicts(readAs("node-test", events.join("")));

test("leaves are cases, what is above them is not, unless it failed by itself", () => {
  const inner = [start(0, "a"), start(1, "b"), end("pass", 1, "b")];
  assert.deepEqual(read(...inner, end("pass", 0, "a"), plan(1)), ["passed a › b"]);
  assert.deepEqual(read(...inner, end("fail", 0, "a"), plan(1)), ["passed a › b", "failed a"]);
  const broken = [start(0, "a"), start(1, "b"), start(2, "c"), end("fail", 2, "c"), end("fail", 1, "b")];
  assert.deepEqual(read(...broken, end("fail", 0, "a"), plan(1)), ["failed a › b › c"]);
  assert.deepEqual(read(start(0, "a"), end("pass", 0, "a", {}, { type: "suite" }), plan(1)), []);
});

test("skipped and to be done yet are skipped, however they end, with their reason", () => {
  const ended = (more: object): readonly [string | undefined, string | null | undefined] => {
    const { cases } = readAs("node-test", start(0, "a") + end("fail", 0, "a", more) + plan(1));
    return [cases[0]?.status, cases[0]?.message];
  };
  assert.deepEqual(ended({ skip: "no yen" }), ["skipped", "no yen"]);
  assert.deepEqual(ended(JSON.parse('{"todo":true}') as object), ["skipped", null]);
  assert.deepEqual(ended({ skip: false }), ["failed", null]);
});

test("the message is the innermost that the reporter wrote out", () => {
  const message = (error: object): string | null | undefined =>
    readAs("node-test", start(0, "a") + end("fail", 0, "a", {}, { error }) + plan(1)).cases[0]?.message;
  assert.equal(message({ message: "outer", cause: { message: "1 == 2" } }), "1 == 2");
  assert.equal(message({ cause: "test failed" }), "test failed");
  assert.equal(message({ message: "outer", cause: {} }), "outer");
  assert.equal(message({ failureType: "hookFailed", cause: {} }), "hookFailed");
});

test("a stream is known by its first event, in whichever order its members stand", () => {
  const looks = (text: string): boolean => nodeTest.looksLike(Buffer.from(text));
  assert.ok(looks(start(0, "a")));
  assert.ok(looks('\ufeff {"data":{"name":"a","nesting":0},"type":"test:start"}\n'));
  for (const text of [
    '{"data":{"name":"a"},"type":"other"}\n',
    '{"data":{"name":"a"}}\n{"data":{},"type":"test:start"}\n',
    '[{"type":"test:start"}]',
    '{"name":"type","x":"test:"}',
    "",
  ]) {
    assert.equal(looks(text), false, text);
  }
});

test("two tests of one name are two cases, and the way to a test is that of its starts", () => {
  const events = [start(0, "a"), start(1, "b"), end("pass", 1, "b"), start(1, "b"), end("fail", 1, "b")];
  assert.deepEqual(read(...events, end("fail", 0, "a"), plan(1)), ["passed a › b", "failed a › b"]);
  assert.deepEqual(read(start(2, "deep"), end("pass", 2, "deep"), plan(0)), ["passed deep"]);
});

test("plan and summary of the whole run are compared, those of a file are not", () => {
  const events = start(0, "a") + end("pass", 0, "a");
  const counts = { tests: 1, passed: 1, failed: 0, cancelled: 0, skipped: 0, todo: 0 };
  const summary = (patch: object, more: object = {}): string =>
    line("summary", { counts: { ...counts, ...patch }, ...more });
  const found = (...more: readonly string[]): readonly string[] =>
    mismatchesOf(readAs("node-test", events + more.join("")));
  assert.deepEqual(found(plan(2)), ["3  tests 2≠1"]);
  assert.deepEqual(found(summary({}, { file: "a.js" }), plan(1), summary({ tests: 2 })), ["5  tests 2≠1"]);
  assert.deepEqual(found(summary({ tests: 7 }, { file: "a.js" }), plan(1), summary({})), []);
  assert.deepEqual(found(summary({ passed: 0, cancelled: 1 })), ["3  passed 0≠1", "3  failures 1≠0"]);
});

test("without plan and summary of the run it was cut off", () => {
  assert.equal(refusal("node-test", start(0, "a") + end("pass", 0, "a")), "HP-READ-TRUNCATED 2:1");
  const ofFile = line("plan", { nesting: 0, count: 1, file: "a.js" });
  assert.equal(refusal("node-test", start(0, "a") + end("pass", 0, "a") + ofFile), "HP-READ-TRUNCATED 3:1");
});

test("what is no event, or an event of another form, is refused with its line", () => {
  assert.equal(refusal("node-test", `${plan(0)}{"type":"other","data":{}}\n`), "HP-READ-SYNTAX 2:1");
  assert.equal(refusal("node-test", `${plan(0)}{"type":"test:pass"}\n`), "HP-READ-SYNTAX 2:1");
  assert.equal(refusal("node-test", line("pass", { name: "a", nesting: 0.5, details: {} })), "HP-READ-SYNTAX 1:1");
  assert.equal(refusal("node-test", line("pass", { nesting: 0, details: {} })), "HP-READ-SYNTAX 1:1");
  assert.equal(refusal("node-test", line("summary", { counts: { tests: 1 } })), "HP-READ-SYNTAX 1:1");
  assert.equal(refusal("node-test", `${plan(0)}[1]\n`), "HP-READ-SYNTAX 2:1");
  assert.equal(refusal("node-test", '{"type":"log"}\n'), "HP-READ-NOT-THE-FORMAT 1:1");
  assert.equal(refusal("node-test", line("diagnostic", { nesting: 0, message: "x" }) + plan(0)), "accepted");
});
