import type { RunResult } from "@holdpoint/release";
import { formatDuration } from "../view/format.ts";
import type { Markup } from "./markup.ts";
import { html, prose } from "./markup.ts";
import { entry } from "./told.ts";

/** Where the verdict is written down, how anybody checks it, and what it says nothing about. */
export function recordSection(result: RunResult): Markup {
  const { judgement, ledger, key } = result;
  const { baseline, score, notJudged } = judgement;
  const facts = [
    entry("Ledger", html`<code>${ledger.origin}</code>`),
    entry("Size", `${ledger.size} records, anchored up to ${ledger.anchoredUpTo}`),
    entry("Root", html`<code>${ledger.root}</code>`),
    entry("Signed with", html`<code>${key.fingerprint}</code>${key.isNew && " (new: this run made it)"}`),
    entry("Compared with", html`${baseline.choice}: <code>${baseline.verdict ?? "no earlier promotion"}</code>`),
    entry("Score, for information", `${score.passed} of ${score.decided} decided checks passed, ${score.asked} asked`),
  ];
  return html`<section id="record" aria-labelledby="record-title">
      <h2 id="record-title">Record</h2>
      <div class="columns">
        <div class="card panel">
          <h3>In the ledger</h3>
          <dl>${facts.filter((fact) => fact !== null)}</dl>
        </div>
        <div class="card panel">
          <h3>How to verify</h3>
          <p>
            This page is a rendering. What counts is the signed verdict beside it; anybody can check it without a
            network:
          </p>
          <pre><code>holdpoint verify .holdpoint/runs/${judgement.run} --key PUBLIC_KEY</code></pre>
          <p>
            Take the public key from its owner, not from here; its fingerprint must be the one that signed. To judge the
            stored evidence again, byte for byte:
          </p>
          <pre><code>holdpoint replay .holdpoint/runs/${judgement.run}</code></pre>
        </div>
        <div class="card panel">
          <h3>What was not judged</h3>
          ${
            notJudged.length === 0
              ? html`<p>Every suite of the configuration is part of this verdict.</p>`
              : html`<dl>
                  ${notJudged.map(
                    ({ suite, reason }) =>
                      html`<div>
                        <dt>${suite}</dt>
                        <dd>${prose(reason)}</dd>
                      </div>`,
                  )}
                </dl>`
          }
        </div>
        <div class="card panel">
          <h3>Written by this run</h3>
          <ul>
            ${result.artifacts.map((path) => html`<li><code>${path}</code></li>`)}
          </ul>
        </div>
      </div>
    </section>
    ${steps(result)}`;
}

function steps({ steps: all }: RunResult): Markup | null {
  if (all.length === 0) return null;
  const rows = all.map(
    (step) =>
      html`<tr>
        <th scope="row">${step.id}</th>
        <td data-label="Step">${step.kind}</td>
        <td data-label="Ended">${step.ended}</td>
        <td data-label="Took" class="num short">${formatDuration(step.durationMs)}</td>
      </tr>`,
  );
  return html`<section id="steps" aria-labelledby="steps-title">
    <h2 id="steps-title">What ran</h2>
    <div class="card">
      <table class="stack">
        <caption class="hush">
          Steps of this run
        </caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Step</th>
            <th scope="col">Ended</th>
            <th scope="col" class="num">Took</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </section>`;
}
