import { escapeHtml } from "../../../reporters/html/markup.ts";
import { sourceHash } from "../../../reporters/html/page.ts";
import { shortCommit } from "../../../reporters/view/format.ts";
import type { ArtifactSubject } from "../part.ts";

export interface ShellTerms {
  readonly title: string;
  /** From the page to the folder of all pages: empty or ending in `/`. */
  readonly up: string;
  readonly subject: ArtifactSubject;
  readonly script?: string;
}

/**
 * A page around its body, which is markup already. It loads the style sheet beside it and nothing else; tags that HTML
 * lets a writer leave out are left out, because there are thousands of pages.
 */
export function shell({ title, up, subject, script }: ShellTerms, body: string): string {
  const { candidate, measuredAt } = subject;
  const policy = [
    "default-src 'none'",
    "style-src 'self' file:",
    ...(script === undefined ? [] : [`script-src ${sourceHash(script)}`]),
  ];
  const state = candidate.dirty ? " with uncommitted changes" : "";
  const about = `${candidate.service} ${shortCommit(candidate.commit)}${state}, measured ${measuredAt}`;
  const end = script === undefined ? "" : `<script>${script}</script>`;
  return `<!doctype html><html lang=en><meta charset=utf-8>
<meta http-equiv=Content-Security-Policy content="${policy.join(";")}">
<meta name=viewport content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><link rel=stylesheet href=${up}style.css>
<body><main>${body}</main><footer>${escapeHtml(about)}</footer>${end}
`;
}
