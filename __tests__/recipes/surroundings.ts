import { pullRequest } from '../journeys/journey.ts';
import { account, build, type Case, deployed, digest, serving } from './case.ts';

const preview = {
  'github.event.number': pullRequest,
  'github.event.pull_request.head.repo.fork': false,
};

/** What belongs to deployments: plans, regions, previews, deletion, and doing it again or back. */
export const surroundings: readonly Case[] = [
  ...['eu-west-1', 'us-east-1'].map((region) => ({
    title: `The image of ${region} is rolled out in ${region}.`,
    heading: 'Several regions',
    region,
    times: [
      {
        values: { 'inputs.digest': digest },
        outcomes: [deployed],
        models: [
          {
            PrimaryContainer: {
              Image: `${account}.dkr.ecr.${region}.amazonaws.com/fraud@${digest}`,
            },
          },
        ],
      },
    ],
  })),
  {
    title: 'A pull request gets a preview, which is deleted when it is closed.',
    heading: 'A preview for each pull request',
    times: [
      {
        values: { ...preview, 'github.event.action': 'opened' },
        outcomes: [deployed],
        models: [{ ExecutionRoleArn: serving }],
      },
      {
        values: { ...preview, 'github.event.action': 'closed' },
        outcomes: [['delete', 'deleted']],
      },
    ],
  },
  {
    title: 'An endpoint that the action did not create is deleted where its name is given twice.',
    heading: 'Deleting by hand',
    times: [
      {
        values: { 'inputs.endpoint-name': 'fraud-prod', 'inputs.confirm-delete': '' },
        outcomes: [['delete', 'failed']],
      },
      {
        values: { 'inputs.endpoint-name': 'fraud-prod', 'inputs.confirm-delete': 'fraud-prod' },
        outcomes: [['delete', 'deleted']],
      },
    ],
  },
  {
    title: 'The plan of a pull request says what the deployment would do, and changes nothing.',
    heading: 'A plan on the pull request',
    times: [{ outcomes: [['plan', 'planned']] }],
  },
  {
    title: 'What serves is rolled out again each week.',
    heading: 'A weekly refresh',
    times: [1, 2].map((run) => ({
      values: { 'github.run_id': run },
      outcomes: [['refresh', 'deployed']] as const,
      models: [{ PrimaryContainer: { ModelDataUrl: 's3://fraud-models/7/model.tar.gz' } }],
    })),
  },
  {
    title: 'A rollback goes back to what served before the image that was built.',
    heading: 'A rollback by hand',
    times: [
      { heading: 'A workflow to copy', values: build, outcomes: [deployed], models: [{}] },
      {
        values: { 'inputs.endpoint-config-name': '' },
        outcomes: [['rollback', 'deployed']],
        serves: 'fraud-v1',
      },
    ],
  },
];
