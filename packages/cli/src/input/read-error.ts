/** An input that could not be opened, not be read to its end, or in which there is no telling where PDUs are. */
export class ReadError extends Error {
  override readonly name = "ReadError";
}
