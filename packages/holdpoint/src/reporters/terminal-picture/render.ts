import { displayWidth } from "../text/width.ts";
import { escapeXml } from "../view/xml.ts";
import { colorsOf, GROUND } from "./colors.ts";
import type { Run } from "./screen.ts";
import { readScreen } from "./screen.ts";

export interface TerminalPictureOptions {
  /** Shown in the frame and read out by screen readers. */
  readonly title: string;
  /** The picture is at least this wide. */
  readonly columnsMin?: number;
}

/** Lines beyond this are refused: a picture nobody can read is a mistake of the caller. */
export const PICTURE_LINES_MAX = 500;

const CELL_WIDTH_PX = 8.4;
const LINE_HEIGHT_PX = 19;
const FONT_SIZE_PX = 14;
const FONT_FAMILY = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace";
const PADDING_PX = 18;
const FRAME_PX = 34;
const COLUMNS_MIN = 40;

/**
 * SVG of a terminal that shows what a program printed: colours and styles of SGR sequences, no other escape.
 * Throws `RangeError` for more than 500 lines.
 *
 * @example
 * const svg = terminalPicture("\u001b[32mPASS\u001b[39m\n", { title: "holdpoint promote" });
 */
export function terminalPicture(ansi: string, { title, columnsMin = COLUMNS_MIN }: TerminalPictureOptions): string {
  const lines = readScreen(ansi, displayWidth);
  if (lines.length > PICTURE_LINES_MAX)
    throw new RangeError(`${lines.length} lines, at most ${PICTURE_LINES_MAX} make a picture`);
  const columns = Math.max(
    columnsMin,
    ...lines.map((runs) => Math.max(0, ...runs.map((run) => run.column + run.columns))),
  );
  const width = px(columns * CELL_WIDTH_PX + 2 * PADDING_PX);
  const height = px(FRAME_PX + lines.length * LINE_HEIGHT_PX + 2 * PADDING_PX);
  const name = escapeXml(title);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"` +
      ` role="img" aria-label="${name}">`,
    `<title>${name}</title>`,
    `<rect width="${width}" height="${height}" rx="9" fill="${GROUND}"/>`,
    `<path d="M0 ${FRAME_PX}h${width}" stroke="#2b3138"/>`,
    ...["#e5706b", "#dcb35a", "#6cc48f"].map(
      (fill, index) => `<circle cx="${20 + 19 * index}" cy="${FRAME_PX / 2}" r="5.5" fill="${fill}"/>`,
    ),
    `<g font-family="${FONT_FAMILY}" font-size="${FONT_SIZE_PX}">`,
    `<text x="${px(Number(width) / 2)}" y="${FRAME_PX / 2 + 4.5}" fill="#98a1ac" text-anchor="middle">${name}</text>`,
    ...lines.flatMap((runs, row) =>
      runs.flatMap((run) => runShapes(run, FRAME_PX + PADDING_PX + row * LINE_HEIGHT_PX)),
    ),
    "</g>",
    "</svg>\n",
  ].join("\n");
}

function runShapes({ column, columns, text, pen }: Run, top: number): string[] {
  const { ink, ground } = colorsOf(pen);
  const x = px(PADDING_PX + column * CELL_WIDTH_PX);
  const width = px(columns * CELL_WIDTH_PX);
  const shapes: string[] = [];
  if (ground !== null) {
    shapes.push(`<rect x="${x}" y="${px(top)}" width="${width}" height="${LINE_HEIGHT_PX}" rx="2" fill="${ground}"/>`);
  }
  if (text.trim() === "" || columns === 0) return shapes;
  const decoration = [pen.underline ? "underline" : "", pen.struck ? "line-through" : ""]
    .filter((one) => one !== "")
    .join(" ");
  const attributes = [
    `x="${x}" y="${px(top + LINE_HEIGHT_PX * 0.73)}" fill="${ink}"`,
    `textLength="${width}" lengthAdjust="spacingAndGlyphs"`,
    pen.bold ? 'font-weight="bold"' : "",
    pen.dim ? 'fill-opacity="0.68"' : "",
    pen.italic ? 'font-style="italic"' : "",
    decoration === "" ? "" : `text-decoration="${decoration}"`,
    'xml:space="preserve"',
  ]
    .filter((one) => one !== "")
    .join(" ");
  return [...shapes, `<text ${attributes}>${escapeXml(text)}</text>`];
}

function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}
