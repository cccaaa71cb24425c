import { cloudEvent } from "./cloudevents.ts";
import type { Digest } from "./digest.ts";
import { digestDocument } from "./digest-document.ts";
import type { MailTerms } from "./eml.ts";
import { emlOf } from "./eml.ts";
import type { DigestFormat } from "./formats.ts";
import { memoDocument } from "./memo-document.ts";
import { digestMessage } from "./message.ts";
import { documentHtml } from "./render-html.ts";
import { documentMarkdown } from "./render-markdown.ts";
import { documentText } from "./render-text.ts";
import { slackBody } from "./slack.ts";

/** A digest in a format, with the line break at its end. */
export function renderDigest(
  digest: Digest,
  format: DigestFormat,
  { memo, mail }: { readonly memo: boolean; readonly mail: MailTerms },
): string {
  const document = memo ? memoDocument(digest) : digestDocument(digest);
  const message = digestMessage(digest, document);
  const formats: Readonly<Record<DigestFormat, () => string>> = {
    markdown: () => documentMarkdown(document),
    text: () => `${documentText(document)}\n`,
    json: () => json(digest),
    html: () => documentHtml(document),
    slack: () => json(slackBody(message)),
    cloudevents: () => json(cloudEvent(message)),
    eml: () => emlOf(message, mail),
  };
  return formats[format]();
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
