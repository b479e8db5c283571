import { describe, expect, it } from '@jest/globals';
import type { ConfigSource, Mode, RolloutRequest } from '../../src/domain/request.ts';
import { modes } from '../../src/domain/request.ts';
import type { ReportData } from '../../src/report/report-data.ts';
import {
  type Complete,
  course,
  deployment,
  type EachKind,
  ended,
  endings,
  exampleProblem,
} from './every-event.ts';
import { isLeft, pathsOf, poisonFor, poisons, withLeaves, withTexts } from './hostile-texts.ts';
import { seenByScripts, seenByTheRunner, seenOfRefusal, seenOnGitHub } from './readers.ts';

const sources: EachKind<ConfigSource> = {
  existing: { kind: 'existing', name: 'fraud-v2' },
  model: {
    kind: 'model',
    model: { kind: 'changed', image: 'fraud:7', dataUrl: 's3://fraud/model.tar.gz' },
    variantName: 'live',
    name: 'fraud-v2',
  },
  file: {
    kind: 'file',
    path: 'endpoint.yaml',
    content: {},
    model: { variant: 'live', source: { kind: 'existing', name: 'fraud-model' } },
    name: 'fraud-v2',
  },
  back: { kind: 'back', name: 'fraud-v2' },
  nothing: { kind: 'nothing', isConfirmed: true },
};

const request: Complete<RolloutRequest> = {
  endpointName: 'fraud',
  endpointConfigName: 'fraud-v2',
  source: sources.existing,
  executionRoleArn: 'arn:aws:iam::123456789012:role/model',
  createEndpoint: 'replace-failed',
  redeploy: true,
  keepVersions: 3,
  tags: [{ Key: 'team', Value: 'fraud' }],
  preflight: 'warn',
  deployment,
  retention: { kind: 'auto', excluded: ['DesiredWeight'] },
  autoscaling: { kind: 'preserve', scaleUpBy: 1 },
  ifOlderCommit: 'fail',
  showLogs: 'auto',
  ifInProgress: 'wait',
  watch: 'until-settled',
  waitTimeoutSeconds: 600,
  pollIntervalSeconds: 15,
  smokeTest: {
    requests: [
      {
        name: 'a fraud',
        payload: { kind: 'body', bytes: new Uint8Array() },
        contentType: 'text/csv',
        accept: 'text/csv',
        variant: 'live',
        targetModel: 'model',
        expected: { statuses: [200], json: 'ok', tolerance: 1, matches: 'ok', latencyMs: 1 },
      },
    ],
    timeoutSeconds: 300,
    show: true,
    onFailure: 'rollback',
  },
  unknown: [{ place: 'endpoint-config-file Colour', value: { written: 'red', known: ['blue'] } }],
};

function storyOf(
  mode: Mode,
  events: ReportData['events'],
  source: ConfigSource = request.source,
): ReportData {
  return {
    ...{ mode, events, region: 'eu-west-1', environment: 'production' },
    request: { ...request, source },
    run: {
      url: 'https://github.com/acme/fraud/actions/runs/1',
      commit: 'c0ffee1234',
      branch: 'main',
      commitUrl: 'https://github.com/acme/fraud/commit/c0ffee1234',
    },
  };
}

/** Every end in every mode, and each kind of source while it is still without a name. */
const stories: readonly ReportData[] = [
  ...endings.flatMap((outcome) => modes.map((mode) => storyOf(mode, [...course, ended(outcome)]))),
  ...Object.values(sources).map((source) => {
    const { request: unnamed, ...reportData } = storyOf('deploy', course.slice(0, 2), source);
    return { ...reportData, request: { ...unnamed, endpointConfigName: '' } };
  }),
  // While it runs the report says other things than at its end.
  ...course.map((_, index) => storyOf('deploy', course.slice(0, index + 1))),
];

const readers = { seenByTheRunner, seenOnGitHub, seenByScripts };

const wholeStory = storyOf('deploy', [
  ...course,
  ended({ kind: 'failed', problem: exampleProblem, reason: { kind: 'given', text: 'fraud-5xx' } }),
]);

describe('text from elsewhere does nothing, whatever it says', () => {
  it.each(Object.entries(readers))('%s, in every story, with all of it hostile', (_, seen) => {
    for (const [index, reportData] of stories.entries()) {
      const harmless = withTexts(reportData, (text) => `harmless ${text}`);
      const hostile = withTexts(reportData, (text) => `${poisonFor(text, index)}${text}`);
      expect(seen(hostile)).toEqual(seen(harmless));
    }
  });

  /** Before, after and instead of every text; what is seen where harmless words stand there. */
  const places = [
    (words: string, text: string) => `${words}${text}`,
    (words: string, text: string) => `${text}${words}`,
    (words: string) => words,
  ].map((make) => {
    const harmless = withTexts(wholeStory, (text) => make('harmless', text));
    return { make, byTheRunner: seenByTheRunner(harmless), onGitHub: seenOnGitHub(harmless) };
  });

  it.each(poisons)('%j everywhere, before, after and instead of every text', (poison) => {
    for (const { make, byTheRunner, onGitHub } of places) {
      const hostile = withTexts(wholeStory, (text) => make(poison, text));
      expect(seenByTheRunner(hostile)).toEqual(byTheRunner);
      expect(seenOnGitHub(hostile)).toEqual(onGitHub);
    }
  });

  it('in a step that ends before it got as far as the endpoint', () => {
    const harmless = seenOfRefusal(exampleProblem);
    for (const poison of poisons) {
      const hostile = withTexts(exampleProblem, (text) => `${poison}${text}${poison}`);
      expect(seenOfRefusal(hostile)).toEqual(harmless);
    }
  });
});

describe('a text in the place of a number, or of a word that our own code chooses', () => {
  /** Of an unknown kind nothing can be told at all, nor is: the compiler proves that each kind is. */
  const kinds = ['kind', 'level', 'phase'];
  const places = [
    ...pathsOf(wholeStory, 'number'),
    ...pathsOf(wholeStory, 'string').filter(isLeft),
  ].filter((place) => !kinds.includes(place.at(-1) ?? ''));
  const hostile = `4\n${poisons.join('')}`;
  it('is looked for in all of them', () => {
    expect(places.length).toBeGreaterThan(200);
  });

  it.each(Object.entries(readers))('%s does nothing with it', (_, seen) => {
    for (let first = 0; first < places.length; first += 25) {
      const some = places.slice(first, first + 25);
      const harmless = withLeaves(wholeStory, some, 'harm less');
      expect(seen(withLeaves(wholeStory, some, hostile))).toEqual(seen(harmless));
    }
  });
});
