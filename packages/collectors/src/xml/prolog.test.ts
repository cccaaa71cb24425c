import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { checkDeclaration, skipDoctype } from "./prolog.ts";

function outcome(read: () => unknown): unknown {
  try {
    return read() ?? "fine";
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown));
    return thrown.code;
  }
}
const declaration = (text: string): unknown =>
  outcome(() => checkDeclaration({ bytes: Buffer.from(text), file: "a.xml" }, 0, text.length));
const doctype = (text: string): unknown => outcome(() => skipDoctype({ bytes: Buffer.from(text), file: "a.xml" }, 0));

test("an XML declaration names its version first, then encoding, then standalone", () => {
  for (const text of [' version="1.0"', " version='1.1' encoding='UTF-8' ", '\nversion = "1.0" standalone="yes"']) {
    assert.equal(declaration(text), "fine", text);
  }
  const wrong = [
    "",
    ' version="2.0"',
    ' encoding="UTF-8"',
    ' standalone="yes" version="1.0"',
    " version=\"1.0'",
    ' version="1.0" x="y"',
  ];
  for (const text of wrong) assert.equal(declaration(text), "HP-READ-SYNTAX", text);
});

test("a document type is stepped over when it only points elsewhere", () => {
  for (const text of [
    "<!DOCTYPE a>",
    "<!DOCTYPE a >",
    '<!DOCTYPE coverage SYSTEM "http://example.invalid/coverage-04.dtd">',
    "<!DOCTYPE a PUBLIC '-//x//y' \"z\">",
    "<!doctype html>",
    '<!DOCTYPE html SYSTEM "about:legacy-compat">',
  ]) {
    assert.equal(doctype(`${text}<rest/>`), text.length, text);
  }
});

test("an internal subset is refused as what could declare entities", () => {
  assert.equal(doctype("<!DOCTYPE a [<!ENTITY b 'c'>]>"), "HP-READ-ENTITY");
  assert.equal(doctype("<!DOCTYPE a SYSTEM 'b' []>"), "HP-READ-ENTITY");
  assert.equal(doctype("<!DOCTYPE a["), "HP-READ-ENTITY");
});

test("a malformed document type is told from one that was cut off", () => {
  assert.equal(doctype("<!DOCTYPE a SYSTEM>"), "HP-READ-SYNTAX");
  assert.equal(doctype("<!DOCTYPE>"), "HP-READ-SYNTAX");
  assert.equal(doctype("<!DOCTYPE a PUBLIC 'b'>"), "HP-READ-SYNTAX");
  assert.equal(doctype("<!DOCTYPE a SYS"), "HP-READ-TRUNCATED");
  assert.equal(doctype(`<!DOCTYPE a SYSTEM "${"x".repeat(5_000)}">`), "HP-READ-SYNTAX");
});
