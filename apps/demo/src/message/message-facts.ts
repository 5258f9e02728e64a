import type { IncompleteMessage, Message, SmsDeliver } from "@smsproof/pdu";
import { counted } from "../dom/element.ts";

const LANGUAGES: readonly string[] = [
  "default",
  "Turkish",
  "Spanish",
  "Portuguese",
  "Bengali",
  "Gujarati",
  "Hindi",
  "Kannada",
  "Malayalam",
  "Oriya",
  "Punjabi",
  "Tamil",
  "Telugu",
  "Urdu",
];

/** How the characters are coded, national tables and all. */
export function alphabetWords({ dataCoding, nationalLanguage }: SmsDeliver): string {
  switch (dataCoding.alphabet) {
    case "gsm7": {
      const { locking = null, single = null } = nationalLanguage ?? {};
      if (locking !== null && locking === single) return `GSM 7-bit, ${language(locking)} tables`;
      const tables = [
        locking === null ? "" : `${language(locking)} locking shift`,
        single === null ? "" : `${language(single)} single shift`,
      ];
      return ["GSM 7-bit", ...tables.filter((table) => table !== "")].join(", ");
    }
    case "ucs2":
      return "UCS-2";
    case "ksc5601":
      return "KS C 5601";
    case "8bit":
      return "8-bit data";
  }
}

function language(id: number): string {
  return LANGUAGES[id] ?? `language ${id}`;
}

/** What else a handset would have heeded: class, waiting indication, unusual protocol, ports. */
export function remarkableFacts({ dataCoding, protocolIdentifier, ports }: SmsDeliver): readonly string[] {
  const { messageClass, messageWaiting } = dataCoding;
  return [
    messageClass === null ? "" : messageClass === 0 ? "class 0, shown at once" : `class ${messageClass}`,
    messageWaiting === null ? "" : `${messageWaiting.kind} waiting ${messageWaiting.active ? "on" : "off"}`,
    dataCoding.autoDelete ? "deleted once read" : "",
    dataCoding.compressed ? "compressed" : "",
    protocolIdentifier.value === 0 ? "" : `protocol: ${protocolIdentifier.kind.replaceAll("-", " ")}`,
    ports === null ? "" : `port ${ports.source} to ${ports.destination}`,
  ].filter((fact) => fact !== "");
}

/** `2 of 3 parts, part 2 is missing`. */
export function partsWords(message: Message | IncompleteMessage, repeated: number): string {
  const total = message.concatenation?.total ?? 1;
  const again = repeated === 0 ? "" : `, ${counted(repeated, "part")} came twice`;
  if (message.type === "message") return (total === 1 ? "1 part" : `${total} parts`) + again;
  const { missing } = message;
  const which =
    missing.length > 6
      ? `${missing.length} are missing`
      : missing.length === 1
        ? `part ${missing[0]} is missing`
        : `parts ${missing.join(", ")} are missing`;
  return `${message.parts.length} of ${total} parts, ${which}${again}`;
}
