import { CampaignError } from "../errors/campaign-error.ts";

/**
 * A driver's error as ours. Only its own sentence and Postgres's five-character code are taken over: the driver's error
 * carries the statement's values and, for a connection, the password.
 */
export function databaseFailure(error: unknown): CampaignError {
  const message = error instanceof Error && error.message !== "" ? error.message : "the database failed";
  const code: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
  return new CampaignError(
    "STORE_FAILED",
    `${message.split("\n")[0]}${typeof code === "string" ? ` (${code})` : ""}`,
  );
}
