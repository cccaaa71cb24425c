import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadSecond, loadSlice, runSecond } from "@holdpoint/testkit";
import type { LoadBody } from "../../evidence/load.ts";
import type { Objective } from "../../slo/objective.ts";
import { parseObjective } from "../../slo/parse-objective.ts";
import { SloWatch } from "../../slo/slo-watch.ts";
import { ArtifactLines } from "../artifact/artifact-lines.ts";
import type { ArtifactHeader, RunRan } from "../artifact/header.ts";
import { LoadArtifactReader } from "../artifact/read-artifact.ts";
import { loadBody } from "./load-body.ts";
import { phaseSpans, plannedMs } from "./phase-spans.ts";
import type { RunSecond } from "./run-second.ts";
import { RunTally } from "./run-tally.ts";
import type { StoredRunTerms } from "./stored-run.ts";
import { StoredLoadRun, WHOLE_RUN } from "./stored-run.ts";
import { artifactHeader, MADE, secondOf } from "./testing-artifact.ts";

const OBJECTIVES = ["p80 <= 95ms", "99% ok under 300ms", "rate >= 50/s", "p50 < 1s over 2s"].map((one) =>
  parseObjective(one),
);
const RAN: RunRan = { durationMs: 10_000, queue: { max: 3, waited: 40 }, retried: 2, cpuS: 0.123456 };

/** Ten seconds that take 10 ms more each, the fifth with failures, and one of the drain. */
const SECONDS: readonly RunSecond[] = [
  ...Array.from({ length: 10 }, (_, at) => secondOf(at, 10 * (at + 1), at === 4)),
  runSecond(10, [loadSecond(10)]),
];

interface Made {
  /** What the run itself told. */
  readonly body: LoadBody;
  readonly lines: readonly string[];
}

/** A run as it is made: tallied, judged and written while it goes on. */
function made(header: ArtifactHeader, seconds: readonly RunSecond[] = SECONDS, ran: RunRan = RAN): Made {
  const tally = new RunTally(header.made?.windowS ?? 1);
  const durationMs = plannedMs(header.phases);
  const watch = new SloWatch({
    objectives: header.made?.objectives ?? [],
    abort: header.made?.abort ?? null,
    phases: phaseSpans(header.phases),
    durationMs,
  });
  const writer = new ArtifactLines(header);
  const lines = [writer.header()];
  for (const second of seconds) {
    tally.take(second);
    watch.second(second.series);
    lines.push(writer.second(second));
  }
  const target = header.made?.target ?? null;
  const body = loadBody(tally, header, { ...ran, target, reasons: [], slo: watch.results("valid") });
  const { validity, reasons } = body;
  const version2 = header.made === undefined ? {} : { ran };
  lines.push(writer.end({ seconds: tally.seconds, totals: tally.totals, validity, reasons, ...version2 }));
  return { body, lines };
}

function stored(lines: readonly string[], terms: Partial<StoredRunTerms> = {}): LoadBody {
  const held: { run: StoredLoadRun | null } = { run: null };
  const reader = new LoadArtifactReader("load-1.jsonl", (seconds, header, told) => {
    held.run ??= new StoredLoadRun(header, { ...WHOLE_RUN, ...terms });
    held.run.take(seconds, told);
  });
  for (const line of lines) reader.line(line.trimEnd());
  const end = reader.end();
  return (held.run ?? new StoredLoadRun(end.header, { ...WHOLE_RUN, ...terms })).body(end);
}

const outcomes = ({ slo }: LoadBody): string[] => slo.map(({ outcome }) => outcome);
const codes = ({ reasons }: LoadBody): string[] => reasons.map(({ code }) => code);
const withMade = (over: Partial<typeof MADE> = {}): ArtifactHeader => artifactHeader({ made: { ...MADE, ...over } });
const figures = (body: LoadBody): unknown[] => {
  const { due, sent, completed, durationMs, response } = body;
  return [due, sent, completed, durationMs, response?.count, Math.round(response?.max ?? 0)];
};

