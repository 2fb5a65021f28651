// Finds the Java that runs Neo4j, and says what to do where there is none.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { UnavailableError } from '../errors.ts';
import type { Settings } from '../settings.ts';

/** One java program: its path, its full version, the feature version (17, 21, …), and where it was found. */
export interface Java {
  program: string;
  version: string;
  feature: number;
  from: string;
}

type Environment = Record<string, string | undefined>;

/** The versions Neo4j 5.26 supports, by its own table of system requirements. */
const supported = [21, 17];
const run = promisify(execFile);
const exe = process.platform === 'win32' ? 'java.exe' : 'java';

/** Folders whose subfolders are Java homes, and the way from such a home to the program. */
function usualFolders(environment: Environment): [folder: string, inside: string][] {
  const home = homedir();
  if (process.platform === 'darwin')
    return [
      ['/Library/Java/JavaVirtualMachines', 'Contents/Home/bin'],
      [path.join(home, 'Library/Java/JavaVirtualMachines'), 'Contents/Home/bin'],
      ['/opt/homebrew/opt', 'bin'],
      ['/usr/local/opt', 'bin'],
      [path.join(home, '.sdkman/candidates/java'), 'bin'],
    ];
  if (process.platform === 'win32')
    return [environment.ProgramFiles ?? 'C:\\Program Files', environment['ProgramFiles(x86)']].flatMap(
      (root) =>
        root === undefined
          ? []
          : ['Java', 'Eclipse Adoptium', 'Microsoft', 'Amazon Corretto', 'Zulu', 'BellSoft', 'OpenJDK'].map(
              (vendor): [string, string] => [path.join(root, vendor), 'bin'],
            ),
    );
  return [
    ['/usr/lib/jvm', 'bin'],
    ['/usr/lib64/jvm', 'bin'],
    ['/opt/java', 'bin'],
    ['/opt', 'bin'],
    [path.join(home, '.sdkman/candidates/java'), 'bin'],
    [path.join(home, '.jdks'), 'bin'],
  ];
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
};

/** Every place where a java program may be, in the order of preference; each program once. */
function candidates(environment: Environment): { program: string; from: string }[] {
  const places: { program: string; from: string }[] = [];
  if (environment.JAVA_HOME)
    places.push({ program: path.join(environment.JAVA_HOME, 'bin', exe), from: 'JAVA_HOME' });
  for (const folder of (environment.PATH ?? environment.Path ?? '').split(path.delimiter))
    if (folder !== '') places.push({ program: path.join(folder, exe), from: 'PATH' });
  for (const [folder, inside] of usualFolders(environment))
    for (const name of namesIn(folder))
      places.push({ program: path.join(folder, name, inside, exe), from: folder });
  const seen = new Set<string>();
  return places.filter(({ program }) => {
    if (!existsSync(program)) return false;
    const real = realpathSync(program);
    return seen.has(real) ? false : seen.add(real);
  });
}

/** Asks a java program for its version; null where it is none, as the stub of macOS that only offers to install. */
async function inspect(program: string, from: string): Promise<Java | null> {
  try {
    const { stdout, stderr } = await run(program, ['-XshowSettings:properties', '-version'], {
      timeout: 10_000,
      windowsHide: true,
    });
    const text = stderr + stdout;
    const version = /java\.version = (\S+)/.exec(text)?.[1] ?? /version "([^"]+)"/.exec(text)?.[1];
    if (version === undefined) return null;
    // Up to Java 8 the feature version is the second number: 1.8.0_412.
    const [first, second] = version.split(/[._+-]/);
    return { program, version, feature: Number(first === '1' ? second : first), from };
  } catch {
    return null;
  }
}

/**
 * All java programs of this machine, in the order of preference: ENTENTE_JAVA alone where it is set, else
 * JAVA_HOME, PATH and the usual folders of the platform.
 */
export async function findJava(settings: Settings, environment: Environment = process.env): Promise<Java[]> {
  const places =
    settings.ENTENTE_JAVA === ''
      ? candidates(environment)
      : [{ program: settings.ENTENTE_JAVA, from: 'ENTENTE_JAVA' }];
  const found = await Promise.all(places.map(({ program, from }) => inspect(program, from)));
  return found.filter((java) => java !== null);
}

/** Whether Neo4j 5.26 runs on this Java. */
const isSupported = (java: Java) => supported.includes(java.feature);

/** The command that installs a fitting Java, for a platform and the programs in its PATH. */
export function installCommand(
  platform: NodeJS.Platform = process.platform,
  has: (program: string) => boolean = inPath,
): string {
  if (platform === 'darwin') return 'brew install openjdk@21';
  if (platform === 'win32') return 'winget install EclipseAdoptium.Temurin.21.JRE';
  if (has('apt-get')) return 'sudo apt install openjdk-17-jre-headless (or openjdk-21-jre-headless)';
  if (has('dnf')) return 'sudo dnf install java-21-openjdk-headless';
  if (has('zypper')) return 'sudo zypper install java-21-openjdk-headless';
  if (has('pacman')) return 'sudo pacman -S jre21-openjdk-headless';
  if (has('apk')) return 'sudo apk add openjdk21-jre-headless';
  return "with your system's package manager";
}

const inPath = (program: string) =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program)));

const waysOn = () =>
  [
    `1. Install Java 17 or 21: ${installCommand()}`,
    '2. Or let Docker run everything: docker compose up',
    '3. Or use a Neo4j you already have: set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD',
  ].join('\n');

/**
 * The Java to run Neo4j with: the first supported one in the order of preference.
 * @throws UnavailableError `java-missing` with three ways on, or `java-unsupported` naming what was found
 */
export async function chooseJava(settings: Settings, environment: Environment = process.env): Promise<Java> {
  const all = await findJava(settings, environment);
  const java = all.find(isSupported);
  if (java !== undefined) return java;
  if (all.length > 0) {
    const found = all.map((j) => `Java ${j.version} (${j.program})`).join(', ');
    const wrong = settings.ENTENTE_JAVA === '' ? '' : ' ENTENTE_JAVA names it; empty it to look elsewhere.';
    throw new UnavailableError(
      'java-unsupported',
      `Neo4j 5.26 runs on Java 17 or 21, but there is only ${found}.${wrong} Three ways on:\n${waysOn()}`,
    );
  }
  const where =
    settings.ENTENTE_JAVA === '' ? '' : ` ENTENTE_JAVA=${settings.ENTENTE_JAVA} is no java program.`;
  throw new UnavailableError(
    'java-missing',
    `Neo4j needs Java, and none was found.${where} Three ways on:\n${waysOn()}`,
  );
}
