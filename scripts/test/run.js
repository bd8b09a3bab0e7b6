import { parseArgs } from "node:util";
import { prepareCheckout } from "../checkout/prepare.js";
import { commands } from "./commands.js";

/** Prepares the checkout and runs a test command. The first word is the command's name. */
export async function run([name, ...words]) {
  const command = commands[name];
  if (words.includes("--help") || words.includes("-h")) return console.log(command.help);
  const given = readOptions(command, words);
  if (given === null) return;
  const isReady = await prepareCheckout({ builds: false });
  process.exitCode = isReady ? await command.run(given) : (command.fail?.("packages could not be installed") ?? 1);
}

/** The command's options; for a command without options of its own, all words, which are passed to jest. `null` if they are invalid. */
function readOptions({ options, help }, words) {
  if (options === undefined) return words;
  try {
    return parseArgs({ args: words, options }).values;
  } catch (error) {
    console.error(`${error.message}\n\n${help}`);
    process.exitCode = 1;
    return null;
  }
}
