// Listens on a port, and stops so that what is being answered ends first.
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createProbe } from 'node:net';
import { UnavailableError } from './errors.ts';

/** What the request line and headers may take; an address that is refused by its length has to get in whole first. */
const HEADER_BYTES = 64 * 1024;
/** How long a stop waits for answers that are on their way. */
const GRACE_MS = 8000;

export interface Listening {
  /** Where to open it in a browser. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Serves requests.
 * @param port 0 for any free one
 * @throws UnavailableError `port-in-use`, saying how to choose another
 */
export async function listen(handle: RequestListener, host: string, port: number): Promise<Listening> {
  const server = createServer({ maxHeaderSize: HEADER_BYTES }, handle);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const status = error.code === 'HPE_HEADER_OVERFLOW' ? '414 URI Too Long' : '400 Bad Request';
    if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, host, port)));
    server.listen(port, host, () => resolve());
  });
  return { url: urlOf(server.address() as AddressInfo), stop: () => stop(server) };
}

/**
 * Listens on a port for a moment, so that it is known to be free before anything is started.
 * @throws UnavailableError `port-in-use`
 */
export async function tryPort(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createProbe();
    probe.once('error', (error) => reject(portError(error, host, port)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function portError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const why =
    error.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be listened on (${error.code})`;
  return new UnavailableError(
    'port-in-use',
    `Port ${port} of ${host} ${why}. Choose another, for example ENTENTE_PORT=${(port % 65535) + 1} npm start.`,
    { cause: error },
  );
}

function urlOf({ address, port, family }: AddressInfo): string {
  const everywhere = address === '0.0.0.0' || address === '::';
  const name = everywhere ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${name}:${port}`;
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that is kept alive counts as open until it is idle and told to go.
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  const end = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(end);
}
