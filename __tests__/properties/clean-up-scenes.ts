import fc from 'fast-check';
import type { ProblemCode } from '../../src/domain/problem.ts';

/** Who made a configuration or a model, and how it looks. */
const makers = [
  ...(['ours', 'ours', 'ours'] as const),
  /** Our mark on other content than its name is made of. */
  'copied-tags',
  'only-the-name',
  /** Ours, for another endpoint. */
  'of-another',
  'made-meanwhile',
  /** Under a name of its own. */
  'foreign',
] as const;
export type Maker = (typeof makers)[number];

/** Where in a configuration a model is named. */
export const places = ['variant', 'pool', 'shadow', 'new-member', 'arn'] as const;

const index = fc.nat(5);
const made = { maker: fc.constantFrom(...makers), ageSeconds: fc.integer({ min: 1, max: 9 }) };
const needing = fc.record({
  /** Of a configuration; nothing: it serves one that was deleted. */
  serves: fc.option(index, { freq: 12 }),
  pending: fc.option(index, { freq: 2 }),
  current: fc.option(index),
  previous: fc.option(index),
  /** Some were modified last before the configuration of that name was created. */
  ageSeconds: fc.constantFrom(600, 600, 600, 605),
  /** It is being updated and does not say to what. */
  isSilent: fc.boolean(),
});

/** What begins to be used while the clean-up runs: which configuration or model, by what. */
const takings = ['serving', 'record', 'configuration', 'component', 'job'] as const;

export const scenes = fc.record({
  keep: fc.nat(3),
  /** What this run has replaced, and what it recorded as the previous one. */
  servedBefore: fc.option(index),
  recorded: fc.option(index),
  models: fc.array(fc.record(made), { minLength: 1, maxLength: 6 }),
  configs: fc.array(
    fc.record({
      ...made,
      model: index,
      second: fc.option(index),
      place: fc.constantFrom(...places),
    }),
    { maxLength: 6 },
  ),
  endpoints: fc.array(needing, { maxLength: 4 }),
  components: fc.array(fc.record({ model: index, isOfMany: fc.boolean() }), { maxLength: 2 }),
  jobs: fc.array(fc.record({ model: index }), { maxLength: 2 }),
  /** Which calls fail, and how. */
  faults: fc.array(
    fc.record({
      call: fc.nat(90),
      code: fc.constantFrom<ProblemCode>(
        ...(['throttled', 'access-denied', 'unreadable', 'unavailable', 'refused'] as const),
      ),
    }),
    { maxLength: 2 },
  ),
  taken: fc.option(
    fc.record({ call: fc.nat(90), kind: fc.constantFrom(...takings), target: index }),
  ),
});
export type Scene = typeof scenes extends fc.Arbitrary<infer S> ? S : never;
