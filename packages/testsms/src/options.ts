import { type ClientOptions, configurationError, readEnvironment } from "@smsproof/vendor";

/** Options of `createTestsms`. Either a client id with its secret, or an e-mail address with its password. */
export interface TestsmsOptions extends ClientOptions {
  /** Client ID from the portal: `TESTSMS_CLIENT_ID` where absent. */
  readonly clientId?: string;
  /** Client Secret from the portal: `TESTSMS_CLIENT_SECRET` where absent. */
  readonly clientSecret?: string;
  /** E-mail address of a user: `TESTSMS_EMAIL` where absent. Used only where there is no client id. */
  readonly email?: string;
  /** The user's password: `TESTSMS_PASSWORD` where absent. */
  readonly password?: string;
}

/** Which of TestSMS's two token flows, and with what. */
export type TestsmsCredentials =
  | { readonly flow: "client"; readonly clientId: string; readonly clientSecret: string }
  | { readonly flow: "user"; readonly email: string; readonly password: string };

/**
 * The credentials: given ones before the environment's, and the client flow, which TestSMS recommends, before the user
 * flow. Throws a `ValidationError` that names what is missing.
 */
export function readCredentials(options: TestsmsOptions): TestsmsCredentials {
  const { clientId, clientSecret, email, password, environment } = options;
  const variable = (name: string): string => readEnvironment(name, environment) ?? "";
  if (clientId === undefined && email !== undefined) {
    return userFlow(email, password ?? variable("TESTSMS_PASSWORD"));
  }
  const id = clientId ?? variable("TESTSMS_CLIENT_ID");
  if (id !== "") return clientFlow(id, clientSecret ?? variable("TESTSMS_CLIENT_SECRET"));
  const address = variable("TESTSMS_EMAIL");
  if (address !== "") return userFlow(address, password ?? variable("TESTSMS_PASSWORD"));
  throw configurationError(
    "testsms",
    "clientId",
    "is missing: give clientId and clientSecret (TESTSMS_CLIENT_ID, TESTSMS_CLIENT_SECRET), or email and password (TESTSMS_EMAIL, TESTSMS_PASSWORD)",
  );
}

function clientFlow(clientId: string, clientSecret: string): TestsmsCredentials {
  if (clientSecret === "") {
    throw configurationError("testsms", "clientSecret", "is missing: give it, or set TESTSMS_CLIENT_SECRET");
  }
  return { flow: "client", clientId, clientSecret };
}

function userFlow(email: string, password: string): TestsmsCredentials {
  if (password === "")
    throw configurationError("testsms", "password", "is missing: give it, or set TESTSMS_PASSWORD");
  return { flow: "user", email, password };
}
