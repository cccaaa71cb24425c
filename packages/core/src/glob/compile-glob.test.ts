import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isHoldpointError } from "../errors/holdpoint-error.ts";
import { compileGlob, GLOB_CHARS_MAX } from "./compile-glob.ts";

function fits(pattern: string, paths: Readonly<Record<string, boolean>>): void {
  const matches = compileGlob(pattern);
  assert.ok(Object.keys(paths).length > 0);
  for (const [path, expected] of Object.entries(paths)) assert.equal(matches(path), expected, `${pattern} on ${path}`);
}

test("stars and question marks stay inside one name", () => {
  fits("*.ts", { "a.ts": true, ".ts": true, "a/b.ts": false, "a.tsx": false, "a.TS": false });
  fits("a?c", { abc: true, "a😀c": true, ac: false, "a/c": false, abbc: false });
  fits("*a*b*", { ab: true, xaxbx: true, ba: false, aab: true });
  fits("reports/*.xml", { "reports/a.xml": true, "reports/a/b.xml": false, "x/reports/a.xml": false });
});

test("two stars are any number of folders", () => {
  fits("**", { a: true, "a/b/c": true });
  fits("src/**", { "src/a": true, "src/a/b": true, src: false, "srcs/a": false });
  fits("**/a.ts", { "a.ts": true, "x/a.ts": true, "x/y/a.ts": true, "xa.ts": false });
  fits("a/**/b/**/c", { "a/b/c": true, "a/x/b/y/z/c": true, "a/c": false, "a/b/b/c/c": true, "a/b/c/d": false });
  fits("**/src/*/t.ts", { "src/a/t.ts": true, "src/src/a/t.ts": true, "src/a/b/t.ts": false });
  fits("a/**/**/b", { "a/b": true, "a/x/y/b": true });
});

test("classes hold characters and ranges, negated ones their opposite", () => {
  fits("[abc].ts", { "a.ts": true, "d.ts": false });
  fits("[a-c0-9]x", { bx: true, "5x": true, dx: false, "-x": false });
  fits("[!a]x", { bx: true, ax: false });
  fits("[^a]x", { bx: true, ax: false });
  fits("[]a]x", { "]x": true, ax: true, bx: false });
  fits("[a-]x", { "-x": true, ax: true, bx: false });
  fits("[{,}]x", { "{x": true, ",x": true, ax: false });
  fits("[😀]", { "😀": true, "😁": false });
});

test("braces are alternatives, also inside one another and across slashes", () => {
  fits("src/**/*.{ts,tsx}", { "src/a.ts": true, "src/a/b.tsx": true, "src/a.js": false });
  fits("{a,b/{c,d}}/x", { "a/x": true, "b/c/x": true, "b/d/x": true, "b/x": false });
  fits("a{,.min}.js", { "a.js": true, "a.min.js": true, "a.max.js": false });
});

test("a backslash takes the next character as itself", () => {
  fits("app/\\[id\\]/page.tsx", { "app/[id]/page.tsx": true, "app/i/page.tsx": false });
  fits("a\\*b", { "a*b": true, axb: false });
  fits("\\{a,b\\}", { "{a,b}": true, a: false });
  fits("\\!a", { "!a": true, a: false });
});

test("what is not understood is refused with its position", () => {
  const wrong: readonly (readonly [string, number])[] = [
    ["!a", 1],
    ["", 1],
    ["/a", 1],
    ["a/", 1],
    ["a//b", 1],
    ["../a", 1],
    ["a/./b", 1],
    ["a**", 1],
    ["**a/b", 1],
    ["a{b", 2],
    ["a}b", 2],
    ["a{b}c", 2],
    ["{1..3}", 1],
    ["x[ab", 2],
    ["[]", 1],
    ["[a/b]", 1],
    ["[b-a]", 1],
    ["a\\", 1],
    ["a\\b", 1],
    ["a\\/b", 1],
    ["a\0b", 2],
    ["{a,{b,c}", 1],
  ];
  for (const [pattern, column] of wrong) {
    const place = { file: "holdpoint.yaml", line: 3, column: 10 };
    const expected = { code: "HP-CONFIG-VALUE", place: { ...place, column: 9 + column } };
    assert.throws(() => compileGlob(pattern, place), expected, JSON.stringify(pattern));
    assert.throws(() => compileGlob(pattern), { code: "HP-CONFIG-VALUE", place: {} });
  }
});

