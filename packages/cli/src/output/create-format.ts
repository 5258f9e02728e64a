import type { Host } from "../host.ts";
import { styleFor } from "../terminal/style.ts";
import { columnsOf } from "../terminal/width.ts";
import { csvFormat } from "./csv.ts";
import type { Format, FormatName } from "./format.ts";
import { jsonFormat } from "./json.ts";
import { ndjsonFormat } from "./ndjson.ts";
import { prettyFormat } from "./pretty.ts";

/** Columns where the output is no terminal that tells. */
export const DEFAULT_WIDTH = 120;

/** Makes the format of that name; by itself `pretty` on a terminal and `ndjson` elsewhere. */
export function createFormat(name: FormatName | undefined, withSource: boolean, host: Host): Format {
  switch (name ?? (host.stdout.isTTY ? "pretty" : "ndjson")) {
    case "ndjson":
      return ndjsonFormat(withSource);
    case "json":
      return jsonFormat(withSource);
    case "csv":
      return csvFormat(withSource);
    case "pretty":
      return prettyFormat({
        style: styleFor(host.stdout, host.env),
        width: columnsOf(host.stdout, DEFAULT_WIDTH),
        withSource,
      });
  }
}
