import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Detected } from "../detected.ts";
import { repositoryOf } from "../fixture.ts";
import { detectAll } from "./index.ts";

function only(files: Readonly<Record<string, string>>): Detected {
  const found = detectAll(repositoryOf(files));
  assert.equal(found.length, 1);
  return found[0] as Detected;
}

const suiteOf = (found: Detected): readonly [string | undefined, readonly string[] | undefined] => [
  found.suites[0]?.run?.join(" "),
  found.suites[0]?.results,
];

const manifest = (parts: object): string => JSON.stringify({ name: "@scope/app", version: "1.2.3", ...parts });

describe("Node.js", () => {
  test("vitest with coverage", () => {
    const found = only({ "package.json": manifest({ devDependencies: { vitest: "5", "@vitest/coverage-v8": "5" } }) });
    assert.equal(found.language, "Node.js (vitest)");
    assert.equal(found.service, "@scope/app");
    assert.deepEqual(found.versionFiles, ["package.json"]);
    assert.deepEqual(suiteOf(found), [
      "npx --no-install vitest run --reporter=default --reporter=junit --outputFile.junit=reports/junit/vitest.xml " +
        "--coverage.enabled --coverage.reporter=lcovonly --coverage.reportsDirectory=reports/coverage",
      ["reports/junit/vitest.xml"],
    ]);
    assert.deepEqual(found.coverage, [{ id: "node", format: "lcov", files: ["reports/coverage/lcov.info"] }]);
  });

  test("vitest without coverage says what would bring it", () => {
    const found = only({ "package.json": manifest({ scripts: { test: "vitest" } }) });
    assert.deepEqual([found.coverage, found.suites[0]?.writes], [[], []]);
    assert.match(found.notes.join(), /coverage-v8/);
  });

  test("jest needs jest-junit, and its own options are respected", () => {
    const without = only({ "package.json": manifest({ devDependencies: { jest: "30" } }) });
    assert.deepEqual(without.suites, []);
    assert.match(without.notes.join(), /jest-junit/);
    const found = only({
      "package.json": manifest({
        devDependencies: { jest: "30", "jest-junit": "16" },
        "jest-junit": { outputDirectory: "./out", outputName: "j.xml" },
      }),
    });
    assert.deepEqual(found.suites[0]?.results, ["out/j.xml"]);
    assert.match(
      found.suites[0]?.run?.join(" ") ?? "",
      /--reporters=jest-junit --coverage --coverageReporters=lcovonly/,
    );
  });

  test("node --test keeps the script's own arguments and drops its reporters", () => {
    const found = only({
      "package.json": manifest({
        scripts: { test: "npm run lint && node --import tsx --test --test-reporter=dot 'test/**/*.test.js'" },
      }),
    });
    const [run, junit] = suiteOf(found);
    assert.match(run ?? "", /^node --test --experimental-test-coverage .* --import tsx test\/\*\*\/\*\.test\.js$/);
    assert.ok(!(run ?? "").includes("dot"));
    assert.deepEqual(junit, ["reports/junit/node.xml"]);
  });

  test("mocha under c8, with the script's arguments", () => {
    const found = only({
      "package.json": manifest({
        scripts: { test: "c8 mocha --require x 'spec/*.js' --reporter dot" },
        devDependencies: { mocha: "11", c8: "10" },
      }),
    });
    assert.equal(
      suiteOf(found)[0],
      "npx --no-install c8 --reporter=lcovonly --report-dir=reports/coverage " +
        "mocha --reporter xunit --reporter-option output=reports/junit/mocha.xml --require x spec/*.js",
    );
  });

  test("an unknown runner is said, with the script", () => {
    const found = only({ "package.json": manifest({ scripts: { test: "ava" } }) });
    assert.deepEqual(found.suites, []);
    assert.match(found.notes.join(), /the test script is `ava`/);
  });

  test("a broken package.json is a project without a runner", () => {
    assert.match(only({ "package.json": "{" }).notes.join(), /no test script/);
  });
});

