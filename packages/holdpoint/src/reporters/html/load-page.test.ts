import assert from "node:assert/strict";
import { test } from "node:test";
import { loadBody, troubledBody } from "../../load/testing-load-body.ts";
import { renderLoadHtml } from "./load-page.ts";
import { loadSections } from "./load-sections.ts";
import { columns, loadTable } from "./load-table.ts";

const OPTIONS = { outcome: "pass", toolVersion: "1.2.3" } as const;

test("the page loads nothing, has no script and no style but its own", () => {
  const page = renderLoadHtml(loadBody(), OPTIONS);
  assert.match(page, /default-src 'none'; style-src 'sha256-[\w+/]+=*'; base-uri 'none'/);
  assert.doesNotMatch(page, /<script|<link|<img| style="|url\(|https?:\/\/(?!127\.0\.0\.1:8080)/);
});

test("every outcome has its own word and sentence", () => {
  for (const [outcome, lead] of [
    ["pass", "every objective holds"],
    ["valid", "no objective was given"],
    ["fail", "an objective does not hold"],
    ["inconclusive", "could not be judged"],
    ["invalid", "does not prove anything"],
  ] as const) {
    const page = renderLoadHtml(loadBody(), { ...OPTIONS, outcome });
    assert.ok(page.includes(lead) && page.includes(`>${outcome.toUpperCase()}<`), outcome);
  }
});

test("every window of a chart is a row of the table, and every section has a heading that is linked", () => {
  const page = renderLoadHtml(loadBody(), OPTIONS);
  assert.equal(page.match(/<th scope="row">\d+ s<\/th>/g)?.length, 10);
  for (const { id } of loadSections(loadBody())) {
    assert.ok(page.includes(`href="#${id}"`) && page.includes(`id="${id}-title"`), id);
  }
});

test("what there is nothing of is left out", () => {
  const bare = loadBody({ slo: [], windows: [], series: [], checks: [], response: null, service: null });
  assert.deepEqual(
    loadSections(bare).map(({ id }) => id),
    ["terms"],
  );
});

test("hostile text stays text", () => {
  for (const hostile of ["<script>alert(1)</script>", '" onload="x', "\u202e"]) {
    const page = renderLoadHtml(troubledBody(hostile), { ...OPTIONS, outcome: "invalid" });
    assert.ok(!page.includes(hostile), hostile);
    assert.match(page, /<span class="badge bad">lag<\/span>/);
  }
});

test("a table escapes its cells, and its first one is the row's heading", () => {
  const { text } = loadTable("c", columns("A", "#B"), [["<x>", 5], ["y"]]);
  assert.match(text, /<th scope="row">&lt;x&gt;<\/th><td data-label="B" class="num short">5<\/td>/);
  assert.match(text, /<th scope="row">y<\/th><td data-label="B" class="num short"><\/td>/);
});
