import assert from "node:assert/strict";
import { test } from "node:test";
import type { CollectionFailure, Collector, StoredEvidence } from "@holdpoint/core";
import type { ProgressEvent } from "../result.ts";
import { collectTerms, configOf, NO_COVERAGE } from "../testing.ts";
import { collectAll } from "./collect.ts";

const collector = (kind: string, collect: Collector["collect"]): Collector => ({ kind, version: "1", collect });
const good = collector("repository", async ({ config }) => [
  {
    kind: "repository",
    provenance: "measured",
    producer: { name: "git", version: "2" },
    startedAtMs: 1,
    finishedAtMs: 2,
    samples: 1,
    inputs: [],
    body: config,
  },
]);
const failure = (stored: StoredEvidence | undefined): CollectionFailure => stored?.evidence.body as CollectionFailure;

test("a collector is given its part of the configuration", async () => {
  const [stored] = await collectAll(["repository"], [good], collectTerms("/r"));
  assert.deepEqual(stored?.evidence.body, configOf().repository);
});

test("one that crashes leaves evidence of it, and the others go on", async () => {
  const crash = collector("coverage", () => Promise.reject(new RangeError("boom")));
  const kept: string[] = [];
  const terms = collectTerms("/r", {
    config: configOf({ coverage: NO_COVERAGE }),
    keep: ({ evidence }) => kept.push(evidence.kind),
  });
  const all = await collectAll(["coverage", "repository"], [good, crash], terms);
  assert.deepEqual(
    all.map(({ evidence }) => evidence.kind),
    ["collection-failure", "repository"],
  );
  assert.equal(failure(all[0]).text, "boom");
  assert.deepEqual(kept.sort(), ["collection-failure", "repository"]);
});

test("one that throws before it awaits is caught as well", async () => {
  const crash = collector("repository", () => {
    throw new Error("at once");
  });
  const [stored] = await collectAll(["repository"], [crash], collectTerms("/r"));
  assert.equal(failure(stored).code, "HP-RUN-COLLECTOR-CRASHED");
});

test("no collector, or nothing configured for it, is missing evidence", async () => {
  const [none] = await collectAll(["unheard-of"], [good], collectTerms("/r"));
  assert.equal(failure(none).code, "HP-RUN-NO-COLLECTOR");
  assert.equal(failure(none).outcome, "missing");
  const [unconfigured] = await collectAll(["coverage"], [collector("coverage", async () => [])], collectTerms("/r"));
  assert.match(failure(unconfigured).text, /no `coverage` part/);
});

test("drills of a gateway share one part of the configuration, and are missing without it", async () => {
  const gateway = { command: ["node", "start.js"] };
  const drills = ["gateway-live", "breakers", "dead-letters", "error-taxonomy", "fail-closed"];
  for (const kind of drills) {
    const drill = collector(kind, async (context) => (await good.collect(context)).map((one) => ({ ...one, kind })));
    const [stored] = await collectAll(
      [kind],
      [drill],
      collectTerms("/r", { config: configOf({ drills: { gateway } }) }),
    );
    assert.deepEqual(stored?.evidence.body, gateway, kind);
    for (const config of [configOf(), configOf({ drills: { gateway: null } })]) {
      const [none] = await collectAll([kind], [drill], collectTerms("/r", { config }));
      assert.equal(failure(none).outcome, "missing", kind);
      assert.match(failure(none).text, /no `drills\.gateway` part/);
    }
  }
});

test("an aborted run is told apart from a crash", async () => {
  const [stored] = await collectAll(["repository"], [good], collectTerms("/r", { signal: AbortSignal.abort() }));
  assert.equal(failure(stored).code, "HP-RUN-INTERRUPTED");
});

test("one that hands over other evidence than it says is an error, and none of it is kept", async () => {
  const kept: string[] = [];
  const terms = collectTerms("/r", { keep: ({ evidence }) => kept.push(evidence.kind) });
  for (const kind of ["test-results", "ledger", "collection-failure"]) {
    const liar = collector("repository", async (context) => [
      ...(await good.collect(context)),
      ...(await good.collect(context)).map((one) => ({ ...one, kind })),
    ]);
    const [stored, ...more] = await collectAll(["repository"], [liar], terms);
    assert.equal(failure(stored).code, "HP-RUN-COLLECTOR-CRASHED");
    assert.equal(failure(stored).text, `the collector of repository handed over ${kind} evidence`);
    assert.equal(more.length, 0);
  }
  assert.deepEqual(kept, ["collection-failure", "collection-failure", "collection-failure"]);
});

test("what JSON cannot carry is an error of the collector, not of the run", async () => {
  for (const body of [{ n: Number.NaN }, { text: "\ud800" }, { at: new Date(0) }, { run: () => 1 }, undefined]) {
    const odd = collector("repository", async (context) =>
      (await good.collect(context)).map((one) => ({ ...one, body })),
    );
    const [stored] = await collectAll(["repository"], [odd], collectTerms("/r"));
    assert.equal(failure(stored).outcome, "error");
  }
});

test("one that finds nothing is told to have found nothing", async () => {
  const ended: string[] = [];
  const onProgress = (event: ProgressEvent): void => void (event.type === "ended" && ended.push(event.ended));
  const none = collector("repository", async () => []);
  assert.deepEqual(await collectAll(["repository"], [none], collectTerms("/r", { onProgress })), []);
  assert.deepEqual(ended, ["nothing found"]);
});
