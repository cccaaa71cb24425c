import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { readBothWays } from "./testing.ts";

const LINE = '<line nr="3" mi="1" ci="2" mb="1" cb="1"/>';
const HIT = '<counter type="METHOD" missed="0" covered="1"/>';
const OTHER = '<counter type="BRANCH" missed="1" covered="1"/>';
const METHOD = `<method name="f" desc="()V" line="3">${OTHER}${HIT}</method>`;
const PLAIN_BYTES = LINE.length + METHOD.length;

function report(method: string, line: string): string {
  const own = `<class name="p/A" sourcefilename="A.java">${method}</class>`;
  const file = `<sourcefile name="A.java">${line}<counter type="LINE" missed="1" covered="1"/></sourcefile>`;
  return `<report name="r"><package name="p">${own}${file}</package></report>`;
}

/** Asserts that both ways say the same, or refuse with the same words at the same place. */
function assertAlike(source: string, cuts?: readonly number[]): { readonly refused: boolean; readonly bytes: number } {
  const { general, plain, plainBytes } = readBothWays(Buffer.from(source), cuts);
  assert.deepEqual(plain, general, source.slice(0, 400));
  return { refused: typeof general === "object" && general !== null && "code" in general, bytes: plainBytes };
}

test("a sound report is read as plain, and says the same", () => {
  const sound = report(METHOD, LINE);
  assert.deepEqual(assertAlike(sound), { refused: false, bytes: PLAIN_BYTES });
  const { plain } = readBothWays(Buffer.from(sound));
  const { files } = plain as { readonly files: ReadonlyMap<string, Readonly<Record<string, Uint32Array>>> };
  assert.deepEqual([...(files.get("p/A.java")?.["lines"] ?? [])], [7]);
  assert.equal(files.get("p/A.java")?.["functions"]?.length, 2);
});

test("so does one that is cut anywhere, in two pieces or at every byte", () => {
  const source = report(METHOD + METHOD.replace('"f"', '"&lt;init&gt;"'), `${LINE}\n${LINE.replace("3", "4")}`);
  for (let cut = 0; cut <= source.length; cut += 1) {
    assert.equal(assertAlike(source, [cut]).refused, false);
    assert.equal(assertAlike(source.slice(0, cut)).refused, cut < source.length);
  }
  const everywhere = Array.from({ length: source.length }, (_, at) => at);
  assert.equal(assertAlike(source, everywhere).refused, false);
});

