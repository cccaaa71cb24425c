import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { html } from "./markup.ts";
import { sourceHash, wholePage } from "./page.ts";

const STYLE = "p { color: red }";
const PARTS = { title: "A <b>", generator: null, style: STYLE };

function policyOf(page: string): string {
  return /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
}

test("a page allows its own style by its digest, and nothing else", () => {
  const digest = createHash("sha256").update(STYLE).digest("base64");
  assert.equal(sourceHash(STYLE), `'sha256-${digest}'`);
  const page = wholePage(PARTS, html`<p>${"<script>"}</p>`);
  assert.equal(policyOf(page), `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`);
  assert.ok(page.includes(`<style>${STYLE}</style>`) && page.includes("<title>A &lt;b&gt;</title>"));
  assert.ok(page.includes("<p>&lt;script&gt;</p>") && !page.includes("<script>") && !page.includes("generator"));
});

test("a script is allowed by its digest and stands last; whoever writes the page is told where it is known", () => {
  const page = wholePage({ ...PARTS, generator: "Holdpoint 1", script: "go()" }, html`<main></main>`);
  assert.ok(policyOf(page).includes(`script-src ${sourceHash("go()")}`));
  assert.match(page, /<main><\/main>\s*<script>go\(\)<\/script>\s*<\/body>/);
  assert.ok(page.includes('<meta name="generator" content="Holdpoint 1" />') && page.endsWith("</html>\n"));
});
