import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { MANIFEST_SIZE_BYTES_MAX, readVersion } from "./read-version.ts";

const POM = (inside: string): string =>
  `<?xml version="1.0"?>\n<project xmlns="http://maven.apache.org/POM/4.0.0">${inside}</project>`;
const CSPROJ = (inside: string): string => `<Project Sdk="Microsoft.NET.Sdk">${inside}</Project>`;

const VERSIONS: readonly (readonly [file: string, text: string, version: string | null])[] = [
  ["package.json", '{"name":"a","version":"1.2.3"}', "1.2.3"],
  ["package.json", '\uFEFF{"version":"1.2.3"}', "1.2.3"],
  ["package.json", '{"name":"a","nested":{"version":"9"}}', null],
  ["web/composer.json", '{"version":"v2.0"}', "v2.0"],
  ["pyproject.toml", '[project]\nversion = "1.2.3"', "1.2.3"],
  ["pyproject.toml", "[tool.poetry]\nversion = '0.4'", "0.4"],
  ["pyproject.toml", '[project]\ndynamic = ["version"]', null],
  ["pyproject.toml", 'version = "3"\n[tool.other]\nversion = "4"', null],
  ["Cargo.toml", '[package]\nname = "a"\nversion = "0.1.0" # now', "0.1.0"],
  ["Cargo.toml", '[workspace.package]\nversion = "0.2.0"', "0.2.0"],
  ["Cargo.toml", "[package]\nversion.workspace = true\n", null],
  ["Cargo.toml", '[dependencies]\nserde = { version = "1" }', null],
  ["pom.xml", POM("<parent><version>9</version></parent><version> 1.2.3 </version>"), "1.2.3"],
  ["pom.xml", POM("<parent><version>9</version></parent>"), null],
  ["pom.xml", POM("<version>${revision}</version><properties><revision>4.5</revision></properties>"), "4.5"],
  ["pom.xml", POM("<version>${revision}</version>"), null],
  [
    "pom.xml",
    POM("<!-- <version>1</version> --><build><plugins><plugin><version>2</version></plugin></plugins></build>"),
    null,
  ],
  ["src/App.csproj", CSPROJ("<PropertyGroup><Version>1.2.3</Version></PropertyGroup>"), "1.2.3"],
  [
    "App.fsproj",
    CSPROJ("<PropertyGroup><VersionPrefix>1.2</VersionPrefix><VersionSuffix>rc</VersionSuffix></PropertyGroup>"),
    "1.2-rc",
  ],
  ["App.csproj", CSPROJ("<PropertyGroup Condition=\"'$(A)'=='b'\"><Version>9</Version></PropertyGroup>"), null],
  [
    "App.csproj",
    CSPROJ('<ItemGroup><PackageReference Include="x"><Version>9</Version></PackageReference></ItemGroup>'),
    null,
  ],
  [
    "Directory.Build.props",
    CSPROJ("<PropertyGroup><Version>$(X)</Version><VersionPrefix>3</VersionPrefix></PropertyGroup>"),
    "3",
  ],
  ["build.gradle", "plugins { id 'java' version '9' }\nversion = '1.2.3'\n", "1.2.3"],
  ["build.gradle", "version '1.2.3'", "1.2.3"],
  ["build.gradle.kts", '// version = "0"\n/* version = "1" */\nproject.version = "2.0" // now', "2.0"],
  ["build.gradle.kts", 'val text = "}"\nversion = "2.$minor"', null],
  ["build.gradle", "allprojects {\n  version = '1'\n}\n", null],
  ["gradle.properties", "# version=0\ngroup=a\nversion = 1.2.3 \n", "1.2.3"],
  ["gradle.properties", "appVersion=1", null],
  ["a.gemspec", 'Gem::Specification.new do |spec|\n  spec.version = "1.2.3"\nend', "1.2.3"],
  ["a.gemspec", "  s.version     = A::VERSION\n  s.required_ruby_version = '>= 3'", null],
  ["lib/a/version.rb", "module A\n  VERSION = '1.2.3'.freeze\nend", "1.2.3"],
  ["lib/a/version.rb", "module A\n  module Version\n    STRING = '1.2.3'\n  end\nend", "1.2.3"],
  ["VERSION", "1.2.3\n", "1.2.3"],
  ["version.txt", " \n", null],
  ["go.mod", "module example.invalid/a\n\ngo 1.24\n", null],
  ["Gemfile", "source 'x'", null],
];

describe("versions as manifests name them", () => {
  for (const [index, [file, text, version]] of VERSIONS.entries()) {
    test(`${index} ${file}: ${text.slice(0, 60).replaceAll("\n", " ")}`, () => {
      assert.equal(readVersion(Buffer.from(text), file), version);
    });
  }
});

const BROKEN: readonly (readonly [file: string, content: string | Buffer, code: string])[] = [
  ["package.json", "", "HP-READ-EMPTY"],
  ["package.json", "{", "HP-READ-TRUNCATED"],
  ["package.json", '{"version":"1","version":"2"}', "HP-READ-DUPLICATE-KEY"],
  ["package.json", '{"version":1}', "HP-READ-SYNTAX"],
  ["package.json", '{"version":" "}', "HP-READ-SYNTAX"],
  ["package.json", "[]", "HP-READ-NOT-THE-FORMAT"],
  ["package.json", Buffer.from([0x7b, 0xff, 0x7d]), "HP-READ-ENCODING"],
  ["package.json", Buffer.from("{}\0"), "HP-READ-ENCODING"],
  ["package.json", Buffer.alloc(MANIFEST_SIZE_BYTES_MAX + 1, 0x20), "HP-READ-TOO-LARGE"],
  ["pom.xml", "<project><version>1</version>", "HP-READ-TRUNCATED"],
  ["pom.xml", "<html></html>", "HP-READ-NOT-THE-FORMAT"],
  ["pom.xml", '<!DOCTYPE a [<!ENTITY b "c">]><project/>', "HP-READ-ENTITY"],
  ["a.csproj", "<project/>", "HP-READ-NOT-THE-FORMAT"],
  ["Cargo.toml", "[package", "HP-READ-TRUNCATED"],
  ["Cargo.toml", '[package]\nversion = ""', "HP-READ-SYNTAX"],
  ["a.gemspec", '  s.version = " "', "HP-READ-SYNTAX"],
  ["build.gradle", "a {", "HP-READ-TRUNCATED"],
  ["build.gradle", "a }", "HP-READ-SYNTAX"],
  ["build.gradle", "a = 'b\n'", "HP-READ-SYNTAX"],
  ["build.gradle", "/* a", "HP-READ-TRUNCATED"],
  ["gradle.properties", "version=1\nversion=2", "HP-READ-DUPLICATE-KEY"],
  ["VERSION", "1.0\n2.0", "HP-READ-NOT-THE-FORMAT"],
  ["setup.py", "version='1'", "HP-REPO-MANIFEST"],
];

describe("what cannot be read is an error that names the file", () => {
  for (const [index, [file, content, code]] of BROKEN.entries()) {
    test(`${index} ${file}: ${code}`, () => {
      assert.throws(
        () => readVersion(Buffer.from(content), file),
        (thrown) => {
          assert.ok(isHoldpointError(thrown));
          assert.deepEqual([thrown.code, thrown.place.file], [code, file]);
          return true;
        },
      );
    });
  }
});
