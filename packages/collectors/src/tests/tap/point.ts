/** A line of TAP that says whether a test passed. */
export interface TestPoint {
  readonly ok: boolean;
  /** Without directive; empty when the line has no description. */
  readonly name: string;
  readonly directive: "skip" | "todo" | null;
  /** What the directive says beside its word. */
  readonly reason: string | null;
  readonly durationMs: number | null;
  /** Whether the line ends in `{`, which may begin a buffered subtest (TAP 14). */
  readonly opens: boolean;
}

const POINT = /^(not )?ok(?:(?= |$)|(?=#))(?: +[0-9]+)?(?: +- *| +|(?=#)|$)(.*)$/;

/** Reads a line without its indentation; null when it is no test point. */
export function testPoint(line: string): TestPoint | null {
  const found = POINT.exec(line);
  if (found === null) return null;
  let rest = (found[2] ?? "").trimEnd();
  const opens = rest === "{" || rest.endsWith(" {");
  if (opens) rest = rest.slice(0, -1).trimEnd();
  const { text, comment } = splitComment(rest);
  const time = /^time=([0-9.]+)(ms|s)$/i.exec(comment ?? "");
  const directive = /^(skip|todo(?![^\s:]))[^\s:]*:?\s*(.*)$/i.exec(comment ?? "");
  const plain = comment !== null && time === null && directive === null ? rest : text;
  const word = directive?.[1]?.toLowerCase();
  return {
    ok: found[1] === undefined,
    name: unescaped(plain.trim()),
    directive: word === "skip" || word === "todo" ? word : null,
    reason: directive === null ? null : unescaped((directive[2] ?? "").trim()) || null,
    durationMs: time === null ? null : Number(time[1]) * (time[2]?.toLowerCase() === "s" ? 1_000 : 1),
    opens,
  };
}

/** The last part behind a `#` that is not escaped and stands at the beginning or after a space. */
function splitComment(text: string): { readonly text: string; readonly comment: string | null } {
  for (let at = text.lastIndexOf("#"); at !== -1; at = at === 0 ? -1 : text.lastIndexOf("#", at - 1)) {
    if (at > 0 && text[at - 1] !== " " && text[at - 1] !== "\t") continue;
    return { text: text.slice(0, at), comment: text.slice(at + 1).trim() };
  }
  return { text, comment: null };
}

/** TAP 14 writes `#` and `\` with a backslash before them. */
function unescaped(text: string): string {
  return text.replaceAll(/\\([\\#])/g, "$1");
}

export interface TapPlan {
  readonly count: number;
  /** Why nothing was run, for `1..0`. */
  readonly skipped: string | null;
}

/** Reads `1..N`, with a reason when it plans nothing; null when the line is no plan. */
export function tapPlan(line: string): TapPlan | null {
  const found = /^1\.\.([0-9]{1,9})(?:\s*#\s*(.*))?\s*$/.exec(line);
  if (found === null) return null;
  const reason = /^skip\S*\s*(.*)$/i.exec(found[2] ?? "");
  return { count: Number(found[1]), skipped: reason === null ? null : (reason[1] ?? "").trim() };
}
