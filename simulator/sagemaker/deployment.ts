import { planBlueGreen } from './blue-green.ts';
import { planRolling } from './rolling.ts';
import { inSequence, type Order, type Stage } from './stages.ts';

/** The whole of a deployment that nothing disturbs, as a list of stages: the last is 'succeeded'. */
export function planDeployment(order: Order): Stage[] {
  const { policy } = order;
  const segments =
    policy.kind === 'rolling' ? planRolling(order, policy) : planBlueGreen(order, policy);
  return inSequence(order.start, segments);
}
