import { failAt } from "../fail-at.ts";

export interface CodeLine {
  /** Without comments. */
  readonly text: string;
  /** Braces that are open where the line begins. */
  readonly depth: number;
}

const TOKEN = /\/\*|\/\/|"""|'''|"|'|[{}\n]/g;

/**
 * Lines of a language with `{}` blocks, `//` and block comments and quoted texts, as Gradle's two are.
 *
 * @throws HoldpointError `HP-READ-TRUNCATED` for a block, comment or text that does not end, `HP-READ-SYNTAX` for a
 * `}` too many
 */
export function codeLines(text: string, file: string): CodeLine[] {
  const lines: CodeLine[] = [];
  const opened: number[] = [];
  let line = "";
  let depth = 0;
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (token === null) break;
    line += text.slice(at, token.index);
    const sign = token[0];
    at = token.index + sign.length;
    if (sign === "\n") {
      lines.push({ text: line, depth });
      line = "";
      depth = opened.length;
    } else if (sign === "//") {
      at = endOr(text.indexOf("\n", at), text.length);
    } else if (sign === "/*") {
      at = closing(text, file, "*/", at, token.index);
    } else if (sign === "{") {
      opened.push(token.index);
      line += sign;
    } else if (sign === "}") {
      if (opened.pop() === undefined) failAt(file, text, token.index, "HP-READ-SYNTAX", "a `}` that closes nothing");
      line += sign;
    } else {
      at = closing(text, file, sign, at, token.index);
      line += text.slice(token.index, at);
    }
  }
  const unclosed = opened.at(-1);
  if (unclosed !== undefined)
    failAt(file, text, unclosed, "HP-READ-TRUNCATED", "the block that begins here does not end");
  lines.push({ text: line + text.slice(at), depth });
  return lines;
}

/** The offset behind the next `end` that no backslash escapes; a text with one quote ends on its line. */
function closing(text: string, file: string, end: string, from: number, start: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (end !== "*/" && text[at] === "\\") at += 1;
    else if (text.startsWith(end, at)) return at + end.length;
    else if (end.length === 1 && text[at] === "\n")
      failAt(file, text, start, "HP-READ-SYNTAX", "the text does not end on its line");
  }
  return failAt(file, text, start, "HP-READ-TRUNCATED", "the file ends inside of what begins here");
}

function endOr(found: number, otherwise: number): number {
  return found === -1 ? otherwise : found;
}
