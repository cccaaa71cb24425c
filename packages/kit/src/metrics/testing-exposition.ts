/** A sample of a scrape. */
export interface Sample {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
}

export interface FamilyText {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly samples: Sample[];
}

const HELP = /^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) ((?:[^\\\n]|\\\\|\\n)*)$/;
const TYPE = /^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)$/;
const LINE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{([^\n]*)\})? (NaN|[+-]Inf|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/;
const LABEL = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\\\|\\"|\\n)*)"(,|$)/;

/**
 * Reads text exposition format 0.0.4 and throws at whatever is not strictly that: HELP and TYPE once and first, samples
 * of a family together, each series once, cumulative buckets that end in +Inf and agree with the count.
 */
export function parseExposition(text: string): Map<string, FamilyText> {
  const families = new Map<string, FamilyText>();
  if (text === "") return families;
  if (!text.endsWith("\n")) throw new Error("no line feed at the end");
  const seen = new Set<string>();
  const lines = text.slice(0, -1).split("\n");
  for (let index = 0; index < lines.length;) {
    const [, name, help] = HELP.exec(lines[index] ?? "") ?? [];
    const [, typed, type] = TYPE.exec(lines[index + 1] ?? "") ?? [];
    if (name === undefined || help === undefined || typed !== name || type === undefined) {
      throw new Error(`line ${index + 1}: a family begins with HELP and TYPE`);
    }
    if (families.has(name)) throw new Error(`${name} twice`);
    const family: FamilyText = { name, help, type, samples: [] };
    families.set(name, family);
    for (index += 2; index < lines.length && !lines[index]?.startsWith("#"); index += 1) {
      const sample = parseSample(lines[index] ?? "");
      const own = type === "histogram" ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name];
      if (!own.includes(sample.name)) throw new Error(`${sample.name} is not of ${name}`);
      const series = JSON.stringify([sample.name, [...sample.labels].sort(([a], [b]) => (a < b ? -1 : 1))]);
      if (seen.has(series)) throw new Error(`${series} twice`);
      seen.add(series);
      family.samples.push(sample);
    }
    if (family.samples.length === 0) throw new Error(`${name} has no samples`);
    if (type === "histogram") checkHistogram(family);
  }
  return families;
}

function parseSample(line: string): Sample {
  const [, name, inner, value] = LINE.exec(line) ?? [];
  if (name === undefined || value === undefined) throw new Error(`no sample: ${line}`);
  const labels = new Map<string, string>();
  let rest = inner ?? "";
  if (inner === "") throw new Error(`empty braces: ${line}`);
  while (rest !== "") {
    const match = LABEL.exec(rest);
    if (match === null || labels.has(match[1] ?? "")) throw new Error(`labels: ${line}`);
    labels.set(
      match[1] ?? "",
      (match[2] ?? "").replace(/\\(.)/g, (_, sign: string) => (sign === "n" ? "\n" : sign)),
    );
    rest = rest.slice(match[0].length);
    if (match[3] === "," && rest === "") throw new Error(`comma at the end: ${line}`);
  }
  return { name, labels, value: Number(value.replace("Inf", "Infinity")) };
}

function checkHistogram({ name, samples }: FamilyText): void {
  const groups = Map.groupBy(samples, ({ labels }) => JSON.stringify([...labels].filter(([label]) => label !== "le")));
  for (const [group, members] of groups) {
    const buckets = members.filter((sample) => sample.name === `${name}_bucket`);
    const bounds = buckets.map(({ labels }) => Number(labels.get("le")?.replace("Inf", "Infinity")));
    const rising = bounds.every((bound, index) => index === 0 || bound > (bounds[index - 1] ?? Infinity));
    const growing = buckets.every(
      ({ value }, index) => index === 0 || value >= (buckets[index - 1]?.value ?? Infinity),
    );
    const count = members.find((sample) => sample.name === `${name}_count`)?.value;
    const sums = members.filter((sample) => sample.name === `${name}_sum`).length;
    if (!rising || !growing || bounds.at(-1) !== Infinity || buckets.at(-1)?.value !== count || sums !== 1) {
      throw new Error(`${name} ${group} is no histogram`);
    }
  }
}
