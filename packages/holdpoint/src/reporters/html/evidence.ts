import type { Judgement } from "@holdpoint/core";
import { COLLECTION_FAILURE } from "@holdpoint/core";
import { count } from "../view/format.ts";
import type { Markup } from "./markup.ts";
import { html } from "./markup.ts";

/** Every piece of evidence by its address, and how many checks rest on it. */
export function evidenceSection(judgement: Judgement): Markup {
  const uses = new Map<string, number>();
  for (const { evidence } of judgement.gates.flatMap((gate) => gate.checks)) {
    for (const digest of evidence) uses.set(digest, (uses.get(digest) ?? 0) + 1);
  }
  const rows = judgement.evidence.map(
    ({ kind, digest, provenance, samples }) =>
      html`<tr>
        <th scope="row">${kind}</th>
        <td data-label="Provenance">${kind === COLLECTION_FAILURE ? "could not be gathered" : provenance}</td>
        <td data-label="Samples" class="num">${samples}</td>
        <td data-label="Used by" class="num short">${count(uses.get(digest) ?? 0, "check")}</td>
        <td data-label="Address"><code>${digest}</code></td>
      </tr>`,
  );
  const table = html`<div class="card">
    <table class="stack">
      <caption class="hush">
        Evidence of this run
      </caption>
      <thead>
        <tr>
          <th scope="col">Kind</th>
          <th scope="col">Provenance</th>
          <th scope="col" class="num">Samples</th>
          <th scope="col" class="num">Used by</th>
          <th scope="col">Address</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
  return html`<section id="evidence" aria-labelledby="evidence-title">
    <h2 id="evidence-title">Evidence</h2>
    <p class="intro">
      The address of a piece is the SHA-256 of its canonical form (RFC 8785), so that a changed byte is another piece.
    </p>
    ${rows.length === 0 ? html`<p>There is none.</p>` : table}
  </section>`;
}
