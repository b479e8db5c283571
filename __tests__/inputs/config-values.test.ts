import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/domain/json.ts';
import { mistakesIn, read, type With } from './workflow.ts';

const hint = `Write a value that may hold a line break or quotes as \${{ toJSON(…) }}.`;
const shadowed = 'two-variants.yaml';
const withValues = (values: string, file = 'endpoint.yaml'): With => ({
  'endpoint-config-name': '',
  'endpoint-config-file': file,
  'endpoint-config-values': values,
});
/** The content that is rolled out, and what of it may be newer than this version. */
function contentWith(values: string, file?: string): JsonObject {
  const { source } = read(withValues(values, file)).rollout;
  if (source.kind !== 'file') throw new Error(`The source is ${source.kind}`);
  return source.content;
}
const variantWith = (values: string) =>
  (contentWith(values).ProductionVariants as readonly JsonObject[])[0];
const saidOf = (written: With) =>
  mistakesIn(written).map((line) => line.replace('endpoint-config-values ', ''));
const said = (values: string) => saidOf(withValues(values));

describe('values of the workflow run in a configuration of a file', () => {
  it('are put at their paths, in the types that the API has there', () => {
    const values = `A.InstanceType=ml.m5.large
A.InitialInstanceCount = 2
A.InitialVariantWeight=0.5
A.EnableSSMAccess=True
KmsKeyId=alias/fraud`;
    expect(contentWith(values)).toEqual({
      KmsKeyId: 'alias/fraud',
      ProductionVariants: [
        {
          VariantName: 'A',
          ModelName: 'fraud',
          InstanceType: 'ml.m5.large',
          InitialInstanceCount: 2,
          InitialVariantWeight: 0.5,
          EnableSSMAccess: true,
        },
      ],
    });
  });

  it('stay strings where the API has strings, whatever they look like', () => {
    const values = 'A.ModelName=2026\nA.CoreDumpConfig.DestinationS3Uri=s3://dumps/a=b';
    expect(variantWith(values)).toMatchObject({
      ModelName: '2026',
      CoreDumpConfig: { DestinationS3Uri: 's3://dumps/a=b' },
    });
  });

  it('are read from quotes as toJSON writes them, numbers too', () => {
    const values = `A.InitialInstanceCount="3"\nA.InstanceType="ml.m5.large"`;
    expect(variantWith(values)).toMatchObject({
      InitialInstanceCount: 3,
      InstanceType: 'ml.m5.large',
    });
  });

  it('reach a variant by its index too, and entries of lists by theirs', () => {
    const values = 'ProductionVariants.1.ModelName=fraud-v2\nVpcConfig.Subnets[1]=subnet-9';
    expect(contentWith(values, shadowed)).toMatchObject({
      ProductionVariants: [{ ModelName: 'fraud-v1' }, { ModelName: 'fraud-v2' }],
      VpcConfig: { Subnets: ['subnet-1', 'subnet-9'] },
    });
  });

  it('reach into the model of a variant, and set variables of its containers by their names', () => {
    const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud@sha256:';
    const values = `A.Model.PrimaryContainer.Image=${image}${'0'.repeat(64)}
A.Model.PrimaryContainer.ModelDataUrl="s3://models/fraud/42/model.tar.gz"
A.Model.PrimaryContainer.Environment.LOG_LEVEL=""
A.Model.PrimaryContainer.Environment.WORKERS=4
A.Model.EnableNetworkIsolation=true`;
    const [variant] = contentWith(values, 'model.yaml').ProductionVariants as readonly JsonObject[];
    expect(variant?.Model).toEqual({
      ExecutionRoleArn: 'arn:aws:iam::123456789012:role/serving',
      EnableNetworkIsolation: true,
      PrimaryContainer: {
        Image: `${image}${'0'.repeat(64)}`,
        ModelDataUrl: 's3://models/fraud/42/model.tar.gz',
        Environment: { LOG_LEVEL: '', WORKERS: '4' },
      },
    });
  });

  it('of containers are not shown where they are wrong', () => {
    const environment = 'A.Model.PrimaryContainer.Environment';
    const values = `${environment}.API-KEY=hunter2\n${environment}.B=\n${environment}=hunter2`;
    const mistakes = saidOf(withValues(values, 'model.yaml'));
    expect(mistakes).toHaveLength(3);
    expect(mistakes.join('\n')).not.toContain('hunter2');
  });

  it('are sent with a warning, as in the file, where the member may be newer than this version', () => {
    const values =
      'blue.Colour=green\nblue.Sizes.Most="7"\nNewOfThisMonth.Size=7\nNewOfThisMonth.On=true';
    const { source, unknown } = read({
      ...withValues(values, shadowed),
    }).rollout;
    expect(source).toMatchObject({
      content: {
        NewOfThisMonth: { Size: 7, On: true },
        ProductionVariants: [{ Colour: 'green', Sizes: { Most: '7' } }, {}],
      },
    });
    expect(unknown?.map(({ place }) => place)).toEqual([
      'endpoint-config-values line 1 blue.Colour',
      'endpoint-config-values line 2 blue.Sizes',
      'endpoint-config-file NewOfThisMonth',
    ]);
  });

  it.each<[what: string, written: With, mistake: string]>([
    [
      'a text for a number',
      withValues('A.InstanceType=ml.m5.large\nA.InitialInstanceCount=three'),
      'line 2 A.InitialInstanceCount: "three" is not valid here: write a number.',
    ],
    [
      'a number that JSON does not have',
      withValues('A.InitialInstanceCount=0x10'),
      'line 1 A.InitialInstanceCount: "0x10" is not valid here: write a number.',
    ],
    [
      'a part of an instance',
      withValues('A.InitialInstanceCount=1.5'),
      'line 1 A.InitialInstanceCount: "1.5" is not valid here: write a whole number.',
    ],
    [
      'a text for a boolean',
      withValues('A.EnableSSMAccess=yes'),
      'line 1 A.EnableSSMAccess: "yes" is not valid here: write true or false.',
    ],
    [
      'a misspelt variant',
      withValues('a.InstanceType=ml.m5.large'),
      'line 1 a.InstanceType: "ml.m5.large" leads nowhere: a is neither a variant of the file nor a top-level member. Did you mean A?',
    ],
    [
      'an unknown variant',
      withValues('Green.InstanceType=ml.m5.large'),
      'line 1 Green.InstanceType: "ml.m5.large" leads nowhere: Green is neither a variant of the file nor a top-level member. The variants of the file: A.',
    ],
    [
      'a member of a variant without its variant',
      withValues('InstanceType=ml.m5.large'),
      'line 1 InstanceType: "ml.m5.large" leads nowhere: InstanceType is neither a variant of the file nor a top-level member. Did you mean A.InstanceType?',
    ],
    [
      'a misspelt member, also of one that the file has',
      withValues('A.InstanceTyp=ml.m5.large'),
      'line 1 A.InstanceTyp: "ml.m5.large" leads nowhere: InstanceTyp is not a member of the API. Did you mean InstanceType?',
    ],
    [
      'something under a single value',
      withValues('A.InstanceType.Name=ml.m5.large'),
      'line 1 A.InstanceType.Name: "ml.m5.large" leads nowhere: InstanceType is a single value, with nothing under it.',
    ],
    [
      'something under a single value that this version does not know',
      withValues('NewOfThisMonth.Size.X=1', shadowed),
      'line 1 NewOfThisMonth.Size.X: "1" leads nowhere: Size is a single value, with nothing under it.',
    ],
    [
      'a whole object',
      withValues('A.ServerlessConfig={"MemorySizeInMB":1024}'),
      'line 1 A.ServerlessConfig: "{\\"MemorySizeInMB\\":1024}" cannot stand for ServerlessConfig, which is an object: set one of its members.',
    ],
    [
      'the whole environment of a container',
      withValues('A.Model.PrimaryContainer.Environment=x', 'model.yaml'),
      'line 1 A.Model.PrimaryContainer.Environment cannot stand for Environment, which is an object: set one of its members.',
    ],
    [
      'a misspelt member of a model',
      withValues('A.Model.PrimaryContainer.ModelData=s3://models/x', 'model.yaml'),
      'line 1 A.Model.PrimaryContainer.ModelData: "s3://models/x" leads nowhere: ModelData is not a member of the API. Did you mean ModelDataUrl?',
    ],
    [
      'a whole list',
      withValues('VpcConfig.Subnets=subnet-1'),
      'line 1 VpcConfig.Subnets: "subnet-1" cannot stand for Subnets, which is a list: set one of its entries, such as Subnets[0].',
    ],
    [
      'an entry that is not there',
      withValues('VpcConfig.Subnets[2]=subnet-1', shadowed),
      'line 1 VpcConfig.Subnets[2]: "subnet-1" leads nowhere: Subnets has 2 entries in the file, and indexes begin with 0.',
    ],
    [
      'a list without an index',
      withValues('VpcConfig.Subnets.first=subnet-1', shadowed),
      'line 1 VpcConfig.Subnets.first: "subnet-1" leads nowhere: Subnets is a list. Write the index of an entry, such as Subnets[0].',
    ],
    [
      'an index where there is no list',
      withValues('A[0].ModelName=x'),
      'line 1 A[0].ModelName: "x" leads nowhere: the API has no list here.',
    ],
    [
      'a variant that has the name of a member',
      withValues('KmsKeyId.ModelName=fraud-v2', shadowed),
      'line 1 KmsKeyId.ModelName: "fraud-v2" begins with the name of a variant that is a top-level member too: begin with ProductionVariants[1].',
    ],
    [
      'an expression that is empty',
      withValues('A.InstanceType='),
      'line 1 A.InstanceType: "" has no value: the expression behind it may be empty. Write a value, or remove the line.',
    ],
    [
      'an expression that toJSON finds empty',
      withValues('A.InstanceType=null'),
      'line 1 A.InstanceType: "null" has no value: the expression behind it may be empty. Write a value, or remove the line.',
    ],
    [
      'half of a quoted string',
      withValues('KmsKeyId="alias/fraud'),
      `line 1 has a value that begins with a quote and is not one JSON string. ${hint}`,
    ],
    [
      'a line that is none, with nothing of it',
      withValues('A.InstanceType=ml.m5.large\nhunter2'),
      `line 2 is not a line of \`path=value\`. ${hint}`,
    ],
    [
      'a prototype',
      withValues('A.__proto__.x=1'),
      `line 1 has no valid path before \`=\`: write it like AllTraffic.InstanceType. ${hint}`,
    ],
  ])('name as a mistake %s', (_, written, mistake) => {
    expect(saidOf(written)).toContain(mistake);
  });

  it('name what the API refuses by the line that sets it, and the rest by the file', () => {
    const values = 'A.InstanceType=m5.large\nA.ServerlessConfig.MaxConcurrency=500';
    expect(said(values)).toEqual([
      'line 1 A.InstanceType: "m5.large" is not valid here: write an instance type such as ml.m5.xlarge.',
      'endpoint-config-file ProductionVariants[0].ServerlessConfig.MemorySizeInMB is missing: the API needs it.',
      'line 2 A.ServerlessConfig.MaxConcurrency: "500" is out of bounds: the API takes 1 to 200.',
      'line 2 A.ServerlessConfig cannot be combined with InstanceType: write one of InstanceType, ServerlessConfig and InstancePools.',
      'endpoint-config-file ProductionVariants[0].InitialInstanceCount: "1" cannot be combined with ServerlessConfig. Remove it.',
    ]);
  });

  it('replace what the file cannot hold yet, such as a placeholder in place of a number', () => {
    const placeholder = contentWith('A.InitialInstanceCount=2', 'placeholder.yaml');
    expect(placeholder).toMatchObject({ ProductionVariants: [{ InitialInstanceCount: 2 }] });
  });

  it('need a file, and no part of them is shown with other modes', () => {
    const values = 'A.Model.PrimaryContainer.Environment.PASSWORD=hunter2';
    const alone = { 'endpoint-config-values': values };
    expect(mistakesIn(alone)).toEqual([
      'endpoint-config-values are put into the content of a file: set `endpoint-config-file`, or remove them.',
    ]);
    for (const mode of ['rollback', 'delete']) {
      const mistakes = mistakesIn({ ...alone, 'endpoint-config-name': '', mode }).join('\n');
      expect(mistakes).toContain(
        `endpoint-config-values cannot be combined with \`mode: ${mode}\``,
      );
      expect(mistakes).not.toContain('hunter2');
    }
  });
});

