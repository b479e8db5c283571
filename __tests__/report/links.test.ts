import { expect, it } from '@jest/globals';
import { alarmUrl, consoleUrl, logsUrl } from '../../src/report/links.ts';

it.each([
  ['eu-west-1', 'eu-west-1.console.aws.amazon.com'],
  ['us-gov-west-1', 'us-gov-west-1.console.amazonaws-us-gov.com'],
  ['cn-north-1', 'cn-north-1.console.amazonaws.cn'],
  ['eusc-de-east-1', 'eusc-de-east-1.console.amazonaws-eusc.eu'],
  ['us-iso-east-1', 'us-iso-east-1.console.c2shome.ic.gov'],
  ['us-isob-east-1', 'us-isob-east-1.console.sc2shome.sgov.gov'],
  ['eu-isoe-west-1', 'eu-isoe-west-1.console.csphome.adc-e.uk'],
  ['us-isof-south-1', 'us-isof-south-1.console.csphome.hci.ic.gov'],
])('links of %s lead to the console of its partition', (region, host) => {
  const links = [consoleUrl(region, 'fraud'), logsUrl(region, 'fraud'), alarmUrl(region, 'fraud')];
  expect(links.map(({ href }) => new URL(href).host)).toEqual([host, host, host]);
  expect(consoleUrl(region, 'fraud').href).toBe(
    `https://${host}/sagemaker/home?region=${region}#/endpoints/fraud`,
  );
});
