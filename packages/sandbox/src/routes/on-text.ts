import type { RouteContext } from "./message.ts";
import { type FindingCode, type Route, type RouteArgument, route } from "./route.ts";

/** A route that changes the text. What cannot stay GSM 7-bit goes on as UCS2. */
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
      return { ...message, text, alphabet: message.alphabet === "gsm7" ? "auto" : message.alphabet };
    },
  });
}