const odd: readonly (readonly [what: string, from: string | RegExp, to: string])[] = [
  ["another order", 'mi="1" ci="2"', 'ci="2" mi="1"'],
  ["another order", 'missed="0" covered="1"', 'covered="1" missed="0"'],
  ["another order", 'name="f" desc="()V"', 'desc="()V" name="f"'],
  ["other quotes", 'ci="2"', "ci='2'"],
  ["other quotes", 'line="3"', "line='3'"],
  ["other quotes", 'type="METHOD"', "type='METHOD'"],
  ["blanks", '<line nr="3"', '<line  nr="3"'],
  ["blanks", '<line nr="3"', '<line\nnr="3"'],
  ["blanks", 'nr="3"', 'nr = "3"'],
  ["blanks", 'nr="3"', 'nr=" 3"'],
  ["blanks", 'cb="1"/>', 'cb="1" />'],
  ["blanks", 'line="3">', 'line="3" >'],
  ["blanks", "</method>", "</method\n>"],
  ["a line end in a name", 'name="f"', 'name="f\ng"'],
  ["entities", 'ci="2"', 'ci="&#50;"'],
  ["entities", 'name="f"', 'name="&amp;f&#x41;"'],
  ["entities", 'name="f"', 'name="&lt;init&gt;"'],
  ["an entity that is none", 'name="f"', 'name="&f;"'],
  ["an entity that is none", 'name="f"', 'name="&lt"'],
  ["not ASCII", 'name="f"', 'name="é😀"'],
  ["a character that is none", 'name="f"', 'name="\uffff"'],
  ["a control character", 'name="f"', 'name="\u0001"'],
  ["a bracket", 'name="f"', 'name="<"'],
  ["missing", ' nr="3"', ""],
  ["missing", ' mi="1"', ""],
  ["missing", ' ci="2"', ""],
  ["missing", ' mi="1" ci="2"', ""],
  ["missing", ' mb="1" cb="1"', ""],
  ["missing", ' line="3"', ""],
  ["missing", ' name="f"', ""],
  ["missing", ' missed="0"', ""],
  ["missing", ' type="METHOD"', ""],
  ["missing", /<counter type="METHOD".*?>/, ""],
  ["missing", ' sourcefilename="A.java"', ""],
  ["twice", 'nr="3"', 'nr="3" nr="3"'],
  ["twice", 'cb="1"', 'cb="1" cb="1"'],
  ["twice", 'line="3"', 'line="3" line="3"'],
  ["twice", 'type="METHOD"', 'type="METHOD" type="METHOD"'],
  ["twice", HIT, HIT + HIT],
  ["twice", LINE, LINE + LINE.replace('ci="2"', 'ci="0"')],
  ["back", LINE, LINE + LINE.replace("3", "2")],
  ["one more attribute", 'cb="1"', 'cb="1" xx="1"'],
  ["another attribute", 'ci="2"', 'cx="2"'],
  ["negative", 'mi="1"', 'mi="-1"'],
  ["negative", 'nr="3"', 'nr="-3"'],
  ["negative", 'line="3"', 'line="-3"'],
  ["zero", 'nr="3"', 'nr="0"'],
  ["zero", 'line="3"', 'line="0"'],
  ["zero", 'nr="3"', 'nr="00"'],
  ["nothing to cover", 'mi="1" ci="2" mb="1" cb="1"', 'mi="0" ci="0" mb="0" cb="0"'],
  ["only branches", 'mi="1" ci="2"', 'mi="0" ci="0"'],
  ["no digits", 'nr="3"', 'nr=""'],
  ["no digits", 'mi="1"', 'mi="1e2"'],
  ["no digits", 'mi="1"', 'mi="+1"'],
  ["no digits", 'mi="1"', 'mi="1.0"'],
  ["leading zeros", 'nr="3"', 'nr="0003"'],
  ["leading zeros", 'nr="3"', 'nr="00000000003"'],
  ["overflow", 'nr="3"', 'nr="2147483647"'],
  ["overflow", 'nr="3"', 'nr="2147483648"'],
  ["overflow", 'nr="3"', 'nr="4294967299"'],
  ["overflow", 'ci="2"', 'ci="1048570"'],
  ["overflow", 'ci="2"', 'ci="2000000"'],
  ["overflow", 'ci="2"', 'ci="999999999"'],
  ["overflow", 'ci="2"', 'ci="99999999999999999999"'],
  ["overflow", 'missed="0"', 'missed="99999999999999999999"'],
  ["a method counted twice", 'missed="0" covered="1"', 'missed="1" covered="1"'],
  ["a method not counted", 'missed="0" covered="1"', 'missed="0" covered="0"'],
  ["an unknown counter", 'type="METHOD"', 'type="METHODS"'],
  ["an unknown counter", 'type="BRANCH"', 'type="branch"'],
  ["a blank counter", 'type="METHOD"', 'type=" "'],
  ["content", '"/></method>', '"></counter></method>'],
  ["content", HIT, `${HIT}text`],
  ["content", HIT, `<!-- c -->${HIT}<?p q?>`],
  ["content", LINE, LINE.replace("/>", "><x/></line>")],
  ["elsewhere", METHOD, METHOD + LINE],
  ["elsewhere", METHOD, METHOD.replace(HIT, LINE)],
  ["elsewhere", LINE, LINE + METHOD],
  ["elsewhere", LINE, `<x>${LINE}</x>`],
  ["elsewhere", METHOD, `<x>${METHOD}</x>`],
  ["elsewhere", "<class", `${METHOD}<class`],
  ["elsewhere", "</package>", `${LINE}</package>`],
  ["not closed", "</method>", ""],
  ["not closed", "</method>", "</line>"],
  ["not closed", 'cb="1"/>', 'cb="1">'],
  ["not closed", 'cb="1"/>', 'cb="1"'],
  ["not closed", 'cb="1"/>', 'cb="1/>'],
  ["not closed", 'cb="1"/>', 'cb="1"/'],
  ["nearly a name", "<line nr", "<lines nr"],
  ["nearly a name", "<method name", "<methods name"],
];

test("what is odd is read, refused and placed alike", () => {
  let refused = 0;
  const sound = report(METHOD, LINE);
  for (const [what, from, to] of odd) {
    const source = sound.replace(from, () => to);
    assert.notEqual(source, sound, `${what}: ${from.toString()}`);
    const alone = assertAlike(source);
    const everywhere = Array.from({ length: source.length }, (_, at) => at);
    assert.equal(assertAlike(source, everywhere).refused, alone.refused, what);
    // The same after sound elements, on another line.
    const later = sound.replace(METHOD, () => `${METHOD}\n${METHOD.replace('"f"', '"g"')}`);
    assertAlike(later.replace(LINE, () => `${LINE.replace("3", "1")}\n${LINE}`).replace(from, () => to));
    if (alone.refused) refused += 1;
  }
  assert.ok(refused > 35 && odd.length - refused > 25, `${refused} of ${odd.length} refused`);
});

test("elements are bounded in depth and in what they claim, at the same place", () => {
  for (let depth = 118; depth < 130; depth += 1) {
    const inside = report(METHOD, LINE).replace('<report name="r">', "").replace("</report>", "");
    const groups = `${'<group name="g">'.repeat(depth)}${inside}${"</group>".repeat(depth)}`;
    assert.equal(assertAlike(`<report name="r">${groups}</report>`).refused, depth > 123, `${depth}`);
  }
  const many = Array.from({ length: 400 }, (_, at) => `<line nr="${at + 1}" mi="4000" ci="0" mb="0" cb="0"/>\n`);
  assert.equal(assertAlike(report(METHOD, many.join(""))).refused, true);
  assert.equal(assertAlike(report(METHOD, many.slice(0, 200).join(""))).refused, false);
});

test("most of what JaCoCo itself wrote is plain, and says the same", () => {
  const folder = new URL("../programs/fixtures/", import.meta.url);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /jacoco.*\.xml$/.test(name),
  );
  assert.ok(names.length > 0);
  for (const name of names) {
    const bytes = readFileSync(new URL(name, folder));
    const { general, plain, plainBytes } = readBothWays(bytes);
    assert.deepEqual(plain, general, name);
    assert.ok(plainBytes > bytes.length / 2, `${name}: ${plainBytes} of ${bytes.length}`);
  }
});
