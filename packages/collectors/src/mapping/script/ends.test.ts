import assert from "node:assert/strict";
import { test } from "node:test";
import { Ends } from "./ends.ts";

test("a quoted text ends at its own quote, on its line, and not at one that is escaped", () => {
  const quoted = (text: string, start = 0): number => new Ends(text).quoted(start);
  assert.equal(quoted("'a'b"), 3);
  assert.equal(quoted("''"), 2);
  assert.equal(quoted("'\\'' "), 4);
  assert.equal(quoted("'\\\\' "), 4);
  assert.equal(quoted("'a\nb'"), -1);
  assert.equal(quoted("'a\\\nb'"), 6);
  assert.equal(quoted("'a\\\r\nb'"), 7);
  assert.equal(quoted("'\\b\n'"), -1);
  assert.equal(quoted("'\\\r'"), 4);
  assert.equal(quoted("'a"), -1);
  assert.equal(quoted("'\"'"), 3);
  assert.equal(quoted("x'a'", 1), 4);
});

test("what was looked for in vain is not looked for again before that line ends", () => {
  const ends = new Ends("'a \\' \" b\n'c' \"d\"");
  assert.equal(ends.quoted(0), -1);
  assert.equal(ends.quoted(4), -1);
  assert.equal(ends.quoted(6), -1);
  assert.equal(ends.quoted(10), 13);
  assert.equal(ends.quoted(14), 17);
});

test("a regular expression ends at a slash outside of a class", () => {
  const regex = (text: string): number => new Ends(text).regex(0);
  assert.equal(regex("/a/g"), 3);
  assert.equal(regex("/[/]/"), 5);
  assert.equal(regex("/\\//"), 4);
  assert.equal(regex("/[\\]/]/"), 7);
  assert.equal(regex("/a\n/"), -1);
  assert.equal(regex("/a"), -1);
  assert.equal(regex("/[a/"), -1);
});

test("a class that does not end is remembered, and the next line is another matter", () => {
  const text = "/[a /[b\n/[c]/";
  const ends = new Ends(text);
  assert.equal(ends.regex(0), -1);
  assert.equal(ends.regex(4), -1);
  assert.equal(ends.regex(8), text.length);
});

test("a template ends at its own backtick, with others inside of its holes", () => {
  const template = (text: string): string => {
    const found = new Ends(text).template(0);
    return found === null ? "none" : `${found.end}${found.hasHoles ? " holes" : ""}`;
  };
  assert.equal(template("`a`b"), "3");
  assert.equal(template("`${a}`b"), "6 holes");
  assert.equal(template("`${`${a}`}`b"), "11 holes");
  assert.equal(template("`${{}}`b"), "7 holes");
  assert.equal(template("`${'}`'}`b"), "9 holes");
  assert.equal(template("`$a {b}`c"), "8");
  assert.equal(template("`\\`"), "none");
  assert.equal(template("`${a}"), "none");
});

test("behind a template that does not end none is looked for", () => {
  const ends = new Ends("`a` `${b `c`");
  assert.deepEqual(ends.template(0), { end: 3, hasHoles: false });
  assert.equal(ends.template(4), null);
  assert.equal(ends.template(9), null);
});
