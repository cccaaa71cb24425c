import type { CheckResult, GateResult, Judgement, Outcome } from "@holdpoint/core";
import { OUTCOMES } from "@holdpoint/core";
import { explainCheck } from "../view/explain.ts";
import { count, formatValue } from "../view/format.ts";
import { countOutcomes, formatChecks } from "../view/notes.ts";
import type { Anchors } from "./anchors.ts";
import type { Markup } from "./markup.ts";
import { html } from "./markup.ts";
import { entry, toldList } from "./told.ts";
import { badge, toneOf } from "./tone.ts";

/** A line for each gate, then every check of it with what it saw. */
export function gateSection(judgement: Judgement, anchors: Anchors): Markup {
  const rows = judgement.gates.map(
    (gate) =>
      html`<tr>
        <th scope="row"><a href="#${anchors.gate(gate)}">${gate.id}</a></th>
        <td data-label="Verdict">${badge(gate.verdict)}</td>
        <td data-label="Kind">${kind(gate)}</td>
        <td data-label="Checks passed" class="num short">${formatChecks(gate.checks)}</td>
        <td data-label="Sections">${gate.sections.join(" ")}</td>
      </tr>`,
  );
  return html`<section id="gates" aria-labelledby="gates-title">
      <h2 id="gates-title">Gates</h2>
      <p class="intro">A blocking gate holds unless all its checks let through. Unknown is never a pass.</p>
      <div class="card">
        <table class="stack">
          <caption class="hush">
            Gates and their verdicts
          </caption>
          <thead>
            <tr>
              <th scope="col">Gate</th>
              <th scope="col">Verdict</th>
              <th scope="col">Kind</th>
              <th scope="col" class="num">Checks passed</th>
              <th scope="col">Sections</th>
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>
    </section>
    <section id="checks" aria-labelledby="checks-title">
      <h2 id="checks-title">Every check</h2>
      <p class="intro">What each check saw, what it wanted, and the evidence that it looked at.</p>
      ${filter(judgement)}
      <div class="gates">${judgement.gates.map((gate) => gateCard(gate, anchors))}</div>
    </section>`;
}

function kind(gate: GateResult): string {
  return gate.blocking ? "blocking" : "advisory";
}

function filter({ gates }: Judgement): Markup {
  const checks = gates.flatMap((gate) => gate.checks);
  const counts = countOutcomes(checks);
  const present = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  const choice = (label: string, outcomes: readonly Outcome[], isFirst: boolean): Markup =>
    html`<label class="chip">
      <input type="radio" name="outcome" value="${outcomes.join(" ")}" ${isFirst && html` checked`} /><span
        >${label}</span
      ></label
    >`;
  const notPassed = present.filter((outcome) => outcome !== "pass");
  return html`<div class="card filter" id="filter" role="search" aria-label="Checks" hidden>
    <fieldset>
      <legend>Outcome</legend>
      ${choice(`all ${checks.length}`, OUTCOMES, true)}
      ${choice(`not passed ${checks.length - counts.pass}`, notPassed, false)}
      ${present.map((outcome) => choice(`${outcome} ${counts[outcome]}`, [outcome], false))}
    </fieldset>
    <div class="find">
      <label>Words in a check <input type="search" id="filter-words" autocomplete="off" spellcheck="false" /></label>
      <button type="button" id="open-all">Open all</button><button type="button" id="close-all">Close all</button>
    </div>
    <p id="filter-shown" class="soft" role="status"></p>
  </div>`;
}

function gateCard(gate: GateResult, anchors: Anchors): Markup {
  const anchor = anchors.gate(gate);
  return html`<section class="card gate" id="${anchor}" aria-labelledby="${anchor}-title">
    <header>
      <h3 id="${anchor}-title">${gate.title}</h3>
      ${badge(gate.verdict)}
      <span class="soft"
        >${kind(gate)} · ${count(gate.checks.length, "check")} · sections ${gate.sections.join(" ")}</span
      >
    </header>
    <ul class="checks">
      ${gate.checks.map((check) => checkItem(check, anchors.check(check)))}
    </ul>
  </section>`;
}

function checkItem(check: CheckResult, anchor: string): Markup {
  const told = explainCheck(check);
  const params = Object.entries(check.params).map(
    ([name, value]) => html`<li><code>${name} = ${formatValue(value)}</code></li>`,
  );
  return html`<li id="${anchor}" data-outcome="${check.outcome}" class="${toneOf(check.outcome)}">
    <details>
      <summary>
        <span>${badge(check.outcome)}</span> <span class="name">${check.id}</span>
        <span class="gist soft">${told.reason}</span>
      </summary>
      <div class="inside">
        ${toldList(told, [
          entry("Code", html`<code>${check.code}</code>`),
          entry("Sections", check.sections.join(" ")),
          entry(
            "Parameters",
            params.length === 0
              ? null
              : html`<ul class="digests">
                  ${params}
                </ul>`,
          ),
          entry("Waiver", check.waiver === null ? null : html`<code>${check.waiver}</code>`, "row"),
          entry(
            "Evidence looked at",
            check.evidence.length === 0
              ? "none"
              : html`<ul class="digests">
                  ${check.evidence.map((digest) => html`<li><code>${digest}</code></li>`)}
                </ul>`,
            "row",
          ),
        ])}
      </div>
    </details>
  </li>`;
}
