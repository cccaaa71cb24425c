import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { HOSTILE, hostileRun } from "./fixture/hostile.ts";
import { HELD, PROMOTED } from "./fixture/runs.ts";
import { renderGithub } from "./github.ts";

/** As the runner reads a workflow command: properties until the second `::`, then the message. */
const COMMAND = /^::(notice|warning|error) ((?:[a-z]+=[^,:]*)(?:,[a-z]+=[^,:]*)*)::(.*)$/;

function lines(text: string): string[] {
  return text.split("\n").slice(0, -1);
}

test("the verdict comes first, then what holds, each at its place", () => {
  const said = lines(renderGithub(HELD));
  assert.equal(said[0], "::notice title=Holdpoint%3A HOLD::ledger-service 4b825dc642cb, held for 9 reasons");
  assert.equal(
    said.find((line) => line.includes("transfer.test.ts,line=41")),
    [
      "::error file=test/transfer.test.ts,line=41,col=3,title=tests / no-failed-tests%3A fail::" +
        "refuses a negative amount",
      "3 of 431 tests failed",
      "would pass at 0 failed tests",
      "Run the named tests alone, repair them, and promote again.",
    ].join("%0A"),
  );
  assert.ok(
    said.includes(
      '::error title=load%3A required-gate-missing::the profile requires the gate "load", which was not judged',
    ),
  );
});

test("advisory gates and warnings warn, passes and waivers are silent", () => {
  const said = lines(renderGithub(HELD));
  assert.equal(said.filter((line) => line.startsWith("::warning")).length, 2);
  assert.ok(said.every((line) => !line.includes("licences-allowed") && !line.includes("version-agrees")));
  assert.deepEqual(
    lines(renderGithub(PROMOTED)).map((line) => COMMAND.exec(line)?.[1]),
    ["notice", "warning"],
  );
});

test("at most ten places of a check are named", () => {
  const run = hostileRun("x");
  const [gate] = run.judgement.gates;
  const [check] = gate?.checks ?? [];
  assert.ok(gate !== undefined && check !== undefined);
  const locations = Array.from({ length: 25 }, (_, index) => ({ file: `f${index}`, text: "t" }));
  const gates = [{ ...gate, checks: [{ ...check, locations }] }];
  assert.equal(lines(renderGithub({ ...run, judgement: { ...run.judgement, gates, holdReasons: [] } })).length, 11);
});

test("no text ends a command, begins one or adds a property", () => {
  const check = (text: string): void => {
    const said = lines(renderGithub(hostileRun(text)));
    assert.equal(said.length, lines(renderGithub(hostileRun("x"))).length);
    for (const line of said) {
      const [, , properties = "", message = ""] = COMMAND.exec(line) ?? [];
      assert.notEqual(properties, "", line);
      const names = properties.split(",").map((property) => property.split("=")[0]);
      assert.equal(new Set(names).size, names.length);
      assert.doesNotMatch(properties, /%(?!25|3A|2C)/);
      assert.doesNotMatch(message, /[\p{Cc}]|%(?!25|0A)/u);
    }
  };
  for (const text of HOSTILE) check(text);
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(":", ",", "%", "\n", "\r", "=", "a", " ") }), check));
});
