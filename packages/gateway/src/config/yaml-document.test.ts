import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CONFIG_ALIASES_MAX, readYaml } from "./yaml-document.ts";

const read = (text: string) => readYaml(text, "c.yaml", "HP-CONFIG-SYNTAX");
const at = (line: number, column: number) => ({ file: "c.yaml", line, column });

describe("values", () => {
  test("YAML 1.2 with the core schema: yes and no are words, 0o7 is a number, a date is a text", () => {
    assert.deepEqual(read("a: yes\nb: no\nc: 0o7\nd: 2026-01-01\ne: ~\nf: 1e3\ng: true").value, {
      a: "yes",
      b: "no",
      c: 7,
      d: "2026-01-01",
      e: null,
      f: 1_000,
      g: true,
    });
  });

  test("merge keys mean nothing", () => {
    assert.deepEqual(read("a: &a { x: 1 }\nb: { <<: *a, y: 2 }").value, { a: { x: 1 }, b: { "<<": { x: 1 }, y: 2 } });
  });

  test("a byte order mark is no part of the text", () => {
    assert.deepEqual(read("\uFEFFa: 1").value, { a: 1 });
  });
});

describe("places", () => {
  const document = read("a:\n  - x: 1\n    yy: [p, q]\n  - z\nb: &shared { c: 3 }\nd: *shared\n");

  test("of values and of keys", () => {
    assert.deepEqual(document.place([], "value"), at(1, 1));
    assert.deepEqual(document.place(["a"], "key"), at(1, 1));
    assert.deepEqual(document.place(["a"], "value"), at(2, 3));
    assert.deepEqual(document.place(["a", "0", "yy"], "key"), at(3, 5));
    assert.deepEqual(document.place(["a", "0", "yy", "1"], "value"), at(3, 13));
    assert.deepEqual(document.place(["a", "1"], "value"), at(4, 5));
  });

  test("through an alias", () => {
    assert.deepEqual(document.place(["d", "c"], "value"), at(5, 17));
  });

  test("of what is not there, the last place on the way", () => {
    assert.deepEqual(document.place(["b", "none"], "value"), at(5, 12));
    assert.deepEqual(document.place(["a", "9", "x"], "key"), at(2, 3));
  });

  test("of an empty value, its key", () => {
    assert.deepEqual(read("a:\nb: 1\n").place(["a"], "key"), at(1, 1));
  });
});

const TEXT = `# first
a:
  - x: 1
    y: [two, three]
  - &anchor { z: 4 }
b: *anchor
c:
`;

describe("texts", () => {
  const document = read(TEXT);

  test("the value's text is at its own lines and columns", () => {
    assert.equal(document.textOf(["a", "0", "y"]), "\n\n\n       [two, three]");
    assert.equal(document.textOf(["a", "0"]), "\n\n    x: 1\n    y: [two, three]\n");
  });
});

describe("bounds", () => {
  test("aliases are counted", () => {
    const uses = (count: number): string => `a: &a x\nb: [${Array.from({ length: count }, () => "*a").join(", ")}]`;
    assert.equal((read(uses(CONFIG_ALIASES_MAX - 1)).value as { b: string[] }).b.length, CONFIG_ALIASES_MAX - 1);
    assert.throws(() => read(uses(CONFIG_ALIASES_MAX + 1)), {
      code: "HP-CONFIG-SYNTAX",
      message: /more than 100 aliases/,
    });
  });

  test("keys must be texts", () => {
    assert.throws(() => read("? [a, b]\n: 1"), { code: "HP-CONFIG-SYNTAX" });
  });
});
