// What is checked before any route: the address's length, the Host name, other sites, the body's size, the token.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { InvalidError, LimitError, RefusedError } from '../errors.ts';
import type { Settings } from '../settings.ts';

/** Longest address that is answered, in characters; a longer one is refused and never cut. */
const LONGEST_URL = 8000;

/** Refuses an address that is too long. */
export const checkLength: RequestHandler = (req, _res, next) => {
  if (req.originalUrl.length > LONGEST_URL)
    throw new LimitError(
      'url-too-long',
      `The address has ${req.originalUrl.length} characters; ${LONGEST_URL} is the most. Take some filters, selections or moved nodes out of it.`,
    );
  next();
};

/**
 * Refuses a Host name that is not ours: the guard against DNS rebinding, where another site's name is made to lead
 * here. An IP address and localhost cannot be rebound; other names are those of ENTENTE_ALLOWED_HOSTS.
 */
export function checkHost(settings: Pick<Settings, 'ENTENTE_ALLOWED_HOSTS'>): RequestHandler {
  const allowed = new Set(
    settings.ENTENTE_ALLOWED_HOSTS.split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== ''),
  );
  return (req, _res, next) => {
    const name = hostName(req.headers.host ?? '');
    if (!isOwnName(name) && !allowed.has(name))
      throw new RefusedError(
        'forbidden-host',
        `The host name "${name.slice(0, 100)}" is not served; use 127.0.0.1 or localhost, or add it to ENTENTE_ALLOWED_HOSTS.`,
      );
    next();
  };
}

const isOwnName = (name: string) =>
  name === 'localhost' || name.endsWith('.localhost') || isIP(name.replace(/^\[|\]$/g, '')) !== 0;

/** The name of a Host header, without its port. */
const hostName = (host: string) => host.trim().toLowerCase().replace(/:\d*$/, '');

const isSafe = (req: Request) => req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS';

/** Refuses what another site's page sends to change something (Fetch Metadata, else Origin). */
export const checkSite: RequestHandler = (req, _res, next) => {
  if (!isSafe(req)) {
    const site = req.headers['sec-fetch-site'];
    const origin = req.headers.origin;
    const foreign =
      site !== undefined
        ? site !== 'same-origin' && site !== 'none'
        : origin !== undefined && hostOf(origin) !== req.headers.host;
    if (foreign) throw new RefusedError('forbidden-origin', 'Another site may not change anything here.');
  }
  next();
};

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/**
 * Refuses a body whose length is told and too large, before a byte of it is read. One that does not tell its length is
 * measured where it is read.
 * @param limit the largest that any route takes, in bytes
 */
export function checkBody(limit: number): RequestHandler {
  return (req, res, next) => {
    if (Number(req.headers['content-length'] ?? 0) > limit) {
      // What is still to come of it is not read, so the connection cannot be used again.
      res.set('Connection', 'close');
      throw tooLarge(limit);
    }
    next();
  };
}

/** What is said of a body that is larger than that many bytes. */
export const tooLarge = (limit: number) =>
  new LimitError(
    'body-too-large',
    `A file of at most ${limit / 1_000_000} MB is taken (ENTENTE_IMPORT_MB); load a larger one with: entente load FILE`,
  );

/** The one media type that a form can send and that a route may take: with a header that no form can send. */
export const FORM = 'multipart/form-data';
export const FORM_HEADER = 'x-entente-import';

/**
 * Refuses a body of another media type. Those of a route are none that a form can send, so that a browser asks first
 * before another site's page sends one, and is told no. A form of several files is such a type: with it goes a header,
 * before which a browser asks as well.
 */
export function checkType(takes: readonly string[], headers: IncomingHttpHeaders): void {
  const given = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!takes.includes(given))
    throw new InvalidError(
      'unsupported-media-type',
      `Send it with a Content-Type of ${takes.join(', ')}${given === '' ? '' : `, not ${given.slice(0, 100)}`}.`,
    );
  if (given === FORM && headers[FORM_HEADER] === undefined)
    throw new InvalidError(
      'unsupported-media-type',
      `A form is taken with the header "${FORM_HEADER}: 1", which no other site's page can send.`,
    );
}

/** Asks for the token where one is set; it is compared in constant time and never read from the address. */
export function checkToken(
  settings: Pick<Settings, 'ENTENTE_TOKEN'>,
  isOpen: (path: string) => boolean,
): RequestHandler {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const wanted = settings.ENTENTE_TOKEN === '' ? null : digest(settings.ENTENTE_TOKEN);
  return (req, _res, next) => {
    const given = /^Bearer +(\S+)$/i.exec(req.headers.authorization ?? '')?.[1] ?? '';
    if (wanted !== null && !isOpen(req.baseUrl + req.path) && !timingSafeEqual(digest(given), wanted))
      throw new RefusedError('token-required', 'Send the token as "Authorization: Bearer …".');
    next();
  };
}
