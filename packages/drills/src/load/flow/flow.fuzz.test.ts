import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { AnswerView } from "./answer-view.ts";
import { compileFlows } from "./compile-flows.ts";
import { parseJsonPath } from "./json-path.ts";
import { compilePattern } from "./pattern.ts";
import { planPlace } from "./place.ts";
import { answer } from "./testing-answer.ts";
import { plan, request } from "./testing-plan.ts";
import { escapePath } from "./http1-bytes.ts";

const nasty = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("\r", "\n", " ", ":", "/", "?", "#", "%", "\u0000", "ä", "\uD800", "a") }),
);

test("whatever a value holds, it stays one request with the headers of the plan and a body of its length", () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 1, maxLength: 3 }), fc.nat(10), (values, index) => {
      const steps = [
        request({ method: "POST", path: "/a/${d.x}?q=${d.x}", body: "<${d.x}>", headers: [["x-n", "${seq}"]] }),
      ];
      const data = [{ name: "d", pick: "sequential" as const, rows: values.map((x) => ({ x })) }];
      const { flowOf, valuesOf } = compileFlows(plan({ data, flows: [{ name: "main", weight: 1, steps }] }));
      const bytes = flowOf(index).steps[0]?.request(valuesOf(index)).http1 ?? Buffer.alloc(0);
      const end = bytes.indexOf("\r\n\r\n");
      const [line, ...headers] = bytes.subarray(0, end).toString("latin1").split("\r\n");
      assert.match(line ?? "", /^POST \/a\/[!-~]*\?q=[!-~]* HTTP\/1\.1$/);
      assert.deepEqual(
        headers.map((header) => header.split(":")[0]),
        ["host", "x-n", "user-agent", "accept", "content-length"],
      );
      assert.equal(Number(headers.at(-1)?.split(": ")[1]), bytes.length - end - 4);
    }),
  );
});

test("an escaped path is visible ASCII, and escaping it again changes nothing", () => {
  fc.assert(
    fc.property(nasty, (path) => {
      const escaped = escapePath(path);
      assert.match(escaped, /^[!-~]*$/);
      assert.equal(escapePath(escaped), escaped);
    }),
  );
});

test("texts that are no path, no pattern or no placeholder end in their registered error", () => {
  const code = (work: () => unknown): string | null => {
    try {
      work();
      return null;
    } catch (thrown) {
      return (thrown as { code?: string }).code ?? String(thrown);
    }
  };
  const steps =
    (path: string): (() => unknown) =>
    () =>
      compileFlows(plan({ flows: [{ name: "main", weight: 1, steps: [request({ path })] }] }));
  const text = fc.oneof(
    nasty,
    fc.string({ unit: fc.constantFrom("$", "{", "}", ".", "[", "]", '"', "(", ")", "+", "\\", "a", "0") }),
  );
  fc.assert(
    fc.property(text, (text) => {
      const planned = { text, pointer: "p", placeOf: planPlace };
      assert.ok([null, "HP-LOAD-JSON-PATH"].includes(code(() => parseJsonPath(planned))));
      assert.ok([null, "HP-LOAD-PATTERN"].includes(code(() => compilePattern(planned))));
      assert.ok([null, "HP-LOAD-PLACEHOLDER"].includes(code(steps(text))));
    }),
  );
});

test("no answer makes a check throw, and none is a success that is not", () => {
  const checks = [
    { kind: "json" as const, path: "$.a[0].b", equals: 1 },
    { kind: "body" as const, matches: "x+y" },
    { kind: "header" as const, header: "x", matches: "^z$" },
  ];
  const { flowOf } = compileFlows(plan({ flows: [{ name: "main", weight: 1, steps: [request({ checks })] }] }));
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 999 }), fc.option(fc.oneof(nasty, fc.json())), (status, body) => {
      const view = new AnswerView(answer(status, body));
      const [usual, ...others] = flowOf(0).steps[0]?.checks ?? [];
      assert.equal(usual?.holds(view), status >= 200 && status <= 399);
      for (const check of others) assert.equal(typeof check.holds(view), "boolean");
      assert.equal(others[2]?.holds(view), false, "a header that is not there fits nothing");
    }),
  );
});
