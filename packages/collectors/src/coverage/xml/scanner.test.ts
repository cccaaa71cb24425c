import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { XmlScanner } from "./scanner.ts";
import { pieces } from "./testing.ts";

/** What a document says, one line an event, read in pieces of a size. */
function events(source: string | Uint8Array, size = 1_000_000): string[] {
  const bytes = Buffer.from(source as string);
  const told: string[] = [];
  const scanner = new XmlScanner({
    file: "a.xml",
    words: ["text", "b"],
    handler: {
      open(name) {
        const { tag } = scanner;
        const list = tag.attributeNames().map((each, slot) => {
          const raw = tag.window.bytes.toString("utf8", tag.start(slot), tag.end(slot));
          return `${each}=${each === "b" ? tag.text(1) : raw}`;
        });
        told.push(`<${[scanner.nameOf(name), ...list].join(" ")}> ${tag.window.here.line}:${tag.window.here.column}`);
        if (name === 0) scanner.keepText();
      },
      close(name) {
        told.push(name === 0 ? `${scanner.takeText()}</text>` : `</${scanner.nameOf(name)}>`);
      },
      comment(text) {
        told.push(`<!--${text}-->`);
      },
    },
  });
  const cuts = Array.from({ length: Math.floor(bytes.length / size) }, (_, index) => (index + 1) * size);
  for (const piece of pieces(bytes, cuts)) scanner.push(piece);
  scanner.finish();
  return told;
}

function refusal(source: string | Uint8Array, size?: number): string {
  try {
    events(source, size);
  } catch (thrown) {
    if (!isHoldpointError(thrown)) throw thrown;
    return `${thrown.code.replace("HP-READ-", "")} ${thrown.place.line}:${thrown.place.column}`;
  }
  return "accepted";
}

const WHOLE = `<?xml version="1.0" encoding='UTF-8' standalone="yes"?>
<!-- über -->
<!DOCTYPE r SYSTEM "http://example.org/r.dtd">
<?style sheet?>
<r  a = "1"
  c='"2"' b="&lt;&#x41;&#66;&quot;
&amp;" ><x/><text >1 &gt; <![CDATA[<2> & ]]><!--3-->4\r\n5</text
><é:y ü="ö"/>
</r>
`;

const TOLD = [
  "<!-- über -->",
  '<r a=1 c="2" b=<AB" &> 5:1',
  "<x> 7:9",
  "</x>",
  "<text> 7:13",
  "<!--3-->",
  "1 > <2> & 4\n5</text>",
  "<é:y ü=ö> 9:2",
  "</é:y>",
  "</r>",
];

test("a document says the same however it is cut", () => {
  for (const size of [1, 2, 3, 5, 7, 16, 64, 1_000]) assert.deepEqual(events(WHOLE, size), TOLD, `${size}`);
  assert.deepEqual(events(`\ufeff${WHOLE}`, 1), TOLD);
  assert.deepEqual(events("\ufeff<r/>"), ["<r> 1:1", "</r>"]);
});

test("tags longer than a piece of the scanner are read whole", () => {
  const long = "x".repeat(700_000);
  assert.deepEqual(events(`<r b="${long}"/>`, 10_000), [`<r b=${long}> 1:1`, "</r>"]);
  assert.equal(refusal(`<r b="${"x".repeat(2_000_000)}"/>`, 10_000), "TOO-LARGE 1:1");
  assert.equal(refusal(`<text>${"x".repeat(70_000)}</text>`), "TOO-LARGE 1:7");
});

