import type { Direction } from "../tpdu.ts";
import { tpduOffset } from "./split-pdu.ts";

/** What announces a PDU: a new message, a listed one, one that was read, a new status report. */
export type AtCommand = "+CMT" | "+CMGL" | "+CMGR" | "+CDS";

/** What is wrong with a frame. */
export interface AtProblem {
  /**
   * `HEADER_WRONG`: the line is not as in PDU mode, perhaps the modem is in text mode. `PDU_MISSING`: no PDU line
   * follows. `PDU_NOT_HEX`: what follows is no hex. `LENGTH_WRONG`: the PDU has another length than the line says.
   */
  readonly code: "HEADER_WRONG" | "PDU_MISSING" | "PDU_NOT_HEX" | "LENGTH_WRONG";
  /** One plain sentence. */
  readonly message: string;
}

interface AtHeader {
  readonly command: AtCommand;
  /** `<index>` of +CMGL: the place in the message storage. */
  readonly index: number | null;
  /** `<stat>` of +CMGL and +CMGR: 0 received unread, 1 received read, 2 stored unsent, 3 stored sent. */
  readonly status: number | null;
  /** `<alpha>`: the phone book's name, as it stands; null when it is left out. */
  readonly alpha: string | null;
  /** Stored messages (status 2 and 3) go to the network. */
  readonly direction: Direction;
  /** Where the header line stands in the text, from 1. */
  readonly line: number;
}

/** A header line with its PDU: `decode(frame.pdu, frame)` reads it. */
export interface AtPduFrame extends AtHeader {
  readonly problem: null;
  /** Octets of the TPDU, service centre not counted. */
  readonly tpduLength: number;
  /** Hex, as it stands. */
  readonly pdu: string;
}

/** A header line whose PDU is missing or not as announced. */
export interface AtBrokenFrame extends AtHeader {
  readonly problem: AtProblem;
  readonly tpduLength: number | null;
  /** What stands in the PDU's place, null when nothing does. */
  readonly pdu: string | null;
}

/** One message in a modem's response. */
export type AtFrame = AtPduFrame | AtBrokenFrame;

/** `<index>` and `<stat>` of each command, which `[<alpha>]` and `<length>` follow. */
const LEADING: Readonly<Record<AtCommand, readonly ("index" | "status")[]>> = {
  "+CMT": [],
  "+CDS": [],
  "+CMGR": ["status"],
  "+CMGL": ["index", "status"],
};

const HEADER = /^\s*(\+CMT|\+CDS|\+CMGR|\+CMGL)\s*:(.*)$/i;
const NOT_HEX = /[^0-9a-f \t]/i;
/** Result codes, other headers, echoed commands and prompts: never the PDU line. */
const OTHER_LINE = /^(?:[+^*$#>]|AT|OK$|ERROR$|RING$|NO CARRIER$)/i;

/**
 * The PDUs in what a modem said in PDU mode (3GPP TS 27.005): `+CMT: [<alpha>],<length>`,
 * `+CMGL: <index>,<stat>,[<alpha>],<length>`, `+CMGR: <stat>,[<alpha>],<length>` and `+CDS: <length>`, each with the
 * PDU in the line behind. Line ends of any kind, blank lines, echoed commands and result codes are passed over. A
 * frame that is broken is given with its problem, never dropped. Throws nothing.
 */
export function parseAtResponse(text: string): readonly AtFrame[] {
  const lines = text.split(/\r*\n|\r/);
  const frames: AtFrame[] = [];
  for (let i = 0; i < lines.length; i++) {
    const match = HEADER.exec(lines[i] ?? "");
    if (match === null) continue;
    const [, command = "", rest = ""] = match;
    const header = headerOf(command.toUpperCase() as AtCommand, parametersOf(rest), i + 1);
    let next = i + 1;
    while (next < lines.length && lines[next]?.trim() === "") next += 1;
    const line = lines[next]?.trim() ?? "";
    const isHex = line !== "" && !NOT_HEX.test(line);
    const taken = isHex || (header.tpduLength !== null && line !== "" && !OTHER_LINE.test(line));
    frames.push(frameOf(header, taken ? line : null));
  }
  return frames;
}

/** Parameters between commas; a comma inside quotation marks separates nothing. */
function parametersOf(rest: string): readonly string[] {
  const parameters: string[] = [];
  let quoted = false;
  let start = 0;
  for (let i = 0; i <= rest.length; i++) {
    if (rest[i] === '"') quoted = !quoted;
    if (i < rest.length && (rest[i] !== "," || quoted)) continue;
    parameters.push(rest.slice(start, i).trim());
    start = i + 1;
  }
  return parameters;
}

interface ReadHeader extends AtHeader {
  readonly tpduLength: number | null;
}

/** Reads a header line; `tpduLength` is null when the line is not as in PDU mode. */
function headerOf(command: AtCommand, parameters: readonly string[], line: number): ReadHeader {
  const leading = LEADING[command];
  const numbers = leading.map((_, index) => numberOf(parameters[index]));
  const length = numberOf(parameters.at(-1));
  const between = parameters.slice(leading.length, -1);
  const isPduMode = parameters.length > leading.length && between.length < 2 && !numbers.includes(null);
  const status = numbers[leading.indexOf("status")] ?? null;
  const alpha = isPduMode ? (between[0] ?? "") : "";
  return {
    command,
    index: numbers[leading.indexOf("index")] ?? null,
    status,
    alpha: alpha === "" ? null : alpha.replace(/^"(.*)"$/, "$1"),
    direction: status === 2 || status === 3 ? "to-network" : "to-mobile",
    line,
    tpduLength: isPduMode ? length : null,
  };
}

function numberOf(parameter: string | undefined): number | null {
  return parameter !== undefined && /^\d{1,9}$/.test(parameter) ? Number(parameter) : null;
}

function frameOf(header: ReadHeader, pdu: string | null): AtFrame {
  const { command, tpduLength } = header;
  const broken = (code: AtProblem["code"], message: string): AtBrokenFrame => ({
    ...header,
    pdu,
    problem: { code, message },
  });
  if (tpduLength === null)
    return broken("HEADER_WRONG", `The ${command} line is not as in PDU mode (3GPP TS 27.005).`);
  if (pdu === null) return broken("PDU_MISSING", `No PDU follows the ${command} line.`);
  const digits = pdu.replace(/[ \t]+/g, "");
  if (NOT_HEX.test(digits) || digits.length % 2 !== 0)
    return broken("PDU_NOT_HEX", `What follows the ${command} line is not whole octets in hex.`);
  const octets = digits.length / 2;
  if (tpduOffset(octets, Number.parseInt(digits.slice(0, 2), 16), tpduLength) < 0)
    return broken(
      "LENGTH_WRONG",
      `The ${command} line says ${tpduLength} octets; the PDU has ${octets}, service centre included.`,
    );
  return { ...header, tpduLength, pdu, problem: null };
}
