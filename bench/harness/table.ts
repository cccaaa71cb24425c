import type { BenchResult, Row } from "./row.ts";

const DIGITS = 4;

/** The result for a person. */
export function table({ area, machine, durability, rounds, rows }: BenchResult): string {
  const cells = rows.map((row) => [row.name, `${figure(row.value)} ${row.unit}`, spread(row), ratios(row)]);
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const memory = `${Math.round(machine.memoryBytes / 2 ** 30)} GiB`;
  return [
    `${area}: ${machine.cpu}, ${machine.cores} cores, ${memory}, ${machine.platform}, Node ${machine.node}`,
    `durability: ${durability}; rounds: ${rounds ?? "not said"}`,
    ...lines,
  ].join("\n");
}

function spread({ low, high }: Row): string {
  return `[${figure(low)} – ${figure(high)}]`;
}

function ratios(row: Row): string {
  return Object.entries(row.ratios)
    .map(([peer, ratio]) => `${figure(ratio)}× ${peer}`)
    .join(", ");
}

function figure(value: number | null): string {
  return value === null ? "absent" : value.toLocaleString("en", { maximumSignificantDigits: DIGITS });
}
