/** What the command tells the shell. The worst of a run counts. */
export const ExitStatus = {
  /** All done, every record decoded. */
  ok: 0,
  /** Done, but at least one record failed, or a message was altered. */
  failures: 1,
  /** Called wrongly, or an input could not be read. */
  usage: 2,
  /** Nothing was altered, but results are missing. */
  missing: 3,
  /** Stopped by Ctrl-C. */
  interrupted: 130,
} as const;

export type ExitStatus = (typeof ExitStatus)[keyof typeof ExitStatus];

/** The command was called in a way that cannot work; the message is one or two plain sentences. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
