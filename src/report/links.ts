/** The endpoint in the SageMaker console of its partition. */
export function consoleUrl(region: string, endpointName: string): string {
  return `${console(region, 'sagemaker')}#/endpoints/${escaped(endpointName)}`;
}

/** The logs of the endpoint's containers. */
export function logsUrl(region: string, endpointName: string): string {
  const group = escaped(escaped(`/aws/sagemaker/Endpoints/${endpointName}`)).replaceAll('%', '$');
  return `${console(region, 'cloudwatch')}#logsV2:log-groups/log-group/${group}`;
}

export function alarmUrl(region: string, alarmName: string): string {
  return `${console(region, 'cloudwatch')}#alarmsV2:alarm/${escaped(alarmName)}`;
}

function console(region: string, service: string): string {
  return `https://${region}.${consoleHost(region)}/${service}/home?region=${region}`;
}

function consoleHost(region: string): string {
  if (region.startsWith('cn-')) return 'console.amazonaws.cn';
  if (region.startsWith('us-gov-')) return 'console.amazonaws-us-gov.com';
  return 'console.aws.amazon.com';
}

/** Percent-encoded, the signs too that would end a Markdown link. */
function escaped(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
