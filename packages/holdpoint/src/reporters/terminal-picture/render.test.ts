import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { HELD } from "../fixture/runs.ts";
import { renderText } from "../text/render.ts";
import { PICTURE_LINES_MAX, terminalPicture } from "./render.ts";

interface Shape {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

function shapes(svg: string): Shape[] {
  const all: Shape[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => all.push({ name, attributes, text: "" }));
  parser.on("text", (text) => {
    const last = all.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.write(svg).close();
  return all;
}

test("the picture shows every line that was printed", () => {
  const text = renderText(HELD);
  const all = shapes(terminalPicture(renderText(HELD, { color: true }), { title: "holdpoint promote" }));
  const shown = all
    .filter(({ name }) => name === "text")
    .map((shape) => shape.text.replaceAll(/\s/g, ""))
    .join("");
  assert.ok(shown.includes(text.replaceAll(/\s/g, "")));
});

test("looks become attributes, at the column they were printed at", () => {
  const all = shapes(terminalPicture("ab\u001b[1;3;9;31mred\u001b[0m \u001b[41mon\u001b[0m", { title: "t" }));
  const red = all.find(({ text }) => text.trim() === "red");
  assert.equal(red?.attributes["x"], "34.8");
  assert.equal(red?.attributes["textLength"], "25.2");
  assert.equal(red?.attributes["font-weight"], "bold");
  assert.equal(red?.attributes["font-style"], "italic");
  assert.equal(red?.attributes["text-decoration"], "line-through");
  assert.ok(all.some(({ name, attributes }) => name === "rect" && attributes["fill"] === "#a8262b"));
});

test("it is as wide as its widest line and has a name", () => {
  const width = (ansi: string, columnsMin?: number): number => {
    const [svg] = shapes(
      terminalPicture(ansi, columnsMin === undefined ? { title: 'a "t"' } : { title: 'a "t"', columnsMin }),
    );
    assert.equal(svg?.attributes["aria-label"], 'a "t"');
    return Number(svg?.attributes["width"]);
  };
  assert.equal(width("x"), width("x".repeat(40)));
  assert.ok(width("x".repeat(41)) > width("x"));
  assert.equal(width("x", 80), width("x".repeat(80)));
});

test("too long an output is refused", () => {
  assert.throws(() => terminalPicture("x\n".repeat(PICTURE_LINES_MAX + 1), { title: "t" }), RangeError);
  assert.ok(terminalPicture("x\n".repeat(PICTURE_LINES_MAX), { title: "t" }).length > 0);
});

test("any output is well-formed XML", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      assert.ok(shapes(terminalPicture(text, { title: text })).length > 5);
    }),
  );
});