describe("Python", () => {
  test("pytest with pytest-cov", () => {
    const found = only({
      "pyproject.toml":
        '[project]\nname = "tool"\nversion = "1.0"\n[dependency-groups]\ndev = ["pytest", "pytest-cov"]\n',
    });
    assert.deepEqual(suiteOf(found), [
      "python3 -m pytest --junitxml=reports/junit/pytest.xml --cov --cov-report=lcov:reports/coverage/python.lcov",
      ["reports/junit/pytest.xml"],
    ]);
    assert.deepEqual([found.service, found.versionFiles], ["tool", ["pyproject.toml"]]);
  });

  test("only the project's own name counts, and only a literal version", () => {
    const found = only({
      "setup.py": 'setup(\n    name="h11",\n)',
      "pyproject.toml": '[[tool.towncrier.type]]\nname = "Features"\nversion = "1"\n',
    });
    assert.deepEqual([found.service, found.versionFiles], ["h11", []]);
    assert.equal(only({ "setup.cfg": "[metadata]\nname = old.tool\n" }).service, "old.tool");
  });

  test("pytest is seen in a conftest, and started through uv or poetry", () => {
    assert.match(
      suiteOf(only({ "setup.py": "setup(name='old')", "tests/conftest.py": "" }))[0] ?? "",
      /^python3 -m pytest/,
    );
    assert.match(suiteOf(only({ "pyproject.toml": "", "uv.lock": "", "conftest.py": "" }))[0] ?? "", /^uv run pytest/);
    assert.match(
      suiteOf(only({ "pyproject.toml": "", "poetry.lock": "", "conftest.py": "" }))[0] ?? "",
      /^poetry run pytest/,
    );
  });

  test("without pytest there is a note", () => {
    const found = only({ "setup.py": "setup(name='old')" });
    assert.deepEqual([found.suites, found.service], [[], "old"]);
    assert.match(found.notes.join(), /pytest/);
  });
});

describe("Go", () => {
  test("gotestsum named in a CI file", () => {
    const found = only({
      "go.mod": "module example.org/team/tool/v2\n",
      ".github/workflows/ci.yml": "run: gotestsum ./...",
    });
    assert.deepEqual(suiteOf(found), ["gotestsum --junitfile reports/junit/go.xml -- ./...", ["reports/junit/go.xml"]]);
    assert.equal(found.service, "tool");
  });

  test("as a tool of the module", () => {
    const found = only({ "go.mod": "module a.b/c\ntool gotest.tools/gotestsum\n" });
    assert.match(suiteOf(found)[0] ?? "", /^go tool gotestsum/);
  });

  test("code without a module is said, a Go file somewhere below is not enough", () => {
    assert.match(only({ "errors.go": "" }).notes.join(), /no go\.mod/);
    assert.deepEqual(detectAll(repositoryOf({ "tools/x.go": "" })), []);
  });

  test("without it, the suite is a comment", () => {
    const found = only({ "go.mod": "module a.b/c\n" });
    assert.deepEqual(found.suites, []);
    assert.match(found.notes.join(), /gotestsum, --junitfile/);
  });
});

describe("Rust", () => {
  const cargo = '[package]\nname = "tool"\nversion = "0.3.1"\n\n[dependencies]\nversion = "9"\n';
  const nextest = '[profile.ci.junit]\npath = "junit.xml"\n';

  test("a nextest profile that writes JUnit XML", () => {
    const found = only({ "Cargo.toml": cargo, ".config/nextest.toml": nextest });
    assert.deepEqual(suiteOf(found), ["cargo nextest run --profile ci", ["target/nextest/ci/junit.xml"]]);
    assert.deepEqual([found.service, found.versionFiles, found.coverage], ["tool", ["Cargo.toml"], []]);
  });

  test("cargo-llvm-cov where the CI uses it", () => {
    const found = only({
      "Cargo.toml": cargo,
      ".config/nextest.toml": nextest,
      ".gitlab-ci.yml": "script: cargo llvm-cov nextest",
    });
    assert.match(
      suiteOf(found)[0] ?? "",
      /^cargo llvm-cov nextest --lcov --output-path reports\/coverage\/rust\.lcov --profile ci$/,
    );
    assert.equal(found.coverage.length, 1);
  });

  test("plain cargo is a note; a workspace has no version of its own", () => {
    const found = only({ "Cargo.toml": '[workspace]\nmembers = []\n[workspace.package]\nversion = "1"\n' });
    assert.deepEqual([found.suites, found.versionFiles, found.service], [[], [], null]);
    assert.match(found.notes.join(), /nextest/);
  });
});

