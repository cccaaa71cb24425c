import type { Markup } from "./markup.ts";
import { html } from "./markup.ts";
import type { Scale } from "./load-scale.ts";

export interface ChartLine {
  readonly name: string;
  /** A class `line-…` of the style sheet; each has a dash of its own, so that no line is known by colour alone. */
  readonly look: LineLook;
  /** Places 0 to 1 from the left, values by the scale of the chart; a null breaks the line. */
  readonly points: readonly (readonly [x: number, value: number | null])[];
}

export type LineLook = "first" | "second" | "third" | "fourth" | "bad";

export interface Chart {
  readonly id: string;
  readonly title: string;
  /** What a reader who does not see it is told. */
  readonly told: string;
  readonly lines: readonly ChartLine[];
  readonly scale: Scale;
  readonly yText: (value: number) => string;
  readonly xTicks: readonly (readonly [x: number, text: string])[];
  readonly xTitle: string;
  /** Horizontal lines that must not be crossed. */
  readonly limits: readonly (readonly [value: number, text: string])[];
  /** Stretches that are marked. */
  readonly bands: readonly (readonly [from: number, to: number])[];
}

const WIDTH = 760;
const HEIGHT = 260;
const LEFT = 70;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 44;
const TICK_GAP = 6;
const TEXT_RISE = 4;
const X_TEXT_Y = HEIGHT - BOTTOM + 18;
/** A label that has no room above its line stands below it. */
const TICK_TEXT_HEIGHT = 14;
const DIGITS = 1;

/** A line chart as inline SVG, with its legend and its words; readable without any script. */
export function chart(one: Chart): Markup {
  const { id, title, told, lines, bands } = one;
  return html`<figure class="chart card" id="${id}">
    <figcaption>
      <h3>${title}</h3>
      <ul class="legend">
        ${lines.map(({ name, look }) => html`<li>${swatch(look)} ${name}</li>`)}
        ${bands.length > 0 && html`<li><span class="band-mark"></span> beyond a limit, or with failures</li>`}
      </ul>
    </figcaption>
    <div class="scroll" tabindex="0" role="region" aria-label="${title}, chart">
      <svg class="plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-told">
        <title id="${id}-title">${title}</title>
        <desc id="${id}-told">${told}</desc>
        ${bands.map(([from, to]) => band(from, to))} ${yAxis(one)} ${xAxis(one)}
        ${lines.map((line) => lineOf(line, one.scale))} ${limitLines(one)}
      </svg>
    </div>
  </figure>`;
}

function swatch(look: LineLook): Markup {
  return html`<svg class="swatch" viewBox="0 0 28 8" aria-hidden="true">
    <path class="line line-${look}" d="M0 4H28" />
  </svg>`;
}

function band(from: number, to: number): Markup {
  const [x, end] = [xOf(from), xOf(to)];
  return html`<rect
    class="band"
    x="${text(x)}"
    y="${TOP}"
    width="${text(Math.max(1, end - x))}"
    height="${plotHeight()}"
  />`;
}

function yAxis({ scale, yText }: Chart): Markup {
  return html`${scale.ticks.map((tick) => {
    const y = yOf(scale.at(tick));
    return html`<path class="grid" d="M${LEFT} ${text(y)}H${WIDTH - RIGHT}" /><text
        class="tick end"
        x="${LEFT - TICK_GAP}"
        y="${text(y + TEXT_RISE)}"
        >${yText(tick)}</text
      >`;
  })}`;
}

function xAxis({ xTicks, xTitle }: Chart): Markup {
  const bottom = HEIGHT - BOTTOM;
  return html`<path class="axis" d="M${LEFT} ${bottom}H${WIDTH - RIGHT}" />${xTicks.map(
      ([x, label]) =>
        html`<path class="axis" d="M${text(xOf(x))} ${bottom}v4" /><text
            class="tick mid"
            x="${text(xOf(x))}"
            y="${X_TEXT_Y}"
            >${label}</text
          >`,
    )}<text class="tick end" x="${WIDTH - RIGHT}" y="${HEIGHT - TICK_GAP}">${xTitle}</text>`;
}

function limitLines({ limits, scale }: Chart): Markup {
  const lines = limits.map(([value, label]) => ({ y: yOf(scale.at(value)), label })).sort((a, b) => a.y - b.y);
  let free = TOP;
  return html`${lines.map(({ y, label }) => {
    // Above its line where there is room, else below it; never on top of the label before it.
    const baseline = Math.max(y - TOP < TICK_TEXT_HEIGHT ? y + TICK_TEXT_HEIGHT : y - TEXT_RISE, free);
    free = baseline + TICK_TEXT_HEIGHT;
    return html`<path class="limit" d="M${LEFT} ${text(y)}H${WIDTH - RIGHT}" /><text
        class="tick end limit-text"
        x="${WIDTH - RIGHT}"
        y="${text(baseline)}"
        >${label}</text
      >`;
  })}`;
}

/** Parts between gaps are lines of their own; one that is a single point is a dot. */
function lineOf({ look, points }: ChartLine, scale: Scale): Markup {
  let d = "";
  let length = 0;
  for (const [x, value] of points) {
    if (value === null) {
      if (length === 1) d += "h0";
      length = 0;
      continue;
    }
    d += `${length === 0 ? "M" : "L"}${text(xOf(x))} ${text(yOf(scale.at(value)))}`;
    length += 1;
  }
  if (length === 1) d += "h0";
  return html`<path class="line line-${look}" d="${d}" />`;
}

function plotHeight(): number {
  return HEIGHT - TOP - BOTTOM;
}

function xOf(share: number): number {
  return LEFT + share * (WIDTH - LEFT - RIGHT);
}

function yOf(share: number): number {
  return HEIGHT - BOTTOM - share * plotHeight();
}

function text(place: number): string {
  return String(Number(place.toFixed(DIGITS)));
}
