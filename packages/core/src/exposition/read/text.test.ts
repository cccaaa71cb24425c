import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { FaultList } from "./fault-list.ts";
import { pageText } from "./text.ts";

function read(page: string | Uint8Array, linesBefore = 0): { readonly text: string; readonly faults: string[] } {
  const faults = new FaultList();
  const text = pageText(page, faults, linesBefore);
  return { text, faults: faults.inOrder.map(({ code, line, column }) => `${code} ${line}:${column}`) };
}

const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => (typeof part === "number" ? [part] : [...new TextEncoder().encode(part)])));

test("text is taken as it is, and bytes as the text that they are", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      assert.deepEqual(read(text), {
        text: text.replace(/^\u{FEFF}/u, ""),
        faults: text.startsWith("\u{FEFF}") ? ["byte-order-mark 1:1"] : [],
      });
      assert.equal(read(new TextEncoder().encode(text)).text, text.replace(/^\u{FEFF}/u, ""));
    }),
  );
});

test("a byte order mark is noted and taken off, once, from bytes and from text", () => {
  assert.deepEqual(read("\u{FEFF}a 1\n"), { text: "a 1\n", faults: ["byte-order-mark 1:1"] });
  assert.deepEqual(read(bytes(0xef, 0xbb, 0xbf, "a 1\n")), { text: "a 1\n", faults: ["byte-order-mark 1:1"] });
  assert.equal(read("\u{FEFF}\u{FEFF}a").text, "\u{FEFF}a", "the second one is a character of the page");
});

test("what is no UTF-8 is told at its first place, and the rest is read on", () => {
  const broken = (...parts: readonly (string | number)[]): string[] => read(bytes(...parts)).faults;
  assert.deepEqual(broken("ab", 0xff, "c\n"), ["not-utf8 1:3"]);
  assert.deepEqual(broken("a\nb\nc", 0xc3, "\nd", 0xff), ["not-utf8 3:2"], "only the first is told");
  assert.deepEqual(broken("a\n", 0xe2, 0x82), ["not-utf8 2:1"], "a character that is cut off by the end");
  assert.deepEqual(broken("\u{1F600}", 0xff), ["not-utf8 1:3"], "columns count as in a text");
  assert.deepEqual(broken(0xc0, 0x80), ["not-utf8 1:1"], "an overlong zero is none");
  assert.equal(read(bytes("a ", 0xff, "\nb 2\n")).text, "a \u{FFFD}\nb 2\n");
});

test("lines that were read before the page count", () => {
  assert.deepEqual(read("\u{FEFF}a", 7).faults, ["byte-order-mark 8:1"]);
  assert.deepEqual(read(bytes("a\n", 0xff), 7).faults, ["not-utf8 9:1"]);
});
