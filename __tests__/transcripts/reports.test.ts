import { stories } from '../../scripts/pages/stories.ts';
import { tell } from './tell.ts';

/** Through the committed bundle; of the others `call.test.ts` says that they would be the same. */
const ofTheBundle = ['hostile', 'instance-type-under-auto-scaling'];

/** The reports that `npm run demo` makes pages of. */
tell(
  'reports',
  Object.fromEntries(
    stories.map(({ name, ...story }) => {
      const as = ofTheBundle.includes(name) ? 'process' : 'call';
      return [name, { ...story, as, unfolded: true }];
    }),
  ),
);
