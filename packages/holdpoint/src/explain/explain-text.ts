import type { Check, CheckResult, Gate, Judgement } from "@holdpoint/core";
import { sectionTitle } from "@holdpoint/core";
import { oneLine } from "../format/json.ts";
import { indented, table } from "../format/table.ts";

/** All gates with their checks, one line each. */
export function listText(gates: readonly Gate[]): string {
  const blocks = gates.map((gate) =>
    [
      `${gate.id}: ${gate.question}`,
      ...indented(table(gate.checks.map(({ definition }) => [definition.id, definition.title]))),
    ].join("\n"),
  );
  return [...blocks, "`holdpoint explain GATE/CHECK` says all about one check."].join("\n\n");
}

/** One gate: what it asks, and how its checks ended in the latest run. */
export function gateText(gate: Gate, judgement: Judgement | null): string {
  const result = judgement?.gates.find(({ id }) => id === gate.id);
  const rows = gate.checks.map(({ definition }) => {
    const check = result?.checks.find(({ id }) => id === definition.id);
    return [check?.outcome ?? "-", definition.id, check?.reason ?? definition.question];
  });
  return [
    `${gate.title} (${gate.id})`,
    gate.question,
    `Sections: ${gate.sections.map((id) => `${id} ${sectionTitle(id)}`).join(", ")}`,
    latest(judgement, result === undefined ? null : `${result.verdict}, ${result.blocking ? "blocking" : "advisory"}`),
    "",
    ...table(rows),
  ].join("\n");
}

/** One check: its definition, its formula with the numbers of the latest run, and what would flip it. */
export function checkText(gate: Gate, check: Check, judgement: Judgement | null, result: CheckResult | null): string {
  const { definition } = check;
  return [
    `${gate.id}/${definition.id}: ${definition.title}`,
    definition.question,
    "",
    definition.motivation,
    "",
    latest(judgement, result === null ? null : `${result.outcome} (${result.code})`),
    ...(result === null ? [] : indented(resultLines(result))),
    "",
    "Parameters",
    ...indented(parameterLines(check, result)),
    "",
    "Ways not to pass",
    ...indented(table(Object.entries(definition.reasons))),
    "",
    `What to do (effort: ${definition.effort})`,
    ...indented([definition.remediation]),
    "",
    `Looks at: ${definition.needs.join(", ")}${definition.baseline === "required" ? ", and the last promotion" : ""}`,
    `Sections: ${definition.sections.map((id) => `${id} ${sectionTitle(id)}`).join(", ")}`,
    "Planted violations that it must catch",
    ...indented(table(check.plants.map(({ id, harm, expect }) => [id, `${expect.outcome} ${expect.code}`, harm]))),
  ].join("\n");
}

function latest(judgement: Judgement | null, ended: string | null): string {
  if (judgement === null) return "There is no run yet.";
  return ended === null ? `Run ${judgement.run} did not judge it.` : `Run ${judgement.run}: ${ended}`;
}

function resultLines({ observed, threshold, reason, flip, evidence }: CheckResult): string[] {
  return [
    ...table([
      ["observed", oneLine(observed)],
      ["wanted", oneLine(threshold)],
      ["because", reason],
    ]),
    ...(flip === null ? [] : table([["flip    ", flip]])),
    ...evidence.map((digest) => `evidence  ${digest}`),
  ];
}

function parameterLines({ definition }: Check, result: CheckResult | null): string[] {
  const names = Object.keys(definition.params);
  if (names.length === 0) return ["none"];
  return table(
    names.map((name) => {
      const standard = oneLine(definition.params[name]);
      const inForce = result === null ? standard : oneLine(result.params[name]);
      return [name, inForce, inForce === standard ? "(default)" : `(default ${standard})`];
    }),
  );
}
