import assert from "node:assert/strict";
import { test } from "node:test";
import { harm, readOrRefuse, seededRandom } from "@holdpoint/testkit";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { xmlEvents } from "./testing.ts";

/** What another strict parser says of a document, in the form of `xmlEvents`; null when it refuses it. */
function peerEvents(source: string): string[] | null {
  const parser = new SaxesParser({ fileName: "peer" });
  const events: string[] = [];
  let text = "";
  let failed = false;
  const flush = (): void => {
    if (text !== "") events.push(`text ${JSON.stringify(text)}`);
    text = "";
  };
  parser.on("error", () => {
    failed = true;
  });
  let depth = 0;
  // The peer hands out white space around the root element as well.
  parser.on("text", (piece) => {
    text += depth > 0 ? piece : "";
  });
  parser.on("cdata", (piece) => {
    text += piece;
  });
  parser.on("opentag", ({ name, attributes }) => {
    flush();
    depth += 1;
    const list = Object.entries(attributes).map(([key, value]) => ` ${key}=${JSON.stringify(value)}`);
    events.push(`open ${name}${list.join("")}`);
  });
  parser.on("closetag", ({ name }) => {
    flush();
    depth -= 1;
    events.push(`close ${name}`);
  });
  parser.write(source).close();
  return failed ? null : events;
}

function ownEvents(source: string): string[] | null {
  try {
    return xmlEvents(source);
  } catch {
    return null;
  }
}

const PIECES = [
  "<a>",
  "</a>",
  "<b c='d'>",
  "</b>",
  "<b/>",
  "<a x=\"1\" y='2'/>",
  "text",
  " ",
  "\n",
  "\r\n",
  "&amp;",
  "&#65;",
  "&#x41;",
  "&",
  "&lt",
  "<",
  ">",
  "]]>",
  "<![CDATA[",
  "<!--",
  "-->",
  "--",
  "<?p",
  " q?>",
  "?>",
  "'",
  '"',
  "=",
  "/>",
  "é",
  "😀",
  "\u0007",
  "<a b='&quot;\t'>",
  "<!DOCTYPE a>",
  "<é/>",
  "<a:b/>",
  "\ufffe",
  "&nosuch;",
  "<?xml version='1.0'?>",
  "x='1'",
];

function* documents(): Generator<string> {
  for (const first of PIECES) {
    for (const second of PIECES) {
      yield `<a>${first}${second}</a>`;
      yield `<r ${first}${second}/>`;
      yield `${first}${second}`;
      yield `<a/>${first}${second}`;
    }
  }
}

test("two strict parsers agree on what is a document and what it says", () => {
  let accepted = 0;
  let refused = 0;
  for (const source of documents()) {
    const expected = peerEvents(source);
    if (!DIFFERENT_ON_PURPOSE.test(source)) {
      assert.deepEqual(ownEvents(source), expected, JSON.stringify(source));
    }
    if (expected === null) refused += 1;
    else accepted += 1;
  }
  assert.ok(accepted > 500 && refused > 2_000, `${accepted} accepted, ${refused} refused`);
});

/** The peer lets a document type be anything; this reader knows its grammar. */
const DIFFERENT_ON_PURPOSE = /<!DOCTYPE/;

/**
 * The peer reads strings, accepts any document type, takes declarations and encodings less strictly, and lets a
 * question mark follow the name of a processing instruction (`<?x?y ?>`; XML 1.0, production 16, wants a space there).
 */
const DIFFERENT_IN_HARMED = /<!DOCTYPE|\ufffd|\0|<\?xml|<\?[^\s?>]+\?[^>]/i;

const SOUND = [
  '<?xml version="1.0" encoding="UTF-8"?>\n<a b="c&lt;d" e=\'f\'>g<![CDATA[h]]><!-- i --><j/>k&#x41;<?l m?></a>\n',
  "<r><é x='😀'/>text\r\nmore]]&gt;</r>",
  "<a><b><c><d/></c></b></a>",
].map((source) => Buffer.from(source));

test("a harmed document is refused by both parsers or means the same to both", () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.constantFrom(...SOUND), fc.nat(), (sound, seed) => {
      const bytes = harm(sound, seededRandom(seed));
      const own = readOrRefuse(() => xmlEvents(bytes));
      const source = bytes.toString("utf8");
      if (DIFFERENT_IN_HARMED.test(source)) return;
      assert.deepEqual(own, source.trim() === "" ? null : peerEvents(source), JSON.stringify(source));
      if (own !== null) accepted += 1;
    }),
    { numRuns: 6_000 },
  );
  assert.ok(accepted > 100, `${accepted} accepted`);
});
