/** Sizes in MiB. */
export interface MemorySizes {
  readonly heap: number;
  readonly pageCache: number;
}

/** Memory for Neo4j on a developer's machine: at most a quarter of it, and at most 2.5 GiB. */
export function memorySizes(totalBytes: number): MemorySizes {
  const total = Math.floor(totalBytes / 2 ** 20);
  const between = (size: number, least: number, most: number) => Math.floor(Math.min(Math.max(size, least), most));
  return { heap: between(total / 5, 512, 2_048), pageCache: between(total / 20, 128, 512) };
}

/** The text of Neo4j's settings file. It contains no path and no secret. `further` settings are added by name. */
export function neo4jSettings(
  boltPort: number,
  memory: MemorySizes,
  further: Readonly<Record<string, string>> = {},
): string {
  return `# Overwritten at each start.
server.default_listen_address=127.0.0.1
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:${boltPort}
server.bolt.advertised_address=127.0.0.1:${boltPort}
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
db.lock.acquisition.timeout=5s
db.transaction.timeout=15s
# Drivers close a connection after twice this time without a message. The server keeps busy connections alive.
server.bolt.connection_keep_alive=10s
server.bolt.connection_keep_alive_streaming_scheduling_interval=10s
server.memory.pagecache.size=${memory.pageCache}m
# A store of a few megabytes should not reserve half a gigabyte of log.
db.tx_log.preallocate=false
db.tx_log.rotation.size=64m
db.tx_log.rotation.retention_policy=256M size
# Without this, stopping waits twice for 5 s without traffic on a port that is closed already.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
${Object.entries(further)
  .map(([name, value]) => `${name}=${value}\n`)
  .join("")}`;
}

/** Arguments of Java: those of Neo4j's distribution that are relevant here. */
export function javaArguments(memory: MemorySizes): string[] {
  return [
    `-Xmx${memory.heap}m`,
    "-XX:+UseG1GC",
    // A server that runs out of memory ends, because it would no longer work reliably.
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:-OmitStackTraceInFastThrow",
    "-Dfile.encoding=UTF-8",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
  ];
}
