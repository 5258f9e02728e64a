import type { Sandbox } from "../sandbox.ts";

const BLOCK = /^```text session\n([\s\S]*?)^```$/gm;
const SHOWN = 700;

/**
 * A README with the answers of its sessions as they are now. A session is a `text session` block of requests,
 * `> METHOD path` with a body on further `>` lines, each followed by its answer. All sessions of a README speak
 * to one sandbox, one after the other. `{name}` stands for what an earlier answer called so.
 */
export async function renewed(markdown: string, sandbox: Sandbox): Promise<string> {
  const known = new Map<string, string>();
  let text = "";
  let at = 0;
  for (const match of markdown.matchAll(BLOCK)) {
    text += markdown.slice(at, match.index);
    text += `\`\`\`text session\n${await answered(match[1] ?? "", sandbox, known)}\`\`\``;
    at = match.index + match[0].length;
  }
  return text + markdown.slice(at);
}

async function answered(session: string, sandbox: Sandbox, known: Map<string, string>): Promise<string> {
  const requests = session
    .split("\n")
    .filter((line) => line.startsWith("> ") || line === "")
    .join("\n")
    .split(/\n(?=> [A-Z]+ \/)|\n\n+/)
    .map((request) => request.trim())
    .filter((request) => request !== "");
  let text = "";
  for (const request of requests) {
    const [first = "", ...rest] = request.split("\n").map((line) => line.slice(2));
    const [method = "", path = ""] = first.split(" ");
    const filled = (template: string): string =>
      template.replace(/\{(\w+)\}/g, (whole, name: string) => known.get(name) ?? whole);
    const body = rest.length === 0 ? undefined : filled(rest.join("\n"));
    const token = known.get("value") ?? known.get("token");
    const response = await sandbox.fetch(`http://127.0.0.1:4010${filled(path)}`, {
      method,
      ...(body === undefined ? {} : { body }),
      headers: {
        "content-type": "application/json",
        ...(token === undefined ? {} : { authorization: token }),
      },
    });
    const answer = await response.text();
    remember(answer, known);
    const shown = answer.length > SHOWN ? `${answer.slice(0, SHOWN)}…` : answer;
    text += `${text === "" ? "" : "\n"}${request}\n${response.status} ${shown}\n`;
  }
  return text;
}

/** Strings of an answer's first object, by their names. */
function remember(answer: string, known: Map<string, string>): void {
  for (const [, name = "", value = ""] of answer.matchAll(/"(value|phoneNumber|testIdText)":"([^"]*)"/g)) {
    known.set(name, value);
  }
}