describe('a value that comes from elsewhere', () => {
  const expression = 'ml.m5.large\nA.ModelName=theirs';

  it('stays one value in quotes, whatever is in it', () => {
    const quoted = `A.InstanceType=${JSON.stringify(expression)}`;
    expect(said(quoted)).toEqual([
      'line 1 A.InstanceType: "ml.m5.large\\nA.ModelName=theirs" is not valid here: write an instance type such as ml.m5.xlarge.',
    ]);
  });

  it('cannot replace what another line sets, by whatever path', () => {
    const repeated = `A.InstanceType=${expression}\nProductionVariants[0].ModelName=ours`;
    expect(said(repeated)).toEqual([
      `line 3 ProductionVariants[0].ModelName: "ours" is set by line 2 too: keep one of the two lines. ${hint}`,
    ]);
  });

  it('cannot take the place of an object that another line fills', () => {
    const both = 'A.NewOne.Size=1\nA.NewOne=2';
    expect(said(both)).toEqual([
      `line 2 A.NewOne: "2" is set by line 1 too: keep one of the two lines. ${hint}`,
    ]);
  });

  it('shows nothing of the lines of a secret that has several', () => {
    const secret = 'A.ModelName=-----BEGIN KEY-----\nMIIEvQIBADANBgk\nabcdefgh==';
    const mistakes = said(secret).join('\n');
    expect(mistakes).toContain('line 2 is not a line');
    expect(mistakes).toContain('line 3 cannot be set');
    expect(mistakes).not.toMatch(/MIIE|abcdefgh/);
  });
});
