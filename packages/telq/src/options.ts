import { type ClientOptions, configurationError, readEnvironment } from "@smsproof/vendor";

/** Options of `createTelq`. */
export interface TelqOptions extends ClientOptions {
  /** App ID from TelQ's API menu: `TELQ_APP_ID` where absent. Digits may be given as a number. */
  readonly appId?: string | number;
  /** App Key from TelQ's API menu: `TELQ_APP_KEY` where absent. */
  readonly appKey?: string;
}

/** What the token call sends. */
export interface TelqCredentials {
  /** A number when it is all digits, as TelQ's document has it: `000001` is sent as 1, since JSON knows no leading zeros. */
  readonly appId: string | number;
  readonly appKey: string;
}

/** The credentials from options or environment. Throws a `ValidationError` that names what is missing. */
export function readCredentials(options: TelqOptions): TelqCredentials {
  const appId = String(options.appId ?? readEnvironment("TELQ_APP_ID", options.environment) ?? "").trim();
  const appKey = options.appKey ?? readEnvironment("TELQ_APP_KEY", options.environment) ?? "";
  if (appId === "") throw configurationError("telq", "appId", "is missing: give it, or set TELQ_APP_ID");
  if (appKey === "") throw configurationError("telq", "appKey", "is missing: give it, or set TELQ_APP_KEY");
  const number = Number(appId);
  const isNumber = /^\d+$/.test(appId) && Number.isSafeInteger(number);
  return { appId: isNumber ? number : appId, appKey };
}
