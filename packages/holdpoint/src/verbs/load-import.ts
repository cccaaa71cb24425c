import { resolve } from "node:path";
import { wantsColor } from "../color.ts";
import type { LoadImportFlags } from "../commands/load-import-flags.ts";
import type { Host } from "../host.ts";
import { readLoadFile } from "../io/load-results.ts";
import { prepareReport, writeWhole } from "../io/report-file.ts";
import { askedImport } from "../load/asked-import.ts";
import { exitOfLoad, outcomeOf } from "../load/outcome.ts";
import { loadText } from "../load/picture/load-text.ts";
import { renderLoadHtml } from "../reporters/html/load-page.ts";
import { painter } from "../reporters/text/paint.ts";
import type { Answer } from "../verb.ts";
import { VERSION } from "../version.ts";

export default async function loadImport(host: Host, flags: LoadImportFlags, file: string): Promise<Answer> {
  const { html } = flags;
  const asked = askedImport(flags);
  if (html !== undefined) prepareReport(resolve(host.cwd, html));
  const { format, body } = readLoadFile(host.cwd, file, asked);
  const outcome = outcomeOf(body);
  if (html !== undefined) writeWhole(resolve(host.cwd, html), renderLoadHtml(body, { outcome, toolVersion: VERSION }));
  return {
    exit: exitOfLoad(outcome),
    json: () => ({ ...body, outcome, format }),
    text: () =>
      loadText(body, {
        outcome,
        paint: painter(wantsColor(host.stdout, host.env)),
        columns: host.stdout.columns,
        written: html === undefined ? [] : [["charts", html]],
      }),
  };
}
