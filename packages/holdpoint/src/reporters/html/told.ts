import type { Location } from "@holdpoint/core";
import type { Explanation } from "../view/explain.ts";
import { formatPlace } from "../view/format.ts";
import type { Markup, Piece } from "./markup.ts";
import { html, prose } from "./markup.ts";

/** A term and what it says; nothing where there is nothing to say. */
export function entry(term: string, said: Piece, className: string = ""): Markup | null {
  if (said === null || said === "" || (Array.isArray(said) && said.length === 0)) return null;
  return html`<div class="${className}">
    <dt>${term}</dt>
    <dd>${said}</dd>
  </div>`;
}

/** What was seen, what was wanted, what would flip it, what to do, where to look, and any further entries. */
export function toldList(told: Explanation, further: readonly (Markup | null)[] = []): Markup {
  const entries = [
    entry("Seen", told.seen),
    entry("Wanted", told.wanted),
    entry("What would flip it", told.flip),
    entry("What to do", told.remediation === null || told.remediation === "" ? null : prose(told.remediation), "row"),
    entry(
      "Where",
      told.locations.length === 0
        ? null
        : html`<ul class="where">
            ${told.locations.map(place)}
          </ul>`,
      "row",
    ),
    ...further,
  ];
  return html`<dl class="told">${entries.filter((one) => one !== null)}</dl>`;
}

function place(location: Location): Markup {
  return html`<li><code>${formatPlace(location)}</code> <span class="soft">${location.text}</span></li>`;
}
