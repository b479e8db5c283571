import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** Of `aws.simulated`, signed by itself: it exists in these tests only. */
export const certificateFile = '__tests__/journeys/tls/certificate.pem';
const tls = {
  cert: readFileSync(certificateFile),
  key: readFileSync('__tests__/journeys/tls/key.pem'),
};

/** A proxy that says what it was asked for, whatever host that names: the simulator answers for all of them. */
export interface LoggingProxy {
  readonly url: string;
  /** Of each request the method and the host, once. */
  readonly seen: Set<string>;
  close(): void;
}

export async function startProxy(simulatorUrl: string): Promise<LoggingProxy> {
  const seen = new Set<string>();
  const sockets = new Set<Socket>();
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { pathname, search, host } = new URL(incoming.url ?? '', 'https://tunnelled');
    if (host !== 'tunnelled') seen.add(host);
    const { method, headers } = incoming;
    const target = new URL(pathname + search, simulatorUrl);
    const forwarded = request(target, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  };
  const behind = createTlsServer(tls, pass).listen(0, '127.0.0.1');
  const proxy = createServer(pass).listen(0, '127.0.0.1');
  const portOf = (server: typeof proxy | typeof behind) => (server.address() as AddressInfo).port;
  for (const server of [proxy, behind]) {
    server.on('connection', (socket) => sockets.add(socket));
  }
  proxy.on('connect', ({ url }, socket) => {
    seen.add(`CONNECT ${url}`);
    // The toolkit makes a tunnel for plain HTTP too.
    const port = url?.endsWith(':80') ? Number(new URL(simulatorUrl).port) : portOf(behind);
    const tunnel = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      tunnel.pipe(socket).pipe(tunnel);
    });
    for (const end of [tunnel, socket]) end.on('error', () => socket.destroy());
  });
  await Promise.all(
    [proxy, behind].map((server) => new Promise((done) => server.once('listening', done))),
  );
  return {
    url: `http://127.0.0.1:${portOf(proxy)}`,
    seen,
    close: () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      behind.close();
    },
  };
}
