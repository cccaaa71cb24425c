import type { Candidate, Json } from "@holdpoint/core";
import { printable } from "./printable.ts";

const COMMIT_DIGITS_SHOWN = 12;

/** `800 ms`, `41.2 s`, `3 min 5 s`. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1000) return `${Math.round(durationMs)} ms`;
  if (durationMs < 59_950) return `${(durationMs / 1000).toFixed(1)} s`;
  const seconds = Math.round(durationMs / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

export function shortCommit(commit: string): string {
  return printable(commit).slice(0, COMMIT_DIGITS_SHOWN);
}

/** `sha256:0123456789ab…` of a whole digest. */
export function shortDigest(digest: string): string {
  const [algorithm, hexadecimal] = printable(digest).split(":");
  return hexadecimal === undefined ? (algorithm ?? "") : `${algorithm}:${hexadecimal.slice(0, COMMIT_DIGITS_SHOWN)}…`;
}

/** What stands beside the commit: whether the working tree holds anything else. */
export function treeState(candidate: Candidate): string {
  return candidate.dirty ? "uncommitted changes" : "clean";
}

/** A value as a person reads it; numbers keep every digit. */
export function formatValue(value: Json): string {
  return typeof value === "string" ? printable(value) : JSON.stringify(value);
}

/** `1 reason`, `2 reasons`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** `path:line:column`, as far as it is known. */
export function formatPlace(place: {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}): string {
  return [printable(place.file), place.line, place.column].filter((part) => part !== undefined).join(":");
}
