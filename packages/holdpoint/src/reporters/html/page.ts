import { sha256Hex } from "@holdpoint/core";
import type { Piece } from "./markup.ts";
import { html, Markup } from "./markup.ts";

export interface PageParts {
  readonly title: string;
  /** Program that writes it; null: not told. */
  readonly generator: string | null;
  readonly style: string;
  readonly script?: string;
}

/**
 * A page around its body that opens from a file, loads nothing, and by its own Content Security Policy runs and styles
 * only what stands in it.
 *
 * @example
 * wholePage({ title: "Report", generator: null, style: STYLE }, html`<main>…</main>`);
 */
export function wholePage({ title, generator, style, script }: PageParts, body: Piece): string {
  const policy = [
    "default-src 'none'",
    `style-src ${sourceHash(style)}`,
    ...(script === undefined ? [] : [`script-src ${sourceHash(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        ${generator !== null && html`<meta name="generator" content="${generator}" />`}
        <title>${title}</title>
        ${new Markup(`<style>${style}</style>`)}
      </head>
      <body>
        ${body} ${script !== undefined && new Markup(`<script>${script}</script>`)}
      </body>
    </html>`;
  return `${page.text}\n`;
}

/** Source expression of Content Security Policy, level 3. */
export function sourceHash(source: string): string {
  return `'sha256-${Buffer.from(sha256Hex(source), "hex").toString("base64")}'`;
}
