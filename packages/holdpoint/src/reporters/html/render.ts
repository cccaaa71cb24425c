import type { RunResult } from "@holdpoint/release";
import type { RenderOptions } from "../reporter.ts";
import { shortCommit } from "../view/format.ts";
import { anchorsOf } from "./anchors.ts";
import { banner } from "./banner.ts";
import { evidenceSection } from "./evidence.ts";
import { gateSection } from "./gates.ts";
import { holdSection, noticeSection } from "./holds.ts";
import { html } from "./markup.ts";
import { wholePage } from "./page.ts";
import { recordSection } from "./record.ts";
import { SCRIPT } from "./script.ts";
import { sectionMap } from "./sections.ts";
import { STYLE } from "./style.ts";

/**
 * One page that opens from a file, loads nothing, prints, works without its script, and by its own Content Security
 * Policy runs and styles only what this module wrote.
 *
 * @example
 * await writeFile("report.html", renderHtml(result, { toolVersion: "0.1.0" }));
 */
export function renderHtml(result: RunResult, options: RenderOptions = {}): string {
  const { judgement } = result;
  const { verdict, candidate } = judgement;
  const anchors = anchorsOf(judgement);
  const notices = noticeSection(judgement, anchors);
  const maker = options.toolVersion === undefined ? "Holdpoint" : `Holdpoint ${options.toolVersion}`;
  const title = `${verdict}: ${candidate.service} ${shortCommit(candidate.commit)}`;
  return wholePage(
    { title, generator: maker, style: STYLE, script: SCRIPT },
    html`<a class="skip" href="#main">Go to the reasons</a>
      ${banner(result)}
      <nav aria-label="Parts of this report">
        <div class="wrap">
          <ul>
            <li><a href="#reasons">Reasons</a></li>
            <li><a href="#gates">Gates</a></li>
            <li><a href="#checks">Checks</a></li>
            ${notices !== null && html`<li><a href="#notices">Also noted</a></li>`}
            <li><a href="#sections">Sections</a></li>
            <li><a href="#evidence">Evidence</a></li>
            <li><a href="#record">Record</a></li>
          </ul>
        </div>
      </nav>
      <main id="main" class="wrap" tabindex="-1">
        ${holdSection(judgement, anchors)} ${gateSection(judgement, anchors)} ${notices} ${sectionMap(judgement)}
        ${evidenceSection(judgement)} ${recordSection(result)}
      </main>
      <footer>
        <div class="wrap">Written by ${maker} for run <code>${judgement.run}</code>. No evidence, no promotion.</div>
      </footer>`,
  );
}
