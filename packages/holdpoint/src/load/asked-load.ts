import { HoldpointError } from "@holdpoint/core";
import type { LoadRun } from "../commands/load-run-flags.ts";
import { schemaTroubles } from "../config/validate.ts";
import { objectivesOf } from "./asked-report.ts";
import type { RawLoad, RawPhase, RawRequest } from "./raw-load.ts";

/** The part of the command line that says what is sent. */
export type AskedLoad = Omit<LoadRun, "out" | "html" | "hlog">;

const RATE_DEFAULT = 50;
const DURATION_DEFAULT = "10s";
/** These are what a file is there for. */
const ONLY_WITHOUT_FILE = ["rate", "duration", "arrival", "users", "method", "header", "body"] as const;

/**
 * A plan out of flags alone.
 *
 * @param textOf reads the file of `--body @FILE`
 * @throws HoldpointError `HP-USAGE` that names the flag
 */
export function askedLoad(asked: AskedLoad, textOf: (file: string) => string): RawLoad {
  const { url, method, header = [], body } = asked;
  if (url === undefined) throw new HoldpointError("HP-USAGE", "--url says what is put under load");
  const request: RawRequest = {
    method: method?.toUpperCase() ?? (body === undefined ? "GET" : "POST"),
    ...(header.length === 0 ? {} : { headers: headersOf(header) }),
    ...(body === undefined ? {} : { body: body.startsWith("@") ? textOf(body.slice(1)) : body }),
  };
  const raw: RawLoad = { url, phases: [phaseOf(asked)], requests: [request], ...shared(asked) };
  refuse(raw);
  return raw;
}

/**
 * A file's plan with what the command line says instead; its objectives are added to the file's.
 *
 * @throws HoldpointError `HP-USAGE` that names the flag
 */
export function changedLoad(raw: RawLoad, asked: AskedLoad): RawLoad {
  const alien = ONLY_WITHOUT_FILE.find((flag) => asked[flag] !== undefined);
  if (alien !== undefined) throw new HoldpointError("HP-USAGE", `--${alien} and a file cannot both say what is sent`);
  const { url = raw.url } = asked;
  const { objectives = [], tls, ...changes } = shared(asked);
  refuse({ url, phases: [{ name: "main", rate: 1, duration: "1s" }], ...changes });
  return {
    ...raw,
    url,
    ...changes,
    ...(tls === undefined ? {} : { tls: { ...raw.tls, ...tls } }),
    objectives: [...new Set([...(raw.objectives ?? []), ...objectives])],
  };
}

function phaseOf({ rate, users, duration = DURATION_DEFAULT, arrival }: AskedLoad): RawPhase {
  if (users === undefined) {
    return { name: "main", rate: rate ?? RATE_DEFAULT, duration, ...(arrival === undefined ? {} : { arrival }) };
  }
  const alien = rate === undefined ? (arrival === undefined ? null : "--arrival") : "--rate";
  if (alien !== null) throw new HoldpointError("HP-USAGE", `--users waits for answers, ${alien} does not: say one`);
  return { name: "main", users, duration };
}

function shared(asked: AskedLoad): Partial<RawLoad> {
  const { slo = [], insecure, connections, poolFull, warmUp, timeout, workers, pacing, seed } = asked;
  objectivesOf("slo", slo);
  const said = { connections, poolFull, warmUp, timeout, workers, pacing, seed };
  return {
    ...(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<RawLoad>),
    ...(slo.length === 0 ? {} : { objectives: [...slo] }),
    ...(insecure ? { tls: { verify: false } } : {}),
  };
}

function headersOf(lines: readonly string[]): Record<string, string | readonly string[]> {
  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).trim();
    if (name === "") throw new HoldpointError("HP-USAGE", `--header ${JSON.stringify(line)} is not "Name: value"`);
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  return Object.fromEntries(
    Array.from(headers, ([name, values]) => [name, values.length === 1 ? (values[0] ?? "") : values]),
  );
}

function refuse(raw: RawLoad): void {
  const [first] = schemaTroubles({ version: 1, ...raw }, "load");
  if (first === undefined) return;
  const key = first.path.find((step) => FLAGS.has(step)) ?? "url";
  const text = first.text.replace(/^\S+ /, "");
  throw new HoldpointError("HP-USAGE", `--${FLAGS.get(key) ?? key} ${text}`);
}

/** Flags by the key of the plan that they give. */
const FLAGS: ReadonlyMap<string, string> = new Map([
  ...["url", "rate", "duration", "users", "body", "method", "connections"].map((key) => [key, key] as const),
  ...["workers", "timeout", "seed"].map((key) => [key, key] as const),
  ["warmUp", "warm-up"],
  ["headers", "header"],
  ["objectives", "slo"],
]);
