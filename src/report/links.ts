/** The endpoint in the SageMaker console of its partition. */
export function consoleUrl(region: string, endpointName: string): string {
  const name = encodeURIComponent(endpointName);
  return `https://${region}.${consoleHost(region)}/sagemaker/home?region=${region}#/endpoints/${name}`;
}

function consoleHost(region: string): string {
  if (region.startsWith('cn-')) return 'console.amazonaws.cn';
  if (region.startsWith('us-gov-')) return 'console.amazonaws-us-gov.com';
  return 'console.aws.amazon.com';
}
