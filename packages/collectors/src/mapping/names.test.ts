import assert from "node:assert/strict";
import { test } from "node:test";
import { testsByName } from "./by-name.ts";
import { languageOf } from "./language.ts";
import { isUsualTest, subjectOf } from "./test-names.ts";

test("the usual tests of each language are told by their names", () => {
  const tests: Readonly<Record<string, string | null>> = {
    "src/cart.test.ts": "cart",
    "src/cart.process.test.ts": "cart.process",
    "src/cart.spec.jsx": "cart",
    "src/cart_test.mjs": "cart",
    "test/anything.js": null,
    "src/__tests__/cart.tsx": null,
    "test-cart.cjs": "cart",
    "tests/test_cart.py": "cart",
    "shop/cart_test.py": "cart",
    "shop/tests.py": "tests",
    "store/disk_test.go": "disk",
    "src/test/java/shop/CartTest.java": "Cart",
    "src/test/kotlin/CartSpec.kt": "Cart",
    "it/CartIT.java": "Cart",
    "TestCart.java": "Cart",
    "spec/shop/cart_spec.rb": "cart",
    "test/test_cart.rb": "cart",
    "tests/CartTest.php": "Cart",
    "Shop.Tests/CartTests.cs": "Cart",
    "cart_unittest.cc": "cart",
    "tests/test_cart.c": "cart",
    "tests/anything.rs": null,
    "CartTests.swift": "Cart",
    "test/cart_test.exs": "cart",
    "cart_SUITE.erl": "cart",
    "lib/cart_test.dart": "cart",
    "t/01-cart.t": "cart",
    "cart.bats": "cart",
    "CartSpec.hs": "Cart",
    "test-cart.R": "cart",
  };
  for (const [path, subject] of Object.entries(tests)) {
    assert.equal(isUsualTest(path), true, path);
    assert.equal(subjectOf(path), subject, path);
  }
});

test("what tests use, what others wrote, and everything else is no test", () => {
  const others = [
    "src/cart.ts",
    "src/contest.ts",
    "src/test.d.json",
    "test/fixtures/cart.test.ts",
    "tests/helpers/test_x.py",
    "node_modules/a/a.test.js",
    "vendor/x/x_test.go",
    "tests/conftest.py",
    "tests/util.py",
    "store/testing.go",
    "src/Testable.java",
    "src/Contest.java",
    "lib/cart.pl",
    "README.test.md",
    "src/main.rs",
  ];
  for (const path of others) assert.equal(isUsualTest(path), false, path);
});

test("a language is told by the extension, data is none", () => {
  const cases: Readonly<Record<string, string | null>> = {
    "a.tsx": "script",
    "a.vue": "script",
    "a.kt": "jvm",
    "a.nim": "nim",
    "a.dart": "dart",
    "a.php": "php",
    "a.hpp": "c",
    "a.fs": "dotnet",
    "a.pm": "perl",
    "a.R": "r",
    "a.bats": "shell",
    "a.json": null,
    "a.d.ts": "script",
    Makefile: "",
    ".env": "",
  };
  for (const [path, language] of Object.entries(cases)) assert.equal(languageOf(path), language, path);
});

function byName(modules: readonly string[], tests: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(testsByName(modules, tests));
}

test("a test belongs to the module of its name in its language", () => {
  assert.deepEqual(byName(["lib/cart.rb", "lib/cart.php"], ["spec/cart_spec.rb", "spec/other_spec.rb"]), {
    "lib/cart.rb": ["spec/cart_spec.rb"],
  });
  assert.deepEqual(byName(["src/main/java/a/Cart.java"], ["src/test/java/a/CartTest.java", "it/CartIT.java"]), {
    "src/main/java/a/Cart.java": ["src/test/java/a/CartTest.java", "it/CartIT.java"],
  });
});

test("of several of a name the same folder counts, then the mirrored one; where none is nearer, none", () => {
  const modules = ["lib/a/item.rb", "lib/b/item.rb", "item.rb"];
  assert.deepEqual(byName(modules, ["lib/a/item_test.rb"]), { "lib/a/item.rb": ["lib/a/item_test.rb"] });
  assert.deepEqual(byName(modules, ["spec/b/item_spec.rb"]), { "lib/b/item.rb": ["spec/b/item_spec.rb"] });
  assert.deepEqual(byName(modules, ["spec/unit/b/item_spec.rb"]), { "lib/b/item.rb": ["spec/unit/b/item_spec.rb"] });
  assert.deepEqual(byName(["x/a/item.rb", "y/a/item.rb"], ["spec/a/item_spec.rb"]), {});
  assert.deepEqual(byName(["lib/shop/a/item.rb", "lib/b/item.rb"], ["spec/a/item_spec.rb"]), {
    "lib/shop/a/item.rb": ["spec/a/item_spec.rb"],
  });
});

test("a leading underscore of a name is none of it, and a name that only folders around tell apart stays untold", () => {
  assert.deepEqual(byName(["lib/_cart.php"], ["tests/CartTest.php"]), { "lib/_cart.php": ["tests/CartTest.php"] });
  assert.deepEqual(byName(["a/cart.rb", "a/x/cart.rb"], ["spec/cart_spec.rb"]), {});
  assert.deepEqual(byName(["a/cart.rb", "b/cart.rb"], ["cart_test.rb"]), {});
  assert.deepEqual(byName(["cart.rb", "b/cart.rb"], ["cart_test.rb"]), { "cart.rb": ["cart_test.rb"] });
  assert.deepEqual(byName(["src/cart.rb", "lib/cart.rb"], ["test/cart_test.rb"]), {});
  assert.deepEqual(byName(["lib/cart.rb"], ["test/README.md", "test/cart_test.php"]), {});
});

test("names that differ only in case are two names, unless there is only one", () => {
  const modules = ["a/JSONArray.java", "a/JsonArray.java"];
  assert.deepEqual(byName(modules, ["t/JsonArrayTest.java"]), { "a/JsonArray.java": ["t/JsonArrayTest.java"] });
  assert.deepEqual(byName(["a/Cart.php"], ["t/cartTest.php"]), { "a/Cart.php": ["t/cartTest.php"] });
});
