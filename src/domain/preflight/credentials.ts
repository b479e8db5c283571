import { durationText } from '../duration.ts';
import { phrase } from '../text/phrase.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { aboutTime } from './timing.ts';

/** A role session that no one asked to last longer. */
const usualSessionSeconds = 3600;

const remedy = phrase`Set \`role-to-assume\`: then the session is renewed as long as the rollout takes. Or ask for one that lasts longer.`;

/** The watch would end with `unknown`; the rollout goes on in SageMaker. */
export function credentialsOutlastTheRollout(facts: Facts): readonly Finding[] {
  const id = 'credentials-outlast-rollout';
  const { credentials, now } = facts;
  if (facts.request.watch === 'start-only' || credentials.kind === 'lasting') return [];
  return aboutTime(facts, id, ({ worstSeconds, worstWithRollbackSeconds: worst }) => {
    if (credentials.kind === 'undeclared') {
      return worstSeconds <= usualSessionSeconds ? [] : [undeclared(id, worstSeconds)];
    }
    const secondsLeft = Math.max(0, (credentials.at - now) / 1000);
    if (worst <= secondsLeft) return [];
    return [
      {
        id,
        level: 'warning',
        seen: phrase`The credentials end in ${durationText(secondsLeft)}; the rollout may take ${durationText(worst)}, with a rollback at its end.`,
        why: phrase`The step would fail as \`unknown\` while the rollout goes on.`,
        remedy,
      },
    ];
  });
}

function undeclared(id: string, worstSeconds: number): Finding {
  return {
    id,
    level: 'remark',
    seen: phrase`The credentials do not say when they end; the rollout may take ${durationText(worstSeconds)}.`,
    why: phrase`A role session lasts 1 hour unless it was asked for longer: then the step would fail as \`unknown\`.`,
    remedy,
  };
}
