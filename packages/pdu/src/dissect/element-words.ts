import type { Address } from "../address.ts";
import { readElement } from "../elements/element.ts";
import type { ElementValue } from "../elements/element-value.ts";
import type { EnhancedVoiceMail } from "../elements/enhanced-voice-mail.ts";
import type { SmscControlParameters } from "../elements/message-control.ts";
import type { TextFormatting } from "../elements/text-elements.ts";
import { languageName } from "../gsm7/alphabet.ts";
import { elementName } from "../header-elements.ts";
import type { HeaderElement } from "../user-data-header.ts";

/** `1 octet`, `3 characters`. */
function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

const octets = (data: string): string => count(data.length / 2, "octet");

const plain = (name: string): string => name.replaceAll("-", " ");

const joined = (words: readonly (string | false)[]): string =>
  words.filter((word) => word !== false).join(" · ");

const number = ({ address }: Address): string => (address === "" ? "no number" : address);

/** What the data of an information element say, in words. */
export function describeElement(element: Pick<HeaderElement, "id" | "hex">): string {
  const value = readElement(element);
  switch (value.kind) {
    case "concatenation":
      return `reference ${value.reference} · part ${value.sequence} of ${value.total}`;
    case "special-message-indication":
      return joined([
        `${plain(value.type)} waiting: ${value.count === 255 ? "255 or more" : value.count}`,
        `profile ${value.profile}`,
        value.store ? "message kept" : "message discarded",
      ]);
    case "ports":
      return `to port ${value.destination}, from port ${value.source}`;
    case "smsc-control-parameters":
      return controlWords(value);
    case "udh-source-indicator":
      return `the next elements are from the ${value.source === "smsc" ? "SMSC" : plain(value.source)}`;
    case "text-formatting":
      return formattingWords(value);
    case "predefined-sound":
      return `${plain(value.sound)} at ${value.position}`;
    case "predefined-animation":
      return `${plain(value.animation)} at ${value.position}`;
    case "user-defined-sound":
      return `iMelody of ${octets(value.data)} at ${value.position}`;
    case "large-animation":
      return `4 pictures of 16 x 16 pixels at ${value.position}`;
    case "small-animation":
      return `4 pictures of 8 x 8 pixels at ${value.position}`;
    case "large-picture":
      return `32 x 32 pixels at ${value.position}`;
    case "small-picture":
      return `16 x 16 pixels at ${value.position}`;
    case "variable-picture":
      return `${value.width} x ${value.height} pixels at ${value.position}`;
    case "standard-wvg-object":
    case "character-size-wvg-object":
      return `${octets(value.data)} of vector graphics at ${value.position}`;
    case "reply-address":
      return `answer to ${number(value.address)}`;
    case "enhanced-voice-mail":
      return voiceMailWords(value);
    case "national-language-single-shift":
    case "national-language-locking-shift":
      return languageName(value.language) ?? `unknown language ${value.language}`;
    case "raw":
      return rawWords(value.id, value.data, value.fault);
    default:
      return objectWords(value);
  }
}

/** The elements that carry objects, links and data of others. */
function objectWords(value: ElementValue): string {
  switch (value.kind) {
    case "user-prompt-indicator":
      return `${count(value.objects, "object")} for the user to choose`;
    case "extended-object":
      // Nothing in the element tells one that begins an object from one that goes on with it.
      if (value.reserved !== 0 || value.type.startsWith("reserved"))
        return `unknown object ${value.reference}, or more of an earlier one`;
      return joined([
        `${plain(value.type)} ${value.reference}`,
        `${value.data.length / 2} of ${count(value.length, "octet")}`,
        `at ${value.position}`,
        value.userPrompt && "for the user to choose",
        value.noForwarding && "not to be forwarded",
      ]);
    case "reused-extended-object":
      return `object ${value.reference} again at ${value.position}`;
    case "compression-control":
      return `${value.algorithm === "lzss" ? "LZSS" : plain(value.algorithm)} · ${value.data.length / 2} of ${count(value.length, "octet")}`;
    case "object-distribution-indicator":
      return `${value.elements === 0 ? "all elements" : `the next ${count(value.elements, "element")}`} ${value.noForwarding ? "not to be forwarded" : "may be forwarded"}`;
    case "extended-object-data-request":
      return "which object formats can be shown?";
    case "rfc822-email-header":
      return `e-mail header of ${count(value.headerLength, "character")}`;
    case "hyperlink":
      return `title of ${count(value.titleLength, "character")} at ${value.position}, URL of ${value.urlLength}`;
    case "sim-toolkit-security":
      return joined([`${plain(value.packet)} packet`, value.data !== "" && octets(value.data)]);
    default:
      return "data" in value && value.data !== "" ? value.data : "no data";
  }
}

function controlWords(value: SmscControlParameters): string {
  const wanted = [
    value.transactionCompleted && "completion",
    value.permanentError && "permanent error",
    value.lastTemporaryError && "last temporary error",
    value.temporaryError && "temporary error",
  ].filter((word) => word !== false);
  return joined([
    wanted.length === 0 ? "no status reports" : `status report on ${wanted.join(", ")}`,
    value.cancelOthers && "a failure cancels the other parts' reports",
    value.includeHeader && "report with the original header",
  ]);
}

function formattingWords(value: TextFormatting): string {
  const { position, length, alignment, size, foreground, background } = value;
  const styles = (["bold", "italic", "underlined", "strikethrough"] as const).filter((style) => value[style]);
  return joined([
    length === 0 ? `default from ${position}` : `${count(length, "character")} at ${position}`,
    alignment !== "language-dependent" && alignment,
    size !== "normal" && plain(size),
    ...styles,
    foreground !== null && background !== null && `${plain(foreground)} on ${plain(background)}`,
  ]);
}

function voiceMailWords(value: EnhancedVoiceMail): string {
  const { type, voiceMessages, messages, accessAddress, full, almostFull, store } = value;
  const told = type === "notification" ? "told of" : "deleted";
  return joined([
    voiceMessages === 255 ? "255 or more voice messages" : count(voiceMessages, "voice message"),
    messages.length > 0 && `${messages.length} ${told}`,
    `mailbox ${number(accessAddress)}`,
    full ? "full" : almostFull && "almost full",
    `profile ${value.profile}`,
    store ? "message kept" : "message discarded",
  ]);
}

/** A fault without its beginning, which names the element once more. */
function rawWords(id: number, data: string, fault: string | null): string {
  if (fault === null) return data === "" ? "no data" : data;
  return fault.replace(`Element ${elementName(id)} `, "").replace(/\.$/, "");
}
