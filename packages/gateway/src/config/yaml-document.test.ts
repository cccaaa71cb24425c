import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import { refuseTroubles, spelled } from "./trouble.ts";
import { readYaml } from "./yaml-document.ts";

const TEXT = `# first
a:
  - x: 1
    y: [two, three]
  - &anchor { z: 4 }
b: *anchor
c:
`;

describe("places", () => {
  const document = readYaml(TEXT, "f.yaml");
  const at = (path: string[], where: "key" | "value"): string => {
    const { file, line, column } = document.place(path, where);
    assert.equal(file, "f.yaml");
    return `${line}:${column}`;
  };

  test("of values and of keys, in mappings and sequences", () => {
    assert.equal(at(["a", "0", "x"], "value"), "3:8");
    assert.equal(at(["a", "0", "x"], "key"), "3:5");
    assert.equal(at(["a", "0", "y", "1"], "value"), "4:14");
    assert.equal(at([], "value"), "2:1");
  });

  test("through an alias, of an empty value, and of what is not there: the nearest that is", () => {
    assert.equal(at(["b", "z"], "value"), "5:18");
    assert.equal(at(["c"], "key"), "7:1");
    assert.equal(at(["a", "0", "gone"], "value"), "3:5");
    assert.equal(at(["a", "9"], "value"), "3:3");
  });

  test("the value's text is at its own lines and columns", () => {
    assert.equal(document.textOf(["a", "0", "y"]), "\n\n\n       [two, three]");
    assert.equal(document.textOf(["a", "0"]), "\n\n    x: 1\n    y: [two, three]\n");
  });
});

describe("troubles", () => {
  const document = readYaml(TEXT, "f.yaml");
  const trouble = (path: string[]) => ({ path, at: "value", text: path.join(".") }) as const;

  function thrown(paths: readonly string[][]): HoldpointError {
    try {
      refuseTroubles(document, paths.map(trouble));
    } catch (error) {
      assert.ok(error instanceof HoldpointError);
      return error;
    }
    throw new Error("nothing was thrown");
  }

  test("none is none", () => {
    refuseTroubles(document, []);
  });

  test("the first in the file is told, whatever their order", () => {
    const error = thrown([["b"], ["a", "0", "y"], ["a", "0", "x"]]);
    assert.equal(error.message, "a.0.x (and 2 more problems below)");
    assert.deepEqual(error.place, { file: "f.yaml", line: 3, column: 8 });
    assert.equal(thrown([["b"]]).message, "b");
  });

  test("a path as a person writes it", () => {
    assert.equal(spelled([]), "the document");
    assert.equal(spelled(["a", "0", "y", "1"]), "a[0].y[1]");
  });
});
