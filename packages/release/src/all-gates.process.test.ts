import assert from "node:assert/strict";
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { after, before, test } from "node:test";
import type { ArtifactsBody, GateResult, Json, RejudgementBody, StoredEvidence } from "@holdpoint/core";
import { canonicalize, EVIDENCE_SCHEMA, KIND, sha256Hex } from "@holdpoint/core";
import { GATES } from "@holdpoint/gates";
import { scratch } from "@holdpoint/testkit";
import { cpSync } from "node:fs";
import type { GateArtifactDocument } from "./gate-artifact.ts";
import { gateArtifactName } from "./gate-artifact.ts";
import { rejudge } from "./io/rejudge.ts";
import { evidenceFiles } from "./io/run-directory.ts";
import { loadValidator } from "./io/schema-validator.ts";
import { readStoredInput } from "./io/stored-input.ts";
import { runRelease } from "./release.ts";
import { replayRun } from "./replay.ts";
import type { RunResult } from "./result.ts";
import { optionsOfAllGates } from "./testing-gates.ts";

const ends: (() => void)[] = [];
let root = "";
let run: RunResult;
const bodyOf = <Body>(kind: string): Body => {
  const found = evidenceFiles(run.runDirectory)
    .map((name) => JSON.parse(readFileSync(join(run.runDirectory, name), "utf8")) as StoredEvidence["evidence"])
    .filter((evidence) => evidence.kind === kind);
  assert.equal(found.length, 1, kind);
  return found[0]?.body as Body;
};
/** A copy of the run's folder, to be harmed. */
function copy(t: TestContext): string {
  const folder = join(scratch(t), "run");
  cpSync(run.runDirectory, folder, { recursive: true });
  return folder;
}
const evidenceOf = (folder: string, kind: string): string => {
  const name = evidenceFiles(folder).find((one) => one.startsWith(join("evidence", `${kind}-`)));
  assert.ok(name);
  return join(folder, name);
};

before(async () => {
  root = scratch({ after: (end) => void ends.push(end) });
  run = await runRelease(optionsOfAllGates(root));
});
after(() => ends.forEach((end) => end()));

test("each gate's artifact on disk is the gate of the judgement, under its name, valid and signed", async () => {
  const problemsOf = await loadValidator("gate-artifact.v1.json");
  const { judgement, runDirectory } = run;
  assert.deepEqual(
    judgement.gates.map(({ id }) => id),
    GATES.map(({ id }) => id),
  );
  const audit = readdirSync(join(root, "reports", "audit"));
  for (const gate of judgement.gates) {
    const text = readFileSync(join(runDirectory, "gates", `${gate.id}.json`), "utf8");
    const document = JSON.parse(text) as GateArtifactDocument;
    assert.deepEqual(document.gate, gate);
    assert.deepEqual(problemsOf(document), []);
    assert.equal(text, canonicalize(document as unknown as Json));
    const name = gateArtifactName(document);
    assert.match(name, new RegExp(`^${gate.id}-\\d{13}-${judgement.run}\\.json$`));
    assert.equal(readFileSync(join(root, "reports", "audit", name), "utf8"), text);
    assert.ok(audit.includes(name.replace(/\.json$/, ".dsse.json")));
    assert.deepEqual([document.candidate, document.policyDigest], [judgement.candidate, judgement.policyDigest]);
  }
  assert.equal(audit.filter((name) => name.endsWith(".json")).length, 2 * GATES.length);
});

test("the evidence about the run itself was read from disk", () => {
  const { artifacts } = bodyOf<ArtifactsBody>(KIND.artifacts);
  const candidates = GATES.filter(({ phase }) => phase === "candidate");
  assert.deepEqual(
    artifacts.map(({ gate }) => gate),
    candidates.map(({ id }) => id),
  );
  for (const artifact of artifacts) {
    assert.equal(artifact.sha256, sha256Hex(readFileSync(join(root, artifact.file))));
    assert.deepEqual([artifact.present, artifact.signed, artifact.problems], [true, true, []]);
    assert.equal(artifact.run, run.judgement.run);
  }
  const again = bodyOf<RejudgementBody>(KIND.rejudgement);
  assert.deepEqual([again.differences, again.first], [[], again.second]);
  // Node itself hands this one on when its coverage is measured.
  assert.deepEqual(
    again.environment.filter((name) => name !== "NODE_V8_COVERAGE"),
    [],
  );
});

