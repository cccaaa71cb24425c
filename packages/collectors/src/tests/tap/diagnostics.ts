/** What is taken out of the YAML block behind a test point. */
export interface TapDiagnostics {
  readonly durationMs: number | null;
  readonly message: string | null;
  /** node:test says here whether the point is a test or a suite. */
  readonly type: string | null;
  /** Where the test is written, when the block says so. */
  readonly file: string | null;
}

export const NO_DIAGNOSTICS: TapDiagnostics = { durationMs: null, message: null, type: null, file: null };

const MESSAGE_LINES_MAX = 100;

/**
 * Reads the few keys that are known at the first level of a block: plain, quoted and block scalars. It is no reader of
 * YAML: what it does not know it leaves aside, because a verdict never stands here.
 *
 * @param lines without the indentation of the block, and without `---` and `...`
 */
export function tapDiagnostics(lines: readonly string[]): TapDiagnostics {
  const values = new Map<string, string>();
  for (let at = 0; at < lines.length; at += 1) {
    const found = /^([A-Za-z_][A-Za-z0-9_ -]*):(?:\s+(.*)|)$/.exec(lines[at] ?? "");
    if (found === null) continue;
    const [, key = "", written = ""] = found;
    if (values.has(key)) continue;
    const inner: string[] = [];
    if (/^[|>][+-]?[0-9]?$/.test(written.trim())) {
      for (let next = at + 1; next < lines.length && /^\s|^$/.test(lines[next] ?? ""); next += 1) {
        if (inner.length < MESSAGE_LINES_MAX) inner.push((lines[next] ?? "").replace(/^ {2}/, ""));
      }
      values.set(key, inner.join("\n"));
    } else values.set(key, scalar(written));
  }
  const ms = Number(values.get("duration_ms") ?? Number.NaN);
  return {
    durationMs: Number.isFinite(ms) ? ms : null,
    message: said(values.get("error")) ?? said(values.get("message")),
    type: values.get("type") ?? null,
    file: fileOf(values.get("location") ?? values.get("file") ?? null),
  };
}

function said(text: string | undefined): string | null {
  return text === undefined || text.trim() === "" ? null : text;
}

function scalar(written: string): string {
  const text = written.trim();
  if (text.length >= 2 && text.startsWith("'") && text.endsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  if (text.length >= 2 && text.startsWith('"') && text.endsWith('"')) {
    try {
      return String(JSON.parse(text));
    } catch {
      return text.slice(1, -1);
    }
  }
  return text === "~" || text === "null" ? "" : text;
}

/** `a/b.test.js:3:1` without its position. */
function fileOf(location: string | null): string | null {
  return location?.replace(/(?::[0-9]+){1,2}$/, "") || null;
}
