import assert from "node:assert/strict";
import { test } from "node:test";
import type { Explanation } from "../view/explain.ts";
import { html } from "./markup.ts";
import { entry, toldList } from "./told.ts";

const told: Explanation = {
  reason: "3 tests failed",
  seen: "3",
  wanted: "0",
  flip: "would pass at 0",
  remediation: "Run `npm test`.",
  locations: [{ file: "a.test.ts", line: 4, text: "adds <up>" }],
};

function terms(markup: string): string[] {
  return [...markup.matchAll(/<dt>(.*?)<\/dt>/g)].map(([, term]) => term ?? "");
}

test("an entry without anything to say is left out", () => {
  for (const said of [null, "", []]) assert.equal(entry("Seen", said), null);
  assert.match(entry("Seen", 0)?.text ?? "", /<dd>0<\/dd>/);
  assert.match(entry("A & B", "<x>", "row")?.text ?? "", /class="row"[^]*A &amp; B[^]*&lt;x&gt;/);
});

test("what is known is told in one order, further entries after it", () => {
  const list = toldList(told, [entry("Code", html`<code>x</code>`), null]).text;
  assert.deepEqual(terms(list), ["Seen", "Wanted", "What would flip it", "What to do", "Where", "Code"]);
  assert.match(list, /Run <code>npm test<\/code>\./);
  assert.match(list, /<code>a\.test\.ts:4<\/code>/);
  assert.match(list, /adds &lt;up&gt;/);
});

test("what is not known is not told", () => {
  const nothing = { ...told, seen: null, wanted: null, flip: null, remediation: null, locations: [] };
  assert.deepEqual(terms(toldList(nothing).text), []);
  assert.deepEqual(terms(toldList({ ...nothing, remediation: "" }).text), []);
});
