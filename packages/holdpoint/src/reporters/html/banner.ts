import type { Judgement } from "@holdpoint/core";
import { OUTCOMES } from "@holdpoint/core";
import type { RunResult } from "@holdpoint/release";
import { count, formatDuration, treeState } from "../view/format.ts";
import { countOutcomes } from "../view/notes.ts";
import type { Markup } from "./markup.ts";
import { html } from "./markup.ts";
import { entry } from "./told.ts";
import { toneOf } from "./tone.ts";

/** The verdict in one look, and exactly what it is about. */
export function banner({ judgement, durationMs }: RunResult): Markup {
  const { verdict, candidate, profile, run, judgedAt, policyDigest } = judgement;
  const facts = [
    entry("Commit", html`<code>${candidate.commit}</code>`, "wide"),
    entry("Working tree", treeState(candidate)),
    entry("Environment", candidate.environment),
    entry("Profile", `${profile}${judgement.partial ? ", only some of its gates" : ""}`),
    entry(
      "Judged at",
      html`<time datetime="${judgedAt}">${judgedAt.replace("T", " ").replace(/\.\d+Z$/, " UTC")}</time>`,
    ),
    entry("Took", formatDuration(durationMs)),
    entry("Run", html`<code>${run}</code>`),
    entry("Policy", html`<code>${policyDigest}</code>`, "wide"),
    ...candidate.artifacts.map(({ name, sha256 }) =>
      entry(`Artifact ${name}`, html`<code>sha256:${sha256}</code>`, "wide"),
    ),
  ];
  return html`<header class="banner ${toneOf(verdict)}">
    <div class="wrap">
      <p class="eyebrow">Holdpoint · release verdict</p>
      <h1><span class="stamp">${verdict}</span> <span>${candidate.service}</span></h1>
      <p class="lead">${lead(judgement)}</p>
      ${tally(judgement)}
      <dl class="facts">${facts.filter((fact) => fact !== null)}</dl>
    </div>
  </header>`;
}

function lead({ verdict, holdReasons, gates, profile }: Judgement): string {
  if (verdict === "HOLD") return `This candidate may not go on, for ${count(holdReasons.length, "reason")}.`;
  const blocking = gates.filter((gate) => gate.blocking).length;
  const passed = count(blocking, "blocking gate");
  return `This candidate may go on: ${passed} and every other rule of the profile "${profile}" let it through.`;
}

/** How the checks ended, as a bar and in words. */
function tally({ gates }: Judgement): Markup {
  const checks = gates.flatMap((gate) => gate.checks);
  const counts = countOutcomes(checks);
  const present = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  let x = 0;
  const rects = present.map((outcome) => {
    const rect = html`<rect class="${toneOf(outcome)}" x="${x}" y="0" width="${counts[outcome]}" height="1" />`;
    x += counts[outcome];
    return rect;
  });
  const words = present.map((outcome) => html`<li class="badge ${toneOf(outcome)}">${counts[outcome]} ${outcome}</li>`);
  return html`<svg
      class="bar"
      viewBox="0 0 ${Math.max(1, x)} 1"
      preserveAspectRatio="none"
      shape-rendering="crispEdges"
      aria-hidden="true"
    >
      ${rects}
    </svg>
    <ul class="tally" aria-label="${count(checks.length, "check")} by outcome">
      ${words}
    </ul>`;
}
