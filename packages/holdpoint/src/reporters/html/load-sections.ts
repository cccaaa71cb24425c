import type { LatencySummary, LoadBody } from "@holdpoint/core";
import { countText, latencyText, rateText, shareText } from "../../load/picture/figures.ts";
import { budgetTexts, observedText, windowTexts } from "../../load/picture/slo-text.ts";
import { toldRows } from "../../load/picture/told-rows.ts";
import { PERCENTILES } from "../../load/picture/tables-text.ts";
import { loadCharts } from "./load-charts.ts";
import { columns, loadTable } from "./load-table.ts";
import { html, Markup } from "./markup.ts";
import { toneOf } from "./tone.ts";

const TONES: Readonly<Record<string, string>> = { inconclusive: "unknown" };

/** Longer tables are closed at first. */
const OPEN_MAX = 30;

export interface LoadSection {
  readonly id: string;
  readonly title: string;
  readonly intro: string;
  readonly inside: readonly Markup[];
}

/** The parts of the page in order; a part that has nothing to show is left out. */
export function loadSections(body: LoadBody): readonly LoadSection[] {
  const charts = loadCharts(body);
  const sections: readonly LoadSection[] = [
    {
      id: "objectives",
      title: "Objectives",
      intro: "A percentile passes only where its interval does, and only on enough samples.",
      inside: objectives(body),
    },
    {
      id: "charts",
      title: "Charts",
      intro: "Response time counts from when a request was due, service time from when it was sent.",
      inside: charts.length === 0 ? [] : [html`<div class="charts">${charts}</div>`],
    },
    { id: "clocks", title: "Two clocks", intro: clockIntro(body), inside: clocks(body) },
    {
      id: "told",
      title: `Service time as ${body.tool.name} tells it`,
      intro: "Nothing more is in its file.",
      inside: told(body),
    },
    { id: "series", title: "Phases, endpoints and tags", intro: "Response times.", inside: series(body) },
    { id: "failures", title: "Failures and checks", intro: "What counts as failed, and why.", inside: failures(body) },
    { id: "windows", title: "Windows", intro: "The figures of the charts.", inside: windows(body) },
    { id: "terms", title: "Terms", intro: "What another run must have in common with this one.", inside: terms(body) },
  ];
  return sections.filter(({ inside }) => inside.length > 0);
}

export function badge(word: string): Markup {
  return html`<span class="badge ${TONES[word] ?? toneOf(word)}">${word}</span>`;
}

function objectives({ slo }: LoadBody): Markup[] {
  if (slo.length === 0) return [];
  const rows = slo.map((one) => [
    one.text,
    badge(one.outcome),
    observedText(one),
    [...budgetTexts(one), ...windowTexts(one)].join("; "),
    one.reason,
  ]);
  return [loadTable("Objectives", columns("Objective", "Outcome", "Seen", "Budget and windows", "Why"), rows)];
}

function clockIntro({ lag, queue }: LoadBody): string {
  const late = lag === null ? "" : ` The generator's own lag was ${latencyText(lag.p99)} at its p99.`;
  const waited = queue === null || queue.waited === 0 ? "" : ` ${countText(queue.waited)} waited for a connection.`;
  return `Where the two differ, requests waited before they could be sent.${late}${waited}`;
}

function clocks({ response, service }: LoadBody): Markup[] {
  if (response === null && service === null) return [];
  const row = (name: string, summary: LatencySummary | null): string[] => [
    name,
    ...PERCENTILES.map(([, key]) => latencyText(summary?.[key] ?? null)),
    summary === null ? "-" : countText(summary.count),
  ];
  const head = columns("Clock", ...PERCENTILES.map(([label]) => `#${label}`), "#samples");
  return [loadTable("Percentiles of both clocks", head, [row("response", response), row("service", service)])];
}

function told(body: LoadBody): Markup[] {
  const rows = toldRows(body);
  return rows.length === 0 ? [] : [loadTable("Service time", columns("Figure", "#Value"), rows)];
}

function series({ series: all }: LoadBody): Markup[] {
  const rows = all
    .filter(({ of }) => of !== "run")
    .map(({ of, name, completed, failed, summary }) => [
      `${of} ${name}`,
      countText(completed),
      countText(failed),
      ...(["p50", "p95", "p99", "max"] as const).map((key) => latencyText(summary?.[key] ?? null)),
    ]);
  if (rows.length === 0) return [];
  return [loadTable("Series", columns("Series", "#Succeeded", "#Failed", "#p50", "#p95", "#p99", "#max"), rows)];
}

function failures({ failures: kinds, checks, completed, failed }: LoadBody): Markup[] {
  const failureRows = kinds.map(({ kind, count }) => [kind, countText(count), shareText(count, completed + failed)]);
  const checkRows = checks.map(({ check, passed, failed: refused }) => [
    check,
    badge(refused === 0 ? "pass" : "fail"),
    countText(passed),
    countText(refused),
  ]);
  return [
    ...(failureRows.length === 0
      ? []
      : [loadTable("Failures by kind", columns("Kind", "#Count", "#Share"), failureRows)]),
    ...(checkRows.length === 0
      ? []
      : [loadTable("Checks", columns("Check", "Outcome", "#Passed", "#Failed"), checkRows)]),
  ];
}

function windows({ windows: all }: LoadBody): Markup[] {
  if (all.length === 0) return [];
  const rows = all.map(({ startMs, sizeMs, sent, completed, failed, dropped, queued, response, service }) => [
    `${startMs / 1000} s`,
    rateText((sent * 1000) / sizeMs),
    ...[completed, failed, dropped, queued].map(countText),
    ...[response?.p50, response?.p95, response?.p99, service?.p99].map((ms) => latencyText(ms ?? null)),
  ]);
  const head = columns(
    "From",
    "#Sent",
    "#Succeeded",
    "#Failed",
    "#Dropped",
    "#Waiting",
    "#Response p50",
    "#Response p95",
    "#Response p99",
    "#Service p99",
  );
  return [
    html`<details class="card more" ${new Markup(all.length <= OPEN_MAX ? "open" : "")}>
      <summary>${countText(all.length)} windows as a table</summary>
      ${loadTable("Windows", head, rows)}
    </details>`,
  ];
}

function terms({ terms: all, tool, trust }: LoadBody): Markup[] {
  const facts: readonly (readonly [string, string | number | null])[] = [
    ["Tool", [tool.name, tool.version].filter((part) => part !== null).join(" ")],
    ["Way of measuring", trust],
    ["Model", all.model],
    ["Arrivals", all.arrivals.join(", ")],
    ["Connections", all.connections],
    ["Pool full", all.poolFull],
    ["Pacing", all.pacing],
    ["Workers", all.workers],
    ["Warm-up", all.warmUpMs === null ? null : latencyText(all.warmUpMs)],
    ["Seed", all.seed],
    ["Machine", all.testbed],
    ["Plan", all.planSha256 === null ? null : `sha256:${all.planSha256}`],
    ["Generator's processor time", all.cpuS === null ? null : `${all.cpuS.toFixed(2)} s`],
  ];
  const known = facts.filter(([, value]) => value !== null && value !== "");
  return [loadTable("Terms of the run", columns("Term", "Value"), known)];
}
