import { UsageError } from "../exit-status.ts";
import type { Host } from "../host.ts";
import { readSource } from "../input/read-source.ts";
import { type Source, sourcesOf, standardInput } from "../input/source.ts";

/**
 * The one PDU that is meant: an argument, arguments that are the octets of one PDU, or what a file or the
 * standard input holds.
 *
 * @throws UsageError when there is none or more than one.
 * @throws ReadError when the input cannot be read.
 */
export async function onePdu(operands: readonly string[], host: Host): Promise<string> {
  if (operands.length === 0 && host.stdin.isTTY)
    throw new UsageError("Nothing to explain: give a PDU, or - for what you type");
  if (operands.length > 1 && operands.every((operand) => SHORT_HEX.test(operand))) return operands.join("");
  const [source, ...others] = operands.length === 0 ? [standardInput(host)] : sourcesOf(operands, host);
  if (!source || others.length > 0) throw moreThanOne();
  return fromSource(source);
}

/** Octets with blanks between them, when the shell has cut them up. */
const SHORT_HEX = /^(?:[0-9a-fA-F]{2}){1,8}$/;

async function fromSource(source: Source): Promise<string> {
  let found: string | null = null;
  for await (const { items } of readSource(source, { field: undefined, kind: undefined })) {
    for (const item of items) {
      if (item.kind === "fault") throw new UsageError(item.message);
      if (item.pdu.trim() === "") continue;
      if (found !== null) throw moreThanOne();
      found = item.pdu;
    }
  }
  if (found === null) throw new UsageError("There is no PDU in the input");
  return found;
}

function moreThanOne(): UsageError {
  return new UsageError("explain takes one PDU; decode takes any number");
}
