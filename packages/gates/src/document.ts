import type { Check, Gate, JsonObject } from "@holdpoint/core";
import { sectionTitle } from "@holdpoint/core";

/**
 * Markdown of the gates' reference, made from their definitions: `docs/reference/gates.md`.
 *
 * @example
 * documentGates(GATES).startsWith("# Gates\n"); // true
 */
export function documentGates(gates: readonly Gate[]): string {
  return [
    "# Gates",
    "",
    "Generated from the definitions in `packages/gates`; edit those, then run `npm run fix`.",
    "",
    "| gate | question | checks | judged |",
    "|---|---|---|---|",
    ...gates.map(gateRow),
    "",
    ...gates.flatMap(gateSection),
  ].join("\n");
}

function gateRow({ id, question, checks, phase }: Gate): string {
  const when = phase === "self" ? "last, on the other gates' artifacts" : "on the candidate's evidence";
  return `| [${id}](#${id}) | ${cell(question)} | ${checks.length} | ${when} |`;
}

function gateSection(gate: Gate): string[] {
  const sections = gate.sections.map((id) => `${id} ${sectionTitle(id)}`).join(" · ");
  return [
    `## ${gate.id}`,
    "",
    gate.question,
    "",
    `Audit sections: ${sections}.`,
    "",
    ...gate.checks.flatMap((check) => checkSection(gate, check)),
  ];
}

const COMPARED_WITH: Readonly<Record<Check["definition"]["baseline"], string>> = {
  none: "",
  required: " · compared with the last promotion",
  base: " · compared with the last promotion, or with the base that is named",
};

function checkSection(gate: Gate, { definition, plants }: Check): string[] {
  const { id, title, question, motivation, remediation, effort, sections, needs, baseline, reasons, params } =
    definition;
  return [
    `### ${gate.id}/${id}`,
    "",
    `**${title}.** ${question}`,
    "",
    motivation,
    "",
    `*What to do:* ${remediation}`,
    "",
    `Effort ${effort} · sections ${sections.join(", ")} · evidence ${needs.map(code).join(", ")}` +
      COMPARED_WITH[baseline],
    "",
    "| reason | meaning | planted violations |",
    "|---|---|---|",
    ...Object.entries(reasons).map(([reason, meaning]) => {
      const planted = plants.filter((plant) => plant.expect.code === reason);
      const harms = planted.map((plant) => `${plant.harm} (${plant.expect.outcome})`).join("; ");
      return `| ${code(reason)} | ${cell(meaning)} | ${cell(harms)} |`;
    }),
    "",
    ...paramTable(params),
  ];
}

function paramTable(params: JsonObject): string[] {
  const entries = Object.entries(params);
  if (entries.length === 0) return [];
  return [
    "| parameter | default |",
    "|---|---|",
    ...entries.map(([name, value]) => `| ${code(name)} | ${code(cell(JSON.stringify(value)))} |`),
    "",
  ];
}

function code(text: string): string {
  return `\`${text}\``;
}

/** A bar or a line break would end the cell of a table. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");
}
