import type { Judgement, SectionId } from "@holdpoint/core";
import { DECIDED, SECTIONS } from "@holdpoint/core";
import { count } from "../view/format.ts";
import type { Markup } from "./markup.ts";
import { html } from "./markup.ts";

/** The audit catalogue A–Y: what an executed check answers for, and what nothing does. */
export function sectionMap(judgement: Judgement): Markup {
  const { covered, required } = judgement.sections;
  const cells = SECTIONS.map(({ id, title }) => {
    const isCovered = covered.includes(id);
    const isRequired = required.includes(id);
    const tone = isCovered ? "good" : isRequired ? "bad" : "quiet";
    const state = isCovered ? count(executed(judgement, id), "executed check") : "not covered";
    return html`<li class="${tone}">
      <span class="letter">${id}</span><span class="title">${title}</span>
      <span class="state">${state}${isRequired && ", required"}</span>
    </li>`;
  });
  return html`<section id="sections" aria-labelledby="sections-title">
    <h2 id="sections-title">Audit sections</h2>
    <p class="intro">
      ${covered.length} of ${SECTIONS.length} sections are covered. A section is covered only by a check that was
      decided on fresh evidence (catalogue ${judgement.catalogue.version}).
    </p>
    <ul class="map">
      ${cells}
    </ul>
  </section>`;
}

function executed({ gates }: Judgement, id: SectionId): number {
  return gates
    .flatMap((gate) => gate.checks)
    .filter((check) => DECIDED.has(check.outcome) && check.sections.includes(id)).length;
}
