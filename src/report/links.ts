import { escapedTwice, type Url, url } from '../domain/text/url.ts';

/** The endpoint in the SageMaker console of its partition. */
export function consoleUrl(region: string, endpointName: string): Url {
  return url`${consoleOf(region, 'sagemaker')}#/endpoints/${endpointName}`;
}

/** The logs of the endpoint's containers. */
export function logsUrl(region: string, endpointName: string): Url {
  const group = escapedTwice(`/aws/sagemaker/Endpoints/${endpointName}`);
  return url`${consoleOf(region, 'cloudwatch')}#logsV2:log-groups/log-group/${group}`;
}

export function alarmUrl(region: string, alarmName: string): Url {
  return url`${consoleOf(region, 'cloudwatch')}#alarmsV2:alarm/${alarmName}`;
}

function consoleOf(region: string, service: 'sagemaker' | 'cloudwatch'): Url {
  const host = consoleHost(region);
  return url`https://${region}.${host}/${service}/home?region=${region}`;
}

/**
 * The consoles of the partitions, by the beginnings of their regions. Those of the isolated ones are
 * derived from their sign-in pages, which the AWS SDK knows.
 */
const consoleHosts: readonly (readonly [regions: string, host: string])[] = [
  ['cn-', 'console.amazonaws.cn'],
  ['us-gov-', 'console.amazonaws-us-gov.com'],
  ['eusc-', 'console.amazonaws-eusc.eu'],
  ['us-iso-', 'console.c2shome.ic.gov'],
  ['us-isob-', 'console.sc2shome.sgov.gov'],
  ['eu-isoe-', 'console.csphome.adc-e.uk'],
  ['us-isof-', 'console.csphome.hci.ic.gov'],
];

function consoleHost(region: string): string {
  const [, host] = consoleHosts.find(([beginning]) => region.startsWith(beginning)) ?? [];
  return host ?? 'console.aws.amazon.com';
}
