import type { Pen } from "./sgr.ts";
import { applySgr, PLAIN } from "./sgr.ts";

/** Neighbouring characters with the same look, at their column (from 0). */
export interface Run {
  readonly column: number;
  readonly columns: number;
  readonly text: string;
  readonly pen: Pen;
}

/** CSI sequences (ECMA-48), OSC strings, and every other escape or control character. */
const CONTROL = /\u001b\[([\d;:]*)([@-~])|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b.|[\p{Cc}\p{Cs}]/gsu;

/** Lines of runs as a terminal of endless width shows them; only colours and styles are obeyed, all else is dropped. */
export function readScreen(ansi: string, widthOf: (text: string) => number): Run[][] {
  let pen = PLAIN;
  return ansi
    .replaceAll("\r\n", "\n")
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => {
      const runs: Run[] = [];
      let column = 0;
      const put = (text: string): void => {
        if (text === "") return;
        const columns = widthOf(text);
        runs.push({ column, columns, text, pen });
        column += columns;
      };
      let end = 0;
      for (const match of line.matchAll(CONTROL)) {
        put(line.slice(end, match.index));
        end = match.index + match[0].length;
        if (match[2] === "m") pen = applySgr(pen, match[1] ?? "");
      }
      put(line.slice(end));
      return runs;
    });
}
