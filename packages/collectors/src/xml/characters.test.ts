import assert from "node:assert/strict";
import { test } from "node:test";
import { CLASS, CONTROL, isCharacter, isName, NAME, NAME_START, SPACE } from "./characters.ts";

test("every byte is of the class that the grammar gives it", () => {
  const classOf = (text: string): number => CLASS[text.charCodeAt(0)] ?? -1;
  for (const space of [" ", "\t", "\n", "\r"]) assert.equal(classOf(space), SPACE);
  for (const start of ["a", "Z", "_", ":"]) assert.equal(classOf(start), NAME_START | NAME, start);
  for (const later of ["0", "9", "-", "."]) assert.equal(classOf(later), NAME, later);
  for (const other of ["<", ">", "&", "=", "/", "'", '"', "!", "\u007f"]) assert.equal(classOf(other), 0, other);
  for (const control of ["\0", "\u0008", "\u000b", "\u001f"]) assert.equal(classOf(control), CONTROL);
});

test("names begin with a letter, an underscore or a colon, in any script", () => {
  for (const name of ["a", "_", ":", "testsuite", "xsi:type", "é", "日本", "a-1.b", "a\u00b7", "\u{10000}"]) {
    assert.equal(isName(name), true, name);
  }
  for (const name of ["", "1", "-a", ".a", "a b", "a\u00d7", "×", "a<", "\u0300"])
    assert.equal(isName(name), false, name);
});

test("characters of a document leave out controls, surrogates and two more", () => {
  for (const code of [0x9, 0xa, 0xd, 0x20, 0x7f, 0xd7ff, 0xe000, 0xfffd, 0x10000, 0x10ffff])
    assert.ok(isCharacter(code));
  for (const code of [0, 0x8, 0xb, 0x1f, 0xd800, 0xdfff, 0xfffe, 0xffff, 0x110000]) assert.ok(!isCharacter(code));
});
