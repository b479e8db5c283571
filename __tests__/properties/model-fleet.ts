import { modelNamesOf } from '../../src/domain/endpoint-config.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { Instant } from '../../src/domain/request.ts';
import type { Answer } from '../../src/domain/smoke-test.ts';
import { phrase } from '../../src/domain/text/phrase.ts';
import type { Behind } from './model-wires.ts';

/** How the model of a configuration answers. */
export interface Model {
  /** Never: SageMaker answers for it, with an error of its own. */
  readonly answers: 'rightly' | 'wrongly' | 'with an error' | 'never';
  readonly atFirst: 'not-ready' | 'slow' | 'wrong';
  /** For so many seconds after its configuration has come to serve it is as at first. */
  readonly warmUp: number;
}

/** By their names; any other model answers rightly. */
export type Models = Readonly<Record<'m2' | 'm3', Model>>;

/** A request to the model, and what came of it. */
export interface Invoked {
  readonly at: Instant;
  readonly request: string;
  /** What served then; undefined where nothing was heard. */
  config: string | undefined;
  said: 'right' | 'wrong' | 'nothing';
}

interface Said {
  readonly config: string;
  readonly answer: Answer;
  readonly isRight: boolean;
  /** How long the model takes. */
  readonly seconds: number;
}

export const rightAnswer = { ok: true } as const;
/** The longest latency that is expected: more than any call takes, and less than a slow model does. */
export const latencyMs = 8000;
const slowSeconds = 10;

const wrong: Answer = { kind: 'answered', status: 200, body: '{"ok":false}' };
const right: Answer = { kind: 'answered', status: 200, body: JSON.stringify(rightAnswer) };
const error: Answer = { kind: 'answered', status: 500, body: 'out of memory' };

/**
 * What comes back from the model that serves now. Not modeled: a share of the requests that goes
 * to the fleet of an update in flight.
 *
 * @throws Problem where nothing serves, or the model is never heard.
 */
export function saidBy({ endpoint, configurations, models }: Behind): Said {
  const { now } = endpoint;
  if (!now || now.status === 'Creating' || now.status === 'Failed') throw unheard('refused');
  const config = now.configName;
  const [name] = modelNamesOf(configurations.get(config)?.content ?? {});
  const model = name === 'm2' || name === 'm3' ? models[name] : undefined;
  const isEarly = model !== undefined && endpoint.secondsServed < model.warmUp;
  if (isEarly && model.atFirst === 'not-ready') {
    return { config, answer: { kind: 'not-ready' }, isRight: false, seconds: 0 };
  }
  if (model?.answers === 'never') throw unheard('unavailable');
  if (isEarly && model.atFirst === 'wrong') {
    return { config, answer: wrong, isRight: false, seconds: 0 };
  }
  const isSlow = isEarly && model.atFirst === 'slow';
  const answer = answerOf(model);
  return {
    config,
    answer,
    isRight: answer === right && !isSlow,
    seconds: isSlow ? slowSeconds : 0,
  };
}

function answerOf(model: Model | undefined): Answer {
  if (model?.answers === 'wrongly') return wrong;
  return model?.answers === 'with an error' ? error : right;
}

function unheard(code: 'refused' | 'unavailable'): Problem {
  return new Problem(code, phrase`In this model: ${code}.`, { remedy: phrase`None, in a model.` });
}
