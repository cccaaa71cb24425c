import type { Judgement } from "@holdpoint/core";
import type { Explanation } from "../view/explain.ts";
import { explainCheck, explainHolds } from "../view/explain.ts";
import { count } from "../view/format.ts";
import type { CheckOfGate } from "../view/notes.ts";
import { advisoryFindings, checksWith } from "../view/notes.ts";
import type { Anchors } from "./anchors.ts";
import type { Markup } from "./markup.ts";
import { html } from "./markup.ts";
import { toldList } from "./told.ts";
import { badge, toneOf } from "./tone.ts";

/** Why the candidate is held; first on the page, because it is what a reader came for. */
export function holdSection(judgement: Judgement, anchors: Anchors): Markup {
  if (judgement.holdReasons.length === 0) {
    return html`<section id="reasons" aria-labelledby="reasons-title">
      <h2 id="reasons-title">Nothing holds it</h2>
      <p class="intro">Every blocking gate let it through, and nothing that the profile requires is missing.</p>
    </section>`;
  }
  const cards = explainHolds(judgement).map((hold) => {
    const [check] = hold.checks;
    return card(hold.title, hold.outcome, hold.code, hold, check === undefined ? null : anchors.check(check));
  });
  return html`<section id="reasons" aria-labelledby="reasons-title">
    <h2 id="reasons-title">Why it is held</h2>
    <p class="intro">${count(judgement.holdReasons.length, "reason")}. Each has to be met; none outweighs another.</p>
    <ul class="holds">
      ${cards}
    </ul>
  </section>`;
}

/** What held nothing and is still worth a look. */
export function noticeSection(judgement: Judgement, anchors: Anchors): Markup | null {
  const groups: readonly (readonly [string, string, readonly CheckOfGate[]])[] = [
    ["Not passed, in advisory gates", "Advisory gates hold nothing.", advisoryFindings(judgement)],
    ["Warnings", "They let through.", checksWith(judgement, ["warn"])],
    ["Waived", "A signed decision lets them pass until it expires.", checksWith(judgement, ["waived"])],
    ["Not asked", "The question does not apply to this candidate.", checksWith(judgement, ["not-applicable"])],
  ];
  const shown = groups.filter(([, , found]) => found.length > 0);
  if (shown.length === 0) return null;
  const lists = shown.map(
    ([title, intro, found]) =>
      html`<h3>${title} (${found.length})</h3>
        <p class="intro">${intro}</p>
        <ul class="holds">
          ${found.map(({ gate, check }) =>
            card(`${gate.id} / ${check.id}`, check.outcome, check.code, explainCheck(check), anchors.check(check)),
          )}
        </ul>`,
  );
  return html`<section id="notices" aria-labelledby="notices-title">
    <h2 id="notices-title">Also noted</h2>
    ${lists.map((list) => html`<div class="notices">${list}</div>`)}
  </section>`;
}

function card(title: string, outcome: string, code: string, told: Explanation, anchor: string | null): Markup {
  const name = anchor === null ? html`${title}` : html`<a href="#${anchor}">${title}</a>`;
  return html`<li class="card hold ${toneOf(outcome)}">
    <header>
      ${badge(outcome)}
      <h3>${name}</h3>
      <code class="soft">${code}</code>
    </header>
    <p class="what">${told.reason}</p>
    ${toldList(told)}
  </li>`;
}
