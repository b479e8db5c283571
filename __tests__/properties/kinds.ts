import { exactlyRight, neverWrong, rightInTheEnd } from './properties.ts';
import { calm, cutShort, storm, troubled } from './scenario.ts';

/** The kinds of scenarios, what has to hold in each, and how many of ten are of it. */
export const kinds = [
  {
    name: 'a storm: no verdict is wrong, nothing is requested twice',
    scenarios: storm,
    property: neverWrong,
    ofTen: 5,
  },
  {
    name: 'a run that is killed: what the post step says is not wrong',
    scenarios: cutShort,
    property: neverWrong,
    ofTen: 1,
  },
  {
    name: 'trouble that passes: the verdict comes, and is right',
    scenarios: troubled,
    property: rightInTheEnd,
    ofTen: 2,
  },
  {
    name: 'calm: the verdict is exactly what was true',
    scenarios: calm,
    property: exactlyRight,
    ofTen: 2,
  },
] as const;
