import type { ContainerBehavior } from '../account/containers.ts';
import type { Instant } from '../clock.ts';
import { hostileLines } from './hostile-lines.ts';
import type { Passage, Script } from './lines.ts';

const second = 1000;
const minute = 60 * second;

/** What a container of a model writes; one that is silent has no script. */
export function scriptOf(behavior: ContainerBehavior, model: string): Script | undefined {
  switch (behavior.kind) {
    case 'silent':
      return undefined;
    case 'healthy':
      return serving(model);
    case 'dies-at-start':
      return { passages: [dying(behavior.lines ?? importError)], farewell: [] };
    case 'fails-later':
      return serving(model, {
        afterMs: (behavior.afterSeconds ?? 180) * second,
        everyMs: 20 * second,
        about: 'requests',
        lines: [...(behavior.lines ?? failedRequest), requestLine('POST /invocations', 500)],
      });
    case 'hostile':
      return serving(model, {
        afterMs: 5 * second,
        everyMs: 5 * minute,
        lines: behavior.lines ?? hostileLines,
      });
  }
}

/** What the queue of an asynchronous endpoint writes beside the container. */
export const queueScript: Script = {
  passages: [
    {
      afterMs: 10 * second,
      everyMs: minute,
      about: 'requests',
      lines: [
        (at) => `${new Date(at).toISOString().slice(0, -1)}:[sagemaker logs]: Inference succeeded`,
      ],
    },
  ],
  farewell: [],
};

/** Started again every minute until its instance goes. */
function dying(lines: readonly string[]): Passage {
  return {
    afterMs: 0,
    everyMs: minute,
    lines: ['Starting the inference server with 4 workers.', ...lines, 'exited with status 1'],
  };
}

/** A healthy container warns as well: not every line that sounds bad is a cause. */
function serving(model: string, ...more: readonly Passage[]): Script {
  return {
    passages: [
      {
        afterMs: 0,
        lines: [
          told('INFO', 'Starting gunicorn 21.2.0'),
          told('INFO', 'Listening at: unix:/tmp/gunicorn.sock (1)'),
          told('WARNING', "No module named 'orjson': falling back to the slower json"),
        ],
      },
      { afterMs: 4 * second, lines: [told('INFO', `Model ${model} loaded`)] },
      { afterMs: 10 * second, everyMs: 30 * second, lines: [requestLine('GET /ping', 200)] },
      {
        afterMs: 25 * second,
        everyMs: minute,
        about: 'requests',
        lines: [requestLine('POST /invocations', 200)],
      },
      ...more,
    ],
    farewell: [told('INFO', 'Handling signal: term'), told('INFO', 'Shutting down: Master')],
  };
}

const importError = [
  'Traceback (most recent call last):',
  '  File "/opt/ml/code/serve.py", line 12, in <module>',
  '    import cv2',
  'ImportError: libGL.so.1: cannot open shared object file: No such file or directory',
];

const failedRequest = [
  'Exception on /invocations [POST]',
  'Traceback (most recent call last):',
  '  File "/opt/ml/code/serve.py", line 48, in predict',
  '    return model.predict(features)',
  'ValueError: Input X contains NaN.',
];

function told(level: string, words: string): (at: Instant) => string {
  return (at) => {
    const time = new Date(at).toISOString().slice(0, 19).replace('T', ' ');
    return `[${time} +0000] [1] [${level}] ${words}`;
  };
}

/** As gunicorn logs a request that came from the platform's proxy. */
function requestLine(request: string, status: number): (at: Instant) => string {
  return (at) => {
    const [, day, month, year, time] =
      /, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(at).toUTCString()) ?? [];
    return `169.254.178.2 - - [${day}/${month}/${year}:${time} +0000] "${request} HTTP/1.1" ${status} 2 "-" "AHC/2.0"`;
  };
}
