// `npm run dev` loads this into the API. Standard input is a pipe from it; the end of the pipe means that it has ended.
process.stdin.resume().on("end", () => process.kill(process.pid, "SIGTERM"));
process.stdin.unref();
