import { gsm7 } from "@smsproof/pdu";
import { languageTables } from "../handset/language-tables.ts";
import type { MessageOnRoute, RouteContext } from "./message.ts";
import { type FindingCode, type Route, type RouteArgument, route } from "./route.ts";

/**
 * A route that changes the text and nothing else: it goes on in the alphabet in which it was sent, where that
 * still holds it. What cannot stay GSM 7-bit goes on as UCS2.
 */
export function onText(
  name: string,
  args: readonly RouteArgument[],
  causes: readonly FindingCode[],
  change: (text: string, context: RouteContext) => string,
): Route {
  return route(name, args, causes, {
    message(message, context) {
      if (message.text === null) return message;
      const text = change(message.text, context);
      if (text === message.text) return message;
      return { ...message, text, alphabet: wasUcs2(message) ? "ucs2" : "auto" };
    },
  });
}

const wasUcs2 = ({ alphabet, text, elements }: MessageOnRoute): boolean =>
  alphabet === "ucs2" || (text !== null && gsm7.encode(text, languageTables(elements)) === null);
