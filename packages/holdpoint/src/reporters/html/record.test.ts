import assert from "node:assert/strict";
import { test } from "node:test";
import { HELD, PROMOTED } from "../fixture/runs.ts";
import { recordSection } from "./record.ts";

function text(markup: string): string {
  return markup.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
}

test("it says where the verdict is recorded and who signed", () => {
  const shown = text(recordSection(HELD).text);
  assert.match(shown, /Ledger ledger-service\/holdpoint Size 431 records, anchored up to 431 Root (?:e3){32}/);
  assert.match(shown, /Signed with SHA256:7mXGk1H4l0sN8t2bq3T1v9y5c6d7e8f9A0B1C2D3E4F Compared/);
  assert.match(shown, /Compared with last-promoted: no earlier promotion/);
  assert.match(shown, /3 of 8 decided checks passed, 14 asked/);
});

test("a key that the run made is pointed out, an earlier promotion named", () => {
  const { judgement, key } = HELD;
  const baseline = { choice: "last-promoted", verdict: `sha256:${"9".repeat(64)}` };
  const shown = text(
    recordSection({ ...HELD, key: { ...key, isNew: true }, judgement: { ...judgement, baseline } }).text,
  );
  assert.match(shown, /\(new: this run made it\)/);
  assert.match(shown, /last-promoted: sha256:9{64}/);
});

test("it says how anybody verifies and judges again, by the run's own name", () => {
  const shown = text(recordSection(HELD).text);
  const { run } = HELD.judgement;
  assert.ok(shown.includes(`holdpoint verify .holdpoint/runs/${run} --key PUBLIC_KEY`));
  assert.ok(shown.includes(`holdpoint replay .holdpoint/runs/${run}`));
  assert.ok(!shown.includes(HELD.runDirectory));
});

test("it says what was not judged, or that nothing was left out", () => {
  assert.match(
    recordSection(HELD).text,
    /<dt>kill<\/dt>\s*<dd>takes ten minutes; <code>npm test<\/code> runs it<\/dd>/,
  );
  const whole = recordSection({ ...PROMOTED, judgement: { ...PROMOTED.judgement, notJudged: [] } });
  assert.match(text(whole.text), /Every suite of the configuration is part of this verdict\./);
});

test("every step stands with how it ended and how long it took", () => {
  const shown = text(recordSection(HELD).text);
  assert.match(shown, /unit suite exit 0 21\.0 s/);
  assert.equal(recordSection(HELD).text.match(/data-label="Took"/g)?.length, HELD.steps.length);
  assert.doesNotMatch(recordSection({ ...HELD, steps: [] }).text, /What ran/);
});
