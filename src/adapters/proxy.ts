import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { type Phrase, phrase } from '../domain/text/phrase.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** As GitHub's toolkit has it: this machine is never reached through a proxy. */
const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

const usualPorts = { http: 80, https: 443 } as const;

/** As the SDK makes its agents. */
const asUsual = { keepAlive: true, maxSockets: 50 };

/**
 * The proxy of the job, by the variables that GitHub's toolkit reads too: Node's own agents need to
 * be told of them. https://nodejs.org/docs/latest-v24.x/api/http.html#built-in-proxy-support
 */
export class JobProxy {
  readonly #urls: Readonly<Record<'http' | 'https', URL | undefined>>;
  readonly #bypassed: readonly string[];

  constructor(environment: Environment) {
    const variable = (name: string) =>
      environment[name] || environment[name.toUpperCase()] || undefined;
    this.#urls = {
      http: proxyUrl(variable('http_proxy')),
      https: proxyUrl(variable('https_proxy')),
    };
    const named = (variable('no_proxy') ?? '').split(/[\s,]+/).filter((name) => name !== '');
    this.#bypassed = [...thisMachine, ...named];
  }

  /** The agents of an HTTP client; none where there is no proxy. */
  agents(): { readonly httpAgent?: HttpAgent; readonly httpsAgent?: HttpsAgent } {
    const { http, https } = this.#urls;
    if (!http && !https) return {};
    const proxyEnv = {
      ...(http && { HTTP_PROXY: http.href }),
      ...(https && { HTTPS_PROXY: https.href }),
      // The toolkit takes `example.com` for its subdomains too, and Node for itself alone.
      NO_PROXY: this.#bypassed.flatMap((name) => [name, suffix(name)]).join(','),
    };
    return {
      httpAgent: new HttpAgent({ ...asUsual, proxyEnv }),
      httpsAgent: new HttpsAgent({ ...asUsual, proxyEnv }),
    };
  }

  /** The proxy on the way to that host, without its user; undefined where there is none. */
  onTheWayTo({ protocol, hostname, port }: Address): string | undefined {
    const scheme = protocol === 'http:' ? 'http' : 'https';
    const url = this.#urls[scheme];
    const host = hostname.toLowerCase();
    const withPort = `${host}:${port || usualPorts[scheme]}`;
    const isBypassed = this.#bypassed.some((name) => {
      const rule = name.toLowerCase();
      const ends = suffix(rule);
      return rule === '*' || rule === host || rule === withPort || host.endsWith(ends);
    });
    return url && !isBypassed ? `${url.protocol}//${url.host}` : undefined;
  }
}

interface Address {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: string | number | undefined;
}

/** That a call went through a proxy, to follow on "cannot be reached". */
export function throughProxy(proxy: string | undefined): Phrase {
  return proxy === undefined ? phrase`` : phrase` through the proxy ${proxy}`;
}

/** `*.example.com`, `.example.com` and `example.com` all end so. */
function suffix(name: string): string {
  return `.${name.replace(/^\*?\./, '')}`;
}

/** Without a scheme it is one of HTTP; another scheme, such as SOCKS, is none that Node speaks. */
function proxyUrl(text: string | undefined): URL | undefined {
  if (text === undefined) return undefined;
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return ['http:', 'https:'].includes(url.protocol) ? url : undefined;
}
