import type { Detected } from "../detected.ts";
import { nothing, suiteDraft } from "../detected.ts";
import type { Repository } from "../repository.ts";
import { filesNamed, hasFile } from "../repository.ts";

const EXTENSIONS = ["java", "kt", "scala", "groovy"];
const NO_LCOV = "JaCoCo's reports are not LCOV; coverage is left out.";

/** pom.xml; surefire writes JUnit XML without being asked. */
export function detectMaven(repository: Repository): Detected | null {
  if (!hasFile(repository, "pom.xml")) return null;
  const own = (repository.read("pom.xml") ?? "")
    .replaceAll(/<!--[\s\S]*?-->/g, "")
    .replace(/<parent>[\s\S]*?<\/parent>/, "");
  const head = own.split(/<(?:dependencies|build|modules|profiles|dependencyManagement|properties)>/)[0] ?? "";
  const program = hasFile(repository, "mvnw") ? "./mvnw" : "mvn";
  return {
    ...nothing("Java (Maven)", EXTENSIONS),
    service: /<artifactId>\s*([^<\s]+)\s*<\/artifactId>/.exec(head)?.[1] ?? null,
    suites: [
      suiteDraft("maven", [program, "--batch-mode", "test"], "**/target/surefire-reports/TEST-*.xml", {
        timeout: "30m",
      }),
    ],
    versionFiles: /<version>\s*[^<$\s]+\s*<\/version>/.test(head) ? ["pom.xml"] : [],
    notes: [NO_LCOV],
  };
}

/** build.gradle; the test task writes JUnit XML without being asked. */
export function detectGradle(repository: Repository): Detected | null {
  const builds = filesNamed(repository, /^build\.gradle(\.kts)?$/);
  if (builds.length === 0 || hasFile(repository, "pom.xml")) return null;
  const program = hasFile(repository, "gradlew") ? "./gradlew" : "gradle";
  const settings = repository.read("settings.gradle") ?? repository.read("settings.gradle.kts") ?? "";
  const version = ["build.gradle", "build.gradle.kts"].filter((file) =>
    /^\s*version\s*=?\s*["'][^"'$]+["']/m.test(repository.read(file) ?? ""),
  );
  return {
    ...nothing("Java (Gradle)", EXTENSIONS),
    service: /rootProject\.name\s*=\s*["']([^"']+)["']/.exec(settings)?.[1] ?? null,
    suites: [
      suiteDraft("gradle", [program, "--console=plain", "test"], "**/build/test-results/**/TEST-*.xml", {
        timeout: "30m",
      }),
    ],
    versionFiles: version,
    notes: [NO_LCOV],
  };
}
