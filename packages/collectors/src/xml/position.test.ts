import assert from "node:assert/strict";
import { test } from "node:test";
import { XmlReader } from "./reader.ts";

const reader = (source: string, lenientText: boolean = false): XmlReader =>
  new XmlReader(Buffer.from(source), { file: "a.xml", lenientText });

test("each event knows the line on which it begins", () => {
  const xml = reader("<a>\n\n<b\n c='1'\n/>\r\n<c/></a>");
  const seen: string[] = [];
  for (let event = xml.next(); event !== "end"; event = xml.next()) {
    if (event !== "text") seen.push(`${event} ${xml.name} ${xml.line} ${xml.depth}`);
  }
  assert.deepEqual(seen, ["open a 1 1", "open b 3 2", "close b 3 1", "open c 6 2", "close c 6 1", "close a 6 0"]);
});

test("a text begins on the line of its first character, the line feed included", () => {
  const xml = reader("<a>\nx<b/>\n\ny</a>");
  const seen: string[] = [];
  for (let event = xml.next(); event !== "end"; event = xml.next()) {
    if (event === "text") seen.push(`${xml.line} ${JSON.stringify(xml.text())}`);
  }
  assert.deepEqual(seen, ['1 "\\nx"', '2 "\\n\\ny"']);
});

test("the end is given for as long as it is asked for", () => {
  const xml = reader("<a/>");
  assert.deepEqual([xml.next(), xml.next(), xml.next(), xml.next()], ["open", "close", "end", "end"]);
});

test("an element's attributes are read by name and by order, and forgotten with the next", () => {
  const xml = reader("<a b='1' c='2'><d e='3'/></a>");
  xml.next();
  assert.equal(xml.attributes.count, 2);
  assert.deepEqual([xml.attributes.nameAt(1), xml.attributes.valueAt(1), xml.attributes.nameAt(2)], ["c", "2", ""]);
  assert.equal(xml.attributes.get("constructor"), null);
  xml.next();
  assert.deepEqual([xml.attributes.count, xml.attributes.get("b"), xml.attributes.get("e")], [1, null, "3"]);
});

test("a beginning of a long text splits neither characters nor references", () => {
  const source = "é&amp;😀&#x41;end";
  const xml = reader(`<a>${source}<![CDATA[&é]]></a>`);
  xml.next();
  xml.next();
  const whole = xml.text();
  assert.equal(whole, "é&😀Aend");
  for (let size = 0; size <= Buffer.byteLength(source) + 1; size += 1)
    assert.ok(whole.startsWith(xml.text(size)), `${size}`);
  assert.deepEqual([xml.text(1), xml.text(2), xml.text(4), xml.text(7)], ["", "é", "é", "é&"]);
  xml.next();
  assert.deepEqual([xml.text(1), xml.text(2), xml.text(3)], ["&", "&", "&é"]);
});

test("whoever reads can refuse what stands at the current place", () => {
  const xml = reader("<a>\n  <b/></a>");
  xml.next();
  xml.next();
  xml.next();
  assert.throws(() => xml.fail("HP-READ-SYNTAX", "no b here"), {
    code: "HP-READ-SYNTAX",
    message: "no b here",
    place: { file: "a.xml", line: 2, column: 3 },
  });
});