test("every document that the run left behind says which schema it keeps, and keeps it", async () => {
  const judgement = await loadValidator("judgement.v1.json");
  assert.deepEqual(judgement(JSON.parse(readFileSync(join(run.runDirectory, "judgement.json"), "utf8"))), []);
  const plan = await loadValidator("plan.v1.json");
  assert.deepEqual(plan(JSON.parse(readFileSync(join(run.runDirectory, "plan.json"), "utf8"))), []);
  const evidence = await loadValidator("evidence.v1.json");
  const files = evidenceFiles(run.runDirectory);
  assert.ok(files.length >= 9);
  for (const name of files) {
    const document = JSON.parse(readFileSync(join(run.runDirectory, name), "utf8")) as { schema: string };
    assert.equal(document.schema, EVIDENCE_SCHEMA);
    assert.deepEqual(evidence(document), [], name);
  }
});

test("a replay with the gates that ship gives the same bytes", () => {
  const replay = replayRun(run.runDirectory, GATES);
  assert.deepEqual([replay.same, replay.differences, replay.changedGates], [true, [], []]);
  assert.equal(
    canonicalize(replay.judgement as unknown as Json),
    readFileSync(join(run.runDirectory, "judgement.json"), "utf8"),
  );
  const some = replayRun(run.runDirectory, GATES.slice(1));
  assert.deepEqual([some.same, some.changedGates], [false, [GATES[0]?.id]]);
});

test("a replay of evidence that was swapped, taken, added or edited, or of another plan, is not the same", (t) => {
  const harms: readonly ((folder: string) => void)[] = [
    (folder) => {
      const [one, other] = [evidenceOf(folder, "coverage"), evidenceOf(folder, "dependencies")];
      const text = readFileSync(one);
      writeFileSync(one, readFileSync(other));
      writeFileSync(other, String(text).replace('"samples":1', '"samples":2'));
    },
    (folder) => rmSync(evidenceOf(folder, "repository")),
    (folder) => {
      const text = readFileSync(evidenceOf(folder, "coverage"), "utf8");
      writeFileSync(join(folder, "evidence", "more.json"), text.replace('"samples":1', '"samples":7'));
    },
    (folder) => {
      const plan = join(folder, "plan.json");
      writeFileSync(plan, readFileSync(plan, "utf8").replace('"firstRelease":"allow"', '"firstRelease":"refuse"'));
    },
    (folder) => {
      const plan = join(folder, "plan.json");
      writeFileSync(plan, readFileSync(plan, "utf8").replace('"blocking":true', '"blocking":false'));
    },
    (folder) => {
      const judgement = join(folder, "judgement.json");
      writeFileSync(judgement, readFileSync(judgement, "utf8").replace('"HOLD"', '"PROMOTE"'));
    },
  ];
  for (const harm of harms) {
    const folder = copy(t);
    harm(folder);
    const replay = replayRun(folder, GATES);
    assert.equal(replay.same, false, harm.toString());
    assert.ok(replay.differences.length > 0);
  }
});

test("a file that is gone or broken is a registered error with its name", (t) => {
  const folder = copy(t);
  writeFileSync(evidenceOf(folder, "coverage"), "{");
  assert.throws(() => readStoredInput(folder), { code: "HP-READ-TRUNCATED" });
  for (const name of ["judgement.json", "plan.json"]) {
    const harmed = copy(t);
    renameSync(join(harmed, name), join(harmed, "elsewhere"));
    assert.throws(() => replayRun(harmed, GATES), { code: "HP-READ-ABSENT", place: { file: join(harmed, name) } });
  }
});

test("another process that finds something else says where; one that cannot read says why", async (t) => {
  const candidates = run.judgement.gates.filter(({ id }) =>
    GATES.some((gate) => gate.id === id && gate.phase !== "self"),
  );
  const { signal } = new AbortController();
  const lied = candidates.map((gate, index): GateResult => (index === 0 ? { ...gate, verdict: "WARN" } : gate));
  const body = await rejudge(run.runDirectory, lied, signal);
  assert.deepEqual(body.differences, ["/0/verdict"]);
  assert.notEqual(body.first, body.second);
  const folder = copy(t);
  writeFileSync(evidenceOf(folder, "coverage"), "nonsense");
  await assert.rejects(rejudge(folder, candidates, signal), { code: "HP-RUN-COLLECTOR-CRASHED" });
  await assert.rejects(rejudge(run.runDirectory, candidates, AbortSignal.abort()), { name: "AbortError" });
});

test("evidence that is swapped on disk while the run judges makes it hold", async (t) => {
  const other = scratch(t);
  const { judgement } = await runRelease(
    optionsOfAllGates(other, {
      onProgress: ({ type, kind }) => {
        if (type !== "started" || kind !== "rejudge") return;
        const [id = ""] = readdirSync(join(other, ".holdpoint", "runs"));
        const file = evidenceOf(join(other, ".holdpoint", "runs", id), "coverage");
        writeFileSync(file, readFileSync(file, "utf8").replace('"samples":1', '"samples":0'));
      },
    }),
  );
  const held = judgement.holdReasons.map(({ check, outcome }) => `${check} ${outcome}`);
  assert.ok(held.includes("judged-twice-same fail"), held.join("; "));
});
