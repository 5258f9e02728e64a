import type { Command } from "../command-line/command.ts";
import { UsageError } from "../exit-status.ts";
import { momentOf } from "../report/moment.ts";
import { REPORT_FORMATS } from "../report/report-call.ts";
import { storageOf } from "../storage/storage.ts";

/** `smsproof report`: what was kept by `test` and `monitor`, as a page or as records. */
export const reportCommand: Command = {
  name: "report",
  summary: "show what campaigns and monitors found, as one HTML file, CSV or NDJSON",
  operands: "",
  details: [
    "Reads what test --save and monitor have kept. The HTML file needs nothing else: verdicts per network over time,",
    "delays, senders that were replaced and by what, the worst examples with their proof.",
    "Exit status: 0 done, 2 called wrongly, or the store could not be read.",
  ],
  options: {
    save: { value: "DIR|URL", about: "where it is kept; by itself DATABASE_URL" },
    since: {
      value: "TIME",
      about: "campaigns begun from then on: 2026-11-01, an ISO 8601 time, or 7d, 12h ago",
    },
    until: { value: "TIME", about: "and before then" },
    campaign: { value: "ID", about: "this one alone" },
    html: { value: "FILE", about: "write the page there; - is the standard output" },
    title: { value: "TEXT", about: "what stands at the top of the page" },
    format: { value: "NAME", choices: REPORT_FORMATS, about: "print a record for each test" },
  },
  examples: [
    ["smsproof report --save campaigns --since 7d --html week.html", "a page of the last week"],
    ["smsproof report --save campaigns --format csv > tests.csv", "everything, for a spreadsheet"],
  ],
  async run({ values, operands }, host) {
    if (operands.length > 0) throw new UsageError(`report takes options only, not "${operands[0]}"`);
    const { html, title } = values;
    const format = REPORT_FORMATS.find((name) => name === values["format"]);
    if (html === undefined && format === undefined)
      throw new UsageError("As what? Give --html FILE, or --format csv or ndjson");
    if (html === "-" && format !== undefined)
      throw new UsageError("The page and the records cannot both go to the standard output");
    if (title !== undefined && html === undefined) throw new UsageError("--title goes with --html");
    const storage = storageOf(values["save"], host.env);
    if (storage === null) throw new UsageError("Of what? Give --save, or DATABASE_URL: where tests are kept");
    const now = Date.now();
    const query = {
      campaign: values["campaign"],
      since: momentOf("since", values["since"], now),
      until: momentOf("until", values["until"], now),
    };
    const { runReport } = await import("../report/run-report.ts");
    return runReport({ storage, query, html, title, format }, host);
  },
};
