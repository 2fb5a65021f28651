// How the embedded Neo4j is run: its configuration file, its log, and the flags of the Java that runs it.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What makes one run differ from another. */
export interface RunOptions {
  /** Largest heap, as 512m or 1g. */
  heap: string;
  /** Quick to start, slow in long work: for tests and short commands. */
  brief: boolean;
}

/** Folders that a server's home needs. */
const folders = ['conf', 'data', 'logs', 'run', 'import', 'plugins'];

/** The settings of the server; unknown ones would stop its start. Measured ones are told in the comments. */
function settingsOf(home: string, port: number): Record<string, string> {
  return {
    // Without it LOAD CSV reads any file of the user.
    'server.directories.import': path.join(home, 'import'),
    'server.directories.plugins': path.join(home, 'plugins'),
    'server.default_listen_address': '127.0.0.1',
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    // Any web page can open a WebSocket to a local Bolt port: a server without a password is open to all of them.
    'dbms.security.auth_enabled': 'true',
    'dbms.usage_report.enabled': 'false',
    'server.memory.pagecache.size': '128m',
    // An empty folder of data takes 2 MB instead of 516 MB.
    'db.tx_log.preallocate': 'false',
    'db.tx_log.rotation.retention_policy': '1 days 200M',
    // A whole number. The server stops in 0.4 s instead of 10.3 s.
    'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0',
  };
}

/** The log goes to a file and to standard output, where "Started." tells that the server is ready. */
const userLogs = `<?xml version="1.0" encoding="UTF-8"?>
<Configuration status="ERROR" packages="org.neo4j.logging.log4j">
  <Appenders>
    <RollingRandomAccessFile name="File" fileName="\${config:server.directories.logs}/neo4j.log" filePattern="$\${config:server.directories.logs}/neo4j.log.%02i">
      <PatternLayout pattern="%d{yyyy-MM-dd HH:mm:ss.SSSZ}{GMT+0} %-5p %m%n"/>
      <Policies><SizeBasedTriggeringPolicy size="20 MB"/></Policies>
      <DefaultRolloverStrategy fileIndex="min" max="3"/>
    </RollingRandomAccessFile>
    <Console name="Out" target="SYSTEM_OUT"><PatternLayout pattern="%d{yyyy-MM-dd HH:mm:ss.SSSZ}{GMT+0} %-5p %m%n"/></Console>
  </Appenders>
  <Loggers><Root level="INFO"><AppenderRef ref="File"/><AppenderRef ref="Out"/></Root></Loggers>
</Configuration>
`;

/** Writes folders and configuration of a server's home; only the user can read them. */
export function writeConfiguration(home: string, port: number): void {
  for (const name of folders) mkdirSync(path.join(home, name), { recursive: true, mode: 0o700 });
  const lines = Object.entries(settingsOf(home, port)).map(([key, value]) => `${key}=${value}\n`);
  // Backslashes begin an escape in a file of Java properties.
  writeFileSync(path.join(home, 'conf', 'neo4j.conf'), lines.join('').replaceAll('\\', '/'), { mode: 0o600 });
  writeFileSync(path.join(home, 'conf', 'user-logs.xml'), userLogs, { mode: 0o600 });
}

/**
 * What java is started with.
 * Source of the flags: the operations manual's server.jvm.additional, without those that only profilers need.
 */
export function javaArguments(home: string, jars: readonly string[], options: RunOptions): string[] {
  return [
    '-cp',
    [path.join(home, 'plugins', '*'), ...jars].join(path.delimiter),
    '-Xms256m',
    `-Xmx${options.heap}`,
    ...(options.brief ? ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'] : ['-XX:+UseG1GC']),
    '-XX:-OmitStackTraceInFastThrow',
    '-XX:+UnlockExperimentalVMOptions',
    '-XX:+TrustFinalNonStaticFields',
    '-XX:+DisableExplicitGC',
    // A server without memory has to end, so that it can be started anew.
    '-XX:+ExitOnOutOfMemoryError',
    '-Djdk.nio.maxCachedBufferSize=1024',
    '-Dio.netty.tryReflectionSetAccessible=true',
    '--add-opens=java.base/java.nio=ALL-UNNAMED',
    '--add-opens=java.base/java.io=ALL-UNNAMED',
    '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
    '--enable-native-access=ALL-UNNAMED',
    '-Dlog4j2.disable.jmx=true',
    '-Dlog4j.layout.jsonTemplate.maxStringLength=32768',
    '-Dfile.encoding=UTF-8',
    '-Djava.awt.headless=true',
    'org.neo4j.server.CommunityEntryPoint',
    `--home-dir=${home}`,
    `--config-dir=${path.join(home, 'conf')}`,
    '--console-mode',
  ];
}
