import assert from "node:assert/strict";
import { test } from "node:test";
import { HELD } from "../fixture/runs.ts";
import { explainHolds } from "../view/explain.ts";
import { code, gateRow, holdBlock, inline, noticeItem, prose } from "./blocks.ts";

const [, , hold] = explainHolds(HELD.judgement);

test("long text is clipped before it is escaped, so that no escape is cut in two", () => {
  const shown = inline("*".repeat(1000));
  assert.equal(shown, `${"\\*".repeat(599)}…`);
  assert.equal(code("x".repeat(1000)).length, 602);
  assert.equal(prose("`a` b"), "`a` b");
});

test("a gate is a row of five cells", () => {
  const [gate] = HELD.judgement.gates;
  assert.ok(gate !== undefined);
  assert.equal(gateRow(gate), "| `candidate` | FAIL | yes | 1 of 2 | X D |");
  assert.equal(gateRow({ ...gate, id: "a|b", blocking: false }), "| `a¦b` | FAIL | no | 1 of 2 | X D |");
});

test("a hold is folded under what and why, its HTML apart from its Markdown by an empty line", () => {
  assert.ok(hold !== undefined);
  const lines = holdBlock(hold).split("\n");
  assert.equal(lines[0], "<details><summary><b>fail</b> tests / no-failed-tests: 3 of 431 tests failed</summary>");
  assert.equal(lines[1], "");
  assert.equal(lines.at(-2), "");
  assert.equal(lines.at(-1), "</details>");
});

test("at most ten places are named, the others counted", () => {
  assert.ok(hold !== undefined);
  const locations = Array.from({ length: 13 }, (_, index) => ({ file: `f${index}.ts`, text: "here" }));
  const block = holdBlock({ ...hold, locations });
  assert.equal(block.match(/^ {2}- `f\d+\.ts` here$/gm)?.length, 10);
  assert.match(block, /^ {2}- and 3 more$/m);
});

test("a notice is one line, with what would flip it where that is known", () => {
  const gate = HELD.judgement.gates.at(-1);
  const [check] = gate?.checks ?? [];
  assert.ok(gate !== undefined && check !== undefined);
  const item = "- **fail** `style / files-short`: 1 file is longer than 500 lines";
  assert.equal(noticeItem({ gate, check }), `${item} (would pass at &#60;= 500 lines)`);
  assert.equal(noticeItem({ gate, check: { ...check, flip: null } }), item);
});
