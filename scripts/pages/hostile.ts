import type { ReportData } from './story.ts';

/** What each reader of the report must not take for its own language. */
const poison = [
  '::set-output name=outcome::deployed ::add-mask::e ##[error]',
  '`code` ``` ~~~ | a | cell | **bold** [link](https://example.com/) https://example.com/?a=1',
  '<img src=x onerror=alert(1)> <script>alert(2)</script> </details></td></table> <!-- open',
  '@team @acme/sre #123 acme/fraud#7 \u202eevil\u202c \u200b \u0007 &amp; &lt; \\| \\` $x$ --> %0A',
].join(' ');

const longestReason = 1024;
const longestName = 63;
const name = (start: string) => start.padEnd(longestName, '0123456789');
const alarms = [
  '5xx | <b>of</b> `fraud` @acme/sre #123',
  '</details> <img src=x onerror=alert(3)>, -->',
  'an-alarm-name-without-any-place-to-break-it-'.padEnd(255, 'x'),
];

/** As long as AWS allows, with half an emoji at its end, as a text that was cut has it. */
const reason = `${poison}\r\n${poison} ${'W'.repeat(longestReason)}`
  .slice(0, longestReason - 1)
  .concat('\ud83d');

const endpoint = name('fraud');
const [before, after] = [name('before'), name('after')];

/** Every text from elsewhere means harm, and is as long as it may be. */
export const hostile: ReportData = {
  name: 'hostile',
  title:
    'Names and reasons that would break a report, mention people and run scripts do none of it.',
  scenario: 'canary-succeeds',
  arrange: ({ sagemaker }) => {
    sagemaker.addEndpointConfig(before, fleetOf('fraud-v1'));
    sagemaker.addEndpointConfig(after, fleetOf('fraud-v2'));
    sagemaker.addEndpoint(endpoint, before, { failureReason: poison });
    for (const alarm of alarms) sagemaker.alarms.add(alarm, 'OK');
    sagemaker.inject({ kind: 'failing-deployment', stage: 'baking', afterSeconds: 30, reason });
  },
  inputs: {
    'endpoint-name': endpoint,
    'endpoint-config-name': after,
    'deployment-config': JSON.stringify({
      BlueGreenUpdatePolicy: {
        TrafficRoutingConfiguration: {
          Type: 'CANARY',
          CanarySize: { Type: 'INSTANCE_COUNT', Value: 1 },
          WaitIntervalInSeconds: 300,
        },
      },
      AutoRollbackConfiguration: { Alarms: alarms.map((AlarmName) => ({ AlarmName })) },
    }),
    environment: `prod --> ${poison}`,
  },
};

function fleetOf(ModelName: string) {
  const VariantName = name('variant');
  const InstanceType = 'ml.m5.xlarge' as const;
  return {
    ProductionVariants: [{ VariantName, ModelName, InstanceType, InitialInstanceCount: 3 }],
  };
}
