import assert from "node:assert/strict";
import { test } from "node:test";
import { TEST_FORMATS } from "@holdpoint/core";
import { TEST_READERS, testFormatOf } from "./formats.ts";
import { FIXTURES, refusal } from "./testing.test.ts";

test("every reader refuses every other format's reports", () => {
  let refused = 0;
  for (const reader of TEST_FORMATS) {
    for (const { format, name, bytes } of FIXTURES.filter((one) => one.format !== reader)) {
      assert.match(refusal(reader, bytes), /^HP-READ-NOT-THE-FORMAT [12]:[0-9]+$/, name);
      assert.equal(TEST_READERS[reader].looksLike(bytes), false, `${reader} claims ${format}/${name}`);
      refused += 1;
    }
  }
  assert.ok(refused > 150, `${refused}`);
});

const OTHERS: Readonly<Record<string, string>> = {
  page: "<!doctype html>\n<html><body>404</body></html>",
  lcov: "TN:\nSF:a.js\nDA:1,1\nend_of_record\n",
  cobertura: '<?xml version="1.0"?><coverage line-rate="1"></coverage>',
  json: '{"a":1}',
  list: "[1,2]",
  istanbul: '{"/a.js":{"path":"/a.js","statementMap":{},"s":{}}}',
  text: "ok  \texample.com/m\t0.002s\n",
  prose: "all tests passed\n",
  binary: "\u0000\u0001\u0002",
  pino: '{"level":30,"time":1,"msg":"ok"}\n',
};

test("what is no test result is no format's, and refused by every reader", () => {
  for (const [name, source] of Object.entries(OTHERS)) {
    assert.throws(() => testFormatOf(Buffer.from(source), name), { code: "HP-READ-NOT-THE-FORMAT" }, name);
    for (const format of TEST_FORMATS) {
      assert.match(refusal(format, source), /^HP-READ-(?:NOT-THE-FORMAT|ENCODING|SYNTAX)/, `${format} ${name}`);
    }
  }
});

test("an empty file is empty for everybody", () => {
  assert.throws(() => testFormatOf(Buffer.alloc(0), "a"), { code: "HP-READ-EMPTY", place: { file: "a" } });
  for (const format of TEST_FORMATS) assert.match(refusal(format, ""), /^HP-READ-EMPTY/, format);
});

test("a mark at the beginning and UTF-16 are no other format", () => {
  for (const { format, name, bytes } of FIXTURES) {
    assert.equal(testFormatOf(Buffer.concat([Buffer.from("\ufeff"), bytes]), name).format, format, name);
    assert.match(refusal(format, Buffer.concat([Buffer.from("\ufeff"), bytes])), /^accepted$/, name);
  }
  const trx = FIXTURES.find((one) => one.name === "crashed.trx");
  const text = trx?.bytes.toString("utf8").replace("utf-8", "utf-16") ?? "";
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  assert.equal(testFormatOf(utf16, "a").format, "trx");
  assert.equal(refusal("trx", utf16), "accepted");
});
