import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { HOSTILE, hostileRun } from "./fixture/hostile.ts";
import { HELD, PROMOTED } from "./fixture/runs.ts";
import { renderPrometheus } from "./prometheus.ts";

interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const SAMPLE = /^([a-z_]+)\{((?:[a-z_]+="(?:[^"\\\n]|\\[\\"n])*",?)*)\} (-?[\d.e+-]+)$/;

/** Strict reader of the text format: HELP, then TYPE, then the samples of that name, no series twice. */
function read(text: string): Sample[] {
  assert.ok(text.endsWith("\n"));
  const samples: Sample[] = [];
  const series = new Set<string>();
  const names = new Set<string>();
  let current = "";
  for (const line of text.split("\n").slice(0, -1)) {
    const help = /^# HELP ([a-z_]+) .+$/.exec(line);
    if (help !== null) {
      current = help[1] ?? "";
      assert.ok(!names.has(current), `${current} stands twice`);
      names.add(current);
      continue;
    }
    if (line === `# TYPE ${current} gauge`) continue;
    const match = SAMPLE.exec(line);
    assert.ok(match !== null, line);
    const [, name = "", labelText = "", value = ""] = match;
    assert.equal(name, current);
    assert.ok(!series.has(name + labelText), line);
    series.add(name + labelText);
    const labels = Object.fromEntries(
      [...labelText.matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/g)].map((one) => [
        one[1],
        (one[2] ?? "").replaceAll(/\\([\\"n])/g, (_, character: string) => (character === "n" ? "\n" : character)),
      ]),
    );
    samples.push({ name, labels, value: Number(value) });
  }
  return samples;
}

function valueOf(
  samples: readonly Sample[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined {
  return samples.find(
    (one) => one.name === name && Object.entries(labels).every(([key, value]) => one.labels[key] === value),
  )?.value;
}

test("verdict, gates, checks and durations are gauges", () => {
  const held = read(renderPrometheus(HELD));
  assert.equal(valueOf(held, "holdpoint_verdict", { service: "ledger-service", profile: "release" }), 0);
  assert.equal(valueOf(read(renderPrometheus(PROMOTED)), "holdpoint_verdict"), 1);
  assert.equal(valueOf(held, "holdpoint_hold_reasons"), 9);
  assert.equal(valueOf(held, "holdpoint_gate_verdict", { gate: "coverage", verdict: "INCONCLUSIVE" }), 1);
  assert.equal(valueOf(held, "holdpoint_gate_verdict", { gate: "coverage", verdict: "PASS" }), 0);
  assert.equal(
    valueOf(held, "holdpoint_check_outcome", { gate: "tests", check: "no-failed-tests", outcome: "fail" }),
    1,
  );
  assert.equal(valueOf(held, "holdpoint_run_duration_seconds"), 41.23);
  assert.equal(valueOf(held, "holdpoint_step_duration_seconds", { kind: "suite", id: "unit" }), 21.004);
  assert.equal(valueOf(held, "holdpoint_judged_timestamp_seconds"), 1_773_480_413);
  assert.equal(held.filter(({ name }) => name === "holdpoint_check_outcome").length, HELD.judgement.score.asked);
});

test("pieces of one kind and steps of one name are added up, as a series may stand only once", () => {
  const { judgement, steps } = HELD;
  const twice = {
    ...HELD,
    steps: [...steps, ...steps],
    judgement: { ...judgement, evidence: [...judgement.evidence, ...judgement.evidence] },
  };
  const samples = read(renderPrometheus(twice));
  assert.equal(valueOf(samples, "holdpoint_evidence_samples", { kind: "repository" }), 1224);
  assert.equal(valueOf(samples, "holdpoint_step_duration_seconds", { kind: "suite", id: "unit" }), 42.008);
});

test("a run without steps or evidence leaves those metrics out", () => {
  const text = renderPrometheus({ ...HELD, steps: [], judgement: { ...HELD.judgement, evidence: [] } });
  assert.doesNotMatch(text, /step_duration|evidence_samples/);
  assert.ok(read(text).length > 0);
});

test("labels come back as they were", () => {
  const check = (text: string): void => {
    const samples = read(renderPrometheus(hostileRun(text)));
    const service = samples.find(({ name }) => name === "holdpoint_verdict")?.labels["service"];
    assert.equal(service, text.toWellFormed());
  };
  for (const text of HOSTILE) check(text);
  fc.assert(fc.property(fc.string({ unit: "binary" }), check), { numRuns: 50 });
});
