import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { HOSTILE } from "../fixture/hostile.ts";
import { printable } from "../view/printable.ts";
import { codeSpan, escapeHtmlBlock, escapeMarkdown, escapeProse } from "./escape.ts";

/** What a renderer would make of it: the way back. */
function unescape(markdown: string): string {
  return markdown
    .replaceAll("<!-- -->", "")
    .replaceAll(/\\([\\`*_[\]~$])/g, "$1")
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

test("markup, cells, mentions, references, links and emoji are taken apart", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["a|b *c* _d_ `e` [f](g)", "a&#124;b \\*c\\* \\_d\\_ \\`e\\` \\[f\\](g)"],
    ["<img src=x onerror=alert(1)>", "&#60;img src=x onerror=alert(1)&#62;"],
    ["&lt;", "&#38;lt;"],
    ["see @ada and #12, #a", "see @<!-- -->ada and #<!-- -->12, #a"],
    ["https://x.example www.x.example :tada: 10:30:00", "https&#58;//x.example www&#46;x.example &#58;tada: 10:30:00"],
    ["~~no~~ $x$ \\", "\\~\\~no\\~\\~ \\$x\\$ \\\\"],
    ["two\nlines", "two lines"],
  ];
  for (const [text, escaped] of cases) assert.equal(escapeMarkdown(text), escaped);
});

test("nothing that could begin markup is left, and nothing is lost", () => {
  const check = (text: string): void => {
    const escaped = escapeMarkdown(text);
    assert.equal(unescape(escaped), printable(text));
    assert.doesNotMatch(escaped.replaceAll("<!-- -->", ""), /[<>|]/);
    assert.doesNotMatch(escaped.replaceAll(/\\[\\`*_[\]~$]/g, ""), /[`*_[\]~$\\]/);
  };
  for (const text of HOSTILE) check(text);
  fc.assert(fc.property(fc.string({ unit: "binary" }), check));
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("`", "*", "|", "\\", "<", "a", " ", "@", "#", "1", ":") }), check),
  );
});

test("a code span cannot be ended from inside", () => {
  assert.equal(codeSpan("a`b"), "``a`b``");
  assert.equal(codeSpan("`"), "`` ` ``");
  assert.equal(codeSpan("a|b"), "`a¦b`");
  assert.equal(codeSpan(""), "");
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("`", "a", " ") }), (text) => {
      const span = codeSpan(text);
      if (span === "") return;
      const fence = /^`+/.exec(span)?.[0] ?? "";
      const inside = span.slice(fence.length, -fence.length);
      assert.ok(![...inside.matchAll(/`+/g)].some(([run]) => run.length === fence.length));
    }),
  );
});

test("inside HTML there are entities only", () => {
  assert.equal(escapeHtmlBlock(`<b>"*|'</b> @ada`), "&#60;b&#62;&#34;*|&#39;&#60;/b&#62; @<!-- -->ada");
});

test("prose keeps its code", () => {
  assert.equal(escapeProse("run `holdpoint plan`, then *look*"), "run `holdpoint plan`, then \\*look\\*");
  assert.equal(escapeProse("one ` alone"), "one \\` alone");
  assert.equal(escapeProse("`<b>`"), "`<b>`");
});
