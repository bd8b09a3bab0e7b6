/** Thrown when a command cannot do what it was asked to; the message is all that the user sees, and the exit code is 1. */
export class CliError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
