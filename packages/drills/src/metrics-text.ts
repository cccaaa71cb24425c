/** One sample of a Prometheus text. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface MetricsText {
  readonly samples: readonly Sample[];
  /** What a strict reader would refuse; empty for a sound text. */
  readonly problems: readonly string[];
}

const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)(?: -?\d+)?$/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/gy;
const COMMENT = /^# (?:HELP|TYPE) [a-zA-Z_:][a-zA-Z0-9_:]* \S/;

/**
 * Reads the Prometheus text format 0.0.4 strictly: each line is a comment, a sample or empty, no series is there twice,
 * every value is a number, and the text ends with a line feed.
 *
 * @example
 * readMetricsText('up{job="a"} 1\n').samples[0]; // { name: "up", labels: { job: "a" }, value: 1 }
 */
export function readMetricsText(text: string): MetricsText {
  const samples: Sample[] = [];
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const [index, line] of text.split("\n").entries()) {
    if (line === "" || COMMENT.test(line)) continue;
    const sample = line.startsWith("#") ? null : readSample(line);
    const series =
      sample === null
        ? ""
        : `${sample.name} ${JSON.stringify(Object.entries(sample.labels).map(String).toSorted(byText))}`;
    if (sample === null) problems.push(`line ${index + 1}: no sample and no comment`);
    else if (seen.has(series)) problems.push(`line ${index + 1}: the series is there twice`);
    else {
      seen.add(series);
      samples.push(sample);
    }
  }
  if (!text.endsWith("\n")) problems.push("the text does not end with a line feed");
  if (samples.length === 0) problems.push("there is no sample");
  return { samples, problems };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function readSample(line: string): Sample | null {
  const match = SAMPLE.exec(line);
  if (match === null) return null;
  const [, name = "", labelText = "", valueText = ""] = match;
  const labels = readLabels(labelText);
  const value = valueText === "+Inf" ? Infinity : valueText === "-Inf" ? -Infinity : Number(valueText);
  if (labels === null || (Number.isNaN(value) && valueText !== "NaN")) return null;
  return { name, labels, value };
}

function readLabels(text: string): Record<string, string> | null {
  const labels: Record<string, string> = {};
  let end = 0;
  for (const [whole, name = "", value = ""] of text.matchAll(LABEL)) {
    if (Object.hasOwn(labels, name)) return null;
    labels[name] = value;
    end += whole.length;
  }
  return end === text.length ? labels : null;
}

/** The value of the one series of that name whose labels are among those given; null when there is none. */
export function valueOf(
  samples: readonly Sample[],
  name: string,
  labels: Readonly<Record<string, string>>,
): number | null {
  const wanted = Object.entries(labels);
  const found = samples.find((one) => one.name === name && wanted.every(([key, value]) => one.labels[key] === value));
  return found?.value ?? null;
}
