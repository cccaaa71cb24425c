import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readDataFile } from "./data-file.ts";

describe("comma-separated values", () => {
  test("the first line names the columns", () => {
    assert.deepEqual(readDataFile("id,name\n1,Ann\n2,Bob\n", "u.csv"), [
      { id: "1", name: "Ann" },
      { id: "2", name: "Bob" },
    ]);
  });

  test("what does not fit is refused with its line", () => {
    for (const [text, code, line] of [
      ["", "HP-READ-EMPTY", undefined],
      ["id,name\n", "HP-READ-EMPTY", undefined],
      ["id,id\n1,2\n", "HP-READ-DUPLICATE-KEY", 1],
      ["id,name\n1,2\n3\n", "HP-READ-SYNTAX", 3],
      ["id\n1,2\n", "HP-READ-SYNTAX", 2],
    ] as const) {
      assert.throws(
        () => readDataFile(text, "u.csv"),
        (thrown: { code: string; place: { file: string; line?: number } }) => {
          assert.deepEqual([thrown.code, thrown.place.file, thrown.place.line], [code, "u.csv", line]);
          return true;
        },
      );
    }
  });
});

describe("JSON lines", () => {
  test("texts, numbers and truth values become texts; empty lines are skipped", () => {
    assert.deepEqual(readDataFile('{"id":1,"ok":true,"name":"A"}\n\n{"id":2.5,"ok":false,"name":""}', "u.JSONL"), [
      { id: "1", ok: "true", name: "A" },
      { id: "2.5", ok: "false", name: "" },
    ]);
  });

  test("what does not fit is refused with its line", () => {
    for (const [text, code, line] of [
      ["\n\n", "HP-READ-EMPTY", undefined],
      ['{"a":1}\n[1]\n', "HP-READ-SYNTAX", 2],
      ['{"a":1}\n{"a":\n', "HP-READ-TRUNCATED", 2],
      ['{"a":null}', "HP-READ-SYNTAX", 1],
      ['{"a":{"b":1}}', "HP-READ-SYNTAX", 1],
      ['{"a":1,"a":2}', "HP-READ-DUPLICATE-KEY", 1],
    ] as const) {
      assert.throws(
        () => readDataFile(text, "u.ndjson"),
        (thrown: { code: string; place: { file: string; line?: number } }) => {
          assert.deepEqual([thrown.code, thrown.place.file, thrown.place.line], [code, "u.ndjson", line], text);
          return true;
        },
      );
    }
  });
});
