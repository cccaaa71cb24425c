import assert from "node:assert/strict";
import { test } from "node:test";
import { HELD, PROMOTED } from "../fixture/runs.ts";
import { banner } from "./banner.ts";

function facts(page: string): Record<string, string> {
  const entries = [...page.matchAll(/<dt>(.*?)<\/dt>\s*<dd>(.*?)<\/dd>/gs)];
  return Object.fromEntries(entries.map(([, term = "", said = ""]) => [term, said.replaceAll(/<[^>]*>/g, "").trim()]));
}

test("it says what was decided, and how many reasons hold", () => {
  assert.match(banner(HELD).text, /class="stamp">HOLD<[^]*This candidate may not go on, for 9 reasons\./);
  assert.match(banner(PROMOTED).text, /class="stamp">PROMOTE<[^]*5 blocking gates and every other rule/);
  assert.match(banner(HELD).text, /class="banner bad"/);
  assert.match(banner(PROMOTED).text, /class="banner good"/);
});

test("it says exactly what was judged", () => {
  const { candidate, run, policyDigest } = HELD.judgement;
  assert.deepEqual(facts(banner(HELD).text), {
    Commit: candidate.commit,
    "Working tree": "uncommitted changes",
    Environment: "release",
    Profile: "release",
    "Judged at": "2026-03-14 09:26:53 UTC",
    Took: "41.2 s",
    Run: run,
    Policy: policyDigest,
    "Artifact ledger-service-2.4.0.tgz": `sha256:${"ab".repeat(32)}`,
  });
});

test("a partial run is called one", () => {
  const partial = banner({ ...HELD, judgement: { ...HELD.judgement, partial: true } }).text;
  assert.equal(facts(partial)["Profile"], "release, only some of its gates");
});

test("the bar is as long as there are checks, and its parts are the outcomes", () => {
  const { text } = banner(HELD);
  const widths = [...text.matchAll(/<rect class="\w+" x="(\d+)" y="0" width="(\d+)"/g)].map(([, x, width]) => [
    Number(x),
    Number(width),
  ]);
  let end = 0;
  for (const [x, width = 0] of widths) {
    assert.equal(x, end);
    end += width;
  }
  assert.equal(end, HELD.judgement.score.asked);
  assert.match(text, new RegExp(`viewBox="0 0 ${end} 1"`));
  assert.match(text, /aria-label="14 checks by outcome"/);
  assert.match(text, /3 fail</);
});
