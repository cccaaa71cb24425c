import type { LoadBody } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { textLines } from "../../tests/text-lines.ts";
import { clip } from "../../reading/clip.ts";
import { ArrivalSpan } from "../arrival-span.ts";
import { draftBody } from "../draft.ts";
import { countIn } from "../figures.ts";
import type { LoadFormatReader } from "../format.ts";
import { LoadSamples } from "../samples.ts";

/** Records other than requests; nothing that is judged is in them. */
const OTHERS: ReadonlySet<string> = new Set(["GROUP", "ASSERTION"]);
const KIND_CHARS_MAX = 200;

/** Gatling's `simulation.log` as text, of versions 3.0 to 3.11. */
export const gatlingLog: LoadFormatReader = {
  format: "gatling-log",
  looksLike: (head) => /^\ufeff?(?:ASSERTION\t.*\r?\n)*RUN\t/.test(head) || isBinary(head),
  read: readLog,
};

/** From version 3.12 on: a type byte, then the length and the text of the version. */
function isBinary(head: string): boolean {
  return /^\0\0\0\0[\x01-\x20]3\.\d+\.\d+/.test(head);
}

/**
 * Reads every request of a log. It has no closing line: what was cut off between two lines cannot be told.
 *
 * @throws HoldpointError `HP-READ-*` with file and line; `HP-READ-NOT-THE-FORMAT` for the binary log of 3.12 and later
 */
function readLog(bytes: Uint8Array, file: string): LoadBody {
  if (isBinary(Buffer.from(bytes.subarray(0, 64)).toString("latin1"))) {
    const text = "this is the binary log of Gatling 3.12 or later, which only Gatling reads; import js/stats.json";
    throw new HoldpointError("HP-READ-NOT-THE-FORMAT", text, { file, line: 1, column: 1 });
  }
  const samples = new LoadSamples();
  let version: string | null = null;
  const users = new ArrivalSpan();
  let errors = 0;
  for (const { text, number, ended } of textLines(bytes, file)) {
    const place = { file, line: number, column: 1 };
    if (!ended) throw new HoldpointError("HP-READ-TRUNCATED", "the last line has no line break", place);
    const fields = text.split("\t");
    const [kind = ""] = fields;
    if (kind === "RUN") version = runVersion(fields, version, place);
    else if (kind === "REQUEST") addRequest(samples, fields, place);
    else if (kind === "ERROR") errors += 1;
    else if (kind === "USER") addUser(users, fields, place);
    else if (!OTHERS.has(kind))
      throw new HoldpointError("HP-READ-SYNTAX", `no record of a simulation: ${clip(kind, 40)}`, place);
  }
  if (version === null)
    throw new HoldpointError("HP-READ-NOT-THE-FORMAT", "the log has no RUN record", { file, line: 1, column: 1 });
  const { failed, failures, sent, ...rest } = samples.finish();
  // An error is a request that could not even be built; there is no time of it.
  return draftBody({
    tool: { name: "gatling", version: version === "" ? null : version },
    trust: "unknown",
    ...rest,
    windows: errors === 0 ? rest.windows : [],
    sent: sent + errors,
    failed: failed + errors,
    failures: [...failures, ["not built", errors]],
    achieved: users.perS,
  });
}

type Place = { readonly file: string; readonly line: number; readonly column: number };

function runVersion(fields: readonly string[], before: string | null, place: Place): string {
  if (before !== null) throw new HoldpointError("HP-READ-SYNTAX", "a second RUN record; one log holds one run", place);
  if (fields.length < 6) throw new HoldpointError("HP-READ-SYNTAX", "a RUN record without its fields", place);
  return (fields.at(-1) ?? "").trim();
}

/** `USER scenario START instant`; before version 3.4 the user's number and the instant of its start stand in it. */
function addUser(users: ArrivalSpan, fields: readonly string[], place: Place): void {
  const at = fields.indexOf("START");
  const instant = at === -1 ? undefined : fields[at + 1];
  if (instant !== undefined) users.add(countIn(instant, "the start of a user", place), 1);
}

/** `REQUEST [user] groups name start end status message`; the user went with version 3.4. */
function addRequest(samples: LoadSamples, fields: readonly string[], place: Place): void {
  const at = fields.length === 7 ? 1 : fields.length === 8 ? 2 : null;
  if (at === null)
    throw new HoldpointError("HP-READ-SYNTAX", `a REQUEST of ${fields.length} fields, not 7 or 8`, place);
  const [groups = "", name = "", start = "", end = "", status = "", message = ""] = fields.slice(at);
  const [startMs, endMs] = [countIn(start, "the start", place), countIn(end, "the end", place)];
  if (endMs < startMs) throw new HoldpointError("HP-READ-SYNTAX", "a request that ended before it began", place);
  if (status !== "OK" && status !== "KO")
    throw new HoldpointError("HP-READ-SYNTAX", `a status of ${clip(status, 40)}, not OK or KO`, place);
  const failure = status === "OK" ? null : clip(message.trim(), KIND_CHARS_MAX) || "failed";
  const endpoint = [...groups.split(",").filter(Boolean), name].join(" / ");
  samples.add({ endMs, durationMs: endMs - startMs, failure, endpoint });
}
