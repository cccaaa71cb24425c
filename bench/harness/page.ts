import type { BenchResult, Row } from "./row.ts";

const DIGITS = 3;

const INTRO = [
  "# Benchmarks",
  "",
  "Rendered by `bench/page.ts` from what the commands printed with `--json`; nobody types a figure here. A value is the",
  "median of its rounds. A ratio is ours against the peer of the same round, so that a slower minute of the machine",
  "touches both; more than 1 is better. Figures of two machines, or of two days, do not compare.",
];

interface PeerInfo {
  readonly perSecond: number;
  readonly low: number;
  readonly high: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly overHttpPerSecond?: number;
  readonly configuration?: string;
}

interface TargetInfo {
  readonly what: string;
  readonly asked: number;
  readonly goal: number;
  readonly reached: number;
}

/** What one tool said of something, beside what was so. */
interface ToldInfo {
  readonly tool: string;
  readonly requests: number;
  /** Null: it does not tell this figure. */
  readonly told: number | null;
  readonly truth: number;
}

/** The page of one or more results, in their order. Throws on a result without rows. */
export function benchmarksPage(results: readonly BenchResult[]): string {
  if (results.length === 0) throw new Error("there is no result to show");
  return `${[...INTRO, ...results.flatMap(section)].join("\n").trimEnd()}\n`;
}

function section(result: BenchResult): string[] {
  const { area, machine, durability, rounds, rows } = result;
  if (rows.length === 0) throw new Error(`the result of '${area}' has no rows`);
  const memory = `${Math.round(machine.memoryBytes / 2 ** 30)} GiB`;
  return [
    "",
    `## ${area}`,
    "",
    `- command: \`npm run -s bench -- ${area} --json\``,
    `- machine: ${machine.cpu}, ${machine.cores} cores, ${memory}, ${machine.platform}, Node ${machine.node}`,
    `- durability: ${durability}`,
    `- rounds: ${rounds ?? "not said"}`,
    "",
    ...tableOf(["row", "value", "rounds", "ratios", "p50 / p99 ms"], rows.map(rowCells)),
    ...rows.flatMap(targetsOf),
    ...rows.flatMap(peersOf),
    ...rows.flatMap(toldOf),
  ];
}

function rowCells(row: Row): string[] {
  const ratios = Object.entries(row.ratios).map(([peer, ratio]) => `${figure(ratio)}× ${peer}`);
  return [
    row.name,
    `${figure(row.value)} ${row.unit}`,
    `${figure(row.low)} – ${figure(row.high)}`,
    ratios.length === 0 ? "–" : ratios.join("<br>"),
    latencies(row.info),
  ];
}

function latencies(info: Row["info"]): string {
  const { p50Ms, p99Ms } = info ?? {};
  return typeof p50Ms === "number" && typeof p99Ms === "number" ? `${figure(p50Ms)} / ${figure(p99Ms)}` : "–";
}

function targetsOf({ name, info }: Row): string[] {
  const targets = info?.["targets"] as readonly TargetInfo[] | undefined;
  if (targets === undefined) return [];
  const cells = targets.map(({ what, asked, goal, reached }) => [what, figure(asked), figure(goal), figure(reached)]);
  return ["", `\`${name}\`, what is wanted of it:`, "", ...tableOf(["figure", "asked", "goal", "reached"], cells)];
}

function peersOf({ name, unit, info }: Row): string[] {
  const peers = info?.["peers"] as Readonly<Record<string, PeerInfo>> | undefined;
  if (peers === undefined) return [];
  const cells = Object.entries(peers).map(([peer, each]) => [
    peer,
    figure(each.perSecond),
    `${figure(each.low)} – ${figure(each.high)}`,
    `${figure(each.p50Ms)} / ${figure(each.p99Ms)}`,
    each.overHttpPerSecond === undefined ? "–" : figure(each.overHttpPerSecond),
    each.configuration ?? "–",
  ]);
  const head = ["peer", `jobs (${unit})`, "rounds", "p50 / p99 ms", "behind a route of its own", "configuration"];
  return ["", `\`${name}\`, its peers, in process, without HTTP:`, "", ...tableOf(head, cells)];
}

function toldOf({ name, unit, info }: Row): string[] {
  const tools = info?.["tools"] as readonly ToldInfo[] | undefined;
  if (tools === undefined) return [];
  const cells = tools.map(({ tool, requests, told, truth }) => [
    tool,
    requests.toLocaleString("en"),
    told === null ? "not told" : told.toLocaleString("en"),
    truth.toLocaleString("en"),
    told === null ? "–" : `${figure(((told - truth) / truth) * 100)} %`,
  ]);
  const head = ["tool", "requests", `told (${unit})`, `true (${unit})`, "off by"];
  return ["", `\`${name}\`, what each tool said, beside what was so:`, "", ...tableOf(head, cells)];
}

function tableOf(head: readonly string[], cells: readonly (readonly string[])[]): string[] {
  const line = (each: readonly string[]): string =>
    `| ${each.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...cells.map(line)];
}

function figure(value: number | null): string {
  return value === null ? "absent" : value.toLocaleString("en", { maximumSignificantDigits: DIGITS });
}
