import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { JsonCursor } from "./cursor.ts";
import type { JsonNode } from "./node.ts";
import { SKIPPED } from "./node.ts";
import type { JsonStreamOptions } from "./stream.ts";
import { JsonStream } from "./stream.ts";

/** What was asked and read, in order. */
type Log = string[];

/** `{"files": {PATH: VALUE}, "list": [VALUE], other keys skipped}` */
function format(log: Log): JsonNode {
  const value = (name: string): JsonNode => ({
    kind: "value",
    read: (cursor) => {
      const { line, column } = cursor.place(cursor.at);
      const kind = cursor.kind();
      log.push(`${name} ${kind === "number" ? cursor.number() : kind} ${line}:${column}`);
      if (kind !== "number") cursor.skip();
    },
  });
  return {
    kind: "object",
    member(key, { kind, place }) {
      log.push(`${key} is ${kind} ${place.line}:${place.column}`);
      if (key === "files") return { kind: "object", member: value, end: () => log.push("files end") };
      if (key === "list")
        return { kind: "array", item: (index) => value(`#${index}`), end: () => log.push("list end") };
      return SKIPPED;
    },
    end: () => log.push("end"),
  };
}

function run(text: string | Uint8Array, size = 1, options: JsonStreamOptions = {}): { log: Log; error: string } {
  const log: Log = [];
  const bytes = Buffer.from(text as string);
  const stream = new JsonStream(new JsonCursor(Buffer.alloc(0), "s.json"), () => format(log), options);
  try {
    for (let at = 0; at < bytes.length; at += size) {
      const piece = Buffer.from(bytes.subarray(at, at + size));
      stream.push(piece);
      piece.fill(0x21);
    }
    stream.finish();
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), thrown instanceof Error ? thrown.stack : String(thrown));
    const { file, line, column } = thrown.place;
    assert.equal(file, "s.json");
    return { log, error: `${thrown.code} ${line}:${column} ${thrown.message}` };
  }
  return { log, error: "" };
}

test("members and items are asked for in order, with their place in the whole", () => {
  const text =
    '\ufeff{"files": {"a":\n 1, "b\\u0022": {"x": [\n]}},\r\n "list": [2,\n  "é]", 3 , true], "o": {"list": [9]}}\n';
  const expected = [
    "files is object 1:11",
    "a 1 2:2",
    'b" object 2:16',
    "files end",
    "list is array 4:10",
    "#0 2 4:11",
    "#1 string 5:3",
    "#2 3 5:10",
    "#3 boolean 5:14",
    "list end",
    "o is object 5:26",
    "end",
  ];
  for (const size of [1, 2, 3, 7, 64, 1_000]) assert.deepEqual(run(text, size), { log: expected, error: "" });
});

test("containers may be empty, and a value that is none of them is refused where it stands", () => {
  assert.deepEqual(run("{}").log, ["end"]);
  assert.deepEqual(run('{"files": { }, "list":[\n]}').log.slice(-1), ["end"]);
  assert.equal(run('{"files": [1]}').error, "HP-READ-SYNTAX 1:11 must be an object, not an array");
  assert.equal(run('{"list":\n"x"}').error, "HP-READ-SYNTAX 2:1 must be an array, not a string");
  assert.equal(run("[]").error, "HP-READ-SYNTAX 1:1 must be an object, not an array");
});

