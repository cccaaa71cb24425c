import type { Json } from "@holdpoint/core";
import { canonicalize, digestOf, readJson } from "@holdpoint/core";
import { interleave, rowOf, timesFaster } from "../harness/rounds.ts";
import type { Row } from "../harness/row.ts";

export const rounds = 7;

const CASES = 50_000;
const MEGABYTE = 1_000_000;
const CANONICAL = "canonical form (RFC 8785)";
const DIGEST = "canonical form and SHA-256";
const READ = "strict reading from bytes";
const STRINGIFY = "JSON.stringify";
const PARSE = "JSON.parse from bytes";

/** What every piece of evidence goes through, against the engine's own JSON, which neither sorts nor refuses. */
export async function rows(): Promise<Row[]> {
  const value = testResults();
  const bytes = Buffer.from(JSON.stringify(value));
  const seconds = interleave(
    {
      [CANONICAL]: () => canonicalize(value),
      [DIGEST]: () => digestOf(value),
      [STRINGIFY]: () => JSON.stringify(value),
      [READ]: () => readJson(bytes, { file: "bench.json" }),
      [PARSE]: () => JSON.parse(bytes.toString()) as Json,
    },
    rounds,
  );
  const info = { sizeBytes: bytes.length };
  const row = (name: keyof typeof seconds, peer: keyof typeof seconds): Row => {
    const ours = seconds[name];
    const rates = ours.map((each) => bytes.length / MEGABYTE / each);
    return rowOf(name, "MB/s", rates, { [peer]: timesFaster(ours, seconds[peer]) }, info);
  };
  return [row(CANONICAL, STRINGIFY), row(DIGEST, STRINGIFY), row(READ, PARSE)];
}

/** Shaped like the evidence of a large suite. */
function testResults(): Json {
  return {
    suite: "unit",
    cases: Array.from({ length: CASES }, (_, index) => ({
      id: `packages/core/src/file-${index % 400}.test.ts › group ${index % 13} › does thing number ${index}`,
      name: `does thing number ${index}`,
      file: `packages/core/src/file-${index % 400}.test.ts`,
      status: index % 97 === 0 ? "skipped" : "passed",
      durationMs: (index % 1000) / 8,
      flaky: false,
      message: index % 97 === 0 ? 'needs "docker"\n' : null,
      report: "reports/unit.xml",
      line: index + 3,
    })),
  };
}
