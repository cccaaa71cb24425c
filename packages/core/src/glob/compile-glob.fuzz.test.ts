import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compileGlob } from "./compile-glob.ts";
import { expandBraces } from "./expand-braces.ts";

/** What a glob is made of, so that what it must fit is known without reading it. */
type Piece =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "one" }
  | { readonly is: "many" }
  | { readonly is: "class"; readonly letters: string; readonly negated: boolean };
type Part = readonly Piece[] | "folders";

const LETTERS = ["a", "b", ".", "*", "[", "{", ",", "-", "😀"] as const;
const letter = fc.constantFrom(...LETTERS);

const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc.record({ is: fc.constant("text" as const), text: letter }),
  fc.constant<Piece>({ is: "one" }),
  fc.constant<Piece>({ is: "many" }),
  fc.record({
    is: fc.constant("class" as const),
    letters: fc.uniqueArray(fc.constantFrom("a", "b", "😀"), { minLength: 1 }).map((some) => some.join("")),
    negated: fc.boolean(),
  }),
);
/** Two stars side by side are refused, so none are made. */
const apart = (pieces: readonly Piece[]): boolean =>
  pieces.every((one, index) => one.is !== "many" || pieces[index - 1]?.is !== "many");
const name = fc.array(piece, { minLength: 1, maxLength: 4 }).filter(apart);
const parts: fc.Arbitrary<readonly Part[]> = fc.array(
  fc.oneof({ weight: 3, arbitrary: name }, { weight: 1, arbitrary: fc.constant("folders" as const) }),
  { minLength: 1, maxLength: 4 },
);

function written(part: Part): string {
  if (part === "folders") return "**";
  return part
    .map((one) => {
      if (one.is === "text") return "*[{,-".includes(one.text) ? `\\${one.text}` : one.text;
      if (one.is === "class") return `[${one.negated ? "!" : ""}${one.letters}]`;
      return one.is === "one" ? "?" : "*";
    })
    .join("");
}

/** Tries every way to fit, one letter at a time: far too slow for use, and too plain to be wrong. */
function nameFits([first, ...rest]: readonly Piece[], letters: readonly string[]): boolean {
  const [head, ...tail] = letters;
  if (first === undefined) return head === undefined;
  if (first.is === "many") return nameFits(rest, letters) || (head !== undefined && nameFits([first, ...rest], tail));
  if (head === undefined) return false;
  const isFit =
    first.is === "one" ||
    (first.is === "text" && first.text === head) ||
    (first.is === "class" && first.letters.includes(head) !== first.negated);
  return isFit && nameFits(rest, tail);
}

function pathFits([first, ...rest]: readonly Part[], names: readonly string[]): boolean {
  const [head, ...tail] = names;
  if (first === undefined) return head === undefined;
  if (first === "folders") {
    const isEnough = rest.length === 0 ? names.length > 0 : pathFits(rest, names);
    return isEnough || (head !== undefined && pathFits([first, ...rest], tail));
  }
  return head !== undefined && nameFits(first, Array.from(head)) && pathFits(rest, tail);
}

const isDots = (text: string): boolean => text === "." || text === "..";
const path = fc
  .array(
    fc.array(letter, { minLength: 1, maxLength: 4 }).map((some) => some.join("")),
    { minLength: 1, maxLength: 4 },
  )
  .filter((names) => !names.some(isDots));

test("a glob fits exactly what trying every way says", () => {
  let fitted = 0;
  fc.assert(
    fc.property(parts, path, (all, names) => {
      const texts = all.map(written);
      fc.pre(!texts.some(isDots));
      const expected = pathFits(all, names);
      fitted += Number(expected);
      assert.equal(compileGlob(texts.join("/"))(names.join("/")), expected);
    }),
    { numRuns: 3_000 },
  );
  assert.ok(fitted > 50, `only ${fitted} of the paths fitted, so this showed little`);
});

test("a path fits its own name, escaped", () => {
  fc.assert(
    fc.property(path, path, (names, others) => {
      const own = compileGlob(names.map((one) => one.replaceAll(/[*[{,-]/g, "\\$&")).join("/"));
      assert.ok(own(names.join("/")));
      assert.equal(own(others.join("/")), names.join("/") === others.join("/"));
    }),
  );
});

type Tree = string | readonly (readonly Tree[])[];
const { sequence } = fc.letrec<{ sequence: readonly Tree[]; tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom("", "a", "b/", "\\{", "[,}]"),
    fc.array(tie("sequence"), { minLength: 2, maxLength: 3 }),
  ),
  sequence: fc.array(tie("tree"), { maxLength: 2 }),
}));

const shown = (trees: readonly Tree[]): string =>
  trees.map((tree) => (typeof tree === "string" ? tree : `{${tree.map(shown).join(",")}}`)).join("");
const all = (trees: readonly Tree[]): string[] =>
  trees.reduce<string[]>(
    (starts, tree) => {
      const ends = typeof tree === "string" ? [tree] : tree.flatMap(all);
      return starts.flatMap((start) => ends.map((end) => start + end));
    },
    [""],
  );

test("braces stand for every choice, in order", () => {
  fc.assert(
    fc.property(sequence, (trees) => {
      const expected = all(trees);
      fc.pre(expected.length <= 256);
      assert.deepEqual(expandBraces(shown(trees)), expected);
    }),
  );
});
