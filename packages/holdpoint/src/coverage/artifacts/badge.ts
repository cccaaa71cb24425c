import type { BandId, Count } from "@holdpoint/core";
import { bandOf, formatPercent } from "@holdpoint/core";
import { escapeXml } from "../../reporters/view/xml.ts";
import { clip, printable } from "../../reporters/view/printable.ts";

/** Grounds dark enough for white letters of 11 pixels. */
const GROUNDS: Readonly<Record<BandId, string>> = {
  "100": "#0b6237",
  "90-99": "#1c6b2c",
  "70-89": "#5c6410",
  "50-69": "#7d5200",
  "20-49": "#96400f",
  "below-20": "#a01c23",
  "0": "#a01c23",
};
const UNKNOWN = "#50565f";
const LABEL_GROUND = "#363c44";
const CHARACTER_PX = 7;
const MARGIN_PX = 6;
const LABEL_CHARACTERS_MAX = 40;

/** A flat badge: what it is of, and how much of its lines are covered. */
export function badgeSvg(label: string, lines: Count | null): string {
  const name = clip(printable(label), LABEL_CHARACTERS_MAX);
  const band = lines === null ? null : bandOf(lines);
  const value = lines === null ? "not measured" : shown(lines);
  const left = width(name);
  const right = width(value);
  const title = escapeXml(`${name}: ${value}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<rect width="${left}" height="20" fill="${LABEL_GROUND}"/>`,
    `<rect x="${left}" width="${right}" height="20" fill="${band === null ? UNKNOWN : GROUNDS[band.id]}"/>`,
    '<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11" text-anchor="middle">',
    text(name, left / 2, left),
    text(value, left + right / 2, right),
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

/** One decimal, cut and never rounded up. */
function shown({ covered, total }: Count): string {
  const percent = formatPercent(covered, total);
  return total === 0 ? percent : percent.replace(/\d%$/, "%");
}

function width(text: string): number {
  return text.length * CHARACTER_PX + 2 * MARGIN_PX;
}

function text(shownText: string, middle: number, room: number): string {
  return `<text x="${middle}" y="14" textLength="${room - 2 * MARGIN_PX}">${escapeXml(shownText)}</text>`;
}
