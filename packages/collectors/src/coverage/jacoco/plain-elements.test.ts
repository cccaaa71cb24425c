import assert from "node:assert/strict";
import { test } from "node:test";
import { Interner } from "../counts/interner.ts";
import { XmlWindow } from "../xml/window.ts";
import { NOT_PLAIN, PlainElements } from "./plain-elements.ts";

function windowOf(text: string): XmlWindow {
  const window = new XmlWindow("a.xml");
  window.append(Buffer.from(text));
  return window;
}

/** `line missed covered branches-missed branches-covered` and what follows, or null. */
function readLine(text: string): string | null {
  const plain = new PlainElements(windowOf(`xx${text}`));
  const end = plain.readLine(2);
  if (end === NOT_PLAIN) return null;
  const numbers = [plain.line, plain.missed, plain.covered, plain.missedBranches, plain.coveredBranches];
  return `${numbers.join(" ")} ${text.slice(end - 2)}`;
}

/** `line hit key` and what follows, or null. */
function readMethod(text: string): string | null {
  const plain = new PlainElements(windowOf(text));
  const end = plain.readMethod(0);
  if (end === NOT_PLAIN) return null;
  return `${plain.line} ${plain.hit} ${new Interner().ofHash(plain.hash)} ${text.slice(end)}`;
}

const LINE = '<line nr="34" mi="0" ci="12" mb="1" cb="3"/>';
const HIT = '<counter type="METHOD" missed="0" covered="1"/>';
const OTHER = '<counter type="INSTRUCTION" missed="40" covered="7"/>';
const method = (name: string, desc: string, content: string): string =>
  `<method name="${name}" desc="${desc}" line="5">${content}</method>`;

test("a line as JaCoCo writes it is read, and what follows is left", () => {
  assert.equal(readLine(LINE), "34 0 12 1 3 ");
  assert.equal(readLine(`${LINE}<line`), "34 0 12 1 3 <line");
  assert.equal(readLine(LINE.replace("34", "000000034")), "34 0 12 1 3 ");
  assert.equal(readLine(LINE.replace("34", "999999999")), "999999999 0 12 1 3 ");
});

test("a line with any byte changed, added or left out is read as what it says or not at all", () => {
  const shape = /^<line nr="([0-9]{1,9})" mi="([0-9]{1,9})" ci="([0-9]{1,9})" mb="([0-9]{1,9})" cb="([0-9]{1,9})"\/>/;
  const expected = (text: string): string | null => {
    const found = shape.exec(text);
    if (found === null || Number(found[1]) === 0) return null;
    return `${found.slice(1).map(Number).join(" ")} ${text.slice(found[0].length)}`;
  };
  let plain = 0;
  for (let at = 0; at < LINE.length; at += 1) {
    const [before, after] = [LINE.slice(0, at), LINE.slice(at + 1)];
    const odd = "09 \n'\"&</>=-+.aexM\u0001\u007f"
      .split("")
      .flatMap((character) => [before + character + after, before + character + LINE[at] + after]);
    for (const text of [before, before + after, LINE[at] + LINE, ...odd]) {
      assert.equal(readLine(text), expected(text), JSON.stringify(text));
      if (expected(text) !== null) plain += 1;
    }
  }
  assert.ok(plain > 20, `${plain}`);
});

test("numbers of ten digits and line 0 are left to the general way", () => {
  for (const each of ["0", "1234567890", "4294967298"]) assert.equal(readLine(LINE.replace("34", each)), null, each);
  for (const each of ["mi", "ci", "mb", "cb"]) {
    assert.equal(readLine(LINE.replace(new RegExp(`${each}="[0-9]+"`), `${each}="0000000001"`)), null, each);
  }
});

test("the key of a method is that of its name and descriptor", () => {
  const interner = new Interner();
  const key = (text: string): string => `${interner.of(text)}`;
  assert.equal(readMethod(`${method("f", "(I)V", OTHER + HIT)}<x/>`), `5 1 ${key("f(I)V")} <x/>`);
  assert.equal(readMethod(method("&lt;init&gt;", "()V", HIT + OTHER)), `5 1 ${key("<init>()V")} `);
  assert.equal(readMethod(method("a'b>c $", "", HIT)), `5 1 ${key("a'b>c $")} `);
  assert.equal(readMethod(method("", "", HIT.replace('0" covered="1', '1" covered="0'))), `5 0 ${key("")} `);
  assert.equal(readMethod(method("f", "", OTHER)), `5 -1 ${key("f")} `);
  assert.equal(readMethod(method("f", "", "")), `5 -1 ${key("f")} `);
  const long = "n".repeat(16_000);
  assert.equal(readMethod(method(long, "", HIT)), `5 1 ${key(long)} `);
});

test("methods that are not written so are left alone, right or wrong", () => {
  const sound = method("f", "(I)V", HIT);
  for (const odd of [
    method("é", "(I)V", HIT),
    method("a\nb", "(I)V", HIT),
    method("a&amp;b", "(I)V", HIT),
    method("a&lt", "(I)V", HIT),
    method("a<b", "(I)V", HIT),
    method("\u007f", "(I)V", HIT),
    method("n".repeat(17_000), "(I)V", HIT),
    method("f", "(I)V", `${HIT} `),
    method("f", "(I)V", `${HIT}\n`),
    method("f", "(I)V", HIT.replace('missed="0"', 'missed="1"')),
    method("f", "(I)V", HIT.replace("METHOD", "")),
    method("f", "(I)V", HIT.replace("METHOD", "Method")),
    method("f", "(I)V", HIT.replace("METHOD", " METHOD")),
    method("f", "(I)V", HIT.replace("/>", "></counter>")),
    method("f", "(I)V", HIT.replace("/>", " />")),
    method("f", "(I)V", HIT.replaceAll('"', "'")),
    method("f", "(I)V", HIT.replace('missed="0" ', "")),
    method("f", "(I)V", "<line/>"),
    sound.replace(' line="5"', ""),
    sound.replace('line="5"', 'line="0"'),
    sound.replace('line="5"', 'line="-5"'),
    sound.replace('line="5"', 'line="5" line="5"'),
    sound.replace('desc="(I)V" ', ""),
    sound.replace('"5">', '"5"/>'),
    sound.replace("</method>", "</methods>"),
    sound.replace("</method>", "</method >"),
    ...Array.from({ length: sound.length }, (_, end) => sound.slice(0, end)),
  ]) {
    assert.equal(readMethod(odd), null, odd.slice(0, 200));
  }
  // Of counters that only begin alike nothing but their spelling is asked.
  assert.notEqual(readMethod(method("f", "(I)V", OTHER.replace("INSTRUCTION", "METHODS"))), null);
});

test("the window may end just where its memory does", () => {
  const room = new XmlWindow("a.xml").bytes.length;
  for (const text of [LINE, method("f", "", HIT)]) {
    for (let left = 0; left < text.length; left += 1) {
      for (let free = 1; free <= 4; free += 1) {
        const window = new XmlWindow("a.xml");
        window.append(Buffer.from(text.slice(0, left).padStart(room - free, " ")));
        const plain = new PlainElements(window);
        assert.equal(plain.readLine(window.end - left), NOT_PLAIN);
        assert.equal(plain.readMethod(window.end - left), NOT_PLAIN);
      }
    }
  }
});
