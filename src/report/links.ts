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

function consoleHost(region: string): string {
  if (region.startsWith('cn-')) return 'console.amazonaws.cn';
  if (region.startsWith('us-gov-')) return 'console.amazonaws-us-gov.com';
  return 'console.aws.amazon.com';
}
