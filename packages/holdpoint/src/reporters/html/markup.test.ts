import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { HOSTILE } from "../fixture/hostile.ts";
import { escapeHtml, html, prose } from "./markup.ts";

test("text is escaped, markup is taken as it is, nothing is nothing", () => {
  assert.equal(html`<p title="${'"'}">${"<b>&'"}</p>`.text, '<p title="&quot;">&lt;b&gt;&amp;&#39;</p>');
  assert.equal(html`<p>${html`<i>x</i>`}${[html`1`, html`2`]}${null}${false}${0}</p>`.text, "<p><i>x</i>120</p>");
});

test("no text begins a tag, ends an attribute or brings a control character", () => {
  const check = (text: string): void => {
    assert.doesNotMatch(escapeHtml(text), /[<>"'\p{Cc}\p{Cs}]|&(?!amp;|lt;|gt;|quot;|#39;)/u);
    assert.doesNotMatch(prose(text).text.replaceAll(/<\/?code>/g, ""), /[<>"'\p{Cc}\p{Cs}]/u);
  };
  for (const text of HOSTILE) check(text);
  fc.assert(fc.property(fc.string({ unit: "binary" }), check));
});

test("back quotes in prose mark code, an odd one does not", () => {
  assert.equal(
    prose("see `plan` and `<b>`, then go").text,
    "see <code>plan</code> and <code>&lt;b&gt;</code>, then go",
  );
  assert.equal(prose("one ` alone").text, "one ` alone");
  assert.equal(prose("`all`").text, "<code>all</code>");
});
