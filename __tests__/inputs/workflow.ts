import { Problem } from '../../src/domain/problem.ts';
import { phrase } from '../../src/domain/text/phrase.ts';
import { type Inputs, readInputs, type Surroundings } from '../../src/inputs/inputs.ts';

/** The `with:` of a workflow: what stands there, by the name of the input. */
export type With = Readonly<Record<string, string>>;

/** The two inputs that no one can leave out. */
export const needed: With = { 'endpoint-name': 'fraud', 'endpoint-config-name': 'fraud-v2' };

/** Files of the workspace, by their path. */
export const files: With = {
  'endpoint.yaml': `ProductionVariants:
  - { VariantName: A, ModelName: fraud, InstanceType: ml.m5.xlarge, InitialInstanceCount: 1 }`,
  'two-variants.yaml': `KmsKeyId: alias/old
NewOfThisMonth: { Size: 5 }
ProductionVariants:
  - { VariantName: blue, ModelName: fraud-v1, InstanceType: ml.m5.xlarge, InitialInstanceCount: 1 }
  - { VariantName: KmsKeyId, ModelName: fraud-v1, InstanceType: ml.m5.xlarge, InitialInstanceCount: 1 }
VpcConfig: { SecurityGroupIds: [sg-1], Subnets: [subnet-1, subnet-2] }`,
  'model.yaml': `ProductionVariants:
  - VariantName: A
    InstanceType: ml.m5.xlarge
    InitialInstanceCount: 1
    Model:
      ExecutionRoleArn: arn:aws:iam::123456789012:role/serving
      PrimaryContainer:
        Image: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud:1
        Environment: { LOG_LEVEL: info }`,
  'placeholder.yaml': `ProductionVariants:
  - { VariantName: A, ModelName: fraud, InstanceType: ml.m5.xlarge, InitialInstanceCount: "\${COUNT}" }`,
  'smoke.yaml': '- { name: ping, body: "" }',
};

function textsOf(written: With): (input: string) => string {
  return (input) => ({ ...needed, ...written })[input] ?? '';
}

/** Why a file that is not there cannot be read. */
export function noSuchFile(): Problem {
  return new Problem('file-refused', phrase`there is no such file.`, {
    remedy: phrase`Check the repository out first.`,
  });
}

/** A region, and the workspace. */
export function surroundings(region: string | undefined): Surroundings {
  const readFile = (path: string) => {
    const text = files[path];
    if (text === undefined) throw noSuchFile();
    return text;
  };
  return {
    region,
    readFile,
    readBytes: (path) => Buffer.from(readFile(path)),
    idTokens: 'offered',
    runId: '9001',
  };
}

/** Reads the inputs of a workflow in eu-west-1 that writes this besides the two names needed. */
export function read(written: With = {}): Inputs {
  return readInputs(textsOf(written), surroundings('eu-west-1'));
}

/** The mistakes that reading tells, one a line; none where everything is right. */
export function mistakesIn(written: With, region: string | undefined = 'eu-west-1'): string[] {
  try {
    readInputs(textsOf(written), surroundings(region));
    return [];
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.code !== 'invalid-inputs') throw thrown;
    const [count, ...lines] = thrown.message.split('\n');
    const said = lines.length === 1 ? 'One input is wrong:' : `${lines.length} inputs are wrong:`;
    if (count !== said) throw new Error(`"${count}" is said of ${lines.length}`);
    return lines.map((line) => line.replace(/^- /, ''));
  }
}
