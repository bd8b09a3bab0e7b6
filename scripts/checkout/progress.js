const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** Shows the progress of a long step on stderr, because stdout belongs to the API: a line that counts the seconds on a terminal, occasional lines elsewhere. */
export function showStep(doing) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1_000);
  const isTerminal = process.stderr.isTTY;
  if (!isTerminal) console.error(`${doing} …`);
  let frame = 0;
  const timer = setInterval(
    () => {
      if (!isTerminal) console.error(`${doing}: ${seconds()} s`);
      else process.stderr.write(`\r${frames[frame++ % frames.length]} ${doing}  ${seconds()} s`);
    },
    isTerminal ? 100 : 10_000,
  );
  return {
    /** Ends the step. `done` states the result; `null` if the step failed. */
    end(done) {
      clearInterval(timer);
      if (isTerminal) process.stderr.write("\r\u001b[K");
      if (done !== null) console.error(`${done} in ${seconds()} s`);
    },
  };
}
