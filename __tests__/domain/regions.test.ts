import { expect, it } from '@jest/globals';
import { regions, strangeRegion } from '../../src/domain/regions.ts';

it('the regions are those of the SDK', async () => {
  const file = 'submodules/client/util-endpoints/lib/aws/partitions.js';
  const { partitionsInfo } = await import(`../../node_modules/@aws-sdk/core/dist-es/${file}`);
  const known = partitionsInfo.partitions.flatMap(({ regions }: { regions: object }) =>
    Object.keys(regions).filter((region) => !region.endsWith('-global')),
  );
  expect(regions).toEqual(known);
});

it.each([
  ['eu-wset-1', ' Did you mean eu-west-1?'],
  ['us-est-1', ' Did you mean us-east-1?'],
  ['us-esat-2', ' Did you mean us-east-2?'],
  ['moon-base-1', ''],
])(
  'a region that no partition has is told, with the one that was probably meant: %s',
  (region, meant) => {
    expect(String(strangeRegion(region))).toBe(
      `This version of the action knows no region ${region}.${meant} If it is misspelled, nothing can be reached: fix \`aws-region\`, or AWS_REGION in the environment.`,
    );
  },
);

it('every other region is taken as it is', () => {
  expect(regions.filter((region) => strangeRegion(region))).toEqual([]);
});
