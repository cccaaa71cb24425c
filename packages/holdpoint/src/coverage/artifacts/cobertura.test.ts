import assert from "node:assert/strict";
import { test } from "node:test";
import { HOSTILE } from "../../reporters/fixture/hostile.ts";
import { coberturaXml } from "./cobertura.ts";
import { artifactFile, marksOf, SUBJECT, wholeOf } from "./testing-artifacts.ts";

test("every element has the attributes that the DTD requires", () => {
  const part = wholeOf([
    artifactFile("a.ts", marksOf("1:3 2:0", "1:1/2", "1:1/1")),
    artifactFile("src/b.ts", marksOf("7:1")),
  ]);
  const xml = coberturaXml(part, SUBJECT, "1.2.3");
  const required: Readonly<Record<string, readonly string[]>> = {
    coverage:
      "line-rate branch-rate lines-covered lines-valid branches-covered branches-valid complexity version timestamp".split(
        " ",
      ),
    package: ["name", "line-rate", "branch-rate", "complexity"],
    class: ["name", "filename", "line-rate", "branch-rate", "complexity"],
    method: ["name", "signature", "line-rate", "branch-rate", "complexity"],
    line: ["number", "hits", "branch"],
  };
  for (const [element, names] of Object.entries(required)) {
    const tags = [...xml.matchAll(new RegExp(`<${element} [^>]*>`, "g"))].map(([tag]) => tag);
    assert.ok(tags.length > 0, element);
    for (const tag of tags) for (const name of names) assert.ok(tag.includes(` ${name}="`), `${tag} has no ${name}`);
  }
  assert.match(xml, /<package name="\."/);
  assert.match(xml, /lines-covered="2" lines-valid="3" branches-covered="1" branches-valid="2"/);
  assert.match(xml, /<line number="1" hits="3" branch="true" condition-coverage="50% \(1\/2\)"\/>/);
});

test("a rate is 1 only when all is covered", () => {
  const lines = Array.from({ length: 2_000 }, (_, at) => `${at + 1}:${at === 0 ? 0 : 1}`);
  const one = marksOf(lines.join(" "));
  assert.match(coberturaXml(wholeOf([artifactFile("a", one)]), SUBJECT, "1"), /<coverage line-rate="0.999500"/);
  assert.match(
    coberturaXml(wholeOf([artifactFile("a", marksOf("1:1"))]), SUBJECT, "1"),
    /line-rate="1" branch-rate="1"/,
  );
});

test("a file of which nobody says which lines it means is not in it", () => {
  const part = wholeOf([artifactFile("a.ts", null), artifactFile("b.ts", marksOf("1:1"))]);
  const xml = coberturaXml(part, SUBJECT, "1");
  assert.doesNotMatch(xml, /a\.ts/);
  assert.match(xml, /lines-valid="1"/);
});

test("hostile paths stay inside their attribute", () => {
  for (const text of HOSTILE) {
    const xml = coberturaXml(wholeOf([artifactFile(`src/${text}.ts`, marksOf("1:1"))]), SUBJECT, "1");
    assert.equal(xml.match(/<class /g)?.length, 1);
    assert.doesNotMatch(xml.replaceAll(/<[^<>]*>/g, ""), /[<>]/);
  }
});
