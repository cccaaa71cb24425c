import type { SuiteDraft } from "./detected.ts";
import type { Draft } from "./draft.ts";
import { comment, list, scalar } from "./yaml-text.ts";

/** `holdpoint.yaml` with a word about everything in it. */
export function renderConfig(draft: Draft): string {
  const blocks = [head(draft), suites(draft), repository(draft), coverage(draft), dependencies(draft), profiles(draft)];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}

function head({ service, languages }: Draft): string[] {
  const found = languages.length === 0 ? "no manifest that it knows" : languages.join(", ");
  return [
    ...comment(`What holds a release of this repository. Written by \`holdpoint init\`, which found: ${found}.`),
    ...comment("`holdpoint plan` says what would run, `holdpoint explain` what the gates ask."),
    "version: 1",
    `service: ${scalar(service)}`,
  ];
}

function suites(draft: Draft): string[] {
  const notes = draft.notes.flatMap((note) => comment(note));
  if (draft.suites.length === 0) {
    const why = "No suite could be written down, so the gate `tests` holds until there is one:";
    const example = "  - { id: unit, run: [make, test], results: [reports/junit/*.xml] }";
    return [...comment(why), ...comment(example), ...notes, "suites: []"];
  }
  const why = "Commands run without a shell; what they write must be fresh, and tells its format itself.";
  return [...comment(why), ...notes, "suites:", ...draft.suites.flatMap(suite)];
}

function suite({ id, comment: said, run, timeout, results, writes }: SuiteDraft): string[] {
  return [
    ...said.flatMap((text) => comment(text, "  ")),
    `  - id: ${scalar(id)}`,
    ...(run === null ? [] : [...list("run", run, "    "), `    timeout: ${scalar(timeout)}`]),
    ...list("results", results, "    "),
    ...(writes.length === 0 ? [] : list("writes", writes, "    ")),
  ];
}

function repository({ versionFiles, changelog }: Draft): string[] {
  if (versionFiles.length === 0 && changelog === null) return [];
  return [
    ...comment("Files that must agree about the version."),
    "repository:",
    ...(versionFiles.length === 0 ? [] : list("versionFiles", versionFiles, "  ")),
    ...(changelog === null ? [] : [`  changelog: ${scalar(changelog)}`]),
  ];
}

function coverage({ coverage: measured }: Draft): string[] {
  if (measured === null) return [];
  return [
    ...comment("A source file that no report measures counts as uncovered."),
    "coverage:",
    "  reports:",
    ...measured.reports.flatMap(({ id, format, files }) => [
      `    - id: ${scalar(id)}`,
      `      format: ${format}`,
      ...list("files", files, "      "),
    ]),
    ...list("source", measured.source, "  "),
    ...(measured.exclude.length === 0 ? [] : list("exclude", measured.exclude, "  ")),
  ];
}

function dependencies({ npm }: Draft): string[] {
  return npm ? ["dependencies: { manager: npm }"] : [];
}

function profiles({ gates, leftOut }: Draft): string[] {
  return [
    "profiles:",
    "  release:",
    "    gates:",
    ...gates.map((gate) => `      ${gate}: {}`),
    ...leftOut.flatMap(({ gate, reason }) => comment(`${gate}: ${reason}`, "      ")),
    ...comment("Without these gates there is no promotion, whoever takes them out above.", "    "),
    ...list("requireGates", gates, "    "),
    ...comment(
      "Nothing was promoted yet, so there is nothing to compare with. Refuse after the first promotion.",
      "    ",
    ),
    "    firstRelease: allow",
  ];
}
