// Fetches one jar from a Maven repository into a file.
import { stat } from 'node:fs/promises';
import type { Agent } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { HttpsProxyAgent } from 'https-proxy-agent';
import type Download from 'mvn-artifact-download';
import { getProxyForUrl } from 'proxy-from-env';
import * as z from 'zod';

// Node, tsx and Vitest disagree on the default import of this CommonJS package; `require` is the same in all.
const { default: download } = createRequire(import.meta.url)('mvn-artifact-download') as {
  default: typeof Download;
};

/** One jar as the lock file names it: Maven coordinates, SHA-256 and size. */
export const Jar = z.object({
  group: z.string(),
  artifact: z.string(),
  version: z.string(),
  classifier: z.string().optional(),
  sha256: z.string().length(64),
  size: z.int(),
});
export type Jar = z.infer<typeof Jar>;

const attempts = 3;

/** An agent for the proxy that HTTPS_PROXY and NO_PROXY name for an address; undefined where they name none. */
function throughProxy(url: URL) {
  const proxy = getProxyForUrl(url.href);
  return proxy === '' ? undefined : new HttpsProxyAgent(proxy);
}

/**
 * Fetches a jar, three times at most. Certificates are those of Node, so NODE_EXTRA_CA_CERTS adds a company's.
 * @param file where it is written; what is in it is not checked here
 * @param mirror address of a Maven repository; empty is the public one
 * @param arrived told of each lot of bytes; told of a negative one where an attempt failed
 * @param stallMs silence of this length ends an attempt: the download itself has no end when a connection breaks off
 * @throws Error of the network, or with the address and the status that the repository answered
 */
export async function fetchJar(
  jar: Jar,
  file: string,
  mirror: string,
  arrived: (bytes: number) => void,
  stallMs = 15_000,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    let seen = 0;
    try {
      const count = (bytes: number) => {
        seen += bytes;
        arrived(bytes);
      };
      return await once(jar, file, mirror, count, stallMs);
    } catch (error) {
      arrived(-seen);
      // An answer such as 404 stays the same when asked again.
      if (attempt === attempts || /Status 4\d\d/.test(String(error))) throw error;
      await new Promise((next) => setTimeout(next, 500 * attempt));
    }
  }
}

async function once(
  jar: Jar,
  file: string,
  mirror: string,
  arrived: (bytes: number) => void,
  stallMs: number,
): Promise<void> {
  const coordinates = {
    groupId: jar.group,
    artifactId: jar.artifact,
    version: jar.version,
    ...(jar.classifier === undefined ? {} : { classifier: jar.classifier }),
  };
  const repository = mirror === '' ? undefined : mirror.replace(/\/*$/, '/');
  let size = 0;
  let since = Date.now();
  const count = async () => {
    const now = (await stat(file).catch(() => null))?.size ?? 0;
    if (now <= size) return;
    arrived(now - size);
    size = now;
    since = Date.now();
  };
  let watch: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, fail) => {
    watch = setInterval(async () => {
      await count();
      if (Date.now() - since > stallMs) fail(new Error(`nothing arrived for ${stallMs / 1000} s`));
    }, 100);
  });
  // The declared type of `agent` lacks undefined, which means none.
  const options = { timeout: stallMs, agent: throughProxy as (url: URL) => Agent };
  try {
    await Promise.race([
      download(coordinates, path.dirname(file), repository, path.basename(file), options),
      stalled,
    ]);
    await count();
  } finally {
    clearInterval(watch);
  }
}
