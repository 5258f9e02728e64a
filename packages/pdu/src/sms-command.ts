import { type Address, readAddress } from "./address.ts";
import { type CommandType, readCommandType } from "./command-type.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { toHex } from "./octets.ts";
import { type ProtocolIdentifier, readProtocolIdentifier } from "./protocol-identifier.ts";
import {
  diagnose,
  noteOctetsAfterEnd,
  octetCount,
  type Reading,
  record,
  takeFirstOctet,
  takeOctet,
} from "./reading.ts";
import type { SmscAddress } from "./smsc-address.ts";

/** The first octet of an SMS-COMMAND, bit by bit (3GPP TS 23.040, 9.2.2.4). */
export interface CommandFirstOctet {
  readonly value: number;
  /** TP-SRR. */
  readonly statusReportRequest: boolean;
  /** TP-UDHI: the command data begin with a header. */
  readonly userDataHeaderIndicator: boolean;
}

/** One SMS-COMMAND: an order about a message sent before (3GPP TS 23.040, 9.2.2.4). */
export interface SmsCommand {
  readonly type: "SMS-COMMAND";
  readonly smsc: SmscAddress | null;
  readonly firstOctet: CommandFirstOctet;
  /** TP-MR of this command. */
  readonly messageReference: number;
  readonly protocolIdentifier: ProtocolIdentifier;
  /** TP-CT. */
  readonly commandType: CommandType;
  /** TP-MN: TP-MR of the message that the command is about. */
  readonly messageNumber: number;
  /** TP-DA: where that message went. */
  readonly destination: Address;
  /** TP-CDL, in octets. */
  readonly commandDataLength: number;
  /** TP-CD, upper-case hex; a header, if there is one, is part of it. */
  readonly commandData: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the first octet of an SMS-COMMAND says. */
function commandFirstOctetOf(value: number): CommandFirstOctet {
  return { value, statusReportRequest: (value & 0x20) !== 0, userDataHeaderIndicator: (value & 0x40) !== 0 };
}

/** Reads an SMS-COMMAND behind its service centre. Throws `CUT`. */
export function readCommand(reading: Reading, smsc: SmscAddress | null): SmsCommand {
  const firstOctet = commandFirstOctetOf(takeFirstOctet(reading, "SMS-COMMAND"));
  const messageReference = takeOctet(reading, "TP-MR", "TP-MR");
  const protocolIdentifier = readProtocolIdentifier(reading);
  const commandType = readCommandType(reading);
  const messageNumber = takeOctet(reading, "TP-MN", "TP-MN");
  const destination = readAddress(reading, "TP-DA");
  const commandDataLength = takeOctet(reading, "TP-CDL", "TP-CDL");
  const commandData = takeCommandData(reading, commandDataLength);
  noteOctetsAfterEnd(reading);
  return {
    type: "SMS-COMMAND",
    smsc,
    firstOctet,
    messageReference,
    protocolIdentifier,
    commandType,
    messageNumber,
    destination,
    commandDataLength,
    commandData,
    diagnostics: reading.diagnostics,
  };
}

function takeCommandData(reading: Reading, length: number): string {
  const { octets, position } = reading;
  const end = Math.min(position + length, octets.length);
  if (end < position + length)
    diagnose(
      reading,
      "USER_DATA_CUT",
      "TP-CD",
      end,
      0,
      `TP-CDL says ${length} octets, but ${octetCount(end - position)} there.`,
    );
  if (end > position) record(reading, "TP-CD", end - position, null);
  reading.position = end;
  return toHex(octets, position, end);
}