test("what no document holds is refused at its place", () => {
  const cases: readonly (readonly [string | Uint8Array, string])[] = [
    ["", "EMPTY undefined:undefined"],
    [" \n ", "EMPTY undefined:undefined"],
    ["plain text", "NOT-THE-FORMAT 1:1"],
    ["<!doctype html><p>404", "NOT-THE-FORMAT 1:1"],
    ["<!DOCTYPE HTML PUBLIC 'x' 'y'>", "NOT-THE-FORMAT 1:1"],
    ["<!-- only this -->", "TRUNCATED 1:19"],
    ["<a>", "TRUNCATED 1:4"],
    ["<a><b></b>", "TRUNCATED 1:11"],
    ['<a b="', "TRUNCATED 1:7"],
    ["<a>\n<!-- ", "TRUNCATED 2:6"],
    ["<a>text", "TRUNCATED 1:8"],
    ["<a>&am", "TRUNCATED 1:7"],
    ["<a></b>", "SYNTAX 1:4"],
    ["</a>", "SYNTAX 1:1"],
    ["<a/><b/>", "SYNTAX 1:5"],
    ["<a/>text", "SYNTAX 1:5"],
    ["<!--x-->text<a/>", "SYNTAX 1:9"],
    ["<a/><![CDATA[x]]>", "SYNTAX 1:5"],
    ["<a></a x>", "SYNTAX 1:8"],
    ["<a b=1/>", "SYNTAX 1:6"],
    ["<a b/>", "SYNTAX 1:5"],
    ["<a b='1'c='2'/>", "SYNTAX 1:9"],
    ["<a 1='1'/>", "SYNTAX 1:4"],
    ["<1/>", "SYNTAX 1:2"],
    ["<a / >", "SYNTAX 1:5"],
    ["<a b='<'/>", "SYNTAX 1:7"],
    ["<a b='\u0001'/>", "SYNTAX 1:7"],
    ["<a b='\uffff'/>", "SYNTAX 1:7"],
    ["<a>\u0007</a>", "SYNTAX 1:4"],
    ["<a>]]></a>", "SYNTAX 1:4"],
    ["<a><!-- -- --></a>", "SYNTAX 1:9"],
    ["<a><!ELEMENT b></a>", "SYNTAX 1:4"],
    ["<a><!DOCTYPE a></a>", "SYNTAX 1:4"],
    ["<!DOCTYPE a 'b'><a/>", "SYNTAX 1:1"],
    [" <?xml version='1.0'?><a/>", "SYNTAX 1:2"],
    ["<?xml version='2.0'?><a/>", "SYNTAX 1:6"],
    ["<?xml?><a/>", "SYNTAX 1:6"],
    ["<? x?><a/>", "SYNTAX 1:3"],
    ["<a×b/>", "SYNTAX 1:2"],
    ["<a b='1' c='2' b='3'/>", "DUPLICATE-KEY 1:16"],
    ["<a b='&nbsp;'/>", "ENTITY 1:7"],
    ["<a>&lol9;</a>", "ENTITY 1:4"],
    ["<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "ENTITY 1:13"],
    ["<a b='1 & 2'/>", "SYNTAX 1:9"],
    ["<a b='&'/>", "SYNTAX 1:7"],
    ["<a b='&#0;'/>", "SYNTAX 1:7"],
    ["<a b='&#xD800;'/>", "SYNTAX 1:7"],
    [`<a>&${"x".repeat(80)};</a>`, "SYNTAX 1:4"],
    ["<?xml version='1.0' encoding='ISO-8859-1'?><a/>", "ENCODING 1:6"],
    [Buffer.from([0xff, 0xfe, 0x3c, 0x00]), "ENCODING 1:1"],
    [Buffer.from("<a>\n \0</a>"), "ENCODING 2:2"],
    [Buffer.from("<a b='\0'/>"), "ENCODING 1:7"],
    [Buffer.concat([Buffer.from("<a>\n"), Buffer.from([0xc3, 0x28])]), "ENCODING 2:1"],
    [Buffer.concat([Buffer.from("<a>é"), Buffer.from([0xf0, 0x9f])]), "TRUNCATED 1:8"],
    ["<a>".repeat(129), "DEPTH 1:385"],
  ];
  for (const [source, expected] of cases) {
    assert.equal(refusal(source), expected, JSON.stringify(source));
    assert.equal(refusal(source, 1), expected, `${JSON.stringify(source)} cut`);
  }
});

test("attributes and names are bounded", () => {
  const attributes = Array.from({ length: 300 }, (_, index) => `a${index}='1'`).join(" ");
  assert.match(refusal(`<a ${attributes}/>`), /^TOO-LARGE /);
  const elements = Array.from({ length: 5_000 }, (_, index) => `<e${index}/>`).join("");
  assert.match(refusal(`<a>${elements}</a>`), /^TOO-LARGE /);
});

test("an attribute that usually comes next is not taken for one that only begins alike", () => {
  const source = `<r><x b="1" bc="2"/><x bc="3" b="4"/><x b="5" b-c='6'/><x b = "7"/></r>`;
  assert.deepEqual(
    events(source).filter((event) => event.startsWith("<x")),
    ["<x b=1 bc=2> 1:4", "<x bc=3 b=4> 1:21", "<x b=5 b-c=6> 1:38", "<x b=7> 1:56"],
  );
  assert.equal(refusal(`<r><x b="1" c="1"/><x b="2" b="3"/></r>`), "DUPLICATE-KEY 1:29");
});

test("a report larger than the limit is refused before it is read to the end", () => {
  const scanner = new XmlScanner({ file: "a.xml", words: [], handler: { open() {}, close() {} } });
  scanner.push(Buffer.from("<a>"));
  const spaces = Buffer.alloc(16 * 1024 * 1024, 0x20);
  assert.throws(
    () => {
      for (let count = 0; count < 17; count += 1) scanner.push(spaces);
    },
    { code: "HP-READ-TOO-LARGE" },
  );
});
