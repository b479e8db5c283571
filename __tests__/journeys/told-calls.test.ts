import { describe, expect, it } from '@jest/globals';
import { type Answered, type Asked, askDeploy } from './asked.ts';
import { autoScaled, otherType } from './scaled.ts';

const changing = /^(Create|Update|Delete|Add|Put|Register|Deregister)/;

/** The calls that changed something, as AWS saw them and as they were told, in order of each. */
function callsOf({ events, simulator: { sagemaker, scaling } }: Answered) {
  const isOfScaling = (operation: string) => /ScalableTarget|Scheduled|Policy$/.test(operation);
  const inBothServices = (operations: readonly string[]) => [
    ...operations.filter((operation) => !isOfScaling(operation)),
    ...operations.filter(isOfScaling),
  ];
  const told = (kind: string) =>
    inBothServices(
      events.flatMap((event) =>
        'call' in event && event.kind === kind ? [event.call.operation] : [],
      ),
    );
  const seen = [...sagemaker.requests, ...scaling.requests];
  return {
    seen: seen.map(({ operation }) => operation).filter((name) => changing.test(name)),
    sent: told('sent'),
    answered: told('answered'),
    refused: told('refused'),
    lost: told('lost'),
  };
}

const scaled: Asked = {
  inputs: { ...otherType, autoscaling: 'preserve', 'scale-up-by': '1' },
  arrange: (simulator) => autoScaled(simulator),
};

describe('every call that changes something', () => {
  it('tells that it is sent, and that AWS answered it, tags and scaling like the update', async () => {
    const { seen, sent, answered, refused, lost } = callsOf(await askDeploy(scaled));
    expect(new Set(seen)).toEqual(
      new Set([
        ...['DeleteTags', 'AddTags', 'DeregisterScalableTarget', 'UpdateEndpoint'],
        ...['UpdateEndpointWeightsAndCapacities', 'RegisterScalableTarget'],
        ...['PutScalingPolicy', 'PutScheduledAction'],
      ]),
    );
    expect(sent).toEqual(seen);
    expect(answered).toEqual(seen);
    expect([refused, lost]).toEqual([[], []]);
  });

  it.each([
    ['AddTags', 'access-denied', 'refused'],
    ['DeregisterScalableTarget', 'access-denied', 'refused'],
    ['RegisterScalableTarget', 'access-denied', 'refused'],
    ['AddTags', 'lost-answer', 'lost'],
    ['DeregisterScalableTarget', 'lost-answer', 'lost'],
    ['PutScalingPolicy', 'lost-answer', 'lost'],
  ] as const)('tells of %s, which ends as %s, that it was %s', async (operation, kind, end) => {
    const arrange: Asked['arrange'] = (simulator) => {
      autoScaled(simulator);
      simulator.sagemaker.inject({ kind, operation });
    };
    const { sent, ...others } = callsOf(await askDeploy({ ...scaled, arrange }));
    expect(others[end]).toContain(operation);
    const ends = [...others.answered, ...others.refused, ...others.lost];
    expect(ends.toSorted()).toEqual(sent.toSorted());
  });
});
