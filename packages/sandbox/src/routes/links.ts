import { onText } from "./on-text.ts";
import type { Route } from "./route.ts";

const LINK = /https?:\/\/[^\s]+?(?=[.,!?]?(?:\s|$))/g;

/** Links become a short one. */
export const linkShortened = (short = "https://bit.ly/3xYz12A"): Route =>
  onText("linkShortened", [short], ["URL_SHORTENED"], (text) => text.replace(LINK, () => short));

/** Links lead to another host. */
export const linkRedirected = (host = "login.example.net"): Route =>
  onText("linkRedirected", [host], ["URL_DOMAIN_CHANGED"], (text) =>
    text.replace(LINK, (link) => link.replace(/(?<=:\/\/)[^/:?#]+/, () => host)),
  );

/** Links get a parameter that counts the click. */
export const linkTracked = (parameter = "utm_source=sms"): Route =>
  onText("linkTracked", [parameter], ["URL_PARAM_CHANGED"], (text) =>
    text.replace(LINK, (link) => `${link}${link.includes("?") ? "&" : "?"}${parameter}`),
  );

/** https becomes http. */
export const linkSchemeChanged = (): Route =>
  onText("linkSchemeChanged", [], ["URL_SCHEME_CHANGED"], (text) => text.replaceAll("https://", "http://"));

/** Links cannot be tapped any more: `hxxps://host[.]example`. */
export const linkDefanged = (): Route =>
  onText("linkDefanged", [], ["URL_DEFANGED"], (text) =>
    text.replace(LINK, (link) => link.replace(/^http/, "hxxp").replaceAll(".", "[.]")),
  );

/** Links are gone, with the blank in front of them. */
export const linkRemoved = (): Route =>
  onText("linkRemoved", [], ["URL_REMOVED"], (text) =>
    text.replace(LINK, "").replace(/ {2,}/g, " ").trimEnd(),
  );
