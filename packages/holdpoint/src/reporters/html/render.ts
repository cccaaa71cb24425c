import { sha256Hex } from "@holdpoint/core";
import type { RunResult } from "@holdpoint/release";
import type { RenderOptions } from "../reporter.ts";
import { shortCommit } from "../view/format.ts";
import { anchorsOf } from "./anchors.ts";
import { banner } from "./banner.ts";
import { evidenceSection } from "./evidence.ts";
import { gateSection } from "./gates.ts";
import { holdSection, noticeSection } from "./holds.ts";
import { html, Markup } from "./markup.ts";
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
  const policy = [
    "default-src 'none'",
    `style-src ${sourceHash(STYLE)}`,
    `script-src ${sourceHash(SCRIPT)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const style = new Markup(`<style>${STYLE}</style>`);
  const script = new Markup(`<script>${SCRIPT}</script>`);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="${maker}" />
        <title>${verdict}: ${candidate.service} ${shortCommit(candidate.commit)}</title>
        ${style}
      </head>
      <body>
        <a class="skip" href="#main">Go to the reasons</a>
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
        </footer>
        ${script}
      </body>
    </html>`;
  return `${page.text}\n`;
}

function sourceHash(source: string): string {
  return `'sha256-${Buffer.from(sha256Hex(source), "hex").toString("base64")}'`;
}
