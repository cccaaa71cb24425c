import type { JsonObject } from "@holdpoint/core";
import { table as aligned } from "../format/table.ts";
import { clip, printable } from "../reporters/view/printable.ts";
import type { DocumentSection } from "./document.ts";
import { cellText } from "./document.ts";
import type { Message } from "./message.ts";

/** Slack refuses a message with more, or with longer ones. */
const BLOCKS_MAX = 50;
const HEADER_CHARACTERS_MAX = 150;
const SECTION_CHARACTERS_MAX = 3_000;
const ROWS_MAX = 15;
/** Every character may become five, and a code block has its fences. */
const PLAIN_CHARACTERS_MAX = 580;

/** Body of an incoming webhook of Slack, which Mattermost and Rocket.Chat read too. */
export function slackBody({ document: { title, lead, sections, foot } }: Message): JsonObject {
  const blocks = [
    { type: "header", text: { type: "plain_text", text: clip(printable(title), HEADER_CHARACTERS_MAX) } },
    mrkdwn(lead.map((text) => escaped(text)).join("\n")),
    ...sections.slice(0, BLOCKS_MAX - 3).map(section),
    { type: "context", elements: [{ type: "mrkdwn", text: escaped(foot) }] },
  ];
  return { text: escaped(`${title}. ${lead[0] ?? ""}`), blocks };
}

function section({ title, says, table }: DocumentSection): JsonObject {
  const head = [`*${escaped(title)}*`, ...says.map((text) => escaped(text))].join("\n");
  if (table === undefined) return mrkdwn(head);
  const rows = [table.head, ...table.rows.slice(0, ROWS_MAX).map((cells) => cells.map(cellText))];
  const more = table.more + Math.max(0, table.rows.length - ROWS_MAX);
  const last = more > 0 ? `\nand ${more} more` : "";
  return mrkdwn(`${head}\n${fenced(aligned(rows), SECTION_CHARACTERS_MAX - head.length - last.length)}${last}`);
}

/** Whole lines only, so that no row is told in part. */
function fenced(lines: readonly string[], charactersMax: number): string {
  const kept: string[] = [];
  let left = charactersMax - "```\n\n```".length;
  for (const line of lines.map((text) => escaped(text).replaceAll("`", "'"))) {
    left -= line.length + 1;
    if (left < 0) break;
    kept.push(line);
  }
  return `\`\`\`\n${kept.join("\n")}\n\`\`\``;
}

function mrkdwn(text: string): JsonObject {
  return { type: "section", text: { type: "mrkdwn", text: clip(text, SECTION_CHARACTERS_MAX) } };
}

/** The three characters that Slack reads; with them taken apart nothing from outside is a link or calls anybody. */
function escaped(text: string): string {
  const plain = clip(text, PLAIN_CHARACTERS_MAX);
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
