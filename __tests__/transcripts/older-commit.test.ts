import { recordKeys } from '../../src/domain/record.ts';
import { tell } from './tell.ts';
import type { Leg } from './transcript.ts';

const [own, before, after, gone] = [
  'c0ffee1234567890c0ffee1234567890c0ffee12',
  'badc0de234567890badc0de234567890badc0de2',
  'decade0123456789decade0123456789decade01',
  '5ea5e11123456789abcdef0123456789abcdef01',
];
const repository = 'https://github.com/acme/fraud';

/** fraud-v1 serves, rolled out from that commit and branch; the commit after this run's was pushed too. */
function rolledOut(
  commit: string,
  branch = 'main',
  home = repository,
): NonNullable<Leg['arrange']> {
  return ({ sagemaker, github }) => {
    github.addCommits({ sha: after, message: 'Retrain the fraud model on March (#43)' });
    const record = {
      [recordKeys.current]: 'fraud-v1',
      [recordKeys.mode]: 'deploy',
      [recordKeys.commit]: commit,
      [recordKeys.branch]: branch,
      [recordKeys.run]: `${home}/actions/runs/8999`,
    };
    const tags = Object.entries(record).map(([Key, Value]) => ({ Key, Value }));
    sagemaker.addTags('endpoint', 'fraud-prod', tags);
  };
}

tell('older-commit', {
  'older-than-the-recorded-one': {
    title: 'A run of an older commit of the same branch stops before anything changes.',
    given: 'fraud-v1 was rolled out from the commit after this one, on main.',
    unfolded: true,
    arrange: rolledOut(after),
  },
  planned: {
    title: 'The plan of an older commit says that it would be stopped.',
    inputs: { mode: 'plan' },
    arrange: rolledOut(after),
  },
  allowed: {
    title: 'An older commit is rolled out where that is allowed, and GitHub is not asked.',
    inputs: { 'if-older-commit': 'allow' },
    arrange: rolledOut(after),
  },
  'newer-than-the-recorded-one': {
    title: 'A newer commit is rolled out, and its branch is recorded.',
    arrange: rolledOut(before),
  },
  'the-same': {
    title: 'The commit that was rolled out last is rolled out again without a question.',
    arrange: rolledOut(own),
  },
  'of-another-branch': {
    title: 'What was rolled out from another branch is replaced without a question.',
    arrange: rolledOut(after, 'feature'),
  },
  'no-longer-in-the-history': {
    title: 'A recorded commit that GitHub does not have any more is a remark.',
    inputs: { mode: 'plan' },
    arrange: rolledOut(gone),
  },
  'of-another-repository': {
    title: 'A commit of another repository is a remark, and is not looked up.',
    inputs: { mode: 'plan' },
    arrange: rolledOut(after, 'main', 'https://github.com/acme/other'),
  },
  'without-a-token': {
    title: 'Without access to GitHub the order of commits is a remark.',
    inputs: { mode: 'plan', 'github-token': '' },
    arrange: rolledOut(after),
  },
  'with-a-broken-token': {
    title: 'A token that no header takes is not sent to learn the order of commits.',
    inputs: { mode: 'plan', 'github-token': 'ghs_broken\nsecondline' },
    arrange: rolledOut(after),
  },
  'without-permission': {
    title: 'Without permission to read the repository the order of commits is a remark.',
    inputs: { mode: 'plan' },
    arrange: (simulator) => {
      rolledOut(after)(simulator);
      simulator.github.grant({ contents: 'none' });
    },
  },
  'which-serves-already': {
    title: 'An older commit that asks for what serves already changes nothing.',
    inputs: { 'endpoint-config-name': 'fraud-v1' },
    arrange: rolledOut(after),
  },
  'rolled-back-by-hand': {
    title: 'A rollback by hand is not asked for the order of commits.',
    inputs: { mode: 'rollback', 'endpoint-config-name': 'fraud-v2' },
    arrange: rolledOut(after),
  },
  redeployed: {
    title: 'A redeployment is not asked for the order of commits.',
    inputs: { 'endpoint-config-name': 'fraud-v1', redeploy: 'true' },
    arrange: rolledOut(after),
  },
});