describe("a whole run out of its artifact", () => {
  test("says what the run said, field by field", () => {
    const { body, lines } = made(withMade({ objectives: OBJECTIVES }));
    assert.deepEqual(stored(lines), body);
    assert.deepEqual(outcomes(body), ["pass", "pass", "pass", "pass"]);
    assert.deepEqual(
      [body.target, body.achieved, body.queue, body.retried, body.terms.seed],
      [100, 98, RAN.queue, 2, -7],
    );
    assert.deepEqual(body.failures, [
      { kind: "reset", count: 4 },
      { kind: "status 503", count: 6 },
    ]);
    assert.deepEqual(body.checks, [{ check: "home: status is 200", passed: 940, failed: 6 }]);
  });

  test("also one that an objective ended, and that lasted until then", () => {
    const slow = { ...parseObjective("p50 < 1ms"), id: "slow" };
    const abort = { objectives: ["slow"], windowMs: 2000, holdMs: 1000 };
    const header = withMade({ objectives: [slow], abort });
    const { body, lines } = made(header, SECONDS.slice(0, 4), { ...RAN, durationMs: 3500.25 });
    assert.deepEqual(stored(lines), body);
    assert.match(body.slo[0]?.reason ?? "", /the run was ended after 4 s/);
  });

  test("objectives that are asked for come behind its own, each once", () => {
    const own = OBJECTIVES.slice(0, 2);
    const { lines } = made(withMade({ objectives: own }));
    const asked: readonly Objective[] = [...OBJECTIVES.slice(1, 2), parseObjective("p80 <= 1ms")];
    const body = stored(lines, { objectives: asked });
    assert.deepEqual(
      body.slo.map(({ id }) => id),
      [...own.map(({ id }) => id), asked[1]?.id],
    );
    assert.equal(outcomes(body).at(-1), "fail");
  });

  test("of version 1 says what that holds, and nothing more", () => {
    const { lines } = made(artifactHeader());
    const body = stored(lines, { objectives: [parseObjective("p80 <= 95ms")] });
    assert.deepEqual(figures(body), [1000, 1000, 990, 10_000, 1000, 100]);
    assert.deepEqual(
      [body.target, body.queue, body.failures, body.checks, body.terms.connections],
      [null, null, [], [], null],
    );
    assert.deepEqual([body.tool.version, body.terms.cpuS, body.slo.length, body.validity], [null, null, 1, "valid"]);
  });

  test("what its seconds show is not believed otherwise", () => {
    const limits = { lagP99Ms: 0.5, achievedRatio: 0.99 };
    assert.deepEqual(codes(stored(made(withMade({ validity: limits })).lines)), ["lag"]);
    const unsent = [runSecond(0, [loadSecond(0, [1000], { due: 3 })])];
    assert.deepEqual(codes(stored(made(withMade(), unsent).lines)), ["rate-missed"]);
    const bad = { completed: 0, failed: 1, failedResponse: loadSlice(9), failedService: loadSlice(9) };
    const failed = [runSecond(0, [loadSecond(0, [9], bad)], { failures: [["reset", 1]] })];
    assert.deepEqual(codes(stored(made(withMade(), failed).lines)), ["all-failed"]);
    const nothing = stored(made(withMade({ objectives: OBJECTIVES }), []).lines);
    assert.deepEqual([codes(nothing), nothing.slo[0]?.outcome], [["no-samples"], "invalid"]);
  });

  test("a closed model is not trusted like an open one", () => {
    const phases = [{ name: "main", durationMs: 10_000, arrival: "closed" }];
    assert.equal(stored(made(artifactHeader({ phases })).lines).trust, "closed-service-only");
  });
});

describe("a part of a run", () => {
  test("has its own figures, begins at 0, and holds no objectives", () => {
    const { lines } = made(withMade({ objectives: OBJECTIVES }));
    const body = stored(lines, { fromS: 4, toS: 6 });
    assert.deepEqual(figures(body), [200, 200, 190, 2000, 200, 60]);
    assert.deepEqual(
      body.windows.map(({ startMs }) => startMs),
      [0],
    );
    assert.deepEqual([body.slo, body.queue, body.target, body.retried], [[], null, null, undefined]);
    assert.deepEqual([body.failures.length, body.achieved], [2, 98]);
  });

  test("without a second is invalid, also of a run without one", () => {
    for (const { lines } of [made(withMade()), made(withMade(), [])]) {
      const body = stored(lines, { fromS: 50 });
      assert.deepEqual([body.validity, codes(body), body.achieved], ["invalid", ["no-samples"], null]);
    }
  });
});
