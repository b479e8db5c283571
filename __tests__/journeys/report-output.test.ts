import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { canary, travel } from './journey.ts';

it('docs/report.md documents every member of the output `report`, whose numbers and booleans are typed', async () => {
  const { run } = await travel({
    inputs: { ...canary, 'smoke-test-file': 'smoke.yaml' },
    files: { 'smoke.yaml': '- { name: ping, body: "" }' },
  });
  const { phases, ...members } = JSON.parse(run.outputs.report ?? '');
  expect(members).toMatchObject({
    'rolled-back': false,
    'duration-seconds': 584,
    'pull-requests': [42],
    'has-changes': true,
  });
  const [request] = members['smoke-test'].requests;
  // The table of causes has a row for each of them: what belongs to it is no member of each report.
  const document = readFileSync('docs/report.md', 'utf8').replaceAll(
    /^\| `kind` \| When .*?\n\n/gms,
    '',
  );
  const documented = [...document.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
  const { 'smoke-test': smokeTest, scaling } = members;
  const rolledBack = await travel({ inputs: canary, scenario: 'capacity' });
  const { cause } = JSON.parse(rolledBack.run.outputs.report ?? '');
  const { 'instance-types': _, ...ofEachCause } = cause;
  const { containers } = JSON.parse((await withLogs()).run.outputs.report ?? '');
  const [container] = containers.started;
  const tripped = await travel({ inputs: canary, scenario: 'captured-d' });
  const [alarm] = JSON.parse(tripped.run.outputs.report ?? '').cause.alarms;
  const ofAlarm = [alarm, alarm.datapoint];
  const ofLogs = [containers, container, container.lines[0]];
  const ofSmokeTest = [smokeTest, request];
  const parts = [
    members,
    { phases },
    phases[0],
    ...ofSmokeTest,
    scaling,
    ofEachCause,
    ...ofAlarm,
    ...ofLogs,
  ];
  const given = new Set(parts.flatMap((part) => Object.keys(part)));
  expect(new Set(documented)).toEqual(given);
});

function withLogs() {
  return travel({
    scenario: 'container-dies-at-start',
    inputs: { ...canary, 'show-logs': 'true' },
  });
}
