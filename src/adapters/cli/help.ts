import { type Command, Help, type Option } from "commander";
import type { Terminal } from "./terminal.js";

/** Longer lines are hard to read, however wide the terminal is. */
const maxHelpWidth = 100;

/** The maximum length of a line of help, in characters. */
export function helpWidth({ columns }: Pick<Terminal, "columns">): number {
  return Math.min(columns ?? maxHelpWidth, maxHelpWidth);
}

/** The description of an option with its choices and its default. Omits an empty list as the default. */
export function optionDescription(option: Option): string {
  return Array.isArray(option.defaultValue) ? option.description : new Help().optionDescription(option);
}

/** Describes the help options of a command and its subcommands, and points usage errors to the help of the command. */
export function describeHelp(command: Command, parents = ""): void {
  const name = `${parents}${command.name()}`;
  command.helpOption("-h, --help", "Show help for this command").showHelpAfterError(`Run '${name} --help' for usage.`);
  if (command.commands.length > 0) command.helpCommand("help [command]", "Show help for a command");
  for (const subcommand of command.commands) describeHelp(subcommand, `${name} `);
}
