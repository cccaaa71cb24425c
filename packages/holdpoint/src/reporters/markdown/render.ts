import { SECTIONS } from "@holdpoint/core";
import type { RunResult } from "@holdpoint/release";
import { explainHolds } from "../view/explain.ts";
import { count, formatDuration, shortCommit, treeState } from "../view/format.ts";
import { advisoryFindings, checksWith } from "../view/notes.ts";
import { code, gateRow, holdBlock, inline, noticeItem, prose } from "./blocks.ts";
import { fit, MARKDOWN_CHARACTERS_MAX } from "./fit.ts";

const GATES_CHARACTERS_MAX = 12_000;
const NOT_JUDGED_CHARACTERS_MAX = 6_000;

/**
 * GitHub Flavored Markdown for a job summary or a pull request comment, at most 60,000 characters; what had to be left
 * out is counted.
 */
export function renderMarkdown(result: RunResult): string {
  const { judgement } = result;
  const parts = [headPart(result), gatesPart(result), "", "", notJudgedPart(result), recordPart(result)];
  const left = (): number => MARKDOWN_CHARACTERS_MAX - parts.join("").length;

  const holds = explainHolds(judgement).map(holdBlock);
  if (holds.length > 0) {
    const title = "### Why it is held\n\n";
    parts[2] = title + fit(holds, left() - title.length, "\n\n", (more) => `and ${more} more; the report has them all`);
  }
  const notices = [...advisoryFindings(judgement), ...checksWith(judgement, ["warn", "waived", "not-applicable"])];
  if (notices.length > 0) {
    const title = "### Also noted\n\n";
    const items = fit(notices.map(noticeItem), left() - title.length - 1, "\n", (more) => `- and ${more} more`);
    parts[3] = `${title}${items}\n`;
  }
  return parts.join("");
}

function headPart({ judgement, durationMs }: RunResult): string {
  const { verdict, candidate, profile, holdReasons, partial } = judgement;
  const why =
    verdict === "PROMOTE" ? "Every rule of the profile is met." : `Held for ${count(holdReasons.length, "reason")}.`;
  const facts = [
    `commit ${code(shortCommit(candidate.commit))} (${treeState(candidate)})`,
    `profile ${inline(profile)}${partial ? ", only some gates" : ""}`,
    `environment ${inline(candidate.environment)}`,
    formatDuration(durationMs),
  ];
  return `## ${verdict}: ${inline(candidate.service)}\n\n**${why}** ${facts.join(" · ")}\n\n`;
}

function gatesPart({ judgement: { gates } }: RunResult): string {
  const header = "| Gate | Verdict | Blocks | Checks passed | Sections |\n| :--- | :--- | :--- | :--- | :--- |\n";
  const rows = fit(gates.map(gateRow), GATES_CHARACTERS_MAX, "\n", (more) => `| and ${more} more | | | | |`);
  return `${header}${rows}\n`;
}

function notJudgedPart({ judgement: { notJudged } }: RunResult): string {
  if (notJudged.length === 0) return "";
  const items = notJudged.map(({ suite, reason }) => `- ${code(suite)}: ${prose(reason)}`);
  return `### Not judged\n\n${fit(items, NOT_JUDGED_CHARACTERS_MAX, "\n", (more) => `- and ${more} more`)}\n`;
}

function recordPart({ judgement, ledger, key }: RunResult): string {
  const { covered } = judgement.sections;
  const facts = [
    `${covered.length} of ${SECTIONS.length} audit sections covered: ${covered.join(" ") || "none"}`,
    `recorded as ${ledger.size} of ledger ${code(ledger.origin)}, anchored up to ${ledger.anchoredUpTo}`,
    `key ${code(key.fingerprint)}`,
    `run ${code(judgement.run)}`,
  ];
  return `<sub>${facts.join(" · ")}</sub>\n`;
}