test("length, alternatives and nesting are bounded", () => {
  const code = "HP-CONFIG-VALUE";
  assert.throws(() => compileGlob("a".repeat(GLOB_CHARS_MAX + 1)), { code, message: /longer than/ });
  assert.throws(() => compileGlob("{a,b}".repeat(9)), { code, message: /more than 256/ });
  assert.throws(() => compileGlob(`${"{".repeat(200)}a${",b}".repeat(200)}`), { code, message: /nested/ });
  assert.ok(compileGlob("{a,b}".repeat(8))("abababab"));
});

test("hostile patterns come to an end", () => {
  const name = "a".repeat(250);
  const deep = `${"a/".repeat(2000)}b`;
  assert.equal(compileGlob(`${"*a".repeat(500)}b`)(name), false);
  assert.equal(compileGlob(`${"**/a/".repeat(200)}c`)(deep), false);
  assert.equal(compileGlob(`${"**/*a*/".repeat(140)}c`)(deep), false);
  assert.equal(compileGlob(`${"{a,*a}".repeat(8)}*b`)(name), false);
});

const name = fc.stringMatching(/^[a-c.]{1,4}$/).filter((one) => one !== "." && one !== "..");
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join("/"));
const piece = fc.constantFrom("a", "b", "c", "?", "*", "[ab]", "[!a]", "[b-c]", ".");
const segment = fc
  .oneof(
    { weight: 1, arbitrary: fc.constant("**") },
    { weight: 3, arbitrary: fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join("")) },
  )
  .filter((one) => one === "**" || (!one.includes("**") && one !== "." && one !== ".."));
const pattern = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join("/"));

/** The meaning of a pattern, said by a regular expression. */
function expression(glob: string): RegExp {
  const segments = glob.split("/");
  const source = segments.map((one, index) => {
    const isLast = index === segments.length - 1;
    if (one === "**") return isLast ? ".+" : "(?:[^/]+/)*";
    const inner = one.replace(/\./g, "\\.").replace(/\*/g, "[^/]*").replace(/\?/g, "[^/]").replace(/\[!/g, "[^/");
    return inner + (isLast ? "" : "/");
  });
  return new RegExp(`^${source.join("")}$`, "s");
}

test("it means what the regular expression means", () => {
  let matched = 0;
  fc.assert(
    fc.property(pattern, path, (glob, one) => {
      const expected = expression(glob).test(one);
      matched += Number(expected);
      assert.equal(compileGlob(glob)(one), expected, `${glob} on ${one}`);
    }),
    { numRuns: 1000 },
  );
  assert.ok(matched > 20, "both answers were seen");
});

test("any text compiles or is refused with the registered error, and every path matches itself escaped", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."ab/*?[]{},!\\-^.".split("")), maxLength: 20 }), (glob) => {
      try {
        compileGlob(glob)("a/b");
      } catch (thrown) {
        assert.ok(isHoldpointError(thrown) && thrown.code === "HP-CONFIG-VALUE", String(thrown));
      }
    }),
    { numRuns: 1000 },
  );
  const odd = fc
    .string({ minLength: 1, maxLength: 12 })
    .filter((one) => !/[/\0]/.test(one) && one !== "." && one !== "..");
  fc.assert(
    fc.property(odd, (one) => {
      assert.ok(compileGlob(one.replace(/[\\*?[\]{},!^-]/g, "\\$&"))(one));
    }),
  );
});

test("plain folders at the beginning are told without looking at the rest, and rightly", () => {
  fits("a/b/**", { "a/b/c": true, "a/b/c/d": true, "a/b": false, "a/bc/d": false, "x/a/b/c": false, "a/b/": true });
  fits("a/b/*.ts", { "a/b/c.ts": true, "a/b/c/d.ts": false, "a/bb/c.ts": false });
  fits("{a,b}/**", { "a/x": true, "b/x": true, "c/x": false, a: false });
  fits("a\\*/😀/**", { "a*/😀/x": true, "ab/😀/x": false, "a*/😀": false });
  fits("a", { a: true, "a/b": false, ab: false });
  fits("a/*/b/**", { "a/x/b/y": true, "a/x/c/y": false, "a/b/y": false });
});
