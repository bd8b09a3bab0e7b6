// Loaded into the API by `npm run dev`: standard input is a pipe from it, whose end means that it is gone, however it ended.
process.stdin.resume().on("end", () => process.kill(process.pid, "SIGTERM"));
process.stdin.unref();
