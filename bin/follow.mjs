// Loaded before the program: when the launcher is gone, however it went, the program ends in the orderly way.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
