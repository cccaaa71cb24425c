import assert from "node:assert/strict";
import { test } from "node:test";
import { conftestsOf, PythonResolver } from "./python-resolver.ts";

const TRACKED = new Set([
  "pyproject.toml",
  "src/shop/__init__.py",
  "src/shop/cart.py",
  "src/shop/pay/__init__.py",
  "src/shop/pay/card.py",
  "src/space/one.py",
  "tools/run.py",
  "tests/conftest.py",
  "tests/helpers.py",
  "tests/unit/conftest.py",
  "tests/unit/test_cart.py",
  "services/api/setup.py",
  "services/api/api/__init__.py",
  "services/api/api/main.py",
  "services/api/tests/__init__.py",
  "services/api/tests/test_main.py",
]);
const resolver = new PythonResolver(TRACKED);

function leads(from: string, names: Readonly<Record<string, string>>): void {
  for (const [specifier, expected] of Object.entries(names)) {
    const found = resolver.resolve({ specifier, line: 1, isTypeOnly: false }, from);
    assert.equal(found === null ? "?" : found.join(" ") || "-", expected, `${from}: ${specifier}`);
  }
}

test("absolute names are found below src, the repository, each project and the file's own folder", () => {
  leads("tests/unit/test_cart.py", {
    "shop.cart": "src/shop/__init__.py src/shop/cart.py",
    shop: "src/shop/__init__.py",
    "shop.cart.total": "-",
    "shop.pay.card": "src/shop/__init__.py src/shop/pay/__init__.py src/shop/pay/card.py",
    "space.one": "src/space/one.py",
    "tools.run": "tools/run.py",
    helpers: "-",
    os: "-",
    "tests.helpers": "tests/helpers.py",
  });
  leads("tests/other.py", { helpers: "tests/helpers.py" });
  leads("services/api/tests/test_main.py", {
    "api.main": "services/api/api/__init__.py services/api/api/main.py",
    "tests.test_main": "services/api/tests/__init__.py services/api/tests/test_main.py",
  });
});

test("relative names are found from the package, and a module that is not there leads nowhere", () => {
  leads("src/shop/pay/card.py", {
    ".": "src/shop/pay/__init__.py",
    ".card": "src/shop/pay/card.py",
    "..cart": "src/shop/cart.py",
    "..cart.total": "-",
    "..": "src/shop/__init__.py",
    ".name_in_init": "-",
    ".gone.name": "?",
    "....x": "?",
    "......x": "?",
  });
});

/** What each name leads to in a repository of these files. */
function within(tracked: readonly string[], from: string, names: Readonly<Record<string, string>>): void {
  const inner = new PythonResolver(new Set(tracked));
  for (const [specifier, expected] of Object.entries(names)) {
    const found = inner.resolve({ specifier, line: 1, isTypeOnly: false }, from);
    assert.equal(found === null ? "?" : found.join(" ") || "-", expected, `${from}: ${specifier}`);
  }
}

test("of two modules of one name the one nearest to the file is meant", () => {
  const tracked = [
    "util.py",
    "a/setup.py",
    "a/util.py",
    "a/src/main.py",
    "a/src/deep/x.py",
    "b/pyproject.toml",
    "b/x.py",
  ];
  within([...tracked, "b/lib/util.py"], "a/src/deep/x.py", {
    util: "a/util.py",
    main: "a/src/main.py",
    x: "a/src/deep/x.py",
  });
  within([...tracked, "b/lib/util.py"], "b/x.py", { util: "util.py" });
  within(tracked.slice(1), "b/x.py", { util: "a/util.py" });
});

test("a package stands before its stub, a module before a package, and a folder without either is no module", () => {
  within(["a/__init__.py", "a.py", "b/__init__.pyi", "c.pyi", "c/__init__.py", "d/x.py", "main.py"], "main.py", {
    a: "a.py",
    b: "b/__init__.pyi",
    c: "c/__init__.py",
    d: "-",
    "d.x": "d/x.py",
  });
});

test("names that lead out of the repository lead nowhere, and a package's own names are its own", () => {
  const tracked = ["pkg/__init__.py", "pkg/sub/__init__.py", "pkg/sub/one.py", "pkg/data/x.py", "top.py"];
  within(tracked, "pkg/sub/one.py", {
    "..": "pkg/__init__.py",
    "..VERSION": "-",
    "..data.x": "pkg/data/x.py",
    "..data.gone": "-",
    "..nothing.gone": "?",
    "...top": "top.py",
    "....top": "?",
    ".....": "?",
  });
  within(["alone.py"], "alone.py", { ".": "-", ".sibling": "-", ".a.b": "?", "..": "?" });
});

test("pytest loads the conftests around a test", () => {
  assert.deepEqual(conftestsOf(TRACKED, "tests/unit/test_cart.py"), ["tests/unit/conftest.py", "tests/conftest.py"]);
  assert.deepEqual(conftestsOf(TRACKED, "tests/conftest.py"), []);
});
