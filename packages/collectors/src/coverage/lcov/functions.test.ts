import assert from "node:assert/strict";
import { test } from "node:test";
import { Interner } from "../counts/interner.ts";
import { countPoints } from "../counts/points.ts";
import { LcovCursor } from "./cursor.ts";
import { LcovFunctions } from "./functions.ts";

/** `covered/total`, then the same of the aliases where those differ. */
function read(...records: readonly string[]): string {
  const bytes = Buffer.from(records.map((record) => `${record}\n`).join(""));
  const cursor = new LcovCursor("a.info");
  cursor.load(bytes, 0, bytes.length);
  const functions = new LcovFunctions(cursor, new Interner());
  while (cursor.nextLine()) {
    const [tag = ""] = cursor.rest(1_000, "a record").split(":");
    cursor.at = cursor.start + tag.length + 1;
    functions.read(tag as "FN" | "FNDA" | "FNL" | "FNA");
  }
  const { points, aliases } = functions.finish();
  assert.equal(functions.finish().points.length, 0);
  const show = ({ covered, total }: { covered: number; total: number }): string => `${covered}/${total}`;
  return aliases === null ? show(countPoints(points)) : `${show(countPoints(points))} aliases ${show(aliases)}`;
}

test("a function is called when its own count is more than 0", () => {
  assert.equal(read("FN:1,f", "FN:5,g", "FNDA:3,f", "FNDA:0,g"), "1/2");
  assert.equal(read("FN:1,f"), "0/1");
  assert.equal(read(), "0/0");
});

test("names hold commas, digits and nothing", () => {
  assert.equal(read("FN:1,f(int, char)", "FNDA:1,f(int, char)"), "1/1");
  assert.equal(read("FN:1,9,g", "FNDA:1,g"), "1/1");
  assert.equal(read("FN:1,2", "FNDA:1,2"), "1/1");
  assert.equal(read("FN:1,", "FNDA:1,"), "1/1");
  assert.equal(read("FN:0,module", "FNDA:1,module"), "1/1");
});

test("counts of one name go to its functions in order, and to the last when there are more", () => {
  assert.equal(read("FN:1,f", "FN:2,f", "FNDA:0,f", "FNDA:1,f"), "1/2");
  assert.equal(read("FN:1,f", "FN:2,f", "FNDA:1,f"), "1/2");
  assert.equal(read("FN:1,f", "FNDA:0,f", "FNDA:1,f"), "1/1");
  assert.equal(read("FNDA:1,f", "FNDA:0,f"), "1/1");
});

test("counts in another order than the list find their functions by name", () => {
  assert.equal(read("FN:1,f", "FN:2,g", "FN:3,f", "FNDA:0,f", "FNDA:1,f", "FNDA:0,g"), "1/3");
  assert.equal(read("FN:1,f", "FNDA:1,f", "FN:2,f", "FNDA:0,f", "FNDA:3,g", "FN:9,g"), "2/4");
  assert.equal(read("FN:1,f", "FN:2,g", "FNDA:1,g", "FN:3,h", "FNDA:1,h", "FNDA:0,f"), "2/3");
});

test("counts that stand before the list belong to what was not listed", () => {
  assert.equal(read("FNDA:1,f", "FN:1,f"), "1/2");
});

test("an index is one function, whatever it is called by", () => {
  assert.equal(read("FNL:0,1,5", "FNA:0,1,f", "FNL:7,9", "FNA:7,0,g"), "1/2");
  assert.equal(read("FNL:0,1", "FNA:0,0,f<int>", "FNA:0,4,f<char>"), "1/1 aliases 1/2");
  assert.equal(read("FNL:0,1"), "0/1 aliases 0/0");
});

test("an alias of nothing, and an index that stands twice, are refused", () => {
  for (const records of [
    ["FNA:0,1,f"],
    ["FNL:0,1", "FNL:0,1"],
    ["FNL:0"],
    ["FNL:0,1,2,3"],
    ["FNA:0,1"],
    ["FN:1"],
    ["FNDA:1"],
  ]) {
    assert.throws(() => read(...records), { code: "HP-READ-SYNTAX" }, records.join());
  }
});
