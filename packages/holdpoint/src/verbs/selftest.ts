import type { SelftestBody } from "@holdpoint/core";
import { didYouMean, HoldpointError } from "@holdpoint/core";
import { codeDigest, selftestBody } from "@holdpoint/release";
import { EXIT } from "../exit-codes.ts";
import { table } from "../format/table.ts";
import type { Host } from "../host.ts";
import { livePlants } from "../io/live-plants.ts";
import { GATES } from "../registry.ts";
import type { Answer, CommonFlags } from "../verb.ts";

export interface Missed {
  readonly gate: string;
  /** Null for a harmed file, repository or ledger that went the whole way. */
  readonly check: string | null;
  readonly plant: string;
}

export default async function selftest(host: Host, _flags: CommonFlags, ...asked: string[]): Promise<Answer> {
  const known = GATES.map(({ id }) => id);
  for (const id of asked) {
    if (known.includes(id)) continue;
    throw new HoldpointError("HP-USAGE-NAME", `there is no gate called "${id}"${didYouMean(id, known)}`);
  }
  const gates = asked.length === 0 ? GATES : GATES.filter(({ id }) => asked.includes(id));
  const live = await livePlants(
    host,
    host.signal,
    gates.map(({ id }) => id),
  );
  const body = selftestBody(gates, live, codeDigest());
  const missed = missedOf(body);
  // Nothing planted is nothing shown.
  const sound = missed.length === 0 && body.planted > 0 && body.planted === body.caught;
  return {
    exit: sound ? EXIT.pass : EXIT.hold,
    json: () => ({ planted: body.planted, caught: body.caught, missed }),
    text: () => selftestText(body, missed),
  };
}

export function missedOf({ checks, live }: SelftestBody): Missed[] {
  return [
    ...checks.flatMap(({ gate, check, missed }) => missed.map((plant) => ({ gate, check, plant }))),
    ...live
      .filter(({ caught }) => !caught)
      .map(({ gate, plant, expected, got }) => ({
        gate,
        check: null,
        plant: `${plant}: expected ${expected}, got ${got}`,
      })),
  ];
}

function selftestText({ planted, caught, checks, live }: SelftestBody, missed: readonly Missed[]): string {
  const gates = [...new Set(checks.map(({ gate }) => gate))];
  const rows = gates.map((gate) => {
    const own = checks.filter((check) => check.gate === gate);
    const plants = own.reduce((sum, check) => sum + check.plants, 0);
    const real = live.filter((plant) => plant.gate === gate).length;
    return [gate, `${own.length} checks`, `${plants} plants`, `${real} real ones`];
  });
  const lines = missed.map(({ gate, check, plant }) => `MISSED ${gate}${check === null ? "" : `/${check}`}: ${plant}`);
  return [
    `${planted} planted, ${caught} caught`,
    "",
    ...table(rows),
    ...(lines.length === 0 ? [] : ["", ...lines]),
  ].join("\n");
}
