import assert from "node:assert/strict";
import { test } from "node:test";
import { SaxesParser } from "saxes";
import { HELD, PROMOTED } from "./fixture/runs.ts";
import { renderSvg } from "./svg.ts";

/** The text of a picture, as a reader of it would copy it; throws for what is not well-formed. */
function textOf(svg: string): string {
  let text = "";
  const parser = new SaxesParser();
  parser.on("text", (piece) => void (text += piece));
  parser.write(svg).close();
  return text;
}

test("a picture shows what the terminal shows", () => {
  assert.match(textOf(renderSvg(PROMOTED)), /PROMOTE/);
  assert.match(textOf(renderSvg(HELD)), /HOLD/);
});

test("a picture that would be too long is cut, and says so", () => {
  const many = Array.from({ length: 900 }, (_, index) => ({
    gate: "verdict",
    check: null,
    outcome: "fail",
    code: "partial-run",
    text: `reason ${index}`,
  }));
  const svg = renderSvg({ ...HELD, judgement: { ...HELD.judgement, gates: [], holdReasons: many } });
  assert.match(textOf(svg), /… \d+ more lines/);
});
