import assert from "node:assert/strict";
import { test } from "node:test";
import { readJunit } from "./read.ts";

const caseOf = (attributes: string): string =>
  `<testsuites>\n<testcase ${attributes}>\n<failure type="testCodeFailure" message="Expected &amp;quot;a&amp;quot;"/></testcase>\n</testsuites>`;
const read = (text: string): string[] => {
  const { cases } = readJunit(Buffer.from(text), { file: "r.xml", root: "/build/project" });
  return cases.flatMap(({ name, id, message }) => [name, id, message ?? ""]);
};

test("quotes that node:test escaped twice are quotes again", () => {
  const [name, id, message] = read(
    caseOf('name="says &amp;quot;no&amp;quot; &amp;amp; goes" time="1" classname="test"'),
  );
  assert.equal(name, 'says "no" &amp; goes');
  assert.ok(id?.endsWith('says "no" &amp; goes'), id);
  assert.match(message ?? "", /^Expected "a"/);
});

test("what another runner wrote is left as it is", () => {
  const [name] = read(caseOf('classname="C" name="is &amp;quot;" time="1"'));
  assert.equal(name, "is &quot;");
});
