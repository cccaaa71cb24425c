import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fakeHost, ran, verbPaths } from "./testing.ts";

const DOCS = join(import.meta.dirname, "..", "..", "..", "docs");
const PAGES = ["coverage.md", "metrics/README.md", "guides/ci.md", "guides/soak.md", "guides/load.md"];

/** Every command line of a page: in blocks of shell, and in code spans that begin with the command. */
function commandsOf(text: string): string[] {
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = ""]) => block.split("\n"));
  const spans = [...text.replaceAll(/^```.*?^```/gms, "").matchAll(/`(holdpoint [^`]+)`/g)].map(
    ([, span = ""]) => span,
  );
  return [...blocks, ...spans]
    .filter((line) => line.startsWith("holdpoint "))
    .map((line) => line.replace(/ +#.*$/, ""));
}

for (const page of PAGES) {
  test(`every command of ${page} is there, with its flags`, async () => {
    const commands = commandsOf(readFileSync(join(DOCS, page), "utf8"));
    assert.ok(commands.length >= 3, `saw only ${commands.length}`);
    for (const line of commands) {
      const words = line.split(" ").slice(1);
      const verb = verbPaths().find((path) => path.every((word, at) => words[at] === word));
      if (verb === undefined) assert.deepEqual(words.slice(-1), ["--help"], `${line}: there is no such verb`);
      const { exit, stdout } = await ran(fakeHost(DOCS), ...(verb ?? words.slice(0, -1)), "--help");
      assert.equal(exit, 0, line);
      for (const flag of words.filter((word) => /^--[a-z]/.test(word)))
        assert.ok(
          new RegExp(`(?<![\\w-])${flag}(?![\\w-])`).test(stdout.replaceAll("/--no-", " --no-")),
          `${line}: ${flag}`,
        );
    }
  });
}

test("the checklist of phase R5 has a command in every row", () => {
  const text = readFileSync(join(DOCS, "coverage.md"), "utf8").split("## Validation checklist")[1] ?? "";
  const rows = text.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| it is asked"));
  assert.ok(rows.length >= 10);
  for (const row of rows) assert.match(row, /\| `holdpoint [^`|]+` \|$/);
});
