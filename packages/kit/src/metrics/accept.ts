/** How a page of metrics is written: the classic text format 0.0.4 or OpenMetrics 1.0.0. */
export type MetricsFormat = "prometheus" | "openmetrics";

interface Range {
  readonly type: string;
  readonly params: ReadonlyMap<string, string>;
  readonly q: number;
}

/** Each of the two with what it is called in `Accept`. */
const OFFERS = {
  prometheus: { type: "text/plain", version: "0.0.4" },
  openmetrics: { type: "application/openmetrics-text", version: "1.0.0" },
} as const;

const CHARS_MAX = 8192;
/** What a comma ends, but for commas within quotation marks. */
const PARTS = { ",": /(?:[^",]|"(?:[^"\\]|\\.)*"?)+/g, ";": /(?:[^";]|"(?:[^"\\]|\\.)*"?)+/g } as const;
const PARAM = /^\s*([^\s=]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s"]*))\s*$/;
const Q = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

/**
 * The format that a scraper would rather have, by its `Accept` header (RFC 9110 section 12.5.1): quality values,
 * versions, the most specific range first. OpenMetrics is for those who name it; whoever takes anything, says nothing,
 * or wants neither gets the classic format, which every scraper reads.
 *
 * @example
 * metricsFormatFor("application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5"); // "openmetrics"
 * metricsFormatFor(undefined); // "prometheus"
 */
export function metricsFormatFor(accept: string | undefined): MetricsFormat {
  if (accept === undefined || accept.length > CHARS_MAX) return "prometheus";
  const ranges = (accept.match(PARTS[","]) ?? []).flatMap((part) => rangeOf(part) ?? []);
  const open = wish(ranges, "openmetrics");
  const classic = wish(ranges, "prometheus");
  if (open.q === 0) return "prometheus";
  const isRather = open.isNamed ? open.q >= classic.q : classic.q === 0;
  return isRather ? "openmetrics" : "prometheus";
}

/** The quality value of the range that fits best; 0 where none does. */
function wish(ranges: readonly Range[], format: MetricsFormat): { readonly q: number; readonly isNamed: boolean } {
  let best = { rank: -1, q: 0 };
  for (const range of ranges) {
    const rank = rankOf(range, OFFERS[format]);
    if (rank > best.rank || (rank >= 0 && rank === best.rank && range.q > best.q)) best = { rank, q: range.q };
  }
  return { q: best.q, isNamed: best.rank >= NAMED };
}

const NAMED = 2;

/** How specific a range is that the offer lies in; -1 outside. */
function rankOf({ type, params }: Range, offer: { readonly type: string; readonly version: string }): number {
  if (type === "*/*") return 0;
  if (type === `${offer.type.split("/", 1)[0]}/*`) return 1;
  if (type !== offer.type) return -1;
  const version = params.get("version");
  const charset = params.get("charset")?.toLowerCase() ?? "utf-8";
  if ((version !== undefined && version !== offer.version) || !["utf-8", "utf8"].includes(charset)) return -1;
  return version === undefined ? NAMED : NAMED + 1;
}

/** Null for what is no range: what cannot be understood asks for nothing. */
function rangeOf(part: string): Range | null {
  const [type = "", ...rest] = part.match(PARTS[";"]) ?? [];
  const params = new Map<string, string>();
  for (const text of rest) {
    const [, name, quoted, plain = ""] = PARAM.exec(text) ?? [];
    if (name !== undefined) params.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, "$1") ?? plain);
    else if (text.trim() !== "") return null;
  }
  const q = params.get("q") ?? "1";
  return Q.test(q) ? { type: type.trim().toLowerCase(), params, q: Number(q) } : null;
}
