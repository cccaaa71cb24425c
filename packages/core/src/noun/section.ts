/** One of the 25 audit sections of the catalogue. */
export type SectionId =
  | "A"
  | "B"
  | "C"
  | "D"
  | "E"
  | "F"
  | "G"
  | "H"
  | "I"
  | "J"
  | "K"
  | "L"
  | "M"
  | "N"
  | "O"
  | "P"
  | "Q"
  | "R"
  | "S"
  | "T"
  | "U"
  | "V"
  | "W"
  | "X"
  | "Y";

export interface Section {
  readonly id: SectionId;
  readonly title: string;
}

/** Names the catalogue in every artifact, so that a letter never changes its meaning silently. */
export const CATALOGUE_VERSION = "v1";

export const SECTIONS: readonly Section[] = [
  { id: "A", title: "Governance & Process" },
  { id: "B", title: "Architecture & Design" },
  { id: "C", title: "Code Quality" },
  { id: "D", title: "Configuration Management" },
  { id: "E", title: "Deployment & Release" },
  { id: "F", title: "API Design" },
  { id: "G", title: "Error Handling" },
  { id: "H", title: "Logging & Monitoring" },
  { id: "I", title: "Authentication & Authorization" },
  { id: "J", title: "Data Management" },
  { id: "K", title: "Performance" },
  { id: "L", title: "Testing Strategy" },
  { id: "M", title: "Data Stores" },
  { id: "N", title: "Observability" },
  { id: "O", title: "Operational Readiness" },
  { id: "P", title: "Security Controls" },
  { id: "Q", title: "Privacy & Data" },
  { id: "R", title: "Dependency Management" },
  { id: "S", title: "CI/CD & Automation" },
  { id: "T", title: "Documentation Quality" },
  { id: "U", title: "Backup & Recovery" },
  { id: "V", title: "Incident Response" },
  { id: "W", title: "Operations Docs" },
  { id: "X", title: "Release Management" },
  { id: "Y", title: "Compliance & Audit" },
];

export function sectionTitle(id: SectionId): string {
  return SECTIONS.find((section) => section.id === id)?.title ?? id;
}
