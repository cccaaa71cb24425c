import assert from "node:assert/strict";
import { test } from "node:test";
import type { CollectContext, Collected, CollectionFailure, Collector, StoredEvidence } from "@holdpoint/core";
import type { ProgressEvent } from "../result.ts";
import { collectTerms, configOf, NO_COVERAGE } from "../testing.ts";
import { collectAll } from "./collect.ts";

const collector = (kind: string, collect: Collector["collect"], more: Partial<Collector> = {}): Collector => ({
  kind,
  part: "none",
  version: "1",
  collect,
  ...more,
});
const collectedOf = ({ config }: Pick<CollectContext, "config">): Collected => ({
  kind: "repository",
  provenance: "measured",
  producer: { name: "git", version: "2" },
  startedAtMs: 1,
  finishedAtMs: 2,
  samples: 1,
  inputs: [],
  body: config,
});
const good = collector("repository", async (context) => [collectedOf(context)], { part: "repository" });
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
  const [unconfigured] = await collectAll(
    ["coverage"],
    [collector("coverage", async () => [], { part: "coverage" })],
    collectTerms("/r"),
  );
  assert.match(failure(unconfigured).text, /no `coverage` part/);
});

test("drills of a gateway share one part of the configuration, and are missing without it", async () => {
  const gateway = { command: ["node", "start.js"] };
  const drills = ["gateway-live", "breakers", "dead-letters", "error-taxonomy", "fail-closed"];
  for (const kind of drills) {
    const drill = collector(kind, async (context) => (await good.collect(context)).map((one) => ({ ...one, kind })), {
      part: "drills.gateway",
    });
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

test("several collectors may bring a kind, each with its own part, and those without one are left out", async () => {
  const part = (name: string, of: Collector["part"]): Collector =>
    collector(
      "load",
      async (context) => (await good.collect(context)).map((one) => ({ ...one, kind: "load", body: name })),
      {
        part: of,
      },
    );
  const all = await collectAll(
    ["load"],
    [part("a", "none"), part("b", "repository"), part("c", "coverage")],
    collectTerms("/r"),
  );
  assert.deepEqual(
    all.map(({ evidence }) => evidence.body),
    ["a", "b"],
  );
});

test("one gathering may bring several kinds, and what nobody wants of it is not kept", async () => {
  const both = collector(
    "load",
    async (context) =>
      ["load", "resources", "metrics-exposition"].flatMap((kind) => ({ ...collectedOf(context), kind })),
    { brings: ["resources", "metrics-exposition"] },
  );
  const all = await collectAll(["resources", "load"], [both], collectTerms("/r"));
  assert.deepEqual(
    all.map(({ evidence }) => evidence.kind),
    ["load", "resources"],
  );
});

test("one that crashes leaves a failure for each kind that it was to bring", async () => {
  const both = collector("load", () => Promise.reject(new Error("boom")), { brings: ["resources"] });
  const all = await collectAll(["load", "resources"], [both], collectTerms("/r"));
  assert.deepEqual(
    all.map((one) => failure(one).of),
    ["load", "resources"],
  );
});

test("what wants the machine alone is gathered after everything else, one at a time", async () => {
  const running = new Set<string>();
  const seen: string[] = [];
  const timed = (kind: string, alone: boolean): Collector =>
    collector(
      kind,
      async (context) => {
        running.add(kind);
        seen.push([...running].sort().join("+"));
        await new Promise(setImmediate);
        running.delete(kind);
        return [{ ...collectedOf(context), kind }];
      },
      { alone },
    );
  const collectors = [timed("a", true), timed("b", false), timed("c", false), timed("d", true)];
  const all = await collectAll(["a", "b", "c", "d"], collectors, collectTerms("/r"));
  assert.deepEqual(seen, ["b", "b+c", "a", "d"]);
  assert.deepEqual(
    all.map(({ evidence }) => evidence.kind),
    ["a", "b", "c", "d"],
  );
});
