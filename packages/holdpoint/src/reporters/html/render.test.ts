import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { SECTIONS } from "@holdpoint/core";
import { HOSTILE, hostileRun } from "../fixture/hostile.ts";
import { HELD, PROMOTED } from "../fixture/runs.ts";
import { renderHtml } from "./render.ts";

const VOID = new Set(["meta", "input", "rect"]);

/** Tags with the names of their attributes, in order; fails where a tag is not closed by its own kind. */
function skeleton(page: string): string[] {
  const bare = page
    .replace(/<style>.*?<\/style>/s, "<style></style>")
    .replace(/<script>.*?<\/script>/s, "<script></script>");
  const open: string[] = [];
  const tags: string[] = [];
  for (const [, slash, name = "", attributes = ""] of bare.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"<>]*")?)*)\s*\/?>/g,
  )) {
    const names = [...attributes.matchAll(/([a-zA-Z-]+)(?:="[^"]*")?/g)].map(([, attribute]) => attribute);
    tags.push([slash, name, ...names].join(" "));
    if (slash === "/") assert.equal(open.pop(), name);
    else if (!VOID.has(name)) open.push(name);
  }
  assert.deepEqual(open, []);
  assert.equal(bare.replace("<!doctype html>", "").match(/</g)?.length, tags.length, "a `<` that is no tag");
  return tags;
}

test("the page is whole: every tag closed, every identifier once, every link to one of them", () => {
  for (const run of [HELD, PROMOTED]) {
    const page = renderHtml(run);
    assert.ok(skeleton(page).length > 100);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? "");
    assert.ok(links.length > 10);
    for (const href of links) assert.ok(href.startsWith("#") && ids.includes(href.slice(1)), href);
    for (const [, labels = ""] of page.matchAll(/aria-labelledby="([^"]*)"/g)) assert.ok(ids.includes(labels));
  }
});

test("it loads nothing and its policy allows nothing but what was written here", () => {
  const page = renderHtml(HELD);
  assert.doesNotMatch(page, /\ssrc=|srcset=|url\(|@import|https?:|\son[a-z]+=|\sstyle=/);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
  const hash = (tag: string): string => {
    const inside = new RegExp(`<${tag}>(.*?)</${tag}>`, "s").exec(page)?.[1] ?? "";
    return `${tag}-src 'sha256-${createHash("sha256").update(inside).digest("base64")}'`;
  };
  const directives = ["default-src 'none'", hash("style"), hash("script"), "base-uri 'none'", "form-action 'none'"];
  assert.equal(policy, directives.join("; "));
  for (const tag of ["style", "script"]) assert.equal(page.match(new RegExp(`<${tag}`, "g"))?.length, 1);
});

test("hostile text changes no tag and no attribute", () => {
  const withoutCode = (page: string): string[] => skeleton(page).filter((tag) => !tag.endsWith(" code"));
  const plain = withoutCode(renderHtml(hostileRun("plain")));
  for (const text of HOSTILE) assert.deepEqual(withoutCode(renderHtml(hostileRun(text))), plain, JSON.stringify(text));
});

test("the reasons come first, each with what was seen, wanted, would flip it and is to be done", () => {
  const page = renderHtml(HELD);
  const order = ["reasons", "gates", "checks", "notices", "sections", "evidence", "record", "steps"];
  const found = order.map((id) => page.indexOf(`<h2 id="${id}-title"`));
  assert.ok(found.every((at) => at > 0));
  assert.deepEqual(
    found,
    found.toSorted((a, b) => a - b),
  );
  assert.equal(page.match(/<li class="card hold /g)?.length, 8 + 4);
  const reasons = page.slice(found[0], found[1]);
  for (const said of [
    "3 of 431 tests failed",
    "would pass at 0 failed tests",
    "Run the named tests alone",
    "test/transfer.test.ts:41:3",
  ]) {
    assert.ok(reasons.includes(said), said);
  }
});

test("every check, piece of evidence, section, suite left out, step and artifact is on it", () => {
  const page = renderHtml(HELD, { toolVersion: "1.2.3" });
  const { judgement, artifacts, steps, ledger, key } = HELD;
  const texts = [
    ...judgement.gates.flatMap((gate) => [gate.id, ...gate.checks.map(({ id }) => id)]),
    ...judgement.evidence.map(({ digest }) => digest),
    ...SECTIONS.map(({ title }) => title.replaceAll("&", "&amp;")),
    ...judgement.notJudged.map(({ suite }) => suite),
    ...steps.map(({ id }) => id),
    ...artifacts,
    ledger.origin,
    ledger.root,
    key.fingerprint,
    judgement.candidate.commit,
    judgement.policyDigest,
    judgement.run,
    "Holdpoint 1.2.3",
  ];
  assert.ok(texts.length > 60);
  for (const text of texts) assert.ok(page.includes(text), text);
  assert.equal(page.match(/data-outcome="/g)?.length, judgement.score.asked);
});

test("covered, uncovered and required sections are told apart", () => {
  const cells = [...renderHtml(HELD).matchAll(/<li class="(\w+)">\s*<span class="letter">(\w)<\/span>/g)];
  const by = Object.fromEntries(cells.map(([, tone, id]) => [id, tone]));
  assert.equal(cells.length, SECTIONS.length);
  assert.deepEqual([by["L"], by["U"], by["A"]], ["good", "bad", "quiet"]);
});

test("a promotion says so and has nothing that holds it", () => {
  const page = renderHtml(PROMOTED);
  assert.match(page, /<title>PROMOTE: ledger-service 4b825dc642cb<\/title>/);
  assert.match(page, /Nothing holds it/);
  assert.doesNotMatch(page, /Why it is held/);
});

test("a run without gates, evidence or steps is still a page", () => {
  const { judgement } = PROMOTED;
  const page = renderHtml({
    ...PROMOTED,
    steps: [],
    judgement: { ...judgement, gates: [], evidence: [], notJudged: [] },
  });
  assert.ok(skeleton(page).length > 50);
  assert.match(page, /There is none\./);
  assert.match(page, /Every suite of the configuration is part of this verdict\./);
});
