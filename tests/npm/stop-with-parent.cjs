// Ends the process in its own orderly way when its standard input closes: that is when the test that
// started it asks for it, and also when the test's process is gone, however it ended.
process.stdin.resume();
process.stdin.once("end", () => {
  process.emit("SIGINT");
  setTimeout(() => process.exit(0), 3000).unref();
});
process.stdin.once("error", () => process.exit(0));
