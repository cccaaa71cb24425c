import { lineBreaks } from "../line-count.ts";

/** A line of Python as the grammar sees it: brackets and backslashes join lines, comments are gone. */
export interface PythonLine {
  readonly line: number;
  /** Columns before it; a tab counts eight. */
  readonly indent: number;
  /** Its words and signs; a text is one word that begins with its quote. */
  readonly words: readonly string[];
}

const WORD = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
const NUMBER = /\.?\d[\w.]*/y;
const PREFIX = /^(?:[bru]|[bf]r|r[bf]|f|t|[t]r|r[t])$/i;
const OPENING: ReadonlySet<string> = new Set(["(", "[", "{"]);
const CLOSING: ReadonlySet<string> = new Set([")", "]", "}"]);

/** Cuts Python into logical lines. Never fails; a text that does not end on its line ends there. */
export function pythonLines(text: string): PythonLine[] {
  const lines: PythonLine[] = [];
  let words: string[] = [];
  let depth = 0;
  let line = 1;
  let first = 1;
  let indent = 0;
  let at = 0;
  let lineStart = 0;
  const end = (): void => {
    if (words.length > 0) lines.push({ line: first, indent, words });
    words = [];
  };
  const add = (word: string): void => {
    if (words.length === 0) {
      first = line;
      indent = indentAt(text, lineStart);
    }
    words.push(word);
  };
  while (at < text.length) {
    const sign = text[at] ?? "";
    if (sign === "\n") {
      if (depth === 0) end();
      line += 1;
      at += 1;
      lineStart = at;
    } else if (sign === "#") at = endOfLine(text, at);
    else if (sign === "\\" && /\r?\n/y.test(text.slice(at + 1, at + 3))) {
      at = text.indexOf("\n", at) + 1;
      line += 1;
    } else if (sign === '"' || sign === "'") {
      const behind = endOfText(text, at);
      if (PREFIX.test(words.at(-1) ?? "") && text[at - 1] !== " ") words.pop();
      add(text.slice(at, behind));
      line += lineBreaks(text, at, behind);
      at = behind;
    } else if (sign === ";" && depth === 0) {
      end();
      at += 1;
    } else if (sign <= " " || sign === "\ufeff") at += 1;
    else {
      const word = matchAt(WORD, text, at) ?? matchAt(NUMBER, text, at) ?? sign;
      add(word);
      if (OPENING.has(sign)) depth += 1;
      if (CLOSING.has(sign)) depth = Math.max(0, depth - 1);
      at += word.length;
    }
  }
  end();
  return lines;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

/** The offset behind a text of one or three quotes. */
function endOfText(text: string, start: number): number {
  const quote = text[start] ?? "";
  const isLong = text.startsWith(quote.repeat(3), start);
  const close = isLong ? quote.repeat(3) : quote;
  for (let at = start + close.length; at < text.length; at += 1) {
    if (text[at] === "\\") at += text[at + 1] === "\r" ? 2 : 1;
    else if (text.startsWith(close, at)) return at + close.length;
    else if (!isLong && text[at] === "\n") return at;
  }
  return text.length;
}

/** Width of the white space from here on. */
function indentAt(text: string, start: number): number {
  let indent = 0;
  for (let at = start; text[at] === " " || text[at] === "\t"; at += 1) indent += text[at] === "\t" ? 8 : 1;
  return indent;
}
