import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ArtifactEnd, ArtifactHeader, LoadMade } from "@holdpoint/core";
import { ArtifactLines, NOTHING_SAID, parseObjective, sha256Hex } from "@holdpoint/core";
import { readLoadResults } from "../formats.ts";
import { judgedLoad } from "../judged-load.ts";
import { fixture, INFLATE, read, READERS, refusal } from "../testing.test.ts";

const lines = (): string[] => fixture("holdpoint/artifact.jsonl").toString().trimEnd().split("\n");

/** The artifact with another header and end, written as a run would. */
function written(header: (one: ArtifactHeader) => ArtifactHeader, end: (one: ArtifactEnd) => ArtifactEnd): string {
  const [first = "", ...rest] = lines();
  const begun = new ArtifactLines(header(JSON.parse(first) as ArtifactHeader)).header();
  const { end: _end, sha256: _sha, ...closing } = end(JSON.parse(rest.pop() ?? "") as ArtifactEnd);
  const body = `${begun}${rest.map((line) => `${line}\n`).join("")}`;
  const sealed = JSON.stringify({ end: true, ...closing }).slice(0, -1);
  return `${body}${sealed},"sha256":"${sha256Hex(body + sealed)}"}\n`;
}

describe("a stored run of ours", () => {
  test("says what the run printed, with all series, windows and objectives", () => {
    const { format, body, stored } = read(fixture("holdpoint/artifact.jsonl"));
    const printed = read(fixture("holdpoint/artifact-run.json"));
    assert.deepEqual([format, printed.format], ["holdpoint", "holdpoint-json"]);
    assert.deepEqual(body, printed.body);
    assert.equal(body.slo.length, 2);
    const { startedAtMs = 0, finishedAtMs = 0, isSynthetic } = stored ?? {};
    assert.deepEqual([finishedAtMs - startedAtMs, isSynthetic], [body.windows.length * 1000, false]);
    assert.deepEqual(READERS.holdpoint.read(fixture("holdpoint/artifact.jsonl"), "x"), body);
  });

  test("is judged by its seconds, whatever it says itself, also by windows and parts", () => {
    const objectives = ["80% ok", "p50 < 2s over 1s max 1", "80% ok on tag:read", "rate >= 1/s in phase:main"];
    const asked = objectives.map((text) => parseObjective(text));
    const { body } = readLoadResults(fixture("holdpoint/artifact.jsonl"), "x", INFLATE, asked);
    assert.deepEqual(
      body.slo.map(({ id, outcome }) => [id, outcome]),
      [
        ["p90-500ms-with-100-samples", "inconclusive"],
        ["80-ok", "pass"],
        ["p50-2s-over-1s-max-1", "pass"],
        ["80-ok-on-tag-read", "pass"],
        ["rate-1-s-in-phase-main", "pass"],
      ],
    );
  });

  test("of version 1 is read, and tells neither target nor kinds of failure", () => {
    const { body } = read(fixture("holdpoint/artifact-v1.jsonl"));
    const printed = read(fixture("holdpoint/run.json")).body;
    assert.deepEqual(
      [body.completed, body.failed, body.response],
      [printed.completed, printed.failed, printed.response],
    );
    assert.deepEqual([body.target, body.failures, body.terms.testbed], [null, [], null]);
  });

  test("on another target, or at another rate, is not the one that is judged", () => {
    const made = (over: Partial<LoadMade>): readonly string[] => {
      const asked = { objectives: [], made: { ...NOTHING_SAID, ...over } };
      const { body } = judgedLoad(read(fixture("holdpoint/artifact.jsonl")), asked);
      return [body.validity, ...body.reasons.map(({ code }) => code), ...body.slo.map(({ outcome }) => outcome)];
    };
    assert.deepEqual(made({ url: "http://127.0.0.1:8080", ratePerS: 50, model: "open" }), [
      "valid",
      "inconclusive",
      "pass",
    ]);
    for (const over of [{ url: "http://127.0.0.1:8081" }, { ratePerS: 51 }, { model: "closed" }] as const)
      assert.deepEqual(made(over), ["invalid", "made-otherwise", "invalid", "invalid"]);
  });

  test("that was computed says so", () => {
    const synthetic = written(
      (header) => ({ ...header, ...(header.made === undefined ? {} : { made: { ...header.made, synthetic: true } }) }),
      (end) => end,
    );
    assert.equal(read(synthetic).stored?.isSynthetic, true);
  });

  test("that was changed, cut, emptied or ended early is refused at its line", () => {
    const all = lines();
    const text = (some: readonly string[]): string => some.map((line) => `${line}\n`).join("");
    assert.equal(refusal(text(all)), "accepted");
    assert.equal(refusal(text(all.slice(0, -1))), `HP-READ-TRUNCATED ${all.length - 1}:1`);
    assert.equal(refusal(text(all).trimEnd()), `HP-READ-TRUNCATED ${all.length}:1`);
    assert.equal(refusal(text(all).slice(0, -60)), `HP-READ-TRUNCATED ${all.length}:1`);
    assert.equal(refusal(text(all.toSpliced(2, 1))), "HP-READ-SYNTAX 3:1");
    assert.equal(refusal(text(all).replace('"completed":', '"completed" :')), `HP-READ-SYNTAX ${all.length}:1`);
    assert.equal(refusal(text(all).replace('"due":50', '"due":51')), `HP-READ-SYNTAX ${all.length}:1`);
    assert.equal(refusal(text([...all, all[1] ?? ""])), `HP-READ-SYNTAX ${all.length + 1}:1`);
    const ended = written(
      (header) => header,
      (end) => ({ ...end, validity: "invalid" }),
    );
    assert.equal(refusal(ended), `HP-READ-SYNTAX ${all.length}:1`);
  });

  test("is known by its first line", () => {
    const { looksLike } = READERS.holdpoint;
    assert.ok(looksLike('{"schema":"holdpoint/load-artifact/v9"'));
    assert.equal(looksLike('{"schema":"holdpoint/load/v1"'), false);
    assert.equal(refusal('{"schema":"holdpoint/load-artifact/v9"}\n'), "HP-READ-NOT-THE-FORMAT 1:1");
  });
});
