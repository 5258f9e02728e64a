// What the filter is measured against: the plainest loop over the same lines.
// Usage: node baseline.mjs decode|parse true|false FILE (true: a line is JSON with pdusDelivered)
import { createReadStream } from "node:fs";
import { decodeDeliver } from "@smsproof/pdu";

const [what, json, path] = process.argv.slice(2);

function pduOf(line) {
  return json === "true" ? JSON.parse(line).pdusDelivered[0] : line;
}

let rest = "";
let out = "";
for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024, encoding: "utf8" })) {
  const lines = (rest + chunk).split("\n");
  rest = lines.pop() ?? "";
  for (const line of lines) {
    if (what === "parse") JSON.parse(line);
    else out += `${JSON.stringify(decodeDeliver(pduOf(line)))}\n`;
    if (out.length > 65_536) {
      if (!process.stdout.write(out)) await new Promise((resolve) => process.stdout.once("drain", resolve));
      out = "";
    }
  }
}
process.stdout.write(out);
