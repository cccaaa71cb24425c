import type { GateVerdict } from "@holdpoint/core";
import type { RunResult } from "@holdpoint/release";

const VERDICTS: readonly GateVerdict[] = ["PASS", "WARN", "FAIL", "INCONCLUSIVE"];

type Labels = Readonly<Record<string, string>>;

interface Metric {
  readonly name: string;
  readonly help: string;
  readonly samples: readonly (readonly [Labels, number])[];
}

/**
 * Prometheus text exposition format 0.0.4 of one verdict, for a textfile collector or a push gateway. Outcomes and
 * verdicts are labels with the value 1, so that an alert can name them.
 */
export function renderPrometheus(result: RunResult): string {
  return metrics(result)
    .filter(({ samples }) => samples.length > 0)
    .map(metricText)
    .join("");
}

function metrics({ judgement, ledger, durationMs, steps }: RunResult): Metric[] {
  const { candidate, profile, gates, evidence, holdReasons, sections } = judgement;
  const about = { service: candidate.service, environment: candidate.environment, profile };
  const checks = gates.flatMap((gate) =>
    gate.checks.map((check) => ({ ...about, gate: gate.id, check: check.id, outcome: check.outcome })),
  );
  return [
    gauge("verdict", "1 when the candidate was promoted, 0 when it was held.", [
      [about, judgement.verdict === "PROMOTE" ? 1 : 0],
    ]),
    gauge("candidate_info", "What the verdict is about.", [
      [{ ...about, commit: candidate.commit, dirty: String(candidate.dirty), run: judgement.run }, 1],
    ]),
    gauge("judged_timestamp_seconds", "Instant of judgement.", [[about, Date.parse(judgement.judgedAt) / 1000]]),
    gauge("hold_reasons", "Reasons that hold the candidate.", [[about, holdReasons.length]]),
    gauge(
      "gate_verdict",
      "1 for the verdict that the gate came to, 0 for the others.",
      gates.flatMap((gate) =>
        VERDICTS.map(
          (verdict) =>
            [
              { ...about, gate: gate.id, blocking: String(gate.blocking), verdict },
              gate.verdict === verdict ? 1 : 0,
            ] as const,
        ),
      ),
    ),
    gauge(
      "check_outcome",
      "1 for the outcome of the check.",
      checks.map((labels) => [labels, 1]),
    ),
    gauge("sections_covered", "Audit sections with an executed check.", [[about, sections.covered.length]]),
    gauge(
      "evidence_samples",
      "Things that the evidence of a kind looked at.",
      summed(evidence, ({ kind, samples }) => [{ ...about, kind }, samples]),
    ),
    gauge("ledger_records", "Records in the ledger when the verdict was recorded.", [[about, ledger.size]]),
    gauge("ledger_anchored_records", "Records that a checkpoint outside the store vouches for.", [
      [about, ledger.anchoredUpTo],
    ]),
    gauge("run_duration_seconds", "How long the run took.", [[about, durationMs / 1000]]),
    gauge(
      "step_duration_seconds",
      "How long a step of the run took.",
      summed(steps, ({ kind, id, durationMs: stepMs }) => [{ ...about, kind, id }, stepMs / 1000]),
    ),
  ];
}

function gauge(name: string, help: string, samples: Metric["samples"]): Metric {
  return { name: `holdpoint_${name}`, help, samples };
}

/** A series may stand only once, so equal labels are added up. */
function summed<T>(items: readonly T[], sample: (item: T) => readonly [Labels, number]): Metric["samples"] {
  const sums = new Map<string, readonly [Labels, number]>();
  for (const item of items) {
    const [labels, value] = sample(item);
    const key = JSON.stringify(labels);
    sums.set(key, [labels, (sums.get(key)?.[1] ?? 0) + value]);
  }
  return [...sums.values()];
}

function metricText({ name, help, samples }: Metric): string {
  const lines = samples.map(([labels, value]) => `${name}{${labelText(labels)}} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join("")}`;
}

function labelText(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escapeLabel(value)}"`)
    .join(",");
}

/** The format knows three escapes; UTF-8 has no lone surrogate. */
function escapeLabel(value: string): string {
  return value.toWellFormed().replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
