import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { inFreshWorld, type Journey, type JourneyOptions, travelAgain } from './journey.ts';
import { certificateFile, type LoggingProxy, startProxy } from './logging-proxy.ts';

/** A rollout, and what the proxy saw of it. */
function behindProxy(
  options: (proxy: LoggingProxy, simulatorUrl: string) => JourneyOptions,
): Promise<{ readonly journey: Journey; readonly seen: readonly string[] }> {
  return inFreshWorld({}, async (simulator) => {
    const proxy = await startProxy(simulator.url);
    try {
      const journey = await travelAgain(simulator, options(proxy, simulator.url));
      return { journey, seen: [...proxy.seen].sort() };
    } finally {
      proxy.close();
    }
  });
}

const unreachable = 'http://deployer:h4rdToGuess@127.0.0.1:1';

describe('a runner that reaches the world through a proxy only', () => {
  it('calls AWS and GitHub through it', async () => {
    const { journey, seen } = await behindProxy(({ url }) => ({
      as: 'process',
      env: {
        AWS_ENDPOINT_URL: 'http://aws.simulated',
        GITHUB_API_URL: 'http://api.github.simulated',
        HTTP_PROXY: url,
      },
    }));
    expect(journey.run.outputs).toMatchObject({ outcome: 'deployed', 'pull-requests': '42' });
    expect(seen).toEqual(['CONNECT api.github.simulated:80', 'aws.simulated']);
  });

  it('calls AWS by TLS through a tunnel, with the authority that NODE_EXTRA_CA_CERTS adds', async () => {
    const { journey, seen } = await behindProxy(({ url }) => ({
      as: 'process',
      env: {
        AWS_ENDPOINT_URL: 'https://aws.simulated',
        https_proxy: url,
        NODE_EXTRA_CA_CERTS: resolve(certificateFile),
      },
    }));
    expect(journey.run.outputs).toMatchObject({ outcome: 'deployed', 'pull-requests': '42' });
    expect(seen).toEqual(['CONNECT aws.simulated:443']);
  });

  it('is told that the certificate of what answers is not trusted, and what to set', async () => {
    const { journey, seen } = await behindProxy(({ url }) => ({
      inputs: { mode: 'plan' },
      env: { AWS_ENDPOINT_URL: 'https://aws.simulated', HTTPS_PROXY: url },
    }));
    expect(seen).toEqual(['CONNECT aws.simulated:443']);
    expect(journey.run.log).toMatch(
      /SageMaker in eu-west-1 cannot be reached through the proxy http:\/\/127\.0\.0\.1:\d+: this runner does not trust the certificate of what answers \(DEPTH_ZERO_SELF_SIGNED_CERT\)\./,
    );
    expect(journey.run.annotations[0]?.message).toContain('set `NODE_EXTRA_CA_CERTS`');
  });

  it.each(['HTTP_PROXY', 'http_proxy'])(
    'is told the address of a proxy that cannot be reached: %s',
    async (name) => {
      const { journey } = await behindProxy(() => ({
        inputs: { mode: 'plan' },
        env: { AWS_ENDPOINT_URL: 'http://aws.simulated', [name]: unreachable },
      }));
      const { run } = journey;
      expect(run.outputs.outcome).toBe('failed');
      expect(run.annotations[0]?.message).toContain(
        'SageMaker in eu-west-1 cannot be reached through the proxy http://127.0.0.1:1.',
      );
      expect(run.log + run.summary).not.toContain('h4rdToGuess');
    },
  );

  it('assumes its role through it', async () => {
    const role = 'arn:aws:iam::123456789012:role/deployer';
    const { journey, seen } = await behindProxy(({ url }) => ({
      idToken: 'write',
      inputs: { mode: 'plan', 'role-to-assume': role },
      env: {
        AWS_ENDPOINT_URL_STS: 'http://sts.simulated',
        HTTP_PROXY: url,
        AWS_ACCESS_KEY_ID: undefined,
      },
    }));
    expect(journey.run.log).toContain('AWS did not allow this job to assume');
    expect(seen).toEqual(['sts.simulated']);
  });
});

describe('what NO_PROXY names is reached without the proxy', () => {
  it.each([
    ['this machine, always', {}],
    ['a host by its port', { NO_PROXY: 'example.com, aws.simulated:80' }],
    ['a domain and its subdomains', { no_proxy: 'simulated' }],
    ['everything', { NO_PROXY: '*' }],
  ])('%s', async (what, names) => {
    const isHere = what.startsWith('this machine');
    const { journey, seen } = await behindProxy(({ url }, simulatorUrl) => ({
      inputs: { mode: 'plan', 'wait-timeout': '5s' },
      env: {
        ...{ HTTP_PROXY: url, ...names },
        AWS_ENDPOINT_URL: isHere ? simulatorUrl : 'http://aws.simulated',
      },
    }));
    expect(seen).toEqual([]);
    expect(journey.run.log).not.toContain('through the proxy');
    expect(journey.run.outputs.outcome).toBe(isHere ? 'planned' : 'failed');
  });
});
