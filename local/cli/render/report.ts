import type { Report } from "../../report/report";
import type { Format } from "../format";

/**
 * Reports of stacks in a format that is told all at once.
 * @param objects the same for `json`, one a stack; a single one stands alone
 */
export function renderReports(
  format: Exclude<Format, "text">,
  reports: readonly Report[],
  objects: () => readonly unknown[],
): string {
  switch (format) {
    case "json": {
      const all = objects();
      return JSON.stringify(all.length === 1 ? all[0] : all, undefined, 2);
    }
    case "sarif": {
      const { sarif } = require("../../report/sarif") as typeof import("../../report/sarif");
      return JSON.stringify(sarif(reports), undefined, 2);
    }
    case "markdown": {
      const { markdown } = require("../../report/markdown") as typeof import("../../report/markdown");
      return reports.map((report) => markdown(report).join("\n")).join("\n\n");
    }
  }
}