test("every fault of the outer levels has its code and its place, wherever the pieces end", () => {
  const cases: readonly (readonly [text: string | Uint8Array, expected: string])[] = [
    ["", "HP-READ-EMPTY 1:1"],
    ["\ufeff", "HP-READ-EMPTY 1:1"],
    [" \n", "HP-READ-EMPTY 1:1"],
    ["\n <a>", "HP-READ-NOT-THE-FORMAT 2:2"],
    ["{", "HP-READ-TRUNCATED 1:2"],
    ['{"fi', "HP-READ-TRUNCATED 1:5"],
    ['{"files"', "HP-READ-TRUNCATED 1:9"],
    ['{"files":\n{', "HP-READ-TRUNCATED 2:2"],
    ['{"list":[1', "HP-READ-TRUNCATED 1:11"],
    ['{"list":[tr', "HP-READ-TRUNCATED 1:12"],
    ['{"list":[{"a":[1', "HP-READ-TRUNCATED 1:17"],
    ['{"list":[1,]}', "HP-READ-SYNTAX 1:12"],
    ['{"list":[1}', "HP-READ-SYNTAX 1:11"],
    ['{"list":[1 2]}', "HP-READ-SYNTAX 1:12"],
    ['{"list":[-]}', "HP-READ-SYNTAX 1:11"],
    ['{"list":[01]}', "HP-READ-SYNTAX 1:11"],
    ['{"list":[truex]}', "HP-READ-SYNTAX 1:14"],
    ['{"list":[trux]}', "HP-READ-SYNTAX 1:13"],
    ['{"list":[{]}]}', "HP-READ-SYNTAX 1:11"],
    ['{"list":[[1}]}', "HP-READ-SYNTAX 1:12"],
    ['{"list":[\n"a\tb"]}', "HP-READ-SYNTAX 2:3"],
    ['{"list":["\\x"]}', "HP-READ-SYNTAX 1:11"],
    ['{"list":["a\\ud800"]}', "HP-READ-ENCODING 1:12"],
    ['{"list":[nan]}', "HP-READ-SYNTAX 1:11"],
    ['{"list":[undefined]}', "HP-READ-SYNTAX 1:10"],
    ["{a:1}", "HP-READ-SYNTAX 1:2"],
    ['{"a",1}', "HP-READ-SYNTAX 1:5"],
    ['{"a":1,}', "HP-READ-SYNTAX 1:8"],
    ['{"a\n":1}', "HP-READ-SYNTAX 1:4"],
    ["{}\n}", "HP-READ-SYNTAX 2:1"],
    ['{"a":1,\n"\\u0061":1}', "HP-READ-DUPLICATE-KEY 2:1"],
    ['{"files":{"a":1, "a":2}}', "HP-READ-DUPLICATE-KEY 1:18"],
    [`{"list":[${"[".repeat(127)}]}`, "HP-READ-DEPTH 1:136"],
    [Buffer.from('{"list":["\n\xff"]}', "latin1"), "HP-READ-ENCODING 2:1"],
    ['{"list":["\\\né', "HP-READ-SYNTAX 1:11"],
    [Buffer.from('{"list":["\\\n\xe9', "latin1"), "HP-READ-ENCODING 2:1"],
    ['{"list":[1,"\0"]}', "HP-READ-ENCODING 1:13"],
  ];
  for (const [text, expected] of cases) {
    const whole = run(text, 10_000).error;
    assert.equal(whole.split(" ").slice(0, 2).join(" "), expected, String(text));
    for (const size of [1, 2, 5]) assert.equal(run(text, size).error, whole, String(text));
  }
  assert.equal(run(`{"list":[${"[".repeat(126)}${"]".repeat(126)}]}`).error, "");
});

test("levels that a format describes without end are bounded, too", () => {
  const endless: JsonNode = { kind: "array", item: () => endless };
  const stream = new JsonStream(new JsonCursor(Buffer.alloc(0), "s.json"), () => endless);
  assert.throws(() => stream.push(Buffer.from("[".repeat(200))), {
    code: "HP-READ-DEPTH",
    place: { file: "s.json", line: 1, column: 129 },
  });
});

test("the first fault is named, not the one that a piece happens to show", () => {
  const two = Buffer.from('{"list":[1,x], "b": "\xff"}', "latin1");
  for (const size of [1, 100]) assert.match(run(two, size).error, /^HP-READ-SYNTAX 1:12 "x" begins no value/);
  const early = Buffer.from('{"list":["\xff", x]}', "latin1");
  for (const size of [1, 100]) assert.match(run(early, size).error, /^HP-READ-ENCODING 1:11/);
});

test("one value above the bound is refused where it begins, and many below it are read", () => {
  const options = { entrySizeBytesMax: 12 };
  for (const size of [1, 5, 100]) {
    assert.match(run('{"list":[1,\n [1,2,3,4,5]]}', size, options).error, /^$/);
    assert.match(run('{"list":[1,\n [1,2,3,4,56]]}', size, options).error, /^$/);
    const over = run('{"list":[1,\n [1,2,3,4,567]]}', size, options);
    assert.equal(over.error, "HP-READ-TOO-LARGE 2:2 a value is larger than 12 bytes");
    assert.match(run('{"list":[1234567890123]}', size, options).error, /^HP-READ-TOO-LARGE 1:10 /);
    assert.match(run('{"list":[1,\n [1,2,3,4,5', size, options).error, /^HP-READ-TRUNCATED 2:12 /);
    assert.match(run('{"a very long key": 1}', size, options).error, /^HP-READ-TOO-LARGE 1:2 /);
    assert.equal(run(`{"list":[${"[1,2],".repeat(1_000)}3]}`, size, options).error, "");
  }
});

test("of a thousand entries no more is kept than a part of the largest", () => {
  const sizes = Array.from({ length: 1_000 }, (_, index) => 100 + ((index * 7_919) % 9_000));
  const largest = Math.max(...sizes);
  const text = `{"list":[${sizes.map((size) => `"${"x".repeat(size - 2)}"`).join(",\n")}]}`;
  assert.ok(text.length > largest * 400);
  for (const size of [1_000, 4_096, 20_000]) {
    let most = 0;
    const log: Log = [];
    const stream = new JsonStream(new JsonCursor(Buffer.alloc(0), "s.json"), () => format(log));
    for (let at = 0; at < text.length; at += size) {
      stream.push(Buffer.from(text.slice(at, at + size)));
      most = Math.max(most, stream.heldSizeBytes);
    }
    stream.finish();
    assert.equal(log.length, 1_003);
    assert.ok(most > 0 && most < largest, `${most} bytes were kept in pieces of ${size}`);
  }
});

test("what a reader leaves of a value is seen", () => {
  const stream = new JsonStream(new JsonCursor(Buffer.alloc(0), "s.json"), () => ({ kind: "value", read: () => {} }));
  assert.throws(() => stream.push(Buffer.from("{}")), /"\{" follows after the value has ended/);
});
