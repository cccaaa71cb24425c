import assert from "node:assert/strict";
import { test } from "node:test";
import { HEX_VALUE, TOKEN_BYTE, VALUE_BYTE } from "./bytes.ts";

function bytesOf(table: Uint8Array): string {
  return Buffer.from([...table.keys()].filter((byte) => table[byte] === 1)).toString("latin1");
}

test("bytes of a token are those of RFC 9110 section 5.6.2", () => {
  const signs = "!#$%&'*+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz|~";
  assert.equal(bytesOf(TOKEN_BYTE), signs);
});

test("bytes of a value: tab, all from space up, but not DEL", () => {
  const bytes = bytesOf(VALUE_BYTE);
  assert.equal(bytes.length, 1 + 95 + 128);
  for (const byte of ["\0", "\n", "\r", "\x1F", "\x7F"]) assert.ok(!bytes.includes(byte), JSON.stringify(byte));
});

test("hexadecimal digits and nothing else", () => {
  const found = [...HEX_VALUE.keys()].filter((byte) => (HEX_VALUE[byte] ?? -1) >= 0);
  assert.equal(String.fromCharCode(...found), "0123456789ABCDEFabcdef");
  assert.deepEqual([HEX_VALUE[48], HEX_VALUE[57], HEX_VALUE[65], HEX_VALUE[102], HEX_VALUE[71]], [0, 9, 10, 15, -1]);
});
