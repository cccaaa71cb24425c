import { posix } from "node:path";
import type { TextFile } from "./text.ts";
import type { Violation } from "./violation.ts";

const LINK = /!?\[[^\]\n]*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** Relative links of Markdown files that lead nowhere: no such file, or no such heading. */
export function linkViolations(files: readonly TextFile[], exists: (path: string) => boolean): Violation[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return files.flatMap(({ path, text }) =>
    linksIn(text).flatMap(({ target, line }) => {
      const [file = "", heading] = target.split("#", 2);
      const to = file === "" ? path : posix.normalize(posix.join(posix.dirname(path), decodeURIComponent(file)));
      if (!exists(to)) return [{ rule: "links", path, line, text: `'${target}' leads nowhere` }];
      const there = texts.get(to);
      if (heading === undefined || there === undefined || headingsIn(there).has(heading)) return [];
      return [{ rule: "links", path, line, text: `'${target}': no such heading` }];
    }),
  );
}

export function linksIn(text: string): { readonly target: string; readonly line: number }[] {
  return withoutCode(text)
    .split("\n")
    .flatMap((content, index) =>
      Array.from(content.matchAll(LINK), (match) => ({ target: match[1] ?? "", line: index + 1 })),
    )
    .filter(({ target }) => !ELSEWHERE.test(target));
}

/** Anchors as GitHub makes them of headings. */
function headingsIn(text: string): Set<string> {
  const headings = withoutCode(text).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm);
  return new Set(Array.from(headings, (match) => anchorOf(match[1] ?? "")));
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(/\s/g, "-");
}

/** Code keeps its lines, so that line numbers stay true, and loses its text. */
function withoutCode(text: string): string {
  const blank = (code: string): string => code.replaceAll(/[^\n]/g, " ");
  return text.replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, blank).replaceAll(/`[^`\n]*`/g, blank);
}
