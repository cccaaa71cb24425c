import type { ArtifactPart, ArtifactSubject } from "../part.ts";
import { WHOLE } from "../part.ts";
import type { SourceText } from "./file-page.ts";
import { fileHtml } from "./file-page.ts";
import { folderPages } from "./folder-pages.ts";
import { indexHtml } from "./index-page.ts";
import { filePage } from "./names.ts";
import { STYLE } from "./style.ts";

/**
 * All pages, by path in the folder of artifacts. A file has one page, in the whole; the index of a component leads
 * there, so that a file in three components is not written four times.
 */
export function* sitePages(
  parts: readonly ArtifactPart[],
  subject: ArtifactSubject,
  source: (path: string) => SourceText,
): Generator<readonly [path: string, content: string]> {
  const whole = parts.find(({ id }) => id === WHOLE);
  if (whole === undefined) return;
  const home = `${WHOLE}/html/`;
  yield [`${home}style.css`, STYLE];
  for (const file of whole.files) yield [home + filePage(file.path), fileHtml(file, source(file.path), subject)];
  for (const [path, content] of folderPages(whole.files, subject)) yield [home + path, content];
  for (const part of parts) {
    const up = part === whole ? "" : `../../${home}`;
    const others = parts
      .filter((other) => other !== part)
      .map((other) => ({ part: other, href: `../../${other.id}/html/index.html` }));
    yield [`${part.id}/html/index.html`, indexHtml(part, { subject, up, others })];
  }
}