describe("Java", () => {
  test("Maven: the project's own name and version, not its parent's", () => {
    const pom =
      "<project><parent><artifactId>p</artifactId><version>9</version></parent>" +
      "<artifactId>tool</artifactId><version>1.0</version>" +
      "<dependencies><dependency><artifactId>d</artifactId></dependency></dependencies></project>";
    const found = only({ "pom.xml": pom });
    assert.deepEqual(suiteOf(found), ["mvn --batch-mode test", ["**/target/surefire-reports/TEST-*.xml"]]);
    assert.deepEqual([found.service, found.versionFiles], ["tool", ["pom.xml"]]);
    const inherited = only({ "pom.xml": pom.replace("<version>1.0</version>", ""), mvnw: "" });
    assert.deepEqual([inherited.versionFiles, inherited.suites[0]?.run?.[0]], [[], "./mvnw"]);
  });

  test("Gradle, in both languages", () => {
    const found = only({
      "build.gradle.kts": 'version = "1.0"\n',
      "settings.gradle.kts": 'rootProject.name = "tool"',
      gradlew: "",
    });
    assert.deepEqual(suiteOf(found), ["./gradlew --console=plain test", ["**/build/test-results/**/TEST-*.xml"]]);
    assert.deepEqual([found.service, found.versionFiles], ["tool", ["build.gradle.kts"]]);
    assert.equal(only({ "build.gradle": "" }).suites[0]?.run?.[0], "gradle");
  });
});

describe(".NET", () => {
  const csproj = (packages: string): string =>
    `<Project><PropertyGroup><Version>1.0.0</Version></PropertyGroup>${packages}</Project>`;

  test("with the logger and coverlet", () => {
    const packages = '<PackageReference Include="JunitXml.TestLogger"/><PackageReference Include="coverlet.msbuild"/>';
    const found = only({ "App.sln": "", "src/App.csproj": csproj(""), "test/App.Tests.csproj": csproj(packages) });
    assert.deepEqual(found.suites[0]?.results, ["**/TestResults/*.junit.xml"]);
    assert.match(
      suiteOf(found)[0] ?? "",
      /^dotnet test --logger junit;LogFileName=\{assembly\}\.junit\.xml \/p:CollectCoverage=true/,
    );
    assert.deepEqual([found.service, found.versionFiles.length, found.coverage.length], ["App", 2, 1]);
  });

  test("without the logger there is a note", () => {
    assert.match(only({ "App.csproj": csproj("") }).notes.join(), /JunitXml\.TestLogger/);
  });
});

describe("Ruby", () => {
  test("RSpec with its formatter and LCOV", () => {
    const found = only({
      Gemfile: "gem 'rspec_junit_formatter'\ngem 'simplecov-lcov'",
      "tool.gemspec": "",
      "spec/a_spec.rb": "",
    });
    assert.match(suiteOf(found)[0] ?? "", /^bundle exec rspec .*--out reports\/junit\/rspec\.xml$/);
    assert.deepEqual([found.service, found.coverage.length], ["tool", 1]);
  });

  test("without a formatter there is a note for the runner in use", () => {
    assert.match(only({ Gemfile: "", ".rspec": "" }).notes.join(), /rspec_junit_formatter/);
    assert.match(only({ Gemfile: "", "test/a_test.rb": "" }).notes.join(), /minitest/);
  });
});

describe("PHP", () => {
  test("PHPUnit and Pest among the dependencies, PHPUnit of the system by its configuration", () => {
    const composer = (dev: object): string => JSON.stringify({ name: "team/tool", "require-dev": dev });
    assert.deepEqual(suiteOf(only({ "composer.json": composer({ "phpunit/phpunit": "*" }) })), [
      "vendor/bin/phpunit --log-junit reports/junit/phpunit.xml",
      ["reports/junit/phpunit.xml"],
    ]);
    assert.match(suiteOf(only({ "composer.json": composer({ "pestphp/pest": "*" }) }))[0] ?? "", /^vendor\/bin\/pest/);
    assert.match(suiteOf(only({ "composer.json": composer({}), "phpunit.xml.dist": "" }))[0] ?? "", /^phpunit /);
    assert.match(only({ "composer.json": composer({}) }).notes.join(), /neither PHPUnit nor Pest/);
  });
});

test("several languages are all found; a repository of none is none", () => {
  const both = detectAll(repositoryOf({ "package.json": "{}", "go.mod": "module a", "composer.json": "{}" }));
  assert.deepEqual(
    both.map(({ language }) => language),
    ["Node.js", "Go", "PHP"],
  );
  assert.deepEqual(detectAll(repositoryOf({ "README.md": "" })), []);
});
