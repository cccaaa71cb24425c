import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { XmlReader } from "../../xml/reader.ts";
import { countAttribute, eachChild, passOver, requiredAttribute } from "./element.ts";
import { messageInside, textInside } from "./failure-text.ts";

const VERDICTS: ReadonlySet<string> = new Set(["test"]);

/** Opens the root of a document and hands the reader over. */
function inRoot<Result>(source: string, read: (xml: XmlReader) => Result): Result {
  const xml = new XmlReader(Buffer.from(source), { file: "a.xml" });
  xml.next();
  const result = read(xml);
  return result;
}

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (thrown) {
    return isHoldpointError(thrown) ? `${thrown.code} ${thrown.place.line}:${thrown.place.column}` : "?";
  }
  return "accepted";
}

test("an element is passed over to its end, with the beginning of its text", () => {
  const source = "<r><a>one<b>two</b>three</a><c/></r>";
  const seen = inRoot(source, (xml) => {
    xml.next();
    const text = passOver(xml, VERDICTS, 100);
    xml.next();
    return [text, xml.name];
  });
  assert.deepEqual(seen, ["onetwothree", "c"]);
  assert.equal(
    inRoot("<r><a>text</a></r>", (xml) => passOver(xml, VERDICTS)),
    "",
  );
});

test("a verdict must not be hidden in what is passed over", () => {
  assert.equal(
    refusal(() => inRoot("<r><a>\n<test/></a></r>", (xml) => passOver(xml, VERDICTS))),
    "HP-READ-SYNTAX 2:1",
  );
});

test("children are handed out one after another, at one depth only", () => {
  const names: string[] = [];
  inRoot("<r> <a/> text <b><c/></b><a/></r>", (xml) =>
    eachChild(xml, (name) => {
      names.push(`${name}@${xml.depth}`);
      passOver(xml, VERDICTS);
    }),
  );
  assert.deepEqual(names, ["a@2", "b@2", "a@2"]);
});

test("children of an empty element are none", () => {
  for (const source of ["<r/>", "<r></r>", "<r> text </r>"]) {
    inRoot(source, (xml) => eachChild(xml, () => assert.fail(source)));
  }
});

test("counts are integers from 0, or not there", () => {
  const count = (value: string | null): number | null =>
    inRoot(value === null ? "<r/>" : `<r n="${value}"/>`, (xml) => countAttribute(xml, "n"));
  assert.deepEqual([null, "", " 7 ", "0"].map(count), [null, null, 7, 0]);
  for (const value of ["-1", "1.5", "many", "0x1", "9".repeat(16), "1,000"]) {
    assert.equal(
      refusal(() => count(value)),
      "HP-READ-SYNTAX 1:1",
      value,
    );
  }
});

test("an attribute may be required", () => {
  assert.equal(
    inRoot('<r a="x"/>', (xml) => requiredAttribute(xml, "a")),
    "x",
  );
  assert.equal(
    refusal(() => inRoot("<r/>", (xml) => requiredAttribute(xml, "a"))),
    "HP-READ-SYNTAX 1:1",
  );
});

test("the message is that of the message element, in either way of writing it, and the first one", () => {
  const message = (source: string): string | null => inRoot(source, (xml) => messageInside(xml, VERDICTS));
  assert.equal(message("<f><stack-trace>at</stack-trace><message>no</message></f>"), "no");
  assert.equal(message("<f><Message><![CDATA[a < b]]></Message></f>"), "a < b");
  assert.equal(message("<f><message>one</message><message>two</message></f>"), "one");
  assert.equal(message("<f><message> </message></f>"), null);
  assert.equal(message("<f>only text</f>"), null);
  assert.equal(
    refusal(() => message("<f><test/></f>")),
    "HP-READ-SYNTAX 1:4",
  );
});

test("text inside is trimmed, whatever elements stand around it", () => {
  const text = (source: string): string | null => inRoot(source, textInside);
  assert.equal(text("<f> <Text>gone</Text>\n</f>"), "gone");
  assert.equal(text("<f>  </f>"), null);
});
