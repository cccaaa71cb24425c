import type { LoadBody } from "@holdpoint/core";
import { shortDuration } from "../../format/duration.ts";
import type { LoadOutcome } from "../../load/outcome.ts";
import { countText, latencyText, rateText } from "../../load/picture/figures.ts";
import type { LoadSection } from "./load-sections.ts";
import { loadSections } from "./load-sections.ts";
import { LOAD_STYLE } from "./load-style.ts";
import type { Markup } from "./markup.ts";
import { html } from "./markup.ts";
import { wholePage } from "./page.ts";
import { STYLE } from "./style.ts";
import { entry } from "./told.ts";
import type { Tone } from "./tone.ts";

export interface LoadPageOptions {
  readonly outcome: LoadOutcome;
  readonly toolVersion: string;
}

const LEADS: Readonly<Record<LoadOutcome, string>> = {
  pass: "What was asked was sent, and every objective holds.",
  valid: "What was asked was sent; no objective was given.",
  fail: "What was asked was sent, and an objective does not hold.",
  inconclusive: "What was asked was sent, but an objective could not be judged.",
  invalid: "The run does not prove anything, neither good nor bad.",
};

const TONES: Readonly<Record<LoadOutcome, Tone>> = {
  pass: "good",
  valid: "good",
  fail: "bad",
  inconclusive: "unknown",
  invalid: "bad",
};

/**
 * A load run as one page: opens from a file, loads nothing, has no script, and every figure of a chart in a table.
 *
 * @example
 * await writeFile("load.html", renderLoadHtml(body, { outcome: "pass", toolVersion: "0.1.0" }));
 */
export function renderLoadHtml(body: LoadBody, { outcome, toolVersion }: LoadPageOptions): string {
  const sections = loadSections(body);
  const subject = body.url ?? body.tool.name;
  const generator = `Holdpoint ${toolVersion}`;
  return wholePage(
    { title: `${outcome}: load on ${subject}`, generator, style: STYLE + LOAD_STYLE },
    html`<a class="skip" href="#main">Go to the figures</a>
      ${banner(body, outcome, subject)}
      <nav aria-label="Parts of this report">
        <div class="wrap">
          <ul>
            ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
          </ul>
        </div>
      </nav>
      <main id="main" class="wrap" tabindex="-1">${sections.map(section)}</main>
      <footer>
        <div class="wrap">Written by Holdpoint ${toolVersion}.</div>
      </footer>`,
  );
}

function banner(body: LoadBody, outcome: LoadOutcome, subject: string): Markup {
  const { due, sent, completed, failed, dropped, response, service, reasons } = body;
  const facts = [
    entry("Asked", body.target === null ? null : rateText(body.target)),
    entry("Went out", rateText(body.achieved)),
    entry("For", shortDuration(body.durationMs)),
    entry("Due", due === null ? null : countText(due)),
    entry("Sent", countText(sent)),
    entry("Succeeded", countText(completed)),
    entry("Failed", countText(failed)),
    entry("Dropped", countText(dropped)),
    entry("Response p99", latencyText(response?.p99 ?? null)),
    entry("Service p99", latencyText(service?.p99 ?? null)),
  ];
  return html`<header class="banner ${TONES[outcome]}">
    <div class="wrap">
      <p class="eyebrow">Holdpoint · load</p>
      <h1><span class="stamp">${outcome.toUpperCase()}</span> <span>${subject}</span></h1>
      <p class="lead">${LEADS[outcome]}</p>
      ${
        reasons.length > 0 &&
        html`<ul class="reasons">
          ${reasons.map(({ code, text }) => html`<li><span class="badge bad">${code}</span> ${text}</li>`)}
        </ul>`
      }
      <dl class="facts">${facts.filter((fact) => fact !== null)}</dl>
    </div>
  </header>`;
}

function section({ id, title, intro, inside }: LoadSection): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <p class="intro">${intro}</p>
    ${inside}
  </section>`;
}
