import { channel } from 'node:diagnostics_channel';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Told of each request (`IncomingMessage`) whose answer does not come, or not at once. */
export const heldUp = channel('simulator:held-up');

/** An HTTP request as a simulated service reads it. Header names are lower case. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  /** As text, for the services that speak in text. */
  readonly body: string;
  readonly bytes: Uint8Array;
}

/** What a service does with a request: it answers, breaks the connection, or never answers at all. */
export type Answer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
    }
  /** The headers at once, the body in pieces as they come. */
  | {
      readonly kind: 'pieces';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly pieces: AsyncIterable<Uint8Array>;
    }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' };

/** One of the services behind the simulator's port. */
export interface Service {
  /** Whether this request is for this service. */
  serves(request: Request): boolean;
  answer(request: Request): Answer | Promise<Answer>;
}

/** Serves the services over HTTP on one port of this machine; port 0 takes a free one. */
export async function listen(services: readonly Service[], port = 0): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    void respond(services, incoming, outgoing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

/** The address at which a listening server is reached. */
export function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function respond(
  services: readonly Service[],
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const request = await read(incoming);
  const service = services.find((candidate) => candidate.serves(request));
  const answer: Answer = service
    ? await service.answer(request)
    : { kind: 'answer', status: 404, body: JSON.stringify({ message: 'Not Found' }) };
  if (answer.kind === 'reset') incoming.socket.destroy();
  if (answer.kind === 'answer') {
    outgoing.writeHead(answer.status, { ...answer.headers }).end(answer.body ?? '');
  }
  if (answer.kind === 'hang' || answer.kind === 'pieces') heldUp.publish(incoming);
  if (answer.kind === 'pieces') await sendPieces(answer, outgoing);
}

async function sendPieces(
  { status, headers, pieces }: Extract<Answer, { readonly kind: 'pieces' }>,
  outgoing: ServerResponse,
): Promise<void> {
  outgoing.writeHead(status, { ...headers }).flushHeaders();
  for await (const piece of pieces) {
    if (outgoing.destroyed) return;
    outgoing.write(piece);
  }
  outgoing.end();
}

async function read(incoming: IncomingMessage): Promise<Request> {
  const url = new URL(incoming.url ?? '/', 'http://simulator');
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: bytes.toString('utf8'),
    bytes,
  };
}
