import assert from "node:assert/strict";
import { test } from "node:test";
import { auditMarkdown, auditOf } from "./audit.ts";
import { codeSpan, figure, markdownPage, markdownTable } from "./markdown.ts";
import { reportFiles } from "./report-files.ts";
import { inputOf, iterationOf } from "./testing-report.ts";

const cellOf = (text: string): string =>
  markdownTable(["a"], [[text]], "")
    .at(-1)
    ?.slice(2, -2) ?? "";

test("a cell holds no line break of any kind", () => {
  for (const end of ["\n", "\r\n", "\r", "\n\n\n", "\u0085", "\u2028", "\u2029", "\v", "\f"]) {
    assert.equal(cellOf(`a${end}b`), "a b", JSON.stringify(end));
  }
});

test("a cell makes no markup of what a target said", () => {
  assert.equal(cellOf("<img src=x onerror=y>"), "\\<img src=x onerror=y>");
  assert.equal(cellOf("</table><!-- "), "\\</table>\\<!-- ");
  assert.equal(cellOf("![a](http://b/c)"), "!\\[a](http://b/c)");
  assert.equal(cellOf("`|`"), "\\`\\|\\`");
  assert.equal(cellOf("\u001b[31mred\u0007"), " \\[31mred ");
});

test("a bound stays as a person writes it", () => {
  assert.deepEqual(["<= 300", "< 3", ">= 0.83", "p95_latency_ms"].map(cellOf), [
    "<= 300",
    "< 3",
    ">= 0.83",
    "p95_latency_ms",
  ]);
});

test("a backslash before a bar does not set the bar free", () => {
  assert.equal(cellOf("\\|"), "\\\\\\|");
});

test("a code span ends where its text ends, and stays in its line", () => {
  assert.equal(codeSpan("./iterate --fast"), "`./iterate --fast`");
  assert.equal(codeSpan("sh -c 'a\nb'"), "`sh -c 'a b'`");
  assert.equal(codeSpan("a ` b"), "``a ` b``");
  assert.equal(codeSpan("`a``"), "``` `a`` ```");
});

test("figures have six digits, a unit where there is one, and no exponent for what people count", () => {
  const cases: readonly (readonly [Parameters<typeof figure>[0], string])[] = [
    [0, "0"],
    [-0.5, "-0.5"],
    [123_456, "123456"],
    [123_456.7, "123457"],
    [1_000_000, "1000000"],
    [true, "true"],
    ["fast", "fast"],
  ];
  for (const [value, text] of cases) assert.equal(figure(value), text);
  assert.equal(figure(null, "ms"), "gap", "a gap has no unit");
  assert.equal(figure(2.5, "ms"), "2.5 ms");
});

test("a page ends with one line break", () => {
  assert.equal(markdownPage(["a", "", "b"]), "a\n\nb\n");
});

const HOSTILE = "</td><script>x</script> ![i](http://h/i) | `c` \\| \n\n# head\n| 1 | fake |";

/** Bars that divide cells. */
const bars = (line: string): number => line.replaceAll(/\\./g, "").split("|").length - 1;

test("hostile texts of the target are text on every page, and no row gets longer", async () => {
  const input = await inputOf([iterationOf(1, {}, { problem: { code: "HP-SOAK-COMMAND", text: HOSTILE } })], {
    target: `sh -c ${HOSTILE}`,
  });
  const told = reportFiles(input);
  const pages = told.filter(([name]) => name.endsWith(".md"));
  assert.equal(pages.length, 4);
  for (const [name, text] of pages) {
    const lines = text.split("\n");
    assert.equal(lines.filter((line) => line.startsWith("# ")).length, 1, `${name} has one head`);
    assert.doesNotMatch(text.replaceAll(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, ""), /(?<!\\)<[a-z/!]/i, name);
    const table = lines.filter((line) => line.startsWith("|"));
    const [head = ""] = table;
    for (const line of table.slice(2).filter((one) => /HP-SOAK|script/.test(one))) assert.equal(bars(line), bars(head));
    assert.equal(lines.filter((line) => line.startsWith("| 1 | fake")).length, 0, name);
  }
  for (const [name, text] of told) if (name.endsWith(".json")) JSON.parse(text);
});

test("the data beside the pages keep the text as it was", async () => {
  const problem = { code: "HP-SOAK-COMMAND", text: HOSTILE };
  const audit = auditOf(await inputOf([iterationOf(1, {}, { problem })]));
  assert.equal(audit.iterations[0]?.problem?.text, HOSTILE);
  assert.doesNotMatch(auditMarkdown(audit), /\n# head/);
});
